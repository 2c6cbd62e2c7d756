"""教代会议程与决议 in the summary: what was heard and adopted, by name, and nothing of nothing."""

from decimal import Decimal

from reports.sections.agenda import agenda
from tests.reports.material import figure, material
from tests.reports.test_sections import outline
from unionoffice.figures import Measure, Notable

NAMED = (
    Notable("congress.heard", "校长作《三年发展规划的报告》", "/a/1/"),
    Notable("congress.heard", "总务处负责人作《财经工作报告》", "/a/2/"),
    Notable("congress.adopted", "《绩效工资分配办法》", "/a/3/"),
    Notable("congress.failed", "11月18日表决《食堂补贴方案》，未通过", "/a/4/"),
)

HEARD = "一年来，教代会听取报告2项，审议通过文件1项，表决未通过1项。"


def test_names_reports_and_documents():
    told = agenda(
        material(
            figure("congress.agenda.heard", 2, "项"),
            figure("congress.agenda.adopted", 1, "项"),
            figure("congress.agenda.failed", 1, "项"),
            figure("congress.opinions", 3, "条"),
            figure("congress.opinions.answered", 3, "条"),
            figure("congress.opinions.adopted", 0, "条"),
            figure("congress.opinions.rate", Decimal("100.0"), "%", Measure.RATIO),
            figure("congress.resolutions", 2, "件"),
            notables=NAMED,
        )
    )
    assert outline(told) == [
        "# 教代会议程与决议",
        f"{HEARD}代表对议程提出意见3条，学校已答复3条，答复率100.0%。形成决议2件。",
        "听取的报告：校长作《三年发展规划的报告》；总务处负责人作《财经工作报告》。",
        "审议通过的文件：《绩效工资分配办法》。",
        "11月18日表决《食堂补贴方案》，未通过。",
    ]


def test_is_not_there_where_nothing_was_recorded():
    assert agenda(material(figure("congress.agenda.heard", 0, "项"))) == []
