"""Addresses of the agenda, of opinions, resolutions, decisions between sessions, minutes and the session's file."""

from django.urls import path, re_path

from congress.views import agenda, item_opinions, resolutions, session_minutes

PAPER = r"\.(?P<file_format>pdf|docx)$"
KEY = r"(?P<pk>\d{1,18})"

urlpatterns = [
    path("agenda/", agenda.AgendaItemListView.as_view(), name="agenda-list"),
    path("sessions/<int:pk>/agenda/add/", agenda.CreateItemView.as_view(), name="agenda-create"),
    path("sessions/<int:pk>/agenda.pdf", session_minutes.AgendaPaperView.as_view(), name="agenda-paper"),
    path("agenda/<int:pk>/", agenda.AgendaItemView.as_view(), name="agenda-detail"),
    path("agenda/<int:pk>/update/", agenda.UpdateItemView.as_view(), name="agenda-update"),
    path("agenda/<int:pk>/remove/", agenda.RemoveItemView.as_view(), name="agenda-remove"),
    path("agenda/<int:pk>/move/", agenda.MoveItemView.as_view(), name="agenda-move"),
    path("agenda/<int:pk>/call/", agenda.CallItemView.as_view(), name="agenda-call"),
    path("agenda/<int:pk>/decide/", agenda.DecideItemView.as_view(), name="agenda-decide"),
    path("agenda/<int:pk>/reopen/", agenda.ReopenItemView.as_view(), name="agenda-reopen"),
    path("agenda/<int:pk>/enact/", agenda.EnactItemView.as_view(), name="agenda-enact"),
    path("agenda/<int:pk>/opine/", item_opinions.RaiseOpinionView.as_view(), name="item-opinion-create"),
    path("agenda/opinions/", item_opinions.ItemOpinionListView.as_view(), name="item-opinion-list"),
    path(
        "agenda/opinions/<int:pk>/answer/", item_opinions.AnswerItemOpinionView.as_view(), name="item-opinion-answer"
    ),
    path(
        "sessions/<int:pk>/opinions.pdf",
        item_opinions.SessionOpinionsPaperView.as_view(),
        name="session-opinions-paper",
    ),
    path("resolutions/", resolutions.ResolutionListView.as_view(), name="resolution-list"),
    path("sessions/<int:pk>/resolutions/add/", resolutions.CreateResolutionView.as_view(), name="resolution-create"),
    path("resolutions/<int:pk>/", resolutions.ResolutionView.as_view(), name="resolution-detail"),
    path("resolutions/<int:pk>/update/", resolutions.UpdateResolutionView.as_view(), name="resolution-update"),
    path("resolutions/<int:pk>/note/", resolutions.NoteStepView.as_view(), name="resolution-note"),
    path("resolutions/<int:pk>/finish/", resolutions.FinishResolutionView.as_view(), name="resolution-finish"),
    path("resolutions/<int:pk>/reopen/", resolutions.ReopenResolutionView.as_view(), name="resolution-reopen"),
    path("resolutions/<int:pk>/paper.pdf", resolutions.ResolutionPaperView.as_view(), name="resolution-paper"),
    path("decisions/", resolutions.InterimDecisionListView.as_view(), name="interim-list"),
    path("decisions/add/", resolutions.CreateInterimDecisionView.as_view(), name="interim-create"),
    path("decisions/<int:pk>/", resolutions.InterimDecisionView.as_view(), name="interim-detail"),
    path("decisions/<int:pk>/update/", resolutions.UpdateInterimDecisionView.as_view(), name="interim-update"),
    path("sessions/<int:pk>/decisions/report/", resolutions.ReportDecisionsView.as_view(), name="interim-report"),
    re_path(rf"^sessions/{KEY}/progress{PAPER}", resolutions.ProgressPaperView.as_view(), name="progress-paper"),
    path("sessions/<int:pk>/minutes/write/", session_minutes.WriteMinutesView.as_view(), name="minutes-write"),
    path("minutes/<int:pk>/", session_minutes.SessionMinutesView.as_view(), name="minutes-detail"),
    path("minutes/<int:pk>/confirm/", session_minutes.ConfirmSessionMinutesView.as_view(), name="minutes-confirm"),
    re_path(rf"^minutes/{KEY}/paper{PAPER}", session_minutes.SessionMinutesPaperView.as_view(), name="minutes-paper"),
    re_path(rf"^sessions/{KEY}/file{PAPER}", session_minutes.SessionFileView.as_view(), name="session-file"),
]
