"""Forms of addresses, robots and messages."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unionoffice.inbox.models import OutboxMessage, Robot
from unionoffice.inbox.services import add_robot, resend, send_test, set_email, switch_robot
from unionoffice.pages import MoveForm, OfficeForm, OfficeModelForm


class EmailForm(OfficeForm):
    """One's own address; left empty, nothing is sent any more."""

    address = forms.EmailField(
        label=_("邮箱地址"),
        required=False,
        max_length=254,
        help_text=_("填写后，给您的通知同时发到这个邮箱。留空则不发邮件。"),
        error_messages={"invalid": _("请填写完整的邮箱地址，例如 name@school.cn。")},
    )

    def save(self, *, by: Any, on: date) -> None:
        """Keep the address."""
        set_email(self.cleaned_data["address"], by=by)


class AddRobotForm(OfficeModelForm):
    """A robot as its platform shows it: one address, and a secret where messages are to be signed."""

    class Meta:
        model = Robot
        fields = ["name", "url", "secret"]
        help_texts = {
            "name": _("例如：明德中学教职工群"),
            "url": _("在企业微信、钉钉或飞书的群设置里添加自定义机器人，复制它的地址。"),
            "secret": _("钉钉、飞书机器人选择了“加签”或“签名校验”时填写，没有则留空。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["url"].required = True

    def save(self, *, by: Any, on: date) -> Robot:
        """Take it into use."""
        return add_robot(self.instance, by=by)


class SwitchOffRobotForm(MoveForm):
    """No more messages through it."""

    def save(self, *, by: Any, on: date) -> Robot:
        """Put it out of use."""
        return switch_robot(self.record, active=False, by=by)


class SwitchOnRobotForm(MoveForm):
    """Messages through it again."""

    def save(self, *, by: Any, on: date) -> Robot:
        """Put it into use."""
        return switch_robot(self.record, active=True, by=by)


class RobotTestForm(MoveForm):
    """A trial."""

    def save(self, *, by: Any, on: date) -> OutboxMessage:
        """Put the test message into the outbox."""
        return send_test(self.record, by=by)


class ResendForm(MoveForm):
    """Another try."""

    def save(self, *, by: Any, on: date) -> OutboxMessage:
        """Let the worker try again."""
        return resend(self.record, by=by)
