"""Committees, their terms, and the people who hold office in them.

An office that passes on ends the day before: nobody holds it twice on one day.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from members.enums import (
    ELECTED_BY_MEMBERS,
    HEAD_POSTS,
    CommitteeKind,
    CommitteePost,
    HowChosen,
    OfficeEnd,
    ServiceStatus,
    UnionStatus,
)
from members.models import Committee, CommitteeTerm, Member, OfficeHolding
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock

EVE = timedelta(days=1)


@transaction.atomic
def save_committee(committee: Committee, *, kind: CommitteeKind, name: str, by: Any) -> Committee:
    """Set a committee up or correct it; refuses a name that is taken, and a second committee of the union itself."""
    if committee.pk is not None:
        lock(committee)
    others = Committee.objects.exclude(pk=committee.pk)
    if others.filter(name=name).exists():
        raise Refused(_("已经有名为“%(name)s”的委员会，请换一个名称。") % {"name": name})
    if kind == CommitteeKind.UNION and others.filter(kind=kind).exists():
        raise Refused(_("工会委员会只有一个，请在已有的工会委员会下登记各届。"))
    committee.kind, committee.name = kind, name
    with audit.deed("", by=by):
        committee.save()
    return committee


@transaction.atomic
def open_term(term: CommitteeTerm, *, staying: Iterable[OfficeHolding] = (), by: Any) -> CommitteeTerm:
    """换届: begin the unsaved `term`. The offices of earlier terms end the day before it, and whoever is `staying`
    takes the same office in it on its first day.

    An earlier term that would have lasted longer ends with its offices. Terms of long ago may be entered after later
    ones. Refuses a number that is taken, and days that belong to another term.
    """
    lock(term.committee)
    others = term.committee.terms.all()
    if others.filter(number=term.number).exists():
        raise Refused(_("第%(n)d届已经登记，请核对届次。") % {"n": term.number})
    _ensure_free(term, others)
    earlier = others.filter(from_on__lt=term.from_on)
    with audit.deed(_("换届"), by=by, note=str(term)):
        offices = OfficeHolding.objects.filter(term__in=earlier).current().select_related("term", "member")
        for office in offices.select_for_update(of=("self",)):
            _end(office, term.from_on - EVE, OfficeEnd.TERM_OVER)
        for before in earlier.filter(to_on__gte=term.from_on):
            before.to_on = term.from_on - EVE
            before.save()
    with audit.deed(_("登记"), by=by):
        term.save()
    for office in staying:
        post = CommitteePost(office.post)
        appoint(term, office.member, post, by=by, on=term.from_on, duty=office.duty, how=HowChosen.ELECTED)
    return term


def _ensure_free(term: CommitteeTerm, others: Any) -> None:
    """No other term begins within the days of this one, nor on its eve: that one would have no day left."""
    clash = others.filter(from_on__range=(term.from_on - EVE, term.to_on)).order_by("from_on").first()
    if clash is not None:
        raise Refused(_("任期与%(term)s（%(day)s起）重叠，请核对起止日期。") % {"term": clash, "day": clash.from_on})
    held = OfficeHolding.objects.filter(term__in=others.filter(from_on__lt=term.from_on), from_on__gte=term.from_on)
    office = held.current().select_related("term", "member").first()
    if office is not None:
        raise Refused(
            _("%(name)s在%(day)s才就任上一届的职务，晚于新一届开始的日期，请核对。")
            % {"name": office.member, "day": office.from_on}
        )


@transaction.atomic
def update_term(term: CommitteeTerm, *, changes: Mapping[str, Any], by: Any) -> CommitteeTerm:
    """Complete or correct the file of a term; its days change by `move_term_end` alone."""
    lock(term)
    number = changes.get("number", term.number)
    if term.committee.terms.filter(number=number).exclude(pk=term.pk).exists():
        raise Refused(_("第%(n)d届已经登记，请核对届次。") % {"n": number})
    for name, value in changes.items():
        setattr(term, name, value)
    with audit.deed("", by=by):
        term.save()
    return term


@transaction.atomic
def move_term_end(term: CommitteeTerm, to_on: date, *, source: str, ends_offices: bool, by: Any) -> CommitteeTerm:
    """延期换届, or an end before the time, with what it rests on (批复文号); perhaps every office ends with it.

    Refuses a day that changes nothing, one before the term's second day, one within the next term, and one before
    somebody took an office that would end with it.
    """
    lock(term)
    if to_on == term.to_on:
        raise Refused(_("届满日期没有变化，请填写新的日期。"))
    following = term.committee.terms.filter(from_on__gt=term.from_on).order_by("from_on").first()
    if to_on <= term.from_on or (following is not None and to_on >= following.from_on):
        raise Refused(_("届满日期应在本届开始之后、下一届开始之前，请核对。"))
    verb = _("延期换届") if to_on > term.to_on else _("提前届满")
    term.to_on, term.end_moved_by = to_on, source
    with audit.deed(verb, by=by, note=source):
        term.save()
        for office in term.offices.current().select_for_update() if ends_offices else ():
            if office.from_on > to_on:
                raise Refused(_("%(name)s在届满日期之后才就任，请核对日期。") % {"name": office.member})
            _end(office, to_on, OfficeEnd.TERM_OVER)
    return term


@transaction.atomic
def appoint(
    term: CommitteeTerm,
    member: Member,
    post: CommitteePost,
    *,
    by: Any,
    on: date,
    until: date | None = None,
    duty: str = "",
    how: str = "",
    document_no: str = "",
    because: str = "",
) -> OfficeHolding:
    """Record that somebody took office; of days gone by also `until` when, and `because` of what no longer.

    Refuses days outside the term, a post that the person holds already, a second head of the committee, and, on the
    committees of the union itself, somebody who wasn't a member in service on that day.
    """
    lock(term)
    if not term.from_on <= on <= term.to_on:
        raise Refused(_("任职日期不在%(term)s的任期之内，请核对。") % {"term": term})
    if until is not None and until < on:
        raise Refused(_("卸任日期不能早于任职日期，请核对。"))
    _ensure_vacant(term, member, post, on=on, until=until)
    _ensure_eligible(term, member, on)
    with audit.deed(_("任职"), by=by, note=f"{member}，{post.label}"):
        return OfficeHolding.objects.create(
            term=term,
            member=member,
            post=post,
            duty=duty,
            from_on=on,
            to_on=until,
            how_chosen=how,
            document_no=document_no,
            ended_because=because if until else "",
        )


def _ensure_vacant(term: CommitteeTerm, member: Member, post: CommitteePost, *, on: date, until: date | None) -> None:
    """Nobody is in a post twice on one day, and nobody else leads the committee."""
    held = OfficeHolding.objects.filter(Q(to_on=None) | Q(to_on__gte=on), term=term, post=post)
    if until is not None:
        held = held.filter(from_on__lte=until)
    names = {"term": term, "post": post.label}
    if held.filter(member=member).exists():
        raise Refused(_("%(name)s已经担任%(term)s%(post)s。") % {"name": member.name, **names})
    head = held.select_related("member").first() if post in HEAD_POSTS else None
    if head is not None:
        raise Refused(_("%(name)s正在担任%(term)s%(post)s，请先办理卸任或者交接。") % {"name": head.member, **names})


def _ensure_eligible(term: CommitteeTerm, member: Member, on: date) -> None:
    """Whoever wasn't known on that day is judged by the first that is known of them: rosters begin late."""
    if term.committee.kind not in ELECTED_BY_MEMBERS:
        return
    known = member.status_changes.filter(on__lte=on).first() or member.status_changes.last()
    standing = (known.service_status, known.union_status) if known else None
    if standing != (ServiceStatus.IN_SERVICE, UnionStatus.MEMBER):
        raise Refused(
            _("%(name)s在%(day)s不是在职会员，不能担任%(committee)s的职务，请核对人选和日期。")
            % {"name": member, "day": on, "committee": term.committee}
        )


@transaction.atomic
def end_office(
    office: OfficeHolding, *, because: OfficeEnd, on: date, today: date, by: Any, note: str = ""
) -> OfficeHolding:
    """Record that somebody held an office until a day, that day included, and why no longer.

    Refuses an office that has ended, and a day before it was taken or still to come.
    """
    lock(office)
    if office.to_on is not None:
        raise Refused(_("%(name)s已经在%(day)s卸任。") % {"name": office.member, "day": office.to_on})
    if not office.from_on <= on <= today:
        raise Refused(_("卸任日期应在就任日期%(day)s和今天之间，请核对。") % {"day": office.from_on})
    with audit.deed(_("卸任"), by=by, note="；".join(filter(None, (f"{office.member}，{because.label}", note)))):
        _end(office, on, because)
    return office


def _end(office: OfficeHolding, on: date, because: OfficeEnd) -> None:
    office.to_on, office.ended_because = on, because
    office.save()
