"""A step of a proposal: a move from the states that this deed is for."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext as _

from congress.enums import STEPS, Deed, ProposalStatus
from congress.models import Proposal
from unionoffice.refusal import Refused
from unionoffice.states import moving


@contextmanager
def stepping(
    proposal: Proposal, deed: Deed, *, by: Any, to: ProposalStatus | None = None, note: str = ""
) -> Iterator[None]:
    """`moving`, and refused in other states: several deeds lead to one state, each from its own.

    `to` is asked for only where the deed may lead to more than one.
    """
    starts, ends = STEPS[deed]
    with moving(proposal, to=to or ends[0], by=by, verb=deed, note=note):
        if proposal.status not in starts:
            sentence = _("现在是“%(status)s”状态，不能%(deed)s。请刷新页面查看最新情况。")
            raise Refused(sentence % {"status": proposal.get_status_display(), "deed": deed})
        yield
