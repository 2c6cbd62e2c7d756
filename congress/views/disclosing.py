"""提案办理情况公开: from a session's proposals to a draft for the board in one step."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from affairs.views.drafting import KEY, DraftDisclosureView
from congress import permissions
from congress.enums import PUBLISHED
from congress.models import Proposal, Session
from congress.models.disclosing import disclosed_handling
from congress.selectors.proposal_statistics import proposed_to
from congress.views.proposals import AREA, proposals_crumb
from unionoffice.pages import Crumb


class PubliciseHandlingView(DraftDisclosureView):
    """The draft of `?session=<pk>`, to be looked over, saved and handed in for approval like any other.

    Without one it is the last session of whose proposals any became a case. It can be made again as the handling goes
    on: each tells how things stood on its day, so there isn't one of a session as there is one of a record.
    """

    permission = permissions.publicises_handling
    area = AREA
    title = _("公开提案办理情况")

    def prepare(self) -> None:
        """The session that the address names, or the last one."""
        self.record = None
        key = self.request.GET.get("session", "")
        sessions = proposed_to(Session.objects.visible_to(self.request.user))
        if KEY.fullmatch(key):
            self.session = sessions.filter(pk=int(key)).first()
        else:
            self.session = sessions.filter(proposals__status__in=PUBLISHED).first()
        if self.session is None:
            raise Http404

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return [proposals_crumb(), Crumb(str(self.session), self.session.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Title, text and matter of the catalogue."""
        proposals = Proposal.objects.filter(session=self.session).select_related("proposer", "delegation", "lead")
        draft = disclosed_handling(self.session.printed_name, proposals.order_by("number"))
        matter = self.get_matter(content__contains="提案") or self.get_matter(category=draft.category)
        return {"initial": {"title": draft.title, "body": draft.body, "item": matter}}
