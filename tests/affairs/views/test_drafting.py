"""Beginning a disclosure from a record, or from what is due by the catalogue."""

import pytest
from django.urls import reverse

from affairs.enums import ConsultationStatus, Decision
from affairs.models import Disclosure, DisclosureDraft
from finance.models import Entry
from tests.affairs.factories import FUNDS, UNION_FUNDS, item
from tests.affairs.regulations import ConsultationFactory, PointFactory
from tests.conftest import make_actor
from tests.finance.factories import EntryFactory
from tests.members.views.forms import errors, fill
from unionoffice.roles import Role
from unionoffice.sources import SourceRef

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DRAFT = reverse("affairs:disclosure-draft")


@pytest.fixture
def disclosable(monkeypatch):
    """Entries of the ledger say what the board could tell of them."""
    draft = DisclosureDraft("购买体育用品", "购买体育用品一批。", category="finance")
    monkeypatch.setattr(Entry, "as_disclosure", lambda _self: draft, raising=False)


def asked_from(entry):
    return f"{DRAFT}?source=finance.Entry:{entry.pk}"


class TestFromARecord:
    def test_takes_title_text_and_matter_and_keeps_where_it_comes_from(self, secretary, signed_in, disclosable):
        entry, client = EntryFactory(), signed_in(secretary)
        page = asked_from(entry)
        assert client.get(page).context["crumbs"][0].url == entry.get_absolute_url()
        response = client.post(page, fill(client, page))
        made = Disclosure.objects.get()
        assert (made.title, made.words, made.source) == ("购买体育用品", "购买体育用品一批。", SourceRef.to(entry))
        assert (made.category, response.url) == ("finance", made.get_absolute_url())

    @pytest.mark.parametrize("status", [ConsultationStatus.OPEN, ConsultationStatus.ANSWERING])
    def test_takes_no_answer_of_a_consultation_that_is_not_published(self, status, signed_in):
        head = make_actor(Role.DEPARTMENT_HEAD, "曹喆")
        consultation = ConsultationFactory(status=status)
        PointFactory(consultation=consultation, text="标准偏低", decision=Decision.DECLINED, reason="经费不足")
        page = signed_in(head).get(f"{DRAFT}?source=affairs.Consultation:{consultation.pk}")
        assert (page.status_code, page.context["form"].initial["body"]) == (200, "")

    def test_second_one_is_refused(self, secretary, signed_in, disclosable):
        entry, client = EntryFactory(), signed_in(secretary)
        page = asked_from(entry)
        client.post(page, fill(client, page))
        again = client.post(page, fill(client, page))
        assert errors(again) == {"": ["这份记录已经有一件公开事项，不用再起草。"]}
        assert Disclosure.objects.count() == 1

    @pytest.mark.parametrize(
        "source",
        ["finance.Entry:0", "finance.Entry", "finance.Nothing:1", "members.Member:1", ":", "finance.Entry:x"],
    )
    def test_what_is_no_such_record_is_not_there(self, secretary, signed_in, disclosable, source):
        EntryFactory()
        assert signed_in(secretary).get(f"{DRAFT}?source={source}").status_code == 404

    def test_record_that_the_writer_may_not_see_is_not_there(self, signed_in, disclosable):
        writer = make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")
        assert signed_in(writer).get(asked_from(EntryFactory())).status_code == 404


class TestFromTheCatalogue:
    def test_chooses_the_matter_and_the_period(self, secretary, signed_in):
        form = signed_in(secretary).get(f"{DRAFT}?item={item(UNION_FUNDS).pk}&period=2026-Q3").context["form"]
        assert (form["item"].value(), form["period_code"].value()) == (item(UNION_FUNDS).pk, "2026-Q3")

    @pytest.mark.parametrize("query", ["item=x&period=y", "item=0", f"item={'9' * 40}", "period=2026-Q9"])
    def test_what_cannot_be_understood_is_left_aside(self, secretary, signed_in, query):
        form = signed_in(secretary).get(f"{DRAFT}?{query}").context["form"]
        assert (form["item"].value(), form["period_code"].value()) == (None, None)

    def test_head_gets_no_other_departments_matter(self, signed_in):
        head = make_actor(Role.DEPARTMENT_HEAD, "曹喆")
        form = signed_in(head).get(f"{DRAFT}?item={item(FUNDS).pk}").context["form"]
        assert form["item"].value() is None
