"""Making two records of one person one."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from members import services
from members.models import DistinctPair, Member, MergedMember
from members.selectors import Compared, compared
from unionoffice.pages import OfficeForm

KEPT, DROPPED = "kept", "dropped"


class MergeMembersForm(OfficeForm):
    """For each field in which the records differ: whose value wins. What says who somebody is, nobody presumes."""

    versions = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, kept: Member, dropped: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept, self.dropped = kept, dropped
        self.fields["versions"].initial = f"{kept.version}-{dropped.version}"
        self.compared = compared(kept, dropped)
        for one in self.compared:
            if one.differs:
                self.fields[one.name] = _choice(one)

    @property
    def choices(self) -> list[forms.BoundField]:
        """The fields to choose between, in the order of the records."""
        return [self[one.name] for one in self.compared if one.differs]

    @property
    def agreed(self) -> list[Compared]:
        """The fields that say something, and the same in both."""
        return [one for one in self.compared if one.kept and not one.differs]

    def save(self, *, by: Any, on: date) -> MergedMember:
        """Merge them."""
        chosen = [one.name for one in self.compared if self.cleaned_data.get(one.name) == DROPPED]
        return services.merge_members(
            self.kept,
            self.dropped,
            values={name: getattr(self.dropped, name) for name in chosen},
            seen=self._seen(),
            by=by,
            on=on,
        )

    def _seen(self) -> tuple[int, int]:
        """The versions that the page was made from; none that any record has where somebody tampered with them."""
        kept, _dash, dropped = self.cleaned_data["versions"].partition("-")
        return (int(kept), int(dropped)) if kept.isdecimal() and dropped.isdecimal() else (0, 0)


class FindDistinctForm(OfficeForm):
    """Nothing is asked beyond the press of the button."""

    def __init__(self, *args: Any, kept: Member, dropped: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pair = kept, dropped

    def save(self, *, by: Any, on: date) -> DistinctPair:
        """Note it."""
        return services.find_distinct(*self.pair, by=by, on=on)


def _choice(one: Compared) -> forms.ChoiceField:
    """The kept record's value, or the other's where that one alone says something, is chosen beforehand."""
    return forms.ChoiceField(
        label=one.label,
        choices=[(KEPT, one.kept or _("空")), (DROPPED, one.dropped or _("空"))],
        initial=None if one.must_be_chosen else KEPT if one.kept else DROPPED,
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
        error_messages={"required": _("请选择合并后用哪一个。")},
    )
