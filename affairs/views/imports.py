"""Taking in the disclosures of former years: send a table in, look at what it would add, apply it."""

from django.utils.translation import gettext_lazy as _

from affairs.importers import DISCLOSURES
from affairs.permissions import records_past
from unionoffice.pages import ImportPage, ImportPlanPage, ImportTemplatePage


class ImportDisclosuresView(ImportPage):
    """Sending a table in."""

    permission = records_past
    area = "affairs"
    importer = DISCLOSURES
    list_url_name = "affairs:disclosure-list"


class DisclosureTemplateView(ImportTemplatePage):
    """An empty table to fill in."""

    permission = records_past
    importer = DISCLOSURES


class DisclosurePlanView(ImportPlanPage):
    """What the table would add."""

    permission = records_past
    area = "affairs"
    importer = DISCLOSURES
    list_url_name = "affairs:disclosure-list"
    done = _("往年公开事项已导入。")
