"""Rosters as they were taken in: applied as a whole, and the last one taken back as a whole."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members.models import (
    Account,
    Audience,
    Department,
    DepartmentPlace,
    GroupPlace,
    Member,
    RoleGrant,
    RosterImport,
    StatusChange,
    UnionGroup,
)
from members.services.rosters import RosterChange, RosterRow, apply_roster
from unionoffice import audit
from unionoffice.batches import in_batches
from unionoffice.merging import links_to
from unionoffice.refusal import Refused
from unionoffice.sheets.journal import Journal
from unionoffice.sheets.undoing import Undoing, pointing_at
from unionoffice.states import lock
from unionoffice.strokes import own_orders

NAMED_PEOPLE = 5
"""Those whom a refusal names before it says how many more there are."""

PERSON_OF: dict[type[models.Model], str] = {
    Member: "pk",
    StatusChange: "member",
    DepartmentPlace: "member",
    GroupPlace: "member",
    Account: "member",
    RoleGrant: "account__member",
}
"""Whose a row is that a roster wrote."""


@transaction.atomic
def import_roster(
    new: Sequence[RosterRow],
    changed: Sequence[RosterChange],
    *,
    name: str,
    digest: str,
    counts: Mapping[str, int],
    by: Any,
    on: date,
) -> RosterImport:
    """Apply a roster and keep a record of it, with what is needed to take it back.

    What was kept of earlier ones for that purpose is forgotten: it is people's data, and of use for the last only.
    `counts` tells how many people the file left as they were, and how many it didn't name.
    """
    record = RosterImport(name=name[-200:], digest=digest, applied_by=by, applied_at=timezone.now())
    record.new, record.changed = len(new), len(changed)
    record.unchanged, record.absent = counts["unchanged"], counts["absent"]
    with audit.deed(_("导入花名册"), by=by):
        record.save()
    journal = apply_roster(new, changed, by=by, on=on, came_with=record)
    RosterImport.objects.exclude(journal=None).update(journal="")
    record.journal = journal.as_text()  # type: ignore[assignment]
    record.save(update_fields=["journal"])
    return record


@transaction.atomic
def take_back_import(record: RosterImport, *, by: Any) -> RosterImport:
    """Undo an import as a whole: its new people go, with the accounts opened for them; the others are set back.

    Departments and groups that it set up go too, unless somebody uses them by now. Refused for any import but the
    last, and where anything was done since to any of its people: it names them. Sign-ins that it ended stay ended.
    """
    lock(record)
    if record.is_taken_back:
        raise Refused(_("这次导入已经收回，不用再收回。"))
    if not record.can_be_taken_back or RosterImport.objects.filter(pk__gt=record.pk).exists():
        raise Refused(_("之后又导入过花名册，只能收回最近一次导入。请直接修改有关人员的档案。"))
    journal = Journal.of(record.journal)
    _hold_people(journal)
    unused = _unused_accounts(record, journal)
    undoing = Undoing(
        journal=journal,
        spare=(Department, UnionGroup),
        along={Account: unused},
        told=(Member, Account, RoleGrant, Department, UnionGroup),
        follow=_keys_again(),
    )
    _ensure_free(undoing)
    with audit.deed(_("收回导入"), by=by):
        for account in Account.objects.filter(pk__in=unused):
            account.delete()
        undoing.carry_out(verb=_("收回导入"), by=by)
        record.taken_back_at, record.taken_back_by, record.journal = timezone.now(), by, ""  # type: ignore[assignment]
        record.save()
    return record


def _hold_people(journal: Journal) -> None:
    """Nobody changes any of them until they are set back."""
    keys = [key for step in journal.steps if step.of is Member for key in step.left]
    for batch in in_batches(keys):
        list(Member.objects.select_for_update().filter(pk__in=batch).values_list("pk"))


def _unused_accounts(record: RosterImport, journal: Journal) -> set[int]:
    """Accounts opened for the new people in which nobody has signed in and on which nothing depends.

    Those that had waited for their people are given back, not deleted.
    """
    waited = [key for step in journal.steps if step.of is Account for key in step.changed]
    opened = Account.objects.filter(member__came_with=record, last_login=None).exclude(pk__in=waited)
    keys = set(opened.values_list("pk", flat=True))
    for link in links_to(Account):
        goes_along = link.field is not None and link.field.remote_field.on_delete is models.CASCADE
        if keys and not goes_along:
            keys -= {target for _key, target in pointing_at(link, Account, keys)}
    return keys


def _keys_again() -> Any:
    """What search and order need follows from the restored name and ID number."""
    own = own_orders()

    def follow(row: Any) -> Iterable[str]:
        if not isinstance(row, Member):
            return ()
        row.make_keys(own)
        return Member.MADE_KEYS

    return follow


def _ensure_free(undoing: Undoing) -> None:
    """Refuse while anybody stands in the way, by name."""
    found: dict[type[models.Model], set[int]] = {}
    for model, key in undoing.in_the_way():
        found.setdefault(model, set()).add(key)
    people = {pk for model, keys in found.items() for pk in _people(model, keys)} | _named_in_audiences(undoing)
    if people or found:
        raise Refused(
            _("导入之后，%(names)s的档案又有变动或登记了其他事项，不能整批收回。请直接修改有关人员的档案。")
            % {"names": _names(people)}
        )


def _people(model: type[models.Model], keys: Collection[int]) -> set[int]:
    path = PERSON_OF[model]
    return {
        pk
        for batch in in_batches(list(keys))
        for pk in model._default_manager.filter(pk__in=batch).values_list(path, flat=True)
        if pk is not None
    }


def _named_in_audiences(undoing: Undoing) -> set[int]:
    """New people whom an audience names: the link stands in its rule, where no foreign key tells of it."""
    new = set(undoing.journal.made(Member))
    named = (key for audience in Audience.objects.all() for key in (*audience.asks.included, *audience.asks.excluded))
    return new & set(named)


def _names(people: Collection[int]) -> str:
    """The first few with their numbers, and how many there are."""
    if not people:
        return _("有关人员")
    first = Member.objects.filter(pk__in=list(people)[:1000]).only("name", "employee_no")[:NAMED_PEOPLE]
    names = "、".join(f"{member.name}（{member.employee_no}）" for member in first)
    if len(people) <= NAMED_PEOPLE:
        return names
    return _("%(names)s等%(count)d人") % {"names": names, "count": len(people)}
