"""What delegates and their elections ask the secretary to do."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from congress.permissions import keeps_congress
from congress.selectors import delegates_who_left, vacancies, waiting_to_be_checked
from unionoffice.areas import Task


def delegate_tasks(user: Any, on: date) -> Iterator[Task]:
    """Elected people to check, delegates who work here no more, and seats that stand empty."""
    if not keeps_congress.test(user):
        return
    for election in waiting_to_be_checked():
        sentence = _("%(election)s已选出代表，待资格审查") % {"election": election}
        yield Task(sentence, _("审查"), reverse("congress:election-check", args=[election.pk]))
    for delegate in delegates_who_left(on):
        told = {"name": delegate.member.name, "term": delegate.term, "day": delegate.left_on}
        sentence = _("%(name)s自%(day)s起已不在职，还登记为%(term)s代表") % told
        yield Task(sentence, _("终止代表资格"), reverse("congress:delegate-end", args=[delegate.pk]))
    for constituency in vacancies(on):
        told = {"term": constituency.term, "unit": constituency.name, "n": constituency.vacant}
        url = reverse("congress:election-create", args=[constituency.term_id])
        sentence = _("%(term)s%(unit)s空缺%(n)d名代表") % told
        yield Task(sentence, _("选举"), f"{url}?constituency={constituency.pk}")
