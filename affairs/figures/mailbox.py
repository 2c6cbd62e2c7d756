"""What can be counted of mailboxes and letters."""

from decimal import Decimal
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from affairs.enums import LetterCategory, LetterWay, MailboxKind, Satisfaction
from affairs.models import Letter, Mailbox, PublishedReply
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, Measure
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
    told: list[tuple[str, str, int, dict[str, str]]] = [
        ("", _("信箱"), boxes_alone, {"boxes": "true"}),
        *(
            (f".kind.{kind.value}", str(kind.label), kinds.get(kind.value, 0), {"kind": kind.value})
            for kind in MailboxKind
        ),
        (".phones", _("公布的电话"), phones, {}),
    ]
    return [
        Figure.listed("affairs:mailbox-list", f"affairs.mailbox{key}", label, value, _("个"), **used, **filters)
        for key, label, value, filters in told
    ]


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
    figures.append(
        Figure.listed(
            "affairs:letter-list",
            "affairs.letters.published",
            _("公开的答复"),
            published.count(),
            _("条"),
            published="true",
            published_from=period.start,
            published_to=period.end,
        )
    )
    return figures


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
    return Figure.listed(
        "affairs:letter-list", f"affairs.letters{key}", label, value, _("封"), **_came(period), **filters
    )


def _rate(period: Period, key: str, label: str, value: Decimal, **filters: str) -> Figure:
    """A percentage of the letters to whose list it leads."""
    return Figure.listed("affairs:letter-list", key, label, value, "%", Measure.RATIO, **_came(period), **filters)


def _came(period: Period) -> dict[str, Any]:
    return {"received_from": period.start, "received_to": period.end, "proper": "true"}
