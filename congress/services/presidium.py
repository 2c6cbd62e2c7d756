"""Every write to the presidium, the working groups and the discussion groups of a session."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import GroupKind, PresidiumRole
from congress.models import Delegation, DiscussionGroup, GroupSeat, PresidiumMember, Session, WorkingGroup
from congress.selectors.presidium import may_sit_in_presidium
from members.models import Member
from unionoffice import audit
from unionoffice.dated import end_before
from unionoffice.refusal import Refused
from unionoffice.states import lock


@transaction.atomic
def name_presidium(session: Session, named: Mapping[int, PresidiumRole], *, by: Any, on: date) -> Session:
    """Name the presidium, by the keys of its members; who isn't among them any more leaves it.

    Refuses who has no vote at the session. Whether teachers are the majority is shown, not refused: names come in
    one by one.
    """
    lock(session)
    chosen = may_sit_in_presidium(session).filter(pk__in=named)
    outside = Member.objects.filter(pk__in=named.keys() - set(chosen.values_list("pk", flat=True)))
    if names := "、".join(member.name for member in outside.order_by("pinyin")):
        raise Refused(_("%(names)s没有这次会议的表决权，不能进入主席团。") % {"names": names})
    known = {seat.member_id: seat for seat in session.presidium.select_for_update()}
    with audit.deed(_("提名主席团"), by=by):
        for key, seat in known.items():
            if key not in named:
                seat.delete()
        for key, role in named.items():
            seat = known.get(key) or PresidiumMember(session=session, member_id=key, named_on=on)
            if seat.pk is None or seat.role != role:
                seat.role = role
                seat.save()
    return session


@transaction.atomic
def set_up_group(
    session: Session, kind: GroupKind, *, head: Member, members: Sequence[int], from_on: date, by: Any
) -> WorkingGroup:
    """Set up a working group, or say who sits in it from a day on: who leaves sat in it until the day before.

    A group of a kind takes over from that of an earlier session of the term, whose seats end then.
    """
    lock(session)
    group = session.groups.filter(kind=kind).first()
    if group is not None and from_on < group.set_up_on:
        raise Refused(_("小组%(day)s成立，调整日期不能早于这一天。") % {"day": group.set_up_on})
    with audit.deed(_("成立工作小组") if group is None else _("调整工作小组"), by=by):
        if group is None:
            group = WorkingGroup(session=session, kind=kind, set_up_on=from_on)
            group.save()
            _relieve(group, from_on)
        _seat(group, head, {head.pk, *members}, from_on)
    return group


@transaction.atomic
def arrange_discussions(
    session: Session,
    arranged: Mapping[Delegation, tuple[str, Member | None, Member | None]],
    *,
    by: Any,
    on: date,
) -> Session:
    """Give each delegation its place, convener and recorder; one without a place isn't arranged."""
    lock(session)
    known = {group.delegation_id: group for group in session.discussion_groups.select_for_update()}
    with audit.deed(_("安排分组讨论"), by=by):
        for delegation, (place, convener, recorder) in arranged.items():
            group = known.get(delegation.pk) or DiscussionGroup(session=session, delegation=delegation, made_on=on)
            if not place:
                if group.pk:
                    group.delete()
                continue
            told = (place, convener, recorder)
            if group.pk is None or (group.place, group.convener, group.recorder) != told:
                group.place, group.convener, group.recorder = told
                group.save()
    return session


def _relieve(group: WorkingGroup, from_on: date) -> None:
    """The group of the same kind that an earlier session of the same body set up has done its work."""
    earlier = GroupSeat.objects.filter(
        group__kind=group.kind, group__session__term__body=group.session.term.body, to_on=None
    )
    for seat in earlier.exclude(group=group).select_for_update():
        seat.to_on = max(seat.from_on, from_on - timedelta(days=1))
        seat.save()


def _seat(group: WorkingGroup, head: Member, people: set[int], from_on: date) -> None:
    """Who stays keeps the seat; whoever leads it from now on, or no longer, gets another from that day."""
    for seat in group.seats.filter(to_on=None).select_for_update():
        if seat.member_id in people and seat.is_head == (seat.member_id == head.pk):
            people = people - {seat.member_id}
        else:
            end_before(seat, from_on)
    for key in sorted(people):
        GroupSeat(group=group, member_id=key, is_head=key == head.pk, from_on=from_on).save()
