"""The papers of a meeting, to print or to go on writing."""

from affairs import permissions
from affairs.models import Meeting
from affairs.papers import meant_words, meeting_agenda, meeting_minutes, meeting_notice
from affairs.selectors import carried_over, lines_of, observers_of, presence
from unionoffice.days import in_short
from unionoffice.documents import Document
from unionoffice.pages import PaperPage


class MeetingPaper(PaperPage):
    """A paper of one meeting."""

    permission = permissions.opens_meeting
    model = Meeting
    select_related = ("chair", "recorder", "audience", "committee", "group")


class MeetingNoticeView(MeetingPaper):
    """会议通知."""

    rule = permissions.may_print_meeting_notice

    def get_document(self) -> Document:
        """When, where, for whom, what about."""
        asked = observers_of(self.record)
        named = [one.member.name for one in asked if not one.is_observer]
        observers = [one.member.name for one in asked if one.is_observer]
        topics = list(self.record.topics.values_list("title", flat=True))
        return meeting_notice(self.record, topics, meant_words(self.record, named, observers), self.on)


class MeetingAgendaView(MeetingPaper):
    """会议议程."""

    rule = permissions.may_print_agenda

    def get_document(self) -> Document:
        """What is discussed; how far is done what was decided before, for those who keep the meeting."""
        user = self.request.user
        carried = carried_over(self.record) if permissions.keeps_meeting.test(user, self.record) else []
        return meeting_agenda(self.record, lines_of(self.record, user=user, told=False), carried)


class MeetingMinutesView(MeetingPaper):
    """会议纪要 to print."""

    rule = permissions.may_print_minutes

    def get_document(self) -> Document:
        """Head, text, tasks, notes."""
        meeting = self.record
        return meeting_minutes(
            meeting,
            present=presence(meeting),
            observers=[one.member.name for one in observers_of(meeting) if one.is_observer],
            tasks=meeting.tasks.select_related("member", "department"),
            notes=[f"{in_short(note.noted_on)}：{note.text}" for note in meeting.notes.all()],
        )


class MeetingMinutesFileView(MeetingMinutesView):
    """会议纪要 to go on writing in Word."""

    def get_format(self) -> str:
        """Word."""
        return "docx"
