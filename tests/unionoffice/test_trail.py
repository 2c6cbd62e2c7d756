"""The trail of everything: who may read which entry, and what it says in words."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser

from activities.models import Activity
from finance.enums import EntryStatus
from members.models import Attendance, Member
from tests.activities.factories import ActivityFactory
from tests.finance.factories import EntryFactory
from tests.members.factories import AttendanceFactory, GatheringFactory, MemberFactory, UnionGroupFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from unionoffice import audit
from unionoffice.audit import HIDDEN, LogEntry
from unionoffice.rules import RuleKind, RuleSetting
from unionoffice.school_calendar import SpecialDay
from unionoffice.sources import SourceRef
from unionoffice.trail import by_deed, told
from welfare.enums import VisitStatus
from welfare.models import Visit

pytestmark = pytest.mark.django_db


def seen_by(user, model):
    entries = LogEntry.objects.visible_to(user).filter(content_type__model=model._meta.model_name)
    return sorted(set(entries.values_list("object_id", flat=True)))


def words(entry, user):
    return [(change.label, change.before, change.after) for change in told([entry], user)[0].told]


def last_of(record):
    return audit.trail_of(record).first()


@pytest.fixture
def visits():
    return {
        "asked": VisitFactory(),
        "paid": MadeVisitFactory(status=VisitStatus.PAID, entry=EntryFactory(status=EntryStatus.PAID)),
    }


def test_entry_is_as_visible_as_its_record(visits, chair, auditor, cashier):
    asked, paid = visits["asked"].pk, visits["paid"].pk
    assert [seen_by(user, Visit) for user in (chair, auditor, cashier)] == [[asked, paid], [paid], []]


def test_history_of_people_is_for_who_keeps_the_union_file(secretary, welfare_officer, group_leader, teacher):
    """Its lines tell old values; one's own is on one's own page."""
    MemberFactory()
    everybody = sorted(Member.objects.values_list("pk", flat=True))
    readers = (secretary, welfare_officer, group_leader, teacher)
    assert [sorted(seen_by(user, Member)) for user in readers] == [everybody, [], [], []]


def test_names_on_a_roll_are_not_for_who_follows_the_money(chair, secretary, auditor):
    activity = ActivityFactory()
    gathering = GatheringFactory(source=SourceRef.to(activity))
    came = AttendanceFactory(gathering=gathering)
    assert [seen_by(user, Activity) for user in (chair, secretary, auditor)] == [[activity.pk]] * 3
    assert [seen_by(user, Attendance) for user in (chair, secretary, auditor)] == [[came.pk], [came.pk], []]


def test_nobody_sees_anything_without_an_account(visits):
    assert LogEntry.objects.visible_to(AnonymousUser()).count() == 0


def test_kind_that_does_not_say_to_whom_it_is_visible_is_for_chair_and_secretary(chair, secretary, auditor):
    day = SpecialDay.objects.create(day=date(2026, 11, 27), kind="off", label="补休", source="校历")
    assert [seen_by(user, SpecialDay) for user in (chair, secretary, auditor)] == [[day.pk], [day.pk], []]


def test_entry_of_a_deleted_record_is_for_those_who_see_all_of_its_kind(chair, auditor):
    visit = VisitFactory()
    key = visit.pk
    visit.delete()
    assert [seen_by(user, Visit) for user in (chair, auditor)] == [[key], []]


@pytest.mark.parametrize("number", [3, 12])
def test_trail_of_any_length_takes_one_query(auditor, django_assert_num_queries, number):
    for _ in range(number):
        VisitFactory()
    list(LogEntry.objects.visible_to(auditor))
    with django_assert_num_queries(1):
        list(LogEntry.objects.visible_to(auditor))


def test_choices_dates_and_flags_are_told_in_words(chair):
    member = MemberFactory(gender="female", hired_on=date(2020, 9, 1), title="")
    member.gender, member.hired_on, member.title = "male", None, "一级教师"
    member.save()
    assert words(last_of(member), chair) == [
        ("性别", "女", "男"),
        ("职称", "空", "一级教师"),
        ("来校时间", "2020-09-01", "空"),
    ]


def test_sensitive_values_stay_hidden(chair):
    member = MemberFactory(phone="13800138000")
    member.phone = "13900139000"
    member.save()
    assert last_of(member).changes == {"phone": [HIDDEN, HIDDEN]}
    assert words(last_of(member), chair) == [("手机号码", HIDDEN, HIDDEN)]


def test_amounts_are_told_as_money_and_flags_as_yes_or_no(chair):
    visit = VisitFactory(cash=Decimal(1000))
    visit.cash, visit.recorded_late = Decimal("1234.5"), True
    visit.save()
    assert words(last_of(visit), chair) == [("慰问金（元）", "1,000.00元", "1,234.50元"), ("补登", "否", "是")]


def test_value_of_a_rule_is_told_without_the_databases_marks(chair):
    setting = RuleSetting.objects.create(
        key="tests.cap", label="上限", kind=RuleKind.MONEY, value="20.00", valid_from=date(2026, 1, 1), source="甲"
    )
    setting.value = "30.00"
    setting.save()
    assert words(last_of(setting), chair) == [("取值", "20.00", "30.00")]


def test_record_that_is_referred_to_is_named(chair):
    leader, group = MemberFactory(name="林芳"), UnionGroupFactory(leader=None)
    group.leader = leader
    group.save()
    assert words(last_of(group), chair) == [("组长", "空", "林芳")]


def test_record_that_is_referred_to_but_not_visible_is_not_named(teacher):
    leader, group = MemberFactory(name="林芳"), UnionGroupFactory(leader=None)
    group.leader = leader
    group.save()
    assert words(last_of(group), teacher) == [("组长", "空", "教职工档案")]


def test_record_that_is_referred_to_and_gone_is_said_to_be_deleted(chair):
    above = UnionGroupFactory()
    group = UnionGroupFactory(parent=above)
    group.parent = None
    group.save()
    above.delete()
    assert words(last_of(group), chair) == [("上级分工会", "（已删除）", "空")]


@pytest.mark.parametrize("number", [2, 9])
def test_names_are_looked_up_once_for_all_entries(chair, django_assert_num_queries, number):
    for _ in range(number):
        group = UnionGroupFactory(leader=None)
        group.leader = MemberFactory()
        group.save()
    entries = list(LogEntry.objects.filter(content_type__model="uniongroup", action=LogEntry.Action.UPDATE))
    told(entries, chair)
    with django_assert_num_queries(2):
        assert len(told(entries, chair)) == number


def test_field_that_is_gone_keeps_its_old_name(chair):
    member = MemberFactory()
    entry = last_of(member)
    entry.changes = {"nickname": ["甲", "乙"]}
    assert words(entry, chair) == [("nickname", "甲", "乙")]


def test_new_record_tells_what_it_began_with(chair):
    day = SpecialDay.objects.create(day=date(2026, 11, 27), kind="off", label="补休", source="校历")
    assert words(last_of(day), chair) == [
        ("日期", "空", "2026-11-27"),
        ("安排", "空", "放假"),
        ("事由", "空", "补休"),
        ("依据", "空", "校历"),
    ]


def test_moment_is_told_by_the_clock_on_the_wall(chair):
    entry = last_of(chair)
    entry.changes = {"last_login": ["None", "2026-11-22 18:05:00"]}
    assert [(before, after) for _label, before, after in words(entry, chair)] == [("空", "2026-11-23 02:05")]


def lines_of(chair, *records):
    return [(entry.what, len(entry.told)) for entry in by_deed(told(audit.trail_of(*records), chair))]


def test_what_one_deed_did_to_several_records_alike_is_one_line(chair):
    people = MemberFactory.create_batch(3, title="一级教师")
    begun = lines_of(chair, *people)
    with audit.deed("评聘", by=chair):
        for member in people:
            member.title = "高级教师"
            member.save()
    assert lines_of(chair, *people) == [("评聘", 1), *begun]


@pytest.mark.parametrize(
    ("verbs", "members"), [(("评聘", "评聘"), (0, 0)), (("评聘", "转岗"), (0, 1)), (("", ""), (0, 1))]
)
def test_record_that_changed_twice_other_words_and_forms_keep_their_lines(chair, verbs, members):
    people = MemberFactory.create_batch(2, title="一级教师")
    begun = len(lines_of(chair, *people))
    for turn, (verb, which) in enumerate(zip(verbs, members, strict=True)):
        with audit.deed(verb, by=chair):
            people[which].title = f"第{turn}个职称"
            people[which].save()
    assert len(lines_of(chair, *people)) == begun + 2
