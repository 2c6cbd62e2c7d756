"""What is kept of a person beside the record itself: a photo, children, and what they ask to have corrected."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.enums import CORRECTION_MOVES, CorrectionStatus, Gender
from members.models.accounts import Account
from members.models.people import Member
from members.permissions import READERS, keeps_roster, member_id_of
from unionoffice.privacy import SecretField
from unionoffice.versions import Versioned


class Portrait(models.Model):
    """照片: the square that pages show, and no more of what was uploaded.

    Kept in the database: some kilobytes that live, are backed up and die with the person's record.
    """

    UNAUDITED = "The person's own history tells when the photo was set or taken away, and by whom."

    member = models.OneToOneField(Member, on_delete=models.PROTECT, related_name="portrait", verbose_name=_("教职工"))
    image = models.BinaryField(_("照片"))
    digest = models.CharField(_("照片摘要"), max_length=64)

    class Meta:
        verbose_name = _("照片")
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return f"{self.member}{_('的照片')}"


class ChildQuerySet(models.QuerySet["Child"]):
    """Questions asked of children."""

    def visible_to(self, user: Any) -> Self:
        """For who reads of families at work, and for the parent."""
        return self if READERS["children"].test(user) else self.filter(member=member_id_of(user))


class Child(Versioned):
    """子女. The name is encrypted; the birth date is plain, since 六一 asks for all below an age."""

    AUDITED = ("member", "gender", "birth_date")
    SENSITIVE = ("name",)

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="children", verbose_name=_("教职工"))
    name = SecretField(_("姓名"), max_length=60)
    gender = models.CharField(_("性别"), max_length=10, choices=Gender, blank=True)
    birth_date = models.DateField(_("出生日期"))

    objects = ChildQuerySet.as_manager()

    class Meta:
        verbose_name = _("子女")
        verbose_name_plural = verbose_name
        ordering = ["birth_date", "pk"]

    def __str__(self) -> str:
        return f"{self.member}{_('的子女')}"

    def get_absolute_url(self) -> str:
        """The parent's page."""
        return self.member.get_absolute_url()


OTHER = "other"
"""What a request is about that no single field holds: departments, children, a photo, a status."""


class CorrectionQuerySet(models.QuerySet["CorrectionRequest"]):
    """Questions asked of requests."""

    def visible_to(self, user: Any) -> Self:
        """All for those who decide, one's own for the others."""
        return self if keeps_roster.test(user) else self.filter(member=member_id_of(user))

    def undecided(self) -> Self:
        """Requests that wait for the office."""
        return self.filter(status=CorrectionStatus.OPEN)


class CorrectionRequest(Versioned):
    """更正申请: what a person says is wrong in their record, and what should stand there.

    `field` is the name of a field of `Member`, or `OTHER`. `proposed` is what the field's form input would be sent.
    """

    MOVES = CORRECTION_MOVES
    AUDITED = ("member", "field", "status", "answer")
    SENSITIVE = ("proposed", "explanation")

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="corrections", verbose_name=_("申请人"))
    field = models.CharField(_("更正项目"), max_length=30)
    proposed = SecretField(_("应为"), max_length=500)
    explanation = SecretField(_("说明"), max_length=500)
    requested_on = models.DateField(_("申请日期"))
    status = models.CharField(
        _("状态"), max_length=10, choices=CorrectionStatus, default=CorrectionStatus.OPEN, editable=False
    )
    answer = models.CharField(_("答复"), max_length=200, blank=True)
    decided_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("办理人")
    )
    decided_on = models.DateField(_("办理日期"), null=True, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("更正申请")
        verbose_name_plural = verbose_name
        ordering = ["-requested_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "field"], condition=Q(status=CorrectionStatus.OPEN), name="one_open_correction"
            ),
            models.CheckConstraint(
                condition=Q(status=CorrectionStatus.OPEN, decided_on__isnull=True, decided_by__isnull=True)
                | (~Q(status=CorrectionStatus.OPEN) & Q(decided_on__isnull=False, decided_by__isnull=False)),
                name="correction_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status=CorrectionStatus.DECLINED) | ~Q(answer=""), name="declined_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return str(_("%(name)s申请更正%(what)s")) % {"name": self.member, "what": self.what}

    def get_absolute_url(self) -> str:
        """The request's page."""
        return reverse("members:correction-detail", args=[self.pk])

    @property
    def what(self) -> str:
        """The field as pages call it."""
        if self.field == OTHER:
            return str(_("其他资料"))
        field: Any = Member._meta.get_field(self.field)
        return str(field.verbose_name)

    @property
    def is_about_field(self) -> bool:
        """Whether granting it sets a field of the record."""
        return self.field != OTHER

    @property
    def proposal(self) -> Any:
        """What is proposed, as pages write a value of that field."""
        if not self.is_about_field:
            return ""
        field: Any = Member._meta.get_field(self.field)
        return dict(field.flatchoices).get(self.proposed) or field.to_python(self.proposed)

    @property
    def is_sensitive(self) -> bool:
        """Whether what is proposed is shown to nobody before they ask for it."""
        return self.field in Member.SENSITIVE

    @property
    def public_number(self) -> str:
        """What may be shown to anyone who is referred here."""
        return str(_("更正申请"))
