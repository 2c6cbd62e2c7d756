"""Input about signing in."""

from datetime import date
from typing import Any

from allauth.account.forms import ChangePasswordForm as LibraryPasswordForm
from allauth.account.forms import LoginForm
from django import forms
from django.utils.translation import gettext_lazy as _

from members import services
from members.models import Member
from unionoffice.pages import MoveForm, OfficeForm


class SignInForm(LoginForm):
    """Sign-in by employee number; the office's computers are shared, so nothing is remembered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("工号"),
            max_length=20,
            widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}),
        )
        self.fields.pop("remember", None)


class ChangePasswordForm(LibraryPasswordForm):
    """One's own password anew: really a new one, since the first was told by the secretary."""

    def clean_password1(self) -> str:
        """Not the one that was."""
        password: str = self.cleaned_data["password1"]
        if self.user.check_password(password):
            raise forms.ValidationError(_("新密码不能和当前密码一样，请换一个。"))
        return password


class EndSignInForm(MoveForm):
    """No questions: the page says which sign-in ends."""

    def save(self, *, by: Any, on: date) -> int:
        """End it."""
        return services.end_sign_ins([self.record])


class EndOtherSignInsForm(OfficeForm):
    """No questions: all but the one with this session end."""

    def __init__(self, *args: Any, session_key: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session_key = session_key

    def save(self, *, by: Any, on: date) -> int:
        """End them."""
        return services.end_sign_ins(by.sign_ins.exclude(session_key=self.session_key))


class UnlockAccountForm(MoveForm):
    """No questions: the page says whose account is unlocked."""

    def save(self, *, by: Any, on: date) -> Member:
        """Unlock it."""
        services.unlock_account(self.record.account, by=by)
        return self.record
