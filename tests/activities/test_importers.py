"""Activities of former years: what a table may bring in, what is refused, and that a second time adds nothing."""

from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.importers import ACTIVITIES, _when, plan_activities
from activities.models import Activity
from tests.activities.steps import verbs
from tests.conftest import TODAY
from tests.members.factories import UnionGroupFactory
from tests.unionoffice.sheets.files import workbook
from unionoffice.refusal import Refused
from unionoffice.sheets import Unfit

HEAD = (
    "活动名称",
    "日期",
    "类别",
    "节庆",
    "参加范围",
    "主办小组",
    "地点",
    "参加人数",
    "经费来源",
    "实际支出",
    "活动小结",
)
ROW = {"活动名称": "教职工拔河比赛", "日期": date(2025, 5, 20), "类别": "文体", "参加人数": "60人"}

office = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def rows(*changes):
    return workbook(HEAD, *[[({**ROW, **change}).get(label) for label in HEAD] for change in changes])


def plan(data):
    return plan_activities(data, name="往年活动.xlsx")


def apply(data, *, by):
    compared = plan(data).standing
    digest = sha256(data).hexdigest()
    return ACTIVITIES.carry_out(data, name="往年活动.xlsx", digest=digest, compared=compared, by=by, on=TODAY)


class TestDay:
    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            (date(2025, 5, 20), "2025-05-20"),
            ("2025年5月20日", "2025-05-20"),
            ("20250520", "2025-05-20"),
            ("2025-05", "2025-05"),
            ("2025年5月", "2025-05"),
            ("2025/12", "2025-12"),
            ("2025", "2025"),
            (2025, "2025"),
            ("2025年", "2025"),
            ("", ""),
        ],
    )
    def test_as_much_as_is_known(self, cell, code):
        assert _when(cell) == code

    @pytest.mark.parametrize("cell", ["去年", "2025-13", "5月20日", "2025年第二学期"])
    def test_what_is_no_day_is_refused(self, cell):
        with pytest.raises(Unfit):
            _when(cell)

    @given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
    def test_every_day_month_and_year_is_read_as_written(self, day):
        assert _when(day.isoformat()) == day.isoformat()
        assert _when(f"{day.year}年{day.month}月") == day.isoformat()[:7]
        assert _when(str(day.year)) == day.isoformat()[:4]


class TestApply:
    pytestmark = office

    def test_lands_as_held(self, secretary):
        apply(rows({}), by=secretary)
        made = Activity.objects.get()
        assert (made.status, made.number, made.recorded_late) == ("held", "2026-001", True)
        assert (made.starts_on, made.precision, made.headcount) == (date(2025, 5, 20), "day", 60)
        assert (made.audience.name, made.group) == ("全体在职教职工", None)
        assert verbs(made) == [("陈静", "补登活动")]

    @pytest.mark.parametrize(
        ("cell", "precision", "start", "end"),
        [
            ("2025-02", "month", date(2025, 2, 1), date(2025, 2, 28)),
            ("2025", "year", date(2025, 1, 1), date(2025, 12, 31)),
        ],
    )
    def test_day_is_as_vague_as_the_table(self, secretary, cell, precision, start, end):
        apply(rows({"日期": cell}), by=secretary)
        made = Activity.objects.get()
        assert (made.precision, made.starts_on, made.ends_on) == (precision, start, end)

    def test_other_money_settles_it(self, secretary):
        group = UnionGroupFactory(name="第一工会小组")
        apply(rows({"经费来源": "学校行政", "实际支出": "1,200.50元", "主办小组": group.name}), by=secretary)
        made = Activity.objects.get()
        assert (made.status, made.actual_cost, made.fund, made.group) == (
            "settled",
            Decimal("1200.50"),
            "administration",
            group,
        )

    def test_numbers_follow_the_days(self, secretary):
        apply(rows({"活动名称": "乙", "日期": "2025-09-01"}, {"活动名称": "甲", "日期": "2025"}), by=secretary)
        assert list(Activity.objects.order_by("number").values_list("title", flat=True)) == ["甲", "乙"]

    def test_same_file_again_changes_nothing_and_says_so(self, secretary):
        data = rows({}, {"日期": "2024", "节庆": "重阳节"})
        apply(data, by=secretary)
        again = apply(data, by=secretary)
        assert (again.counts, Activity.objects.count()) == (
            {"new": 0, "changed": 0, "unchanged": 2, "problems": 0},
            2,
        )

    def test_same_title_in_another_year_is_another_activity(self, secretary):
        apply(rows({}), by=secretary)
        assert plan(rows({"日期": date(2024, 5, 20)})).counts["new"] == 1

    def test_row_with_a_problem_stops_all(self, secretary):
        with pytest.raises(Refused, match="没有写入任何数据"):
            apply(rows({}, {"活动名称": "登山", "参加人数": "若干"}), by=secretary)
        assert Activity.objects.count() == 0


class TestProblems:
    pytestmark = office

    @pytest.mark.parametrize(
        ("change", "problem"),
        [
            ({"活动名称": None}, ("活动名称", "missing_title")),
            ({"日期": None}, ("日期", "missing_when")),
            ({"日期": date(2026, 11, 23)}, ("日期", "in_the_future")),
            ({"日期": "2027"}, ("日期", "in_the_future")),
            ({"类别": "体育"}, ("类别", "unknown_kind")),
            ({"节庆": "情人节"}, ("节庆", "unknown_occasion")),
            ({"参加范围": "全体师生"}, ("参加范围", "unknown_audience")),
            ({"主办小组": "第九工会小组"}, ("主办小组", "unknown_group")),
            ({"参加人数": "0"}, ("参加人数", "no_count")),
            ({"实际支出": 300}, ("实际支出", "union_money")),
            ({"经费来源": "工会经费", "实际支出": 300}, ("实际支出", "union_money")),
            ({"活动名称": "长" * 101}, ("活动名称", "too_long")),
        ],
    )
    def test_each_names_its_column(self, change, problem):
        assert [(found.column, found.code) for found in plan(rows(change)).problems] == [problem]

    def test_recorded_activity_is_not_changed(self, secretary):
        apply(rows({}), by=secretary)
        found = plan(rows({"参加人数": 80})).problems
        assert [(one.column, one.message) for one in found] == [
            ("参加人数", "这次活动已经登记，内容不同。请在活动页修改。")
        ]

    def test_row_twice_is_a_problem(self):
        assert [one.code for one in plan(rows({}, {})).problems] == ["duplicate_title"]
