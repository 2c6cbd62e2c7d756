"""Who a notice names, and who reviewed them: each list is written as a whole."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.models import NoticeCandidate, NoticeReviewer, PublicNotice
from affairs.services.public_notices import lock_writable
from members.selectors import name_places
from unionoffice import audit
from unionoffice.refusal import Refused

LONGEST_DEPARTMENT = 60


@transaction.atomic
def name_candidates(
    notice: PublicNotice, candidates: Sequence[NoticeCandidate], *, by: Any, on: date
) -> PublicNotice:
    """Let the notice name these people, in this order; a colleague's department is that of today.

    Rows that stay as they were are left alone. Refused where one person is named twice for the same.
    """
    lock_writable(notice)
    _check_twice(candidates)
    members: list[Any] = [one.member for one in candidates if one.member is not None]
    name_places(members, on)
    departments = {member.pk: member.department_names[:LONGEST_DEPARTMENT] for member in members}
    for one in candidates:
        if one.member is not None:
            one.name, one.department = one.member.name, departments[one.member.pk]
    names = ("member_id", "name", "department", "proposed", "amount")
    with audit.deed("填写公示名单", by=by):
        _rewrite(notice, list(notice.candidates.all()), candidates, names)
        notice.save()
    _tell(notice, "填写公示名单", len(candidates), by=by)
    return notice


@transaction.atomic
def name_reviewers(notice: PublicNotice, reviewers: Sequence[NoticeReviewer], *, by: Any) -> PublicNotice:
    """Let these be the review group. Refused where it names somebody twice."""
    lock_writable(notice)
    seen: set[int] = set()
    for one in reviewers:
        if one.member_id in seen:
            raise Refused(_("评审小组里%(name)s写了两次。") % {"name": one.member.name})
        seen.add(one.member_id)
        one.name = one.member.name
    with audit.deed("填写评审小组", by=by):
        _rewrite(notice, list(notice.reviewers.all()), reviewers, ("member_id", "name", "duty", "is_delegate"))
        notice.save()
    _tell(notice, "填写评审小组", len(reviewers), by=by)
    return notice


def _tell(notice: PublicNotice, verb: str, count: int, *, by: Any) -> None:
    """A line in the notice's own history, whose rows of people have none that a page shows."""
    audit.record_event(notice, verb=verb, by=by, note=_("%(count)d人") % {"count": count})


def _rewrite(notice: PublicNotice, kept: list[Any], wanted: Sequence[Any], names: tuple[str, ...]) -> None:
    """Row by row: what is there is changed where it differs, what is more is added, what is left over goes."""
    for place, row in enumerate(wanted, start=1):
        old = kept[place - 1] if place <= len(kept) else None
        if old is None:
            row.notice, row.place = notice, place
            row.save()
        elif any(getattr(old, name) != getattr(row, name) for name in names):
            for name in names:
                setattr(old, name, getattr(row, name))
            old.notice = notice
            old.save()
    for row in kept[len(wanted) :]:
        row.notice = notice
        row.delete()


def _check_twice(candidates: Sequence[NoticeCandidate]) -> None:
    seen: set[tuple[Any, ...]] = set()
    for one in candidates:
        key = (one.member_id or one.name, one.proposed)
        if key in seen:
            raise Refused(
                _("名单里%(name)s写了两次，拟定内容也相同。") % {"name": one.member.name if one.member else one.name}
            )
        seen.add(key)
