"""集体合同 and special agreements: how one came about, what it says, and how it is kept."""

from datetime import date
from typing import Any, ClassVar, Self

import rules
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs.enums import (
    AGREEMENT_MOVES,
    BINDING,
    SIGNED_ONCE,
    AgreementKind,
    AgreementStatus,
    Category,
    Fulfilment,
)
from affairs.models.drafting import DisclosureDraft
from affairs.permissions import (
    may_attach_to_agreement,
    opens_agreements,
    reads_agreement_checks,
    sees_all_agreements,
)
from unionoffice.attachments import AttachmentRules
from unionoffice.days import in_full
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned

CATEGORIES = {
    AgreementKind.WAGES: Category.FINANCE,
    AgreementKind.WOMEN: Category.WELFARE,
    AgreementKind.SAFETY: Category.LOGISTICS,
}
"""Under which category of the board a special agreement is disclosed; the others under 福利."""


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Questions asked of agreements."""

    def visible_to(self, user: Any) -> Self:
        """All for those who negotiate; for the staff, whom they bind, those that were signed."""
        if sees_all_agreements.test(user):
            return self
        return self.signed() if opens_agreements.test(user) else self.none()

    def signed(self) -> Self:
        """What both sides have signed, whatever became of it."""
        return self.filter(status__in=SIGNED_ONCE)

    def signed_between(self, start: date, end: date) -> Self:
        """Signed within some days, both included."""
        return self.signed().filter(signed_on__range=(start, end))

    def in_force_on(self, on: date) -> Self:
        """What bound both sides on a day: signed by then, within its term, and not ended before."""
        return self.signed().filter(
            Q(ended_on__isnull=True) | Q(ended_on__gt=on), signed_on__lte=on, from_on__lte=on, to_on__gte=on
        )

    def expiring_by(self, day: date) -> Self:
        """Still binding, its term over by a day, and no agreement under way that renews it."""
        renewed = Q(renewed_by__isnull=False) & ~Q(renewed_by__status=AgreementStatus.DISCARDED)
        return self.filter(status__in=BINDING, to_on__lte=day).exclude(renewed)

    def matching(self, text: str) -> Self:
        """Words of the title or its sound, words of a clause, or the number under which it was filed."""
        clauses = AgreementClause.objects.filter(text__contains=text.strip()).values("agreement")
        return self.filter(titled(text) | Q(filing_no__contains=text.strip()) | Q(pk__in=clauses))


class Agreement(Titled, Versioned):
    """集体合同 or 专项集体合同 between the school and its staff, for whom the union signs.

    Drafted, negotiated in rounds, passed by the congress, signed, filed with the labour office. A renewal is an
    agreement of its own that names the one before it. Once signed, its clauses stay.
    """

    READS_TRAIL: ClassVar[rules.Predicate] = sees_all_agreements
    MOVES = AGREEMENT_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=may_attach_to_agreement)
    AUDITED = (
        "status",
        "kind",
        "title",
        "employer",
        "employer_side",
        "employer_signer",
        "union_side",
        "union_signer",
        "passed_on",
        "passed_at",
        "signed_on",
        "from_on",
        "to_on",
        "filed_on",
        "filing_no",
        "renews",
        "ended_on",
        "end_reason",
        "short_number",
    )

    status = models.CharField(
        _("状态"), max_length=12, choices=AgreementStatus, default=AgreementStatus.DRAFT, editable=False
    )
    kind = models.CharField(_("类型"), max_length=12, choices=AgreementKind, default=AgreementKind.COLLECTIVE)
    title = models.CharField(_("名称"), max_length=100)
    employer = models.CharField(_("用人单位"), max_length=60)
    employer_side = models.CharField(_("学校方协商代表"), max_length=200, blank=True)
    employer_signer = models.CharField(_("学校方签字人"), max_length=60, blank=True)
    union_side = models.CharField(_("职工方协商代表"), max_length=200, blank=True)
    union_signer = models.CharField(_("职工方签字人"), max_length=60, blank=True)
    passed_on = models.DateField(_("审议通过日期"), null=True, blank=True)
    passed_at = models.CharField(_("审议通过的会议"), max_length=100, blank=True)
    signed_on = models.DateField(_("签订日期"), null=True, blank=True)
    from_on = models.DateField(_("期限自"), null=True, blank=True)
    to_on = models.DateField(_("期限至"), null=True, blank=True)
    filed_on = models.DateField(_("备案日期"), null=True, blank=True)
    filing_no = models.CharField(_("备案号"), max_length=60, blank=True)
    renews = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="renewed_by",
        verbose_name=_("续签的合同"),
        editable=False,
    )
    ended_on = models.DateField(_("终止日期"), null=True, editable=False)
    end_reason = models.CharField(_("终止原因"), max_length=200, blank=True, editable=False)
    short_number = models.CharField(_("编号"), max_length=12, unique=True, editable=False)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("起草人"), editable=False
    )
    drafted_on = models.DateField(_("起草日期"), editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("集体合同")
        verbose_name_plural = verbose_name
        ordering = ["-drafted_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(
                        status__in=SIGNED_ONCE,
                        signed_on__isnull=False,
                        from_on__isnull=False,
                        to_on__gt=F("from_on"),
                    )
                    & ~Q(employer_signer="")
                    & ~Q(union_signer="")
                )
                | (~Q(status__in=SIGNED_ONCE) & Q(signed_on__isnull=True)),
                name="agreement_signed_by_both_sides_for_a_term",
            ),
            models.CheckConstraint(
                condition=~Q(status=AgreementStatus.PASSED) | Q(passed_on__isnull=False),
                name="agreement_passed_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(status=AgreementStatus.FILED) | Q(filed_on__isnull=False),
                name="agreement_filed_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(filed_on__isnull=True) | Q(signed_on__isnull=False, filed_on__gte=F("signed_on")),
                name="agreement_filed_after_it_was_signed",
            ),
            models.CheckConstraint(
                condition=(Q(status=AgreementStatus.ENDED, ended_on__isnull=False) & ~Q(end_reason=""))
                | (~Q(status=AgreementStatus.ENDED) & Q(ended_on__isnull=True, end_reason="")),
                name="agreement_ended_on_a_day_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=["renews"],
                condition=~Q(status=AgreementStatus.DISCARDED),
                name="one_renewal_of_an_agreement",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The agreement's page."""
        return reverse("affairs:agreement-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """`集体合同 2026-001`: all that is said of it to those who may not see it."""
        return f"{_t('集体合同')} {self.short_number}"

    @property
    def term(self) -> str:
        """2026年1月1日至2028年12月31日, once it is agreed."""
        if self.from_on is None or self.to_on is None:
            return ""
        return _t("%(first)s至%(last)s") % {"first": in_full(self.from_on), "last": in_full(self.to_on)}

    def as_disclosure(self) -> DisclosureDraft:
        """Between whom, for how long, and what it says."""
        said = {"employer": self.employer, "kind": self.get_kind_display(), "term": self.term}
        if self.signed_on is not None:
            said["day"] = in_full(self.signed_on)
            opening = _t("%(employer)s与工会于%(day)s签订%(kind)s，期限%(term)s，现予公布。主要条款如下：") % said
        else:
            opening = _t("%(employer)s与工会拟订的%(kind)s草案，现予公开。主要条款如下：") % said
        clauses = [f"{clause.position}. {clause.text}" for clause in self.clauses.all()]
        category = CATEGORIES.get(AgreementKind(self.kind), Category.WELFARE)
        return DisclosureDraft(self.title, "\n".join([opening, *clauses]), category)


class AgreementClause(models.Model):
    """One of the main terms, in their order."""

    UNAUDITED = "Written only with its agreement while that is drafted, whose history says by whom."

    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, related_name="clauses", verbose_name=_("集体合同")
    )
    position = models.PositiveSmallIntegerField(_("序号"))
    text = models.TextField(_("条款"))

    class Meta:
        verbose_name = _("合同条款")
        verbose_name_plural = verbose_name
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "position"], name="one_clause_a_position"),
            models.CheckConstraint(condition=~Q(text=""), name="clause_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.text}"


class NegotiationRound(models.Model):
    """一轮协商: when both sides sat down together, over what, and what they agreed."""

    AUDITED = ("agreement", "number", "held_on", "place", "matters", "outcome")

    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, related_name="rounds", verbose_name=_("集体合同"), editable=False
    )
    number = models.PositiveSmallIntegerField(_("第几轮"), editable=False)
    held_on = models.DateField(_("协商日期"))
    place = models.CharField(_("地点"), max_length=60, blank=True)
    matters = models.TextField(_("协商内容"), max_length=2_000)
    outcome = models.TextField(_("协商结果"), max_length=2_000)

    class Meta:
        verbose_name = _("协商记录")
        verbose_name_plural = verbose_name
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="one_round_a_number"),
        ]

    def __str__(self) -> str:
        return _t("第%(number)d轮协商") % {"number": self.number}


class AgreementCheckQuerySet(models.QuerySet["AgreementCheck"]):
    """Questions asked of checks."""

    def visible_to(self, user: Any) -> Self:
        """For those who answer for either side; staff read what is disclosed."""
        return self if reads_agreement_checks.test(user) else self.none()

    def unsettled(self) -> Self:
        """What was to be put right and isn't yet."""
        return self.filter(due_on__isnull=False, done_on__isnull=True)


class AgreementCheck(Versioned):
    """履行检查 of an agreement: clause by clause, with what is to be put right."""

    AUDITED = ("agreement", "checked_on", "people", "summary", "follow_up", "due_on", "done_on", "outcome")

    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, related_name="checks", verbose_name=_("集体合同"), editable=False
    )
    checked_on = models.DateField(_("检查日期"))
    people = models.CharField(_("检查人员"), max_length=200)
    summary = models.TextField(_("检查情况"), max_length=2_000, blank=True)
    follow_up = models.TextField(_("整改要求"), max_length=2_000, blank=True)
    due_on = models.DateField(_("整改期限"), null=True, blank=True)
    outcome = models.TextField(_("整改结果"), max_length=2_000, blank=True, editable=False)
    done_on = models.DateField(_("整改完成日期"), null=True, editable=False)

    objects = AgreementCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("履行检查")
        verbose_name_plural = verbose_name
        ordering = ["-checked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(due_on__isnull=False) & ~Q(follow_up="")) | Q(due_on__isnull=True, follow_up=""),
                name="check_demands_something_by_a_day",
            ),
            models.CheckConstraint(
                condition=(Q(done_on__isnull=False, due_on__isnull=False) & ~Q(outcome=""))
                | Q(done_on__isnull=True, outcome=""),
                name="check_settled_with_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return _t("%(agreement)s履行检查（%(day)s）") % {
            "agreement": self.agreement,
            "day": in_full(self.checked_on),
        }

    def get_absolute_url(self) -> str:
        """The check's page."""
        return reverse("affairs:agreement-check-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """What may be said of it to anyone."""
        return _t("%(agreement)s的履行检查") % {"agreement": self.agreement.public_number}


class CheckFinding(models.Model):
    """How one clause was kept."""

    UNAUDITED = "Written once, with its check, whose history says by whom."

    check_of = models.ForeignKey(
        AgreementCheck, on_delete=models.PROTECT, related_name="findings", verbose_name=_("履行检查")
    )
    clause = models.ForeignKey(
        AgreementClause, on_delete=models.PROTECT, related_name="findings", verbose_name=_("条款")
    )
    fulfilment = models.CharField(_("履行情况"), max_length=10, choices=Fulfilment)
    note = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("条款履行情况")
        verbose_name_plural = verbose_name
        ordering = ["clause__position"]
        constraints = [
            models.UniqueConstraint(fields=["check_of", "clause"], name="one_finding_a_clause"),
            models.CheckConstraint(
                condition=Q(fulfilment__in=[Fulfilment.KEPT, Fulfilment.NOT_DUE]) | ~Q(note=""),
                name="unkept_clause_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clause.position} {self.get_fulfilment_display()}"
