"""Pages of the trail of everything."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from finance.enums import EntryStatus
from tests.finance.factories import EntryFactory
from tests.members.factories import MemberFactory
from tests.unionoffice.administration.factories import SpecialDayFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from unionoffice import audit
from unionoffice.audit import LogEntry
from unionoffice.school_calendar import save_special_day
from welfare.enums import VisitStatus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LIST = reverse("trail-list")


def shown(client, **query):
    """Person, deed, kind and record of each line."""
    return [tuple(cell.text for cell in row.cells[1:5]) for row in client.get(LIST, query).context["rows"]]


@pytest.fixture
def corrected(secretary):
    """A day off, entered by nobody, then corrected by the secretary on the next day."""
    day = SpecialDayFactory(day=date(2026, 11, 27))
    with time_machine.travel(date(2026, 11, 24), tick=False):
        day.label = "补休"
        save_special_day(day, by=secretary)
    return day


def test_list_tells_who_did_what_to_which_record(chair, signed_in, corrected):
    assert shown(signed_in(chair), kind="unionoffice.specialday") == [
        ("陈静", "修改事由", "特殊日期", "2026-11-27 放假（补休）"),
        ("系统", "新建", "特殊日期", "2026-11-27 放假（校运动会补休）"),
    ]


@pytest.mark.parametrize(
    ("query", "persons"),
    [
        ({"who": "陈"}, ["陈静"]),
        ({"deed": "新建"}, ["系统"]),
        ({"deed": "修改"}, ["陈静"]),
        ({"deed": "批准"}, []),
        ({"first": "2026-11-24"}, ["陈静"]),
        ({"last": "2026-11-23"}, ["系统"]),
        ({"last": "9999-12-31"}, ["陈静", "系统"]),
        ({"first": "2026-11-22", "last": "2026-11-22"}, ["系统"]),
    ],
)
def test_list_is_narrowed_by_person_deed_and_day(chair, signed_in, corrected, query, persons):
    lines = shown(signed_in(chair), kind="unionoffice.specialday", **query)
    assert [person for person, *_ in lines] == persons


def test_verb_of_a_deed_is_found(chair, secretary, signed_in):
    visit = VisitFactory()
    with audit.deed("核对标准", by=secretary):
        visit.place = "家中"
        visit.save()
    assert [deed for _, deed, *_ in shown(signed_in(chair), deed="核对")] == ["核对标准"]


def test_auditor_sees_the_entries_of_what_is_open_to_audit(auditor, signed_in):
    VisitFactory()
    paid = MadeVisitFactory(status=VisitStatus.PAID, entry=EntryFactory(status=EntryStatus.PAID))
    assert [line[3] for line in shown(signed_in(auditor), kind="welfare.visit")] == [str(paid)]


@pytest.mark.parametrize("number", [3, 30])
def test_list_of_any_length_takes_the_same_queries(auditor, signed_in, django_assert_num_queries, number):
    client = signed_in(auditor)
    for _ in range(number):
        MadeVisitFactory(status=VisitStatus.PAID, entry=EntryFactory(status=EntryStatus.PAID))
    client.get(LIST)
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)


LIST_QUERIES = 11
"""Session, account, three for its roles, two for the audiences it belongs to, the bell, the school, then the
count and the rows.
"""


def test_entry_tells_what_changed_and_leads_to_the_record(chair, signed_in):
    member = MemberFactory(name="林芳", title="一级教师")
    member.title = "高级教师"
    member.save()
    entry = audit.trail_of(member).first()
    context = signed_in(chair).get(entry.get_absolute_url()).context
    assert [(change.label, change.before, change.after) for change in context["changes"]] == [
        ("职称", "一级教师", "高级教师")
    ]
    facts = {str(fact.label): (str(fact.value), fact.url) for fact in context["facts"]}
    assert facts["记录"] == ("林芳", member.get_absolute_url())
    assert (facts["记录类型"], context["title"]) == (("教职工", ""), "修改职称：林芳")


def test_entry_of_a_record_that_is_gone_leads_nowhere(chair, signed_in):
    day = SpecialDayFactory()
    day.delete()
    entry = LogEntry.objects.get(content_type__model="specialday", action=LogEntry.Action.DELETE)
    context = signed_in(chair).get(entry.get_absolute_url()).context
    assert [fact.url for fact in context["facts"] if str(fact.label) == "记录"] == [""]


def test_entry_of_a_record_that_the_auditor_may_not_see_is_not_there(auditor, signed_in):
    entry = audit.trail_of(VisitFactory()).get()
    assert signed_in(auditor).get(entry.get_absolute_url()).status_code == 404


def test_history_on_a_records_page_shows_before_and_after(chair, signed_in):
    member = MemberFactory(title="一级教师")
    member.title = "高级教师"
    member.save()
    text = signed_in(chair).get(member.get_absolute_url()).content.decode()
    assert "<del>一级教师</del>" in text
    assert "<ins>高级教师</ins>" in text
