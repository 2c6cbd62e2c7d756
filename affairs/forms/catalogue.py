"""Input about the catalogue."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import Interval, Timing
from affairs.models import CatalogueItem
from unionoffice.pages import OfficeModelForm


class CatalogueItemForm(OfficeModelForm):
    """A matter of the catalogue."""

    class Meta:
        model = CatalogueItem
        fields = [
            "content",
            "sphere",
            "category",
            "department",
            "timing",
            "interval",
            "stage",
            "reach",
            "is_in_use",
        ]
        help_texts = {
            "sphere": _("校务由校长审批，会务由工会主席审批。"),
            "department": _("部门负责人可以起草本部门负责的事项。"),
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

    def save(self, *, by: Any, on: date) -> CatalogueItem:  # noqa: ARG002 -- the trail keeps the time
        """Keep the matter."""
        return services.save_item(self.instance, by=by)
