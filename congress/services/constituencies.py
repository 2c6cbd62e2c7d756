"""Every write to constituencies: whom they cover, and how many seats they have."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.models import Constituency, Delegation, Term
from congress.selectors import apportionment
from congress.services.records import take
from members.models import Department, UnionGroup
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock


@transaction.atomic
def save_constituency(
    constituency: Constituency,
    changes: Mapping[str, Any],
    *,
    groups: Collection[UnionGroup],
    departments: Collection[Department],
    by: Any,
) -> Constituency:
    """Enter a constituency or correct it, with the groups and departments whose people elect in it.

    Refused where everybody meets, for a name that the term has already, for one that covers nobody, and for a group
    or department that another one covers.
    """
    take(constituency, changes)
    term = lock(constituency.term)
    if not term.has_delegates:
        raise Refused(_("%(term)s由全体人员参加，不用划分选举单位。") % {"term": term})
    must_be_new_in_term(constituency)
    if not groups and not departments:
        raise Refused(_("请选择这个选举单位包括的工会小组或部门。"))
    _must_be_free(constituency, groups, departments)
    with audit.deed(_("登记选举单位") if constituency.pk is None else _("修改选举单位"), by=by):
        constituency.save()
        constituency.groups.set(groups)
        constituency.departments.set(departments)
    return constituency


def must_be_new_in_term(part: Constituency | Delegation) -> None:
    """Refuse a name that the term has already."""
    if type(part)._default_manager.exclude(pk=part.pk).filter(term=part.term, name=part.name).exists():
        raise Refused(_("%(term)s已经有“%(name)s”，请核对名称。") % {"term": part.term, "name": part.name})


def _must_be_free(
    constituency: Constituency, groups: Collection[UnionGroup], departments: Collection[Department]
) -> None:
    others = Constituency.objects.filter(term=constituency.term).exclude(pk=constituency.pk)
    for name, units in (("groups", groups), ("departments", departments)):
        for unit in units:
            taken = others.filter(**{name: unit}).first()
            if taken is not None:
                raise Refused(_("%(unit)s已经属于%(taken)s，不能重复划分。") % {"unit": unit, "taken": taken})


@transaction.atomic
def remove_constituency(constituency: Constituency, *, by: Any) -> None:
    """Take back a constituency that nobody has elected in."""
    lock(constituency)
    if constituency.delegates.exists() or constituency.elections.exists():
        raise Refused(_("%(name)s已经有代表或选举，不能删除。") % {"name": constituency})
    with audit.deed(_("删除选举单位"), by=by):
        constituency.delete()


@transaction.atomic
def share_out_seats(term: Term, total: int, *, by: Any, on: date) -> Term:
    """Give every constituency the seats that its number of people has on this day (最大余数法), at least one.

    What was set by hand before is replaced. Refuses a total below the number of constituencies, and seats below the
    delegates that a constituency already has.
    """
    lock(term)
    if not term.has_delegates:
        raise Refused(_("%(term)s由全体人员参加，不用分配代表名额。") % {"term": term})
    term.delegate_total = total
    lines = apportionment(term, on).lines
    if not lines:
        raise Refused(_("请先登记选举单位，再分配名额。"))
    if total < len(lines):
        sentence = _("共有%(n)d个选举单位，每个至少1名，总名额不能少于%(n)d名。")
        raise Refused(sentence % {"n": len(lines)})
    with audit.deed(_("分配代表名额"), by=by):
        term.save()
        for line in lines:
            _set(line.constituency, line.computed or 1, line.filled, "")
    return term


@transaction.atomic
def adjust_seats(constituency: Constituency, seats: int, *, reason: str, by: Any, on: date) -> Constituency:
    """Set a constituency's seats by hand, with the reason; refuses fewer than one and fewer than it has delegates."""
    lock(constituency)
    if seats < 1:
        raise Refused(_("每个选举单位至少1名代表。"))
    if not reason.strip():
        raise Refused(_("请写明调整名额的理由。"))
    line = next(one for one in apportionment(constituency.term, on).lines if one.constituency.pk == constituency.pk)
    with audit.deed(_("调整代表名额"), by=by, note=reason):
        _set(constituency, seats, line.filled, reason)
    return constituency


def _set(constituency: Constituency, seats: int, filled: int, reason: str) -> None:
    if seats < filled:
        sentence = _("%(name)s已有%(filled)d名代表，名额不能少于%(filled)d名。")
        raise Refused(sentence % {"name": constituency, "filled": filled})
    constituency.seats, constituency.adjusted_because = seats, reason
    constituency.save()
