"""异议: what somebody holds against a public notice, named or not, and what looking into it showed."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import UPHELD, Finding, ObjectionWay, Sphere
from affairs.models.notice_people import NoticeCandidate
from affairs.models.public_notices import PublicNotice
from affairs.permissions import (
    handles_objections,
    handles_union_objections,
    may_add_evidence,
    reads_objection_files,
)
from unionoffice.attachments import AttachmentRules
from unionoffice.untraceable import Untraceable


class ObjectionQuerySet(models.QuerySet["Objection"]):
    """Questions asked of objections."""

    def visible_to(self, user: Any) -> Self:
        """For those who look into them, but none of a notice that names them; and for who filed it by name."""
        if not user.is_authenticated:
            return self.none()
        own = Q(filed_by=user)
        if not handles_objections.test(user):
            return self.filter(own)
        named = NoticeCandidate.objects.filter(member__isnull=False, member=user.member_id)
        sees_union = handles_union_objections.test(user)
        if sees_union and not named.exists():
            return self
        theirs = Q() if sees_union else Q(notice__sphere=Sphere.SCHOOL)
        return self.filter(own | theirs & ~Q(notice__in=named.values("notice")))

    def waiting(self) -> Self:
        """Without a finding."""
        return self.filter(handled_on__isnull=True)

    def upheld(self) -> Self:
        """Found true, or true in part."""
        return self.filter(finding__in=UPHELD)


class Objection(Untraceable):
    """异议. An anonymous one keeps nothing of who wrote it: no account, no name, no file, no time but the day.

    Therefore all of them have keys drawn at random and no history of their own: that one was recorded or settled
    stands in the history of the notice, never who objected.
    """

    UNAUDITED = "An anonymous objection must not be traced; the history of the notice says what was done about it."
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(
        may_add=may_add_evidence, reads_sensitive=reads_objection_files, all_sensitive=True, title=_("证明材料")
    )

    notice = models.ForeignKey(
        PublicNotice, on_delete=models.PROTECT, related_name="objections", verbose_name=_("公示")
    )
    candidate = models.ForeignKey(
        NoticeCandidate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="objections",
        verbose_name=_("针对谁"),
    )
    text = models.TextField(_("异议内容"), max_length=2000)
    way = models.CharField(_("提出方式"), max_length=10, choices=ObjectionWay, default=ObjectionWay.ONLINE)
    is_anonymous = models.BooleanField(_("匿名"), default=False)
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("提出账号"),
    )
    name = models.CharField(_("提出人"), max_length=60, blank=True)
    contact = models.CharField(_("联系方式"), max_length=60, blank=True)
    received_on = models.DateField(_("提出日期"))
    code_digest = models.CharField(_("查询码摘要"), max_length=64, blank=True, editable=False)
    finding = models.CharField(_("认定"), max_length=14, choices=Finding, blank=True, editable=False)
    finding_text = models.TextField(_("认定说明"), max_length=1000, blank=True, editable=False)
    reply = models.TextField(_("答复"), max_length=1000, blank=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("处理人"),
        editable=False,
    )
    handled_on = models.DateField(_("处理日期"), null=True, editable=False)

    objects = ObjectionQuerySet.as_manager()

    class Meta(Untraceable.Meta):
        verbose_name = _("异议")
        verbose_name_plural = verbose_name
        constraints = [
            models.CheckConstraint(
                condition=Q(is_anonymous=True, filed_by__isnull=True, name="", contact="")
                | (Q(is_anonymous=False, code_digest="") & ~Q(name="")),
                name="objection_anonymous_or_signed",
            ),
            models.CheckConstraint(
                condition=(
                    Q(finding__in=Finding.values, handled_on__isnull=False, handled_by__isnull=False)
                    & ~Q(finding_text="")
                )
                | Q(finding="", finding_text="", reply="", handled_on__isnull=True, handled_by__isnull=True),
                name="objection_settled_with_a_finding",
            ),
            models.CheckConstraint(
                condition=Q(handled_on__isnull=True) | Q(handled_on__gte=models.F("received_on")),
                name="objection_settled_after_it_came",
            ),
            models.UniqueConstraint(
                fields=["code_digest"], condition=~Q(code_digest=""), name="one_objection_a_code"
            ),
        ]

    def __str__(self) -> str:
        return _("对“%(title)s”的异议") % {"title": self.notice.title}

    def get_absolute_url(self) -> str:
        """Its page, for those who look into it and for who filed it by name."""
        return reverse("affairs:objection-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """All that is said of it to those who may not see it."""
        return _("%(notice)s的异议") % {"notice": self.notice.public_number}

    @property
    def is_waiting(self) -> bool:
        """Whether it wants a finding."""
        return self.handled_on is None

    @property
    def is_upheld(self) -> bool:
        """Whether it was found true, or true in part."""
        return self.finding in UPHELD

    @property
    def author(self) -> str:
        """Who brought it up, for those who look into it."""
        return str(_("匿名")) if self.is_anonymous else self.name
