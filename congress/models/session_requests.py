"""临时会议提议: who asks for a session between the ordinary ones, and why."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.enums import REQUEST_MOVES, Asker, RequestStatus
from congress.models.sessions import Session
from congress.models.terms import OpenToStaff, Term
from congress.permissions import oversees
from members.models import Member
from members.permissions import member_id_of
from unionoffice.days import in_full
from unionoffice.versions import Versioned


class SessionRequest(Versioned):
    """A request for an extraordinary session.

    Of delegates a third is needed: `count` asked, of `voters` who had a vote on that day. Their names are kept where
    they are known.
    """

    MOVES = REQUEST_MOVES
    AUDITED = ("term", "asked_by", "asked_on", "reason", "count", "voters", "status", "session", "answer")

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="requests", verbose_name=_("届"))
    asked_by = models.CharField(_("提议方"), max_length=10, choices=Asker)
    asked_on = models.DateField(_("提议日期"))
    reason = models.CharField(_("事由"), max_length=300)
    count = models.PositiveIntegerField(_("联名代表人数"), null=True, blank=True)
    voters = models.PositiveIntegerField(_("当日正式代表人数"), null=True, editable=False)
    status = models.CharField(
        _("状态"), max_length=10, choices=RequestStatus, default=RequestStatus.WAITING, editable=False
    )
    session = models.OneToOneField(
        Session, on_delete=models.PROTECT, null=True, editable=False, related_name="request", verbose_name=_("会议")
    )
    answer = models.CharField(_("撤回原因"), max_length=200, blank=True, editable=False)

    objects = OpenToStaff.as_manager()

    class Meta:
        verbose_name = _("临时会议提议")
        verbose_name_plural = verbose_name
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_by=Asker.DELEGATES, count__isnull=False, voters__isnull=False)
                | (~Q(asked_by=Asker.DELEGATES) & Q(count__isnull=True, voters__isnull=True)),
                name="delegates_who_ask_are_counted",
            ),
            models.CheckConstraint(
                condition=Q(status=RequestStatus.CALLED, session__isnull=False)
                | (~Q(status=RequestStatus.CALLED) & Q(session__isnull=True)),
                name="request_called_with_its_session",
            ),
            models.CheckConstraint(
                condition=~Q(status=RequestStatus.WITHDRAWN) | ~Q(answer=""), name="request_withdrawn_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_asked_by_display()}{in_full(self.asked_on)}提议召开临时会议"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("congress:session-request-detail", args=[self.pk])


class RequestSignerQuerySet(models.QuerySet["RequestSigner"]):
    """Questions asked of signers."""

    def visible_to(self, user: Any) -> Self:
        """All for those who oversee the congress and settle what is asked; of a request that somebody signed, to
        them too, whom they signed with. Others are told how many there are.
        """
        if oversees.test(user):
            return self
        mine = member_id_of(user)
        return self.filter(request__signers__member=mine) if mine is not None else self.none()


class RequestSigner(models.Model):
    """A delegate whose name stands under a request."""

    AUDITED = ("request", "member")

    request = models.ForeignKey(
        SessionRequest, on_delete=models.PROTECT, related_name="signers", verbose_name=_("提议")
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("教职工"))

    objects = RequestSignerQuerySet.as_manager()

    class Meta:
        verbose_name = _("联名代表")
        verbose_name_plural = verbose_name
        ordering = ["member__pinyin", "pk"]
        constraints = [models.UniqueConstraint(fields=["request", "member"], name="signs_a_request_once")]

    def __str__(self) -> str:
        return f"{self.request} {self.member}"
