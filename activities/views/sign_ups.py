"""Signing up and giving a place back: pages for a phone, one decision each."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from activities import forms, permissions
from activities.models import SignUp
from activities.selectors import places
from activities.views.activities import AREA, activities_crumb
from activities.views.moves import ActivityMove
from activities.wording import when_in_full
from members.permissions import has_own_record
from unionoffice.pages import Crumb, TransitionPage


class SignUpView(ActivityMove):
    """Taking a place for oneself."""

    permission, rule = has_own_record, permissions.may_sign_up
    title, button = _("报名"), _("报名")
    template_name = "activities/sign_up.html"
    done = ""
    form_class = forms.SignUpForm

    def get_question(self) -> str:
        """When and where stand in a list of their own."""
        return str(_("请核对时间和地点，再报名。"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """When, where, and whether there is a place left."""
        activity = self.record
        taken, waiting = places(activity)
        left = None if activity.capacity is None else max(0, activity.capacity - taken)
        return super().get_context_data(when=when_in_full(activity), left=left, next_in_queue=waiting + 1, **kwargs)


class WithdrawView(TransitionPage):
    """Giving a place back, or leaving the waiting list."""

    permission, rule = permissions.opens_activity, permissions.may_withdraw
    area = AREA
    model = SignUp
    form_class = forms.WithdrawForm
    button = _("取消报名")
    done = _("报名已取消。")

    def get_queryset(self) -> Any:
        """With the activity, which says whether it is still possible."""
        return super().get_queryset().select_related("member", "activity__group")

    def get_title(self) -> str:
        """Whose."""
        return f"{_('取消报名')}：{self.record.activity}"

    def get_crumbs(self) -> list[Crumb]:
        """To the activity."""
        activity = self.record.activity
        return [activities_crumb(), Crumb(str(activity), activity.get_absolute_url())]

    def get_question(self) -> str:
        """What happens to the place."""
        if permissions.is_own_sign_up.test(self.request.user, self.record):
            return str(_("取消后名额会让给候补的同事，再报名要重新排队。取消报名？"))
        return str(_("取消%(name)s的报名，本人会收到通知。取消报名？")) % {"name": self.record.member.name}


class EnrolView(ActivityMove):
    """Signing up somebody who can't do it themselves."""

    permission, rule = permissions.opens_activity, permissions.may_enrol
    title, button = _("代为报名"), _("报名")
    question = _("名额已满时排在候补最后。")
    done = _("已报名。")
    form_class = forms.EnrolForm
