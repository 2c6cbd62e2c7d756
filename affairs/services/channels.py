"""Every write to channels and to the paper copies that hang there."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import DisclosureStatus
from affairs.models import Channel, Disclosure, Posting
from unionoffice import audit
from unionoffice.attachments import attach
from unionoffice.dated import holds_on
from unionoffice.days import in_full
from unionoffice.refusal import Refused
from unionoffice.states import lock


@transaction.atomic
def save_channel(channel: Channel, *, by: Any) -> Channel:
    """Add a place where the school discloses, or set it in order; refused out of use while something hangs there."""
    if channel.pk and channel.to_on is not None and channel.postings.hanging().exists():
        raise Refused(_("这里还有没取下的张贴，请先取下，再填停用日期。"))
    with audit.deed("", by=by):
        channel.save()
    return channel


@transaction.atomic
def put_up_copy(
    disclosure: Disclosure, channel: Channel, *, up_on: date, by: Any, on: date, photo: File | None = None
) -> Posting:
    """Record that a paper copy was put up, perhaps with a photo of it.

    Refused for what isn't on the board, for a day before it was or one to come, at a channel that isn't in use
    then, and a second time at the same channel.
    """
    lock(disclosure)
    if disclosure.status != DisclosureStatus.PUBLISHED or disclosure.published_on is None:
        raise Refused(
            _("“%(title)s”现在是“%(status)s”状态，只有公开中的才能张贴。")
            % {"title": disclosure.title, "status": disclosure.get_status_display()}
        )
    _check_day(up_on, first=disclosure.published_on, on=on, what=disclosure.title)
    if not holds_on(channel, up_on):
        raise Refused(_("“%(channel)s”在这一天没有启用，请换一处或改日期。") % {"channel": channel})
    if Posting.objects.hanging().filter(disclosure=disclosure, channel=channel).exists():
        raise Refused(
            _("“%(title)s”已经贴在“%(channel)s”，不用再登记。") % {"title": disclosure.title, "channel": channel}
        )
    posting = Posting(disclosure=disclosure, channel=channel, up_on=up_on)
    with audit.deed("张贴", by=by):
        posting.save()
    if photo is not None:
        attach(posting, photo, by=by)
    return posting


@transaction.atomic
def take_down_copy(posting: Posting, *, down_on: date, by: Any, on: date) -> Posting:
    """Record that a paper copy was taken down; refused for one that was, and for a day before it went up."""
    lock(posting)
    if posting.down_on is not None:
        raise Refused(_("这份张贴已在%(day)s取下。") % {"day": in_full(posting.down_on)})
    _check_day(down_on, first=posting.up_on, on=on, what=posting.disclosure.title)
    posting.down_on = down_on
    with audit.deed("取下", by=by):
        posting.save()
    return posting


@transaction.atomic
def renew_channel(
    channel: Channel,
    *,
    down: Iterable[Posting],
    up: Iterable[Disclosure],
    day: date,
    by: Any,
    on: date,
    photo: File | None = None,
) -> Channel:
    """Change what hangs at one place, all of it or nothing: some come down, others go up, and a photo of the whole.

    Refused where nothing is said to have changed, and for whatever `take_down_copy` and `put_up_copy` refuse.
    """
    lock(channel)
    came_down = [take_down_copy(posting, down_on=day, by=by, on=on) for posting in down]
    went_up = [put_up_copy(disclosure, channel, up_on=day, by=by, on=on) for disclosure in up]
    if not (came_down or went_up):
        raise Refused(_("请勾选取下的或贴上的，至少一项。"))
    if photo is not None:
        attach(channel, photo, by=by, label=_("%(day)s换栏") % {"day": in_full(day)})
    return channel


def _check_day(day: date, *, first: date, on: date, what: str) -> None:
    if not first <= day <= on:
        raise Refused(
            _("“%(what)s”的日期要在%(first)s到%(last)s之间，请修改日期。")
            % {"what": what, "first": in_full(first), "last": in_full(on)}
        )
