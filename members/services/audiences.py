"""Audiences: kept by those who may, deleted only while nothing needs them."""

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from members.models import Audience, AudienceRule
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock


@transaction.atomic
def save_audience(audience: Audience, *, name: str, rule: AudienceRule, by: Any) -> Audience:
    """Set up an audience, or say anew whom it means; refuses a name that is taken, and another for a seeded one."""
    if audience.pk is not None:
        lock(audience)
    if audience.is_seeded and name != audience.name:
        raise Refused(_("“%(name)s”是预置的范围，名称不能修改；可以另建一个范围。") % {"name": audience})
    if Audience.objects.filter(name=name).exclude(pk=audience.pk).exists():
        raise Refused(_("已经有名为“%(name)s”的范围，请换一个名称。") % {"name": name})
    rule.check()
    audience.name, audience.rule = name, rule.stored()
    with audit.deed("", by=by):
        audience.save()
    return audience


@transaction.atomic
def delete_audience(audience: Audience, *, by: Any) -> None:
    """Take an audience away; refuses seeded ones, and those that some record is for."""
    lock(audience)
    if audience.is_seeded:
        raise Refused(_("“%(name)s”是预置的范围，不能删除。") % {"name": audience})
    try:
        with audit.deed("删除范围", by=by), transaction.atomic():
            audience.delete()
    except ProtectedError:
        raise Refused(_("“%(name)s”已经有记录在用，不能删除。") % {"name": audience}) from None
