"""Input about the presidium, the working groups and the discussion groups of a session."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import GroupKind, PresidiumRole
from congress.models import Session, WorkingGroup
from congress.selectors import sitting_in
from members.forms import MemberChoiceField
from members.forms.audiences import MemberListField
from members.selectors import colleagues
from unionoffice.pages import DayInput, MoveForm

LISTS = {
    PresidiumRole.CHAIR: _("执行主席"),
    PresidiumRole.MEMBER: _("其他成员"),
    PresidiumRole.SECRETARY: _("秘书长"),
}


class PresidiumForm(MoveForm):
    """The presidium by name: who chairs, who else sits in it, and who leads the secretariat."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = list(self.record.presidium.all())
        for role, label in LISTS.items():
            known = [seat.member_id for seat in seats if seat.role == role]
            self.fields[role.value] = MemberListField(label=label, initial=known)

    def clean(self) -> dict[str, Any]:
        """Everybody once."""
        data = super().clean() or self.cleaned_data
        named = [key for role in LISTS for key in data.get(role.value, ())]
        if len(named) != len(set(named)):
            raise forms.ValidationError(_("同一个人只能列一处，请核对名单。"))
        return data

    def save(self, *, by: Any, on: date) -> Session:
        """Name them."""
        named = {key: role for role in LISTS for key in self.cleaned_data[role.value]}
        return services.name_presidium(self.record, named, by=by, on=on)


class WorkingGroupForm(MoveForm):
    """Who sits in a working group from a day on, and who leads it."""

    head = MemberChoiceField(label=_("组长"))
    members = MemberListField(label=_("其他成员"))
    from_on = forms.DateField(label=_("自何日起"), widget=DayInput)

    def __init__(self, *args: Any, kind: GroupKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["head"].queryset = colleagues()
        seats = list(sitting_in(self.record, kind))
        self.initial.setdefault("head", next((seat.member_id for seat in seats if seat.is_head), None))
        self.initial.setdefault("members", [seat.member_id for seat in seats if not seat.is_head])
        self.initial.setdefault("from_on", self.on)

    def save(self, *, by: Any, on: date) -> WorkingGroup:
        """Set it up, or change it."""
        data = self.cleaned_data
        return services.set_up_group(
            self.record, self.kind, head=data["head"], members=data["members"], from_on=data["from_on"], by=by
        )


class DiscussionForm(MoveForm):
    """For each delegation of the term its place, who convenes it, and who takes notes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.delegations = list(self.record.term.delegations.select_related("head"))
        known = {group.delegation_id: group for group in self.record.discussion_groups.all()}
        for one in self.delegations:
            group = known.get(one.pk)
            self._ask(one, group)

    def _ask(self, one: Any, group: Any) -> None:
        words = {"name": one.name}
        place = forms.CharField(label=_("%(name)s讨论地点") % words, max_length=60, required=False)
        convener = MemberChoiceField(label=_("%(name)s召集人") % words, required=False)
        recorder = MemberChoiceField(label=_("%(name)s记录人") % words, required=False)
        convener.queryset = recorder.queryset = colleagues()
        convener.empty_label = recorder.empty_label = _("不填")
        asked = {"place": place, "convener": convener, "recorder": recorder}
        known = {
            "place": group.place if group else "",
            "convener": group.convener_id if group else one.head_id,
            "recorder": group.recorder_id if group else None,
        }
        for name, field in asked.items():
            self.fields[f"{name}-{one.pk}"] = field
            self.initial.setdefault(f"{name}-{one.pk}", known[name])

    def save(self, *, by: Any, on: date) -> Session:
        """Arrange them."""
        data = self.cleaned_data
        arranged = {
            one: (data[f"place-{one.pk}"], data[f"convener-{one.pk}"], data[f"recorder-{one.pk}"])
            for one in self.delegations
        }
        return services.arrange_discussions(self.record, arranged, by=by, on=on)
