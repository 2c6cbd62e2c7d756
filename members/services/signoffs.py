"""Sign-off of goods: a sheet with a line a person, each signed for once."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from members.enums import SignOffWay
from members.models import Account, Member, SignOffLine, SignOffSheet
from unionoffice import audit
from unionoffice.inbox import notify
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef
from unionoffice.states import lock


@transaction.atomic
def open_sign_off(
    source: models.Model,
    members: Iterable[Member],
    *,
    title: str,
    on: date,
    per_head: str,
    by: Any,
    shares: Mapping[int, str] | None = None,
) -> SignOffSheet:
    """A sheet on which each of `members` signs for `per_head`, or for what `shares` says under the person's key.

    Refuses a sheet without people, and a second one of the same title on the same day. Tells those on it.
    """
    sheet = SignOffSheet(title=title, on=on, per_head=per_head)
    sheet.source = SourceRef.to(source)
    people, shares = list(members), shares or {}
    if not people:
        raise Refused(_("签领表里还没有人，请先确定领取的名单。"))
    if SignOffSheet.objects.filter(
        source_model=sheet.source_model, source_key=sheet.source_key, on=on, title=title
    ).exists():
        raise Refused(_("这一天已经有“%(title)s”的签领表，请直接使用，或换一个名称。") % {"title": title})
    with audit.deed("开签领表", by=by):
        sheet.save()
    lines = [SignOffLine(sheet=sheet, member=member, share=shares.get(member.pk, per_head)) for member in people]
    SignOffLine.objects.bulk_create(lines)
    audit.record_many(lines, verb=_("列入签领表"), by=by)
    _tell(sheet, people)
    return sheet


def sign_off(line: SignOffLine, *, by: Any, at: datetime) -> SignOffLine:
    """The person signs on the own screen. Refuses somebody else's line, and one that is signed already."""
    if by.member_id != line.member_id:
        raise Refused(_("只能签领自己的一份；替别人领取，请找发放的人登记代领。"))
    return _sign(line, SignOffWay.SCREEN, verb="签领", by=by, at=at)


@transaction.atomic
def record_paper(lines: Iterable[SignOffLine], *, by: Any, at: datetime) -> int:
    """Note the signatures on the paper sheet; lines signed already stay as they are. Returns how many were new."""
    waiting = list(SignOffLine.objects.select_for_update().filter(pk__in=[line.pk for line in lines], signed_at=None))
    for line in waiting:
        line.way, line.signed_at, line.recorded_by = SignOffWay.PAPER, at, by
    SignOffLine.objects.bulk_update(waiting, ["way", "signed_at", "recorded_by"])
    changes = {line.pk: {"way": ["", SignOffWay.PAPER.value], "signed_at": ["", at.isoformat()]} for line in waiting}
    audit.record_many(waiting, verb=_("登记纸质签领"), by=by, changes=changes)
    return len(waiting)


def record_proxy(line: SignOffLine, taker: Member, *, by: Any, at: datetime) -> SignOffLine:
    """A colleague took it along; refuses the person as own proxy, and a line that is signed already."""
    if taker.pk == line.member_id:
        raise Refused(_("代领人就是本人，请登记为本人签领。"))
    return _sign(line, SignOffWay.PROXY, verb="登记代领", by=by, at=at, taker=taker)


@transaction.atomic
def revoke_sign_off(line: SignOffLine, *, by: Any, reason: str) -> SignOffLine:
    """Take a signature back that was recorded by mistake; refuses a line that nobody signed."""
    lock(line)
    if not line.is_signed:
        raise Refused(_("%(name)s还没有签领。") % {"name": line.member})
    line.signed_at, line.way, line.taken_by, line.recorded_by = None, "", None, None
    with audit.deed("撤销签领", by=by, note=reason):
        line.save()
    return line


@transaction.atomic
def _sign(
    line: SignOffLine, way: SignOffWay, *, verb: str, by: Any, at: datetime, taker: Member | None = None
) -> SignOffLine:
    lock(line)
    if line.is_signed:
        raise Refused(_("%(name)s的这一份已经签领。") % {"name": line.member})
    line.signed_at, line.way, line.taken_by, line.recorded_by = at, way, taker, by
    with audit.deed(verb, by=by):
        line.save()
    return line


def _tell(sheet: SignOffSheet, people: Iterable[Member]) -> None:
    """Everybody on the sheet who has an account hears of it, with the page to sign on."""
    sentence = _("%(title)s开始发放，领到后请在本页签收。") % {"title": sheet}
    url = reverse("members:sign-off-own", args=[sheet.pk])
    notify(Account.objects.filter(member__in=people), sentence, url=url, key=f"sign-off-{sheet.pk}")
