"""What becomes of a filed proposal, and which department gets it."""

from datetime import date

import pytest

from congress import services
from congress.enums import Category, Deed, ExtensionStatus, Outcome, ProposalStatus
from tests.conftest import TODAY, make_actor
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory
from tests.congress.steps import (
    DUE,
    accepted,
    assigned,
    draft,
    filed,
    handled,
    head_of,
    notices,
    seeking,
    status,
    stored,
    verbs,
)
from tests.members.factories import DepartmentFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

S = ProposalStatus


class TestAccept:
    def test_makes_it_a_case_and_tells_who_asked(self, delegate, secretary):
        proposal = stored(accepted(delegate, secretary))
        assert (proposal.status, proposal.outcome, proposal.reviewed_on) == (S.ACCEPTED, Outcome.ACCEPTED, TODAY)
        assert notices(delegate)[-1] == "提案2026-001 改善食堂早餐已立案。"
        assert verbs(proposal)[-1] == ("陈静", Deed.ACCEPT)

    def test_may_set_the_category_right(self, delegate, secretary):
        proposal = services.accept_proposal(filed(delegate), by=secretary, on=TODAY, category=Category.LOGISTICS)
        assert stored(proposal).category == Category.LOGISTICS


class TestRefuseAndTurn:
    @pytest.mark.parametrize(
        ("service", "to", "outcome", "deed", "told"),
        [
            (services.refuse_proposal, S.REFUSED, Outcome.REFUSED, Deed.REFUSE, "不予立案，请查看理由。"),
            (services.turn_proposal, S.TURNED, Outcome.TURNED, Deed.TURN, "已转为意见建议，请查看理由。"),
        ],
    )
    def test_ends_with_the_reason(self, delegate, secretary, service, to, outcome, deed, told):
        proposal = service(filed(delegate), by=secretary, on=TODAY, reason=" 不属于学校职权 ")
        proposal = stored(proposal)
        assert (proposal.status, proposal.outcome, proposal.review) == (to, outcome, "不属于学校职权")
        assert (verbs(proposal)[-1], notices(delegate)[-1]) == (
            ("陈静", deed),
            f"提案2026-001 改善食堂早餐{told}",
        )

    @pytest.mark.parametrize("service", [services.refuse_proposal, services.turn_proposal])
    def test_without_a_reason_is_refused(self, delegate, secretary, service):
        proposal = filed(delegate)
        with pytest.raises(Refused, match=r"^请写明理由，提案人会看到。$"):
            service(proposal, by=secretary, on=TODAY, reason=" ")
        assert (status(proposal), stored(proposal).outcome) == (S.FILED, Outcome.NONE)


class TestTurn:
    def test_goes_on_as_a_suggestion_of_its_proposer(self, delegate, secretary):
        proposal = services.turn_proposal(filed(delegate), by=secretary, on=TODAY, reason="日常管理")
        suggestion = stored(proposal).suggestion
        assert (suggestion.author, suggestion.title) == (delegate.member, "改善食堂早餐")


class TestOwn:
    @pytest.mark.parametrize("who", ["originator", "proposer"])
    @pytest.mark.parametrize("service", ["accept", "merge", "turn", "refuse"])
    def test_nobody_reviews_what_they_asked_for(self, secretary, who, service):
        proposal = ProposalFactory(status=S.FILED, number="2026-031", **{who: secretary.member})
        acts = {
            "accept": lambda: services.accept_proposal(proposal, by=secretary, on=TODAY),
            "merge": lambda: services.merge_proposal(
                proposal, ProposalFactory(status=S.ACCEPTED), by=secretary, on=TODAY
            ),
            "turn": lambda: services.turn_proposal(proposal, by=secretary, on=TODAY, reason="日常管理"),
            "refuse": lambda: services.refuse_proposal(proposal, by=secretary, on=TODAY, reason="不属于职权"),
        }
        told = "提案2026-031 改善食堂早餐是您提出的，请审理组其他成员审理。"
        with pytest.raises(Refused, match=f"^{told}$"):
            acts[service]()
        assert status(proposal) == S.FILED


class TestMerge:
    @pytest.fixture
    def main(self, secretary):
        return accepted(make_actor(Role.DELEGATE, "林芳"), secretary)

    def test_lets_the_other_one_answer_for_it_and_tells_both_sides(self, main, delegate, secretary):
        proposal = services.merge_proposal(filed(delegate), main, by=secretary, on=TODAY)
        proposal = stored(proposal)
        assert (proposal.status, proposal.outcome, proposal.merged_into) == (S.MERGED, Outcome.MERGED, main)
        assert (trail_of(proposal)[0].note, notices(delegate)[-1]) == (
            "并入2026-001",
            "提案2026-002 改善食堂早餐已并入2026-001 改善食堂早餐一并办理，答复后请您评价。",
        )
        assert notices(main.proposer.account)[-1] == "另有一份提案并入您的提案2026-001 改善食堂早餐一并办理。"

    def test_into_itself_is_refused(self, delegate, secretary):
        proposal = filed(delegate)
        with pytest.raises(Refused, match=r"^请选择另一份提案作为主案。$"):
            services.merge_proposal(proposal, proposal, by=secretary, on=TODAY)

    @pytest.mark.parametrize("state", [S.ANSWERED, S.SIGNED, S.CLOSED, S.MERGED, S.REFUSED, S.SECONDING])
    def test_into_one_that_is_answered_or_ended_is_refused(self, delegate, secretary, state):
        with pytest.raises(Refused, match="不能再并入。请另选主案。"):
            services.merge_proposal(filed(delegate), ProposalFactory(status=state), by=secretary, on=TODAY)

    @pytest.mark.parametrize("state", [S.FILED, S.ACCEPTED, S.ASSIGNED, S.HANDLING])
    def test_into_one_that_is_still_open_is_not(self, delegate, secretary, state):
        main = ProposalFactory(status=state)
        assert services.merge_proposal(filed(delegate), main, by=secretary, on=TODAY).merged_into == main

    @pytest.mark.parametrize("deed", ["refuse", "turn", "merge", "withdraw"])
    def test_one_that_others_went_into_cannot_end_otherwise(self, delegate, secretary, deed):
        main = filed(delegate)
        ProposalFactory(status=S.MERGED, merged_into=main)
        deeds = {
            "refuse": lambda: services.refuse_proposal(main, by=secretary, on=TODAY, reason="不属于职权"),
            "turn": lambda: services.turn_proposal(main, by=secretary, on=TODAY, reason="不属于职权"),
            "merge": lambda: services.merge_proposal(
                main, ProposalFactory(status=S.ACCEPTED), by=secretary, on=TODAY
            ),
            "withdraw": lambda: services.withdraw_proposal(main, by=delegate, on=TODAY, reason="不需要"),
        }
        with pytest.raises(Refused, match=r"^已有提案并入本案，本案只能立案办理。$"):
            deeds[deed]()
        assert status(main) == S.FILED

    def test_draft_is_not_reviewed(self, delegate, secretary):
        for proposal in (draft(delegate), seeking(delegate)):
            with pytest.raises(Refused, match="不能立案"):
                services.accept_proposal(proposal, by=secretary, on=TODAY)


class TestAssign:
    def test_gives_it_to_a_department_by_a_day_and_tells_all(self, delegate, secretary):
        helper = HeadedDepartmentFactory(name="总务处")
        proposal = stored(assigned(delegate, secretary, assisting=[helper]))
        assert (proposal.status, proposal.due_on) == (S.ASSIGNED, DUE)
        assert [one.department for one in proposal.assistances.all()] == [helper]
        assert trail_of(proposal)[0].note == f"{proposal.lead}，2026年12月18日前答复"
        name = f"提案2026-001 改善食堂早餐由{proposal.lead}主办"
        assert notices(head_of(proposal)) == [f"{name}，请在2026-12-18前答复。"]
        assert notices(helper.head.account) == [f"{name}，请您部门协办。"]
        assert notices(delegate)[-1] == f"提案2026-001 改善食堂早餐已交办{proposal.lead}。"

    def test_lead_does_not_assist_itself(self, delegate, secretary):
        proposal, lead = accepted(delegate, secretary), HeadedDepartmentFactory()
        services.assign_proposal(proposal, lead=lead, assisting=[lead], due_on=DUE, by=secretary, on=TODAY)
        assert proposal.assistances.count() == 0

    @pytest.mark.parametrize("part", ["lead", "assisting"])
    def test_department_without_a_head_is_refused(self, delegate, secretary, part):
        proposal, empty = accepted(delegate, secretary), DepartmentFactory(name="校史馆")
        lead, assisting = (empty, []) if part == "lead" else (HeadedDepartmentFactory(), [empty])
        with pytest.raises(Refused, match=r"^校史馆还没有登记负责人，请先登记再交办。$"):
            services.assign_proposal(proposal, lead=lead, assisting=assisting, due_on=DUE, by=secretary, on=TODAY)
        assert (status(proposal), proposal.assistances.count()) == (S.ACCEPTED, 0)

    def test_day_that_is_not_ahead_is_refused(self, delegate, secretary):
        proposal = accepted(delegate, secretary)
        with pytest.raises(Refused, match=r"^答复期限要晚于今天。$"):
            services.assign_proposal(
                proposal, lead=HeadedDepartmentFactory(), assisting=[], due_on=TODAY, by=secretary, on=TODAY
            )

    def test_anew_after_it_came_back_keeps_only_the_new_helpers(self, delegate, secretary):
        proposal = assigned(delegate, secretary, assisting=[HeadedDepartmentFactory()])
        services.send_back_proposal(proposal, by=head_of(proposal), on=TODAY, reason="属于总务处职责")
        lead, helper = HeadedDepartmentFactory(), HeadedDepartmentFactory()
        services.assign_proposal(proposal, lead=lead, assisting=[helper], due_on=DUE, by=secretary, on=TODAY)
        assert (stored(proposal).lead, [one.department for one in proposal.assistances.all()]) == (lead, [helper])


class TestReassign:
    def test_gives_it_to_another_department_that_must_accept_anew(self, delegate, secretary):
        helper = HeadedDepartmentFactory(name="后勤办")
        proposal = handled(delegate, secretary, assisting=[helper])
        services.give_opinion(proposal, opinion="同意", by=helper.head.account, on=TODAY)
        before, lead = head_of(proposal), HeadedDepartmentFactory(name="教务处")
        services.reassign_proposal(proposal, lead=lead, assisting=[], due_on=DUE, by=secretary, on=TODAY)
        assert (status(proposal), stored(proposal).lead) == (S.ASSIGNED, lead)
        assert [one.opinion for one in proposal.assistances.all()] == ["同意"]
        told = "提案2026-001 改善食堂早餐改由教务处主办。"
        assert [notices(one)[-1] for one in (before, delegate)] == [told, told]
        assert notices(lead.head.account) == ["提案2026-001 改善食堂早餐由教务处主办，请在2026-12-18前答复。"]
        assert trail_of(proposal)[0].note == "教务处，2026年12月18日前答复"

    def test_more_time_that_was_asked_for_is_needed_no_more(self, delegate, secretary):
        proposal = handled(delegate, secretary)
        asked = services.ask_for_time(
            proposal, until=date(2026, 12, 31), reason="要等招标", by=head_of(proposal), on=TODAY
        )
        services.reassign_proposal(
            proposal, lead=HeadedDepartmentFactory(), assisting=[], due_on=DUE, by=secretary, on=TODAY
        )
        asked.refresh_from_db()
        assert asked.status == ExtensionStatus.DROPPED
