"""The pages on which a proposal is written and moved: each asks, acts once, and leads on."""

import uuid

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from congress import services
from congress.enums import ProposalStatus, SecondingStatus
from congress.models import Delegate, Proposal
from tests.conftest import TODAY, make_actor
from tests.congress.factories import DelegateFactory, HeadedDepartmentFactory, ProposalFactory, SessionFactory
from tests.congress.steps import TEXT, head_of, seconded, seeking, status, stored
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus


def url(page, proposal):
    return reverse(f"congress:proposal-{page}", args=[proposal.pk])


def send(client, address, **data):
    return client.post(address, {"form_key": str(uuid.uuid4()), **data})


def refusals(response):
    assert response.status_code == 422
    return response.context["form"].non_field_errors()


class TestDraft:
    URL = reverse("congress:proposal-draft")

    def test_is_kept_for_who_wrote_it(self, teacher, signed_in):
        response = send(signed_in(teacher), self.URL, **{**TEXT, "show_name": ""})
        proposal = Proposal.objects.get()
        assert (response.status_code, response.url) == (302, proposal.get_absolute_url())
        assert (proposal.originator, proposal.status, proposal.show_name) == (teacher.member, S.DRAFT, False)

    @pytest.mark.parametrize("missing", ["title", "category", "reason", "measures"])
    def test_needs_its_parts_and_keeps_what_was_typed(self, teacher, signed_in, missing):
        response = send(signed_in(teacher), self.URL, **{**TEXT, missing: ""})
        form = response.context["form"]
        assert (response.status_code, list(form.errors)) == (422, [missing])
        assert form["measures" if missing != "measures" else "reason"].value() == (
            TEXT["measures"] if missing != "measures" else TEXT["reason"]
        )
        assert not Proposal.objects.exists()

    def test_is_edited_only_over_the_text_that_was_seen(self, teacher, signed_in):
        proposal, client = ProposalFactory(originator=teacher.member), signed_in(teacher)
        form = client.get(url("edit", proposal)).context["form"]
        typed = {**TEXT, "title": "改善午餐", "seen": form["seen"].value()}
        services.edit_proposal(stored(proposal), {"title": "改善晚餐"}, by=teacher)
        late = send(client, url("edit", proposal), **typed)
        assert (late.status_code, stored(proposal).title) == (422, "改善晚餐")
        again = late.context["form"]
        send(client, url("edit", proposal), **{**typed, "seen": again["seen"].value()})
        assert stored(proposal).title == "改善午餐"

    def test_is_deleted_and_leads_to_the_list(self, teacher, signed_in):
        proposal = ProposalFactory(originator=teacher.member)
        assert send(signed_in(teacher), url("delete", proposal)).url == reverse("congress:proposal-list")
        assert not Proposal.objects.exists()


class TestInvite:
    def test_offers_delegates_who_are_neither_authors_nor_asked(self, delegate, signed_in):
        proposal, free = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        seconded(proposal, "李静")
        DelegateFactory(kind="attending")
        client = signed_in(delegate)
        offered = client.get(url("invite", proposal)).context["form"].fields["delegates"].queryset
        assert [one.member for one in offered] == [free.member]
        response = send(client, url("invite", proposal), delegates=[offered[0].pk])
        assert response.url == proposal.get_absolute_url()
        assert proposal.secondings.filter(status=SecondingStatus.INVITED).get().member == free.member

    def test_seeking_leads_on_to_whom_to_ask(self, delegate, signed_in):
        proposal = ProposalFactory(originator=delegate.member)
        response = send(signed_in(delegate), url("seek", proposal))
        assert (response.url, status(proposal)) == (url("invite", proposal), S.SECONDING)


class TestFile:
    def test_ends_with_the_number(self, delegate, signed_in):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊", "李静")
        response = send(signed_in(delegate), url("file", proposal))
        told = [str(message) for message in get_messages(response.wsgi_request)]
        assert (response.url, told) == (
            proposal.get_absolute_url(),
            ["已提交，编号 2026-001。审理结果会通知您。"],
        )

    def test_asks_with_session_and_seconders(self, delegate, signed_in):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊")
        question = signed_in(delegate).get(url("file", proposal)).context["question"]
        assert question == "现有1名附议代表。将提交给第九届第三次教职工代表大会，提交后内容不能修改。"

    def test_refusal_is_shown_over_the_form(self, delegate, signed_in):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊")
        told = refusals(send(signed_in(delegate), url("file", proposal)))
        assert told == ["还差1名附议代表，至少要有2名。请继续邀请代表附议。"]

    def test_same_form_twice_files_once(self, delegate, signed_in):
        SessionFactory()
        proposal, key = seconded(seeking(delegate), "王磊", "李静"), str(uuid.uuid4())
        client = signed_in(delegate)
        answers = [send(client, url("file", proposal), form_key=key).url for _ in range(2)]
        assert (answers, stored(proposal).number) == ([proposal.get_absolute_url()] * 2, "2026-001")


MOVES = {
    "accept": ("secretary", S.FILED, {}, S.ACCEPTED),
    "turn": ("secretary", S.FILED, {"reason": "日常管理"}, S.TURNED),
    "refuse": ("secretary", S.FILED, {"reason": "不属于职权"}, S.REFUSED),
    "sign": ("principal", S.ANSWERED, {}, S.SIGNED),
    "return": ("principal", S.ANSWERED, {"reason": "请补充"}, S.HANDLING),
    "finish": ("secretary", S.FOLLOWED, {"fulfilment": "已落实"}, S.CLOSED),
    "take-up": ("delegate", S.OFFERED, {}, S.SECONDING),
    "second": ("delegate", S.SECONDING, {}, S.SECONDING),
}


@pytest.mark.parametrize("page", MOVES)
class TestMove:
    def test_moves_and_leads_back(self, page, signed_in, request):
        actor, at, data, to = MOVES[page]
        proposal = ProposalFactory(status=at)
        response = send(signed_in(request.getfixturevalue(actor)), url(page, proposal), **data)
        assert (response.status_code, response.url) == (302, proposal.get_absolute_url())
        assert status(proposal) == to

    def test_shows_the_text_that_is_decided_on(self, page, signed_in, request):
        actor, at, _data, _to = MOVES[page]
        response = signed_in(request.getfixturevalue(actor)).get(url(page, ProposalFactory(status=at)))
        assert ("早餐品种太少" in response.content.decode()) is (page != "finish")

    def test_needs_what_it_asks_for(self, page, signed_in, request):
        actor, at, data, _to = MOVES[page]
        response = send(
            signed_in(request.getfixturevalue(actor)),
            url(page, ProposalFactory(status=at)),
            **dict.fromkeys(data, " "),
        )
        if data:
            assert (response.status_code, list(response.context["form"].errors)) == (422, list(data))
        else:
            assert response.status_code == 302


class TestReview:
    def test_merging_offers_what_is_still_open(self, secretary, signed_in):
        proposal = ProposalFactory(status=S.FILED)
        made = {at: ProposalFactory(status=at) for at in ProposalStatus if at != S.MERGED}
        client = signed_in(secretary)
        offered = client.get(url("merge", proposal)).context["form"].fields["into"].queryset
        assert set(offered) == {made[at] for at in (S.FILED, S.ACCEPTED, S.ASSIGNED, S.HANDLING)}
        assert send(client, url("merge", proposal), into=made[S.HANDLING].pk).status_code == 302
        assert stored(proposal).merged_into == made[S.HANDLING]

    def test_assigning_offers_the_due_date_of_the_rule(self, secretary, signed_in):
        proposal, lead, helper = ProposalFactory(status=S.ACCEPTED), *HeadedDepartmentFactory.create_batch(2)
        client = signed_in(secretary)
        due = client.get(url("assign", proposal)).context["form"]["due_on"].value()
        send(client, url("assign", proposal), lead=lead.pk, assisting=[helper.pk], due_on=str(due))
        proposal = stored(proposal)
        assert (proposal.status, proposal.lead, str(proposal.due_on)) == (S.ASSIGNED, lead, "2027-01-04")
        assert [one.department for one in proposal.assistances.all()] == [helper]


class TestDepartment:
    def test_head_receives_answers_and_finishes(self, signed_in, principal):
        proposal = ProposalFactory(status=S.ASSIGNED)
        client = signed_in(head_of(proposal))
        send(client, url("receive", proposal))
        send(client, url("answer", proposal), result="b", text="下月增加")
        assert (status(proposal), proposal.answers.get().text) == (S.ANSWERED, "下月增加")

    def test_sent_back_it_is_not_the_departments_page_any_more(self, signed_in):
        proposal = ProposalFactory(status=S.ASSIGNED)
        response = send(signed_in(head_of(proposal)), url("send-back", proposal), reason="不属于职责")
        assert (response.url, status(proposal)) == (reverse("congress:proposal-list"), S.ACCEPTED)

    def test_head_of_another_department_may_not_answer(self, signed_in):
        proposal = ProposalFactory(status=S.HANDLING)
        other = HeadedDepartmentFactory().head.account
        assert signed_in(other).get(url("answer", proposal)).status_code == 403

    def test_assisting_head_gives_an_opinion(self, signed_in):
        proposal, helper = ProposalFactory(status=S.HANDLING), HeadedDepartmentFactory()
        proposal.assistances.create(department=helper)
        send(signed_in(helper.head.account), url("opine", proposal), opinion="可以配合")
        assert proposal.assistances.get().opinion == "可以配合"


class TestRate:
    def test_shows_the_answer_and_asks_why_where_unsatisfied(self, delegate, signed_in):
        proposal, client = ProposalFactory(status=S.SIGNED, originator=delegate.member), signed_in(delegate)
        assert "下月增加两个窗口" in client.get(url("rate", proposal)).content.decode()
        told = refusals(send(client, url("rate", proposal), grade="unsatisfied", comment=""))
        assert told == ["请写明不满意的理由，主办部门会据此重新办理。"]
        send(client, url("rate", proposal), grade="unsatisfied", comment="没有时间")
        assert (status(proposal), stored(proposal).reworks) == (S.HANDLING, 1)

    def test_nothing_is_chosen_beforehand(self, delegate, signed_in):
        proposal = ProposalFactory(status=S.SIGNED, originator=delegate.member)
        form = signed_in(delegate).get(url("rate", proposal)).context["form"]
        assert form["grade"].value() is None


def test_proposer_whose_term_ended_may_still_withdraw(delegate, signed_in):
    proposal = ProposalFactory(status=S.FILED, originator=delegate.member)
    Delegate.objects.update(to_on=TODAY.replace(day=21))
    send(signed_in(delegate), url("withdraw", proposal), reason="不再需要")
    assert status(proposal) == S.WITHDRAWN


def test_declining_answers_the_proposer(delegate, signed_in):
    proposal = ProposalFactory(status=S.SECONDING)
    proposal.secondings.create(member=delegate.member)
    send(signed_in(delegate), url("decline", proposal))
    assert proposal.secondings.get().status == SecondingStatus.DECLINED


def test_draft_is_offered_and_taken_back(teacher, delegate, signed_in):
    proposal, client = ProposalFactory(originator=teacher.member), signed_in(teacher)
    send(client, url("offer", proposal))
    offered = status(proposal)
    send(client, url("retract", proposal))
    assert (offered, status(proposal)) == (S.OFFERED, S.DRAFT)
