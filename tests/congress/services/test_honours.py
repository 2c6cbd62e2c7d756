"""重点提案 and 优秀提案: who is chosen, when, and who is told."""

import pytest

from congress import services
from congress.enums import ProposalStatus
from tests.conftest import TODAY, make_actor
from tests.congress.factories import ProposalFactory
from tests.congress.steps import head_of, notices, stored, verbs
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

S = ProposalStatus
MAY_BE_PRIORITY = [S.ACCEPTED, S.ASSIGNED, S.HANDLING, S.ANSWERED]
MAY_BE_OUTSTANDING = [S.FOLLOWED, S.CLOSED]
DECISION = "第九届第三次教代会主席团第二次会议"


class TestPriority:
    @pytest.mark.parametrize("status", MAY_BE_PRIORITY)
    def test_is_seen_to_by_a_leader_and_told(self, status, secretary, principal):
        author = make_actor(Role.DELEGATE, "林芳")
        proposal = ProposalFactory(status=status, number="2026-031", originator=author.member)
        services.prioritise_proposal(proposal, principal.member, by=secretary, on=TODAY)
        chosen = stored(proposal)
        assert (chosen.priority_on, chosen.supervisor, chosen.status) == (TODAY, principal.member, status)
        told = "提案2026-031 改善食堂早餐列为重点提案，由沈立督办。"
        people = [principal, author] + ([head_of(chosen)] if chosen.lead else [])
        assert [notices(one) for one in people] == [[told]] * len(people)
        assert verbs(proposal)[-1] == ("陈静", "列为重点提案")

    @pytest.mark.parametrize("status", sorted(set(S) - set(MAY_BE_PRIORITY)))
    def test_other_states_are_too_early_or_too_late(self, status, secretary, principal):
        with pytest.raises(Refused, match=r"^立案后、签批答复之前才能列为重点提案。$"):
            services.prioritise_proposal(ProposalFactory(status=status), principal.member, by=secretary, on=TODAY)

    def test_who_leads_nothing_does_not_see_to_it(self, secretary, teacher):
        with pytest.raises(Refused, match=r"^请选择一位校领导督办。$"):
            services.prioritise_proposal(ProposalFactory(status=S.HANDLING), teacher.member, by=secretary, on=TODAY)

    def test_who_asked_does_not_see_to_it(self, secretary, principal):
        proposal = ProposalFactory(status=S.HANDLING, originator=principal.member)
        with pytest.raises(Refused, match=r"^督办领导不能是这件提案的提案人或起草人。$"):
            services.prioritise_proposal(proposal, principal.member, by=secretary, on=TODAY)

    def test_twice_is_refused(self, secretary, principal):
        proposal = ProposalFactory(status=S.HANDLING)
        services.prioritise_proposal(proposal, principal.member, by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^这件提案已经是重点提案。$"):
            services.prioritise_proposal(proposal, principal.member, by=secretary, on=TODAY)

    def test_can_be_dropped_and_the_leader_is_told(self, secretary, principal):
        proposal = ProposalFactory(status=S.HANDLING, number="2026-031")
        services.prioritise_proposal(proposal, principal.member, by=secretary, on=TODAY)
        services.drop_priority(proposal, by=secretary)
        assert (stored(proposal).priority_on, stored(proposal).supervisor) == (None, None)
        assert notices(principal)[-1] == "提案2026-031 改善食堂早餐不再是重点提案。"

    def test_what_is_none_is_not_dropped(self, secretary):
        with pytest.raises(Refused, match=r"^这件提案现在不能取消重点提案。请刷新页面查看最新情况。$"):
            services.drop_priority(ProposalFactory(status=S.HANDLING), by=secretary)


class TestOutstanding:
    def test_several_are_chosen_by_one_decision(self, secretary):
        author = make_actor(Role.DELEGATE, "林芳")
        rows = [ProposalFactory(status=status, originator=author.member) for status in MAY_BE_OUTSTANDING]
        services.honour_proposals(rows, decision=f" {DECISION} ", by=secretary, on=TODAY)
        assert [(stored(one).outstanding_on, stored(one).outstanding_by) for one in rows] == [(TODAY, DECISION)] * 2
        assert len(notices(author)) == 2

    @pytest.mark.parametrize("status", sorted(set(S) - set(MAY_BE_OUTSTANDING)))
    def test_one_that_is_not_rated_keeps_all_from_being_chosen(self, status, secretary):
        good, other = ProposalFactory(status=S.CLOSED), ProposalFactory(status=status)
        with pytest.raises(Refused, match=r"还没有评价答复，不能评为优秀提案。$"):
            services.honour_proposals([good, other], decision=DECISION, by=secretary, on=TODAY)
        assert stored(good).outstanding_on is None

    def test_without_a_decision_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^请写明由哪次会议评选决定。$"):
            services.honour_proposals([ProposalFactory(status=S.CLOSED)], decision=" ", by=secretary, on=TODAY)

    def test_twice_is_refused(self, secretary):
        proposal = ProposalFactory(status=S.CLOSED, number="2026-031")
        services.honour_proposals([proposal], decision=DECISION, by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^提案2026-031 改善食堂早餐已经是优秀提案。$"):
            services.honour_proposals([proposal], decision=DECISION, by=secretary, on=TODAY)

    def test_is_taken_back_only_with_a_reason(self, secretary):
        proposal = ProposalFactory(status=S.CLOSED, outstanding_on=TODAY, outstanding_by=DECISION)
        with pytest.raises(Refused, match=r"^请写明取消的理由。$"):
            services.drop_honour(proposal, by=secretary, reason=" ")
        services.drop_honour(proposal, by=secretary, reason="录入有误")
        assert (stored(proposal).outstanding_on, stored(proposal).outstanding_by) == (None, "")

    def test_what_is_none_is_not_taken_back(self, secretary):
        with pytest.raises(Refused, match=r"^这件提案不是优秀提案。请刷新页面查看最新情况。$"):
            services.drop_honour(ProposalFactory(status=S.CLOSED), by=secretary, reason="录入有误")
