"""议题: what a session is called for, agreed on by Party organisation, administration and union."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.enums import Side
from congress.models.sessions import Session
from congress.models.terms import OpenToStaff
from congress.permissions import reads_preparation
from unionoffice.versions import Versioned


class TopicQuerySet(OpenToStaff):
    """Topics, which the staff may read once all three sides agreed on them."""

    def visible_to(self, user: Any) -> Self:
        """All for those who prepare the session; for the staff those of sessions whose topics are settled."""
        if reads_preparation.test(user):
            return self
        settled = TopicAgreement.objects.filter(session=OuterRef("session"))
        return super().visible_to(user).filter(*(Exists(settled.filter(side=side)) for side in Side))


class Topic(Versioned):
    """A topic of a session, and which side put it forward."""

    AUDITED = ("session", "place", "title", "proposed_by", "note")

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="topics", verbose_name=_("会议"), editable=False
    )
    place = models.PositiveSmallIntegerField(_("次序"), default=0)
    title = models.CharField(_("议题"), max_length=120)
    proposed_by = models.CharField(_("提出方"), max_length=14, choices=Side)
    note = models.CharField(_("说明"), max_length=200, blank=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("议题")
        verbose_name_plural = verbose_name
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "title"], name="one_topic_of_a_title"),
            models.CheckConstraint(condition=~Q(title=""), name="topic_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Among the topics of its session."""
        return f"{reverse('congress:session-detail', args=[self.session_id])}#topics"


class TopicAgreement(models.Model):
    """One side agreed to the topics of a session on a day, perhaps at a meeting of its own."""

    AUDITED = ("session", "side", "agreed_on", "note")

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("会议"))
    side = models.CharField(_("商定方"), max_length=14, choices=Side)
    agreed_on = models.DateField(_("同意日期"))
    note = models.CharField(_("说明"), max_length=100, blank=True)

    objects = OpenToStaff.as_manager()

    class Meta:
        verbose_name = _("议题商定")
        verbose_name_plural = verbose_name
        ordering = ["agreed_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["session", "side"], name="one_agreement_a_side")]

    def __str__(self) -> str:
        return f"{self.session}{self.get_side_display()}"

    def get_absolute_url(self) -> str:
        """Among the topics of its session."""
        return f"{reverse('congress:session-detail', args=[self.session_id])}#topics"
