"""Questions asked of disclosures, and what of them nobody changes once it was read on the board."""

import re
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from affairs.enums import ON_BOARD, PUBLISHED_ONCE, DisclosureStatus, Reach, Sphere
from affairs.models.catalogue import CatalogueDuty
from affairs.permissions import reads_whole_board, sees_all_disclosures
from unionoffice.refusal import Refused
from unionoffice.roles import roles_of
from unionoffice.titles import titled

NUMBER = re.compile(r"([1-9][0-9]{3})-(0[0-9]{2}|[1-9][0-9]{2,5})")
"""A number as it is printed: 2026-003."""

FROZEN = frozenset(
    {
        "sphere",
        "category",
        "timing",
        "item",
        "title",
        "body",
        "words",
        "stage",
        "reach",
        "period_code",
        "publish_on",
        "posted_until",
        "source_model",
        "source_key",
        "corrects",
        "correction_note",
        "edition",
        "year",
        "number",
        "published_on",
        "drafted_by",
        "drafted_on",
        "submitted_by",
        "submitted_on",
        "second_role",
        "endorsed_by",
        "endorser",
        "endorsed_on",
        "approved_by",
        "approved_on",
        "approver",
    }
)
"""What nobody changes once it was read on the board. Only whether it still hangs there changes."""

FROZEN_SENTENCE = _("已公开的内容不能修改或删除。内容有误请提交更正，不宜继续公开请撤下。")


class DisclosureQuerySet(models.QuerySet[Any]):
    """Questions asked of disclosures."""

    def visible_to(self, user: Any) -> Self:
        """All for those who run or approve the board; for others what they read on it, what they wrote, what their
        department answers for, and what they are to countersign.
        """
        if sees_all_disclosures.test(user):
            return self
        posted = self.readable_by(user)
        if not user.is_authenticated:
            return posted
        own = Q(drafted_by=user) | Q(second_role__in=roles_of(user))
        if user.member_id is not None:
            own |= Q(item__department__head=user.member_id)
        return posted | self.filter(own)

    def readable_by(self, user: Any) -> Self:
        """What hangs on the board today for this reader: a stranger reads what is for everybody.

        An earlier version is read as long as the one that corrected it, and never by more people. Rights are those
        of the moment, as in `roles_of`.
        """
        to_everybody = {} if reads_whole_board.test(user) else {"reach": Reach.PUBLIC}
        same_number = {name: OuterRef(name) for name in ("sphere", "year", "number")}
        newest = self.model.objects.posted_on(timezone.localdate()).filter(**same_number, **to_everybody)
        return self.filter(Exists(newest), status__in=ON_BOARD, **to_everybody)

    def posted_on(self, on: date) -> Self:
        """What hangs on the board on a day, each matter in its newest version."""
        return self.current().filter(Q(posted_until__isnull=True) | Q(posted_until__gte=on))

    def current(self) -> Self:
        """Without what a later version has replaced."""
        return self.filter(status=DisclosureStatus.PUBLISHED)

    def published_between(self, start: date, end: date) -> Self:
        """What came onto the board within some days, both included, whatever became of it."""
        return self.filter(published_on__range=(start, end))

    def firsts(self) -> Self:
        """Each matter once: without its corrections."""
        return self.filter(edition=1)

    def corrections(self) -> Self:
        """Later versions."""
        return self.filter(edition__gt=1)

    def categories(self) -> int:
        """In how many categories something is disclosed (类)."""
        return self.order_by().values("category").distinct().count()

    def with_interval(self) -> Self:
        """With `asked_every`: how often the catalogue asked for the matter on the day on which it was disclosed."""
        day = OuterRef("published_on")
        begun, lasting = Q(from_on=None) | Q(from_on__lte=day), Q(to_on=None) | Q(to_on__gte=day)
        duties = CatalogueDuty.objects.filter(begun, lasting, item=OuterRef("item"))
        return self.annotate(asked_every=Subquery(duties.order_by("-pk").values("interval")[:1]))

    def without_text(self) -> Self:
        """For lists, which show titles alone."""
        return self.defer("body", "words")

    def matching(self, text: str) -> Self:
        """Words of the title or its sound, words of the text, or the number as it is printed."""
        wanted = titled(text) | Q(words__icontains=text)
        if printed := NUMBER.fullmatch(text.strip()):
            wanted |= Q(year=int(printed[1]), number=int(printed[2]))
        return self.filter(wanted)

    def numbered(self, sphere: str, number: str) -> Self:
        """All versions under a number exactly as it is printed; none where it isn't one."""
        printed = NUMBER.fullmatch(number)
        if printed is None or sphere not in Sphere.values:
            return self.none()
        return self.filter(sphere=sphere, year=int(printed[1]), number=int(printed[2]))

    def update(self, **fields: Any) -> int:
        """Refused where it would change a published text."""
        names = {self.model._meta.get_field(name).name for name in fields}
        if not FROZEN.isdisjoint(names) and self.filter(status__in=PUBLISHED_ONCE).exists():
            raise Refused(str(FROZEN_SENTENCE))
        return super().update(**fields)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> list[Any]:
        """Never instead of rows that stand there: those may be published."""
        if kwargs.get("update_conflicts"):
            raise Refused(str(FROZEN_SENTENCE))
        return super().bulk_create(objs, *args, **kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused for what was ever published."""
        if self.filter(status__in=PUBLISHED_ONCE).exists():
            raise Refused(str(FROZEN_SENTENCE))
        return super().delete()
