"""Input about the catalogue."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import ChannelKind, Interval, Timing
from affairs.models import CatalogueEdition, CatalogueItem
from unionoffice.pages import DayInput, OfficeForm, OfficeModelForm


class CatalogueItemForm(OfficeModelForm):
    """A matter of the catalogue."""

    ways = forms.MultipleChoiceField(
        label=_("公开形式"), choices=ChannelKind.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    since = forms.DateField(
        label=_("何日起"),
        widget=DayInput,
        required=False,
        help_text=_("责任部门、时限、周期、阶段和停用从这一天起算，之前的公开情况仍按原来的统计；留空为今天。"),
    )

    class Meta:
        model = CatalogueItem
        fields = [
            "content",
            "sphere",
            "category",
            "position",
            "department",
            "timing",
            "interval",
            "stage",
            "reach",
            "ways",
            "is_in_use",
        ]
        help_texts = {
            "sphere": _("校务由校长审批，会务由工会主席审批。"),
            "department": _("部门负责人可以起草本部门负责的事项，到期会收到提醒。"),
            "interval": _("定期公开的填写，其他留空。"),
            "reach": _("起草时默认采用，可以按事项改。"),
            "is_in_use": _("停用后不能再起草，已公开的不受影响。"),
        }

    def clean(self) -> dict[str, Any]:
        """An interval exactly where it is regular."""
        data = super().clean() or self.cleaned_data
        regular, interval = data.get("timing") == Timing.REGULAR, data.get("interval")
        if regular and not interval:
            self.add_error("interval", _("定期公开的请选择公开周期。"))
        if not regular and interval in Interval.values:
            self.add_error("interval", _("只有定期公开的才填写公开周期，请留空。"))
        return data

    def save(self, *, by: Any, on: date) -> CatalogueItem:
        """Keep the matter."""
        return services.save_item(self.instance, since=self.cleaned_data["since"], by=by, on=on)


class IssueCatalogueForm(OfficeForm):
    """From when the catalogue is in force as it stands."""

    from_on = forms.DateField(
        label=_("施行日期"), widget=DayInput, help_text=_("从这一天起，定期公开的内容按目录统计和提醒。")
    )
    note = forms.CharField(
        label=_("发布说明"), max_length=200, required=False, help_text=_("例如：经校务公开领导小组会议审定。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("from_on", self.on)

    def save(self, *, by: Any, on: date) -> CatalogueEdition:
        """Issue it."""
        data = self.cleaned_data
        return services.issue_catalogue(from_on=data["from_on"], note=data["note"], by=by, on=on)
