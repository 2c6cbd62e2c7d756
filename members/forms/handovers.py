"""Input about the handing over of offices."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members import services
from members.enums import HowChosen, OfficeEnd
from members.forms.fields import MemberChoiceField
from members.models import Handover, OfficeHolding, RoleGrant
from members.permissions import manages_accounts
from members.selectors import colleagues, roles_given_to
from unionoffice.pages import DayInput, MoveForm
from unionoffice.roles import Role

LONGEST_LINE = 200
USUAL = _("印章\n钥匙\n文件和档案\n账册和票据")
"""What mostly goes along; what there isn't is struck out."""


class HandOverForm(MoveForm):
    """What every handover is asked for: to whom, when, before whom, and which things go along."""

    taker = MemberChoiceField(label=_("接收人"))
    on_day = forms.DateField(label=_("交接日期"), widget=DayInput, help_text=_("从这一天起由接收人负责。"))
    supervised_by = MemberChoiceField(label=_("监交人"), required=False)
    things = forms.CharField(
        label=_("移交的物品和资料"),
        required=False,
        initial=USUAL,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("每行一项，可以写明数量和编号；没有的请删去。"),
    )
    note = forms.CharField(label=_("说明"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, giver: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taker"].queryset = colleagues().exclude(pk=giver.pk)
        self.fields["supervised_by"].queryset = colleagues().exclude(pk=giver.pk)
        self.fields["on_day"].initial = self.on

    def clean_things(self) -> list[str]:
        """One line a thing."""
        lines = [line.strip() for line in self.cleaned_data["things"].splitlines() if line.strip()]
        if any(len(line) > LONGEST_LINE for line in lines):
            raise ValidationError(gettext("每项不超过%(n)d个字，请分成几行。") % {"n": LONGEST_LINE})
        return lines

    @property
    def terms(self) -> services.HandoverTerms:
        """What was typed, as the services take it."""
        data = self.cleaned_data
        return services.HandoverTerms(
            taker=data["taker"],
            on=data["on_day"],
            things=data["things"],
            supervised_by=data["supervised_by"],
            note=data["note"],
        )


class HandOverOfficeForm(HandOverForm):
    """An office on a committee; whoever gives roles may move those of the leaving person along with it."""

    record: OfficeHolding
    because = forms.ChoiceField(label=_("卸任原因"), choices=OfficeEnd.choices, initial=OfficeEnd.REASSIGNED)
    how = forms.ChoiceField(
        label=_("接任者的产生方式"), choices=[("", _("不填")), *HowChosen.choices], required=False
    )
    document_no = forms.CharField(label=_("任职文号"), max_length=60, required=False)
    roles = forms.MultipleChoiceField(
        label=_("一并移交的系统角色"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("从今天起收回移交人的角色，授予接收人。"),
    )
    field_order = ("taker", "on_day", "because", "how", "document_no", "roles", "supervised_by", "things", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = roles_given_to(self.record.member, self.on) if manages_accounts.test(self.user) else ()
        choices = [(grant.role, grant.get_role_display()) for grant in held]
        if choices:
            self.fields["roles"].choices = choices
        else:
            del self.fields["roles"]

    def save(self, *, by: Any, on: date) -> Handover:
        """Hand it over."""
        data = self.cleaned_data
        return services.hand_over_office(
            self.record,
            self.terms,
            today=on,
            by=by,
            because=OfficeEnd(data["because"]),
            how=data["how"],
            document_no=data["document_no"],
            roles=[Role(role) for role in data.get("roles", ())],
        )


class HandOverRoleForm(HandOverForm):
    """A role in the system, such as 会计 or 工会秘书."""

    record: RoleGrant
    field_order = ("taker", "on_day", "supervised_by", "things", "note")

    def save(self, *, by: Any, on: date) -> Handover:
        """Hand it over."""
        return services.hand_over_role(self.record, self.terms, today=on, by=by)
