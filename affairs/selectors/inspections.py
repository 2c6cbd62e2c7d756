"""Reads of inspections that span several tables, and the search for records that prove something."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.urls import Resolver404, resolve

from affairs.models import (
    Disclosure,
    Evidence,
    Inspection,
    InspectionQuerySet,
    InspectionScheme,
    ItemScore,
    Rectification,
    RectificationQuerySet,
    SchemeItem,
    marks_text,
)
from unionoffice.areas import HITS, areas
from unionoffice.attachments import Attachment
from unionoffice.sources import ShownSource, SourceRef, shown_all


@dataclass(frozen=True)
class ItemLine:
    """One item that is scored, as it stands in a table: under which first-level item, if any, and for how much."""

    parent: str
    title: str
    full_mark: Decimal
    standard: str = ""


@dataclass(frozen=True)
class FoundRecord:
    """A record of the office that may prove something: what it is called, and how a form names it."""

    ref: SourceRef
    title: str
    detail: str
    url: str

    @property
    def value(self) -> str:
        """`affairs.Disclosure:12`."""
        return f"{self.ref.model}:{self.ref.key}"


@dataclass(frozen=True)
class ScoreLine:
    """One line of a score sheet: an item with its score; a first-level item with others under it has their sums."""

    item: SchemeItem
    score: ItemScore | None
    got: Decimal | None

    @property
    def is_head(self) -> bool:
        """Whether it only sums up what stands under it."""
        return self.score is None

    @property
    def full_text(self) -> str:
        """The item's full mark as it is written."""
        return marks_text(self.item.full_mark)

    @property
    def got_text(self) -> str:
        """The marks as they are written; — where there are none yet."""
        return "—" if self.got is None else marks_text(self.got)


def item_lines(scheme: InspectionScheme) -> list[ItemLine]:
    """The items of a scheme as a table has them, for changing it or making another of it."""
    items = list(scheme.items.select_related("parent"))
    heads = {item.parent_id for item in items}
    return [
        ItemLine(item.parent.title if item.parent else "", item.title, item.full_mark, item.standard)
        for item in items
        if item.pk not in heads
    ]


def scored_items(scheme: InspectionScheme) -> list[SchemeItem]:
    """The items that are scored: those with none under them."""
    items = list(scheme.items.all())
    heads = {item.parent_id for item in items}
    return [item for item in items if item.pk not in heads]


def score_sheet(inspection: Inspection) -> list[ScoreLine]:
    """All items of an inspection in their order; those of the first level sum up what stands under them."""
    if inspection.scheme is None:
        return []
    scores = {score.item_id: score for score in inspection.scores.select_related("item")}
    items = list(inspection.scheme.items.all())
    return [ScoreLine(item, scores.get(item.pk), _got(item, items, scores)) for item in items]


def _got(item: SchemeItem, items: list[SchemeItem], scores: dict[int, ItemScore]) -> Decimal | None:
    """The marks of an item, or of all under it; None where nothing was scored yet."""
    if item.pk in scores:
        return scores[item.pk].score
    marks = [scores[part.pk].score for part in items if part.parent_id == item.pk]
    known = [mark for mark in marks if mark is not None]
    return sum(known, Decimal(0)) if known else None


def evidence_shown(inspection: Inspection, user: Any) -> dict[int, tuple[list[ShownSource], int]]:
    """For each score by its key, what this user may see of its records, and how many files it has."""
    linked = list(Evidence.objects.filter(shows__inspection=inspection))
    shown = shown_all((one.source for one in linked if one.source), user)
    files = _files_of(inspection)
    told: dict[int, tuple[list[ShownSource], int]] = {key: ([], count) for key, count in files.items()}
    for one in linked:
        if one.source in shown:
            told.setdefault(one.shows_id, ([], 0))[0].append(shown[one.source])
    return told


def _files_of(inspection: Inspection) -> dict[int, int]:
    """How many files each score has that has any."""
    keys = list(inspection.scores.values_list("pk", flat=True))
    found = Attachment.objects.filter(source_model=ItemScore._meta.label, source_key__in=keys)
    return dict(Counter(key for key in found.values_list("source_key", flat=True) if key is not None))


def inspections_in(start: date, end: date) -> InspectionQuerySet:
    """Inspections within some days, both included, whose result is known."""
    return Inspection.objects.concluded().held_between(start, end)


def rectified_in(start: date, end: date) -> RectificationQuerySet:
    """What was set right within some days, both included."""
    return Rectification.objects.filter(done_on__range=(start, end))


def open_rectifications() -> QuerySet[Rectification]:
    """What waits to be set right, what is due first on top."""
    return Rectification.objects.open().select_related("inspection__recorded_by").order_by("due_on", "pk")


def found_records(user: Any, text: str) -> list[FoundRecord]:
    """Records of every area that match, as far as this user may see them, each once.

    They are found by the areas' own search, which leads to pages; a page of one record tells which record it is of.
    What hangs on the board is read there under its number, and so is looked up here.
    """
    if not text.strip():
        return []
    found: dict[SourceRef, FoundRecord] = {}
    for record in (*_matching_disclosures(user, text), *_matching_hits(user, text)):
        found.setdefault(record.ref, record)
    return list(found.values())


def _matching_disclosures(user: Any, text: str) -> Iterator[FoundRecord]:
    for one in Disclosure.objects.visible_to(user).matching(text).defer("body")[:HITS]:
        yield FoundRecord(SourceRef.to(one), str(one), one.public_number, one.get_absolute_url())


def _matching_hits(user: Any, text: str) -> Iterator[FoundRecord]:
    for area in areas():
        for hit in area.search(user, text) if area.search else ():
            ref = record_at(hit.url)
            if ref is not None:
                yield FoundRecord(ref, hit.title, hit.detail, hit.url)


def record_at(url: str) -> SourceRef | None:
    """The record that a page of ours is about; None for a page that is about none, or about one without a number."""
    try:
        match = resolve(url.partition("?")[0])
    except Resolver404:
        return None
    model, key = getattr(getattr(match.func, "view_class", None), "model", None), match.kwargs.get("pk")
    if model is None or key is None or not hasattr(model, "public_number"):
        return None
    return SourceRef(model._meta.label, key)
