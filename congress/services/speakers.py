"""Who may speak in the congress of the staff, and in whose name: what those are told who may not."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from congress.models import Delegation
from congress.selectors import has_no_delegates, headed_delegation, is_voting_delegate
from unionoffice.refusal import Refused


def must_have_vote(by: Any, on: date) -> None:
    """Refuse to those who have no vote in the congress of the staff."""
    if is_voting_delegate(by.member_id, on):
        return
    if has_no_delegates(on):
        raise Refused(_("只有在编在岗的教职工可以这样做。您可以起草提案，再请一位教职工领衔。"))
    raise Refused(_("只有正式代表可以这样做。您可以起草提案，再请本单位的代表领衔。"))


def must_head_delegation(by: Any, on: date) -> Delegation:
    """The delegation in whose name somebody speaks; refused to who heads none."""
    delegation = headed_delegation(by.member, on)
    if delegation is None:
        raise Refused(_("只有代表团团长可以代表本团提出提案。"))
    return delegation
