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

    def test_needs_its_title_and_keeps_what_was_typed(self, teacher, signed_in):
        response = send(signed_in(teacher), self.URL, **{**TEXT, "title": ""})
        form = response.context["form"]
        assert (response.status_code, list(form.errors)) == (422, ["title"])
        assert (form["reason"].value(), Proposal.objects.count()) == (TEXT["reason"], 0)

    @pytest.mark.parametrize("missing", ["title", "category", "reason", "measures"])
    def test_text_that_others_second_needs_all_its_parts(self, delegate, signed_in, missing):
        proposal, client = seeking(delegate), signed_in(delegate)
        seen = client.get(url("edit", proposal)).context["form"]["seen"].value()
        response = send(client, url("edit", proposal), **{**TEXT, missing: "", "seen": seen})
        assert (response.status_code, list(response.context["form"].errors)) == (422, [missing])

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
        offered = client.get(url("invite", proposal)).context["form"].fields["people"].queryset
        assert list(offered) == [free.member]
        response = send(client, url("invite", proposal), people=[free.member_id])
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
            url("filed", proposal),
            [],
        )

    def test_asks_with_session_and_seconders(self, delegate, signed_in):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊", "李静")
        question = signed_in(delegate).get(url("file", proposal)).context["question"]
        assert question == "现有2名附议人。将提交给第九届第三次教职工代表大会，提交后内容不能修改。"

    def test_says_how_many_seconders_are_missing(self, delegate, signed_in):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊")
        question = signed_in(delegate).get(url("file", proposal)).context["question"]
        assert question == "现有1名附议人。还差1名才能提交。"

    def test_refusal_is_shown_over_the_form(self, delegate, signed_in):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊")
        told = refusals(send(signed_in(delegate), url("file", proposal)))
        assert told == ["还差1名附议人，至少要有2名。请继续邀请附议。"]

    def test_same_form_twice_files_once(self, delegate, signed_in):
        SessionFactory()
        proposal, key = seconded(seeking(delegate), "王磊", "李静"), str(uuid.uuid4())
        client = signed_in(delegate)
        answers = [send(client, url("file", proposal), form_key=key).url for _ in range(2)]
        assert (answers, stored(proposal).number) == ([url("filed", proposal)] * 2, "2026-001")


MOVES = {
    "accept": ("secretary", S.FILED, {"category": "logistics"}, S.ACCEPTED),
    "turn": ("secretary", S.FILED, {"reason": "日常管理"}, S.TURNED),
    "refuse": ("secretary", S.FILED, {"reason": "不属于职权"}, S.REFUSED),
    "follow-up": ("secretary", S.FOLLOWED, {"text": "设备已采购"}, S.FOLLOWED),
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
        assert ("早餐品种太少" in response.content.decode()) is (page not in ("finish", "follow-up"))

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
        send(client, url("answer", proposal), result="b", text="下月增加", expected_on="2026-12-31")
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


class TestAnswer:
    def test_stands_beside_what_assisting_departments_said_and_owe(self, signed_in):
        proposal = ProposalFactory(status=S.HANDLING)
        spoken, silent = HeadedDepartmentFactory(name="总务处"), HeadedDepartmentFactory(name="图书馆")
        proposal.assistances.create(department=spoken, opinion="可以配合", given_on=TODAY)
        proposal.assistances.create(department=silent, due_on=TODAY)
        shown = signed_in(head_of(proposal)).get(url("answer", proposal))
        assert [one.opinion for one in shown.context["said"]] == ["可以配合"]
        assert [one.department for one in shown.context["owed"]] == [silent]
        assert "图书馆还没有填写协办意见。" in shown.context["form"].fields["without"].help_text

    def test_asks_for_no_excuse_where_nobody_is_waited_for(self, signed_in):
        proposal = ProposalFactory(status=S.HANDLING)
        shown = signed_in(head_of(proposal)).get(url("answer", proposal))
        assert list(shown.context["form"].fields) == ["result", "expected_on", "text", "form_key"]

    @pytest.mark.parametrize(("result", "missing"), [("b", True), ("c", True), ("a", False), ("d", False)])
    def test_promise_without_its_day_is_asked_for_it_at_the_field(self, result, missing, signed_in):
        proposal = ProposalFactory(status=S.HANDLING)
        sent = send(signed_in(head_of(proposal)), url("answer", proposal), result=result, text="已列入计划")
        told = {"expected_on": ["正在解决或列入计划的，请填写预计完成日期。"]}
        assert (sent.context["form"].errors if missing else sent.status_code) == (told if missing else 302)

    def test_that_was_given_back_is_shown_with_the_reason(self, principal, signed_in):
        proposal = ProposalFactory(status=S.ANSWERED)
        services.return_answer(proposal, by=principal, on=TODAY, reason="请写明完成时间")
        page = signed_in(head_of(proposal)).get(url("answer", proposal)).content.decode()
        assert ("下月增加两个窗口" in page, "请写明完成时间" in page) == (True, True)


class TestSign:
    """On one screen, with two buttons."""

    QUEUE = reverse("congress:proposal-sign-queue")

    def test_queue_tells_what_waits_the_first_due_at_the_top(self, principal, signed_in):
        later, sooner = (ProposalFactory(status=S.ANSWERED, due_on=day) for day in ("2026-12-31", "2026-12-01"))
        ProposalFactory(status=S.HANDLING)
        rows = signed_in(principal).get(self.QUEUE).context["rows"]
        assert [one.proposal for one in rows] == [sooner, later]

    @pytest.mark.parametrize(("decision", "reason", "to"), [("sign", "", S.SIGNED), ("return", "请补充", S.HANDLING)])
    def test_signs_or_gives_back_and_leads_on_to_the_queue(self, principal, signed_in, decision, reason, to):
        proposal = ProposalFactory(status=S.ANSWERED)
        response = send(signed_in(principal), url("sign", proposal), decision=decision, reason=reason)
        assert (response.status_code, response.url, status(proposal)) == (302, self.QUEUE, to)

    def test_giving_back_without_a_reason_is_refused_and_decides_nothing(self, principal, signed_in):
        proposal = ProposalFactory(status=S.ANSWERED)
        response = send(signed_in(principal), url("sign", proposal), decision="return", reason="")
        assert (refusals(response), status(proposal)) == (["请写明退回的意见。"], S.ANSWERED)

    def test_neither_button_decides_nothing(self, principal, signed_in):
        proposal = ProposalFactory(status=S.ANSWERED)
        assert send(signed_in(principal), url("sign", proposal), reason="").status_code == 422
        assert status(proposal) == S.ANSWERED

    def test_leader_reads_why_an_opinion_was_not_waited_for(self, principal, signed_in):
        proposal = ProposalFactory(status=S.ANSWERED)
        proposal.answers.update(without="事情紧急")
        assert "没有等到全部协办意见：事情紧急" in signed_in(principal).get(url("sign", proposal)).content.decode()


class TestExtension:
    def test_is_asked_for_and_granted_on_two_pages(self, secretary, signed_in):
        proposal = ProposalFactory(status=S.HANDLING)
        send(signed_in(head_of(proposal)), url("extend", proposal), until="2027-01-11", reason="要等招标")
        client = signed_in(secretary)
        asked = client.get(url("extension", proposal)).context["question"]
        assert asked == f"{proposal.lead}申请从2026年12月31日延期至2027年1月11日。理由：要等招标"
        send(client, url("extension", proposal), decision="grant", remark="")
        assert str(stored(proposal).due_on) == "2027-01-11"


class TestAcknowledge:
    @pytest.mark.parametrize(("said", "is_done"), [("done", True), ("undone", False)])
    def test_says_whether_it_is_done(self, delegate, signed_in, said, is_done):
        proposal = ProposalFactory(status=S.CLOSED, originator=delegate.member, fulfilment="两个窗口已开放")
        client = signed_in(delegate)
        assert "两个窗口已开放" in client.get(url("acknowledge", proposal)).context["question"]
        send(client, url("acknowledge", proposal), said=said, comment="只开了一个")
        assert proposal.acknowledgements.get().is_done is is_done


class TestRate:
    def test_shows_the_answer_and_asks_why_where_unsatisfied(self, delegate, signed_in):
        proposal, client = ProposalFactory(status=S.SIGNED, originator=delegate.member), signed_in(delegate)
        assert "下月增加两个窗口" in client.get(url("rate", proposal)).content.decode()
        told = send(client, url("rate", proposal), grade="unsatisfied", comment="").context["form"].errors
        assert told == {"comment": ["请写明不满意的理由，主办部门会据此重新办理。"]}
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


class TestTooLate:
    """A page that stayed open, or the browser's way back, leads to a step that was taken: the record tells of it."""

    def test_step_that_was_taken_leads_to_the_proposal(self, delegate, signed_in):
        proposal = ProposalFactory(status=S.FILED, originator=delegate.member)
        response = signed_in(delegate).get(url("file", proposal))
        shown = response.context
        assert (response.status_code, shown["title"], shown["record_url"]) == (
            403,
            "这一步您现在不能办理",
            proposal.get_absolute_url(),
        )
        assert f'href="{proposal.get_absolute_url()}">查看现在的情况</a>' in response.content.decode()

    def test_page_that_was_never_theirs_leads_to_the_desk_alone(self, teacher, signed_in):
        proposal = ProposalFactory(status=S.ACCEPTED)
        response = signed_in(teacher).get(url("assign", proposal))
        shown = response.context
        assert (response.status_code, shown["title"], shown["record_url"]) == (403, "您没有权限查看这一页", "")
