"""Taking in the disclosures of former years: send a table in, look at what it would add, apply it."""

from django.utils.translation import gettext_lazy as _

from affairs.importers import DISCLOSURES
from affairs.permissions import records_past
from unionoffice.pages import ImportColumnsPage, ImportPage, ImportPlanPage, ImportTemplatePage


class _Disclosures:
    """Who takes them in, and where they stand afterwards."""

    permission = records_past
    area = "affairs"
    importer = DISCLOSURES
    list_url_name = "affairs:disclosure-list"


class ImportDisclosuresView(_Disclosures, ImportPage):
    """Sending a table in."""


class DisclosureTemplateView(_Disclosures, ImportTemplatePage):
    """An empty table to fill in."""


class DisclosureColumnsView(_Disclosures, ImportColumnsPage):
    """What its other heads mean."""


class DisclosurePlanView(_Disclosures, ImportPlanPage):
    """What the table would add."""

    done = _("往年公开事项已导入。")
