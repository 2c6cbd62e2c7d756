"""Every write to terms."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import DelegateKind
from congress.models import Term
from congress.services.records import take
from unionoffice import audit
from unionoffice.refusal import Refused


@transaction.atomic
def save_term(term: Term, changes: Mapping[str, Any], *, by: Any) -> Term:
    """Enter a term or correct it.

    Refuses a number that is taken, days that belong to another term, and to let everybody meet once delegates with a
    vote or constituencies were entered.
    """
    take(term, changes)
    others = Term.objects.filter(body=term.body).exclude(pk=term.pk)
    if others.filter(number=term.number).exists():
        raise Refused(_("%(term)s已经登记，请核对届次。") % {"term": term})
    overlapping = others.filter(from_on__lte=term.to_on, to_on__gte=term.from_on).first()
    if overlapping is not None:
        raise Refused(_("任期与%(term)s重叠，请核对起止日期。") % {"term": overlapping})
    if term.pk is not None and not term.has_delegates:
        _must_have_no_delegates(term)
    with audit.deed(_("登记届次") if term.pk is None else _("修改届次"), by=by):
        term.save()
    return term


def _must_have_no_delegates(term: Term) -> None:
    elected = term.delegates.filter(kind=DelegateKind.VOTING).exists() or term.constituencies.exists()
    if elected or term.delegate_total is not None:
        raise Refused(_("%(term)s已经登记了正式代表或选举单位，不能改为全体大会。") % {"term": term})
