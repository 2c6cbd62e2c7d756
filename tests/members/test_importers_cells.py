"""What stands in the cells of a roster, and what is kept of it."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from members.enums import ContractKind, PoliticalStatus, PostCategory, ServiceStatus, UnionStatus
from members.importers import COLUMNS, cells
from members.models import Member
from tests.members.factories import MemberFactory
from tests.members.rosters import HEAD, apply, codes, counts, lin, plan, roster
from tests.unionoffice.sheets.files import saved, workbook
from unionoffice.sheets import Assumed, Unfit, read_workbook, template_workbook

NOW = ("工号", "姓名", "性别")
LIN = ("00201", "林芳", "女")


def parse(key: str, cell):
    return next(column.parse for column in COLUMNS if column.key == key)(cell)


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("教研组长(高级教师)", "高级教师"),
        ("教务处副主任（一级教师）", "一级教师"),
        ("总务处主任 （会计师）", "会计师"),
        ("校医(主管护师)", "主管护师"),
        ("高级教师（年级组长）", "高级教师"),
        ("副校长/正高级教师", "正高级教师"),
        ("一级教师、班主任", "一级教师"),
        ("工会主席 高级政工师", "高级政工师"),
        ("校长（国家级督学）", "国家级督学"),
        ("高级教师", "高级教师"),
        ("助理馆员", "助理馆员"),
        ("主任医师", "主任医师"),
        ("高级教师（副高）", "高级教师（副高）"),
        ("技师", "技师"),
        ("高级工", "高级工"),
        ("见习", "见习"),
        ("", ""),
    ],
)
def test_title_is_kept_without_the_post(cell, title):
    assert parse("title", cell) == title


@pytest.mark.parametrize("cell", ["教研组长", "副校长", "教务处副主任", "党支部书记/校长"])
def test_post_without_a_title_is_no_title(cell):
    found = parse("title", cell)
    assert isinstance(found, Assumed)
    assert (found.value, found.message) == ("", f"“{cell}”是职务，没有作为职称。")


@pytest.mark.parametrize(
    ("key", "cell", "value"),
    [
        ("gender", "男性", "male"),
        ("gender", " 女 ", "female"),
        ("political_status", "党 员", PoliticalStatus.PARTY_MEMBER),
        ("political_status", "中共党员（预备）", PoliticalStatus.PROBATIONARY),
        ("political_status", "九三", PoliticalStatus.JIU_SAN),
        ("political_status", "民革", PoliticalStatus.REVOLUTIONARY_COMMITTEE),
        ("post_category", "专任教师", PostCategory.TEACHER),
        ("contract_kind", "在编", ContractKind.ESTABLISHED),
        ("contract_kind", "合同制", ContractKind.CONTRACT),
        ("contract_kind", "临时工", ContractKind.TEMPORARY),
        ("service_status", "离休", ServiceStatus.RETIRED_CADRE),
        ("service_status", "已故", ServiceStatus.DEAD),
        ("union_status", "保留会籍", UnionStatus.RETAINED),
        ("union_status", "是", UnionStatus.MEMBER),
        ("union_status", "未入会", UnionStatus.NON_MEMBER),
        ("ethnicity", "汉", "汉族"),
        ("ethnicity", "土家 族", "土家族"),
        ("ethnicity", "穿青人", "穿青人"),
        ("phone", "+86 135-0000-0001", "13500000001"),
        ("phone", "（135）00000001", "13500000001"),
        ("bank_card", "6222 0000 1234-5678", "6222000012345678"),
    ],
)
def test_short_and_other_forms_are_understood(key, cell, value):
    assert parse(key, cell) == value


@pytest.mark.parametrize(
    ("key", "cell", "code"),
    [
        ("gender", "M", "unknown_gender"),
        ("political_status", "入党积极分子", "unknown_political_status"),
        ("contract_kind", "返聘", "unknown_contract_kind"),
        ("contract_kind", "劳务派遣", "unknown_contract_kind"),
        ("service_status", "产假", "unknown_service_status"),
        ("bank_card", "工商银行", "card_digits"),
        ("phone", "0731-88880001", "phone_length"),
    ],
)
def test_what_may_mean_several_things_is_not_guessed_at(key, cell, code):
    with pytest.raises(Unfit) as raised:
        parse(key, cell)
    assert raised.value.code == code


def test_there_are_56_peoples():
    assert len(cells.PEOPLES) == 56


# --- Between the cells of a row --------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("void", ["无", "/", "—", "-", " "])
def test_sign_for_nothing_tells_nothing(void):
    apply(roster(lin()))
    bare = lin(出生日期=void, 部门=void, 来校时间=void, 入会日期=void, 工会小组=void, 手机号码=void, 身份证号=void)
    assert counts(roster(bare)) == {"new": 0, "changed": 0, "unchanged": 1, "problems": 0}


@pytest.mark.django_db
def test_month_of_a_birth_takes_its_day_from_the_id_number():
    [row] = plan(roster(lin(出生日期="1981.01"))).new
    assert row.values["birth_date"] == date(1981, 1, 26)
    [row] = plan(roster(lin(出生日期="81年1月"))).new
    assert row.values["birth_date"] == date(1981, 1, 26)


@pytest.mark.django_db
@pytest.mark.parametrize("birth", ["1981.02", "82.1", "1982年1月"])
def test_month_of_a_birth_that_the_id_number_contradicts_is_a_problem(birth):
    assert codes(roster(lin(出生日期=birth))) == [("出生日期", "birth_contradicts_id")]


@pytest.mark.django_db
def test_month_is_no_change_of_a_day_in_it_and_a_day_is_one_of_a_month():
    apply(roster(lin(身份证号=None)))
    again = plan(roster(lin(身份证号=None, 出生日期="1981.01", 来校时间="2003年8月", 入会日期="200310")))
    assert (again.counts["unchanged"], again.notes) == (1, ())
    other = plan(roster(lin(身份证号=None, 来校时间="2003年9月")))
    assert [(change.label, change.new_text) for row in other.changed for change in row.changes] == [
        ("来校时间", "2003-09-01")
    ]
    assert [str(note) for note in other.notes] == ["第2行 来校时间：没有写日，按2003-09-01登记。"]


@pytest.mark.django_db
def test_first_job_stands_for_coming_here_only_where_nothing_else_tells():
    head = (*NOW, "参加工作时间")
    apply(workbook(head, (*LIN, "2001.08")))
    member = Member.objects.get(employee_no="00201")
    assert (member.first_job_on, member.hired_on) == (date(2001, 8, 1), date(2001, 8, 1))
    assert counts(workbook(head, (*LIN, "2001.08")))["unchanged"] == 1
    Member.objects.update(hired_on=date(2003, 9, 1))
    assert counts(workbook(head, (*LIN, "2001.08")))["unchanged"] == 1
    assert (
        plan(workbook((*head, "到校时间"), ("00202", "单昇", "男", "2001.08", None))).new[0].values["hired_on"]
        is None
    )


@pytest.mark.django_db
def test_list_without_sex_takes_that_of_the_id_number():
    [row] = plan(workbook(("工号", "姓名", "身份证号"), ("00201", "林芳", "43010419810126998X"))).new
    assert row.values["gender"] == "female"
    assert codes(workbook(("工号", "姓名", "部门"), ("00201", "林芳", "英语组"))) == [("性别", "missing_gender")]


@pytest.mark.django_db
def test_list_without_sex_changes_people_known_already():
    MemberFactory(employee_no="00201", name="林芳", phone="13500000001")
    found = plan(workbook(("工号", "姓名", "手机"), ("00201", "林芳", 13500000002)))
    assert [change.new_text for row in found.changed for change in row.changes] == ["13500000002"]


@pytest.mark.django_db
def test_day_of_retirement_that_has_passed_tells_of_retirement():
    found = plan(workbook((*NOW, "退休时间"), (*LIN, "2020.06"), ("00202", "单昇", "男", "2099-01-01")))
    assert [row.values.get("service_status") for row in found.new] == ["retired", None]
    assert [str(note) for note in found.notes if note.row == 2][-1].endswith("有退休时间，按退休登记。")


@pytest.mark.django_db
def test_retirement_before_birth_is_a_problem():
    data = workbook((*NOW, "出生日期", "退休时间"), (*LIN, "1960-03-01", "1920-03-01"))
    assert codes(data) == [("退休时间", "retired_before_birth")]


@pytest.mark.django_db
def test_bank_card_is_kept():
    apply(workbook((*NOW, "工资卡号"), (*LIN, "6222 0000 1234 5678")))
    assert Member.objects.get(employee_no="00201").bank_card == "6222000012345678"


@pytest.mark.django_db
def test_who_is_absent_is_named_among_those_of_the_same_status():
    MemberFactory(employee_no="00301", name="单昇")
    MemberFactory(employee_no="00302", name="覃祎", service_status=ServiceStatus.RETIRED)
    MemberFactory(employee_no="00303", name="解宇", service_status=ServiceStatus.LEFT)
    found = plan(roster(lin(), head=HEAD))
    assert [(person.key, person.title) for person in found.absent] == [("00301", "单昇")]
    retired = plan(workbook((*NOW, "在职状态"), (*LIN, "退休")))
    assert [(person.key, person.title) for person in retired.absent] == [("00302", "覃祎")]


def test_template_says_how_days_are_written():
    _empty, guide = read_workbook(template_workbook(COLUMNS), name="x").sheets
    told = {row.cells[0]: row.cells[2] for row in guide.rows}
    assert told["出生日期"] == told["退休时间"] == "日期，例如1985-03-12；不知道日的写1985-03"
    assert told["性别"] == "男、女"


@pytest.mark.django_db
def test_filled_template_is_read_and_its_guide_is_not():
    book = load_workbook(BytesIO(template_workbook(COLUMNS)))
    book.worksheets[0].append(["00201", "林芳", "女"])
    found = plan(saved(book))
    assert found.counts == {"new": 1, "changed": 0, "unchanged": 0, "problems": 0}
    assert (found.unknown, found.ignored) == ((), ())
    assert [sheet.name for sheet in found.skipped] == ["填写说明"]
