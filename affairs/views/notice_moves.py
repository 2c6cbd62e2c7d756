"""Moves of one public notice, each asked before it is made; the approver's page among them."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import NameShown, NoticeStatus, Sphere
from affairs.forms import (
    ConcludeNoticeForm,
    DocumentNoticeForm,
    ExtendNoticeForm,
    RecallNoticeForm,
    ReviewNoticeForm,
    SubmitNoticeForm,
    WithdrawNoticeForm,
)
from affairs.models import Objection, PublicNotice
from affairs.selectors import counting
from affairs.views.public_notices import AREA, crumb_of, notice_parts
from affairs.views.review import queue_crumb
from unionoffice.days import in_short
from unionoffice.pages import Crumb, TransitionPage
from unionoffice.workdays import add_workdays


class NoticeMove(TransitionPage):
    """A move of one notice; who may make it depends on the notice, so the page itself is open to staff."""

    permission = permissions.opens_notice
    area = AREA
    model = PublicNotice
    done = _("已办理。")

    def get_crumbs(self) -> list[Crumb]:
        """To the notice."""
        return crumb_of(self.record)


class SubmitNoticeView(NoticeMove):
    """The writer hands it in."""

    rule = permissions.may_submit_notice
    title, button = _("提交审批"), _("提交审批")
    form_class = SubmitNoticeForm
    done = _("已提交，审批人会收到通知。")

    def get_question(self) -> str:
        """Who will read it, how many are named, and until when it would hang."""
        record = self.record
        person = str(_("校长")) if record.sphere == Sphere.SCHOOL else str(_("工会主席"))
        sentence = str(
            _("提交后由%(person)s审批，批准后立即公示%(people)d人，公示%(days)d个工作日。今天批准的，到%(day)s结束。")
        )
        return sentence % {
            "person": person,
            "people": record.candidates.count(),
            "days": record.days,
            "day": in_short(add_workdays(self.on, record.days)),
        }


class RecallNoticeView(NoticeMove):
    """The writer goes on writing."""

    rule = permissions.may_recall_notice
    title, button = _("撤回修改"), _("撤回修改")
    question = _("撤回后回到草稿，改好再提交。")
    form_class = RecallNoticeForm


class ExtendNoticeView(NoticeMove):
    """It hangs for longer."""

    rule = permissions.may_extend_notice
    title, button = _("延长公示"), _("延长公示")
    form_class = ExtendNoticeForm
    done = _("已延长，公开栏上显示新的截止日期。")

    def get_question(self) -> str:
        """Until when it hangs now."""
        day = in_short(self.record.ends_on)
        sentence = _("现在到%(day)s结束。延长的日子从那天之后起算，已经到期的从今天之后起算；原因随公示显示。")
        return sentence % {"day": day}


class WithdrawNoticeView(NoticeMove):
    """It ends without a result."""

    rule = permissions.may_withdraw_notice
    title, button = _("终止公示"), _("终止公示")
    form_class = WithdrawNoticeForm

    def get_question(self) -> str:
        """What becomes of it."""
        if self.record.posted_on is None:
            return str(_("终止后不再公示，记录保留，不能恢复。"))
        return str(_("终止后没有结果，不能恢复。公开栏上会显示“已终止”和原因。"))


class DocumentNoticeView(NoticeMove):
    """The document that followed."""

    rule = permissions.may_document_notice
    title, button = _("登记文件"), _("登记")
    question = _("登记根据公示结果下发的文件。文件本身可以作为附件上传。")
    form_class = DocumentNoticeForm
    done = _("文件已登记。")


class ConcludeNoticeView(NoticeMove):
    """A result for everybody."""

    rule = permissions.may_conclude_notice
    title, button = _("填写结果"), _("公布结果")
    form_class = ConcludeNoticeForm
    template_name = "affairs/notices/conclude.html"
    done = _("公示已结束，结果已在公开栏公布。")

    def get_question(self) -> str:
        """What will be read."""
        return str(_("结果公布后不能修改。每个人选一个结果；没有全部通过的写明原因，原因随结果公布。"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what still stands in the way."""
        waiting = Objection.objects.waiting().filter(notice=self.record).count()
        return super().get_context_data(waiting=waiting, **kwargs)


class ReviewNoticeView(TransitionPage):
    """One notice exactly as it will appear, and two buttons."""

    permission, rule = permissions.approves_disclosures, permissions.may_approve_notice
    area = AREA
    title = _("审批公示")
    model = PublicNotice
    form_class = ReviewNoticeForm
    template_name = "affairs/notices/review.html"

    def get_queryset(self) -> Any:
        """With who wrote it."""
        return super().get_queryset().select_related("department", "drafted_by", "submitted_by")

    def get_crumbs(self) -> list[Crumb]:
        """To what waits."""
        return [queue_crumb()]

    def show(self, form: ReviewNoticeForm, **extra: Any) -> HttpResponse:
        """The preview and the form; what is approved there is what the preview says."""
        if form.is_bound:
            form.read_anew()
        return super().show(form, **extra)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The preview with the names as the staff will read them, and as strangers would."""
        record = self.record
        ends_on = add_workdays(self.on, record.days)
        outside = NameShown(record.names_outside)
        return super().get_context_data(
            **{
                **notice_parts(record, NameShown(record.names_to_staff), self.on),
                "counted": counting(self.on, ends_on),
            },
            ends_on=ends_on,
            outside=[one.shown_name(outside) for one in record.candidates.all()],
            **kwargs,
        )

    @property
    def done(self) -> str:
        """What became of it."""
        if self.record.status == NoticeStatus.POSTED:
            return str(_("已同意，现在已在公开栏公示。"))
        return str(_("已退回，起草人会收到您的意见。"))

    def get_success_url(self, record: PublicNotice) -> str:  # noqa: ARG002 -- on to the next one
        """Back to what waits."""
        return reverse("affairs:review")
