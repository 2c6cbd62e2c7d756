"""What several services of the board refuse alike."""

from datetime import date

from django.utils.translation import gettext as _

from affairs.models import Disclosure
from unionoffice.refusal import Refused
from unionoffice.versions import Versioned


def check_days(disclosure: Disclosure, on: date) -> None:
    """Refuse a last day on the board before the first one."""
    first = max(on, disclosure.publish_on or on)
    if disclosure.posted_until is not None and disclosure.posted_until < first:
        raise Refused(_("“公开至”不能早于公开的日子，请修改日期；长期公开的留空。"))


def ensure_as_read(record: Versioned, version: int) -> None:
    """Refuse a decision about a text that was changed since it was read."""
    if record.version != version:
        raise Refused(_("您打开这一页之后，内容又改过。请重新看过再审批。"))
