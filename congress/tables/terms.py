"""The surface of the list of terms."""

from django.utils.translation import gettext_lazy as _

from congress.enums import Assembly
from unionoffice.pages import Column, Footer, Table, label_of


class TermTable(Table):
    """One line a term, the latest first."""

    columns = (
        Column(_("届次"), str, order_by="number", primary=True),
        Column(_("形式"), lambda term: label_of(Assembly, term.assembly), order_by="assembly"),
        Column(_("自何日起"), lambda term: term.from_on, order_by="from_on"),
        Column(_("至何日止"), lambda term: term.to_on, order_by="to_on"),
    )
    footers = (Footer(_("届"), _("届")),)
    empty = _("还没有登记届次。")
