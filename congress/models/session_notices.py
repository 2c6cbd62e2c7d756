"""召开通知 and 提案征集通知: what is made known before a session."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs.enums import Category
from affairs.models import DisclosureDraft
from congress.enums import SESSION_NOTICE_MOVES, Body, SessionNoticeKind, SessionNoticeStatus
from congress.models.sessions import Session
from congress.models.terms import OpenToStaff
from congress.models.topics import Topic
from congress.permissions import reads_preparation
from unionoffice.days import in_short, span_in_full
from unionoffice.richtext import RichTextField, plain
from unionoffice.versions import Versioned


class SessionNoticeQuerySet(OpenToStaff):
    """Notices, which the staff read once they went out."""

    def visible_to(self, user: Any) -> Self:
        """All for those who prepare sessions; what was issued for the staff."""
        if reads_preparation.test(user):
            return self
        return super().visible_to(user).filter(status=SessionNoticeStatus.ISSUED)


class SessionNotice(Versioned):
    """A notice of a session: what follows from the session's own record, and what is said beside."""

    MOVES = SESSION_NOTICE_MOVES
    AUDITED = ("session", "kind", "status", "text", "issued_on", "issued_by", "late_reason")

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="notices", verbose_name=_("会议"), editable=False
    )
    kind = models.CharField(_("通知种类"), max_length=8, choices=SessionNoticeKind, editable=False)
    status = models.CharField(
        _("状态"),
        max_length=8,
        choices=SessionNoticeStatus,
        default=SessionNoticeStatus.DRAFT,
        editable=False,
    )
    text = RichTextField(_("补充说明"), max_length=5000, blank=True)
    issued_on = models.DateField(_("发出日期"), null=True, editable=False)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("发出人"),
    )
    late_reason = models.CharField(_("迟发原因"), max_length=200, blank=True, editable=False)

    objects = SessionNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("会议通知")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "kind"], name="one_notice_of_a_kind"),
            models.CheckConstraint(
                condition=Q(status=SessionNoticeStatus.ISSUED, issued_on__isnull=False, issued_by__isnull=False)
                | Q(status=SessionNoticeStatus.DRAFT, issued_on__isnull=True, issued_by__isnull=True),
                name="session_notice_issued_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(late_reason="") | Q(issued_on__isnull=False), name="late_reason_of_an_issued_notice"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session}{self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("congress:session-notice-detail", args=[self.pk])

    @property
    def title(self) -> str:
        """As its paper and the board name it."""
        words = {"session": self.session.joint_name}
        if self.kind == SessionNoticeKind.CALL:
            return _t("关于征集%(session)s提案的通知") % words
        return _t("关于召开%(session)s的通知") % words

    @property
    def addressees(self) -> str:
        """Whom it is written to."""
        if self.kind == SessionNoticeKind.CALL:
            return _t("各代表团、全体教职工")
        term = self.session.term
        return _t("各位代表") if term.has_delegates else _t("全体%(people)s") % {"people": term.voters_named}

    @property
    def opening(self) -> str:
        """The sentence that says what it is about."""
        session = self.session
        words = {"session": session.joint_name, "when": session.when, "call": self._call}
        if self.kind == SessionNoticeKind.CALL:
            return _t("%(session)s定于%(when)s召开。现面向全体教职工征集提案，征集时间为%(call)s。") % words
        if session.term.body == Body.UNION and session.partner is None:
            return _t("经工会委员会研究决定，%(session)s定于%(when)s召开。现将有关事项通知如下。") % words
        return _t("经党组织、行政、工会商定，%(session)s定于%(when)s召开。现将有关事项通知如下。") % words

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Label and value of each line, without those of which nothing is known."""
        session = self.session
        if self.kind == SessionNoticeKind.CALL:
            return [(_t("会议主题"), session.theme)] if session.theme else []
        lines = [
            (_t("会议主题"), session.theme),
            (_t("会议时间"), session.when),
            (_t("会议安排"), self._hours),
            (_t("会议地点"), session.place),
            (_t("参加人员"), self._expected),
        ]
        return [(label, value) for label, value in lines if value]

    @property
    def closing(self) -> list[str]:
        """What is asked of those who read it."""
        if self.kind == SessionNoticeKind.CALL:
            return [
                _t("提案一事一案，写明案由和建议。教职工都可以在工会办公系统填写，由代表领衔、其他代表附议后提交。"),
                _t("逾期提交的，按意见建议办理。"),
            ]
        call = _t("提案征集时间为%(call)s，请在工会办公系统提交。") % {"call": self._call}
        asked = _t("请准时参加。因故不能到会的，请提前请假，并说明事由。")
        return [call, asked] if self.session.call_from else [asked]

    @property
    def _call(self) -> str:
        session = self.session
        first, last = session.call_from, session.call_to
        return span_in_full(first, last) if first and last else ""

    @property
    def _hours(self) -> str:
        """When each sitting begins and ends: what people come by."""
        timed = self.session.sittings.exclude(starts_at=None).order_by("day", "starts_at", "number")
        return "；".join(f"{in_short(one.day)}{one.hours}{one.title}" for one in timed)

    @property
    def _expected(self) -> str:
        together = [one.term for one in (self.session, self.session.partner) if one is not None]
        together.sort(key=lambda term: term.body != Body.STAFF)
        expected = [_t("全体%(people)s") % {"people": term.voters_named} for term in together]
        if any(term.has_delegates for term in together):
            expected.append(_t("列席代表和特邀代表"))
        return "、".join(expected)

    def as_disclosure(self) -> DisclosureDraft:
        """What went out, as the board shows it; nothing of a draft."""
        if self.status != SessionNoticeStatus.ISSUED:
            return DisclosureDraft(title=self.title, body="")
        facts = [f"{label}：{value}" for label, value in self.facts]
        topics = [f"{number}. {topic.title}" for number, topic in enumerate(self.topics, start=1)]
        headed = [_t("会议议题："), *topics] if topics else []
        text = [plain(self.text)] if self.text else []
        return DisclosureDraft(
            title=self.title,
            body="\n".join([self.opening, *facts, *headed, *text, *self.closing]),
            category=Category.ORGANISATION,
        )

    @property
    def topics(self) -> list[Topic]:
        """The topics that a notice of the session tells; a call for proposals tells none."""
        return list(self.session.topics.all()) if self.kind == SessionNoticeKind.NOTICE else []
