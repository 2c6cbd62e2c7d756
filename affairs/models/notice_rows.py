"""Questions asked of public notices, and what of them nobody changes once they hung."""

import re
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from affairs.enums import NOTICE_OVER, NameShown, NoticeStatus
from affairs.permissions import reads_whole_board, sees_all_notices
from unionoffice.refusal import Refused
from unionoffice.titles import titled

NUMBER = re.compile(r"([1-9][0-9]{3})-(0[0-9]{2}|[1-9][0-9]{2,5})")
"""A number as it is printed: 2026-003."""

FROZEN_NOTICE = (
    "sphere",
    "object",
    "title",
    "text",
    "basis",
    "department",
    "reviewed_on",
    "names_to_staff",
    "names_outside",
    "days",
    "contact",
    "contact_phone",
    "contact_place",
    "is_public",
    "year",
    "number",
    "posted_on",
    "drafted_by",
    "submitted_by",
    "approved_by",
    "approved_on",
    "approver",
)
"""What nobody changes once it hung on the board. Only its last day, its result and its document come later."""

POSTED_SENTENCE = _("已公示的内容和名单不能修改或删除。有错误的请终止公示并写明原因，更正后重新公示。")


class PublicNoticeQuerySet(models.QuerySet[Any]):
    """Questions asked of notices."""

    def visible_to(self, user: Any) -> Self:
        """All for those who post them or look into objections; others read what hangs, and what they wrote."""
        if sees_all_notices.test(user):
            return self
        posted = self.readable_by(user)
        return posted | self.filter(drafted_by=user) if user.is_authenticated else posted

    def readable_by(self, user: Any) -> Self:
        """What hangs on the board today for this reader: a stranger reads what was approved for everybody.

        With its result it hangs on for as long as the rule said when it ended. Rights are those of the moment.
        """
        over = Q(status__in=NOTICE_OVER, shown_until__gte=timezone.localdate())
        return self._of_board(user).filter(Q(status=NoticeStatus.POSTED) | over)

    def called_off_for(self, user: Any) -> Self:
        """What was called off while it hung, for as long as the board says so; whom it named isn't shown any more."""
        told = {"status": NoticeStatus.WITHDRAWN, "shown_until__gte": timezone.localdate()}
        return self._of_board(user).filter(**told)

    def _of_board(self, user: Any) -> Self:
        return self if reads_whole_board.test(user) else self.filter(is_public=True)

    def posted(self) -> Self:
        """What hangs there now, and can be objected to until its last day ends."""
        return self.filter(status=NoticeStatus.POSTED)

    def posted_between(self, start: date, end: date) -> Self:
        """What came onto the board within some days, both included, whatever became of it."""
        return self.filter(posted_on__range=(start, end))

    def numbered(self, number: str) -> Self:
        """The one with a number exactly as it is printed; none where it isn't one."""
        printed = NUMBER.fullmatch(number)
        return self.filter(year=int(printed[1]), number=int(printed[2])) if printed else self.none()

    def matching(self, text: str, user: Any) -> Self:
        """Words of the title or its sound, the number as it is printed, or somebody's name.

        A name finds only where this reader is shown it in full: what is masked can't be tried out here.
        """
        wanted = titled(text)
        if printed := NUMBER.fullmatch(text.strip()):
            wanted |= Q(year=int(printed[1]), number=int(printed[2]))
        named = Q(candidates__name__icontains=text.strip())
        if sees_all_notices.test(user):
            wanted |= named
        elif user.is_authenticated:
            wanted |= named & (Q(names_to_staff=NameShown.FULL) | Q(drafted_by=user))
        return self.filter(pk__in=self.model.objects.filter(wanted).values("pk"))

    def reviewed_with_delegates(self) -> Self:
        """Weighed by a review group in which somebody stood for the staff."""
        return self.filter(pk__in=self.model.objects.filter(reviewers__is_delegate=True).values("pk"))

    def people(self) -> int:
        """How many people are named in them, each as often as named (人次)."""
        return self.order_by().aggregate(named=models.Count("candidates"))["named"]

    def update(self, **fields: Any) -> int:
        """Refused where it would change what hangs or hung."""
        if not set(FROZEN_NOTICE).isdisjoint(fields) and self.filter(posted_on__isnull=False).exists():
            raise Refused(str(POSTED_SENTENCE))
        return super().update(**fields)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused for what ever hung."""
        if self.filter(posted_on__isnull=False).exists():
            raise Refused(str(POSTED_SENTENCE))
        return super().delete()
