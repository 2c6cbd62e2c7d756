"""What a proposal waits for, told to those who can do nothing about it."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress.enums import ANSWER_DUE, ProposalStatus
from congress.models import Proposal
from unionoffice.templatetags.office import day, until

WAITS: dict[str, str | Promise] = {
    ProposalStatus.OFFERED: _("等待代表领衔，有人领衔后会通知起草人。"),
    ProposalStatus.FILED: _("等待提案审理小组审理。"),
    ProposalStatus.ACCEPTED: _("已经立案，等待交办。"),
    ProposalStatus.ASSIGNED: _("已交办，等待%(lead)s接收。"),
    ProposalStatus.HANDLING: _("%(lead)s正在办理。"),
    ProposalStatus.ANSWERED: _("%(lead)s已报送答复，等待校领导签批。"),
    ProposalStatus.SIGNED: _("已经答复，等待提案人评价。"),
    ProposalStatus.FOLLOWED: _("%(lead)s正在落实答复中承诺的事项。"),
}
"""Whose turn it is in each state; drafts and what looks for seconders say so themselves, and ends wait for nobody."""


def waits_for(proposal: Proposal, on: date) -> str:
    """Whose turn it is and, where a day is set, by when; nothing where nobody's."""
    if proposal.status not in WAITS:
        return ""
    words = str(WAITS[proposal.status]) % {"lead": proposal.lead}
    if proposal.status in ANSWER_DUE and proposal.due_on is not None:
        return words + _t("答复期限%(day)s（%(until)s）。") % {
            "day": day(proposal.due_on),
            "until": until(proposal.due_on, on),
        }
    if proposal.status == ProposalStatus.FOLLOWED and proposal.expected_on is not None:
        return words + _t("预计%(day)s完成。") % {"day": day(proposal.expected_on)}
    return words
