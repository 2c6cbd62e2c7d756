"""People ask the office to correct their record, and the office answers."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.enums import CorrectionStatus
from members.models import CorrectionRequest
from members.permissions import may_ask_for_correction
from members.selectors import holders_of
from members.services.people import update_member
from unionoffice import audit
from unionoffice.inbox import notify
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.states import lock, moving

DECIDING = (Role.SECRETARY, Role.ORGANISATION_OFFICER)


@transaction.atomic
def ask_for_correction(correction: CorrectionRequest, *, by: Any, on: date) -> CorrectionRequest:
    """Send one's own unsaved request to the office, whose secretary and organisation officer are told.

    Refuses another person's record, and a second request about a field while the first waits.
    """
    lock(correction.member)
    if not may_ask_for_correction.test(by, correction.member):
        raise Refused(_("您只能申请更正自己的资料。"))
    if CorrectionRequest.objects.undecided().filter(member=correction.member, field=correction.field).exists():
        raise Refused(_("您申请更正“%(what)s”还没有办完，请等工会答复后再申请。") % {"what": correction.what})
    correction.requested_on = on
    with audit.deed(_("申请更正"), by=by, note=correction.what):
        correction.save()
    notify(
        holders_of(*DECIDING, on=on),
        _("%(name)s申请更正资料，请核对。") % {"name": correction.member},
        url=correction.get_absolute_url(),
        key=f"correction-{correction.pk}-asked",
    )
    return correction


def accept_correction(
    correction: CorrectionRequest, *, value: Any, by: Any, on: date, answer: str = ""
) -> CorrectionRequest:
    """Correct the record: the field takes `value`, what was proposed as the field's form reads it.

    A request about no single field is granted when the office has made the change itself. Refuses one that is
    decided, and what `update_member` refuses. The person is told.
    """
    with moving(correction, to=CorrectionStatus.CORRECTED, by=by, verb=_("同意更正"), note=answer):
        if correction.is_about_field:
            update_member(correction.member, changes={correction.field: value}, by=by, on=on)
        _decide(correction, answer=answer, by=by, on=on)
        _tell(correction, _("您申请更正的%(what)s已更正。"))
    return correction


def decline_correction(correction: CorrectionRequest, *, answer: str, by: Any, on: date) -> CorrectionRequest:
    """Leave the record as it is and say why. Refuses one that is decided. The person is told."""
    with moving(correction, to=CorrectionStatus.DECLINED, by=by, verb=_("不予更正"), note=answer):
        _decide(correction, answer=answer, by=by, on=on)
        _tell(correction, _("您申请更正的%(what)s未予更正，请查看工会的答复。"))
    return correction


def _decide(correction: CorrectionRequest, *, answer: str, by: Any, on: date) -> None:
    correction.answer, correction.decided_by, correction.decided_on = answer, by, on


def _tell(correction: CorrectionRequest, sentence: str) -> None:
    """Whoever asked has an account; it may be blocked since, and then nobody is told."""
    notify(
        [correction.member.account],
        sentence % {"what": correction.what},
        url=correction.get_absolute_url(),
        key=f"correction-{correction.pk}-decided",
    )
