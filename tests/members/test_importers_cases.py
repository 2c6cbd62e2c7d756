"""The example rosters of the office, each with exactly what is right to make of it."""

from datetime import date, timedelta

import pytest

from members.models import DepartmentPlace, GroupPlace, Member
from members.selectors import with_current_places
from tests.members.rosters import NOTHING_WRITTEN, apply, case, counts, plan, problems, written
from tests.members.trails import last_changes, trail
from unionoffice.audit import HIDDEN, LogEntry
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


# --- 01: 40 people without a problem -----------------------------------------------------------------------


def test_clean_roster_is_40_new_people():
    found = plan(case("01_clean.xlsx"))
    assert found.counts == {"new": 40, "changed": 0, "unchanged": 0, "problems": 0}
    assert found.ignored == ()
    assert written() == NOTHING_WRITTEN


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
    before, versions = written(), list(Member.objects.values_list("pk", "version"))
    again = apply(data, by=secretary, on=on + timedelta(days=1))
    assert again.counts == {"new": 0, "changed": 0, "unchanged": 40, "problems": 0}
    assert str(again) == "40行都与现有数据一致，没有需要导入的内容。"
    assert (written(), list(Member.objects.values_list("pk", "version"))) == (before, versions)


# --- 05: 10 rows with a problem ----------------------------------------------------------------------------


def test_every_bad_row_is_named_with_its_fault():
    data = case("05_bad_rows.xlsx")
    assert problems(data) == [
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
    assert counts(data) == {"new": 30, "changed": 0, "unchanged": 0, "problems": 10}


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
    assert written() == NOTHING_WRITTEN


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
    assert [(person.key, person.title) for person in found.absent] == [("00113", "徐光耀"), ("00128", "叶丽华")]
    assert (found.notes, found.unknown, found.ignored) == ((), (), ())
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
    assert counts(case("06_update.xlsx")) == {"new": 0, "changed": 0, "unchanged": 41, "problems": 0}
