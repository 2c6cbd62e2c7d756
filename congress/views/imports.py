"""Taking in the register of former years: send it in, look at what it would add, apply it."""

from django.utils.translation import gettext_lazy as _

from congress.importers import PROPOSALS
from congress.permissions import keeps_congress
from unionoffice.pages import ImportColumnsPage, ImportPage, ImportPlanPage, ImportTemplatePage


class _Proposals:
    """Who takes them in, and where they stand afterwards."""

    permission = keeps_congress
    area = "congress"
    importer = PROPOSALS
    list_url_name = "congress:proposal-list"


class ImportProposalsView(_Proposals, ImportPage):
    """Sending a register in."""


class ProposalTemplateView(_Proposals, ImportTemplatePage):
    """An empty register to fill in."""


class ProposalColumnsView(_Proposals, ImportColumnsPage):
    """What its other heads mean."""


class ProposalPlanView(_Proposals, ImportPlanPage):
    """What the register would add."""

    done = _("往年提案已导入。")
