"""Taking in tables: send one in, look at what it would add or change, apply it."""

from django.utils.translation import gettext_lazy as _

from affairs.importers import DISCLOSURES, DOCUMENTS, REGULATIONS
from affairs.permissions import keeps_documents, keeps_regulations, records_past
from unionoffice.pages import ImportColumnsPage, ImportPage, ImportPlanPage, ImportTemplatePage


class _Disclosures:
    """Who takes in what was public in former years, and where it stands afterwards."""

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


class _Documents:
    """Who takes in the register of documents, and where it stands afterwards."""

    permission = keeps_documents
    area = "affairs"
    importer = DOCUMENTS
    list_url_name = "affairs:document-list"


class ImportDocumentsView(_Documents, ImportPage):
    """Sending a register in."""


class DocumentTemplateView(_Documents, ImportTemplatePage):
    """An empty register to fill in."""


class DocumentColumnsView(_Documents, ImportColumnsPage):
    """What its other heads mean."""


class DocumentPlanView(_Documents, ImportPlanPage):
    """What the register would enter or change."""

    done = _("收发文登记簿已导入。")


class _Regulations:
    """Who takes in what holds already, and where it stands afterwards."""

    permission = keeps_regulations
    area = "affairs"
    importer = REGULATIONS
    list_url_name = "affairs:regulation-list"


class ImportRegulationsView(_Regulations, ImportPage):
    """Sending a list of versions in."""


class RegulationTemplateView(_Regulations, ImportTemplatePage):
    """An empty list to fill in."""


class RegulationColumnsView(_Regulations, ImportColumnsPage):
    """What its other heads mean."""


class RegulationPlanView(_Regulations, ImportPlanPage):
    """Which versions the list would add."""

    done = _("制度台账已导入。")
