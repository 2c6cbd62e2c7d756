"""The pages of terms and delegates."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from congress.enums import DelegateKind
from congress.models import Delegate, Term
from tests.congress.factories import DelegateFactory, SessionFactory, TermFactory
from tests.members.factories import MemberFactory, UnionGroupFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

TERM = {"body": "staff", "assembly": "delegates", "number": "9", "from_on": "2024-09-01", "to_on": "2029-08-31"}


def send(client, name, *args, **data):
    return client.post(reverse(f"congress:{name}", args=args), {"form_key": str(uuid.uuid4()), **data})


def errors(response):
    assert response.status_code == 422
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def facts(client, record):
    context = client.get(record.get_absolute_url()).context
    return {str(fact.label): str(fact.value) for fact in context["facts"]}


class TestTerm:
    def test_is_entered_and_leads_to_its_page(self, secretary, signed_in):
        client = signed_in(secretary)
        response = send(client, "term-create", **TERM)
        term = Term.objects.get()
        assert (response.url, str(term)) == (term.get_absolute_url(), "第九届教代会")
        SessionFactory(term=term)
        DelegateFactory(term=term)
        DelegateFactory(term=term, kind="attending")
        shown = facts(client, term)
        assert (shown["会议"], shown["正式代表"], shown["代表总名额"]) == ("1次", "1名", "None")

    @pytest.mark.parametrize(
        ("changes", "wrong"),
        [
            ({"to_on": "2024-09-01"}, {"to_on": ["任期要在开始之后结束，请核对。"]}),
            ({"number": "0"}, {"number": ["届次从1开始。"]}),
        ],
        ids=str,
    )
    def test_out_of_order_is_shown_at_the_field(self, secretary, signed_in, changes, wrong):
        assert errors(send(signed_in(secretary), "term-create", **{**TERM, **changes})) == wrong

    def test_is_corrected(self, secretary, signed_in):
        term, client = TermFactory(), signed_in(secretary)
        seen = client.get(reverse("congress:term-update", args=[term.pk])).context["form"]["seen"].value()
        send(client, "term-update", term.pk, **{**TERM, "to_on": "2029-07-31", "seen": seen})
        assert Term.objects.get().to_on == date(2029, 7, 31)


class TestDelegate:
    def test_is_entered_for_a_group(self, secretary, signed_in):
        member, group = MemberFactory(name="林芳"), UnionGroupFactory(name="第一工会小组")
        told = {"term": TermFactory().pk, "member": member.pk, "kind": "voting", "group": group.pk}
        send(signed_in(secretary), "delegate-create", **told, from_on="2024-09-01")
        delegate = Delegate.objects.get()
        assert (delegate.member, delegate.unit, delegate.kind) == (member, "第一工会小组", DelegateKind.VOTING)

    def test_out_of_order_is_shown_at_the_field(self, secretary, signed_in):
        told = {"term": TermFactory().pk, "member": MemberFactory().pk, "kind": "voting"}
        response = send(signed_in(secretary), "delegate-create", **told, from_on="2025-09-01", to_on="2025-08-31")
        assert errors(response) == {"to_on": ["截止日期不能早于起始日期。"]}

    def test_of_the_members_congress_is_told_by_the_unions_word(self, teacher, signed_in):
        delegate, client = DelegateFactory(term=TermFactory(body="union", number=5)), signed_in(teacher)
        page = client.get(reverse("congress:delegate-list"), {"term": delegate.term.pk})
        assert [cell.text for cell in page.context["rows"][0].cells][1:3] == ["第五届会员代表大会", "会员代表"]
        assert [share.key for share, _verdict in page.context["shares"]] == ["women", "young", "leaders"]
        assert delegate.seat.startswith("会员代表")

    def test_list_shows_who_is_one_on_a_day(self, teacher, signed_in):
        DelegateFactory(member__name="林芳", to_on=date(2025, 8, 31))
        DelegateFactory(member__name="王磊", kind="attending")
        url, client = reverse("congress:delegate-list"), signed_in(teacher)

        def names(**query):
            return [row.cells[0].text for row in client.get(url, query).context["rows"]]

        assert names(on="2025-08-31") == ["王磊", "林芳"]
        assert names(on="2025-09-01") == ["王磊"]
        assert names(kind="voting") == ["林芳"]
        assert names(q="wl") == ["王磊"]


@pytest.mark.parametrize("count", [3, 30])
@pytest.mark.parametrize(("name", "queries"), [("term-list", 9), ("delegate-list", 13)])
def test_queries_of_lists_do_not_grow(count, name, queries, secretary, signed_in, django_assert_num_queries):
    if name == "term-list":
        for number in range(count):
            TermFactory(number=number + 1, from_on=date(1900 + number, 1, 1), to_on=date(1900 + number, 12, 31))
    else:
        DelegateFactory.create_batch(count, group=UnionGroupFactory())
    client = signed_in(secretary)
    client.get(reverse(f"congress:{name}"))
    with django_assert_num_queries(queries):
        assert len(client.get(reverse(f"congress:{name}")).context["rows"]) == count
