"""The desk: what waits for whom, buttons that lead where it is dealt with, and the numbers of the year."""

from datetime import timedelta

import pytest
import time_machine

from finance.enums import EntryStatus, Fund
from finance.models import Entry
from members.models import Account, Member
from tests.affairs.catalogue import IssueFactory
from tests.conftest import TODAY, make_actor
from tests.finance.factories import BookedEntryFactory, EntryFactory
from tests.members.factories import MemberFactory
from tests.welfare.factories import VisitFactory
from unionoffice.roles import Role
from unionoffice.sources import SourceRef
from welfare.enums import VisitStatus

DESK = "/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def work(db):
    """One entry and one visit at every step."""
    for status in (EntryStatus.DRAFT, EntryStatus.SUBMITTED, EntryStatus.APPROVED, EntryStatus.PAID):
        EntryFactory(status=status, purpose=f"采购{status.label}")
    BookedEntryFactory()
    member = MemberFactory(name="林芳")
    for status in (VisitStatus.REQUESTED, VisitStatus.CHECKED, VisitStatus.APPROVED):
        VisitFactory(status=status, member=member)
    VisitFactory(status=VisitStatus.VISITED, member=member, fund=Fund.ADMINISTRATION)
    visit = VisitFactory(status=VisitStatus.VISITED, number="2025-901", member=member)
    visit.entry = EntryFactory(status=EntryStatus.APPROVED)
    visit.entry.source = SourceRef.to(visit)
    visit.entry.save()
    visit.save()
    # Those whom the factories made alike aren't taken for one person.
    Member.objects.update(birth_date=None)


def waiting(client):
    return [(task.sentence, str(task.button)) for task in client.get(DESK).context["tasks"]]


WAITING = {
    Role.CHAIR: [
        ("采购待批准，300.00元，待批准", "批准"),
        ("林芳的慰问（生病）待批准", "批准"),
        ("林芳的慰问（生病）待慰问", "登记"),
        ("林芳的慰问（生病）已慰问", "办结"),
    ],
    Role.SECRETARY: [
        ("采购草稿，300.00元，草稿", "修改"),
        ("林芳的慰问（生病）待核对", "核对"),
        ("林芳的慰问（生病）待慰问", "登记"),
        ("林芳的慰问（生病）已慰问", "办结"),
    ],
    Role.TREASURER: [("采购草稿，300.00元，草稿", "修改"), ("采购待记账，300.00元，待记账", "记账")],
    Role.CASHIER: [("采购待收付，300.00元，待收付", "收付款"), ("慰问 2025-901，待付款1,000.00元", "付款")],
    Role.WELFARE_OFFICER: [
        ("林芳的慰问（生病）待核对", "核对"),
        ("林芳的慰问（生病）待慰问", "登记"),
        ("林芳的慰问（生病）已慰问", "办结"),
    ],
}


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("role", Role)
def test_each_role_finds_the_steps_that_are_its_own_to_take(signed_in, role):
    assert waiting(signed_in(make_actor(role, "韩梅"))) == WAITING.get(role, [])


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("role", Role)
def test_every_button_leads_to_a_page_that_opens(signed_in, role):
    client = signed_in(make_actor(role, "韩梅"))
    urls = [task.url for task in client.get(DESK).context["tasks"]]
    assert {url: client.get(url).status_code for url in urls} == dict.fromkeys(urls, 200)


@pytest.mark.django_db
def test_every_button_of_the_demo_school_leads_to_a_page_that_opens(demo, signed_in):
    opened = {}
    for account in Account.objects.filter(grants__isnull=False).distinct():
        client = signed_in(account)
        opened |= {task.url: client.get(task.url).status_code for task in client.get(DESK).context["tasks"]}
    assert set(opened.values()) == {200}
    assert len(opened) > 5


def test_desk_without_work_says_so(signed_in, teacher):
    page = signed_in(teacher).get(DESK)
    assert page.context["tasks"] == []
    assert "现在没有需要您办理的事项。" in page.content.decode()


def test_what_is_due_stands_over_what_has_time(signed_in, secretary):
    late, next_week = TODAY - timedelta(days=3), TODAY + timedelta(days=7)
    EntryFactory(status=EntryStatus.DRAFT)
    for day in (next_week, TODAY, late):
        IssueFactory(handler=secretary.member, due_on=day)
    tasks = signed_in(secretary).get(DESK).context["tasks"]
    assert [task.due for task in tasks] == [late, TODAY, next_week, None]


def test_long_list_of_tasks_is_cut_and_counted_whole(signed_in, chair):
    for _ in range(33):
        EntryFactory(status=EntryStatus.SUBMITTED)
    page = signed_in(chair).get(DESK)
    assert (len(page.context["tasks"]), page.context["more"]) == (30, 3)
    assert "另有3项，办理后依次显示。" in page.content.decode()


def test_task_is_gone_when_it_was_dealt_with(signed_in, chair):
    entry = EntryFactory(status=EntryStatus.SUBMITTED)
    client = signed_in(chair)
    [task] = client.get(DESK).context["tasks"]
    client.post(task.url, {"form_key": client.get(task.url).context["form"]["form_key"].value()})
    assert Entry.objects.get(pk=entry.pk).status == EntryStatus.APPROVED
    assert waiting(client) == []


def test_numbers_of_the_year_are_for_those_who_read_the_summary(signed_in, chair, secretary, treasurer):
    shown = [bool(signed_in(user).get(DESK).context["figures"]) for user in (chair, secretary, treasurer)]
    assert shown == [True, True, False]


def test_numbers_of_the_year_are_those_of_this_year_and_lead_to_their_lists(signed_in, chair):
    BookedEntryFactory(amount="120.00")
    BookedEntryFactory(amount="999.00", booked_on="2025-12-31", paid_on="2025-12-31", year=2025)
    client = signed_in(chair)
    figures = {figure.key: figure for figure in client.get(DESK).context["figures"]}
    spending = figures["finance.spending"]
    assert list(figures) == [
        "members.staff",
        "members.members",
        "members.rate",
        "congress.proposals",
        "affairs.disclosures",
        "welfare.visits",
        "welfare.visits.money",
        "activities.held",
        "finance.income",
        "finance.spending",
    ]
    assert (spending.text, client.get(spending.url).context["measures"][1]) == ("120.00元", ("金额", "120.00元"))


def test_number_of_queries_does_not_grow_with_the_tasks(signed_in, chair, django_assert_max_num_queries):
    client = signed_in(chair)
    VisitFactory(status=VisitStatus.CHECKED)
    EntryFactory(status=EntryStatus.SUBMITTED)
    with django_assert_max_num_queries(94) as few:
        client.get(DESK)
    for _ in range(20):
        VisitFactory(status=VisitStatus.CHECKED)
        EntryFactory(status=EntryStatus.SUBMITTED)
    with django_assert_max_num_queries(94) as many:
        client.get(DESK)
    assert len(many) == len(few)
