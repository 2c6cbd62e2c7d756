"""From the department that gets a proposal to the rating of its answer and the end of the case."""

from datetime import date

import pytest

from congress import services
from congress.enums import Deed, Grade, ProposalStatus, Result
from congress.models import Answer, Rating
from tests.conftest import TODAY, make_actor
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory
from tests.congress.steps import (
    PROMISED,
    accepted,
    answered,
    assigned,
    handled,
    head_of,
    notices,
    rate,
    signed,
    status,
    stored,
    verbs,
    write_answer,
)
from unionoffice.audit import LogEntry, trail_of
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.rules import set_rule
from unionoffice.workdays import workdays_between

pytestmark = pytest.mark.django_db

S = ProposalStatus
NAME = "提案2026-001 改善食堂早餐"


class TestReceive:
    def test_is_told_to_who_asked(self, delegate, secretary):
        proposal = handled(delegate, secretary)
        assert status(proposal) == S.HANDLING
        assert notices(delegate)[-1] == f"{proposal.lead}已接收{NAME}，正在办理。"

    def test_sent_back_it_waits_for_another_department(self, delegate, secretary):
        proposal = assigned(delegate, secretary)
        lead = proposal.lead
        services.send_back_proposal(proposal, by=head_of(proposal), on=TODAY, reason="属于总务处职责")
        proposal = stored(proposal)
        assert (proposal.status, proposal.lead, proposal.due_on) == (S.ACCEPTED, None, None)
        assert (trail_of(proposal)[0].note, notices(secretary)[-1]) == (
            "属于总务处职责",
            f"{lead}退回了{NAME}，请另行交办。",
        )

    def test_without_a_reason_it_is_not_sent_back(self, delegate, secretary):
        proposal = assigned(delegate, secretary)
        with pytest.raises(Refused, match=r"^请写明退回的理由。$"):
            services.send_back_proposal(proposal, by=head_of(proposal), on=TODAY, reason="")
        assert stored(proposal).lead is not None

    def test_accepted_it_is_not_sent_back_any_more(self, delegate, secretary):
        proposal = handled(delegate, secretary)
        with pytest.raises(Refused, match="办理中"):
            services.send_back_proposal(proposal, by=head_of(proposal), on=TODAY, reason="属于总务处职责")


class TestOpinion:
    @pytest.fixture
    def helper(self):
        return HeadedDepartmentFactory(name="总务处")

    def test_goes_to_the_lead_department(self, delegate, secretary, helper):
        proposal = handled(delegate, secretary, assisting=[helper])
        services.give_opinion(proposal, opinion=" 可以增加窗口 ", by=helper.head.account, on=TODAY)
        said = proposal.assistances.get()
        assert (said.opinion, said.given_on) == ("可以增加窗口", TODAY)
        assert notices(head_of(proposal))[-1] == f"总务处已填写{NAME}的协办意见。"

    @pytest.mark.parametrize(
        ("opinion", "sentence"), [(" ", "请填写协办意见。"), ("同意", "您没有待填写的协办意见。")]
    )
    def test_empty_or_second_one_is_refused(self, delegate, secretary, helper, opinion, sentence):
        proposal = handled(delegate, secretary, assisting=[helper])
        if opinion == "同意":
            services.give_opinion(proposal, opinion="同意", by=helper.head.account, on=TODAY)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.give_opinion(proposal, opinion=opinion, by=helper.head.account, on=TODAY)

    def test_has_its_own_day_and_may_come_late(self, delegate, secretary, helper):
        proposal = handled(delegate, secretary, assisting=[helper])
        asked = proposal.assistances.get()
        assert (workdays_between(TODAY, asked.due_on), asked.came_late) == (10, False)
        services.give_opinion(proposal, opinion="同意", by=helper.head.account, on=date(2026, 12, 10))
        assert proposal.assistances.get().came_late is True

    def test_day_is_never_after_the_answers_own(self, delegate, secretary, helper):
        proposal = accepted(delegate, secretary)
        services.assign_proposal(
            proposal,
            lead=HeadedDepartmentFactory(),
            assisting=[helper],
            due_on=date(2026, 11, 25),
            by=secretary,
            on=TODAY,
        )
        assert proposal.assistances.get().due_on == date(2026, 11, 25)

    def test_is_waited_for_unless_the_answer_says_why_not(self, delegate, secretary, helper):
        proposal = handled(delegate, secretary, assisting=[helper])
        with pytest.raises(Refused, match=r"^总务处还没有填写协办意见。请等意见到齐，或写明为什么不等。$"):
            write_answer(proposal)
        assert status(proposal) == S.HANDLING
        assert write_answer(proposal, without=" 事情紧急 ").without == "事情紧急"

    def test_reason_for_not_waiting_is_kept_only_where_somebody_is_silent(self, delegate, secretary):
        assert write_answer(handled(delegate, secretary), without="事情紧急").without == ""

    def test_may_come_while_the_answer_waits_for_a_signature_but_not_after(self, delegate, secretary, principal):
        helpers = [HeadedDepartmentFactory(name=name) for name in ("总务处", "教务处")]
        proposal = handled(delegate, secretary, assisting=helpers)
        write_answer(proposal, without="事情紧急")
        services.give_opinion(proposal, opinion="同意", by=helpers[0].head.account, on=TODAY)
        services.sign_answer(proposal, by=principal, on=TODAY)
        with pytest.raises(Refused, match=r"^答复已经签批，不能再填写协办意见。$"):
            services.give_opinion(proposal, opinion="同意", by=helpers[1].head.account, on=TODAY)


class TestPromise:
    @pytest.mark.parametrize("result", [Result.SOLVING, Result.PLANNED])
    def test_has_a_day_ahead(self, delegate, secretary, result):
        proposal = handled(delegate, secretary)
        for expected_on, sentence in (
            (None, "正在解决或列入计划的，请填写预计完成日期。"),
            (TODAY, "预计完成日期要晚于今天。已经完成的，请选择“已解决”。"),
        ):
            with pytest.raises(Refused, match=f"^{sentence}$"):
                write_answer(proposal, result=result, expected_on=expected_on)
        assert write_answer(proposal, result=result).expected_on == PROMISED

    @pytest.mark.parametrize("result", [Result.SOLVED, Result.NOTED])
    def test_what_promises_nothing_keeps_no_day(self, delegate, secretary, principal, result):
        proposal = signed(delegate, secretary, principal, result=result)
        assert (proposal.answers.get().expected_on, stored(proposal).expected_on) == (None, None)


class TestAnswer:
    def test_is_told_to_the_leaders_and_nobody_else(self, delegate, secretary, principal):
        leader = make_actor(Role.VICE_PRINCIPAL, "许晓峰")
        proposal = handled(delegate, secretary)
        before = [len(notices(account)) for account in (delegate, secretary, head_of(proposal))]
        write_answer(proposal)
        assert [len(notices(account)) for account in (delegate, secretary, head_of(proposal))] == before
        assert [notices(account) for account in (principal, leader)] == [[f"{NAME}的答复待签批。"]] * 2
        assert (stored(proposal).result, stored(proposal).answered_on) == ("", None)

    def test_without_words_is_refused(self, delegate, secretary):
        proposal = handled(delegate, secretary)
        with pytest.raises(Refused, match=r"^请填写答复内容。$"):
            write_answer(proposal, text=" ")
        assert (status(proposal), Answer.objects.count()) == (S.HANDLING, 0)

    def test_its_text_stands_in_no_trail(self, delegate, secretary, principal):
        proposal = answered(delegate, secretary)
        services.return_answer(proposal, by=principal, on=TODAY, reason="请写明完成时间")
        told = "".join(f"{entry.note}{entry.changes}" for entry in LogEntry.objects.all())
        assert [word in told for word in ("增加两个窗口下月", "下月增加两个窗口", "请写明完成时间")] == [False] * 3

    def test_returned_it_is_kept_and_another_is_written(self, delegate, secretary, principal):
        proposal = answered(delegate, secretary)
        services.return_answer(proposal, by=principal, on=TODAY, reason=" 请写明完成时间 ")
        first = proposal.answers.get()
        assert (status(proposal), first.returned_on, first.return_reason) == (S.HANDLING, TODAY, "请写明完成时间")
        assert notices(head_of(proposal))[-1] == f"{NAME}的答复已退回，请按意见修改。"
        write_answer(proposal, text="12月底前增加两个窗口")
        services.sign_answer(proposal, by=principal, on=TODAY)
        assert [(one.text, one.signed_by) for one in proposal.answers.all()] == [
            ("下月增加两个窗口", None),
            ("12月底前增加两个窗口", principal),
        ]

    def test_without_a_reason_it_is_not_returned(self, delegate, secretary, principal):
        proposal = answered(delegate, secretary)
        with pytest.raises(Refused, match=r"^请写明退回的意见。$"):
            services.return_answer(proposal, by=principal, on=TODAY, reason=" ")
        assert status(proposal) == S.ANSWERED


class TestSign:
    def test_shows_the_answer_to_who_asked(self, delegate, secretary, principal):
        proposal = signed(delegate, secretary, principal)
        proposal = stored(proposal)
        assert (proposal.status, proposal.result, proposal.answered_on) == (S.SIGNED, Result.SOLVING, TODAY)
        assert notices(delegate)[-1] == f"{NAME}已有答复，请查看并评价。"
        assert notices(head_of(proposal))[-1] == f"{NAME}的答复已签批。"

    def test_authors_of_merged_proposals_are_told_too(self, delegate, secretary, principal):
        proposal, other = answered(delegate, secretary), make_actor(Role.DELEGATE, "林芳")
        ProposalFactory(status=S.MERGED, merged_into=proposal, originator=other.member)
        services.sign_answer(proposal, by=principal, on=TODAY)
        assert notices(other) == [f"{NAME}已有答复，请查看并评价。"]

    def test_by_the_leader_who_asked_is_refused(self, secretary):
        leader = make_actor(Role.DELEGATE, "许晓峰")
        leader.grants.create(role=Role.VICE_PRINCIPAL, from_on=date(2024, 9, 1))
        proposal = answered(leader, secretary)
        with pytest.raises(Refused, match=r"^不能签批自己提案的答复，请由另一位校领导签批。$"):
            services.sign_answer(proposal, by=leader, on=TODAY)
        assert (status(proposal), proposal.answers.signed().count()) == (S.ANSWERED, 0)


class TestRate:
    @pytest.mark.parametrize(
        ("result", "grade", "to"),
        [
            (Result.SOLVED, Grade.SATISFIED, S.CLOSED),
            (Result.NOTED, Grade.MOSTLY, S.CLOSED),
            (Result.SOLVING, Grade.SATISFIED, S.FOLLOWED),
            (Result.PLANNED, Grade.MOSTLY, S.FOLLOWED),
        ],
    )
    def test_closes_or_follows_up_what_was_promised(self, delegate, secretary, principal, result, grade, to):
        proposal = signed(delegate, secretary, principal, result=result)
        rate(proposal, delegate, grade)
        proposal = stored(proposal)
        assert (proposal.status, proposal.grade) == (to, grade)
        assert proposal.closed_on == (TODAY if to is S.CLOSED else None)
        assert (verbs(proposal)[-1], notices(head_of(proposal))[-1]) == (
            ("魏雅琴", Deed.RATE),
            f"{NAME}的答复已评价，请查看。",
        )

    def test_unsatisfied_goes_back_with_a_new_due_date_and_the_answer_kept(self, delegate, secretary, principal):
        proposal = signed(delegate, secretary, principal)
        rate(proposal, delegate, Grade.UNSATISFIED, "没有说明时间")
        proposal = stored(proposal)
        assert (proposal.status, proposal.reworks) == (S.HANDLING, 1)
        assert workdays_between(TODAY, proposal.due_on) == 30
        told = f"{NAME}要重新办理，请在{proposal.due_on}前答复。"
        assert [notices(account)[-1] for account in (head_of(proposal), secretary)] == [told, told]
        write_answer(proposal, result=Result.SOLVED, text="12月1日起增加窗口")
        services.sign_answer(proposal, by=principal, on=TODAY)
        texts = [(one.text, one.signed_on) for one in proposal.answers.all()]
        assert texts == [("下月增加两个窗口", TODAY), ("12月1日起增加窗口", TODAY)]
        assert stored(proposal).result == Result.SOLVED

    def test_unsatisfied_goes_back_once(self, delegate, secretary, principal):
        proposal = signed(delegate, secretary, principal, result=Result.NOTED)
        rate(proposal, delegate, Grade.UNSATISFIED, "没有说明时间")
        write_answer(proposal, result=Result.NOTED)
        services.sign_answer(proposal, by=principal, on=TODAY)
        rate(proposal, delegate, Grade.UNSATISFIED, "还是没有说明")
        assert (status(proposal), stored(proposal).grade) == (S.CLOSED, Grade.UNSATISFIED)

    def test_rule_of_the_day_says_how_often(self, delegate, secretary, principal):
        set_rule("congress.reworks", 0, valid_from=TODAY, source="本校实施细则", by=None)
        proposal = signed(delegate, secretary, principal, result=Result.NOTED)
        rate(proposal, delegate, Grade.UNSATISFIED, "没有说明时间")
        assert status(proposal) == S.CLOSED

    def test_unsatisfied_without_a_reason_is_refused(self, delegate, secretary, principal):
        proposal = signed(delegate, secretary, principal)
        with pytest.raises(Refused, match=r"^请写明不满意的理由，主办部门会据此重新办理。$"):
            rate(proposal, delegate, Grade.UNSATISFIED, " ")
        assert (status(proposal), Rating.objects.count()) == (S.SIGNED, 0)

    def test_second_rating_of_one_answer_is_refused(self, delegate, secretary, principal):
        proposal = signed(delegate, secretary, principal)
        rate(proposal, delegate)
        with pytest.raises(Refused, match=r"^您已经评价过这次答复。$"):
            rate(proposal, delegate)

    def test_originator_rates_too_without_moving_the_case(self, teacher, delegate, secretary, principal):
        proposal = signed(delegate, secretary, principal)
        type(proposal).objects.update(originator=teacher.member)
        rate(proposal, teacher, Grade.UNSATISFIED, "没有说明时间")
        assert (status(proposal), stored(proposal).grade) == (S.SIGNED, "")
        rate(proposal, delegate, Grade.SATISFIED)
        assert list(Rating.objects.values_list("member", "grade")) == [
            (teacher.member_id, Grade.UNSATISFIED),
            (delegate.member_id, Grade.SATISFIED),
        ]
        assert (status(proposal), stored(proposal).grade) == (S.FOLLOWED, Grade.SATISFIED)

    def test_author_of_a_merged_proposal_rates_too_also_afterwards(self, delegate, secretary, principal):
        proposal, other = signed(delegate, secretary, principal), make_actor(Role.DELEGATE, "林芳")
        ProposalFactory(status=S.MERGED, merged_into=proposal, originator=other.member)
        rate(proposal, delegate)
        rate(proposal, other, Grade.MOSTLY)
        assert (status(proposal), Rating.objects.count()) == (S.FOLLOWED, 2)

    def test_who_did_not_ask_is_refused(self, delegate, secretary, principal, teacher):
        proposal = signed(delegate, secretary, principal)
        with pytest.raises(Refused, match=r"^只有提案人和起草人可以评价。$"):
            rate(proposal, teacher)

    def test_what_nobody_signed_is_not_rated(self, delegate, secretary):
        proposal = answered(delegate, secretary)
        with pytest.raises(Refused, match=r"^现在没有可以评价的答复。$"):
            rate(proposal, delegate)


class TestFinish:
    def test_closes_what_was_promised(self, delegate, secretary, principal):
        proposal = signed(delegate, secretary, principal)
        rate(proposal, delegate)
        services.finish_proposal(proposal, by=secretary, on=TODAY, fulfilment=" 两个窗口已开放 ")
        proposal = stored(proposal)
        assert (proposal.status, proposal.closed_on, proposal.fulfilment) == (S.CLOSED, TODAY, "两个窗口已开放")
        assert notices(delegate)[-1] == f"{NAME}已办结，请查看落实情况。"

    def test_without_words_is_refused(self, delegate, secretary, principal):
        proposal = signed(delegate, secretary, principal)
        rate(proposal, delegate)
        with pytest.raises(Refused, match=r"^请写明落实情况。$"):
            services.finish_proposal(proposal, by=secretary, on=TODAY, fulfilment=" ")
