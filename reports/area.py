"""What reports show to the rest of the office."""

from django.utils.translation import gettext_lazy as _

from reports.permissions import opens_desk, reads_summary
from unionoffice.areas import Area, NavItem

area = Area(
    key="reports",
    label=_("工作"),
    navigation=(
        NavItem(_("工作台"), "reports:desk", "layout-dashboard", opens_desk),
        NavItem(_("日历"), "reports:calendar", "calendar", opens_desk),
        NavItem(_("工作总结"), "reports:summary", "file-text", reads_summary),
    ),
)
