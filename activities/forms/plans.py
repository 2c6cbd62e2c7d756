"""What is said of an activity, planned or past."""

from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from activities import services
from activities.enums import ActivityStatus
from activities.models import Activity
from activities.permissions import organises_all
from activities.selectors import trip_rule
from members.forms import MemberChoiceField
from members.models import Member, UnionGroup
from unionoffice.money import format_money
from unionoffice.pages import DayInput, Folded, OfficeModelForm

FIRST = ("title", "kind", "occasion", "audience", "starts_on", "place")
NAMES_ONLY = ("name", "employee_no", "pinyin", "initials")


class TimeOfDayInput(forms.TimeInput):
    """The browser's own clock, which wants 14:05 whatever the language."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class ActivityForm(OfficeModelForm):
    """What is said of an activity, planned or past: the few fields that matter first, the others folded."""

    leader = MemberChoiceField(label=_("负责人"), required=False)

    class Meta:
        model = Activity
        fields: list[str] = []
        widgets = {
            "starts_on": DayInput,
            "ends_on": DayInput,
            "sign_up_until": DayInput,
            "starts_at": TimeOfDayInput,
            "ends_at": TimeOfDayInput,
            "description": forms.Textarea(attrs={"rows": 4}),
            "plan": forms.Textarea(attrs={"rows": 6}),
            "report": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "audience": _("范围内的人能看到活动并报名。"),
            "ends_on": _("一天内结束的留空。"),
            "group": _("校工会主办的留空。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leader"].queryset = Member.objects.in_service().only(*NAMES_ONLY)
        self.fields["ends_on"].required = False
        if "budget" in self.fields:
            self.fields["budget"].required = False
        if not organises_all.test(self.user):
            self._keep_to_own_group()

    def clean_ends_on(self) -> date | None:
        """Empty means the same day."""
        return self.cleaned_data["ends_on"] or self.cleaned_data.get("starts_on")

    def clean_budget(self) -> Decimal:
        """Empty means none."""
        return self.cleaned_data["budget"] or Decimal(0)

    def _keep_to_own_group(self) -> None:
        """A group leader plans for the groups that they lead."""
        field = self.fields["group"]
        field.queryset = UnionGroup.objects.filter(leader=self.user.member_id)
        field.required, field.help_text = True, ""
        field.initial = field.queryset.first()


class PlanActivityForm(ActivityForm):
    """A new activity, as a draft."""

    class Meta(ActivityForm.Meta):
        fields = [
            *FIRST,
            "sign_up_until",
            "capacity",
            "starts_at",
            "ends_at",
            "ends_on",
            "group",
            "leader",
            "description",
            "fund",
            "budget",
            "cost_per_head",
            "plan",
        ]
        help_texts = {
            **ActivityForm.Meta.help_texts,
            "sign_up_until": _("不用报名的活动留空。"),
            "capacity": _("不限名额的留空；满额后自动排候补。"),
            "plan": _("使用工会经费的活动，方案和预算经主席批准后才能发布。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rule = trip_rule(self.on)
        self.fields["cost_per_head"].help_text = _t("%(label)s：%(cap)s。依据：%(source)s") % {
            "label": rule.label,
            "cap": format_money(Decimal(rule.value)),
            "source": rule.source,
        }
        self.lay_out()

    def lay_out(self) -> None:
        """The few fields that matter first, the others folded."""
        money = [name for name in ("fund", "budget", "cost_per_head") if name in self.fields]
        first = [name for name in FIRST if name in self.fields]
        self.helper.layout = Layout(
            *first,
            "sign_up_until",
            "capacity",
            Folded(_("时间、主办和内容"), "starts_at", "ends_at", "ends_on", "group", "leader", "description"),
            Folded(_("经费与方案"), *money, "plan"),
        )

    def save(self, *, by: Any, on: date) -> Activity:
        """Keep the draft."""
        return services.draft_activity(self.instance, by=by)


class AmendActivityForm(PlanActivityForm):
    """The same over an activity; what the chair was asked for isn't among it any more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.status != ActivityStatus.DRAFT:
            for name in services.AGREED:
                del self.fields[name]
            self.lay_out()

    def save(self, *, by: Any, on: date) -> Activity:
        """Correct it."""
        changes = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.cleaned_data}
        return services.amend_activity(self.instance, changes=changes, by=by, on=on)


class RecordActivityForm(ActivityForm):
    """An activity that was held without a plan in here."""

    class Meta(ActivityForm.Meta):
        fields = [
            *FIRST,
            "precision",
            "headcount",
            "ends_on",
            "group",
            "leader",
            "description",
            "report",
            "fund",
            "actual_cost",
            "payee",
        ]
        help_texts = {
            **ActivityForm.Meta.help_texts,
            "audience": _("活动面向哪些人。"),
            "precision": _("只知道月份、学期或年份的，日期填其中任何一天。"),
            "headcount": _("有签到名单的留空，登记后再录入名单。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            "title",
            "kind",
            "occasion",
            "audience",
            "starts_on",
            "precision",
            "place",
            "headcount",
            Folded(_("主办、内容和小结"), "ends_on", "group", "leader", "description", "report"),
            Folded(_("经费"), "fund", "actual_cost", "payee"),
        )

    def save(self, *, by: Any, on: date) -> Activity:
        """Record it."""
        return services.record_activity(self.instance, by=by, on=on)
