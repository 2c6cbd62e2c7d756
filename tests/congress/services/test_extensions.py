"""More time for an answer: who asks, who decides, how often and how far."""

from datetime import date

import pytest

from congress import services
from congress.enums import Deed, ExtensionStatus, ProposalStatus
from congress.models import Extension
from tests.conftest import TODAY, make_actor
from tests.congress.factories import ProposalFactory
from tests.congress.steps import DUE, handled, head_of, notices, stored, write_answer
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.rules import set_rule

pytestmark = pytest.mark.django_db

UNTIL = date(2026, 12, 31)
NAME = "提案2026-001 改善食堂早餐"


def ask(proposal, until=UNTIL, reason="要等招标"):
    return services.ask_for_time(proposal, until=until, reason=reason, by=head_of(proposal), on=TODAY)


@pytest.fixture
def proposal(delegate, secretary):
    return handled(delegate, secretary)


class TestAsk:
    def test_waits_for_the_secretary_and_moves_no_day(self, proposal, secretary, delegate):
        before = notices(delegate)
        asked = ask(proposal, reason=" 要等招标 ")
        assert (asked.due_was, asked.until, asked.reason, asked.status) == (
            DUE,
            UNTIL,
            "要等招标",
            ExtensionStatus.ASKED,
        )
        assert (stored(proposal).due_on, notices(delegate)) == (DUE, before)
        assert notices(secretary)[-1] == f"{proposal.lead}申请{NAME}延期答复，请审批。"
        entry = trail_of(asked)[0]
        assert (entry.verb, entry.note) == (Deed.ASK_EXTENSION, "延至2026年12月31日")

    def test_by_the_schools_rule_it_waits_for_leaders(self, proposal, secretary, principal):
        set_rule("congress.extension_decider", "leader", valid_from=TODAY, source="本校实施细则", by=None)
        before = notices(secretary)
        ask(proposal)
        assert (notices(principal), notices(secretary)) == ([f"{proposal.lead}申请{NAME}延期答复，请审批。"], before)

    @pytest.mark.parametrize("until", [DUE, date(2026, 12, 17), date(2027, 1, 12)])
    def test_day_that_is_not_later_or_too_late_is_refused(self, proposal, until):
        with pytest.raises(Refused, match=r"^延期要晚于原期限2026年12月18日，最迟到2027年1月11日。$"):
            ask(proposal, until)
        assert not Extension.objects.exists()

    def test_without_a_reason_is_refused(self, proposal):
        with pytest.raises(Refused, match=r"^请写明延期的理由。$"):
            ask(proposal, reason=" ")

    def test_while_another_waits_is_refused(self, proposal):
        ask(proposal)
        with pytest.raises(Refused, match=r"^已有一份延期申请在等待审批。$"):
            ask(proposal)

    def test_more_often_than_the_rule_allows_is_refused(self, proposal, secretary):
        ask(proposal)
        services.grant_extension(proposal, by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^每件提案最多延期1次，不能再申请。请在期限前答复。$"):
            ask(stored(proposal), date(2027, 1, 8))

    def test_what_was_denied_does_not_count(self, proposal, secretary):
        ask(proposal)
        services.deny_extension(proposal, by=secretary, on=TODAY, remark="请先答复进度")
        assert ask(proposal).status == ExtensionStatus.ASKED

    @pytest.mark.parametrize("status", sorted(set(ProposalStatus) - {ProposalStatus.HANDLING}))
    def test_only_what_is_handled_can_be_put_off(self, status, secretary):
        proposal = ProposalFactory(status=status)
        with pytest.raises(Refused, match=r"只有办理中的提案可以延期。$"):
            services.ask_for_time(proposal, until=UNTIL, reason="要等招标", by=secretary, on=TODAY)


class TestDecision:
    def test_granted_it_moves_the_day_and_is_told(self, proposal, secretary, delegate):
        asked = ask(proposal)
        services.grant_extension(proposal, by=secretary, on=TODAY, remark="同意")
        asked.refresh_from_db()
        assert (asked.status, asked.decided_by, asked.decided_on) == (ExtensionStatus.GRANTED, secretary, TODAY)
        assert stored(proposal).due_on == UNTIL
        told = f"{NAME}的答复期限延至2026年12月31日。"
        assert [notices(account)[-1] for account in (delegate, head_of(proposal))] == [told, told]
        assert (trail_of(proposal)[0].verb, trail_of(proposal)[0].note) == (Deed.EXTEND, "延至2026年12月31日")

    def test_denied_the_day_stays_and_the_department_alone_is_told(self, proposal, secretary, delegate):
        before = notices(delegate)
        asked = ask(proposal)
        services.deny_extension(proposal, by=secretary, on=TODAY, remark="请先答复进度")
        asked.refresh_from_db()
        assert (asked.status, asked.remark, stored(proposal).due_on) == (ExtensionStatus.REFUSED, "请先答复进度", DUE)
        assert (notices(head_of(proposal))[-1], notices(delegate)) == (
            f"{NAME}没有同意延期，请在2026年12月18日前答复。",
            before,
        )

    def test_without_a_reason_is_not_denied(self, proposal, secretary):
        ask(proposal)
        with pytest.raises(Refused, match=r"^请写明不同意延期的理由。$"):
            services.deny_extension(proposal, by=secretary, on=TODAY, remark=" ")
        assert Extension.objects.get().status == ExtensionStatus.ASKED

    @pytest.mark.parametrize(
        ("decider", "by", "who"), [("secretary", Role.PRINCIPAL, "工会秘书"), ("leader", Role.SECRETARY, "校领导")]
    )
    def test_by_somebody_else_than_the_rule_names_is_refused(self, proposal, decider, by, who):
        set_rule("congress.extension_decider", decider, valid_from=TODAY, source="本校实施细则", by=None)
        ask(proposal)
        with pytest.raises(Refused, match=f"^按学校规定，延期由{who}审批。$"):
            services.grant_extension(proposal, by=make_actor(by, "何苗"), on=TODAY)

    def test_rule_of_the_day_of_asking_names_who_decides(self, proposal, secretary):
        ask(proposal)
        set_rule("congress.extension_decider", "leader", valid_from=TODAY, source="本校实施细则", by=None)
        assert services.grant_extension(proposal, by=secretary, on=TODAY).status == ExtensionStatus.GRANTED

    def test_what_nobody_asked_for_is_not_decided(self, proposal, secretary):
        with pytest.raises(Refused, match=r"^没有等待审批的延期申请。请刷新页面查看最新情况。$"):
            services.grant_extension(proposal, by=secretary, on=TODAY)


def test_answer_or_another_department_needs_no_more_time(proposal, secretary):
    asked = ask(proposal)
    write_answer(proposal)
    asked.refresh_from_db()
    assert asked.status == ExtensionStatus.DROPPED
