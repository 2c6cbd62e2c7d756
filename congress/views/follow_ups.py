"""The pages beside a proposal's way: more time, promises, which proposals are chosen, and what waits for leaders."""

from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import ProposalStatus
from congress.filters import ProposalFilter
from congress.forms import follow_ups
from congress.models import Answer, Proposal
from congress.selectors import under_follow_up
from congress.tables import FollowUpTable
from congress.views.moves import ProposalMove
from congress.views.proposals import AREA, proposals_crumb
from unionoffice.pages import BulkPage, Crumb, ListPage, Page
from unionoffice.templatetags.office import day


class SignQueueView(Page):
    """Answers that wait for a leader's signature, the one that is due first at the top."""

    permission = permissions.signs
    area = AREA
    title = _("待签批的答复")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The queue."""
        waiting = Answer.objects.visible_to(request.user).filter(
            proposal__status=ProposalStatus.ANSWERED, signed_on=None, returned_on=None
        )
        rows = waiting.select_related("proposal", "department").order_by(F("proposal__due_on").asc(), "pk")
        return TemplateResponse(request, "congress/handling/queue.html", self.get_context_data(rows=list(rows)))

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [proposals_crumb()]


class AskForTimeView(ProposalMove):
    """The department can't make it by the day."""

    rule = permissions.may_ask_for_time
    title, button = _("申请延期"), _("提交申请")
    question = _("批准之前仍按原期限办理。批准后提案人会收到通知。")
    form_class = follow_ups.AskForTimeForm
    done = _("延期申请已提交。")


class DecideExtensionView(ProposalMove):
    """Yes or no to a department that asks for more time."""

    rule = permissions.may_decide_extension
    title, button = _("审批延期"), _("提交审批结果")
    template_name = "congress/proposal_read.html"
    form_class = follow_ups.DecideExtensionForm
    done = _("审批结果已通知主办部门。")

    def get_question(self) -> str:
        """Who asks for how much, and why."""
        asked = self.record.extensions.open().select_related("department").get()
        sentence = _t("%(department)s申请从%(was)s延期至%(until)s。理由：%(reason)s")
        words = {"department": asked.department, "was": day(asked.due_was), "until": day(asked.until)}
        return sentence % {**words, "reason": asked.reason}


class FollowUpView(ProposalMove):
    """How far a promise is."""

    rule = permissions.may_follow_up
    title, button = _("登记落实进展"), _("登记进展")
    question = _("全体教职工都能看到落实进展，提案人会收到通知。")
    form_class = follow_ups.FollowUpForm
    done = _("已登记落实进展。")


class FinishProposalView(ProposalMove):
    """What was promised is done."""

    rule = permissions.may_finish
    title, button = _("办结提案"), _("办结")
    question = _("承诺的事项落实之后办结。提案人会收到通知，并可以反馈是否真的落实。")
    form_class = follow_ups.FinishProposalForm
    done = _("已办结。")


class AcknowledgeView(ProposalMove):
    """Whether it is really done."""

    rule = permissions.may_acknowledge
    title, button = _("反馈落实情况"), _("提交反馈")
    form_class = follow_ups.AcknowledgeForm
    done = _("反馈已提交，谢谢您。")

    def get_question(self) -> str:
        """What was said to be done."""
        return _t("主办部门填写的落实情况：%(told)s") % {"told": self.record.fulfilment or _t("（没有填写）")}


class ReopenProposalView(ProposalMove):
    """It isn't done after all."""

    permission, rule = permissions.keeps_congress, permissions.may_reopen
    title, button = _("恢复跟踪落实"), _("恢复跟踪")
    question = _("提案回到跟踪落实，主办部门和提案人会收到通知。")
    form_class = follow_ups.ReopenProposalForm
    done = _("已恢复跟踪落实。")


class PrioritiseProposalView(ProposalMove):
    """A leader sees to it."""

    permission, rule = permissions.chooses_priority, permissions.may_prioritise
    title, button = _("列为重点提案"), _("列为重点提案")
    question = _("督办领导、主办部门和提案人会收到通知。长期逾期时提醒督办领导。")
    form_class = follow_ups.PrioritiseProposalForm
    done = _("已列为重点提案。")


class DropPriorityView(ProposalMove):
    """Nobody need see to it any more."""

    permission, rule = permissions.chooses_priority, permissions.may_drop_priority
    title, button = _("取消重点提案"), _("取消重点提案")
    question = _("督办领导和主办部门会收到通知。")
    form_class = follow_ups.DropPriorityForm
    done = _("已取消重点提案。")


class HonourProposalView(ProposalMove):
    """An outstanding proposal."""

    permission, rule = permissions.keeps_congress, permissions.may_honour
    title, button = _("评为优秀提案"), _("评为优秀提案")
    question = _("提案人会收到通知，全体教职工都能看到。")
    form_class = follow_ups.HonourProposalForm
    done = _("已评为优秀提案。")


class HonourTogetherView(BulkPage):
    """Several outstanding proposals by one decision."""

    permission = permissions.keeps_congress
    area = AREA
    title, button = _("批量评为优秀提案"), _("评为优秀提案")
    model = Proposal
    filter_class = ProposalFilter
    list_url_name = "congress:proposal-list"
    form_class = follow_ups.HonourTogetherForm
    unit = _("件提案")
    done = _("已评为优秀提案。")


class DropHonourView(ProposalMove):
    """Entered by mistake, or decided otherwise."""

    permission, rule = permissions.keeps_congress, permissions.may_drop_honour
    title, button = _("取消优秀提案"), _("取消优秀提案")
    question = _("取消后总结和统计中不再计入。")
    form_class = follow_ups.DropHonourForm
    done = _("已取消优秀提案。")


class FollowUpListView(ListPage):
    """What the next session is told of earlier promises: those still open, and those kept since the last session."""

    permission = permissions.is_staff
    area = AREA
    title = _("提案落实情况")
    model = Proposal
    table = FollowUpTable
    filter_class = ProposalFilter

    def filtered(self, rows: Any) -> Any:
        """Of the promises those that the filters leave."""
        return super().filtered(rows.filter(pk__in=under_follow_up(self.on).order_by().values("pk")))

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [proposals_crumb()]

    def get_notice(self) -> str:
        """What stands here."""
        return _t("答复为正在解决和列入计划的提案：还没有办结的，以及上次会议以来办结的。供向教代会报告使用。")

    def get_template_names(self) -> list[str]:
        """The general one: the model's own belongs to the register."""
        return ["office/list.html"]
