"""Handing in and deciding: what an approver says of a disclosure, once or of several together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import HANDED_IN, DisclosureStatus, RoundStatus
from affairs.models import Disclosure, PassageComment
from affairs.selectors import approvers, second_role_of
from affairs.services.checks import check_days, ensure_as_read
from affairs.services.publishing import put_up
from affairs.services.rounds import close_round, open_round
from affairs.services.signatures import signature_of
from members.selectors import holders_of
from unionoffice.inbox import notify
from unionoffice.refusal import Refused, stated
from unionoffice.roles import Role
from unionoffice.states import moving


def submit_disclosure(disclosure: Disclosure, *, by: Any, on: date) -> Disclosure:
    """Hand it to whoever approves its sphere, and to who deputises for them; refused where nobody can.

    The text is kept as it stands: it is what the approver reads.
    """
    with moving(disclosure, to=DisclosureStatus.SUBMITTED, by=by, verb="提交审批"):
        check_days(disclosure, on)
        people = approvers(disclosure.sphere, on).exclude(pk__in=[by.pk, disclosure.drafted_by_id])
        if not people:
            raise Refused(_("没有可以审批的人：本人起草或提交的不能自己审批。请工会秘书为另一位同志授予审批角色。"))
        disclosure.submitted_by, disclosure.submitted_on = by, on
        disclosure.return_comment = ""
        open_round(disclosure)
        notify(
            people,
            _("公开事项待审批：%(title)s") % {"title": disclosure.title},
            url=disclosure.get_review_url(),
            key=_event(disclosure, "submitted"),
        )
    return disclosure


def recall_disclosure(disclosure: Disclosure, *, by: Any, on: date) -> Disclosure:
    """Take it back from the approver's desk, to go on writing."""
    with moving(disclosure, to=DisclosureStatus.DRAFT, by=by, verb="撤回修改"):
        close_round(disclosure, to=RoundStatus.RECALLED, by=by, decider=str(by), on=on)
        disclosure.submitted_by = disclosure.submitted_on = None
    return disclosure


def return_disclosure(
    disclosure: Disclosure, *, comment: str, by: Any, on: date, version: int | None = None
) -> Disclosure:
    """The approver gives it back, with what is to be changed; also one that only waits for its day.

    Comments on passages are sent along, and say enough by themselves. With `version`, refused where the text was
    changed since it was read.
    """
    comment = stated(comment or _in_passages(disclosure), _("请写明退回的意见，或者批注需要修改的段落。"))
    with moving(disclosure, to=DisclosureStatus.RETURNED, by=by, verb="退回修改", note=comment):
        if version is not None:
            ensure_as_read(disclosure, version)
        waits = disclosure.status in HANDED_IN
        to = RoundStatus.RETURNED if waits else RoundStatus.TAKEN_BACK
        signed, _stand_in = signature_of(by, disclosure.sphere, on)
        close_round(disclosure, to=to, by=by, decider=signed, on=on, comment=comment)
        disclosure.return_comment = comment
        disclosure.approved_by = disclosure.approved_on = None
        disclosure.approver = disclosure.second_role = disclosure.endorser = ""
        disclosure.endorsed_by = disclosure.endorsed_on = None
        notify(
            _writers(disclosure),
            _("公开事项被退回修改：%(title)s") % {"title": disclosure.title},
            url=disclosure.get_absolute_url(),
            key=_event(disclosure, "returned"),
        )
    return disclosure


def approve_disclosure(disclosure: Disclosure, *, version: int, by: Any, on: date) -> Disclosure:
    """Approve the text as it stood when `version` was read; it is public at once, or from the day that was set.

    A deputy signs as one. Where the school set a second approver, it goes on to them instead. Refused to whoever
    drafted or submitted it, and where the text was changed since it was read.
    """
    signed, stand_in = signature_of(by, disclosure.sphere, on)
    if second := second_role_of(disclosure.sphere, on):
        return _endorse(disclosure, second, version=version, by=by, signed=signed, note=stand_in, on=on)
    return _let_out(disclosure, version=version, by=by, signed=signed, note=stand_in, on=on)


def countersign_disclosure(disclosure: Disclosure, *, version: int, by: Any, on: date) -> Disclosure:
    """The second approver agrees; both names stand under the text."""
    if disclosure.status != DisclosureStatus.ENDORSED:
        raise Refused(_("这件事项不在会签，请刷新后再看。"))
    if by.pk == disclosure.endorsed_by_id:
        raise Refused(_("首签和会签须由两位同志办理。"))
    signed = _("%(first)s、%(second)s") % {"first": disclosure.endorser, "second": by}
    return _let_out(disclosure, version=version, by=by, signed=signed, note="", on=on)


def _endorse(
    disclosure: Disclosure, second: str, *, version: int, by: Any, signed: str, note: str, on: date
) -> Disclosure:
    """The first approver agrees: it waits for the second. Refused where nobody holds that role."""
    with moving(disclosure, to=DisclosureStatus.ENDORSED, by=by, verb="同意，转会签", note=note):
        _ensure_may_decide(disclosure, version, by)
        hands: tuple[Any, ...] = (by.pk, disclosure.drafted_by_id, disclosure.submitted_by_id)
        people = holders_of(Role(second), on=on).exclude(pk__in=hands)
        if not people:
            raise Refused(
                _("没有可以会签的人。请工会秘书授予“%(role)s”角色，或在规则中改为不设会签。")
                % {"role": Role(second).label}
            )
        disclosure.second_role = second
        disclosure.endorsed_by, disclosure.endorser, disclosure.endorsed_on = by, signed, on
        notify(
            people,
            _("公开事项待会签：%(title)s") % {"title": disclosure.title},
            url=disclosure.get_countersign_url(),
            key=_event(disclosure, "endorsed"),
        )
    return disclosure


def _let_out(disclosure: Disclosure, *, version: int, by: Any, signed: str, note: str, on: date) -> Disclosure:
    """It is agreed to: public at once, or from its day."""
    later = disclosure.publish_on is not None and disclosure.publish_on > on
    to = DisclosureStatus.APPROVED if later else DisclosureStatus.PUBLISHED
    with moving(disclosure, to=to, by=by, verb="同意公开" if later else "同意并公开", note=note):
        _ensure_may_decide(disclosure, version, by)
        close_round(disclosure, to=RoundStatus.APPROVED, by=by, decider=signed, on=on)
        disclosure.approved_by, disclosure.approver, disclosure.approved_on = by, signed, on
        if not later:
            put_up(disclosure, by=by, on=on)
        notify(
            _writers(disclosure),
            _("公开事项已批准：%(title)s") % {"title": disclosure.title},
            url=disclosure.get_absolute_url(),
            key=_event(disclosure, "approved"),
        )
    return disclosure


@dataclass(frozen=True)
class Decided:
    """What became of one of several: approved, or why not."""

    disclosure: Disclosure
    problem: str = ""


def approve_together(read: Iterable[tuple[Disclosure, int]], *, by: Any, on: date) -> list[Decided]:
    """Approve several, each at the version at which it was read. What one is refused for doesn't hold up the rest."""
    decided = []
    for disclosure, version in read:
        try:
            with transaction.atomic():
                approve_disclosure(disclosure, version=version, by=by, on=on)
        except Refused as refusal:
            decided.append(Decided(disclosure, str(refusal)))
        else:
            decided.append(Decided(disclosure))
    return decided


def _ensure_may_decide(disclosure: Disclosure, version: int, by: Any) -> None:
    ensure_as_read(disclosure, version)
    if by.pk in (disclosure.drafted_by_id, disclosure.submitted_by_id):
        raise Refused(_("不能审批自己起草或提交的公开事项，请由另一位审批人办理。"))


def _in_passages(disclosure: Disclosure) -> str:
    """What stands for a comment where only passages were commented on."""
    count = PassageComment.objects.in_open_rounds().filter(submission__disclosure=disclosure).count()
    return _("共%(count)d条批注，见正文旁。") % {"count": count} if count else ""


def _writers(disclosure: Disclosure) -> list[Any]:
    """Who drafted it and who handed it in: often one person."""
    people = (disclosure.drafted_by, disclosure.submitted_by)
    return list({person.pk: person for person in people if person is not None}.values())


def _event(disclosure: Disclosure, what: str) -> str:
    """Each round of approval has its own notices."""
    return f"disclosure-{disclosure.pk}-{what}-{disclosure.version}"
