"""Planning an activity and leading it from step to step."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from activities import forms, permissions
from activities.models import Activity
from activities.selectors import attended, cost_findings
from activities.views.activities import AREA, activities_crumb
from activities.wording import named, when_in_full
from members.selectors import gatherings_of
from unionoffice.money import format_money
from unionoffice.pages import Crumb, EditPage, FormPage, TransitionPage


class PlanActivityView(FormPage):
    """A new activity."""

    permission = permissions.plans_activities
    area = AREA
    title = _("策划活动")
    form_class = forms.PlanActivityForm
    button = _("保存草稿")
    done = _("草稿已保存。核对后送审或发布。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [activities_crumb()]


class RecordActivityView(PlanActivityView):
    """An activity that was held without a plan in here."""

    title = _("补登活动")
    form_class = forms.RecordActivityForm
    button = _("补登")
    done = _("活动已补登。")


class ActivityMove(TransitionPage):
    """A move of one activity."""

    done = _("已办理。")
    area = AREA
    model = Activity

    def get_queryset(self) -> Any:
        """With what the rules and questions ask for."""
        return super().get_queryset().select_related("audience", "group", "entry")

    def get_crumbs(self) -> list[Crumb]:
        """To the activity."""
        return [activities_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_question(self) -> str:
        """Which activity, when."""
        return f"{self.record.title}，{when_in_full(self.record)}。{self.question}"


class AmendActivityView(ActivityMove, EditPage):
    """Correcting a plan, or what was announced."""

    permission, rule = permissions.opens_activity, permissions.may_amend
    title = _("修改活动")
    form_class = forms.AmendActivityForm
    done = _("已保存。")


class SubmitActivityView(ActivityMove):
    """Asking the chair."""

    permission, rule = permissions.plans_activities, permissions.may_submit
    title, button = _("送审"), _("送主席批准")
    form_class = forms.SubmitActivityForm

    def get_question(self) -> str:
        """With the budget."""
        budget = str(_("预算%(budget)s元，主席批准后才能发布。")) % {"budget": format_money(self.record.budget)}
        return f"{super().get_question()}{budget}"


class ApproveActivityView(ActivityMove):
    """The chair approves plan and budget."""

    permission, rule = permissions.approves_activities, permissions.may_approve
    title, button = _("批准活动方案"), _("批准")
    form_class = forms.ApproveActivityForm

    def get_question(self) -> str:
        """With the budget and what it exceeds."""
        budget = str(_("预算%(budget)s元。")) % {"budget": format_money(self.record.budget)}
        return f"{super().get_question()}{budget}{self.record.finding}"


class ReturnActivityView(ActivityMove):
    """Back to the draft."""

    permission, rule = permissions.opens_activity, permissions.may_return
    title, button = _("退回修改"), _("退回修改")
    question = _("退回后要重新送审。")
    form_class = forms.ReturnActivityForm


class AnnounceActivityView(ActivityMove):
    """Telling the audience."""

    permission, rule = permissions.plans_activities, permissions.may_announce
    title, button = _("发布活动"), _("发布")
    done = _("活动已发布，范围内的人已收到通知。")
    form_class = forms.AnnounceActivityForm

    def get_question(self) -> str:
        """Who will be told."""
        told = str(_("发布后%(audience)s都会收到通知。")) % {"audience": self.record.audience}
        return f"{super().get_question()}{told}"


class CloseSignUpView(ActivityMove):
    """No more sign-ups."""

    permission, rule = permissions.plans_activities, permissions.may_close_sign_up
    title, button = _("截止报名"), _("截止报名")
    question = _("截止后大家不能再报名，也不能自己取消。")
    form_class = forms.CloseSignUpForm


class ReopenSignUpView(ActivityMove):
    """Taking sign-ups again."""

    permission, rule = permissions.plans_activities, permissions.may_reopen
    title, button = _("重新开放报名"), _("重新开放报名")
    form_class = forms.ReopenSignUpForm


class CancelActivityView(ActivityMove):
    """Calling it off."""

    permission, rule = permissions.plans_activities, permissions.may_cancel
    title, button = _("取消活动"), _("取消活动")
    question = _("取消后不能恢复，已经知道活动的人会收到通知和原因。")
    form_class = forms.CancelActivityForm


class DeleteActivityView(ActivityMove):
    """Throwing a draft away."""

    permission, rule = permissions.opens_activity, permissions.may_delete
    title, button = _("删除草稿"), _("删除草稿")
    question = _("删除后不能恢复。")
    done = _("草稿已删除。")
    form_class = forms.DeleteActivityForm

    def get_success_url(self, _record: Activity) -> str:
        """The list: the activity is gone."""
        return reverse("activities:activity-list")


class OpenAttendanceView(ActivityMove):
    """To the activity's attendance: begun first where it wasn't yet."""

    permission, rule = permissions.opens_activity, permissions.may_take_attendance
    title, button = _("签到"), _("开始签到")
    question = _("开始后可以展示签到二维码，也可以手工登记。参加人数按签到名单计算。")
    form_class = forms.OpenAttendanceForm
    done = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Straight to it where it was begun before."""
        self.prepare()
        begun = gatherings_of(self.record).first()
        return HttpResponseRedirect(begun.get_absolute_url()) if begun else super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the moment, which only the page knows."""
        return {**super().get_form_kwargs(), "at": timezone.now()}


class HoldActivityView(ActivityMove):
    """It took place."""

    permission, rule = permissions.opens_activity, permissions.may_hold
    title, button = _("登记举办"), _("登记举办")
    form_class = forms.HoldActivityForm


class TellOutcomeView(ActivityMove):
    """How it went and what it cost."""

    permission, rule = permissions.opens_activity, permissions.may_tell_outcome
    title = _("登记结果和支出")
    done = _("已保存。")
    form_class = forms.TellOutcomeForm


class ApproveCostView(ActivityMove):
    """The chair signs for what it cost."""

    permission, rule = permissions.approves_activities, permissions.may_approve_cost
    title, button = _("批准支出"), _("批准支出")
    form_class = forms.ApproveCostForm

    def get_question(self) -> str:
        """How much, to whom, and what it exceeds."""
        activity = self.record
        cost = str(_("实际支出%(cost)s元，付给%(payee)s，预算%(budget)s元。")) % {
            "cost": format_money(activity.actual_cost),
            "payee": activity.payee,
            "budget": format_money(activity.budget),
        }
        return f"{super().get_question()}{cost}{cost_findings(activity, attended(activity))}"


class PayActivityView(ActivityMove):
    """The cashier pays."""

    permission, rule = permissions.pays_activities, permissions.may_pay
    title, button = _("付款"), _("确认已付款")
    form_class = forms.PayActivityForm

    def get_queryset(self) -> Any:
        """Activities with an entry, which `visible_to` may not give a cashier."""
        return Activity.objects.filter(entry__isnull=False).select_related("audience", "group", "entry")

    def get_crumbs(self) -> list[Crumb]:
        """To the entry, which is what the cashier sees of it."""
        entry = self.record.entry
        return [Crumb(_("经费台账"), reverse("finance:entry-list")), Crumb(str(entry), entry.get_absolute_url())]

    def get_question(self) -> str:
        """Whom and how much."""
        told = _("%(number)s%(title)s，向%(payee)s支付%(amount)s元。")
        return str(told) % {
            "number": self.record.public_number,
            "title": named(self.record),
            "payee": self.record.payee,
            "amount": format_money(self.record.actual_cost),
        }

    def get_success_url(self, record: Activity) -> str:
        """Back to the entry."""
        assert record.entry is not None  # noqa: S101 -- a paid activity has one, by constraint
        return record.entry.get_absolute_url()


class SettleActivityView(ActivityMove):
    """Closing the books where the union paid nothing."""

    permission, rule = permissions.opens_activity, permissions.may_settle
    title, button = _("结算"), _("结算")
    question = _("结算后不能再修改结果和支出。")
    form_class = forms.SettleActivityForm
