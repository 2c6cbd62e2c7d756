"""意见建议 in the summary: what it tells of suggestions and drives, and that it tells nothing of nothing."""

from decimal import Decimal

from reports.sections.suggestions import suggestions
from tests.reports.material import figure, material
from tests.reports.test_sections import outline
from unionoffice.figures import FigureTable, Measure, Notable

TABLE = FigureTable("congress.suggestions", "意见建议情况表", ("类别", "收到（条）"), ())


def count(key, value):
    return figure(f"congress.suggestions{key}", value, "条")


def test_tells_drives_what_came_in_and_what_was_adopted():
    told = suggestions(
        material(
            figure("congress.suggestion_drives", 2, "次"),
            count("", 14),
            count(".in_drives", 9),
            count(".from_proposals", 0),
            count(".answered", 12),
            figure("congress.suggestions.answered_rate", Decimal("85.7"), "%", Measure.RATIO),
            count(".taken", 5),
            count(".outstanding", 1),
            notables=(Notable("suggestion", "《统一断电》被评为优秀建议", "/s/1/"),),
            tables=(TABLE,),
        )
    )
    assert outline(told) == [
        "# 意见建议",
        (
            "一年来，开展合理化建议征集活动2次，收到意见建议14条，其中在征集活动中收到9条。"
            "已答复12条，答复率85.7%，采纳5条，评出优秀建议1条。"
        ),
        "《统一断电》被评为优秀建议。",
        "[意见建议情况表]",
    ]


def test_nothing_recorded_tells_nothing():
    assert suggestions(material(count("", 0), figure("congress.suggestion_drives", 0, "次"))) == []
