"""会议纪要 of a session: drafted from what was recorded, confirmed, and unchanged from then on."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.enums import MINUTES_MOVES, MinutesStatus
from congress.models.sessions import Session
from congress.permissions import is_staff, reads_drafted_minutes
from unionoffice.refusal import Refused
from unionoffice.richtext import RichTextField
from unionoffice.versions import Versioned

FROZEN = _("会议纪要已经确认，不能修改或删除。")


class SessionMinutesQuerySet(models.QuerySet["SessionMinutes"]):
    """Questions asked of minutes."""

    def visible_to(self, user: Any) -> Self:
        """Confirmed ones for everybody who works here, drafts for those who write and confirm them."""
        if reads_drafted_minutes.test(user):
            return self
        return self.filter(status=MinutesStatus.CONFIRMED) if is_staff.test(user) else self.none()

    def update(self, **fields: Any) -> int:
        """Refused where it would change confirmed minutes."""
        if self.filter(status=MinutesStatus.CONFIRMED).exists():
            raise Refused(str(FROZEN))
        return super().update(**fields)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused for what is confirmed."""
        if self.filter(status=MinutesStatus.CONFIRMED).exists():
            raise Refused(str(FROZEN))
        return super().delete()


class SessionMinutes(Versioned):
    """会议纪要. Once they are confirmed, the agenda and the resolutions of the session are closed too."""

    MOVES = MINUTES_MOVES
    AUDITED = ("status", "session", "confirmed_by", "confirmed_on")
    SENSITIVE = ("text",)

    session = models.OneToOneField(
        Session, on_delete=models.PROTECT, related_name="minutes", verbose_name=_("会议"), editable=False
    )
    status = models.CharField(
        _("状态"), max_length=10, choices=MinutesStatus, default=MinutesStatus.DRAFT, editable=False
    )
    text = RichTextField(_("纪要正文"), max_length=30_000)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("确认人"),
        editable=False,
    )
    confirmed_on = models.DateField(_("确认日期"), null=True, editable=False)

    objects = SessionMinutesQuerySet.as_manager()

    class Meta:
        verbose_name = _("教代会纪要")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=MinutesStatus.CONFIRMED, confirmed_by__isnull=False, confirmed_on__isnull=False)
                | Q(status=MinutesStatus.DRAFT, confirmed_by__isnull=True, confirmed_on__isnull=True),
                name="session_minutes_confirmed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session.printed_name}{_('纪要')}"

    def get_absolute_url(self) -> str:
        """The page on which they are read."""
        return reverse("congress:minutes-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """All that is said of them to those who may not see them."""
        return str(self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refused where they are confirmed."""
        confirmed = SessionMinutes.objects.filter(pk=self.pk, status=MinutesStatus.CONFIRMED)
        if not self._state.adding and confirmed.exists():
            raise Refused(str(FROZEN))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused where they are confirmed."""
        if self.status == MinutesStatus.CONFIRMED:
            raise Refused(str(FROZEN))
        return super().delete(*args, **kwargs)
