"""Who held which office when."""

from django.utils.translation import gettext_lazy as _

from members.filters import OfficeFilter
from members.models import OfficeHolding
from members.permissions import sees_all_members
from members.tables import OfficeTable
from unionoffice.pages import ListPage


class OfficeListView(ListPage):
    """The committees with everybody who holds or held an office in them."""

    permission = sees_all_members
    area = "members"
    title = _("委员会")
    model = OfficeHolding
    table = OfficeTable
    filter_class = OfficeFilter
