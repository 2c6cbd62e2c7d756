"""What activities shows to the rest of the office."""

from django.utils.translation import gettext_lazy as _

from unionoffice.areas import Area

area = Area(key="activities", label=_("活动"))
