"""Somebody approves in another's place: what is refused, what it gives, and what it doesn't."""

from datetime import timedelta

import pytest
import time_machine

from affairs import permissions, services
from affairs.models import Deputyship, Disclosure
from affairs.selectors import approvers, waiting_for, waiting_for_approval
from members.models import Account
from tests.affairs.factories import UNION_FUNDS, PostedFactory
from tests.affairs.steps import approve, draft, handed_in, stored, told, verbs
from tests.conftest import TODAY, make_actor
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LAST = TODAY + timedelta(days=5)


@pytest.fixture
def writer(db):
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


@pytest.fixture
def vice(db):
    return make_actor(Role.VICE_PRINCIPAL, "许晓峰")


def anew(account):
    """The account as the next request knows it."""
    return Account.objects.get(pk=account.pk)


def name(deputy, by, **other):
    fields = {"sphere": "school", "from_on": TODAY, "to_on": LAST, "reason": " 外出学习 "}
    deputyship = Deputyship(deputy=deputy, **{**fields, **other})
    return services.name_deputy(deputyship, by=by, on=TODAY)


class TestNaming:
    def test_is_kept_with_dates_and_reason_and_the_deputy_is_told_what_waits(self, writer, principal, vice):
        handed_in(writer)
        deputyship = name(vice, principal)
        assert (deputyship.named_by, deputyship.named_on, deputyship.reason) == (principal, TODAY, "外出学习")
        sentence = "沈立请您11月22日至11月27日代为审批校务公开，现有1项待审批。"
        assert told(vice) == [(sentence, deputyship.get_absolute_url())]
        assert verbs(deputyship) == [("沈立", "委托代审")]

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"reason": " "}, "请写明原因，例如：外出学习。"),
            ({"to_on": TODAY - timedelta(days=1)}, "结束日期不能早于开始日期。"),
            ({"from_on": TODAY - timedelta(days=1)}, "开始日期不能早于今天。"),
            ({"sphere": "union"}, "许晓峰不能代理审批这项事务，请从名单中另选一位。"),
        ],
    )
    def test_is_refused(self, principal, vice, wrong, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            name(vice, principal, **wrong)
        assert Deputyship.objects.count() == 0

    @pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.CHAIR, Role.TREASURER, None])
    def test_of_somebody_who_may_not_stand_in_is_refused(self, principal, role):
        with pytest.raises(Refused, match=r"^韩梅不能代理审批这项事务，请从名单中另选一位。$"):
            name(make_actor(role, "韩梅"), principal)

    def test_of_two_for_the_same_days_is_refused(self, principal, vice):
        other = make_actor(Role.PARTY_SECRETARY, "韩建国")
        first = name(vice, principal)
        sentence = r"^这几天已请许晓峰代审（11月22日至11月27日）。请先结束那次委托，或改选别的日期。$"
        with pytest.raises(Refused, match=sentence):
            name(other, principal, from_on=LAST, to_on=LAST)
        name(other, principal, from_on=LAST + timedelta(days=1), to_on=LAST + timedelta(days=2))
        services.end_deputyship(first, by=principal, on=TODAY)
        assert name(other, principal).deputy == other

    def test_ends_early_once_and_says_so(self, principal, vice):
        deputyship = name(vice, principal)
        services.end_deputyship(deputyship, by=principal, on=TODAY)
        assert permissions.approves_school_affairs.test(anew(vice)) is False
        assert told(vice)[-1] == ("沈立已结束代审委托，您不用再审批。", deputyship.get_absolute_url())
        assert verbs(deputyship)[-1] == ("沈立", "结束代审")
        with pytest.raises(Refused, match=r"^这次委托已经结束。$"):
            services.end_deputyship(deputyship, by=principal, on=TODAY)


class TestDeputy:
    def test_approves_and_signs_as_one(self, writer, principal, vice):
        disclosure = handed_in(writer)
        name(vice, principal)
        approve(disclosure, anew(vice))
        kept = stored(disclosure)
        assert (kept.approver, kept.approved_by, kept.submissions.get().decider) == (
            "许晓峰（代）",
            vice,
            "许晓峰（代）",
        )
        entry = trail_of(disclosure)[0]
        assert (entry.actor_name, entry.verb, entry.note) == ("许晓峰", "同意并公开", "代沈立审批")

    def test_returning_one_signs_as_one_too(self, writer, principal, vice):
        disclosure = handed_in(writer)
        name(vice, principal)
        services.return_disclosure(disclosure, comment="改", by=anew(vice), on=TODAY)
        assert disclosure.submissions.get().decider == "许晓峰（代）"

    def test_who_approves_in_their_own_right_signs_plainly(self, writer, principal, vice):
        name(vice, principal)
        disclosure = handed_in(writer)
        approve(disclosure, anew(principal))
        assert stored(disclosure).approver == "沈立"

    def test_never_approves_what_they_wrote(self, principal, vice, writer):
        name(vice, principal)
        own = services.submit_disclosure(draft(vice), by=writer, on=TODAY)
        with pytest.raises(Refused, match=r"^不能审批自己起草或提交的公开事项，请由另一位审批人办理。$"):
            approve(own, anew(vice))
        assert list(waiting_for_approval(anew(vice))) == []

    def test_is_told_of_what_is_handed_in_within_the_dates(self, writer, principal, vice):
        name(vice, principal)
        disclosure = handed_in(writer)
        assert told(vice)[-1] == ("公开事项待审批：第三季度经费使用情况", disclosure.get_review_url())
        assert [list(approvers("school", day)) for day in (TODAY, LAST + timedelta(days=1))] == [
            [principal, vice],
            [principal],
        ]

    def test_sees_the_queue_of_that_sphere_and_the_board_like_the_approver(self, writer, principal, chair, vice):
        waits = handed_in(writer)
        handed_in(writer, UNION_FUNDS)
        before = list(Disclosure.objects.visible_to(anew(vice)))
        name(vice, principal)
        deputy = anew(vice)
        assert [one.url for one in waiting_for(deputy)] == [waits.get_review_url()]
        assert (before, Disclosure.objects.visible_to(deputy).count()) == ([], 2)

    def test_has_none_of_the_approvers_other_rights(self, principal, vice):
        name(vice, principal)
        deputy, posted = anew(vice), PostedFactory()
        rights = (permissions.names_deputies.test(deputy), permissions.may_take_down.test(deputy, posted))
        assert rights == (False, False)
        assert permissions.may_take_down.test(principal, posted) is True

    @pytest.mark.parametrize(
        ("day", "approves"),
        [
            (TODAY - timedelta(days=1), False),
            (TODAY, True),
            (LAST, True),
            (LAST + timedelta(days=1), False),
        ],
    )
    def test_approves_from_the_first_day_to_the_last(self, principal, vice, day, approves):
        name(vice, principal)
        with time_machine.travel(day, tick=False):
            assert permissions.approves_school_affairs.test(anew(vice)) is approves

    def test_right_ends_with_the_role_that_lets_one_stand_in(self, principal, vice):
        name(vice, principal)
        vice.grants.all().delete()
        assert permissions.approves_school_affairs.test(anew(vice)) is False

    def test_asks_the_database_once_however_often_it_is_asked(self, principal, vice, django_assert_num_queries):
        name(vice, principal)
        deputy = anew(vice)
        permissions.names_deputies.test(deputy)
        with django_assert_num_queries(1):
            assert [permissions.approves_school_affairs.test(deputy) for _ in range(3)] == [True] * 3
