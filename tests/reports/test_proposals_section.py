"""教代会与提案 in the summary: what it tells of sessions and proposals, and that it tells nothing of nothing."""

from decimal import Decimal

from reports.sections.proposals import proposals
from tests.reports.material import figure, material
from tests.reports.test_sections import outline
from unionoffice.figures import FigureTable, Measure, Notable

DELEGATES = figure("congress.delegates", 28, "名")
SESSIONS = (figure("congress.sessions", 2, "次"), DELEGATES)
NAMED = (
    Notable("session", "3月2日召开第九届第三次教职工代表大会", "/s/3/"),
    Notable("session", "10月13日召开第九届第四次教职工代表大会", "/s/4/"),
)
TABLE = FigureTable("congress.proposals", "提案情况表", ("类别", "收到提案（件）"), ())


def count(key, value):
    return figure(f"congress.proposals{key}", value, "件")


def rate(key, value):
    return figure(f"congress.proposals.{key}", Decimal(value), "%", Measure.RATIO)


def test_tells_sessions_by_name_and_proposals_by_what_became_of_them():
    told = proposals(
        material(
            *SESSIONS,
            count("", 14),
            count(".accepted", 9),
            count(".merged", 1),
            count(".turned", 0),
            count(".refused", 1),
            rate("accepted_rate", "64.3"),
            count(".answered", 5),
            rate("answered_rate", "55.6"),
            count(".closed", 0),
            rate("satisfied_rate", "75.0"),
            count(".result.a", 1),
            count(".result.d", 4),
            notables=NAMED,
            tables=(TABLE,),
        )
    )
    assert outline(told) == [
        "# 教代会与提案",
        "一年来，共召开教职工代表大会2次。现有教代会正式代表28名。",
        "3月2日召开第九届第三次教职工代表大会；10月13日召开第九届第四次教职工代表大会。",
        (
            "共收到提案14件，立案9件，并案1件，不予立案1件，立案率64.3%。立案提案中，已答复5件，答复率55.6%，"
            "提案人评价满意和基本满意的占75.0%。从答复结果看，已经解决的1件，留作参考的4件。"
        ),
        "[提案情况表]",
    ]


def test_proposals_without_a_session_say_when():
    assert outline(proposals(material(count("", 2)))) == ["# 教代会与提案", "一年来，共收到提案2件。"]


def test_delegates_alone_are_nothing_that_was_done():
    assert proposals(material(DELEGATES)) == []
