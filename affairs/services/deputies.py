"""Naming somebody who approves while one is away."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.models import Deputyship
from affairs.selectors import may_be_deputy, waiting_in_sphere
from unionoffice import audit
from unionoffice.days import in_short
from unionoffice.inbox import notify
from unionoffice.refusal import Refused, stated
from unionoffice.states import lock


@transaction.atomic
def name_deputy(deputyship: Deputyship, *, by: Any, on: date) -> Deputyship:
    """Let somebody approve in one's place, and tell them with what waits already.

    Refused for the past, for somebody who isn't among those who may stand in, and for days on which another deputy
    of the same sphere was named: it is always clear who approves.
    """
    deputyship.named_by, deputyship.named_on = by, on
    deputyship.reason = stated(deputyship.reason, _("请写明原因，例如：外出学习。"))
    if deputyship.to_on < deputyship.from_on:
        raise Refused(_("结束日期不能早于开始日期。"))
    if deputyship.from_on < on:
        raise Refused(_("开始日期不能早于今天。"))
    if not may_be_deputy(deputyship.sphere, on).filter(pk=deputyship.deputy_id).exists():
        raise Refused(_("%(name)s不能代理审批这项事务，请从名单中另选一位。") % {"name": deputyship.deputy})
    others = Deputyship.objects.select_for_update().filter(sphere=deputyship.sphere, named_by=by)
    if other := others.overlapping(deputyship.from_on, deputyship.to_on).first():
        raise Refused(
            _("这几天已请%(name)s代审（%(first)s至%(last)s）。请先结束那次委托，或改选别的日期。")
            % {"name": other.deputy, "first": in_short(other.from_on), "last": in_short(other.to_on)}
        )
    with audit.deed("委托代审", by=by):
        deputyship.save()
    _tell_deputy(deputyship)
    return deputyship


@transaction.atomic
def end_deputyship(deputyship: Deputyship, *, by: Any, on: date) -> Deputyship:
    """End it before its last day, at once; what was approved meanwhile stays approved."""
    lock(deputyship)
    if deputyship.ended_on is not None or deputyship.to_on < on:
        raise Refused(_("这次委托已经结束。"))
    deputyship.ended_on = on
    with audit.deed("结束代审", by=by):
        deputyship.save()
    notify(
        [deputyship.deputy],
        _("%(name)s已结束代审委托，您不用再审批。") % {"name": deputyship.named_by},
        url=deputyship.get_absolute_url(),
        key=f"deputyship-{deputyship.pk}-ended",
    )
    return deputyship


def _tell_deputy(deputyship: Deputyship) -> None:
    sentence = _("%(name)s请您%(first)s至%(last)s代为审批%(sphere)s公开，现有%(count)d项待审批。") % {
        "name": deputyship.named_by,
        "first": in_short(deputyship.from_on),
        "last": in_short(deputyship.to_on),
        "sphere": deputyship.get_sphere_display(),
        "count": waiting_in_sphere(deputyship.sphere).count(),
    }
    notify([deputyship.deputy], sentence, url=deputyship.get_absolute_url(), key=f"deputyship-{deputyship.pk}")
