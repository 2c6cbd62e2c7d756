"""What can be counted of mailboxes and letters."""

from decimal import Decimal
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from affairs.enums import LetterCategory, LetterWay, MailboxKind, Satisfaction
from affairs.models import Letter, Mailbox, PublishedReply
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, Measure, list_url
from unionoffice.periods import Period


def mailbox_figures(period: Period, scope: Scope) -> FigureSet:
    """Mailboxes in use in the period; letters that came in it, what became of them, and what their senders think.

    Abuse that was put aside counts nowhere. Nothing here names a letter: a summary tells numbers of them, no more.
    """
    if not scope.is_whole:
        return FigureSet()
    return FigureSet(figures=(*_of_mailboxes(period), *_of_letters(period), *_of_satisfaction(period)))


def _of_mailboxes(period: Period) -> list[Figure]:
    boxes = Mailbox.objects.in_use_within(period.start, period.end)
    used = {"used_from": period.start, "used_to": period.end}
    kinds = dict(boxes.order_by().values_list("kind").annotate(Count("pk")))
    phones = sum(len(mailbox.phone_lines) for mailbox in boxes)
    boxes_alone = boxes.exclude(kind=MailboxKind.PHONE).count()
    counted = [
        _figure("affairs.mailbox", _("信箱"), boxes_alone, _("个"), "affairs:mailbox-list", {**used, "boxes": "true"})
    ]
    counted += [
        _figure(
            f"affairs.mailbox.kind.{kind.value}",
            str(kind.label),
            kinds.get(kind.value, 0),
            _("个"),
            "affairs:mailbox-list",
            {**used, "kind": kind.value},
        )
        for kind in MailboxKind
    ]
    told = _figure("affairs.mailbox.phones", _("公布的电话"), phones, _("个"), "affairs:mailbox-list", used)
    return [*counted, told]


def _of_letters(period: Period) -> list[Figure]:
    rows = Letter.objects.proper().received_between(period.start, period.end)
    published = PublishedReply.objects.published_between(period.start, period.end)
    categories = dict(rows.order_by().values_list("category").annotate(Count("pk")))
    ways = dict(rows.order_by().values_list("way").annotate(Count("pk")))
    told: list[tuple[str, str, int, dict[str, str]]] = [
        ("", _("来信"), rows.count(), {}),
        (".signed", _("署名来信"), rows.signed().count(), {"sender": "signed"}),
        (".anonymous", _("匿名来信"), rows.anonymous().count(), {"sender": "anonymous"}),
        *((f".way.{way.value}", str(way.label), ways.get(way.value, 0), {"way": way.value}) for way in LetterWay),
        *(
            (f".category.{one.value}", str(one.label), categories.get(one.value, 0), {"category": one.value})
            for one in LetterCategory
        ),
        (".replied", _("已答复的来信"), rows.replied().count(), {"replied": "true"}),
        (".in_time", _("按期答复的来信"), rows.replied_in_time().count(), {"in_time": "true"}),
    ]
    figures = [_letters(period, key, label, value, **filters) for key, label, value, filters in told]
    figures.append(
        _rate(period, "affairs.letters.in_time_rate", _("按期答复率"), rows.in_time_rate(), replied="true")
    )
    url = {"published_from": period.start, "published_to": period.end, "published": "true"}
    return [
        *figures,
        _figure("affairs.letters.published", _("公开的答复"), published.count(), _("条"), "affairs:letter-list", url),
    ]


def _of_satisfaction(period: Period) -> list[Figure]:
    rows = Letter.objects.proper().received_between(period.start, period.end).exclude(satisfaction="")
    counted = dict(rows.order_by().values_list("satisfaction").annotate(Count("pk")))
    figures = [
        _letters(
            period,
            f".satisfaction.{one.value}",
            str(one.label),
            counted.get(one.value, 0),
            satisfaction=one.value,
        )
        for one in Satisfaction
    ]
    key, rate = "affairs.letters.satisfaction_rate", rows.satisfaction_rate()
    return [*figures, _rate(period, key, _("来信人满意率"), rate, rated="true")]


def _letters(period: Period, key: str, label: str, value: int, **filters: str) -> Figure:
    came = {"received_from": period.start, "received_to": period.end, "proper": "true"}
    return _figure(f"affairs.letters{key}", label, value, _("封"), "affairs:letter-list", {**came, **filters})


def _rate(period: Period, key: str, label: str, value: Decimal, **filters: str) -> Figure:
    """A percentage of the letters to whose list it leads."""
    came = {"received_from": period.start, "received_to": period.end, "proper": "true"}
    url = list_url("affairs:letter-list", **came, **filters, figure=key)
    return Figure(key, label, value, "%", Measure.RATIO, url)


def _figure(key: str, label: str, value: int, unit: str, name: str, filters: dict[str, Any]) -> Figure:
    return Figure(key, label, value, unit, Measure.COUNT, list_url(name, **filters, figure=key))
