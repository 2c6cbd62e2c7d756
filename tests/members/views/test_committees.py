from datetime import date

import pytest
from django.urls import reverse

from members.models import Committee, CommitteeTerm
from tests.members.factories import CommitteeFactory, CommitteeTermFactory, MemberFactory, OfficeHoldingFactory
from tests.members.views.forms import errors, fill, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIST = reverse("members:committee-list")


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


@pytest.fixture
def term():
    """The sixth term of the union's committee, with a chair and a member who resigned."""
    term = CommitteeTermFactory(requested_on=date(2024, 3, 24), request_no="明德工〔2024〕6号")
    OfficeHoldingFactory(term=term, member__name="周敏", post="chair")
    OfficeHoldingFactory(term=term, member__name="安红梅", to_on=date(2025, 1, 1), ended_because="resigned")
    return term


def page_of(term, name="detail"):
    return reverse(f"members:term-{name}", args=[term.pk])


def rows(response):
    return [[cell.text for cell in row.cells] for row in response.context["rows"]]


# --- Committees ---------------------------------------------------------------------------------------------


def test_row_tells_of_the_term_that_serves(term, client):
    CommitteeTermFactory(committee=term.committee, number=7, from_on=date(2029, 5, 8), to_on=date(2034, 5, 7))
    assert rows(client.get(LIST)) == [["工会委员会", "第六届", "周敏", "1", "2029-05-07", "任期内"]]


@pytest.mark.parametrize(
    ("to_on", "state", "tone"),
    [
        (date(2027, 5, 22), "任期内", "active"),
        (date(2027, 5, 21), "即将到期", "waits"),
        (date(2026, 11, 22), "即将到期", "waits"),
        (date(2026, 11, 21), "到期应换届", "waits"),
    ],
)
def test_row_warns_half_a_year_before_the_end(to_on, state, tone, client):
    CommitteeTermFactory(to_on=to_on)
    cell = client.get(LIST).context["rows"][0].cells[5]
    assert (cell.text, cell.badge.tone) == (state, tone)


def test_committee_without_a_term_says_so_and_the_unions_own_stands_first(client):
    CommitteeFactory(kind="other", name="膳食委员会")
    CommitteeFactory()
    found = [(row[0], row[5]) for row in rows(client.get(LIST))]
    assert found == [("工会委员会", "尚未登记届次"), ("膳食委员会", "尚未登记届次")]


@pytest.mark.parametrize("number", [3, 30])
def test_list_takes_12_queries_however_long_it_is(number, client, django_assert_num_queries):
    for place in range(number):
        committee = CommitteeFactory(kind="other", name=f"委员会{place}")
        OfficeHoldingFactory(term=CommitteeTermFactory(committee=committee))
    with django_assert_num_queries(12):
        client.get(LIST)


def test_committee_is_set_up(client):
    url = reverse("members:committee-create")
    response = client.post(url, fill(client, url, kind="audit", name="经费审查委员会"), follow=True)
    committee = Committee.objects.get()
    assert (committee.kind, committee.name, told(response)) == ("audit", "经费审查委员会", ["已保存。"])
    assert response.redirect_chain == [(committee.get_absolute_url(), 302)]


def test_name_that_is_taken_is_told_over_the_form(client):
    CommitteeFactory(kind="audit", name="经审会")
    url = reverse("members:committee-create")
    response = client.post(url, fill(client, url, kind="other", name="经审会"))
    assert (response.status_code, errors(response)) == (
        422,
        {"": ["已经有名为“经审会”的委员会，请换一个名称。"]},
    )


def test_committee_is_corrected(client):
    committee = CommitteeFactory(kind="other", name="膳食委员会")
    url = reverse("members:committee-update", args=[committee.pk])
    client.post(url, fill(client, url, name="膳食监督委员会"))
    committee.refresh_from_db()
    assert committee.name == "膳食监督委员会"


def test_committee_shows_its_terms_the_latest_first(term, client):
    old = CommitteeTermFactory(committee=term.committee, number=5, from_on=date(2019, 5, 8), to_on=date(2024, 5, 7))
    shown = client.get(term.committee.get_absolute_url()).context["terms"]
    assert [(one, state.text, len(offices)) for one, state, offices in shown] == [
        (term, "任期内", 2),
        (old, "已换届", 0),
    ]


# --- Terms --------------------------------------------------------------------------------------------------


def test_new_term_is_opened_with_who_stays(term, client):
    url = reverse("members:committee-renew", args=[term.committee_id])
    staying = term.offices.get(post="chair")
    typed = fill(client, url, from_on="2026-11-01", staying=[staying.pk], approval_no="江教工〔2026〕9号")
    response = client.post(url, typed, follow=True)
    new = CommitteeTerm.objects.get(number=7)
    assert (new.from_on, new.to_on, new.years, new.approval_no) == (
        date(2026, 11, 1),
        date(2031, 10, 31),
        5,
        "江教工〔2026〕9号",
    )
    assert [(one.member.name, one.from_on) for one in new.offices.all()] == [("周敏", date(2026, 11, 1))]
    assert told(response) == ["新一届已登记。请登记其余的委员。"]
    staying.refresh_from_db()
    assert (staying.to_on, staying.ended_because) == (date(2026, 10, 31), "term_over")


def test_end_before_the_start_is_told_at_the_field(client):
    url = reverse("members:committee-renew", args=[CommitteeFactory().pk])
    response = client.post(url, fill(client, url, from_on="2026-11-01", to_on="2026-11-01"))
    assert errors(response) == {"to_on": ["届满日期应晚于开始日期。"]}


def test_first_term_of_a_committee_asks_for_nobody_who_stays(client):
    url = reverse("members:committee-renew", args=[CommitteeFactory().pk])
    form = client.get(url).context["form"]
    assert ("staying" in form.fields, form["number"].value()) == (False, 1)


def test_term_shows_its_file_its_people_and_its_checks(term, client):
    context = client.get(page_of(term)).context
    assert [step.label for step in context["file"] if step.is_done] == ["向上级工会请示"]
    assert [office.member.name for office in context["holders"]] == ["周敏"]
    assert [office.member.name for office in context["former"]] == ["安红梅"]
    assert [check.label for check in context["checks"]] == ["任期", "委员人数", "女委员比例", "女职工组织"]


def test_history_of_a_term_has_what_became_of_its_offices(term, client):
    assert client.post(page_of(term, "update"), fill(client, page_of(term, "update"), note="补录")).status_code == 302
    verbs = [entry.what for entry in client.get(page_of(term)).context["trail"]]
    assert verbs == ["修改备注", "新建", "新建", "新建"]


@pytest.mark.parametrize("people", [3, 30])
def test_term_takes_23_queries_however_many_hold_office(people, client, django_assert_num_queries):
    term = CommitteeTermFactory()
    for _person in range(people):
        OfficeHoldingFactory(term=term)
    with django_assert_num_queries(23):
        client.get(page_of(term))


def test_end_is_put_off_with_its_source(term, client):
    url = page_of(term, "end")
    client.post(url, fill(client, url, to_on="2029-12-31", source="江教工〔2029〕2号"))
    term.refresh_from_db()
    assert (term.to_on, term.end_moved_by) == (date(2029, 12, 31), "江教工〔2029〕2号")


# --- Offices ------------------------------------------------------------------------------------------------


def test_somebody_takes_an_office(term, client):
    member = MemberFactory(name="林芳")
    url = page_of(term, "appoint")
    typed = fill(client, url, member=member.pk, post="member", duty="宣传", from_on="2026-03-01", how="added")
    response = client.post(url, typed, follow=True)
    office = term.offices.get(member=member)
    assert (office.title, office.from_on, office.how_chosen) == ("委员（宣传）", date(2026, 3, 1), "added")
    assert (response.redirect_chain, told(response)) == ([(page_of(term), 302)], ["任职已登记。"])


def test_only_members_in_service_are_offered_for_the_unions_committee(term, client):
    MemberFactory(name="康伟", union_status="non_member")
    MemberFactory(name="何梅", service_status="retired", union_status="retained")
    offered = client.get(page_of(term, "appoint")).context["form"].fields["member"].queryset
    assert set(offered.values_list("name", flat=True)) == {"陈静", "周敏", "安红梅"}


def test_office_ends_and_leads_back_to_its_term(term, client):
    office = term.offices.get(post="chair")
    url = reverse("members:office-end", args=[office.pk])
    response = client.post(url, fill(client, url, because="transferred"), follow=True)
    office.refresh_from_db()
    assert (office.to_on, office.ended_because) == (date(2026, 11, 22), "transferred")
    assert (response.redirect_chain, told(response)) == ([(page_of(term), 302)], ["已卸任。"])


def test_office_that_ended_has_no_such_page(term, client):
    office = term.offices.get(post="member")
    assert client.get(reverse("members:office-end", args=[office.pk])).status_code == 403


@pytest.mark.parametrize("name", ["names", "roll"])
def test_papers_of_a_term_are_handed_out(name, term, client):
    response = client.get(page_of(term, name))
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")


def test_chair_reads_and_changes_nothing(term, chair, signed_in):
    context = signed_in(chair).get(page_of(term)).context
    assert ([action.label for action in context["actions"]], context["may_end"]) == (
        ["委员名单", "委员会名册"],
        False,
    )
