"""Input about elections of delegates: who is named, what was counted, who passes the check."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import Stage
from congress.forms.records import RecordForm
from congress.models import Delegate, DelegateElection
from congress.selectors import (
    candidates_of,
    elected_in,
    electors_of,
    next_stage,
    standing_names,
    stroke_path,
    unfit_reason,
)
from members.models import Member
from unionoffice.pages import DayInput, MoveForm

PASSED, REFUSED = "passed", "refused"
VERDICTS = ((PASSED, _("通过")), (REFUSED, _("不通过")))
COUNTS = (
    ("due", _("应到人数")),
    ("present", _("实到人数")),
    ("issued", _("发出选票")),
    ("returned", _("收回选票")),
    ("valid", _("有效票")),
    ("invalid", _("无效票")),
)


class ElectionForm(RecordForm):
    """By whom, how, for how many seats; in place of whom."""

    class Meta:
        model = DelegateElection
        fields = ["constituency", "occasion", "method", "seats", "replaces"]
        help_texts = {
            "constituency": _("不选则由全校一起选举。"),
            "replaces": _("补选接替某位代表的，从已经终止资格的代表里选择。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        term = self.instance.term
        self.fields["constituency"].queryset = term.constituencies.all()
        self.fields["constituency"].empty_label = _("全校")
        gone = Delegate.objects.filter(term=term, to_on__isnull=False).exclude(departure="")
        self.fields["replaces"].queryset = gone.select_related("member", "term").order_by("-to_on", "-pk")
        self.fields["replaces"].label_from_instance = _named

    def save(self, *, by: Any, on: date) -> DelegateElection:
        """Begin it."""
        for name, value in self.values().items():
            setattr(self.instance, name, value)
        return services.begin_election(self.instance, by=by, on=on)


def _named(delegate: Delegate) -> str:
    return gettext("%(name)s（%(day)s终止）") % {"name": delegate.member.name, "day": delegate.to_on}


class RecordNamesForm(MoveForm):
    """Who was named in the next round: of all who elect there, or, after the first one, of those named before."""

    held_on = forms.DateField(label=_("日期"), widget=DayInput)
    members = forms.ModelMultipleChoiceField(
        Member.objects.none(), label=_("名单"), widget=forms.CheckboxSelectMultiple
    )
    notes = forms.CharField(
        label=_("情况和意见"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stage = next_stage(self.record)
        people = electors_of(self.record.constituency, self.record.term, self.on)
        self.fields["members"].queryset = people.order_by(stroke_path(self.on), "employee_no")
        self.fields["members"].label = self.stage.label
        self.initial.setdefault("held_on", self.on)
        self.initial.setdefault("members", [one.member_id for one in standing_names(self.record)])
        if self.stage in (Stage.FIRST_DOWN, Stage.SECOND_DOWN):
            self.fields["notes"].required = True
            self.fields["notes"].help_text = _("怎样征求意见，有哪些意见，名单因此怎样调整；没有意见的也请写明。")

    def save(self, *, by: Any, on: date) -> DelegateElection:
        """Keep them."""
        data = self.cleaned_data
        services.record_names(
            self.record, list(data["members"]), held_on=data["held_on"], notes=data["notes"], by=by, on=on
        )
        return self.record


class RecordBallotForm(MoveForm):
    """The counts of a ballot, and the votes of every candidate in stroke order."""

    held_on = forms.DateField(label=_("选举日期"), widget=DayInput)
    notes = forms.CharField(
        label=_("说明"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.standing = list(candidates_of(standing_names(self.record), self.on))
        due = electors_of(self.record.constituency, self.record.term, self.on).count()
        self.initial.setdefault("held_on", self.on)
        for name, label in COUNTS:
            self.fields[name] = forms.IntegerField(label=label, min_value=0)
        self.initial.setdefault("due", due)
        self.fields["due"].help_text = _("今天在册%(n)d人。") % {"n": due}
        for one in self.standing:
            label = gettext("%(name)s得票") % {"name": one.member.name}
            self.fields[f"votes_{one.member_id}"] = forms.IntegerField(label=label, min_value=0)
        self.order_fields(["held_on", *(name for name in self.fields if name not in ("held_on", "notes")), "notes"])

    def save(self, *, by: Any, on: date) -> DelegateElection:
        """Keep the count."""
        data = self.cleaned_data
        votes = {one.member_id: data[f"votes_{one.member_id}"] for one in self.standing}
        count = services.BallotCount(**{name: data[name] for name, _label in COUNTS})
        services.record_ballot(self.record, count, votes, held_on=data["held_on"], notes=data["notes"], by=by, on=on)
        return self.record


class RetractRoundForm(MoveForm):
    """Why it is taken back."""

    reason = forms.CharField(label=_("撤销理由"), max_length=200)

    def save(self, *, by: Any, on: date) -> DelegateElection:
        """Take the last round back."""
        services.retract_round(self.record, reason=self.cleaned_data["reason"], by=by)
        return self.record


class ConcludeElectionForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> DelegateElection:
        """Close it."""
        return services.conclude_election(self.record, by=by)


class CheckElectedForm(MoveForm):
    """A verdict on each who was elected; where the books say no, that stands there as the reason."""

    from_on = forms.DateField(label=_("代表资格起始日期"), widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen = list(elected_in(self.record))
        self.initial.setdefault("from_on", max(self.on, self.record.term.from_on))
        for one in self.chosen:
            problem = unfit_reason(one.member, self.record.term, self.on)
            self._ask(one.member, problem)

    def _ask(self, member: Member, problem: str) -> None:
        self.fields[f"verdict_{member.pk}"] = forms.ChoiceField(
            label=member.name, choices=VERDICTS, widget=forms.RadioSelect, initial=REFUSED if problem else PASSED
        )
        self.fields[f"reason_{member.pk}"] = forms.CharField(
            label=gettext("%(name)s不通过的理由") % {"name": member.name},
            max_length=200,
            required=False,
            initial=problem,
        )

    def verdicts(self) -> Iterator[tuple[int, services.Verdict]]:
        """What was decided on each."""
        for one in self.chosen:
            has_passed = self.cleaned_data[f"verdict_{one.member_id}"] == PASSED
            yield one.member_id, services.Verdict(has_passed, self.cleaned_data[f"reason_{one.member_id}"])

    def save(self, *, by: Any, on: date) -> DelegateElection:
        """Let those who pass become delegates."""
        services.check_elected(self.record, dict(self.verdicts()), from_on=self.cleaned_data["from_on"], by=by, on=on)
        return self.record
