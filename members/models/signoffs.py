"""Sign-off of goods: who was to get what, and who signed for it."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.enums import SignOffWay
from members.models.people import Member
from unionoffice.sources import FromSource, of_visible_sources


class SignOffSheetQuerySet(models.QuerySet["SignOffSheet"]):
    """Questions asked of sign-off sheets."""

    def visible_to(self, user: Any) -> Self:
        """As visible as what they belong to."""
        return self.filter(of_visible_sources(user, declaring="KEEPS_SIGN_OFF"))


class SignOffSheet(FromSource):
    """签领表: something handed out under a record of any area, each person signing for it.

    That record's model says in `KEEPS_SIGN_OFF`, a predicate of user and record, who keeps the sheet.
    """

    AUDITED = ("source_model", "source_key", "title", "on", "per_head")

    title = models.CharField(_("名称"), max_length=100)
    on = models.DateField(_("发放日期"))
    per_head = models.CharField(_("每人领取"), max_length=100)

    objects = SignOffSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("签领表")
        verbose_name_plural = verbose_name
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["source_model", "source_key"], name="sheets_of_a_record")]
        constraints = [
            models.UniqueConstraint(fields=["source_model", "source_key", "on", "title"], name="one_sheet_a_title"),
            models.CheckConstraint(condition=Q(source_key__isnull=False), name="sheet_belongs_somewhere"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page on which the sheet is kept."""
        return reverse("members:sign-off-sheet", args=[self.pk])

    @property
    def public_number(self) -> str:
        """What may be said of it to anyone."""
        return f"{_('签领表')} {self.on:%Y-%m-%d}"


class SignOffLineQuerySet(models.QuerySet["SignOffLine"]):
    """Questions asked of lines of such sheets."""

    def visible_to(self, user: Any) -> Self:
        """One's own, and everybody's where one sees the sheet's record."""
        if not user.is_authenticated:
            return self.none()
        seen = Q(sheet__in=SignOffSheet.objects.visible_to(user).values("pk"))
        return self.filter(seen | Q(member=user.member_id)) if user.member_id else self.filter(seen)

    def signed(self) -> Self:
        """Lines signed for."""
        return self.filter(signed_at__isnull=False)

    def waiting(self) -> Self:
        """Lines that nobody signed yet."""
        return self.filter(signed_at=None)


class SignOffLine(models.Model):
    """What one person gets, and the signature for it: whose, how, and when the office knew."""

    AUDITED = ("sheet", "member", "share", "signed_at", "way", "taken_by", "recorded_by")

    sheet = models.ForeignKey(SignOffSheet, on_delete=models.PROTECT, related_name="lines", verbose_name=_("签领表"))
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="sign_offs", verbose_name=_("教职工"))
    share = models.CharField(_("领取"), max_length=100)
    signed_at = models.DateTimeField(_("签领时间"), null=True, blank=True)
    way = models.CharField(_("签领方式"), max_length=10, choices=SignOffWay, blank=True)
    taken_by = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("代领人")
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("登记人")
    )

    objects = SignOffLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("签领")
        verbose_name_plural = verbose_name
        ordering = ["member__pinyin", "member__employee_no"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "member"], name="one_line_a_person"),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, way="", recorded_by__isnull=True)
                | (Q(signed_at__isnull=False, recorded_by__isnull=False) & ~Q(way="")),
                name="signed_somehow_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(way=SignOffWay.PROXY, taken_by__isnull=False)
                | (~Q(way=SignOffWay.PROXY) & Q(taken_by__isnull=True)),
                name="proxy_has_a_name",
            ),
            models.CheckConstraint(
                condition=Q(taken_by__isnull=True) | ~Q(taken_by=F("member")), name="proxy_is_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet} {self.member}"

    def get_absolute_url(self) -> str:
        """Where the person signs."""
        return reverse("members:sign-off-own", args=[self.sheet_id])

    @property
    def is_signed(self) -> bool:
        """Whether it was handed over."""
        return self.signed_at is not None
