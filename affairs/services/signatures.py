"""How an approval is signed: by whoever answers for a sphere, or by a deputy in their place."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from affairs.selectors import deputyship_of


def signature_of(by: Any, sphere: str, on: date) -> tuple[str, str]:
    """The approver's name as it is recorded and printed, and whom a deputy stood in for."""
    deputyship = deputyship_of(by, sphere, on)
    if deputyship is None:
        return str(by), ""
    return _("%(name)s（代）") % {"name": by}, _("代%(name)s审批") % {"name": deputyship.named_by}
