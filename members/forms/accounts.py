"""Input about accounts: passwords, blocking, roles and the sheets of first passwords."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from members import services
from members.forms.people import NOT_CHOSEN
from members.models import Account, FirstPasswordSheet, Member
from members.selectors import granted_roles
from unionoffice.pages import BulkForm, DayInput, MoveForm
from unionoffice.roles import FOLLOWS_FROM_RECORDS, Role


class PasswordForm(MoveForm):
    """A password for somebody else, which the office tells them."""

    password = forms.CharField(
        label=_("密码"),
        max_length=128,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("至少8位，不能全是数字。告诉本人后，请本人登录并修改。"),
    )

    def clean_password(self) -> str:
        """As strong as the passwords that people choose themselves."""
        password = self.cleaned_data["password"]
        validate_password(password, Account(employee_no=self.record.employee_no, name=self.record.name))
        return password


class OpenAccountForm(PasswordForm):
    """The first password."""

    def save(self, *, by: Any, on: date) -> Member:
        """Open the account."""
        services.open_account(self.record, password=self.cleaned_data["password"], by=by)
        return self.record


class ResetPasswordForm(PasswordForm):
    """A new password."""

    def save(self, *, by: Any, on: date) -> Member:
        """Set it."""
        services.reset_password(self.record.account, password=self.cleaned_data["password"], by=by)
        return self.record


class GrantRoleForm(MoveForm):
    """Which role and for how long; those that follow from records can't be given."""

    role = forms.ChoiceField(
        label=_("角色"),
        choices=[
            NOT_CHOSEN,
            *((role.value, role.label) for role in Role if role not in FOLLOWS_FROM_RECORDS),
        ],
    )
    from_on = forms.DateField(label=_("自何日起"), widget=DayInput)
    to_on = forms.DateField(
        label=_("至何日止"), required=False, widget=DayInput, help_text=_("不填就一直有效，直到收回。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_on"].initial = self.on

    def clean_from_on(self) -> date:
        """Not in the past: who could do what on a day gone by is history."""
        day: date = self.cleaned_data["from_on"]
        if day < self.on:
            raise forms.ValidationError(_("不能早于今天：过去谁有什么权限，是已有的记录。"))
        return day

    def save(self, *, by: Any, on: date) -> Member:
        """Give it."""
        data = self.cleaned_data
        services.grant_role(self.record.account, Role(data["role"]), by=by, on=data["from_on"], until=data["to_on"])
        return self.record


class RevokeRoleForm(MoveForm):
    """Which of the roles that the person holds."""

    role = forms.ChoiceField(label=_("角色"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = (Role(role) for role in granted_roles(self.record.account, self.on))
        self.fields["role"].choices = [NOT_CHOSEN, *((role.value, role.label) for role in held)]

    def save(self, *, by: Any, on: date) -> Member:
        """Take it back, as of today."""
        services.revoke_role(self.record.account, Role(self.cleaned_data["role"]), by=by, on=on)
        return self.record


class BlockAccountForm(MoveForm):
    """Why somebody is kept out."""

    reason = forms.CharField(
        label=_("原因"),
        max_length=200,
        help_text=_("会记入账号的操作记录。停用后本人不能登录，已登录的手机和电脑立即退出。"),
    )

    def save(self, *, by: Any, on: date) -> Member:
        """Block it."""
        services.block_account(self.record.account, reason=self.cleaned_data["reason"], by=by, on=on)
        return self.record


class UnblockAccountForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Member:
        """Let them in again."""
        services.unblock_account(self.record.account, by=by)
        return self.record


class OpenAccountsForm(BulkForm):
    """No questions: whom it is about was shown."""

    def save(self, *, by: Any, on: date) -> FirstPasswordSheet:
        """Open them, with one sheet of first passwords."""
        return services.open_accounts(self.records, by=by)


class DestroyFirstPasswordsForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> FirstPasswordSheet:
        """Forget them."""
        return services.destroy_first_passwords(self.record, by=by)
