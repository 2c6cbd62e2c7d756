"""问卷: what is asked, whom, and answers of which nobody knows whose they are."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Avg, Count, F, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs.enums import (
    OWN_CHOICES,
    SCALE_POINTS,
    SURVEY_MOVES,
    Category,
    Grade,
    QuestionKind,
    SurveyStatus,
)
from affairs.models.drafting import DisclosureDraft
from affairs.models.survey_totals import QuestionTotal, satisfied_grades, total_of_choices, total_of_texts
from affairs.permissions import may_attach_to_survey, sees_all_surveys
from members.models import Audience, Member
from unionoffice.attachments import AttachmentRules
from unionoffice.days import in_full
from unionoffice.figures import percentage
from unionoffice.titles import Titled, titled
from unionoffice.untraceable import Untraceable
from unionoffice.versions import Versioned

WHOLE = Decimal(100)


class SurveyQuerySet(models.QuerySet["Survey"]):
    """Questions asked of surveys."""

    def visible_to(self, user: Any) -> Self:
        """All for those who keep them or answer for the school; for others those that wait for their answer."""
        if sees_all_surveys.test(user):
            return self
        if not user.is_authenticated or user.member_id is None:
            return self.none()
        return self.asking(user.member_id)

    def asking(self, member_id: int) -> Self:
        """Those that somebody is asked to answer and that still run."""
        asked = SurveyPlace.objects.filter(member=member_id).values("survey")
        return self.filter(status=SurveyStatus.OPEN, pk__in=asked)

    def closed_between(self, start: date, end: date) -> Self:
        """Ended within some days, both included."""
        return self.filter(status=SurveyStatus.CLOSED, closed_on__range=(start, end))

    def matching(self, text: str) -> Self:
        """Words of the title or its sound, or the number as it is printed."""
        return self.filter(titled(text) | Q(short_number=text.strip()))

    def sent_out(self) -> int:
        """How many were asked (份)."""
        return self.aggregate(total=Sum("sent"))["total"] or 0

    def given_back(self) -> int:
        """How many answered (份)."""
        return self.aggregate(total=Sum("answered"))["total"] or 0

    def response_rate(self) -> Decimal:
        """Answers in percent of those who were asked, over the surveys of which both are known."""
        known = self.filter(sent__isnull=False, answered__isnull=False)
        return percentage(known.given_back(), known.sent_out())

    def satisfaction_rate(self) -> Decimal:
        """The mean of the surveys' own rates, in percent with one place: each survey counts once."""
        mean = self.aggregate(mean=Avg("satisfaction"))["mean"]
        return Decimal(0) if mean is None else Decimal(mean).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


class Survey(Titled, Versioned):
    """问卷. Its roll is frozen when it opens; its numbers are frozen when it closes.

    Answers are never looked at before the end, never one by one, and never below `minimum`, the least number of
    answers that the rule asked for when it opened. Totals by department or age aren't made at all: what belongs to
    one person isn't kept together (see `SurveyAnswer`), so there is nothing to break down and no hidden cell from
    which another could be worked out.

    One that ran outside of the office is `recorded_late`, with what is known of it: numbers and a rate.
    """

    MOVES = SURVEY_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=may_attach_to_survey)
    AUDITED = (
        "status",
        "title",
        "intro",
        "audience",
        "closes_on",
        "opened_on",
        "closed_on",
        "minimum",
        "recorded_late",
        "short_number",
    )
    """Not `sent`, `answered` and `satisfaction`: they follow from the answers, and the trail would date those."""

    status = models.CharField(
        _("状态"), max_length=10, choices=SurveyStatus, default=SurveyStatus.DRAFT, editable=False
    )
    title = models.CharField(_("问卷标题"), max_length=100)
    intro = models.TextField(_("说明"), max_length=2_000, blank=True)
    audience = models.ForeignKey(
        Audience,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="surveys",
        verbose_name=_("调查范围"),
    )
    closes_on = models.DateField(_("截止日期"), null=True, blank=True)
    opened_on = models.DateField(_("开始日期"), null=True, blank=True)
    closed_on = models.DateField(_("结束日期"), null=True, blank=True)
    minimum = models.PositiveSmallIntegerField(_("最少答卷数"), null=True, editable=False)
    sent = models.PositiveIntegerField(_("发放份数"), null=True, blank=True)
    answered = models.PositiveIntegerField(_("回收份数"), null=True, blank=True)
    satisfaction = models.DecimalField(
        _("满意度（%）"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(WHOLE)],
    )
    recorded_late = models.BooleanField(_("补录"), default=False, editable=False)
    short_number = models.CharField(_("编号"), max_length=12, unique=True, editable=False)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("起草人"), editable=False
    )
    drafted_on = models.DateField(_("起草日期"), editable=False)

    objects = SurveyQuerySet.as_manager()

    class Meta:
        verbose_name = _("问卷")
        verbose_name_plural = verbose_name
        ordering = ["-drafted_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=SurveyStatus.CLOSED, closed_on__isnull=False)
                | (~Q(status=SurveyStatus.CLOSED) & Q(closed_on__isnull=True)),
                name="survey_closed_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(recorded_late=True, status=SurveyStatus.CLOSED)
                | Q(
                    recorded_late=False,
                    status=SurveyStatus.OPEN,
                    audience__isnull=False,
                    opened_on__isnull=False,
                    closes_on__isnull=False,
                    minimum__isnull=False,
                    sent__isnull=False,
                )
                | Q(
                    recorded_late=False,
                    status=SurveyStatus.CLOSED,
                    opened_on__isnull=False,
                    minimum__isnull=False,
                    sent__isnull=False,
                    answered__isnull=False,
                )
                | Q(
                    recorded_late=False,
                    status__in=[SurveyStatus.DRAFT, SurveyStatus.DISCARDED],
                    opened_on__isnull=True,
                ),
                name="survey_opened_to_a_roll_until_a_day",
            ),
            models.CheckConstraint(
                condition=Q(answered__isnull=True) | Q(sent__isnull=True) | Q(answered__lte=F("sent")),
                name="no_more_answers_than_were_asked",
            ),
            models.CheckConstraint(
                condition=Q(satisfaction__isnull=True) | Q(satisfaction__gte=0, satisfaction__lte=100),
                name="satisfaction_is_a_percentage",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The survey's page for those who keep it."""
        return reverse("affairs:survey-detail", args=[self.pk])

    def get_answer_url(self) -> str:
        """Where it is answered."""
        return reverse("affairs:survey-answer", args=[self.pk])

    @property
    def public_number(self) -> str:
        """`问卷 2026-001`: all that is said of it to those who may not see it."""
        return f"{_t('问卷')} {self.short_number}"

    @property
    def rate(self) -> Decimal | None:
        """回收率, where both numbers are known."""
        if self.sent is None or self.answered is None:
            return None
        return percentage(self.answered, self.sent)

    @property
    def has_enough(self) -> bool:
        """Whether its totals may be shown at all."""
        return self.minimum is not None and self.answered is not None and self.answered >= self.minimum

    def totals(self) -> list[QuestionTotal]:
        """What came out, question by question: nothing before the end, and nothing where too few answered.

        Texts come in the order of their random keys, which is none. In a question that could be left out, the
        minimum holds for those who answered it: what two people said isn't a total.
        """
        if self.status != SurveyStatus.CLOSED or not self.has_enough:
            return []
        answers = SurveyAnswer.objects.filter(question__survey=self).order_by()
        chosen = answers.filter(choice__isnull=False).values_list("question", "choice").annotate(n=Count("pk"))
        counted = {(question, choice): n for question, choice, n in chosen}
        texts: dict[int, list[str]] = {}
        for key, text in answers.filter(choice__isnull=True).order_by("pk").values_list("question", "text"):
            texts.setdefault(key, []).append(text)
        return [self._total(question, counted, texts.get(question.pk, [])) for question in self.questions.all()]

    def _total(
        self, question: "SurveyQuestion", counted: dict[tuple[int, int], int], texts: list[str]
    ) -> QuestionTotal:
        minimum = self.minimum or 0
        if question.kind == QuestionKind.TEXT:
            return total_of_texts(question, texts, minimum=minimum)
        counts = [counted.get((question.pk, place), 0) for place in range(len(question.options))]
        return total_of_choices(
            question, counts, answered=self.answered or 0, minimum=minimum, on=self.opened_on or self.drafted_on
        )

    def overall_satisfaction(self) -> Decimal | None:
        """The rate over all its questions of satisfaction together; None where none may be told."""
        told = [total for total in self.totals() if total.satisfied is not None]
        grades = satisfied_grades(self.opened_on or self.drafted_on)
        satisfied = sum(total.options[place].count for total in told for place in grades)
        return percentage(satisfied, sum(total.count for total in told)) if told else None

    def as_disclosure(self) -> DisclosureDraft:
        """How many were asked and answered, and the totals that may be told; never what somebody wrote."""
        lines = [self._opening()]
        for total in self.totals():
            if total.options:
                shares = "，".join(f"{option.label}{option.share}%" for option in total.options)
                summary = f"（{total.summary}）" if total.summary else ""
                lines.append(f"{total.question}{summary}：{shares}。")
        title = _t("“%(title)s”结果") % {"title": self.title}
        return DisclosureDraft(title, "\n".join(lines), Category.OTHER)

    def _opening(self) -> str:
        words = _t("“%(title)s”于%(day)s结束") % {
            "title": self.title,
            "day": in_full(self.closed_on or self.drafted_on),
        }
        if self.sent is not None:
            words += _t("，发放%(sent)d份") % {"sent": self.sent}
        if self.answered is not None:
            words += _t("，回收%(answered)d份") % {"answered": self.answered}
        if self.satisfaction is not None:
            words += _t("，满意度%(rate)s%%") % {"rate": self.satisfaction}
        return f"{words}。"


class SurveyQuestion(models.Model):
    """One question, in its place. Choices are kept with it: they are what its answers count by."""

    AUDITED = ("survey", "position", "kind", "text", "choices", "is_required")

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="questions", verbose_name=_("问卷"), editable=False
    )
    position = models.PositiveSmallIntegerField(_("题号"))
    kind = models.CharField(_("题型"), max_length=12, choices=QuestionKind)
    text = models.CharField(_("题目"), max_length=200)
    choices = models.JSONField(_("选项"), default=list, blank=True)
    is_required = models.BooleanField(_("必答"), default=True)

    class Meta:
        verbose_name = _("题目")
        verbose_name_plural = verbose_name
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="question_asks_something"),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.text}"

    @property
    def options(self) -> list[str]:
        """What can be chosen, in its order; nothing where one writes."""
        if self.kind in OWN_CHOICES:
            return [str(choice) for choice in self.choices]
        if self.kind == QuestionKind.SATISFACTION:
            return [str(grade.label) for grade in Grade]
        if self.kind == QuestionKind.SCALE:
            return [_t("%(n)d分") % {"n": point} for point in SCALE_POINTS]
        return []


class SurveyPlace(models.Model):
    """One person of the roll, written for everybody at once when the survey opens, and whether they have answered.

    The flag keeps it at one answer each and lets a reminder reach only those who haven't. It has no time; its row was
    there before anybody answered, so its key has no order of arrival; and no key leads from it to an answer. The
    office shows how many have answered, not who. Where two records of one person had both answered and were merged,
    one place stays with nobody's name, so that the numbers stay what they were.
    """

    UNAUDITED = "An entry in the trail would say when somebody answered."

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="places", verbose_name=_("问卷"))
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="survey_places", verbose_name=_("调查对象")
    )
    answered = models.BooleanField(_("已填写"), default=False)

    class Meta:
        verbose_name = _("问卷名单")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        indexes = [models.Index(fields=["member", "answered"], name="surveys_of_a_person")]
        constraints = [
            models.UniqueConstraint(fields=["survey", "member"], name="asked_once_in_a_survey"),
            models.CheckConstraint(
                condition=Q(member__isnull=False) | Q(answered=True), name="nameless_place_has_answered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.survey} {self.pk}"


class SurveyAnswer(Untraceable):
    """What somebody said to one question: a choice, or a text.

    Rows of one person stand by themselves: nothing says that two are of the same hand, so that an answer nobody
    minds can't lead to one that somebody does. Of several choices of one question each is a row.
    """

    UNAUDITED = "Answers are anonymous: an entry in the trail would say who answered, or when."

    question = models.ForeignKey(
        SurveyQuestion, on_delete=models.PROTECT, related_name="answers", verbose_name=_("题目")
    )
    choice = models.PositiveSmallIntegerField(_("选项"), null=True)
    text = models.TextField(_("填写内容"), max_length=1_000, blank=True)

    class Meta(Untraceable.Meta):
        verbose_name = _("答案")
        verbose_name_plural = verbose_name
        constraints = [
            models.CheckConstraint(
                condition=Q(choice__isnull=False, text="") | (Q(choice__isnull=True) & ~Q(text="")),
                name="answer_is_a_choice_or_a_text",
            ),
        ]

    def __str__(self) -> str:
        return str(_("答案"))
