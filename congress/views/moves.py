"""What all pages share on which a proposal is moved."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.models import Proposal
from congress.views.proposals import AREA, proposals_crumb
from unionoffice.pages import Crumb, TransitionPage


class ProposalMove(TransitionPage):
    """A move of one proposal."""

    permission = permissions.is_staff
    area = AREA
    model = Proposal
    done = _("已办理。")

    def get_queryset(self) -> Any:
        """With the people and the department that rules ask about."""
        related = ("originator", "proposer", "lead__head", "session__term")
        return super().get_queryset().select_related(*related)

    def get_crumbs(self) -> list[Crumb]:
        """To the proposal."""
        return [proposals_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]
