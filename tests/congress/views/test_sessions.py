"""The pages of sessions."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from congress.enums import ProposalStatus, SessionStatus
from congress.models import Session
from tests.conftest import TODAY
from tests.congress.factories import ProposalFactory, SessionFactory, TermFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

SESSION = {
    "number": "4",
    "kind": "ordinary",
    "precision": "day",
    "starts_on": "2026-12-28",
    "ends_on": "2026-12-29",
    "call_from": "2026-11-10",
    "call_to": "2026-11-30",
}


def send(client, name, *args, **data):
    return client.post(reverse(f"congress:{name}", args=args), {"form_key": str(uuid.uuid4()), **data})


def errors(response):
    assert response.status_code == 422
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def facts(client, record):
    context = client.get(record.get_absolute_url()).context
    return {str(fact.label): str(fact.value) for fact in context["facts"]}


class TestSession:
    @pytest.mark.parametrize(("held", "number"), [((), 1), ((1, 3), 4)])
    def test_form_offers_the_next_one_of_the_term_that_runs(self, secretary, signed_in, held, number):
        term = TermFactory()
        for done in held:
            SessionFactory(term=term, number=done)
        form = signed_in(secretary).get(reverse("congress:session-create")).context["form"]
        assert (form["term"].value(), form["number"].value()) == (term.pk, number)

    def test_form_offers_nothing_where_no_term_runs(self, secretary, signed_in):
        form = signed_in(secretary).get(reverse("congress:session-create")).context["form"]
        assert (form["term"].value(), form["number"].value()) == (None, None)

    def test_is_entered_with_its_call(self, secretary, signed_in):
        send(signed_in(secretary), "session-create", **SESSION, term=TermFactory().pk)
        assert str(Session.objects.calling_on(TODAY).get()) == "第九届第四次"

    @pytest.mark.parametrize(("starts_on", "is_next"), [(date(2026, 11, 22), True), (date(2026, 11, 23), False)])
    def test_that_it_took_place_is_the_next_step_from_its_first_day_on(
        self, secretary, signed_in, starts_on, is_next
    ):
        session = SessionFactory(starts_on=starts_on, ends_on=date(2026, 11, 23))
        actions = signed_in(secretary).get(session.get_absolute_url()).context["actions"]
        assert {str(one.label): one.primary for one in actions}["确认已召开"] is is_next

    @pytest.mark.parametrize(
        ("changes", "wrong"),
        [
            ({"ends_on": "2026-12-27"}, {"ends_on": ["结束日期不能早于开始日期。"]}),
            ({"call_to": ""}, {"call_to": ["提案征集的起止日期要一起填写。"]}),
            ({"call_from": ""}, {"call_from": ["提案征集的起止日期要一起填写。"]}),
            ({"call_to": "2026-11-09"}, {"call_to": ["征集截止日期不能早于开始日期。"]}),
            ({"number": "0"}, {"number": ["次数从1开始。"]}),
        ],
        ids=str,
    )
    def test_out_of_order_is_shown_at_the_field(self, secretary, signed_in, changes, wrong):
        told = {**SESSION, "term": TermFactory().pk, **changes}
        assert errors(send(signed_in(secretary), "session-create", **told)) == wrong

    def test_page_counts_what_the_viewer_may_see(self, secretary, teacher, signed_in):
        session = SessionFactory()
        for status in (ProposalStatus.FILED, ProposalStatus.ACCEPTED):
            ProposalFactory(status=status, session=session)
        assert [facts(signed_in(one), session)["提案"] for one in (secretary, teacher)] == ["2件", "1件"]

    def test_is_confirmed_after_it_took_place(self, secretary, signed_in):
        session = SessionFactory(starts_on=TODAY, ends_on=date(2026, 11, 23))
        client = signed_in(secretary)
        assert send(client, "session-hold", session.pk).url == session.get_absolute_url()
        assert Session.objects.get().status == SessionStatus.HELD
        assert [str(one.label) for one in client.get(session.get_absolute_url()).context["actions"]] == ["修改"]


def test_guests_are_noted_with_a_session_that_took_place_and_corrected_later(secretary, signed_in):
    session, client = SessionFactory(number=1, starts_on=TODAY, ends_on=TODAY), signed_in(secretary)
    came = {"due_count": 93, "present_count": 87, "attending_count": 12, "invited_count": 6}
    send(client, "session-hold", session.pk, **came)
    assert Session.objects.get().attendance == "应到代表93名，实到87名，列席12名，特邀6名"
    form = client.get(reverse("congress:session-update", args=[session.pk])).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"attending_count": 13, "invited_count": ""}
    assert client.post(reverse("congress:session-update", args=[session.pk]), sent).status_code == 302
    assert Session.objects.get().attendance == "应到代表93名，实到87名，列席13名"


def test_guests_of_a_session_ahead_are_not_asked_for(secretary, signed_in):
    form = signed_in(secretary).get(reverse("congress:session-create")).context["form"]
    assert form.fields.keys().isdisjoint({"attending_count", "invited_count"})


@pytest.mark.parametrize("count", [3, 30])
def test_queries_of_the_list_do_not_grow(count, secretary, signed_in, django_assert_num_queries):
    for number in range(count):
        SessionFactory(number=number + 1)
    client = signed_in(secretary)
    client.get(reverse("congress:session-list"))
    with django_assert_num_queries(12):
        assert len(client.get(reverse("congress:session-list")).context["rows"]) == count
