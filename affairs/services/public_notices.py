"""Writing, approving and hanging a public notice, and what may befall it while it hangs."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import NoticeStatus
from affairs.models import NoticeExtension, PublicNotice
from affairs.selectors import approvers
from affairs.services.checks import ensure_as_read
from affairs.services.signatures import signature_of
from unionoffice import audit
from unionoffice.inbox import notify
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused, stated
from unionoffice.rules import rule
from unionoffice.states import lock, moving
from unionoffice.workdays import add_workdays

NOTICE_SERIES = "affairs.public_notice"
"""One series for the school's and the union's: `公示 2026-003` names one notice."""

NOTICE_FIELDS = frozenset(
    {
        "sphere",
        "object",
        "title",
        "text",
        "basis",
        "department",
        "reviewed_on",
        "days",
        "contact",
        "contact_phone",
        "contact_place",
    }
)
"""What its writer may change until it is handed in."""


@transaction.atomic
def draft_notice(notice: PublicNotice, *, by: Any, on: date) -> PublicNotice:
    """Begin a notice: how names are shown is what the rules say for its object; the people are named afterwards.

    Without a number of days it hangs for those of the rule. Refused for fewer.
    """
    notice.drafted_by, notice.drafted_on = by, on
    _go_by_rules(notice, on)
    with audit.deed("起草公示", by=by):
        notice.save()
    return notice


@transaction.atomic
def mend_notice(notice: PublicNotice, *, changes: Mapping[str, Any], by: Any, on: date) -> PublicNotice:
    """Change a notice that is still its writer's; refused once it waits for approval or hangs."""
    lock_writable(notice)
    for name in NOTICE_FIELDS & changes.keys():
        setattr(notice, name, changes[name])
    _go_by_rules(notice, on)
    with audit.deed("修改公示", by=by):
        notice.save()
    return notice


def lock_writable(notice: PublicNotice) -> PublicNotice:
    """Hold the notice's row; refused where text and names aren't its writer's any more."""
    lock(notice)
    if not notice.is_writable:
        raise Refused(
            _("现在是“%(status)s”状态，不能修改。待审批的请先撤回修改；公示中的有错误，请终止后重新公示。")
            % {"status": notice.get_status_display()}
        )
    return notice


def submit_notice(notice: PublicNotice, *, by: Any, on: date) -> PublicNotice:
    """Hand it to whoever approves its sphere.

    Refused without anybody named, with too few staff delegates in the review group, or where nobody can approve it.
    """
    with moving(notice, to=NoticeStatus.SUBMITTED, by=by, verb="提交审批"):
        _go_by_rules(notice, on)
        if not notice.candidates.exists():
            raise Refused(_("还没有填写公示名单。请先填写名单再提交。"))
        _check_review_group(notice, on)
        people = approvers(notice.sphere, on).exclude(pk__in=[by.pk, notice.drafted_by_id])
        if not people:
            raise Refused(_("没有可以审批的人：本人起草或提交的不能自己审批。请工会秘书为另一位同志授予审批角色。"))
        notice.submitted_by, notice.submitted_on, notice.return_comment = by, on, ""
        notify(
            people,
            _("公示待审批：%(title)s") % {"title": notice.title},
            url=notice.get_review_url(),
            key=event_of(notice, "submitted"),
        )
    return notice


def recall_notice(notice: PublicNotice, *, by: Any) -> PublicNotice:
    """Take it back from the approver's desk, to go on writing."""
    with moving(notice, to=NoticeStatus.DRAFT, by=by, verb="撤回修改"):
        notice.submitted_by = notice.submitted_on = None
    return notice


def return_notice(notice: PublicNotice, *, comment: str, by: Any) -> PublicNotice:
    """The approver gives it back, with what is to be changed."""
    with moving(notice, to=NoticeStatus.RETURNED, by=by, verb="退回修改", note=comment):
        notice.return_comment = stated(comment, _("请写明退回的意见。"))
        notify(
            writers_of(notice),
            _("公示被退回修改：%(title)s") % {"title": notice.title},
            url=notice.get_absolute_url(),
            key=event_of(notice, "returned"),
        )
    return notice


def approve_notice(notice: PublicNotice, *, version: int, is_public: bool, by: Any, on: date) -> PublicNotice:
    """Approve it as it stood when `version` was read: it gets its number and hangs at once, for the staff alone or,
    where the approver says so, for everybody.

    The working days are counted from today, which doesn't count itself (民法典第二百零一条). Refused to whoever
    drafted or submitted it, and where it was changed since it was read.
    """
    verb = "同意公示，也向社会公示" if is_public else "同意公示"
    signed, stand_in = signature_of(by, notice.sphere, on)
    with moving(notice, to=NoticeStatus.POSTED, by=by, verb=verb, note=stand_in):
        ensure_as_read(notice, version)
        if by.pk in (notice.drafted_by_id, notice.submitted_by_id):
            raise Refused(_("不能审批自己起草或提交的公示，请由另一位审批人办理。"))
        notice.approved_by, notice.approver, notice.approved_on = by, signed, on
        notice.is_public = is_public
        notice.posted_on, notice.ends_on = on, add_workdays(on, notice.days)
        notice.year, notice.number = on.year, next_number(NOTICE_SERIES, on.year)
        notify(
            writers_of(notice),
            _("公示已批准：%(title)s") % {"title": notice.title},
            url=notice.get_absolute_url(),
            key=event_of(notice, "approved"),
        )
    return notice


@transaction.atomic
def extend_notice(notice: PublicNotice, *, days: int, reason: str, by: Any, on: date) -> NoticeExtension:
    """Let it hang for some more working days, counted from its last day, or from today where that is over.

    Both last days are kept, with the reason. Refused for what doesn't hang.
    """
    lock(notice)
    reason = stated(reason, _("请写明延长的原因。"))
    if notice.status != NoticeStatus.POSTED or notice.ends_on is None:
        raise Refused(_("只有公示中的可以延长。"))
    if days < 1:
        raise Refused(_("至少延长1个工作日。"))
    ends_on = add_workdays(max(notice.ends_on, on), days)
    extension = NoticeExtension(
        notice=notice,
        days=days,
        reason=reason,
        ended_on=notice.ends_on,
        ends_on=ends_on,
        extended_on=on,
        extended_by=by,
    )
    notice.ends_on = ends_on
    with audit.deed("延长公示", by=by, note=reason):
        notice.save()
        extension.save()
    return extension


def withdraw_notice(notice: PublicNotice, *, reason: str, by: Any, on: date) -> PublicNotice:
    """End it without a result: a draft is given up, what hangs says so for as long as a result would hang."""
    with moving(notice, to=NoticeStatus.WITHDRAWN, by=by, verb="终止", note=reason):
        notice.withdraw_reason = stated(reason, _("请写明终止的原因。"))
        notice.withdrawn_on = on
        if notice.posted_on is not None:
            notice.shown_until = shown_until(on)
    return notice


def days_key(notice_object: str) -> str:
    """The rule on how many working days a notice of this kind hangs."""
    return f"affairs.notice_days.{notice_object}"


def names_key(notice_object: str) -> str:
    """The rule on how the staff are shown the names."""
    return f"affairs.notice_names.{notice_object}"


def delegates_key(notice_object: str) -> str:
    """The rule on how many staff delegates the review group has at the least."""
    return f"affairs.notice_delegates.{notice_object}"


def shown_until(on: date) -> date:
    """The last day on which what ended on that day is still read on the board."""
    return on + timedelta(days=rule("affairs.notice_shown_days", on=on))


def writers_of(notice: PublicNotice) -> list[Any]:
    """Who drafted it and who handed it in: often one person."""
    people = (notice.drafted_by, notice.submitted_by)
    return list({person.pk: person for person in people if person is not None}.values())


def event_of(notice: PublicNotice, what: str) -> str:
    """Each round has its own messages."""
    return f"public-notice-{notice.pk}-{what}-{notice.version}"


def _go_by_rules(notice: PublicNotice, on: date) -> None:
    """Names as the rules of the day want them shown; refused where it would hang for a shorter time than they say."""
    least = rule(days_key(notice.object), on=on)
    days: int | None = notice.days
    notice.days = least if days is None else days
    if notice.days < least:
        raise Refused(
            _("“%(object)s”的公示不少于%(least)d个工作日，现在填的是%(days)d个。")
            % {"object": notice.get_object_display(), "least": least, "days": notice.days}
        )
    notice.names_to_staff = rule(names_key(notice.object), on=on)
    notice.names_outside = rule("affairs.notice_names_outside", on=on)


def _check_review_group(notice: PublicNotice, on: date) -> None:
    least = rule(delegates_key(notice.object), on=on)
    delegates = notice.reviewers.filter(is_delegate=True).count()
    if delegates < least:
        raise Refused(
            _("“%(object)s”的评审小组应有至少%(least)d名教职工代表，现在有%(delegates)d名。请先填写评审小组。")
            % {"object": notice.get_object_display(), "least": least, "delegates": delegates}
        )
