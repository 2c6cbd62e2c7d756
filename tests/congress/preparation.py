"""What is made for tests of the preparation of sessions."""

from datetime import date

from congress.enums import Asker, GroupKind, SessionNoticeKind
from congress.models import (
    ChecklistItem,
    GroupSeat,
    PreparatoryMeeting,
    SessionNotice,
    SessionRequest,
    StandardMatter,
    Topic,
    WorkingGroup,
)
from tests.congress.factories import DelegateFactory, SessionFactory, TermFactory
from tests.members.factories import MemberFactory


def make_joint(**fields):
    """A session of the staff congress that is held with one of the union's members."""
    days = {"starts_on": date(2026, 12, 28), "ends_on": date(2026, 12, 29)}
    union = SessionFactory(term=TermFactory(body="union", number=5), number=2, call_from=None, call_to=None, **days)
    return SessionFactory(joint_with=union, **days, **fields)


def make_item(session=None, **fields):
    """A matter of the session that begins on 28 December 2026."""
    told = {"title": "会议文件发给代表", "from_on": date(2026, 11, 20), "due_on": date(2026, 12, 21), **fields}
    return ChecklistItem.objects.create(session=session or SessionFactory(), **told)


def make_standard(**fields):
    """A matter of the standard."""
    return StandardMatter.objects.create(**{"title": "核对名册", "days_from": 20, "days_until": 10, **fields})


def make_topic(session=None, **fields):
    """A topic that the administration put forward."""
    told = {"title": "审议学校工作报告", "proposed_by": "administration", "place": 1, **fields}
    return Topic.objects.create(session=session or SessionFactory(), **told)


def make_group(**fields):
    """The group that reviews proposals."""
    told = {"session": None, "kind": GroupKind.PROPOSALS, "set_up_on": date(2026, 11, 1), **fields}
    return WorkingGroup.objects.create(**{**told, "session": told["session"] or SessionFactory()})


def seat(group, member=None, **fields):
    """Somebody in a group."""
    return GroupSeat.objects.create(
        group=group, member=member or MemberFactory(), **{"from_on": group.set_up_on, **fields}
    )


def make_request(**fields):
    """What the school asks for."""
    told = {"asked_by": Asker.SCHOOL, "asked_on": date(2026, 11, 20), "reason": "绩效方案急需审议", **fields}
    return SessionRequest.objects.create(**{"term": TermFactory(), **told})


def make_meeting(session=None, **fields):
    """The first preparatory meeting of a session."""
    told = {"topic": "绩效工资奖励条例", "held_on": date(2026, 11, 10), "number": 1, **fields}
    return PreparatoryMeeting.objects.create(session=session or SessionFactory(), **told)


def make_notice(session=None, **fields):
    """The draft of a notice that calls a session to the hall."""
    session = session or SessionFactory(place="学校报告厅")
    return SessionNotice.objects.create(session=session, **{"kind": SessionNoticeKind.NOTICE, **fields})


def voters(count, term=None, **fields):
    """So many delegates with a vote."""
    term = term or TermFactory()
    return [DelegateFactory(term=term, **fields).member for _number in range(count)]


def discussed(**people):
    """A delegation in the discussions of a session."""
    session = SessionFactory()
    delegation = session.term.delegations.create(name=f"第{session.discussion_groups.count() + 1}代表团")
    return session.discussion_groups.create(
        delegation=delegation, place="会议室一", made_on=session.starts_on, **people
    )


LINKS = {
    ("congress.ChecklistItem", "assignee"): lambda one: make_item(assignee=one),
    ("congress.DiscussionGroup", "convener"): lambda one: discussed(convener=one),
    ("congress.DiscussionGroup", "recorder"): lambda one: discussed(recorder=one),
    ("congress.GroupSeat", "member"): lambda one: seat(make_group(), one),
    ("congress.PreparatoryMeeting", "chair"): lambda one: make_meeting(chair=one),
    ("congress.PresidiumMember", "member"): lambda one: SessionFactory().presidium.create(
        member=one, named_on=date(2026, 11, 20)
    ),
    ("congress.RequestSigner", "member"): lambda one: make_request().signers.create(member=one),
}
"""For each way in which what is prepared points at a person, a row that does."""
