"""What finance shows to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from finance import permissions
from finance.demo import build
from finance.enums import EntryStatus
from finance.figures import figures
from finance.models import Entry
from finance.selectors import entries_waiting
from unionoffice.areas import HITS, Area, NavItem, SearchHit, Task
from unionoffice.money import format_money

STEPS = (
    (EntryStatus.DRAFT, permissions.records_entries, _("修改"), "finance:entry-mend"),
    (EntryStatus.SUBMITTED, permissions.approves_entries, _("批准"), "finance:entry-approve"),
    (EntryStatus.APPROVED, permissions.pays, _("收付款"), "finance:entry-pay"),
    (EntryStatus.PAID, permissions.books, _("记账"), "finance:entry-book"),
)


def tasks(user: Any, _on: date) -> Iterator[Task]:
    """Entries at the step that is this user's to take."""
    for status, permission, button, url_name in STEPS:
        if not permission.test(user):
            continue
        for entry in entries_waiting(status):
            sentence = str(_("%(purpose)s，%(amount)s元，%(status)s")) % {
                "purpose": entry.purpose,
                "amount": format_money(entry.amount),
                "status": entry.get_status_display(),
            }
            yield Task(sentence, str(button), reverse(url_name, args=[entry.pk]))


def search(user: Any, text: str) -> Iterator[SearchHit]:
    """Entries by their purpose, the other party or their number."""
    for entry in Entry.objects.visible_to(user).matching(text)[:HITS]:
        yield SearchHit(entry.purpose, f"{format_money(entry.amount)}元", entry.get_absolute_url(), "receipt")


area = Area(
    key="finance",
    label=_("经费"),
    navigation=(NavItem(_("经费台账"), "finance:entry-list", "receipt", permissions.sees_ledger),),
    figures=figures,
    tasks=tasks,
    search=search,
    demo=build,
)
