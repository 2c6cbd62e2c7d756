"""Input about the agenda, what became of an item, and what delegates say to it."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from affairs.models import RegulationVersion
from congress import services
from congress.enums import ITEM_OUTCOMES, ITEM_VOTED, Body, ItemKind, ItemOutcome, OpinionAnswer, VotingWay
from congress.forms.records import RecordForm
from congress.models import AgendaItem, Delegation, ItemOpinion, Session, Sitting
from congress.selectors import (
    consultations_to_name,
    delegations_led,
    majority,
    may_speak,
    people_due,
    speakers_of,
    versions_to_lay,
)
from members.forms import MemberChoiceField
from members.selectors import visitable_members
from unionoffice.pages import DayInput, MoveForm, OfficeForm

LINES = 4


class AgendaItemForm(RecordForm):
    """Something on the agenda of a session."""

    presenter = MemberChoiceField(label=_("报告人"), required=False)

    class Meta:
        model = AgendaItem
        fields = [
            "kind",
            "matter",
            "title",
            "presenter",
            "presented_by",
            "sitting",
            "regulation_version",
            "consultation",
            "text",
            "covers",
        ]
        widgets = {"text": forms.Textarea(attrs={"rows": LINES}), "covers": forms.Textarea(attrs={"rows": LINES})}
        help_texts = {
            "matter": _("福利、校内分配、聘任、考核、奖惩须经讨论通过（学校教职工代表大会规定）。"),
            "presented_by": _("例如：校长、总务处负责人。"),
            "regulation_version": _("审议或通过的制度草案，代表在手机上可以看到全文。"),
            "consultation": _("会前向全体教职工征求意见的，选在这里。"),
            "covers": _("工作报告讲到的方面，一行一项，例如：安全建设。"),
        }

    def __init__(self, *args: Any, session: Session | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session: Session = session or self.instance.session
        if self.session.term.body == Body.UNION:
            self.fields["matter"].help_text = _(
                "例如：工会工作报告选“工会工作报告”，经费收支情况报告选“财务工作报告”。"
            )
            self.fields["consultation"].help_text = ""
            self.fields["presented_by"].help_text = _("例如：工会主席、经费审查委员会主任。")
        self.fields["presenter"].queryset = visitable_members(self.user)
        self.fields["sitting"].queryset = Sitting.objects.filter(session=self.session).order_by("number")
        if not self.fields["sitting"].queryset.exists():
            del self.fields["sitting"]
        chosen = Q(pk=self.instance.regulation_version_id) if self.instance.regulation_version_id else Q(pk=None)
        self.fields["regulation_version"].queryset = versions_to_lay() | RegulationVersion.objects.filter(
            chosen
        ).select_related("regulation")
        self.fields["consultation"].queryset = consultations_to_name()

    def values(self) -> dict[str, Any]:
        """What was typed; without sittings there is none to choose. With the item whose matter comes back."""
        typed = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.cleaned_data}
        return typed | ({"again_of": self.instance.again_of} if self.instance.again_of_id else {})

    def save(self, *, by: Any, on: date) -> AgendaItem:
        """Add or correct."""
        if self.instance.pk is None:
            return services.add_item(self.session, self.values(), by=by)
        return services.mend_item(self.instance, self.values(), by=by)


class RemoveItemForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Session:
        """Take it off; its session is where one goes on."""
        services.remove_item(self.record, by=by)
        return self.record.session


class MoveItemForm(MoveForm):
    """One place up or down."""

    up = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def save(self, *, by: Any, on: date) -> AgendaItem:
        """Change places."""
        return services.move_item(self.record, up=self.cleaned_data["up"], by=by)


class CallItemForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> AgendaItem:
        """The session is at it now."""
        return services.call_item(self.record, by=by)


class DecideItemForm(MoveForm):
    """What became of an item: by the votes where it is voted on, else by choosing it."""

    decided_on = forms.DateField(label=_("日期"), widget=DayInput)
    result = forms.ChoiceField(label=_("结果"), widget=forms.RadioSelect)
    due = forms.IntegerField(label=_("应到"), min_value=0, required=False)
    present = forms.IntegerField(label=_("实到"), min_value=0, required=False)
    in_favour = forms.IntegerField(label=_("赞成"), min_value=0, required=False)
    against = forms.IntegerField(label=_("反对"), min_value=0, required=False)
    abstained = forms.IntegerField(label=_("弃权"), min_value=0, required=False)

    COUNTS = ("due", "present", "in_favour", "against", "abstained")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        item: AgendaItem = self.record
        kind, session = ItemKind(item.kind), item.session
        ways = list(VotingWay.choices) if kind in ITEM_VOTED else []
        noted = [(outcome.value, outcome.label) for outcome in ITEM_OUTCOMES[kind]]
        self.fields["result"].choices = [*ways, *noted]
        self.fields["decided_on"].initial = min(max(self.on, session.starts_on), session.ends_on)
        if kind not in ITEM_VOTED:
            for name in self.COUNTS:
                del self.fields[name]
            return
        due = people_due(session, self.on)
        self.fields["due"].initial = due
        self.fields["present"].initial = session.present_count
        percent = majority(self.on)
        rule = _("全体有表决权的人数，缺席的也计入。赞成票须超过应到人数的%(percent)s%%。")
        self.fields["due"].help_text = rule % {"percent": f"{percent:f}"}

    def clean(self) -> dict[str, Any]:
        """Counted votes with all their numbers."""
        data = super().clean() or self.cleaned_data
        if data.get("result") in (VotingWay.SECRET, VotingWay.HANDS):
            for name in self.COUNTS:
                if data.get(name) is None and name not in self.errors:
                    self.add_error(name, _("请填写%(label)s，没有的填0。") % {"label": self.fields[name].label})
        return data

    def save(self, *, by: Any, on: date) -> AgendaItem:
        """Note it."""
        data = self.cleaned_data
        day, result = data["decided_on"], data["result"]
        if result == VotingWay.APPLAUSE:
            return services.applaud_item(self.record, decided_on=day, by=by, on=on)
        if result in VotingWay.values:
            counts = {name: data[name] for name in self.COUNTS}
            return services.vote_item(self.record, way=VotingWay(result), counts=counts, decided_on=day, by=by, on=on)
        return services.decide_item(self.record, outcome=ItemOutcome(result), decided_on=day, by=by, on=on)


class ReopenItemForm(MoveForm):
    """Why the result is taken back."""

    reason = forms.CharField(label=_("撤回的原因"), max_length=200)

    def save(self, *, by: Any, on: date) -> AgendaItem:
        """Take it back."""
        return services.reopen_item(self.record, reason=self.cleaned_data["reason"], by=by)


class EnactItemForm(MoveForm):
    """From when what was passed holds."""

    from_on = forms.DateField(label=_("施行日期"), widget=DayInput)
    document_no = forms.CharField(label=_("发文字号"), max_length=60, required=False)

    def save(self, *, by: Any, on: date) -> RegulationVersion:
        """Bring it into force."""
        data = self.cleaned_data
        return services.enact_passed_version(
            self.record, from_on=data["from_on"], document_no=data["document_no"], by=by, on=on
        )


class RaiseOpinionForm(OfficeForm):
    """One's own word or that of the delegation that one heads; the secretary notes anybody's."""

    text = forms.CharField(
        label=_("意见"), max_length=1000, widget=forms.Textarea(attrs={"rows": LINES, "autofocus": True})
    )
    delegation = forms.ModelChoiceField(
        Delegation.objects.none(), label=_("代表团"), required=False, empty_label=_("以我个人名义")
    )
    member = MemberChoiceField(label=_("提出人"), required=False)

    def __init__(self, *args: Any, item: AgendaItem, keeps: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item, term = item, item.session.term
        self.keeps = keeps and not may_speak(term, self.user.member_id, self.on)
        led = term.delegations.all() if keeps else delegations_led(term, self.user)
        self.fields["delegation"].queryset = led
        if not led.exists():
            del self.fields["delegation"]
        if keeps:
            self.fields["member"].queryset = speakers_of(term, self.on)
            self.fields["member"].help_text = _("代表团提出的，只选代表团。")
            if "delegation" in self.fields:
                self.fields["delegation"].empty_label = _("不是代表团提出")
        else:
            del self.fields["member"]

    def clean(self) -> dict[str, Any]:
        """By somebody: who writes down others' words says whose they are."""
        data = super().clean() or self.cleaned_data
        if self.keeps and not (data.get("member") or data.get("delegation")):
            self.add_error("member", _("请选择提出人或代表团。"))
        return data

    def save(self, *, by: Any, on: date) -> ItemOpinion:
        """Say it."""
        data = self.cleaned_data
        return services.raise_opinion(
            self.item,
            text=data["text"],
            member=data.get("member"),
            delegation=data.get("delegation"),
            by=by,
            on=on,
        )


class AnswerItemOpinionForm(MoveForm):
    """What the school says."""

    outcome = forms.ChoiceField(label=_("处理"), choices=OpinionAnswer.choices, widget=forms.RadioSelect)
    answer = forms.CharField(
        label=_("答复"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": LINES}),
        help_text=_("采纳的写明怎么做，未采纳的写明理由。"),
    )
    office = forms.CharField(label=_("答复单位"), max_length=60)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("outcome", "answer", "office"):
            self.fields[name].initial = getattr(self.record, name)

    def save(self, *, by: Any, on: date) -> ItemOpinion:
        """Answer it."""
        data = self.cleaned_data
        return services.answer_item_opinion(
            self.record,
            outcome=OpinionAnswer(data["outcome"]),
            answer=data["answer"],
            office=data["office"],
            by=by,
            on=on,
        )
