"""What is kept of a person beside the record: photo and children; and looking at what is masked."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from members.models import Child, Member, Portrait
from members.permissions import is_oneself
from unionoffice import audit
from unionoffice.attachments import square, taken_in
from unionoffice.refusal import Refused
from unionoffice.states import lock

PORTRAIT_SIDE = 240
"""Pixels: twice the largest frame that a page has for it."""

REVEALS_AN_HOUR = 30
HOUR = timedelta(hours=1)


def reveal(record: Any, name: str, *, person: Member, by: Any, at: datetime) -> str:
    """One encrypted value of `record` for somebody who may read it: the history of `person` tells who looked.

    What is one's own is one's own: it isn't written down. Refuses more than `REVEALS_AN_HOUR` looks at others within
    an hour: who needs a whole column takes it out as a list, which is written down too.
    """
    if not is_oneself.test(by, person):
        key = f"reveals-{by.pk}"
        looks = [look for look in cache.get(key, ()) if look > at - HOUR]
        if len(looks) >= REVEALS_AN_HOUR:
            raise Refused(_("一小时内最多查看%(most)d项敏感信息，请稍后再试。") % {"most": REVEALS_AN_HOUR})
        cache.set(key, [*looks, at], HOUR.total_seconds())
        label = str(record._meta.get_field(name).verbose_name)
        audit.record_event(person, verb=_("查看敏感信息"), by=by, note=label)
    return str(getattr(record, name))


@transaction.atomic
def set_portrait(member: Member, upload: File, *, by: Any) -> Portrait:
    """Show this photo with the name: of what was uploaded only a square is kept, without place and time of the shot.

    Refuses what isn't a photo, and every file that no record takes. The person's history tells of it.
    """
    lock(member)
    kind, content = taken_in(upload, upload.name or "")
    if not kind.is_photo:
        raise Refused(_("请选择照片：JPEG、PNG 或 WebP 格式。"))
    image = square(content, PORTRAIT_SIDE)
    portrait, _made = Portrait.objects.update_or_create(
        member=member, defaults={"image": image, "digest": hashlib.sha256(image).hexdigest()}
    )
    audit.record_event(member, verb=_("更换照片"), by=by)
    return portrait


@transaction.atomic
def remove_portrait(member: Member, *, by: Any) -> None:
    """Show no photo any more."""
    lock(member)
    Portrait.objects.filter(member=member).delete()
    audit.record_event(member, verb=_("删除照片"), by=by)


@transaction.atomic
def save_child(child: Child, *, by: Any) -> Child:
    """Enter a child, or correct what is known of one. The parent's history tells of it, without a name."""
    verb = _("修改子女信息") if child.pk else _("登记子女")
    with audit.deed(verb, by=by):
        child.save()
    audit.record_event(child.member, verb=verb, by=by)
    return child


@transaction.atomic
def remove_child(child: Child, *, by: Any) -> None:
    """Forget a child, as where it was entered with the wrong parent."""
    with audit.deed(_("删除子女信息"), by=by):
        child.delete()
    audit.record_event(child.member, verb=_("删除子女信息"), by=by)
