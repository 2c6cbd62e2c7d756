"""监督: what the union's people looked at on everybody's behalf, what they found, and what came of it."""

from decimal import Decimal
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs.enums import SUPERVISION_MOVES, Capacity, Category, SupervisionKind, SupervisionStatus, TakingPart
from affairs.models.drafting import DisclosureDraft
from affairs.permissions import may_attach_to_supervision, sees_all_supervision
from members.models import Member
from unionoffice.attachments import AttachmentRules
from unionoffice.money import MoneyField, format_money
from unionoffice.precision import RoughlyDated, RoughlyDatedQuerySet, span_in_order
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned

CATEGORIES = {
    SupervisionKind.PURCHASE: Category.BUILDING,
    SupervisionKind.TENDER: Category.BUILDING,
    SupervisionKind.BUILDING: Category.BUILDING,
    SupervisionKind.CANTEEN: Category.LOGISTICS,
    SupervisionKind.SHOP: Category.LOGISTICS,
    SupervisionKind.FINANCE: Category.FINANCE,
    SupervisionKind.FEES: Category.ADMISSION,
    SupervisionKind.ADMISSION: Category.ADMISSION,
    SupervisionKind.TITLES: Category.TITLES,
    SupervisionKind.OTHER: Category.OTHER,
}
"""Under which category of the board a kind of supervision is disclosed."""


class SupervisionQuerySet(RoughlyDatedQuerySet):
    """Questions asked of supervision."""

    def visible_to(self, user: Any) -> Self:
        """All for those who supervise or answer for the school; for others what they took part in or entered."""
        if sees_all_supervision.test(user):
            return self
        if not user.is_authenticated:
            return self.none()
        own = Q(recorded_by=user)
        if user.member_id is not None:
            own |= Q(pk__in=SupervisionPerson.objects.filter(member=user.member_id).values("supervision"))
        return self.filter(own)

    def matching(self, text: str) -> Self:
        """Words of the matter or its sound, or the number as it is printed."""
        return self.filter(titled(text) | Q(short_number=text.strip()))

    def with_people(self) -> Self:
        """Each with who was there, in one query for all."""
        people = SupervisionPerson.objects.select_related("member").defer(*Member.secrets_of("member"))
        return self.prefetch_related(Prefetch("people", people))

    def kinds(self) -> int:
        """How many kinds of matters were looked at (类)."""
        return self.order_by().values("kind").distinct().count()

    def money(self) -> Decimal:
        """What all of it was about in 元, where an amount is known."""
        return self.order_by().aggregate(total=Sum("amount"))["total"] or Decimal(0)

    def followed_up(self) -> Self:
        """Where something had to be put right."""
        return self.exclude(follow_up="")

    def people(self) -> int:
        """How many different people of the union took part (人)."""
        there = SupervisionPerson.objects.filter(supervision__in=self.order_by().values("pk"))
        return there.values("member").distinct().count()


class Supervision(Titled, RoughlyDated, Versioned):
    """监督 of one matter. What it found stays with those who need to know; staff read what is disclosed of it.

    Where it was made known besides the board, `reported_at` says in words; the board's own entry points here.
    """

    MOVES = SUPERVISION_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=may_attach_to_supervision, title=_("佐证材料"))
    AUDITED = (
        "status",
        "kind",
        "title",
        "part",
        "held_on",
        "precision",
        "amount",
        "others",
        "finding",
        "follow_up",
        "responsible",
        "due_on",
        "outcome",
        "reported_at",
        "closed_on",
        "short_number",
    )

    status = models.CharField(
        _("状态"), max_length=10, choices=SupervisionStatus, default=SupervisionStatus.RECORDED, editable=False
    )
    kind = models.CharField(_("监督类别"), max_length=12, choices=SupervisionKind)
    title = models.CharField(_("监督事项"), max_length=100)
    part = models.CharField(_("监督方式"), max_length=12, choices=TakingPart)
    amount = MoneyField(_("涉及金额"), null=True, blank=True)
    others = models.CharField(_("其他参加人员"), max_length=200, blank=True)
    finding = models.TextField(_("监督意见"), max_length=5_000, blank=True)
    follow_up = models.TextField(_("整改要求"), max_length=2_000, blank=True, editable=False)
    responsible = models.CharField(_("整改责任人"), max_length=60, blank=True, editable=False)
    due_on = models.DateField(_("整改期限"), null=True, editable=False)
    outcome = models.TextField(_("办理结果"), max_length=2_000, blank=True, editable=False)
    reported_at = models.CharField(_("通报情况"), max_length=200, blank=True)
    closed_on = models.DateField(_("办结日期"), null=True, editable=False)
    short_number = models.CharField(_("编号"), max_length=12, unique=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("登记人"), editable=False
    )

    objects = SupervisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("监督")
        verbose_name_plural = verbose_name
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["held_on", "held_until"], name="supervision_by_day")]
        constraints = [
            span_in_order("supervision_has_its_span"),
            models.CheckConstraint(
                condition=(Q(status=SupervisionStatus.CLOSED, closed_on__isnull=False) & ~Q(finding=""))
                | (~Q(status=SupervisionStatus.CLOSED) & Q(closed_on__isnull=True)),
                name="supervision_closed_on_a_day_with_a_finding",
            ),
            models.CheckConstraint(
                condition=(Q(due_on__isnull=False) & ~Q(follow_up="") & ~Q(responsible=""))
                | Q(due_on__isnull=True, follow_up="", responsible=""),
                name="follow_up_names_who_and_by_when",
            ),
            models.CheckConstraint(
                condition=~Q(status=SupervisionStatus.FOLLOWED) | ~Q(follow_up=""), name="followed_up_has_its_demand"
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0), name="supervised_amount_not_below_zero"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The supervision's page."""
        return reverse("affairs:supervision-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """`监督 2026-003`: all that is said of it to those who may not see it."""
        return f"{_t('监督')} {self.short_number}"

    def as_disclosure(self) -> DisclosureDraft:
        """What was looked at, by whom, and what was found."""
        lines = [
            _t("%(when)s，%(people)s就“%(title)s”%(part)s。")
            % {
                "when": self.when,
                "people": self.people_in_words() or _t("工会代表"),
                "title": self.title,
                "part": self.get_part_display(),
            }
        ]
        if self.amount is not None:
            lines.append(_t("涉及金额%(amount)s元。") % {"amount": format_money(self.amount)})
        for label, text in (
            (_t("监督意见"), self.finding),
            (_t("整改要求"), self.follow_up),
            (_t("办理结果"), self.outcome),
        ):
            if text:
                lines.append(f"{label}：{text}")
        title = _t("%(title)s监督情况") % {"title": self.title}
        return DisclosureDraft(title, "\n".join(lines), CATEGORIES[SupervisionKind(self.kind)])

    def people_in_words(self) -> str:
        """工会委员陈静、许晴，教代会代表魏雅琴."""
        by_capacity: dict[str, list[str]] = {}
        for person in self.people.all():
            by_capacity.setdefault(str(person.get_capacity_display()), []).append(person.member.name)
        return "，".join(f"{capacity}{'、'.join(names)}" for capacity, names in by_capacity.items())


class SupervisionPerson(models.Model):
    """One of the union's people at a supervision, and in which capacity."""

    UNAUDITED = "Written only with its supervision, whose history names the people each time."

    supervision = models.ForeignKey(
        Supervision, on_delete=models.PROTECT, related_name="people", verbose_name=_("监督")
    )
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="supervisions", verbose_name=_("参加人")
    )
    capacity = models.CharField(_("身份"), max_length=10, choices=Capacity)

    class Meta:
        verbose_name = _("监督人员")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["supervision", "member"], name="once_at_a_supervision"),
        ]

    def __str__(self) -> str:
        return f"{self.get_capacity_display()} {self.member.name}"
