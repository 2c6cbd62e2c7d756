"""What of two records can't both be one person's in democratic management, by the constraint that would break."""

from affairs.enums import Capacity
from affairs.models import (
    CheckPerson,
    DocumentForward,
    MeetingLeave,
    MeetingParticipant,
    SupervisionPerson,
    SurveyPlace,
)
from tests.affairs.catalogue import CheckFactory
from tests.affairs.meetings import LeaveFactory, MeetingFactory, ParticipantFactory
from tests.affairs.oversight import supervision
from tests.affairs.regulations import DocumentFactory, ForwardFactory
from tests.affairs.surveys import running
from tests.members.merging import Clash, both


def _named_twice(kept, dropped):
    supervision(people=[(kept.pk, Capacity.COMMITTEE), (dropped.pk, Capacity.DELEGATE)])


CLASHES = {
    "once_at_a_supervision": Clash(_named_twice, SupervisionPerson),
    "asked_once_in_a_survey": Clash(lambda _kept, _dropped: running(people=4), SurveyPlace, rows=6),
    "checks_once_a_check": Clash(both(CheckPerson.objects.create, check_held=CheckFactory), CheckPerson),
    "asked_to_a_meeting_once": Clash(both(ParticipantFactory, meeting=MeetingFactory), MeetingParticipant),
    "one_leave_a_meeting": Clash(both(LeaveFactory, meeting=MeetingFactory), MeetingLeave),
    "forward_to_a_person_once": Clash(both(ForwardFactory, document=DocumentFactory), DocumentForward),
}
