"""The papers of proposals."""

from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.models import Proposal, Session
from congress.papers.proposal_register import proposal_register
from congress.papers.proposals import Told, answer_letter, assignment_slip, proposal_form
from congress.selectors.proposal_statistics import proposed_to
from congress.views.proposals import AREA, proposals_crumb
from congress.views.registers import RegisterPage
from unionoffice.days import in_full
from unionoffice.documents import Document
from unionoffice.pages import Crumb, PaperPage


class ProposalPaper(PaperPage):
    """A paper of one proposal, with what its reader may know of it."""

    permission = permissions.is_staff
    area = AREA
    model = Proposal
    select_related = ("session__term", "originator", "proposer", "delegation", "lead__head", "merged_into")

    def get_told(self) -> Told:
        """The proposal for this reader."""
        return Told.to(self.record, self.request.user)


class ProposalFormPaperView(ProposalPaper):
    """提案表."""

    rule = permissions.may_print_form

    def get_document(self) -> Document:
        """Filled in as far as the proposal has come."""
        return proposal_form(self.get_told())


class AnswerLetterView(ProposalPaper):
    """答复函."""

    rule = permissions.may_print_letter

    def get_document(self) -> Document:
        """The answer that was signed last."""
        return answer_letter(self.get_told())


class AssignmentSlipView(ProposalPaper):
    """交办单."""

    rule = permissions.may_print_slip

    def get_document(self) -> Document:
        """For the departments."""
        return assignment_slip(self.get_told(), self.on)


class ProposalRegisterView(RegisterPage):
    """登记表 of a session, with the proposals and the names that its reader may know."""

    permission = permissions.is_staff
    title = _("打印提案登记表")
    name, label = "session", _("会议")
    question = _("登记表按编号排列，列出这次会议收到的、您可以看到的提案。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [proposals_crumb()]

    def get_choices(self) -> list[tuple[Any, str]]:
        """The sessions of the staff congress that proposals were made to, the latest first."""
        sessions = proposed_to(Session.objects.visible_to(self.request.user))
        return [(session.pk, session.printed_name) for session in sessions]

    def get_document(self, value: Any, words: str) -> Document:
        """Every number of the session."""
        user = self.request.user
        rows: Any = Proposal.objects.visible_to(user).filed().filter(session=value)
        listed = rows.listed_for(user, self.on).select_related("lead").order_by("number")
        period = _t("%(words)s（打印于%(day)s）") % {"words": words, "day": in_full(self.on)}
        return proposal_register(listed, period=period)
