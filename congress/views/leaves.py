"""Leave from a sitting: asked on the phone, decided by who leads it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.forms import sittings as forms
from congress.models import Leave
from congress.views.records import AREA
from congress.views.sitting_moves import SittingMove
from congress.views.sittings import crumbs_to
from unionoffice.days import in_full
from unionoffice.pages import Crumb, TransitionPage


class AskLeaveView(SittingMove):
    """Somebody who is due can't come."""

    rule = permissions.may_ask_leave
    title, button = _("会议请假"), _("提交请假")
    form_class = forms.AskLeaveForm
    done = _("已提交请假，批准后会通知您。")

    def get_question(self) -> str:
        """From which sitting."""
        sitting = self.record
        return f"{sitting.whole_title}，{in_full(sitting.day)}{sitting.hours}。"


class RecordLeaveView(SittingMove):
    """The secretary was told by word of mouth."""

    rule = permissions.may_record_leave
    title, button = _("登记请假"), _("登记请假")
    question = _("口头或书面请假的，由您登记，登记后即为准假。")
    form_class = forms.RecordLeaveForm
    done = _("已登记请假。")


class LeaveMove(TransitionPage):
    """Something done with one leave; it isn't there for others."""

    permission = permissions.is_staff
    area = AREA
    model = Leave

    def get_queryset(self) -> Any:
        """With the sitting that it is from."""
        return super().get_queryset().select_related("member", "sitting__session__term")

    def get_crumbs(self) -> list[Crumb]:
        """To the sitting."""
        sitting = self.record.sitting
        return [*crumbs_to(sitting), Crumb(str(sitting), sitting.get_absolute_url())]


class TakeBackLeaveView(LeaveMove):
    """One comes after all."""

    rule = permissions.is_own_leave
    title, button = _("取消请假"), _("取消请假")
    question = _("取消后请按时到会。")
    form_class = forms.TakeBackLeaveForm
    done = _("已取消请假，请按时到会。")

    def get_success_url(self, _record: Any) -> str:
        """To one's sittings: the leave is gone."""
        return reverse("congress:own-sittings")


class GrantLeaveView(LeaveMove):
    """Agreed."""

    rule = permissions.may_decide_leave
    title, button = _("准假"), _("准假")
    form_class = forms.GrantLeaveForm
    done = _("已准假，请假人会收到通知。")

    def get_question(self) -> str:
        """Whom, and why."""
        return f"{self.record.member}请假事由：{self.record.reason}。"


class DeclineLeaveView(LeaveMove):
    """Not agreed."""

    rule = permissions.may_decide_leave
    title, button = _("不准假"), _("不准假")
    form_class = forms.DeclineLeaveForm
    done = _("已登记不准假，请假人会收到通知。")

    def get_question(self) -> str:
        """Whom, and why."""
        return f"{self.record.member}请假事由：{self.record.reason}。"
