from datetime import date, timedelta
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from members.enums import Gender
from members.importers import import_roster, plan_roster, standing
from members.models import Department, DepartmentPlace, GroupPlace, Member, StatusChange, UnionGroup
from members.selectors import with_current_places
from members.validation import check_digit
from tests.members.factories import MemberFactory
from tests.members.rosters import HEAD, apply, case, lin, plan, roster
from tests.members.trails import last_changes, trail
from unionoffice.audit import HIDDEN, LogEntry
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db
NOTHING_WRITTEN = (0, 0, 0, 0, 0)


def _written() -> tuple[int, ...]:
    """How much is kept; seeds of other areas have entries of their own."""
    trail_of_members = LogEntry.objects.filter(content_type__app_label="members")
    kept = (model.objects.count() for model in (Member, StatusChange, Department, UnionGroup))
    return (*kept, trail_of_members.count())


def _counts(data: bytes) -> dict[str, int]:
    return plan(data).counts


def _problems(data: bytes) -> list[tuple[int, str, str, str]]:
    return [(found.row, found.column, found.value, found.code) for found in plan(data).problems]


def _codes(data: bytes) -> list[tuple[str, str]]:
    return [(column, code) for _row, column, _value, code in _problems(data)]


# --- 01: 40 people without a problem -----------------------------------------------------------------------


def test_clean_roster_is_40_new_people():
    found = plan(case("01_clean.xlsx"))
    assert found.counts == {"new": 40, "changed": 0, "unchanged": 0, "problems": 0}
    assert found.ignored == ()
    assert _written() == NOTHING_WRITTEN


def test_clean_roster_is_written_as_it_stands(secretary, on):
    apply(case("01_clean.xlsx"), by=secretary, on=on)
    imported = Member.objects.exclude(account=secretary)
    assert imported.count() == 40
    first = with_current_places(imported).get(employee_no="00101")
    assert (first.name, first.gender, first.birth_date) == ("龚淏然", "male", date(1983, 11, 11))
    assert (first.political_status, first.post_category, first.post_rank) == ("nonggong", "management", "school")
    assert (first.title, first.contract_kind, first.ethnicity) == ("经济师", "established", "汉族")
    assert (first.first_job_on, first.hired_on, first.joined_on) == (
        date(2004, 8, 22),
        date(2004, 8, 22),
        date(2005, 3, 28),
    )
    assert (first.service_status, first.union_status, first.card_no) == ("in_service", "member", "320010000001")
    assert (first.phone, first.id_number) == ("18800005118", "620102198311119990")
    assert (first.address, first.married_on) == ("江南市鼓山区桃园里196号16幢504室", date(2014, 8, 28))
    assert [place.department.name for place in first.current_departments] == ["校长办公室"]
    assert [place.group.name for place in first.current_groups] == ["机关工会小组"]


def test_two_people_of_one_name_stay_two():
    apply(case("01_clean.xlsx"))
    numbers = Member.objects.filter(name="陈静").order_by("employee_no").values_list("employee_no", flat=True)
    assert list(numbers) == ["00104", "00107"]


def test_first_job_doesnt_overwrite_the_day_of_coming_here():
    apply(case("01_clean.xlsx"))
    member = Member.objects.get(employee_no="00104")
    assert (member.first_job_on, member.hired_on) == (date(1994, 9, 7), date(1999, 9, 3))


def test_retired_keep_their_membership_and_two_are_no_members():
    apply(case("01_clean.xlsx"))
    retired = Member.objects.filter(service_status="retired", union_status="retained")
    assert retired.count() == Member.objects.filter(service_status="retired").count() == 2
    outside = Member.objects.filter(union_status="non_member").order_by("employee_no")
    assert list(outside.values_list("contract_kind", "joined_on", "card_no")) == [
        ("temporary", None, ""),
        ("contract", None, ""),
    ]


def test_import_is_in_the_trail_of_everyone(secretary, on):
    apply(case("01_clean.xlsx"), by=secretary, on=on)
    entries = LogEntry.objects.filter(content_type__model="member", verb="从花名册登记", actor_name="陈静")
    assert entries.count() == 40
    told = " ".join(str(entry.changes) for entry in LogEntry.objects.all())
    assert [member.name for member in Member.objects.all() if member.phone and member.phone in told] == []


def test_second_import_changes_nothing_and_says_so(secretary, on):
    data = case("01_clean.xlsx")
    apply(data, by=secretary, on=on)
    before, versions = _written(), list(Member.objects.values_list("pk", "version"))
    again = apply(data, by=secretary, on=on + timedelta(days=1))
    assert again.counts == {"new": 0, "changed": 0, "unchanged": 40, "problems": 0}
    assert str(again) == "40行都与现有数据一致，没有需要导入的内容。"
    assert (_written(), list(Member.objects.values_list("pk", "version"))) == (before, versions)


# --- 05: 10 rows with a problem ----------------------------------------------------------------------------


def test_every_bad_row_is_named_with_its_fault():
    data = case("05_bad_rows.xlsx")
    assert _problems(data) == [
        (6, "手机号码", "135000093", "phone_length"),
        (7, "性别", "汉", "unknown_gender"),
        (8, "出生日期", "1977.09.31", "impossible_date"),
        (10, "入会日期", "1982-05-09", "joined_before_birth"),
        (14, "工号", "", "missing_employee_no"),
        (20, "出生日期", "1969-07-13", "birth_contradicts_id"),
        (29, "身份证号", "210102197911209963", "id_checksum"),
        (31, "岗位类别", "合作单位", "unknown_post_category"),
        (32, "工号", "50022", "duplicate_employee_no"),
        (39, "姓名", "", "missing_name"),
    ]
    assert _counts(data) == {"new": 30, "changed": 0, "unchanged": 0, "problems": 10}


def test_problem_says_row_column_and_what_is_right():
    sentences = {found.row: str(found) for found in plan(case("05_bad_rows.xlsx")).problems}
    assert sentences[6] == "第6行 手机号码：手机号码应为11位数字，请核对。"
    assert sentences[10] == "第10行 入会日期：应晚于出生日期1985-05-09，请核对。"
    assert sentences[20] == "第20行 出生日期：出生日期与身份证号不符，身份证号上是1968-07-13。"
    assert sentences[29] == "第29行 身份证号：校验码应为4，请核对原件。"
    assert sentences[31] == "第31行 岗位类别：应为教师、管理、教辅或工勤。"
    assert sentences[32] == "第32行 工号：与第23行重复，请核对。"


def test_nothing_is_written_while_problems_remain():
    with pytest.raises(Refused, match="第6、7、8、10、14等行（共10行）有问题，没有写入任何数据"):
        apply(case("05_bad_rows.xlsx"))
    assert _written() == NOTHING_WRITTEN


# --- 06: what changed since 01 -----------------------------------------------------------------------------


def test_update_is_3_new_4_changed_34_unchanged():
    apply(case("01_clean.xlsx"))
    found = plan(case("06_update.xlsx"))
    assert found.counts == {"new": 3, "changed": 4, "unchanged": 34, "problems": 0}
    assert [(row.number, row.key, row.title) for row in found.new] == [
        (9, "00141", "金淏然"),
        (19, "00142", "尉迟婉清"),
        (38, "00143", "曹明"),
    ]
    changes = {
        (row.number, row.key, row.title, change.label, change.old_text, change.new_text)
        for row in found.changed
        for change in row.changes
    }
    assert changes == {
        (15, "00107", "陈静", "手机号码", "15200005674", "15600006505"),
        (14, "00105", "刘旻", "职称", "一级教师", "高级教师"),
        (27, "00109", "区波", "部门", "理化生组", "教务处"),
        (27, "00109", "区波", "工会小组", "第四工会小组", "机关工会小组"),
        (33, "00110", "黄淑珍", "政治面貌", "群众", "中共预备党员"),
    }


def test_update_is_written(secretary, on):
    apply(case("01_clean.xlsx"), by=secretary, on=date(2026, 9, 1))
    apply(case("06_update.xlsx"), by=secretary, on=on)
    changed = {member.employee_no: member for member in Member.objects.all()}
    assert (changed["00107"].phone, changed["00104"].phone) == ("15600006505", "17700006272")
    assert (changed["00105"].title, changed["00110"].political_status) == ("高级教师", "probationary")
    assert last_changes(changed["00107"]) == {"phone": [HIDDEN, HIDDEN]}
    assert trail(changed["00110"]) == [("从花名册登记", "陈静", ""), ("按花名册更新", "陈静", "")]
    moved = DepartmentPlace.objects.filter(member=changed["00109"]).order_by("pk")
    assert list(moved.values_list("department__name", "to_on")) == [
        ("理化生组", date(2026, 11, 21)),
        ("教务处", None),
    ]
    groups = GroupPlace.objects.filter(member=changed["00109"]).order_by("pk")
    assert list(groups.values_list("group__name", "to_on")) == [
        ("第四工会小组", date(2026, 11, 21)),
        ("机关工会小组", None),
    ]


def test_absent_people_stay_as_they_are(on):
    apply(case("01_clean.xlsx"))
    absent = Member.objects.filter(employee_no__in=["00113", "00128"]).order_by("employee_no")
    before = list(absent.values_list("name", "service_status", "union_status", "version"))
    apply(case("06_update.xlsx"))
    assert list(absent.values_list("name", "service_status", "union_status", "version")) == before
    assert [name for name, *_rest in before] == ["徐光耀", "叶丽华"]


def test_second_update_changes_nothing():
    apply(case("01_clean.xlsx"))
    apply(case("06_update.xlsx"))
    assert _counts(case("06_update.xlsx")) == {"new": 0, "changed": 0, "unchanged": 41, "problems": 0}


# --- Between the plan and the import -----------------------------------------------------------------------


def _import(data: bytes, shown, *, digest: str = "") -> None:
    import_roster(
        data,
        name="花名册.xlsx",
        digest=digest or shown.digest,
        compared=standing(shown),
        by=None,
        on=date(2026, 11, 22),
    )


def test_another_file_than_the_one_checked_is_refused():
    shown = plan(roster(lin()))
    with pytest.raises(Refused, match="文件与检查时的不是同一个"):
        _import(roster(lin(姓名="林方")), shown)
    assert _written() == NOTHING_WRITTEN


def test_digest_is_the_sha256_of_the_file():
    data = roster(lin())
    assert plan(data).digest == sha256(data).hexdigest()


def test_person_corrected_after_the_plan_isnt_overwritten():
    apply(roster(lin()))
    data = roster(lin(手机号码="13900005678"))
    shown = plan(data)
    member = Member.objects.get(employee_no="00201")
    member.phone = "13900009999"
    member.save()
    with pytest.raises(Refused, match="检查之后，有人登记或修改了其中的档案"):
        _import(data, shown)
    assert Member.objects.get(employee_no="00201").phone == "13900009999"


def test_person_entered_after_the_plan_isnt_overwritten():
    data = roster(lin())
    shown = plan(data)
    MemberFactory(employee_no="00201", name="别人")
    with pytest.raises(Refused, match="检查之后，有人登记或修改了其中的档案"):
        _import(data, shown)
    assert Member.objects.get(employee_no="00201").name == "别人"


def test_change_of_somebody_who_isnt_in_the_file_does_no_harm():
    other = MemberFactory()
    data = roster(lin())
    shown = plan(data)
    other.save()
    _import(data, shown)
    assert Member.objects.filter(employee_no="00201").count() == 1


# --- Faults of other files ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"手机号码": "1390000123"}, ("手机号码", "phone_length")),
        ({"手机号码": 139000012345}, ("手机号码", "phone_length")),
        ({"性别": "女性"}, ("性别", "unknown_gender")),
        ({"性别": None}, ("性别", "missing_gender")),
        ({"姓名": "　 "}, ("姓名", "missing_name")),
        ({"工号": None}, ("工号", "missing_employee_no")),
        ({"出生日期": "1981.02.30"}, ("出生日期", "impossible_date")),
        ({"出生日期": "八一年"}, ("出生日期", "unreadable_date")),
        ({"出生日期": "1981/01/27"}, ("出生日期", "birth_contradicts_id")),
        ({"性别": "男"}, ("性别", "gender_contradicts_id")),
        ({"入会日期": date(1981, 1, 26)}, ("入会日期", "joined_before_birth")),
        ({"身份证号": "430104198101269981"}, ("身份证号", "id_checksum")),
        ({"身份证号": "4301048101269981"}, ("身份证号", "id_length")),
        ({"身份证号": "430104198102309980"}, ("身份证号", "id_date")),
        ({"身份证号": 430104198101269989}, ("身份证号", "digits_lost")),
        ({"工号": "1" * 21}, ("工号", "too_long")),
        ({"姓名": "林" * 61}, ("姓名", "too_long")),
        ({"部门": "组" * 61}, ("部门", "too_long")),
        ({"工会小组": "组" * 61}, ("工会小组", "too_long")),
    ],
)
def test_faulty_cell_is_named(cells, problem):
    assert _codes(roster(lin(**cells))) == [problem]


def test_longest_texts_are_taken():
    apply(roster(lin(部门="组" * 60, 工会小组="组" * 60, 姓名="A" * 60)))
    assert Member.objects.get().name == "A" * 60


def test_birth_that_contradicts_without_a_column_for_it_is_named_at_the_id_number():
    MemberFactory(employee_no="00201", birth_date=date(1985, 3, 12), gender=Gender.FEMALE)
    data = roster(("00201", "林芳", "女", "43010419810126998X"), head=("工号", "姓名", "性别", "身份证号"))
    assert _codes(data) == [("身份证号", "birth_contradicts_id")]


def test_joining_before_a_birth_known_already_is_named():
    MemberFactory(employee_no="00201", birth_date=date(1985, 3, 12))
    data = roster(("00201", "林芳", "女", date(1985, 3, 12)), head=("工号", "姓名", "性别", "入会日期"))
    assert _codes(data) == [("入会日期", "joined_before_birth")]


def test_birth_after_a_joining_known_already_is_named():
    MemberFactory(employee_no="00201", joined_on=date(2011, 3, 1))
    data = roster(("00201", "林芳", "女", date(2011, 3, 1)), head=("工号", "姓名", "性别", "出生日期"))
    assert _codes(data) == [("出生日期", "joined_before_birth")]


def test_birth_that_contradicts_an_id_number_known_already_is_named():
    apply(roster(lin()))
    data = roster(("00201", "林芳", "女", date(1981, 1, 27)), head=("工号", "姓名", "性别", "出生日期"))
    assert _codes(data) == [("出生日期", "birth_contradicts_id")]


def test_file_without_a_required_column_is_refused():
    with pytest.raises(Refused, match="缺少这些列：性别"):
        plan(roster(("00201", "林芳"), head=("工号", "姓名")))


def test_column_that_isnt_taken_is_named():
    assert plan(roster((*lin(), "喜欢乒乓球"), head=(*HEAD, "爱好"))).ignored == ("爱好",)


# --- What a cell is made of --------------------------------------------------------------------------------


def test_small_x_is_kept_as_capital_x_and_is_no_change_again():
    data = roster(lin(身份证号="43010419810126998x"))
    apply(data)
    assert Member.objects.get().id_number == "43010419810126998X"
    assert _counts(data) == {"new": 0, "changed": 0, "unchanged": 1, "problems": 0}


def test_numeric_cells_give_their_digits():
    apply(roster(lin(工号=201, 手机号码=13900001234.0)))
    assert (Member.objects.get().employee_no, Member.objects.get().phone) == ("201", "13900001234")


def test_blanks_inside_a_name_go():
    apply(roster(lin(姓名="林　芳")))
    assert Member.objects.get().name == "林芳"


def test_empty_cell_erases_nothing():
    apply(roster(lin()))
    bare = roster(lin(手机号码=None, 部门=None, 工会小组=None, 入会日期=None, 身份证号=None, 出生日期=None))
    assert _counts(bare) == {"new": 0, "changed": 0, "unchanged": 1, "problems": 0}


@pytest.mark.parametrize(
    ("service", "joined", "union"),
    [
        (None, date(2003, 10, 9), "member"),
        (None, None, "non_member"),
        ("退休", date(2003, 10, 9), "retained"),
        ("退休", None, "non_member"),
    ],
)
def test_union_status_that_a_roster_doesnt_tell_follows_from_the_rest(service, joined, union):
    apply(roster((*lin(入会日期=joined), service), head=(*HEAD, "在职状态")))
    assert Member.objects.get().union_status == union


def test_name_of_the_file_is_kept_in_the_plan():
    assert plan_roster(roster(lin()), name="2026年花名册.xlsx").name == "2026年花名册.xlsx"


# --- Any roster ---------------------------------------------------------------------------------------------


def _id_number(born: date, order: int) -> str:
    body = f"320102{born:%Y%m%d}{order}"
    return body + check_digit(body)


DAYS = st.dates(date(1950, 1, 1), date(2005, 12, 31))
PEOPLE = st.builds(
    lambda name, born, order, joins, phone, x: (
        name,
        "男" if order % 2 else "女",
        born,
        born + timedelta(days=joins),
        f"139{phone:08}",
        _id_number(born, order).replace("X", x),
    ),
    st.text("林芳欧阳单仇曾喆昇玥淏祎旻堃", min_size=2, max_size=4),
    DAYS,
    st.integers(996, 999),
    st.integers(6570, 12000),
    st.integers(0, 99_999_999),
    st.sampled_from("xX"),
)
ROSTER_HEAD = ("工号", "姓名", "性别", "出生日期", "入会日期", "手机号码", "身份证号")
FAULTS = {
    "手机号码": ("1390000", "phone_length"),
    "性别": ("汉", "unknown_gender"),
    "出生日期": ("1990-02-30", "impossible_date"),
    "姓名": (None, "missing_name"),
    "身份证号": ("12345", "id_length"),
}


class AnyRosterTest(TestCase):
    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(people=st.lists(PEOPLE, min_size=1, max_size=6))
    def test_import_keeps_every_value_and_is_done_once(self, people):
        rows = [(f"{number:05}", *person) for number, person in enumerate(people)]
        data = roster(*rows, head=ROSTER_HEAD)
        assert apply(data).counts == {"new": len(rows), "changed": 0, "unchanged": 0, "problems": 0}
        kept = [
            (
                member.employee_no,
                member.name,
                str(member.get_gender_display()),
                member.birth_date,
                member.joined_on,
                member.phone,
                member.id_number,
            )
            for member in Member.objects.order_by("employee_no")
        ]
        assert kept == [(*row[:-1], row[-1].upper()) for row in rows]
        assert _counts(data) == {"new": 0, "changed": 0, "unchanged": len(rows), "problems": 0}

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        people=st.lists(PEOPLE, min_size=2, max_size=6),
        faults=st.dictionaries(st.integers(0, 5), st.sampled_from(sorted(FAULTS)), min_size=1),
    )
    def test_exactly_the_faulty_rows_are_named_and_nothing_is_written(self, people, faults):
        rows, expected = [], []
        for number, person in enumerate(people):
            cells = dict(zip(ROSTER_HEAD, (f"{number:05}", *person), strict=True))
            if label := faults.get(number):
                cells[label], code = FAULTS[label]
                expected.append((number + 2, label, code))
            rows.append(tuple(cells.values()))
        data = roster(*rows, head=ROSTER_HEAD)
        assert [(row, column, code) for row, column, _value, code in _problems(data)] == expected
        if expected:
            with pytest.raises(Refused):
                apply(data)
            assert _written() == NOTHING_WRITTEN
