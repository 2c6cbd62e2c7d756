"""Sessions in the summary: by kind and body, by name, and how they were prepared."""

from reports.sections.proposals import proposals
from tests.reports.material import figure, material
from tests.reports.test_sections import outline
from unionoffice.figures import Notable

NAMED = (
    Notable("session", "3月2日召开第九届第三次教职工代表大会（主题：凝聚共识），提前16天通知", "/s/3/"),
    Notable("session", "10月13日召开第九届第四次教职工代表大会", "/s/4/"),
)
MATTER = Notable("preparatory", "就“绩效工资奖励条例”召开预备会2次", "/p/1/")


def times(key, value):
    return figure(f"congress.{key}", value, "次")


def test_one_session_is_told_without_its_parts():
    told = proposals(material(times("sessions", 1), times("sessions.ordinary", 1), notables=NAMED[:1]))
    assert outline(told) == [
        "# 教代会与提案",
        "一年来，共召开教职工代表大会1次。",
        "3月2日召开第九届第三次教职工代表大会（主题：凝聚共识），提前16天通知。",
    ]


def test_several_are_told_by_kind_and_body_with_what_came_before():
    told = proposals(
        material(
            times("sessions", 2),
            times("sessions.ordinary", 1),
            times("sessions.extraordinary", 1),
            times("sessions.joint", 1),
            times("members_sessions", 1),
            times("preparatory", 2),
            times("party_agenda", 1),
            notables=(*NAMED, MATTER),
        )
    )
    assert outline(told) == [
        "# 教代会与提案",
        (
            "一年来，共召开教职工代表大会2次，其中例会1次、临时会议1次，与工会会员代表大会合并召开1次，"
            "召开工会会员代表大会1次。"
        ),
        "3月2日召开第九届第三次教职工代表大会（主题：凝聚共识），提前16天通知；10月13日召开第九届第四次教职工代表大会。",
        "教代会工作列入党组织议事日程1次，召开教代会预备会2次。",
        "就“绩效工资奖励条例”召开预备会2次。",
    ]


def test_preparatory_meetings_without_a_session_say_when():
    told = proposals(material(times("preparatory", 2), notables=(MATTER,)))
    assert outline(told) == [
        "# 教代会与提案",
        "一年来，召开教代会预备会2次。",
        "就“绩效工资奖励条例”召开预备会2次。",
    ]


def test_nothing_recorded_prints_nothing():
    told = (times("sessions", 0), times("preparatory", 0), times("party_agenda", 0))
    assert proposals(material(*told, figure("congress.delegates", 28, "名"))) == []
