"""What people are told of the preparation of a session without asking."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from congress.selectors.preparation import (
    ChecklistLine,
    accounts_responsible_for,
    checklist_of,
    sessions_ahead,
)
from unionoffice.days import in_short
from unionoffice.inbox import notify
from unionoffice.rules import rule


def remind_of_preparation(on: date) -> None:
    """Tell whoever is responsible of each open matter once when its day is near, and once when it has passed."""
    ahead = on + timedelta(days=rule("congress.checklist_ahead", on=on))
    for session in sessions_ahead():
        for line in checklist_of(session, on).lines:
            if line.is_open and line.item.due_on <= ahead:
                _remind(line, on)


def _remind(line: ChecklistLine, on: date) -> None:
    item = line.item
    sentence = _("%(session)s筹备：“%(title)s”应在%(day)s前完成，请安排。")
    if line.is_overdue:
        sentence = _("%(session)s筹备：“%(title)s”已过%(day)s的期限，请尽快完成。")
    words = {"session": item.session, "title": item.title, "day": in_short(item.due_on)}
    when = "late" if line.is_overdue else "ahead"
    key = f"congress.checklist.{item.pk}.{item.due_on}.{when}"
    notify(accounts_responsible_for(item, on), sentence % words, url=item.get_absolute_url(), key=key)
