"""Public notices for those who work on them: the list, one of them, writing it, and its papers."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import NoticeStatus
from affairs.filters import PublicNoticeFilter
from affairs.forms import NamesForm, PublicNoticeForm, ReviewersForm
from affairs.models import Objection, PublicNotice
from affairs.papers import notice_paper, record_paper
from affairs.selectors import add_days_left, counting
from affairs.tables import PublicNoticeTable, notice_badge, objection_badge, result_badge
from unionoffice.attachments import attachments_of
from unionoffice.documents import Document, render_html
from unionoffice.figures import list_url
from unionoffice.pages import (
    Action,
    Badge,
    Crumb,
    EditPage,
    Fact,
    FormPage,
    ListPage,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
    asked_format,
)
from unionoffice.richtext import blocks_of

AREA = "affairs"


def notices_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("公示"), reverse("affairs:notice-list"))


def crumb_of(notice: PublicNotice) -> list[Crumb]:
    """The way back to one of them."""
    return [notices_crumb(), Crumb(str(notice), notice.get_absolute_url())]


class PublicNoticeListView(ListPage):
    """The notices that the user may see."""

    permission = permissions.opens_notice_list
    area = AREA
    title = _("公示")
    model = PublicNotice
    table = PublicNoticeTable
    filter_class = PublicNoticeFilter
    main_action = (_("起草公示"), "affairs:notice-draft", permissions.drafts_notices)
    other_actions = (
        (_("异议"), "affairs:objection-list", permissions.handles_objections),
        (_("审批"), "affairs:review", permissions.approves_disclosures),
    )


class PublicNoticeDetailView(RecordPage):
    """One notice: who is named, where it stands, what was objected and what came of it."""

    permission = permissions.opens_notice
    area = AREA
    model = PublicNotice
    select_related = ("department", "drafted_by", "submitted_by")
    steps = (
        Step(_("审批"), "affairs:notice-review", permissions.may_approve_notice),
        Step(_("提交审批"), "affairs:notice-submit", permissions.may_submit_notice),
        Step(_("填写结果"), "affairs:notice-conclude", permissions.may_conclude_notice),
        Step(_("登记文件"), "affairs:notice-document", permissions.may_document_notice),
        Step(_("修改"), "affairs:notice-mend", permissions.may_mend_notice, primary=False),
        Step(_("撤回修改"), "affairs:notice-recall", permissions.may_recall_notice, primary=False),
        Step(_("登记异议"), "affairs:objection-record", permissions.may_record_objection, primary=False),
        Step(_("延长公示"), "affairs:notice-extend", permissions.may_extend_notice, primary=False),
        Step(_("终止"), "affairs:notice-withdraw", permissions.may_withdraw_notice, primary=False),
    )

    def get_record(self) -> PublicNotice:
        """With the people, of whom nearly every rule asks."""
        record: PublicNotice = super().get_record()
        prefetch_related_objects([record], "candidates", "reviewers", "extensions")
        return record

    def get_crumbs(self) -> list[Crumb]:
        """To the list, for those who have one."""
        if permissions.opens_notice_list.test(self.request.user):
            return [notices_crumb()]
        return [Crumb(_("公开栏"), reverse("affairs:board"))]

    def get_badge(self) -> Badge:
        """Where it stands."""
        return notice_badge(self.record)

    def get_actions(self) -> list[Action]:
        """The steps, the way to the board, and the papers."""
        record, user, actions = self.record, self.request.user, super().get_actions()
        if PublicNotice.objects.readable_by(user).filter(pk=record.pk).exists():
            actions.append(Action(_("在公开栏查看"), record.get_board_url(), primary=False))
        actions.append(Action.to(_("公示文稿"), "affairs:notice-paper", record.pk, primary=False, download=True))
        if permissions.handles_notice.test(user, record) and record.posted_on:
            actions.append(Action.to(_("登记表"), "affairs:notice-record", record.pk, primary=False, download=True))
        if record.is_over and permissions.drafts_disclosures.test(user):
            url = list_url("affairs:disclosure-draft", source=f"{record._meta.label}:{record.pk}")
            actions.append(Action(_("起草公开"), url, primary=False))
        return actions

    def get_facts(self) -> list[Fact]:
        """What hangs there, and what came of it; how it came there only for those who work on it."""
        record = self.record
        facts = [
            Fact(_("编号"), record.public_number if record.number else ""),
            Fact(_("公示对象"), record.get_object_display()),
            Fact(_("公开事务"), record.get_sphere_display()),
            Fact(_("责任部门"), record.department),
            Fact(_("依据文件"), record.basis),
            Fact(_("公示期"), _("%(days)d个工作日") % {"days": record.days}),
            Fact(_("公示时间"), record.span),
            Fact(_("公示范围"), _("教职工和社会") if record.is_public else _("全体教职工")),
            Fact(_("异议受理"), f"{record.contact}，{record.contact_phone}，{record.contact_place}"),
        ]
        if record.concluded_on:
            facts += [Fact(_("结束日期"), record.concluded_on), Fact(_("结果"), result_badge(record.result))]
            facts.append(Fact(_("结论"), record.conclusion))
        if record.document_no:
            facts += [Fact(_("结果文号"), record.document_no), Fact(_("发文日期"), record.document_on)]
        if record.withdrawn_on:
            facts += [Fact(_("终止日期"), record.withdrawn_on), Fact(_("终止原因"), record.withdraw_reason)]
        if permissions.reads_notice_history.test(self.request.user, record):
            facts += [Fact(_("起草人"), record.drafted_by), Fact(_("审批人"), record.approver)]
            facts.append(Fact(_("姓名显示"), self.get_names_rule()))
        return facts

    def get_names_rule(self) -> str:
        """How others are shown the names."""
        record = self.record
        return _("教职工看到%(staff)s，社会看到%(outside)s") % {
            "staff": record.get_names_to_staff_display(),
            "outside": record.get_names_outside_display(),
        }

    def get_trail(self) -> Any:
        """Who did what with it is for those who work on it."""
        return super().get_trail() if permissions.reads_notice_history.test(self.request.user, self.record) else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the people, the review group, the days as they are counted, and the objections by right."""
        record, user = self.record, self.request.user
        objections = Objection.objects.visible_to(user).filter(notice=record).select_related("candidate")
        return super().get_context_data(
            **notice_parts(record, record.names_for(user), self.on),
            objections=[(one, objection_badge(one)) for one in objections.order_by("received_on", "id")],
            handles=permissions.handles_notice.test(user, record),
            may_mend=permissions.may_mend_notice.test(user, record),
            **kwargs,
        )


def notice_parts(notice: PublicNotice, names: Any, on: Any) -> dict[str, Any]:
    """What a page shows of a notice: on the board, in the preview before it, and on its record."""
    add_days_left([notice], on)
    people = list(notice.candidates.all())
    return {
        "notice": notice,
        "text": render_html(Document(title="", blocks=list(blocks_of(notice.text)))),
        "people": [(one, one.shown_name(names), result_badge(one.result)) for one in people],
        "files": attachments_of(notice).filter(sensitive=False),
        "result": result_badge(notice.result),
        "reviewers": list(notice.reviewers.all()),
        "extensions": list(notice.extensions.all()),
        "counted": counting(notice.posted_on, notice.ends_on) if notice.posted_on and notice.ends_on else None,
        "is_hanging": notice.status == NoticeStatus.POSTED,
    }


class DraftNoticeView(FormPage):
    """Beginning a notice; the people follow on the next page."""

    permission = permissions.drafts_notices
    area = AREA
    title = _("起草公示")
    form_class = PublicNoticeForm
    template_name = "affairs/notices/form.html"
    button = _("保存，去填名单")
    done = _("草稿已保存。请填写公示名单。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [notices_crumb()]

    def get_success_url(self, record: PublicNotice) -> str:
        """On to the people."""
        return reverse("affairs:notice-names", args=[record.pk])


class NoticeChange(TransitionPage):
    """Going on with a notice that is still its writer's."""

    permission, rule = permissions.opens_notice, permissions.may_mend_notice
    area = AREA
    model = PublicNotice
    template_name = "affairs/notices/form.html"

    def get_crumbs(self) -> list[Crumb]:
        """To the notice."""
        return crumb_of(self.record)


class MendNoticeView(NoticeChange, EditPage):
    """The text once more."""

    title = _("修改公示")
    form_class = PublicNoticeForm
    done = _("已保存。核对后提交审批。")


class NameCandidatesView(NoticeChange):
    """Who is named."""

    title = _("公示名单")
    form_class = NamesForm
    button = _("保存名单")
    done = _("名单已保存。")


class NameReviewersView(NoticeChange):
    """Who reviewed them."""

    title = _("评审小组")
    form_class = ReviewersForm
    button = _("保存评审小组")
    done = _("评审小组已保存。")


class NoticePaperView(PaperPage):
    """The notice as it is hung in the glass case: PDF, or Word with `?format=docx`."""

    permission = permissions.opens_notice
    model = PublicNotice

    def get_format(self) -> str:
        """As asked for."""
        return asked_format(self.request)

    def get_document(self) -> Document:
        """The paper's tree."""
        return notice_paper(self.record)


class NoticeRecordView(NoticePaperView):
    """The sheet for the file, with every name and every objection: for those who look into them."""

    permission, rule = permissions.handles_objections, permissions.handles_notice

    def get_document(self) -> Document:
        """The paper's tree."""
        notice = self.record
        objections = notice.objections.select_related("candidate").order_by("received_on", "id")
        counted = counting(notice.posted_on, notice.ends_on) if notice.posted_on else None
        return record_paper(notice, list(objections), counted)
