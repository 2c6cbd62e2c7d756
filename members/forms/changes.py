"""Input about changes of status: only what the kind of change asks for."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from members import services
from members.enums import ENDS_WORK, ChangeKind, UnionStatus
from members.models import Member, StatusChange
from members.selectors import next_card_no
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm

ASKED: dict[str, tuple[str, ...]] = {
    ChangeKind.REGISTERED: ("on", "reason"),
    ChangeKind.JOINED: ("on", "reason", "document_no"),
    ChangeKind.TRANSFERRED_IN: ("on", "other_union", "letter_no", "reason"),
    ChangeKind.TRANSFERRED_OUT: ("on", "other_union", "reason"),
    ChangeKind.RETIRED: ("on", "keeps_membership", "document_no", "reason"),
    ChangeKind.RETIRED_CADRE: ("on", "keeps_membership", "document_no", "reason"),
    ChangeKind.LEFT: ("on", "reason", "document_no"),
    ChangeKind.RETURNED: ("on", "reason", "document_no"),
    ChangeKind.RESIGNED: ("on", "reason"),
    ChangeKind.DIED: ("on", "reason"),
}
"""What each kind of change asks for, in this order. The number of our own letter is given, not asked for."""

OTHER_UNION = {
    ChangeKind.TRANSFERRED_IN: _("来自单位工会"),
    ChangeKind.TRANSFERRED_OUT: _("转往单位工会"),
}
GIVES_CARD = (ChangeKind.JOINED, ChangeKind.TRANSFERRED_IN)


class ChangeForm(OfficeModelForm):
    """One change, with the fields of its kind."""

    class Meta:
        model = StatusChange
        fields = ["on", "other_union", "letter_no", "keeps_membership", "reason", "document_no"]
        widgets = {"on": DayInput()}
        help_texts = {
            "keeps_membership": _("保留会籍期间不交会费，没有选举权、被选举权和表决权。"),
            "document_no": _("依据文件的编号，没有可不填。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = ChangeKind(self.instance.kind)
        self.fields = {name: self.fields[name] for name in ASKED[kind]}
        self.fields["on"].label = _("%(kind)s日期") % {"kind": kind.label}
        if kind in OTHER_UNION:
            self.fields["other_union"].label = OTHER_UNION[kind]
            self.fields["other_union"].required = True

    def _post_clean(self) -> None:
        """The service compares and writes: the instance is left as the database has it."""

    def values(self) -> dict[str, Any]:
        """The change's own fields as they were typed."""
        return {name: self.cleaned_data[name] for name in ASKED[self.instance.kind] if name in self.fields}


class ChangeStatusForm(ChangeForm):
    """A change to be recorded; with the number of the card where somebody becomes a member."""

    card_no = forms.CharField(label=_("会员证号"), max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        member, kind = self.instance.member, self.instance.kind
        self.initial["on"] = self.on
        if kind in ENDS_WORK and member.union_status == UnionStatus.NON_MEMBER:
            del self.fields["keeps_membership"]
        if kind in GIVES_CARD:
            self.fields["card_no"] = self.base_fields["card_no"]
            self.initial["card_no"] = member.card_no or next_card_no()

    def save(self, *, by: Any, on: date) -> StatusChange:
        """Record the change, and lead to its papers."""
        values = self.values()
        return services.change_status(
            self.instance.member,
            ChangeKind(self.instance.kind),
            on=values.pop("on"),
            today=on,
            by=by,
            card_no=self.cleaned_data.get("card_no", ""),
            **values,
        )


class CorrectChangeForm(ChangeForm):
    """A recorded change put right, and why."""

    why = forms.CharField(label=_("更正原因"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"] = self.base_fields["why"]

    def save(self, *, by: Any, on: date) -> StatusChange:
        """Put it right; what follows is counted anew."""
        return services.correct_change(
            self.instance, told=self.values(), why=self.cleaned_data["why"], by=by, today=on
        )


class WithdrawChangeForm(MoveForm):
    """Why a change is taken back."""

    reason = forms.CharField(label=_("撤销原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def save(self, *, by: Any, on: date) -> Member:
        """Take it back, and lead to the person: the change has no page any more."""
        return services.withdraw_change(self.record, reason=self.cleaned_data["reason"], by=by, today=on)
