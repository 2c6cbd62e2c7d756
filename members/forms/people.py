"""Input about people and their accounts."""

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from members import services
from members.enums import ServiceStatus, UnionStatus
from members.forms.fields import UnitChoiceField
from members.importers import PLACES
from members.models import Department, Member, UnionGroup
from members.validation import check_id_number, check_phone
from unionoffice import names
from unionoffice.pages import DayInput, Folded, OfficeModelForm

NOT_CHOSEN = ("", _("请选择"))
"""Stands first where no choice is the usual one: nobody becomes chair by a press of the button."""


DAYS = ("birth_date", "first_job_on", "hired_on", "joined_on", "married_on")
FOLDS = (
    (_("岗位与职称"), ("post_category", "post_rank", "title", "contract_kind", "first_job_on")),
    (_("会籍"), ("joined_on", "card_no")),
    (_("更多资料"), ("political_status", "ethnicity", "married_on", "address", "bank_card")),
)
"""What can wait until somebody is on the roster, as people think of it."""


class MemberForm(OfficeModelForm):
    """Everything about a person that isn't dated history."""

    department = UnitChoiceField(Department.objects.open(), label=_("部门"), required=False, empty_label=_("未安排"))
    group = UnitChoiceField(UnionGroup.objects.open(), label=_("工会小组"), required=False, empty_label=_("未安排"))

    class Meta:
        model = Member
        fields = [
            "employee_no",
            "name",
            "gender",
            "birth_date",
            "keeps_lunar_birthday",
            "id_number",
            "phone",
            "department",
            "group",
            "hired_on",
            "post_category",
            "post_rank",
            "title",
            "contract_kind",
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
        folded = {name for _title, names in FOLDS for name in names}
        first = [name for name in self.fields if name not in folded]
        self.helper.layout = Layout(*first, *(Folded(title, *names) for title, names in FOLDS))

    def clean_name(self) -> str:
        """Without the blanks that rosters put between two characters."""
        return names.clean_name(self.cleaned_data["name"])

    def clean_phone(self) -> str:
        """11 digits."""
        return check_phone(self.cleaned_data["phone"])

    def clean(self) -> dict[str, Any]:
        """The ID number agrees with birth date and gender; nobody joins before being born."""
        data = super().clean() or self.cleaned_data
        birth, joined = self.meant("birth_date"), self.meant("joined_on")
        if birth and joined and joined <= birth:
            self.blame("joined_on", _("入会日期应晚于出生日期，请核对。"))
        if number := self.meant("id_number"):
            try:
                data["id_number"] = check_id_number(number, birth=birth, gender=self.meant("gender"))
            except forms.ValidationError as error:
                self.blame("id_number", error)
        return data

    def meant(self, name: str) -> Any:
        """What the record is to say: what was typed, else what it says where the form leaves that as it is."""
        left_alone = name not in self.fields or (name in Member.SENSITIVE and not self.cleaned_data.get(name))
        return getattr(self.instance, name) if left_alone else self.cleaned_data.get(name)

    def blame(self, name: str, error: Any) -> None:
        """Put an error at its field, or over a form that doesn't show the field."""
        self.add_error(name if name in self.fields else None, error)

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
        member = services.update_member(self.instance, changes=self.values(), by=by, on=on)
        if department := self.cleaned_data["department"]:
            services.place_in_department(member, department, by=by, on=on)
        if group := self.cleaned_data["group"]:
            services.place_in_group(member, group, by=by, on=on)
        return member


def _current(places: Any, column: str = "department_id") -> int | None:
    return places.values_list(column, flat=True).first()
