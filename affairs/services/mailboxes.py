"""Every write to mailboxes: setting them up, and emptying those on a wall."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from affairs.enums import MailboxKind
from affairs.models import BoxOpening, Mailbox
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock


@transaction.atomic
def save_mailbox(mailbox: Mailbox, *, by: Any) -> Mailbox:
    """Set a mailbox up, or keep what was changed of it; refuses one that lacks what its kind asks for."""
    _check(mailbox)
    if mailbox.pk:
        changed = {field.attname: getattr(mailbox, field.attname) for field in mailbox._meta.concrete_fields}
        lock(mailbox)
        for name, value in changed.items():
            if name != "version":
                setattr(mailbox, name, value)
    with audit.deed(_("修改信箱") if mailbox.pk else _("设立信箱"), by=by):
        mailbox.save()
    return mailbox


@transaction.atomic
def empty_box(opening: BoxOpening, *, by: Any, on: Any) -> BoxOpening:
    """Record that two people emptied a box on the wall; what they found is recorded letter by letter after it."""
    mailbox = opening.mailbox
    if mailbox.kind != MailboxKind.HUNG:
        raise Refused(_("只有挂设的信箱需要开箱。"))
    if opening.opened_on > on:
        raise Refused(_("开箱日期不能晚于今天。"))
    if not mailbox.is_in_use(opening.opened_on):
        raise Refused(_("那一天信箱没有在使用，请核对开箱日期。"))
    if opening.opener_id == opening.witness_id:
        raise Refused(_("开箱要有两个人在场，监督人请填另一位。"))
    with audit.deed(_("登记开箱"), by=by):
        try:
            with transaction.atomic():
                opening.save()
        except IntegrityError:
            raise Refused(_("这个信箱当天的开箱已经登记过。")) from None
    return opening


def _check(mailbox: Mailbox) -> None:
    if bool(mailbox.role) == (mailbox.keeper_id is not None):
        raise Refused(_("“由谁答复”和“指定答复人”请填一项，也只填一项。"))
    if mailbox.kind == MailboxKind.HUNG and not mailbox.place.strip():
        raise Refused(_("挂设的信箱请写明挂在哪里。"))
    if mailbox.kind == MailboxKind.PHONE and not mailbox.phones.strip():
        raise Refused(_("请写出公布的电话，每行一个。"))
    if mailbox.kind == MailboxKind.ONLINE and not mailbox.takes_letters_here:
        raise Refused(_("网上信箱要能在网上写信；不再使用的请填写停用日期。"))
    if mailbox.in_use_to is not None and (mailbox.in_use_from is None or mailbox.in_use_to < mailbox.in_use_from):
        raise Refused(_("停用日期不能早于启用日期；还没有启用的不用填。"))
