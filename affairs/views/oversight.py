"""What the pages of supervision, agreements and inspections share."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from affairs.permissions import drafts_disclosures
from affairs.selectors import disclosures_from
from unionoffice.pages import Action, Fact
from unionoffice.sources import SourceRef

AREA = "affairs"


def disclosure_action(record: Any, user: Any) -> list[Action]:
    """The way to the board, for whoever writes for it, as long as nothing was written about the record."""
    if not drafts_disclosures.test(user) or disclosures_from(record, user).exists():
        return []
    source = SourceRef.to(record)
    address = f"{reverse('affairs:disclosure-draft')}?source={source.model}:{source.key}"
    return [Action(_("起草公开"), address, primary=False)]


def disclosure_facts(record: Any, user: Any) -> list[Fact]:
    """What was written for the board about the record."""
    return [
        Fact(_("公开事项"), f"{one.title}（{one.get_status_display()}）", one.get_absolute_url())
        for one in disclosures_from(record, user)
    ]
