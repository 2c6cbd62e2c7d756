"""Committees and the people who hold office in them."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.enums import CommitteePost
from members.models import CommitteeTerm, Member, OfficeHolding
from unionoffice import audit
from unionoffice.refusal import Refused


@transaction.atomic
def appoint(
    term: CommitteeTerm, member: Member, post: CommitteePost, *, by: Any, on: date, duty: str = ""
) -> OfficeHolding:
    """Record that somebody took office; refuses a day outside the term, and a post that the person holds already."""
    if not term.from_on <= on <= term.to_on:
        raise Refused(_("任职日期不在%(term)s的任期之内，请核对。") % {"term": term})
    if OfficeHolding.objects.filter(term=term, member=member, post=post, to_on=None).exists():
        raise Refused(
            _("%(name)s已经担任%(term)s%(post)s。") % {"name": member.name, "term": term, "post": post.label}
        )
    with audit.deed("任职", by=by):
        return OfficeHolding.objects.create(term=term, member=member, post=post, duty=duty, from_on=on)
