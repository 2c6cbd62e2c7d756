from datetime import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from members.models import SignOffLine, SignOffSheet
from members.services import record_paper
from tests.members.factories import MemberFactory, SignOffLineFactory, SignOffSheetFactory
from tests.members.views.forms import errors, fill, told
from unionoffice.sources import SourceRef

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=timezone.get_default_timezone())
QUERIES = 15


@pytest.fixture
def sheet(occasion) -> SignOffSheet:
    return SignOffSheetFactory(source=SourceRef.to(occasion))


@pytest.fixture
def line(sheet, teacher) -> SignOffLine:
    """The teacher's."""
    return SignOffLineFactory(sheet=sheet, member=teacher.member)


@pytest.fixture
def client(secretary, signed_in):
    """The secretary's, who keeps the sheet."""
    return signed_in(secretary)


def url(page, record):
    return reverse(f"members:sign-off-{page}", args=[record.pk])


def test_pages_are_for_who_keeps_the_sheet(
    sheet, line, secretary, welfare_officer, chair, teacher, principal, signed_in
):
    actors = (secretary, welfare_officer, chair, teacher, principal)
    pages = {name: url(name, record) for name, record in (("sheet", sheet), ("paper", sheet), ("proxy", line))}
    found = {name: [signed_in(actor).get(address).status_code for actor in actors] for name, address in pages.items()}
    assert found == {
        "sheet": [200, 200, 403, 404, 404],
        "paper": [200, 200, 403, 404, 404],
        "proxy": [200, 200, 403, 403, 404],
    }


class TestSheet:
    def test_those_who_havent_signed_come_first(self, sheet, line, client, secretary):
        SignOffLineFactory(sheet=sheet, member__name="安平")
        record_paper([line], by=secretary, at=NOW)
        context = client.get(url("sheet", sheet)).context
        assert [line.member.name for line in context["lines"]] == ["安平", "韩梅"]
        assert (context["signed"], context["waiting"]) == (1, 1)
        waiting = client.get(url("sheet", sheet), {"state": "waiting"}).context["lines"]
        assert [line.member.name for line in waiting] == ["安平"]

    def test_ticked_lines_are_signed_on_paper(self, sheet, line, client, secretary):
        other = SignOffLineFactory(sheet=sheet)
        client.post(url("sheet", sheet), fill(client, url("sheet", sheet), lines=[line.pk]))
        line.refresh_from_db()
        other.refresh_from_db()
        assert (line.way, line.recorded_by, other.is_signed) == ("paper", secretary, False)

    def test_nobody_ticked_is_told(self, sheet, line, client):
        response = client.post(url("sheet", sheet), fill(client, url("sheet", sheet)))
        assert errors(response) == {"lines": ["请先勾选至少一人。"]}

    def test_line_of_another_sheet_cant_be_ticked(self, sheet, line, client):
        other = SignOffLineFactory(sheet=SignOffSheetFactory(source=sheet.source, title="另一次"))
        data = fill(client, url("sheet", sheet), lines=[other.pk])
        assert client.post(url("sheet", sheet), data).status_code == 422
        other.refresh_from_db()
        assert other.is_signed is False

    @pytest.mark.parametrize("people", [3, 30])
    def test_takes_the_same_queries_however_many_people(self, sheet, client, people, django_assert_num_queries):
        SignOffLineFactory.create_batch(people, sheet=sheet)
        with django_assert_num_queries(QUERIES):
            client.get(url("sheet", sheet))

    def test_paper_is_a_pdf(self, sheet, line, client):
        response = client.get(url("paper", sheet))
        assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")


class TestLine:
    def test_proxy_is_noted(self, sheet, line, client):
        taker = MemberFactory(name="林芳")
        response = client.post(url("proxy", line), fill(client, url("proxy", line), taker=taker.pk))
        line.refresh_from_db()
        assert (response.url, line.way, line.taken_by) == (url("sheet", sheet), "proxy", taker)

    def test_person_is_not_offered_as_own_proxy(self, line, client):
        offered = client.get(url("proxy", line)).context["form"].fields["taker"].queryset
        assert line.member not in offered

    def test_signature_is_revoked_with_a_reason(self, line, client, secretary):
        assert client.get(url("revoke", line)).status_code == 403
        record_paper([line], by=secretary, at=NOW)
        assert client.get(url("proxy", line)).status_code == 403
        client.post(url("revoke", line), fill(client, url("revoke", line), reason="登记错人"))
        line.refresh_from_db()
        assert line.is_signed is False


class TestOwn:
    def test_one_press_signs(self, sheet, line, teacher, signed_in):
        phone = signed_in(teacher)
        page = phone.get(url("own", sheet))
        assert (page.context["title"], "大米1袋" in page.content.decode()) == ("国庆节慰问品", True)
        done = phone.post(url("own", sheet), fill(phone, url("own", sheet)), follow=True)
        line.refresh_from_db()
        assert (line.way, line.recorded_by) == ("screen", teacher)
        assert "已签领" in done.content.decode()
        assert told(done) == []

    def test_who_gets_nothing_finds_nothing(self, sheet, line, principal, signed_in):
        assert signed_in(principal).get(url("own", sheet)).status_code == 404

    def test_second_press_is_told(self, sheet, line, teacher, secretary, signed_in):
        phone = signed_in(teacher)
        data = fill(phone, url("own", sheet))
        record_paper([line], by=secretary, at=NOW)
        assert errors(phone.post(url("own", sheet), data)) == {"": ["韩梅的这一份已经签领。"]}

    def test_desk_waits_for_the_signature(self, sheet, line, teacher, signed_in):
        phone = signed_in(teacher)
        assert "国庆节慰问品：大米1袋，领到后请签收" in phone.get("/").content.decode()
        phone.post(url("own", sheet), fill(phone, url("own", sheet)))
        assert "国庆节慰问品" not in phone.get("/").content.decode()
