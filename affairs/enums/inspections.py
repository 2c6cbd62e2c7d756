"""The words and moves of inspections (检查评估)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InspectionKind(TextChoices):
    """Whether somebody comes to look, or the school looks at itself."""

    RECEIVED = "received", _("上级检查")
    SELF = "self", _("自评")


class InspectionLevel(TextChoices):
    """检查级别: how high up it is done."""

    SCHOOL = "school", _("校级")
    COUNTY = "county", _("区县级")
    CITY = "city", _("市级")
    PROVINCE = "province", _("省级")
    NATION = "nation", _("国家级")


class InspectionStatus(TextChoices):
    """Where an inspection stands."""

    PREPARING = "preparing", _("准备中")
    CONCLUDED = "concluded", _("已有结果")
    RECTIFYING = "rectifying", _("整改中")
    CLOSED = "closed", _("已办结")


INSPECTION_MOVES: dict[InspectionStatus, frozenset[InspectionStatus]] = {
    InspectionStatus.PREPARING: frozenset({InspectionStatus.CONCLUDED}),
    InspectionStatus.CONCLUDED: frozenset({InspectionStatus.RECTIFYING, InspectionStatus.CLOSED}),
    InspectionStatus.RECTIFYING: frozenset({InspectionStatus.CLOSED}),
    InspectionStatus.CLOSED: frozenset(),
}

CONCLUDED_ONCE = (InspectionStatus.CONCLUDED, InspectionStatus.RECTIFYING, InspectionStatus.CLOSED)
"""States in which the result is known: the ones that count."""

RECTIFIABLE = (InspectionStatus.CONCLUDED, InspectionStatus.RECTIFYING)
"""States in which something to set right can be added."""
