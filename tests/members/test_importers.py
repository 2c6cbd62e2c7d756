from datetime import date, timedelta
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from members.enums import Gender
from members.importers import ROSTER, plan_roster
from members.models import Member
from members.validation import check_digit
from tests.members.factories import MemberFactory
from tests.members.merging import merge
from tests.members.rosters import HEAD, NOTHING_WRITTEN, apply, codes, counts, lin, plan, problems, roster, written
from unionoffice.refusal import Refused
from unionoffice.sheets import UnknownHead

pytestmark = pytest.mark.django_db


# --- Between the plan and the import -----------------------------------------------------------------------


def _import(data: bytes, shown, *, digest: str = "") -> None:
    ROSTER.carry_out(
        data,
        name="花名册.xlsx",
        digest=digest or shown.digest,
        compared=shown.standing,
        by=None,
        on=date(2026, 11, 22),
    )


def test_another_file_than_the_one_checked_is_refused():
    shown = plan(roster(lin()))
    with pytest.raises(Refused, match="文件与检查时的不是同一个"):
        _import(roster(lin(姓名="林方")), shown)
    assert written() == NOTHING_WRITTEN


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
    with pytest.raises(Refused, match="检查之后，有人登记或修改了其中的记录"):
        _import(data, shown)
    assert Member.objects.get(employee_no="00201").phone == "13900009999"


def test_person_entered_after_the_plan_isnt_overwritten():
    data = roster(lin())
    shown = plan(data)
    MemberFactory(employee_no="00201", name="别人")
    with pytest.raises(Refused, match="检查之后，有人登记或修改了其中的记录"):
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
        ({"性别": "F"}, ("性别", "unknown_gender")),
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
    assert codes(roster(lin(**cells))) == [problem]


def test_longest_texts_are_taken():
    apply(roster(lin(部门="组" * 60, 工会小组="组" * 60, 姓名="A" * 60)))
    assert Member.objects.get().name == "A" * 60


def test_birth_that_contradicts_without_a_column_for_it_is_named_at_the_id_number():
    MemberFactory(employee_no="00201", birth_date=date(1985, 3, 12), gender=Gender.FEMALE)
    data = roster(("00201", "林芳", "女", "43010419810126998X"), head=("工号", "姓名", "性别", "身份证号"))
    assert codes(data) == [("身份证号", "birth_contradicts_id")]


def test_joining_before_a_birth_known_already_is_named():
    MemberFactory(employee_no="00201", birth_date=date(1985, 3, 12))
    data = roster(("00201", "林芳", "女", date(1985, 3, 12)), head=("工号", "姓名", "性别", "入会日期"))
    assert codes(data) == [("入会日期", "joined_before_birth")]


def test_birth_after_a_joining_known_already_is_named():
    MemberFactory(employee_no="00201", joined_on=date(2011, 3, 1))
    data = roster(("00201", "林芳", "女", date(2011, 3, 1)), head=("工号", "姓名", "性别", "出生日期"))
    assert codes(data) == [("出生日期", "joined_before_birth")]


def test_birth_that_contradicts_an_id_number_known_already_is_named():
    apply(roster(lin()))
    data = roster(("00201", "林芳", "女", date(1981, 1, 27)), head=("工号", "姓名", "性别", "出生日期"))
    assert codes(data) == [("出生日期", "birth_contradicts_id")]


def test_file_without_a_required_column_is_refused():
    with pytest.raises(Refused, match="缺少这些列：工号。请补上后重新上传"):
        plan(roster(("林芳", "女"), head=("姓名", "性别")))


def test_column_that_nobody_knows_is_named_with_what_stands_there():
    found = plan(roster((*lin(), "喜欢乒乓球", "班主任"), head=(*HEAD, "爱好", "备注")))
    assert (found.unknown, found.ignored) == ((UnknownHead("爱好", ("喜欢乒乓球",)),), ("备注",))


# --- What a cell is made of --------------------------------------------------------------------------------


def test_small_x_is_kept_as_capital_x_and_is_no_change_again():
    data = roster(lin(身份证号="43010419810126998x"))
    apply(data)
    assert Member.objects.get().id_number == "43010419810126998X"
    assert counts(data) == {"new": 0, "changed": 0, "unchanged": 1, "problems": 0}


def test_numeric_cells_give_their_digits():
    apply(roster(lin(工号=201, 手机号码=13900001234.0)))
    assert (Member.objects.get().employee_no, Member.objects.get().phone) == ("201", "13900001234")


def test_blanks_inside_a_name_go():
    apply(roster(lin(姓名="林　芳")))
    assert Member.objects.get().name == "林芳"


def test_empty_cell_erases_nothing():
    apply(roster(lin()))
    bare = roster(lin(手机号码=None, 部门=None, 工会小组=None, 入会日期=None, 身份证号=None, 出生日期=None))
    assert counts(bare) == {"new": 0, "changed": 0, "unchanged": 1, "problems": 0}


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
        assert counts(data) == {"new": 0, "changed": 0, "unchanged": len(rows), "problems": 0}

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
        assert [(row, column, code) for row, column, _value, code in problems(data)] == expected
        if expected:
            with pytest.raises(Refused):
                apply(data)
            assert written() == NOTHING_WRITTEN


def test_number_that_a_merge_gave_up_is_a_problem_that_names_the_one_to_use():
    kept, dropped = MemberFactory(employee_no="1001", name="林芳"), MemberFactory(employee_no="2002", name="林芳")
    merge(kept, dropped)
    data = roster(lin(工号="2002"))
    assert codes(data) == [("工号", "given_up_employee_no")]
    assert plan(data).problems[0].message == "这个工号的档案已并入1001 林芳，请改用1001。"
