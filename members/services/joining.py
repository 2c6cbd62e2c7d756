"""Applications to join the union: from somebody's own page to the committee's decision."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.enums import ApplicationStatus, ChangeKind
from members.models import Account, JoinApplication, Member
from members.permissions import may_apply_to_join
from members.services.changes import change_status
from unionoffice import audit
from unionoffice.inbox import notify
from unionoffice.refusal import Refused
from unionoffice.states import lock, moving


@transaction.atomic
def apply_to_join(member: Member, *, statement: str, by: Any, on: date) -> JoinApplication:
    """Ask to join: the office finds it on its desk.

    Refused for anybody but oneself, for whoever is a member or doesn't serve, and while an application waits.
    """
    lock(member)
    if not may_apply_to_join.test(by, member):
        raise Refused(_("只有还没有入会的在职教职工本人可以申请入会。"))
    if JoinApplication.objects.filed().filter(member=member).exists():
        raise Refused(_("您的入会申请正在审批，请等候答复。"))
    with audit.deed(_("申请入会"), by=by):
        return JoinApplication.objects.create(member=member, statement=statement, applied_on=on)


@transaction.atomic
def approve_application(
    application: JoinApplication, *, joined: date, card_no: str, opinion: str, decision: str, by: Any, on: date
) -> JoinApplication:
    """Take the person into the union from a day on, with the number of the card where there is one; they are told.

    Refuses what `change_status` refuses.
    """
    with moving(application, to=ApplicationStatus.APPROVED, by=by, verb=_("批准入会"), note=decision):
        application.change = change_status(
            application.member,
            ChangeKind.JOINED,
            on=joined,
            today=on,
            by=by,
            reason=_("本人申请，经批准入会"),
            card_no=card_no,
        )
        application.opinion = opinion
        _decide(application, decision=decision, by=by, on=on)
    _tell(application, _("您的入会申请已经批准，欢迎加入工会。"))
    return application


def refuse_application(application: JoinApplication, *, reason: str, by: Any, on: date) -> JoinApplication:
    """Leave things as they are, and tell the person that there is a reason to read."""
    with moving(application, to=ApplicationStatus.REFUSED, by=by, verb=_("不批准入会"), note=reason):
        _decide(application, decision=reason, by=by, on=on)
        _tell(application, _("您的入会申请没有批准，请查看原因。"))
    return application


def withdraw_application(application: JoinApplication, *, by: Any) -> JoinApplication:
    """The person changed their mind. Refused once it is decided."""
    with moving(application, to=ApplicationStatus.WITHDRAWN, by=by, verb=_("撤回申请")):
        application.opinion = ""
    return application


def _decide(application: JoinApplication, *, decision: str, by: Any, on: date) -> None:
    application.decision, application.decided_by, application.decided_on = decision, by, on


def _tell(application: JoinApplication, sentence: str) -> None:
    accounts = Account.objects.filter(member=application.member_id)
    key = f"join-{application.pk}-{application.version}"
    notify(accounts, sentence, url=application.get_absolute_url(), key=key)
