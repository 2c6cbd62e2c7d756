"""Pages of the notices of a session."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs.permissions import drafts_disclosures
from congress import permissions
from congress.enums import SessionNoticeKind, SessionNoticeStatus
from congress.forms.session_notices import IssueNoticeForm, SessionNoticeForm
from congress.models import Session, SessionNotice
from congress.papers.session_notices import session_notice_paper
from congress.selectors import latest_day_for, told_by
from congress.views.about_sessions import AboutPrepared, AddToSession
from congress.views.records import AREA, session_crumbs
from unionoffice.days import in_full
from unionoffice.documents import render_html
from unionoffice.pages import Action, Badge, Crumb, Fact, RecordPage, Step, label_of, paper_response
from unionoffice.tones import Tone

TONES = {SessionNoticeStatus.DRAFT: Tone.WAITS, SessionNoticeStatus.ISSUED: Tone.DONE}


def notice_badge(notice: SessionNotice) -> Badge:
    """Whether it went out."""
    status = SessionNoticeStatus(notice.status)
    return Badge(label_of(SessionNoticeStatus, status), TONES[status])


def session_notices(request: HttpRequest, session: Session, on: date) -> dict[str, Any] | None:
    """The part of a session's page with what is made known of it, and until when."""
    found = SessionNotice.objects.visible_to(request.user).filter(session=session)
    notices = {notice.kind: notice for notice in found}
    keeps = permissions.may_prepare.test(request.user, session)
    if not (notices or keeps):
        return None
    kinds = [kind for kind in SessionNoticeKind if kind in notices or (keeps and _is_due(session, kind))]
    lines = [_line(session, kind, notices.get(kind), on) for kind in kinds]
    return {"lines": lines, "keeps": keeps}


def _is_due(session: Session, kind: SessionNoticeKind) -> bool:
    """A call is made known where there is one."""
    return kind == SessionNoticeKind.NOTICE or session.call_from is not None


def _line(session: Session, kind: SessionNoticeKind, notice: SessionNotice | None, on: date) -> dict[str, Any]:
    latest = latest_day_for(SessionNotice(session=session, kind=kind))
    return {
        "kind": kind.value,
        "label": kind.label,
        "notice": notice,
        "badge": notice_badge(notice) if notice else None,
        "latest": latest,
        "is_late": latest < on and (notice is None or notice.status == SessionNoticeStatus.DRAFT),
    }


class SessionNoticeDetailView(RecordPage):
    """One notice, as its paper says it."""

    permission = permissions.is_staff
    area = AREA
    model = SessionNotice
    select_related = ("session__term", "session__joint_with__term", "session__joined_by__term", "issued_by")
    steps = (
        Step(_("发出通知"), "congress:session-notice-issue", permissions.may_issue_notice),
        Step(_("修改补充说明"), "congress:session-notice-update", permissions.may_mend_notice, primary=False),
    )

    def get_title(self) -> str:
        """As its paper is headed."""
        return self.record.title

    def get_badge(self) -> Badge:
        """Whether it went out."""
        return notice_badge(self.record)

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.record.session)

    def get_facts(self) -> list[Fact]:
        """When it goes out at the latest, and when it did."""
        notice = self.record
        facts = [Fact(_("最迟发出日期"), latest_day_for(notice))]
        if notice.issued_on:
            early = (notice.session.starts_on - notice.issued_on).days
            facts += [
                Fact(_("发出日期"), notice.issued_on),
                Fact(_("提前天数"), f"{early}天"),
                Fact(_("发出人"), notice.issued_by),
            ]
        return [*facts, Fact(_("迟发原因"), notice.late_reason)] if notice.late_reason else facts

    def get_actions(self) -> list[Action]:
        """Its papers, and the board once it went out."""
        notice = self.record
        actions = super().get_actions()
        if notice.status == SessionNoticeStatus.ISSUED and drafts_disclosures.test(self.request.user):
            url = f"{reverse('affairs:disclosure-draft')}?source={SessionNotice._meta.label}:{notice.pk}"
            actions.append(Action(str(_("起草公开")), url))
        papers = ((_("通知 PDF"), "pdf"), (_("通知 Word"), "docx"))
        return actions + [
            Action.to(str(label), "congress:session-notice-paper", notice.pk, form, primary=False, download=True)
            for label, form in papers
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the text of the paper."""
        paper = session_notice_paper(self.record, self.on)
        return super().get_context_data(paper=render_html(paper), **kwargs)

    def get_template_names(self) -> list[str]:
        """With the others of its family."""
        return ["congress/sessions/notice.html"]


class SessionNoticePaperView(SessionNoticeDetailView):
    """The same on paper."""

    def get(self, _request: HttpRequest, *_args: Any, **kwargs: Any) -> HttpResponse:
        """As PDF or Word."""
        if kwargs["format"] not in ("pdf", "docx"):
            raise Http404
        return paper_response(session_notice_paper(self.get_record(), self.on), kwargs["format"])


class DraftSessionNoticeView(AddToSession):
    """A new notice."""

    title = _("起草会议通知")
    adds = SessionNotice
    form_class = SessionNoticeForm
    button = _("生成通知")
    done = _("通知已生成，请核对后发出。")

    def prepare(self) -> None:
        """The kind of the address has to be one."""
        if self.kwargs["kind"] not in SessionNoticeKind.values:
            raise Http404
        super().prepare()

    def get_title(self) -> str:
        """Which notice of which session."""
        return f"{SessionNoticeKind(self.kwargs['kind']).label}：{self.record}"

    def get_form_kwargs(self) -> dict[str, Any]:
        """And of which kind."""
        return {"instance": SessionNotice(session=self.record, kind=self.kwargs["kind"])}


class MendSessionNoticeView(AboutPrepared):
    """Other words before it goes out."""

    rule = permissions.may_mend_notice
    title = _("修改会议通知")
    model = SessionNotice
    form_class = SessionNoticeForm


class IssueSessionNoticeView(AboutPrepared):
    """Sending it out."""

    rule = permissions.may_issue_notice
    title = _("发出会议通知")
    model = SessionNotice
    template_name = "office/transition.html"
    form_class = IssueNoticeForm
    button = _("发出通知")
    done = _("通知已发出。还可以起草公开，张贴到公开栏。")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form is about the record."""
        return {"record": self.record}

    def get_crumbs(self) -> list[Crumb]:
        """To the session and the notice."""
        notice = self.record
        return [*super().get_crumbs(), Crumb(notice.get_kind_display(), notice.get_absolute_url())]

    def get_question(self) -> str:
        """How many it reaches, and whether it is in time."""
        notice, latest = self.record, latest_day_for(self.record)
        words = {"n": told_by(notice, self.on).count(), "day": in_full(latest)}
        if self.on > latest:
            return _t("按规定应在%(day)s前发出，现在已经迟了。通知将发给%(n)d人，发出后不能修改。") % words
        return _t("通知将发给%(n)d人，发出后不能修改。按规定最迟%(day)s发出，现在来得及。") % words
