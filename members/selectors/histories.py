"""Two dated histories of one person's status, told as one."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from members.enums import ChangeKind, ServiceStatus, Standing, UnionStatus
from members.models import Member, StatusChange


def in_words(standing: Standing) -> str:
    """在职、会员."""
    return f"{ServiceStatus(standing.service).label}、{UnionStatus(standing.union).label}"


@dataclass
class History:
    """The changes that stay, oldest first, each with the status after it, and those that another already tells."""

    kept: Member
    steps: list[tuple[StatusChange, Standing]] = field(default_factory=list)
    left_out: list[tuple[StatusChange, StatusChange]] = field(default_factory=list)
    """Each with the change that tells of it."""
    problem: str = ""
    """Why the two can't be told as one; empty where they can."""

    @property
    def standing(self) -> Standing | None:
        """How the person stands today; None for somebody of whom nothing was ever recorded."""
        return self.steps[-1][1] if self.steps else None


def combined_history(kept: Member, dropped: Member) -> History:
    """The history of both: the kept record's own, with what only the dropped one knows in between.

    It begins with the earlier 建档, and each status follows from the one before it and the change. Where the dropped
    record knows nothing more, the kept one's history stays as it is, however it came about.
    """
    own, other = _oldest_first(kept), _oldest_first(dropped)
    known = {(change.kind, change.on): change for change in own}
    news = [one for one in other if not _is_start(one) and (one.kind, one.on) not in known]
    if not news and (not other or (own and own[0].on <= other[0].on)):
        return History(
            kept,
            [(change, _told_by(change)) for change in own],
            [(change, known.get((change.kind, change.on), own[0])) for change in other],
        )
    return _replayed(History(kept), own, other, news)


def _oldest_first(member: Member) -> list[StatusChange]:
    return list(member.status_changes.order_by("on", "pk"))


def _is_start(change: StatusChange) -> bool:
    return change.kind == ChangeKind.REGISTERED


def _told_by(change: StatusChange) -> Standing:
    return Standing(change.service_status, change.union_status)


def _replayed(
    history: History, own: list[StatusChange], other: list[StatusChange], news: list[StatusChange]
) -> History:
    starts = sorted(filter(_is_start, (*own, *other)), key=_place)
    if not starts:
        history.problem = _("两份档案都没有建档记录，变动记录接不起来。")
        return history
    history.steps.append((starts[0], _first_standing(starts, own)))
    known = {(change.kind, change.on): change for change in own}
    twins = [one for one in other if not _is_start(one) and one not in news]
    history.left_out += [(one, known[one.kind, one.on]) for one in twins]
    changes = [one for one in own if not _is_start(one)]
    for change in sorted((*starts[1:], *changes, *news), key=_place):
        history.problem = history.problem or _add(history, change)
    return history


def _place(change: StatusChange) -> tuple[date, int]:
    """Where it stands, as `MemberQuerySet.as_of` reads them."""
    return change.on, change.pk


def _first_standing(starts: list[StatusChange], own: list[StatusChange]) -> Standing:
    """That of the earlier record; of two that begin on one day, the kept one is believed."""
    same_day = [start for start in starts if start.on == starts[0].on]
    return _told_by(next((start for start in same_day if start in own), starts[0]))


def _add(history: History, change: StatusChange) -> str:
    """Take one more change in, or leave it out where it tells nothing new; returns what is wrong with it."""
    (first, _standing), now = history.steps[0], history.steps[-1][1]
    if _is_start(change):
        history.left_out.append((change, first))
        return "" if change.on == first.on else _contradiction(now, change)
    ends_membership = change.member_id == history.kept.pk and change.union_status == UnionStatus.NON_MEMBER
    then = now.after(change.kind, keeps_membership=not ends_membership)
    is_late = _place(change) > _place(first)
    if is_late and now.is_open_to(change.kind):
        history.steps.append((change, then))
        return ""
    if is_late and now == then:
        history.left_out.append((change, _latest(history, change.kind)))
        return ""
    told = {"day": change.on, "kind": change.get_kind_display(), "standing": in_words(now), "start": first.on}
    sentence = _("变动记录接不起来：%(day)s登记了“%(kind)s”，而那时已是“%(standing)s”。")
    return (sentence if is_late else _("变动记录接不起来：%(day)s登记的“%(kind)s”早于建档的%(start)s。")) % told


def _latest(history: History, kind: str) -> StatusChange:
    """The change of this kind that is already told; else the beginning."""
    same = [change for change, _standing in history.steps if change.kind == kind]
    return same[-1] if same else history.steps[0][0]


def _contradiction(now: Standing, start: StatusChange) -> str:
    """What is wrong where the record that begins later knows better how the person stood then.

    One that was entered without a membership just didn't know of it.
    """
    said = _told_by(start)
    if said.service == now.service and said.union in (now.union, UnionStatus.NON_MEMBER):
        return ""
    sentence = _("变动记录接不起来：较晚的一份从%(day)s起是“%(said)s”，而按变动记录那时是“%(standing)s”。")
    return sentence % {"day": start.on, "said": in_words(said), "standing": in_words(now)}
