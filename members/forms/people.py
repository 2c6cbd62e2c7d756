"""Input about people and their accounts."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from members import services
from members.enums import CHANGES_OPEN_TO, ChangeKind, ServiceStatus, UnionStatus
from members.importers import PLACES
from members.models import Account, Department, Member, StatusChange, UnionGroup
from members.selectors import granted_roles
from members.validation import check_id_number, check_phone
from unionoffice import names
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm
from unionoffice.roles import Role

NOT_CHOSEN = ("", _("请选择"))
"""Stands first where no choice is the usual one: nobody becomes chair by a press of the button."""


DAYS = ("birth_date", "first_job_on", "hired_on", "joined_on", "married_on")


class MemberForm(OfficeModelForm):
    """Everything about a person that isn't dated history."""

    department = forms.ModelChoiceField(
        Department.objects.all(), label=_("部门"), required=False, empty_label=_("未安排")
    )
    group = forms.ModelChoiceField(
        UnionGroup.objects.all(), label=_("工会小组"), required=False, empty_label=_("未安排")
    )

    class Meta:
        model = Member
        fields = [
            "employee_no",
            "name",
            "gender",
            "birth_date",
            "id_number",
            "phone",
            "department",
            "group",
            "post_category",
            "post_rank",
            "title",
            "contract_kind",
            "hired_on",
            "first_job_on",
            "joined_on",
            "card_no",
            "political_status",
            "ethnicity",
            "married_on",
            "address",
            "bank_card",
        ]
        widgets = {name: DayInput() for name in DAYS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["department"] = _current(self.instance.department_places.current().filter(is_main=True))
            self.initial["group"] = _current(self.instance.group_places.current(), "group_id")

    def clean_name(self) -> str:
        """Without the blanks that rosters put between two characters."""
        return names.clean_name(self.cleaned_data["name"])

    def clean_phone(self) -> str:
        """11 digits."""
        return check_phone(self.cleaned_data["phone"])

    def clean(self) -> dict[str, Any]:
        """The ID number agrees with birth date and gender; nobody joins before being born."""
        data = super().clean() or self.cleaned_data
        birth, joined = data.get("birth_date"), data.get("joined_on")
        if birth and joined and joined <= birth:
            self.add_error("joined_on", _("入会日期应晚于出生日期，请核对。"))
        if number := data.get("id_number") or self.instance.id_number:
            try:
                data["id_number"] = check_id_number(number, birth=birth, gender=data.get("gender"))
            except forms.ValidationError as error:
                self.add_error("id_number", error)
        return data

    def _post_clean(self) -> None:
        """The service compares and writes: the instance is left as the database has it."""

    def values(self) -> dict[str, Any]:
        """The member's own fields as they were typed."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields if name not in PLACES}


class RegisterMemberForm(MemberForm):
    """Somebody new, with the status in which they come."""

    service_status = forms.ChoiceField(label=_("在职状态"), choices=ServiceStatus.choices)
    union_status = forms.ChoiceField(label=_("会籍状态"), choices=UnionStatus.choices)

    def save(self, *, by: Any, on: date) -> Member:
        """Register the person."""
        statuses = {name: self.cleaned_data[name] for name in ("service_status", "union_status")}
        return services.register_member(
            Member(**self.values(), **statuses),
            by=by,
            on=on,
            department=self.cleaned_data["department"],
            group=self.cleaned_data["group"],
        )


class UpdateMemberForm(MemberForm):
    """Corrections; a new department or group counts from today.

    What is kept encrypted isn't put into the page: an empty field leaves it as it is.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in Member.SENSITIVE:
            self.initial[name] = ""
            if getattr(self.instance, name):
                self.fields[name].help_text = _("已登记，留空则不修改。")

    def values(self) -> dict[str, Any]:
        """The typed values; of the encrypted ones only those that were typed anew."""
        return {name: value for name, value in super().values().items() if value or name not in Member.SENSITIVE}

    def save(self, *, by: Any, on: date) -> Member:
        """Correct the person's record."""
        member = services.update_member(self.instance, changes=self.values(), by=by)
        if department := self.cleaned_data["department"]:
            services.place_in_department(member, department, by=by, on=on)
        if group := self.cleaned_data["group"]:
            services.place_in_group(member, group, by=by, on=on)
        return member


class ChangeStatusForm(MoveForm):
    """One change of status, with its day and why."""

    kind = forms.ChoiceField(label=_("变动"))
    day = forms.DateField(label=_("日期"), widget=DayInput())
    reason = forms.CharField(label=_("原因"), max_length=200, required=False)
    document_no = forms.CharField(label=_("文号"), max_length=60, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_kinds = CHANGES_OPEN_TO[ServiceStatus(self.record.service_status)]
        self.fields["kind"].choices = [
            NOT_CHOSEN,
            *((kind.value, kind.label) for kind in ChangeKind if kind in open_kinds),
        ]
        self.initial.setdefault("day", self.on)

    def save(self, *, by: Any, on: date) -> Member:
        """Record the change."""
        data = self.cleaned_data
        change: StatusChange = services.change_status(
            self.record,
            ChangeKind(data["kind"]),
            on=data["day"],
            today=on,
            by=by,
            reason=data["reason"],
            document_no=data["document_no"],
        )
        return change.member


def _current(places: Any, column: str = "department_id") -> int | None:
    return places.values_list(column, flat=True).first()


class PasswordForm(MoveForm):
    """A password for somebody else, which the office tells them."""

    password = forms.CharField(
        label=_("密码"),
        max_length=128,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("至少8位，不能全是数字。告诉本人后，请他登录并修改。"),
    )

    def clean_password(self) -> str:
        """As strong as the passwords that people choose themselves."""
        password = self.cleaned_data["password"]
        validate_password(password, Account(employee_no=self.record.employee_no, name=self.record.name))
        return password


class OpenAccountForm(PasswordForm):
    """The first password."""

    def save(self, *, by: Any, on: date) -> Member:  # noqa: ARG002 -- an account isn't dated
        """Open the account."""
        services.open_account(self.record, password=self.cleaned_data["password"], by=by)
        return self.record


class ResetPasswordForm(PasswordForm):
    """A new password."""

    def save(self, *, by: Any, on: date) -> Member:  # noqa: ARG002 -- a password isn't dated
        """Set it."""
        services.reset_password(self.record.account, password=self.cleaned_data["password"], by=by)
        return self.record


FOLLOWS_FROM_RECORDS = (Role.STAFF, Role.GROUP_LEADER, Role.DELEGATE)


class GrantRoleForm(MoveForm):
    """Which role; those that follow from records can't be given."""

    role = forms.ChoiceField(
        label=_("角色"),
        choices=[
            NOT_CHOSEN,
            *((role.value, role.label) for role in Role if role not in FOLLOWS_FROM_RECORDS),
        ],
    )

    def save(self, *, by: Any, on: date) -> Member:
        """Give it, from today."""
        services.grant_role(self.record.account, Role(self.cleaned_data["role"]), by=by, on=on)
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
