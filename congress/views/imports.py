"""Taking in the register of former years: send it in, look at what it would add, apply it."""

from django.utils.translation import gettext_lazy as _

from congress.importers import PROPOSALS
from congress.permissions import keeps_congress
from unionoffice.pages import ImportPage, ImportPlanPage, ImportTemplatePage


class ImportProposalsView(ImportPage):
    """Sending a register in."""

    permission = keeps_congress
    area = "congress"
    importer = PROPOSALS
    list_url_name = "congress:proposal-list"


class ProposalTemplateView(ImportTemplatePage):
    """An empty register to fill in."""

    permission = keeps_congress
    importer = PROPOSALS


class ProposalPlanView(ImportPlanPage):
    """What the register would add."""

    permission = keeps_congress
    area = "congress"
    importer = PROPOSALS
    list_url_name = "congress:proposal-list"
    done = _("往年提案已导入。")
