"""Two histories of one person told as one."""

from datetime import date

import pytest

from members.enums import ChangeKind as C
from members.enums import ServiceStatus, Standing, UnionStatus
from members.models import StatusChange
from members.selectors import combined_history
from tests.members.factories import MemberFactory

pytestmark = pytest.mark.django_db

SERVING = Standing(ServiceStatus.IN_SERVICE, UnionStatus.MEMBER)
OUTSIDE = Standing(ServiceStatus.IN_SERVICE, UnionStatus.NON_MEMBER)
RETIRED = Standing(ServiceStatus.RETIRED, UnionStatus.RETAINED)
LEFT = Standing(ServiceStatus.LEFT, UnionStatus.NON_MEMBER)


def person(*changes):
    """Somebody with exactly these changes: kind, day and standing after it."""
    member = MemberFactory()
    member.status_changes.all().delete()
    for kind, day, standing in changes:
        StatusChange.objects.create(
            member=member,
            kind=kind,
            on=date.fromisoformat(day),
            service_status=standing.service,
            union_status=standing.union,
        )
    return member


def told(history):
    return [(change.kind, change.on.isoformat(), standing) for change, standing in history.steps]


def left_out(history):
    return [(change.kind, teller.kind) for change, teller in history.left_out]


def test_record_that_knows_nothing_more_leaves_the_history_as_it_is():
    own = [(C.REGISTERED, "2010-09-01", OUTSIDE), (C.JOINED, "2011-03-01", SERVING)]
    kept = person(*own)
    history = combined_history(kept, person(own[0], own[1]))
    assert told(history) == own
    assert left_out(history) == [(C.REGISTERED, C.REGISTERED), (C.JOINED, C.JOINED)]
    assert (history.standing, history.problem) == (SERVING, "")


def test_even_a_history_that_no_rule_would_give():
    own = [(C.REGISTERED, "2010-09-01", RETIRED), (C.JOINED, "2011-03-01", LEFT)]
    history = combined_history(person(*own), person((C.REGISTERED, "2015-09-01", SERVING)))
    assert (told(history), history.problem) == (own, "")


def test_change_that_only_the_other_knows_is_taken_in_and_statuses_follow():
    kept = person((C.REGISTERED, "2010-09-01", OUTSIDE), (C.RETIRED, "2024-08-31", Standing("retired", "non_member")))
    other = person((C.REGISTERED, "2012-09-01", OUTSIDE), (C.JOINED, "2013-03-01", SERVING))
    kept.status_changes.filter(kind=C.RETIRED).update(union_status=UnionStatus.RETAINED)
    history = combined_history(kept, other)
    assert told(history) == [
        (C.REGISTERED, "2010-09-01", OUTSIDE),
        (C.JOINED, "2013-03-01", SERVING),
        (C.RETIRED, "2024-08-31", RETIRED),
    ]
    assert (left_out(history), history.standing) == ([(C.REGISTERED, C.REGISTERED)], RETIRED)


def test_membership_that_ended_with_work_stays_ended():
    ended = Standing(ServiceStatus.RETIRED, UnionStatus.NON_MEMBER)
    kept = person((C.REGISTERED, "2010-09-01", OUTSIDE), (C.RETIRED, "2024-08-31", ended))
    other = person((C.REGISTERED, "2012-09-01", OUTSIDE), (C.JOINED, "2013-03-01", SERVING))
    assert combined_history(kept, other).standing == ended


def test_earlier_beginning_is_the_beginning_whosever_it_is():
    kept = person((C.REGISTERED, "2024-09-01", RETIRED))
    other = person((C.REGISTERED, "1990-09-01", SERVING), (C.RETIRED, "2024-08-31", RETIRED))
    history = combined_history(kept, other)
    assert told(history) == [(C.REGISTERED, "1990-09-01", SERVING), (C.RETIRED, "2024-08-31", RETIRED)]
    assert (left_out(history), history.problem) == ([(C.REGISTERED, C.REGISTERED)], "")


def test_of_two_beginnings_on_one_day_the_kept_one_is_believed():
    other = person((C.REGISTERED, "2010-09-01", OUTSIDE), (C.RETIRED, "2024-08-31", RETIRED))
    kept = person((C.REGISTERED, "2010-09-01", SERVING))
    assert told(combined_history(kept, other)) == [
        (C.REGISTERED, "2010-09-01", SERVING),
        (C.RETIRED, "2024-08-31", RETIRED),
    ]


def test_later_beginning_as_no_member_just_did_not_know():
    kept = person((C.REGISTERED, "2015-09-01", OUTSIDE))
    other = person((C.REGISTERED, "2010-09-01", SERVING))
    history = combined_history(kept, other)
    assert (history.standing, history.problem) == (SERVING, "")


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (SERVING, "较晚的一份从2025-09-01起是“在职、会员”，而按变动记录那时是“退休、保留会籍”"),
        (LEFT, "较晚的一份从2025-09-01起是“调离、非会员”，而按变动记录那时是“退休、保留会籍”"),
    ],
)
def test_later_beginning_that_knows_better_is_a_problem(later, words):
    kept = person((C.REGISTERED, "2025-09-01", later))
    other = person((C.REGISTERED, "1990-09-01", SERVING), (C.RETIRED, "2024-08-31", RETIRED))
    assert combined_history(kept, other).problem == f"变动记录接不起来：{words}。"


def test_change_told_twice_on_two_days_stays_once():
    kept = person((C.REGISTERED, "2010-09-01", OUTSIDE), (C.JOINED, "2012-03-01", SERVING))
    other = person((C.REGISTERED, "2010-09-01", OUTSIDE), (C.JOINED, "2011-03-01", SERVING))
    history = combined_history(kept, other)
    assert told(history) == [(C.REGISTERED, "2010-09-01", OUTSIDE), (C.JOINED, "2011-03-01", SERVING)]
    assert left_out(history) == [(C.REGISTERED, C.REGISTERED), (C.JOINED, C.JOINED)]


def test_change_that_can_not_follow_is_a_problem():
    kept = person((C.REGISTERED, "2010-09-01", SERVING), (C.DIED, "2020-01-05", Standing("dead", "non_member")))
    other = person((C.REGISTERED, "2010-09-01", SERVING), (C.RETIRED, "2024-08-31", RETIRED))
    history = combined_history(kept, other)
    assert history.problem == "变动记录接不起来：2024-08-31登记了“退休”，而那时已是“去世、非会员”。"


def test_change_before_the_only_beginning_is_a_problem():
    kept, other = person((C.REGISTERED, "2010-09-01", SERVING)), person((C.RETIRED, "2009-08-31", RETIRED))
    assert combined_history(kept, other).problem == "变动记录接不起来：2009-08-31登记的“退休”早于建档的2010-09-01。"


def test_records_without_any_beginning_are_a_problem():
    kept, other = person(), person((C.RETIRED, "2009-08-31", RETIRED))
    assert combined_history(kept, other).problem == "两份档案都没有建档记录，变动记录接不起来。"


def test_records_without_any_history_have_none():
    history = combined_history(person(), person())
    assert (history.steps, history.standing, history.problem) == ([], None, "")
