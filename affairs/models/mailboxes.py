"""校长信箱、意见箱: where people can write to, and when a box on the wall was emptied."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from affairs.enums import MailboxKind, Reach
from affairs.permissions import MAILBOX_ROLES, keeps_mailboxes
from members.models import Member
from unionoffice.roles import Role, roles_of
from unionoffice.versions import Versioned


class MailboxQuerySet(models.QuerySet["Mailbox"]):
    """Questions asked of mailboxes."""

    def visible_to(self, user: Any) -> Self:
        """All for those who set them up; for others those in use that are meant for them, and the ones they keep."""
        if keeps_mailboxes.test(user):
            return self
        meant = Q(pk__in=self.model.objects.in_use(timezone.localdate()))
        if not user.is_authenticated:
            return self.filter(meant, writers=Reach.PUBLIC)
        return self.filter(meant | kept_by(user))

    def in_use(self, on: date) -> Self:
        """Those that hang, ring or take letters on a day."""
        return self.filter(Q(in_use_to__isnull=True) | Q(in_use_to__gte=on), in_use_from__lte=on)

    def in_use_within(self, start: date, end: date) -> Self:
        """Those that were in use on any day of a time."""
        return self.filter(Q(in_use_to__isnull=True) | Q(in_use_to__gte=start), in_use_from__lte=end)


def kept_by(user: Any, prefix: str = "") -> Q:
    """The mailboxes whose letters are for this user, seen from a model that reaches them through `prefix`."""
    kept = Q(**{f"{prefix}keeper__isnull": True, f"{prefix}role__in": sorted(roles_of(user))})
    if getattr(user, "member_id", None) is not None:
        kept |= Q(**{f"{prefix}keeper": user.member_id})
    return kept


class Mailbox(Versioned):
    """信箱: a page that takes letters, a box on a wall, or numbers to call; and who answers.

    It belongs to a role, so that the letters go to the next principal with the office, or to one person. Without a
    first day it isn't in use yet.
    """

    AUDITED = (
        "name",
        "kind",
        "role",
        "keeper",
        "place",
        "phones",
        "opening_days",
        "takes_letters_here",
        "writers",
        "in_use_from",
        "in_use_to",
    )

    name = models.CharField(_("名称"), max_length=40)
    kind = models.CharField(_("形式"), max_length=10, choices=MailboxKind)
    role = models.CharField(
        _("由谁答复"), max_length=30, blank=True, choices=[(role.value, role.label) for role in MAILBOX_ROLES]
    )
    keeper = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("指定答复人")
    )
    place = models.CharField(_("挂设地点"), max_length=60, blank=True)
    phones = models.TextField(_("公布的电话"), max_length=500, blank=True)
    opening_days = models.CharField(_("开箱安排"), max_length=60, blank=True)
    takes_letters_here = models.BooleanField(_("可以在网上写信"), default=True)
    writers = models.CharField(_("谁可以写信"), max_length=10, choices=Reach, default=Reach.STAFF)
    in_use_from = models.DateField(_("启用日期"), null=True, blank=True)
    in_use_to = models.DateField(_("停用日期"), null=True, blank=True)

    objects = MailboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("信箱")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(keeper__isnull=True) & ~Q(role="")) | Q(keeper__isnull=False, role=""),
                name="mailbox_of_a_role_or_a_person",
            ),
            models.CheckConstraint(
                condition=~Q(kind=MailboxKind.HUNG) | ~Q(place=""), name="hung_mailbox_has_its_place"
            ),
            models.CheckConstraint(
                condition=~Q(kind=MailboxKind.PHONE) | ~Q(phones=""), name="posted_phones_are_told"
            ),
            models.CheckConstraint(
                condition=~Q(kind=MailboxKind.ONLINE) | Q(takes_letters_here=True), name="page_takes_letters"
            ),
            models.CheckConstraint(
                condition=Q(in_use_to__isnull=True)
                | Q(in_use_from__isnull=False, in_use_to__gte=models.F("in_use_from")),
                name="mailbox_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Where it is set up."""
        return reverse("affairs:mailbox-detail", args=[self.pk])

    def is_in_use(self, on: date) -> bool:
        """Whether it hangs, rings or takes letters on a day."""
        begun = self.in_use_from is not None and self.in_use_from <= on
        return begun and (self.in_use_to is None or on <= self.in_use_to)

    @property
    def phone_lines(self) -> list[str]:
        """Each number with whose it is, as it was typed: one a line."""
        return [line.strip() for line in self.phones.splitlines() if line.strip()]

    @property
    def answered_by(self) -> str:
        """校长, or the name of the one person."""
        return str(Role(self.role).label) if self.role else str(self.keeper)


class BoxOpeningQuerySet(models.QuerySet["BoxOpening"]):
    """Questions asked of openings."""

    def visible_to(self, user: Any) -> Self:
        """With their mailbox, for those who set it up or keep it."""
        return self if keeps_mailboxes.test(user) else self.filter(kept_by(user, "mailbox__"))


class BoxOpening(models.Model):
    """开箱: two people emptied a box on the wall, and found so many letters in it, often none."""

    AUDITED = ("mailbox", "opened_on", "opener", "witness", "found")

    mailbox = models.ForeignKey(Mailbox, on_delete=models.PROTECT, related_name="openings", verbose_name=_("信箱"))
    opened_on = models.DateField(_("开箱日期"))
    opener = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("开箱人"))
    witness = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("监督人"))
    found = models.PositiveSmallIntegerField(_("信件数"))

    objects = BoxOpeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("开箱记录")
        verbose_name_plural = verbose_name
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["mailbox", "opened_on"], name="one_opening_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.mailbox} {self.opened_on}"
