"""Tags: kept by those who keep the records, deleted only while nobody ever bore them."""

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from members.models import Audience, Tag
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock


@transaction.atomic
def save_tag(tag: Tag, *, name: str, note: str, position: int, by: Any) -> Tag:
    """Make a tag or correct it; refuses a name that is taken."""
    if tag.pk is not None:
        lock(tag)
    if Tag.objects.filter(name=name).exclude(pk=tag.pk).exists():
        raise Refused(_("已经有“%(name)s”，请换一个名称。") % {"name": name})
    tag.name, tag.note, tag.position = name, note, position
    with audit.deed("", by=by):
        tag.save()
    return tag


@transaction.atomic
def delete_tag(tag: Tag, *, by: Any) -> None:
    """Take a tag away; refuses one that somebody bears or bore, and one that an audience asks for."""
    lock(tag)
    asking = next((audience for audience in Audience.objects.all() if tag.pk in audience.asks.tags), None)
    if asking is not None:
        raise Refused(_("范围“%(name)s”在用这个标签，不能删除。") % {"name": asking})
    try:
        with audit.deed(_("删除标签"), by=by), transaction.atomic():
            tag.delete()
    except ProtectedError:
        raise Refused(_("“%(name)s”已经有人用过，不能删除；可以把它从大家身上去掉。") % {"name": tag}) from None
