"""Addresses of meetings."""

from django.urls import path

from affairs.views import meeting_lines, meeting_moves, meeting_papers, meetings

MEETING = "affairs/meetings/<int:pk>/"

urlpatterns = [
    path("affairs/meetings/", meetings.MeetingListView.as_view(), name="meeting-list"),
    path("affairs/meetings/plan/", meetings.PlanMeetingView.as_view(), name="meeting-plan"),
    path("affairs/meetings/record/", meetings.RecordMeetingView.as_view(), name="meeting-record"),
    path("affairs/meetings/place/", meeting_lines.PlaceOnAgendaView.as_view(), name="meeting-place"),
    path(MEETING, meetings.MeetingDetailView.as_view(), name="meeting-detail"),
    path(f"{MEETING}amend/", meeting_moves.AmendMeetingView.as_view(), name="meeting-amend"),
    path(f"{MEETING}announce/", meeting_moves.AnnounceMeetingView.as_view(), name="meeting-announce"),
    path(f"{MEETING}cancel/", meeting_moves.CancelMeetingView.as_view(), name="meeting-cancel"),
    path(f"{MEETING}delete/", meeting_moves.DeleteMeetingView.as_view(), name="meeting-delete"),
    path(f"{MEETING}hold/", meeting_moves.HoldMeetingView.as_view(), name="meeting-hold"),
    path(f"{MEETING}heads/", meeting_moves.CountHeadsView.as_view(), name="meeting-heads"),
    path(f"{MEETING}copy/", meeting_moves.CopyMeetingView.as_view(), name="meeting-copy"),
    path(f"{MEETING}attendance/", meeting_moves.OpenMeetingAttendanceView.as_view(), name="meeting-attendance"),
    path(f"{MEETING}leave/", meeting_moves.AskLeaveView.as_view(), name="meeting-leave"),
    path(f"{MEETING}leave/take-back/", meeting_moves.TakeBackLeaveView.as_view(), name="meeting-leave-back"),
    path(f"{MEETING}minutes/", meeting_moves.WriteMinutesView.as_view(), name="meeting-minutes"),
    path(f"{MEETING}minutes/submit/", meeting_moves.SubmitMinutesView.as_view(), name="meeting-submit"),
    path(f"{MEETING}minutes/confirm/", meeting_moves.ConfirmMinutesView.as_view(), name="meeting-confirm"),
    path(f"{MEETING}minutes/return/", meeting_moves.ReturnMinutesView.as_view(), name="meeting-return"),
    path(f"{MEETING}minutes/note/", meeting_moves.NoteCorrectionView.as_view(), name="meeting-note"),
    path(f"{MEETING}minutes/pdf/", meeting_papers.MeetingMinutesView.as_view(), name="meeting-minutes-pdf"),
    path(f"{MEETING}minutes/docx/", meeting_papers.MeetingMinutesFileView.as_view(), name="meeting-minutes-docx"),
    path(f"{MEETING}notice/", meeting_papers.MeetingNoticeView.as_view(), name="meeting-notice"),
    path(f"{MEETING}agenda/", meeting_papers.MeetingAgendaView.as_view(), name="meeting-agenda"),
    path(f"{MEETING}topics/add/", meeting_lines.AddTopicView.as_view(), name="meeting-topic-add"),
    path(f"{MEETING}opinions/add/", meeting_lines.NoteOpinionView.as_view(), name="meeting-opinion-add"),
    path(f"{MEETING}decisions/add/", meeting_lines.NoteDecisionView.as_view(), name="meeting-decision-add"),
    path(f"{MEETING}tasks/add/", meeting_lines.GiveTaskView.as_view(), name="meeting-task-add"),
    path("affairs/meeting-topics/<int:pk>/mend/", meeting_lines.MendTopicView.as_view(), name="meeting-topic-mend"),
    path(
        "affairs/meeting-topics/<int:pk>/remove/",
        meeting_lines.RemoveTopicView.as_view(),
        name="meeting-topic-remove",
    ),
    path("affairs/meeting-opinions/", meetings.MeetingOpinionListView.as_view(), name="meeting-opinion-list"),
    path(
        "affairs/meeting-opinions/<int:pk>/mend/",
        meeting_lines.MendOpinionView.as_view(),
        name="meeting-opinion-mend",
    ),
    path(
        "affairs/meeting-opinions/<int:pk>/remove/",
        meeting_lines.RemoveOpinionView.as_view(),
        name="meeting-opinion-remove",
    ),
    path(
        "affairs/meeting-opinions/<int:pk>/answer/",
        meeting_lines.AnswerOpinionView.as_view(),
        name="meeting-opinion-answer",
    ),
    path(
        "affairs/meeting-decisions/<int:pk>/mend/",
        meeting_lines.MendDecisionView.as_view(),
        name="meeting-decision-mend",
    ),
    path(
        "affairs/meeting-decisions/<int:pk>/remove/",
        meeting_lines.RemoveDecisionView.as_view(),
        name="meeting-decision-remove",
    ),
    path("affairs/meeting-tasks/", meetings.MeetingTaskListView.as_view(), name="meeting-task-list"),
    path("affairs/meeting-tasks/<int:pk>/", meeting_moves.MeetingTaskView.as_view(), name="meeting-task"),
    path("affairs/meeting-tasks/<int:pk>/mend/", meeting_lines.MendTaskView.as_view(), name="meeting-task-mend"),
    path(
        "affairs/meeting-tasks/<int:pk>/remove/", meeting_lines.RemoveTaskView.as_view(), name="meeting-task-remove"
    ),
    path(
        "affairs/meeting-tasks/<int:pk>/finish/", meeting_moves.FinishTaskView.as_view(), name="meeting-task-finish"
    ),
    path("affairs/meeting-tasks/<int:pk>/drop/", meeting_moves.DropTaskView.as_view(), name="meeting-task-drop"),
    path(
        "affairs/meeting-tasks/<int:pk>/reopen/", meeting_moves.ReopenTaskView.as_view(), name="meeting-task-reopen"
    ),
]
