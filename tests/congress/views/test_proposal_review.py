"""The review group's table: what it shows beside each proposal, deciding in its rows, and several at once."""

import uuid

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from congress.enums import Category, ProposalStatus
from tests.conftest import make_actor
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory
from tests.congress.steps import status, stored
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus
TABLE = reverse("congress:proposal-review")


def url(page, proposal):
    return f"{reverse(f'congress:proposal-{page}', args=[proposal.pk])}?from=table"


def together(page, *proposals):
    query = "&".join(f"chosen={one.pk}" for one in proposals)
    return f"{reverse(f'congress:proposal-{page}-together')}?{query}"


def send_together(client, address, **data):
    standing = client.get(address).context["form"]["standing"].value()
    return client.post(address, {"form_key": str(uuid.uuid4()), "standing": standing, **data})


def rows(client, query=""):
    return [row.proposal for row, _own in client.get(f"{TABLE}{query}").context["rows"]]


class TestTable:
    def test_has_what_waits_for_the_review_in_the_order_of_filing(self, secretary, signed_in):
        made = [ProposalFactory(status=S.FILED, number=f"2026-{number}") for number in ("032", "031")]
        for other in sorted(set(S) - {S.FILED}):
            ProposalFactory(status=other)
        shown = signed_in(secretary).get(TABLE).context
        assert [row.proposal for row, _own in shown["rows"]] == made[::-1]
        assert shown["counts"] == {"filed": 2, "accepted": 2}

    def test_accepted_ones_wait_on_the_other_side_for_the_secretary(self, secretary, signed_in):
        proposal = ProposalFactory(status=S.ACCEPTED)
        ProposalFactory(status=S.FILED)
        client = signed_in(secretary)
        assert rows(client, "?status=accepted") == [proposal]
        assert [one.label for one in client.get(f"{TABLE}?status=accepted").context["bulk_actions"]] == ["交办"]

    def test_marks_others_like_it_and_suggests_who_answered_those(self, secretary, signed_in):
        lead = HeadedDepartmentFactory(name="总务处")
        earlier = ProposalFactory(
            status=S.HANDLING, title="关于更换教学楼老旧空调的提案", category=Category.LOGISTICS, lead=lead
        )
        ProposalFactory(status=S.FILED, title="关于更换图书馆老旧空调的提案", number="2026-031")
        ProposalFactory(status=S.FILED, title="关于组织读书交流的提案", number="2026-032")
        table = signed_in(secretary).get(TABLE).context["rows"]
        assert [(row.alike, row.category, row.lead) for row, _own in table] == [
            ((earlier,), "后勤保障", lead),
            ((), "", None),
        ]

    def test_own_one_offers_nothing(self, secretary, signed_in):
        own = ProposalFactory(status=S.FILED, originator=secretary.member)
        page = signed_in(secretary).get(TABLE).content.decode()
        assert ("请审理组其他成员审理" in page, reverse("congress:proposal-accept", args=[own.pk]) in page) == (
            True,
            False,
        )
        assert signed_in(secretary).get(url("accept", own)).status_code == 403

    @pytest.mark.parametrize("count", [3, 30])
    def test_queries_do_not_grow(self, count, secretary, signed_in, django_assert_num_queries):
        ProposalFactory.create_batch(count, status=S.FILED)
        client = signed_in(secretary)
        client.get(TABLE)
        with django_assert_num_queries(TABLE_QUERIES):
            client.get(TABLE)


TABLE_QUERIES = 12


class TestInPlace:
    def test_row_gets_the_form_alone_and_leads_back_to_the_table(self, secretary, signed_in):
        proposal, client = ProposalFactory(status=S.FILED), signed_in(secretary)
        part = client.get(url("refuse", proposal), headers={"HX-Request": "true"})
        assert part.templates[0].name == "congress/review/_move.html"
        sent = client.post(url("refuse", proposal), {"form_key": str(uuid.uuid4()), "reason": "不属于职权"})
        assert (sent.url, status(proposal)) == (TABLE, S.REFUSED)

    def test_what_is_missing_is_asked_for_on_a_whole_page(self, secretary, signed_in):
        proposal = ProposalFactory(status=S.FILED)
        sent = signed_in(secretary).post(url("refuse", proposal), {"form_key": str(uuid.uuid4()), "reason": ""})
        assert (sent.status_code, list(sent.context["form"].errors)) == (422, ["reason"])

    def test_department_of_the_likest_one_is_suggested(self, secretary, signed_in):
        earlier = ProposalFactory(status=S.HANDLING, title="关于更换教学楼老旧空调的提案")
        proposal = ProposalFactory(status=S.ACCEPTED, title="关于更换图书馆老旧空调的提案")
        form = signed_in(secretary).get(url("assign", proposal)).context["form"]
        assert form["lead"].initial == earlier.lead


class TestTogether:
    def test_accepts_all(self, secretary, signed_in):
        made = ProposalFactory.create_batch(3, status=S.FILED)
        sent = send_together(signed_in(secretary), together("accept", *made))
        assert (sent.url, [status(one) for one in made]) == (TABLE, [S.ACCEPTED] * 3)

    def test_lists_what_cannot_be_and_does_nothing(self, secretary, signed_in):
        good = ProposalFactory(status=S.FILED)
        own = ProposalFactory(status=S.FILED, originator=secretary.member)
        sent = send_together(signed_in(secretary), together("accept", good, own))
        (told,) = sent.context["form"].non_field_errors()
        assert (sent.status_code, status(good), told.split("\n")[0]) == (
            422,
            S.FILED,
            "下面1件不能办理，所选的都没有办理。请取消勾选后再试。",
        )

    def test_merges_all_into_one(self, secretary, signed_in):
        main, *others = ProposalFactory.create_batch(3, status=S.FILED)
        send_together(signed_in(secretary), together("merge", *others), into=main.pk)
        assert [stored(one).merged_into for one in others] == [main, main]

    @pytest.mark.parametrize(("page", "end"), [("turn", S.TURNED), ("refuse", S.REFUSED)])
    def test_ends_all_for_one_reason(self, page, end, secretary, signed_in):
        made, client = ProposalFactory.create_batch(2, status=S.FILED), signed_in(secretary)
        silent = send_together(client, together(page, *made), reason=" ")
        assert (silent.status_code, list(silent.context["form"].errors)) == (422, ["reason"])
        sent = send_together(client, together(page, *made), reason="属日常管理")
        assert (sent.url, [(status(one), stored(one).review) for one in made]) == (TABLE, [(end, "属日常管理")] * 2)

    def test_assigns_all_to_one_department(self, secretary, signed_in):
        made, lead = ProposalFactory.create_batch(2, status=S.ACCEPTED), HeadedDepartmentFactory()
        sent = send_together(signed_in(secretary), together("assign", *made), lead=lead.pk, due_on="2026-12-31")
        assert (sent.url, [stored(one).lead for one in made]) == (f"{TABLE}?status=accepted", [lead, lead])

    def test_takes_only_what_waits_for_it(self, secretary, signed_in):
        sent = signed_in(secretary).get(together("accept", ProposalFactory(status=S.HANDLING)), follow=True)
        told = [str(message) for message in get_messages(sent.wsgi_request)] or sent.content.decode()
        assert "还没有选择。请先在名单里勾选，再选择要办的事。" in str(told)

    @pytest.mark.parametrize("role", [Role.CHAIR, Role.PRINCIPAL, Role.DELEGATE])
    def test_is_not_for_others(self, role, signed_in):
        proposal = ProposalFactory(status=S.FILED)
        assert signed_in(make_actor(role, "何苗")).get(together("accept", proposal)).status_code == 403


def test_promises_are_listed_with_how_far_they_are(secretary, signed_in):
    proposal = ProposalFactory(status=S.FOLLOWED, number="2026-031", expected_on="2026-12-31")
    proposal.follow_ups.create(noted_on="2026-11-20", text="设备已采购", noted_by=secretary)
    ProposalFactory(status=S.HANDLING)
    page = signed_in(secretary).get(reverse("congress:proposal-follow-ups"))
    assert [cell.text for cell in page.context["rows"][0].cells] == [
        "2026-031",
        "改善食堂早餐",
        str(proposal.lead),
        "正在解决（B类）",
        "2026-12-31",
        "设备已采购",
        "—",
        "跟踪落实",
    ]
    assert dict(page.context["measures"]) == {"提案": "1件", "已办结": "0件"}
