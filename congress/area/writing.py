"""What texts that aren't filed yet show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from congress import permissions
from congress.enums import ProposalStatus
from congress.models import Proposal
from congress.selectors import open_call
from congress.services import tell_of_call
from unionoffice.areas import Scheduled, Task

TELL_OF_CALL = Scheduled("congress.call", tell_of_call, hour=8)


def draft_tasks(user: Any, on: date) -> Iterator[Task]:
    """One's drafts, and what went back to one's own hands, while a session takes proposals: until its last day."""
    if not permissions.is_staff.test(user):
        return
    drafts = list(Proposal.objects.filter(originator=user.member_id, status=ProposalStatus.DRAFT).order_by("pk"))
    session = open_call(on) if drafts else None
    if session is None:
        return
    for proposal in drafts:
        sentence = _("您起草的《%(title)s》还没有提交") % {"title": proposal.title or _("未命名的提案")}
        yield Task(sentence, _("继续"), reverse("congress:proposal-detail", args=[proposal.pk]), session.call_to)
