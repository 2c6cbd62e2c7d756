"""Meetings, their record, and what they asked somebody to do.

The meetings stand there without anybody who is meant: a forum is known to chair and secretary, an administrative one
to the principal too, and one of all staff to everybody once it is announced.
"""

from affairs.enums import MeetingKind, MeetingStatus, TaskStatus
from tests.affairs.meetings import (
    DecisionFactory,
    MeetingFactory,
    OpinionFactory,
    TaskFactory,
    TopicFactory,
)


def meeting(status=MeetingStatus.PLANNED, **fields):
    return {"pk": MeetingFactory(status=status, **fields).pk}


def of_the_school(status=MeetingStatus.HELD):
    return meeting(status, kind=MeetingKind.ADMINISTRATIVE)


def of_all_staff(status):
    return meeting(status, kind=MeetingKind.ALL_STAFF)


def line(factory, **fields):
    return {"pk": factory(**fields).pk}


TABLE = """
                                    ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
affairs:meeting-list                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:meeting-plan                o  o  x  x  o  x  x  o  x  x  o  o  o  x  o  x  x  x  s
affairs:meeting-record              o  o  x  x  o  x  x  o  x  x  o  o  o  x  o  x  x  x  s
affairs:meeting-place               o  o  x  x  -  x  x  -  x  x  -  -  -  x  -  x  x  x  s
affairs:meeting-detail              o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-detail/school       o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:meeting-detail/staff        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -  s
affairs:meeting-detail/staff-plan   o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:meeting-amend               o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-announce            o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-announce/staff      x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  -  s
affairs:meeting-cancel              o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-delete              o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-hold                o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-heads               o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:meeting-copy                o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:meeting-attendance          o  o  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  -  s
affairs:meeting-leave               o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
affairs:meeting-leave-back          o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
affairs:meeting-minutes             o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:meeting-submit              o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:meeting-confirm             o  x  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-confirm/school      x  x  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:meeting-return              o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:meeting-note                o  o  -  -  -  -  -  -  -  -  o  -  -  -  -  -  -  -  s
affairs:meeting-minutes-pdf         o  o  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  -  s
affairs:meeting-minutes-pdf/read    o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -  s
affairs:meeting-minutes-docx        o  o  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  -  s
affairs:meeting-notice              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -  s
affairs:meeting-agenda              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -  s
affairs:meeting-topic-add           o  o  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  -  s
affairs:meeting-opinion-add         o  o  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  -  s
affairs:meeting-decision-add        o  o  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  -  s
affairs:meeting-task-add            o  o  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  -  s
affairs:meeting-topic-mend          o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-topic-remove        o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-opinion-list        o  o  x  x  o  x  x  o  x  x  o  o  o  x  o  x  x  x  s
affairs:meeting-opinion-mend        o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-opinion-remove      o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-opinion-answer      o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-decision-mend       o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-decision-remove     o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-task-list           o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:meeting-task                o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-task-mend           o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-task-remove         o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-task-finish         o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-task-drop           o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:meeting-task-reopen         o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
"""

PLANNED, ANNOUNCED, HELD = MeetingStatus.PLANNED, MeetingStatus.ANNOUNCED, MeetingStatus.HELD

RECORDS = {
    "affairs:meeting-place": lambda: {"?": f"source=affairs.Meeting:{MeetingFactory().pk}"},
    "affairs:meeting-detail": meeting,
    "affairs:meeting-detail/school": of_the_school,
    "affairs:meeting-detail/staff": lambda: of_all_staff(ANNOUNCED),
    "affairs:meeting-detail/staff-plan": lambda: of_all_staff(PLANNED),
    "affairs:meeting-amend": meeting,
    "affairs:meeting-announce": meeting,
    "affairs:meeting-announce/staff": lambda: of_all_staff(ANNOUNCED),
    "affairs:meeting-cancel": meeting,
    "affairs:meeting-delete": meeting,
    "affairs:meeting-hold": meeting,
    "affairs:meeting-heads": of_the_school,
    "affairs:meeting-copy": of_the_school,
    "affairs:meeting-attendance": lambda: of_all_staff(ANNOUNCED),
    "affairs:meeting-leave": lambda: of_all_staff(ANNOUNCED),
    "affairs:meeting-leave-back": lambda: of_all_staff(ANNOUNCED),
    "affairs:meeting-minutes": of_the_school,
    "affairs:meeting-submit": lambda: meeting(HELD, kind=MeetingKind.ADMINISTRATIVE, minutes="<p>讨论预算。</p>"),
    "affairs:meeting-confirm": lambda: meeting(MeetingStatus.DRAFTED),
    "affairs:meeting-confirm/school": lambda: of_the_school(MeetingStatus.DRAFTED),
    "affairs:meeting-return": lambda: of_the_school(MeetingStatus.DRAFTED),
    "affairs:meeting-note": lambda: of_the_school(MeetingStatus.CONFIRMED),
    "affairs:meeting-minutes-pdf": lambda: of_all_staff(HELD),
    "affairs:meeting-minutes-pdf/read": lambda: of_all_staff(MeetingStatus.CONFIRMED),
    "affairs:meeting-minutes-docx": lambda: of_all_staff(HELD),
    "affairs:meeting-notice": lambda: of_all_staff(ANNOUNCED),
    "affairs:meeting-agenda": lambda: of_all_staff(ANNOUNCED),
    "affairs:meeting-topic-add": lambda: of_all_staff(HELD),
    "affairs:meeting-opinion-add": lambda: of_all_staff(HELD),
    "affairs:meeting-decision-add": lambda: of_all_staff(HELD),
    "affairs:meeting-task-add": lambda: of_all_staff(HELD),
    "affairs:meeting-topic-mend": lambda: line(TopicFactory),
    "affairs:meeting-topic-remove": lambda: line(TopicFactory),
    "affairs:meeting-opinion-mend": lambda: line(OpinionFactory),
    "affairs:meeting-opinion-remove": lambda: line(OpinionFactory),
    "affairs:meeting-opinion-answer": lambda: line(OpinionFactory),
    "affairs:meeting-decision-mend": lambda: line(DecisionFactory),
    "affairs:meeting-decision-remove": lambda: line(DecisionFactory),
    "affairs:meeting-task": lambda: line(TaskFactory),
    "affairs:meeting-task-mend": lambda: line(TaskFactory),
    "affairs:meeting-task-remove": lambda: line(TaskFactory),
    "affairs:meeting-task-finish": lambda: line(TaskFactory),
    "affairs:meeting-task-drop": lambda: line(TaskFactory),
    "affairs:meeting-task-reopen": lambda: line(TaskFactory, status=TaskStatus.DROPPED),
}
