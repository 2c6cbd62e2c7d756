"""What the secretary enters of the school, its calendar and its rules."""

import hashlib
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from unionoffice import holidays, profiles, rules, school_calendar, strokes
from unionoffice.pages import DayInput, MoveForm, OfficeForm, OfficeModelForm
from unionoffice.profiles import SchoolProfile, UnionProfile
from unionoffice.refusal import Refused
from unionoffice.rules import RuleKind, RuleSetting
from unionoffice.school_calendar import SchoolSpan, SpecialDay
from unionoffice.strokes import StrokeOrder

WHOLE_NUMBER = {"invalid": _("请填写整数。"), "min_value": _("不能小于0。"), "max_value": _("数字太大，请核对。")}
DECIMAL = {"invalid": _("请填写数字。"), "min_value": _("不能小于0。"), "max_decimal_places": _("最多两位小数。")}
LONGEST_DEADLINE = 3660
LARGEST_COUNT = 1_000_000
YEARS_AHEAD = 2


def _value_field(setting: RuleSetting) -> forms.Field:
    """The control that fits the rule's kind; the service checks the value again."""
    said = {"label": _("新的取值"), "help_text": f"{_('单位')}：{setting.unit}" if setting.unit else ""}
    if setting.kind == RuleKind.FLAG:
        return forms.TypedChoiceField(
            choices=[("", _("请选择")), ("1", _("是")), ("0", _("否"))], coerce=lambda value: value == "1", **said
        )
    if setting.kind == RuleKind.CHOICE:
        return forms.ChoiceField(choices=[("", _("请选择")), *setting.choices], **said)
    if setting.kind in (RuleKind.COUNT, RuleKind.DAYS):
        most = LONGEST_DEADLINE if setting.kind == RuleKind.DAYS else LARGEST_COUNT
        return forms.IntegerField(min_value=0, max_value=most, error_messages=WHOLE_NUMBER, **said)
    most = rules.HUNDRED if setting.kind == RuleKind.PERCENT else None
    messages = {**DECIMAL, "max_value": _("不能超过100。")}
    return forms.DecimalField(
        min_value=0, max_value=most, max_digits=13, decimal_places=2, error_messages=messages, **said
    )


class SetRuleForm(MoveForm):
    """A new value of a rule from a day on."""

    field_order = ("value", "valid_from", "source")

    valid_from = forms.DateField(
        label=_("自何日起"),
        widget=DayInput,
        help_text=_("每件事按它发生那天的取值办理，以前的取值一直保留。"),
    )
    source = forms.CharField(
        label=_("依据"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("文件名称和文号，或者会议决定。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"] = _value_field(self.record)
        self.order_fields(self.field_order)

    def save(self, *, by: Any, on: date) -> RuleSetting:
        """Set the value."""
        given = self.cleaned_data
        return rules.set_rule(
            self.record.key, given["value"], valid_from=given["valid_from"], source=given["source"], by=by
        )


class WithdrawRuleForm(MoveForm):
    """Taking back a value that isn't in force yet."""

    def save(self, *, by: Any, on: date) -> RuleSetting:
        """Take it back; what is left of the rule is shown."""
        rules.withdraw_rule(self.record, by=by, on=on)
        return self.record


class SchoolProfileForm(OfficeModelForm):
    """The school, with its logo."""

    picture = forms.FileField(
        label=_("校徽"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
        help_text=_("PNG、JPG 或 WebP，不超过2MB，显示在每一页左上角。留空则不更换。"),
    )
    take_down = forms.BooleanField(label=_("撤下现在的校徽"), required=False)

    class Meta:
        model = SchoolProfile
        fields = ("name", "short_name", "contract_staff")
        help_texts: ClassVar[dict[str, Any]] = {"contract_staff": _("在编与聘用的人数，不含临时用工。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.logo_name:
            del self.fields["take_down"]

    def clean_picture(self) -> bytes | None:
        """A picture that can be drawn, of a size that can be read."""
        sent = self.cleaned_data["picture"]
        if sent is None:
            return None
        if sent.size > profiles.LOGO_MAX_BYTES:
            raise forms.ValidationError(_("图片超过2MB，请缩小后再上传。"))
        try:
            return profiles.small_picture(sent.read())
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def save(self, *, by: Any, on: date) -> SchoolProfile:
        """Save what was entered, and hang up or take down the logo."""
        profiles.save_profile(self.instance, by=by)
        if picture := self.cleaned_data["picture"]:
            profiles.set_logo(self.instance, picture, by=by)
        elif self.cleaned_data.get("take_down"):
            profiles.remove_logo(self.instance, by=by)
        return self.instance


class UnionProfileForm(OfficeModelForm):
    """The union, with the certificate that makes it a legal person."""

    class Meta:
        model = UnionProfile
        fields = (
            "name",
            "upper_union",
            "founding_document",
            "legal_representative",
            "legal_id_no",
            "legal_id_from",
            "legal_id_until",
        )
        widgets: ClassVar[dict[str, Any]] = {"legal_id_from": DayInput, "legal_id_until": DayInput}
        help_texts: ClassVar[dict[str, Any]] = {"founding_document": _("上级工会批准成立的文件名称和文号。")}

    def clean(self) -> dict[str, Any]:
        """The certificate's days in their order."""
        data = super().clean() or {}
        first, last = data.get("legal_id_from"), data.get("legal_id_until")
        if first and last and last < first:
            self.add_error("legal_id_until", _("有效期的最后一天不能早于第一天。"))
        return data

    def save(self, *, by: Any, on: date) -> UnionProfile:
        """Save what was entered."""
        profiles.save_profile(self.instance, by=by)
        return self.instance


class SpanForm(OfficeModelForm):
    """A term or a vacation."""

    class Meta:
        model = SchoolSpan
        fields = ("kind", "name", "first_day", "last_day")
        widgets: ClassVar[dict[str, Any]] = {"first_day": DayInput, "last_day": DayInput}

    def save(self, *, by: Any, on: date) -> SchoolSpan:
        """Enter or correct it."""
        return school_calendar.save_span(self.instance, by=by)


class RemoveSpanForm(MoveForm):
    """Taking a term or vacation out."""

    def save(self, *, by: Any, on: date) -> SchoolSpan:
        """Take it out."""
        school_calendar.remove_span(self.record, by=by)
        return self.record


class SpecialDayForm(OfficeModelForm):
    """A day off or worked against its weekday."""

    class Meta:
        model = SpecialDay
        fields = ("day", "kind", "label", "source")
        widgets: ClassVar[dict[str, Any]] = {"day": DayInput}

    def save(self, *, by: Any, on: date) -> SpecialDay:
        """Enter it."""
        return school_calendar.save_special_day(self.instance, by=by)


class RemoveSpecialDayForm(MoveForm):
    """Taking a special day back."""

    def save(self, *, by: Any, on: date) -> SpecialDay:
        """Take it back."""
        school_calendar.remove_special_day(self.record, by=by)
        return self.record


class HolidaysForm(OfficeForm):
    """A year's statutory holidays: shown as a plan first, written once that very plan was confirmed."""

    year = forms.IntegerField(label=_("年份"), error_messages=WHOLE_NUMBER)
    notice = forms.CharField(
        label=_("通知原文"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("从“一、元旦：1月1日…放假”起粘贴各条。系统已有该年安排时可以留空。"),
    )
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_year(self) -> int:
        """A year that the office keeps a calendar of."""
        year: int = self.cleaned_data["year"]
        if not rules.SEEDED_FROM.year <= year <= self.on.year + YEARS_AHEAD:
            raise forms.ValidationError(
                _("请填写%(first)s至%(last)s之间的年份。")
                % {"first": rules.SEEDED_FROM.year, "last": self.on.year + YEARS_AHEAD}
            )
        return year

    def clean(self) -> dict[str, Any]:
        """Make the plan."""
        data = super().clean() or {}
        if "year" in data and "notice" in data:
            try:
                self.plan = holidays.plan_year(data["year"], data["notice"])
            except Refused as refusal:
                self.add_error("notice", str(refusal))
        return data

    @property
    def digest(self) -> str:
        """Tells this plan from every other, so that none is written that wasn't seen."""
        seen = repr([(planned.day, planned.kind, planned.label, planned.is_news) for planned in self.plan])
        return hashlib.sha256(seen.encode()).hexdigest()

    @property
    def is_confirmed(self) -> bool:
        """Whether the user has seen just this plan."""
        return self.cleaned_data["confirmed"] == self.digest

    def save(self, *, by: Any, on: date) -> SchoolSpan:
        """Write the days that are news."""
        holidays.apply_year(self.cleaned_data["year"], self.plan, by=by)
        return SchoolSpan()


class StrokesForm(OfficeForm):
    """How a character is written."""

    character = forms.CharField(label=_("字"), max_length=2)
    strokes = forms.CharField(
        label=_("笔顺"),
        max_length=64,
        help_text=_("按书写顺序填数字：1横（提）、2竖（竖钩）、3撇、4点（捺）、5折。例如“王”是 1121。"),
    )

    def save(self, *, by: Any, on: date) -> StrokeOrder:
        """Enter it; names with it are put in their new place."""
        given = self.cleaned_data
        return strokes.enter_strokes(given["character"], given["strokes"].replace(" ", ""), by=by)


class RemoveStrokesForm(MoveForm):
    """Taking back what was entered of a character."""

    def save(self, *, by: Any, on: date) -> StrokeOrder:
        """Take it back."""
        strokes.remove_strokes(self.record, by=by)
        return self.record
