"""Many proposals at once: all of them, or none and the list of which can't and why."""

import pytest

from congress import services
from congress.enums import Outcome, ProposalStatus
from congress.models import Proposal
from tests.conftest import TODAY
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory
from tests.congress.steps import DUE, notices, status, stored
from unionoffice.audit import LogEntry, trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

S = ProposalStatus


def filed(count, **fields):
    return [ProposalFactory(status=S.FILED, number=f"2026-{place:03}", **fields) for place in range(1, count + 1)]


def test_several_are_accepted(secretary):
    rows = filed(3)
    services.accept_together(rows, by=secretary, on=TODAY)
    assert [(stored(one).status, stored(one).outcome) for one in rows] == [(S.ACCEPTED, Outcome.ACCEPTED)] * 3


def test_what_cannot_be_accepted_is_listed_and_nothing_is_done(secretary):
    good, own = filed(1)[0], ProposalFactory(status=S.FILED, number="2026-002", originator=secretary.member)
    gone = ProposalFactory(status=S.REFUSED, number="2026-003", title="延长开放时间")
    before = LogEntry.objects.count()
    with pytest.raises(Refused) as refusal:
        services.accept_together([good, own, gone], by=secretary, on=TODAY)
    assert str(refusal.value).split("\n") == [
        "下面2件不能办理，所选的都没有办理。请取消勾选后再试。",
        "2026-002 改善食堂早餐：提案2026-002 改善食堂早餐是您提出的，请审理组其他成员审理。",
        "2026-003 延长开放时间：现在是“不予立案”状态，不能立案。请刷新页面查看最新情况。",
    ]
    assert ([status(one) for one in (good, own, gone)], LogEntry.objects.count()) == (
        [S.FILED, S.FILED, S.REFUSED],
        before,
    )


def test_several_are_merged_into_one_of_them(secretary):
    main, *others = filed(3)
    services.merge_together([main, *others], main, by=secretary, on=TODAY)
    assert (status(main), [stored(one).merged_into for one in others]) == (S.FILED, [main, main])


def test_merging_only_the_main_one_is_refused(secretary):
    (main,) = filed(1)
    with pytest.raises(Refused, match=r"^请再选择要并入的提案。$"):
        services.merge_together([main], main, by=secretary, on=TODAY)


@pytest.mark.parametrize(
    ("move", "end", "deed"),
    [
        (services.turn_together, S.TURNED, "转意见建议"),
        (services.refuse_together, S.REFUSED, "不予立案"),
    ],
)
def test_several_end_for_one_reason(secretary, move, end, deed):
    rows = filed(2)
    move(rows, by=secretary, on=TODAY, reason="属日常管理，已转有关部门")
    assert [(stored(one).status, stored(one).review) for one in rows] == [(end, "属日常管理，已转有关部门")] * 2
    assert [trail_of(one)[0].verb for one in rows] == [deed] * 2


def test_several_are_assigned_to_one_department(secretary):
    lead, helper = HeadedDepartmentFactory(), HeadedDepartmentFactory()
    rows = [ProposalFactory(status=S.ACCEPTED) for _ in range(3)]
    services.assign_together(rows, lead=lead, assisting=[helper], due_on=DUE, by=secretary, on=TODAY)
    assert set(Proposal.objects.values_list("status", "lead", "due_on")) == {(S.ASSIGNED, lead.pk, DUE)}
    assert len(notices(lead.head.account)) == 3


def test_one_that_cannot_be_assigned_leaves_all(secretary):
    rows = [ProposalFactory(status=S.ACCEPTED), ProposalFactory(status=S.FILED)]
    with pytest.raises(Refused):
        services.assign_together(
            rows, lead=HeadedDepartmentFactory(), assisting=[], due_on=DUE, by=secretary, on=TODAY
        )
    assert [status(one) for one in rows] == [S.ACCEPTED, S.FILED]
