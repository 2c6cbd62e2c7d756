"""Suggestions from all staff, and the drives that ask for them."""

from datetime import date
from typing import Any, ClassVar, Self

import rules
from django.conf import settings
from django.db import models
from django.db.models import Case, ExpressionWrapper, F, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress.enums.proposals import Category
from congress.enums.suggestions import (
    ANSWER_EXPECTED,
    DRIVE_MOVES,
    SUGGESTION_ADOPTED,
    SUGGESTION_ANSWERED,
    SUGGESTION_MOVES,
    TAKEN,
    WITH_HANDLER,
    Adoption,
    DriveStatus,
    SuggestionStatus,
)
from congress.models.proposals import Proposal
from congress.permissions import is_staff, oversees
from congress.permissions.suggestions import (
    keeps_suggestions,
    may_attach_to_suggestion,
    reads_all_suggestions,
    reads_author,
)
from members.models import Audience, Department, Member
from unionoffice.attachments import AttachmentRules
from unionoffice.days import span_in_full
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned


class SuggestionDriveQuerySet(models.QuerySet["SuggestionDrive"]):
    """Questions asked of drives."""

    def visible_to(self, user: Any) -> Self:
        """All for who runs them; what was announced for the staff."""
        if keeps_suggestions.test(user):
            return self
        return self.exclude(status=DriveStatus.PLANNED) if is_staff.test(user) else self.none()

    def taking_on(self, on: date) -> Self:
        """Announced ones whose days these are."""
        return self.filter(status=DriveStatus.OPEN, from_on__lte=on, to_on__gte=on)

    def matching(self, text: str) -> Self:
        """Words of the title or its sound."""
        return self.filter(titled(text))


class SuggestionDrive(Titled, Versioned):
    """合理化建议征集活动: what is asked for, of whom and until when, and what came of it.

    One that `publishes` shows its answered suggestions to all staff once it is concluded, as everybody is told
    before handing one in.
    """

    MOVES = DRIVE_MOVES
    AUDITED = (
        "title",
        "theme",
        "status",
        "from_on",
        "to_on",
        "audience",
        "publishes",
        "outcome",
        "concluded_on",
    )

    title = models.CharField(_("活动名称"), max_length=60)
    theme = models.TextField(_("征集内容"), max_length=1000)
    status = models.CharField(
        _("状态"), max_length=10, choices=DriveStatus, default=DriveStatus.PLANNED, editable=False
    )
    from_on = models.DateField(_("征集自"))
    to_on = models.DateField(_("征集至"))
    audience = models.ForeignKey(
        Audience, on_delete=models.PROTECT, related_name="suggestion_drives", verbose_name=_("征集范围")
    )
    publishes = models.BooleanField(_("结束后公布已答复的建议"), default=True)
    outcome = models.TextField(_("活动总结"), max_length=2000, blank=True, editable=False)
    concluded_on = models.DateField(_("结束日期"), null=True, editable=False)

    objects = SuggestionDriveQuerySet.as_manager()

    class Meta:
        verbose_name = _("合理化建议征集活动")
        verbose_name_plural = verbose_name
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="suggestion_drive_in_order"),
            models.CheckConstraint(
                condition=Q(status=DriveStatus.CONCLUDED, concluded_on__isnull=False) & ~Q(outcome="")
                | ~Q(status=DriveStatus.CONCLUDED) & Q(concluded_on__isnull=True, outcome=""),
                name="concluded_drive_has_its_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The drive's page."""
        return reverse("congress:drive-detail", args=[self.pk])

    @property
    def when(self) -> str:
        """2026年3月8日至31日."""
        return span_in_full(self.from_on, self.to_on)


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    """Questions asked of suggestions."""

    def visible_to(self, user: Any) -> Self:
        """One's own, those of the department that one heads, and what was answered and may be shown to all.

        Everything for those who see to suggestions and for the principal.
        """
        if not is_staff.test(user):
            return self.none()
        if reads_all_suggestions.test(user):
            return self
        mine = user.member_id
        headed = Q(department__head=mine, department__head__isnull=False, status__in=WITH_HANDLER)
        return self.filter(_made_by(mine) | headed | SHOWN_TO_ALL)

    def made_by(self, member_id: int | None) -> Self:
        """Somebody's own, also what began as a proposal that they drafted."""
        return self.filter(_made_by(member_id))

    def matching(self, text: str) -> Self:
        """By title or its sound, or by number."""
        return self.filter(titled(text) | Q(number__contains=text.strip()))

    def handed_in(self, start: date, end: date) -> Self:
        """Handed in within some days, both included, and not taken back."""
        return self.filter(handed_in_on__range=(start, end)).exclude(status=SuggestionStatus.WITHDRAWN)

    def overdue_on(self, on: date) -> Self:
        """Those whose answer is late."""
        return self.filter(status__in=ANSWER_EXPECTED, due_on__lt=on)

    def listed_for(self, user: Any, on: date) -> Any:
        """Annotates `is_late`, and `shown_author`: the author's name where `user` may know it, else nothing."""
        late = ExpressionWrapper(Q(status__in=ANSWER_EXPECTED, due_on__lt=on), output_field=models.BooleanField())
        rows = self.annotate(is_late=late)
        if oversees.test(user):
            return rows.annotate(shown_author=F("author__name"))
        return rows.annotate(
            shown_author=Case(When(_author_known_to(user), then=F("author__name")), default=Value(""))
        )

    def named_to(self, user: Any) -> Self:
        """Those of which `user` may know who made them."""
        return self if oversees.test(user) else self.filter(_author_known_to(user))


class Suggestion(Titled, Versioned):
    """意见建议 of anybody who works here: in a drive, at any time, or what was a proposal and became no case.

    `adoption`, `answer` and the days that go with them stay empty until it is answered; the answer is given once.
    """

    MOVES = SUGGESTION_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(
        may_add=may_attach_to_suggestion, names_uploader=reads_author
    )
    # The history names its people: an author who doesn't show the name must not be found there.
    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = (
        "number",
        "status",
        "drive",
        "from_proposal",
        "category",
        "title",
        "text",
        "author",
        "show_name",
        "may_publish",
        "handed_in_on",
        "department",
        "due_on",
        "answer",
        "answered_on",
        "adoption",
        "fulfilment",
        "done_on",
        "is_outstanding",
    )

    number = models.CharField(_("编号"), max_length=20, unique=True, editable=False)
    status = models.CharField(
        _("状态"), max_length=10, choices=SuggestionStatus, default=SuggestionStatus.FILED, editable=False
    )
    drive = models.ForeignKey(
        SuggestionDrive,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="suggestions",
        verbose_name=_("征集活动"),
    )
    from_proposal = models.OneToOneField(
        Proposal,
        on_delete=models.PROTECT,
        null=True,
        related_name="suggestion",
        verbose_name=_("原提案"),
        editable=False,
    )
    category = models.CharField(_("类别"), max_length=12, choices=Category)
    title = models.CharField(_("标题"), max_length=60)
    text = models.TextField(_("内容"), max_length=4100)
    author = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="suggestions", verbose_name=_("提出人"), editable=False
    )
    show_name = models.BooleanField(_("公开我的姓名"), default=True)
    may_publish = models.BooleanField(_("答复后全体教职工可以看到"), default=False)
    handed_in_on = models.DateField(_("提出日期"), editable=False)
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("承办部门"), editable=False
    )
    due_on = models.DateField(_("答复期限"), null=True, editable=False)
    answer = models.TextField(_("答复内容"), max_length=4000, blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("答复人"),
        editable=False,
    )
    answered_on = models.DateField(_("答复日期"), null=True, editable=False)
    adoption = models.CharField(_("采纳情况"), max_length=10, choices=Adoption, blank=True, editable=False)
    fulfilment = models.CharField(_("落实情况"), max_length=500, blank=True, editable=False)
    done_on = models.DateField(_("落实日期"), null=True, editable=False)
    is_outstanding = models.BooleanField(_("优秀建议"), default=False, editable=False)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("意见建议")
        verbose_name_plural = verbose_name
        ordering = ["-handed_in_on", "-pk"]
        indexes = [models.Index(fields=["status", "due_on"], name="suggestions_by_due_day")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=SuggestionStatus.HANDLING) | Q(department__isnull=False, due_on__isnull=False),
                name="suggestion_due_from_a_department",
            ),
            models.CheckConstraint(
                condition=Q(status__in=SUGGESTION_ANSWERED, answered_on__isnull=False, answered_by__isnull=False)
                & ~Q(answer="")
                & ~Q(adoption="")
                | ~Q(status__in=SUGGESTION_ANSWERED)
                & Q(answered_on__isnull=True, answered_by__isnull=True, answer="", adoption=""),
                name="suggestion_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(status__in=SUGGESTION_ADOPTED, adoption__in=TAKEN)
                | ~Q(status__in=SUGGESTION_ADOPTED) & ~Q(adoption__in=TAKEN),
                name="adopted_suggestion_is_followed",
            ),
            models.CheckConstraint(
                condition=Q(status=SuggestionStatus.DONE, done_on__isnull=False) & ~Q(fulfilment="")
                | ~Q(status=SuggestionStatus.DONE) & Q(done_on__isnull=True, fulfilment=""),
                name="suggestion_done_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(is_outstanding=False) | Q(status__in=SUGGESTION_ANSWERED),
                name="outstanding_suggestion_is_answered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        """The suggestion's page."""
        return reverse("congress:suggestion-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """`意见建议 2026-014`: all that is said of it to those who may not see it."""
        return f"{_t('意见建议')} {self.number}"

    @property
    def is_taken(self) -> bool:
        """Adopted, wholly or in part."""
        return self.adoption in TAKEN

    def is_overdue(self, on: date) -> bool:
        """The answer is late."""
        return self.status in ANSWER_EXPECTED and self.due_on is not None and self.due_on < on

    def parties(self) -> set[Member]:
        """Whom the answer is for: the author, and who drafted the proposal that it was."""
        return {self.author} if self.from_proposal is None else {self.author, self.from_proposal.originator}


SHOWN_TO_ALL = Q(status__in=SUGGESTION_ANSWERED) & (
    Q(may_publish=True) | Q(drive__publishes=True, drive__status=DriveStatus.CONCLUDED)
)
"""What every member of the staff may read: answered, with the author's consent or by the drive's own rule."""


def _made_by(member_id: int | None) -> Q:
    return Q(author=member_id) | Q(from_proposal__originator=member_id, from_proposal__isnull=False)


def _author_known_to(user: Any) -> Q:
    return Q(show_name=True) | _made_by(user.member_id)
