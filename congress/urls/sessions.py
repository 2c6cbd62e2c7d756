"""Addresses of sessions."""

from django.urls import path

from congress.views import (
    checklists,
    preparatory,
    session_notices,
    session_requests,
    sessions,
    topics,
)

urlpatterns = [
    path("sessions/", sessions.SessionListView.as_view(), name="session-list"),
    path("sessions/create/", sessions.CreateSessionView.as_view(), name="session-create"),
    path("sessions/<int:pk>/", sessions.SessionDetailView.as_view(), name="session-detail"),
    path("sessions/<int:pk>/update/", sessions.UpdateSessionView.as_view(), name="session-update"),
    path("sessions/<int:pk>/hold/", sessions.HoldSessionView.as_view(), name="session-hold"),
    path("sessions/<int:pk>/join/", sessions.JoinSessionView.as_view(), name="session-join"),
    path("sessions/<int:pk>/part/", sessions.PartSessionsView.as_view(), name="session-part"),
    path("sessions/<int:pk>/checklist/add/", checklists.AddItemView.as_view(), name="checklist-add"),
    path("checklist/", checklists.ChecklistListView.as_view(), name="checklist-list"),
    path("checklist/<int:pk>/", checklists.ChecklistDetailView.as_view(), name="checklist-detail"),
    path("checklist/<int:pk>/update/", checklists.UpdateItemView.as_view(), name="checklist-update"),
    path("checklist/<int:pk>/finish/", checklists.FinishItemView.as_view(), name="checklist-finish"),
    path("checklist/<int:pk>/drop/", checklists.DropItemView.as_view(), name="checklist-drop"),
    path("checklist/<int:pk>/reopen/", checklists.ReopenItemView.as_view(), name="checklist-reopen"),
    path("standard/", checklists.StandardListView.as_view(), name="standard-list"),
    path("standard/create/", checklists.CreateStandardView.as_view(), name="standard-create"),
    path("standard/<int:pk>/", checklists.StandardDetailView.as_view(), name="standard-detail"),
    path("standard/<int:pk>/update/", checklists.UpdateStandardView.as_view(), name="standard-update"),
    path("sessions/<int:pk>/topics/add/", topics.AddTopicView.as_view(), name="topic-add"),
    path("sessions/<int:pk>/topics/agree/", topics.AgreeOnTopicsView.as_view(), name="topics-agree"),
    path("topics/<int:pk>/update/", topics.UpdateTopicView.as_view(), name="topic-update"),
    path("topics/<int:pk>/list/", topics.ListTopicView.as_view(), name="topic-list"),
    path("topics/<int:pk>/remove/", topics.RemoveTopicView.as_view(), name="topic-remove"),
    path("sessions/<int:pk>/presidium/", topics.NamePresidiumView.as_view(), name="session-presidium"),
    path("sessions/<int:pk>/groups/<str:kind>/", topics.SetUpGroupView.as_view(), name="session-group"),
    path("sessions/<int:pk>/discussions/", topics.ArrangeDiscussionsView.as_view(), name="session-discussions"),
    path("preparatory/", preparatory.PreparatoryListView.as_view(), name="preparatory-list"),
    path("preparatory/<int:pk>/", preparatory.PreparatoryDetailView.as_view(), name="preparatory-detail"),
    path("preparatory/<int:pk>/update/", preparatory.UpdatePreparatoryView.as_view(), name="preparatory-update"),
    path(
        "sessions/<int:pk>/preparatory/add/",
        preparatory.RecordPreparatoryView.as_view(),
        name="preparatory-record",
    ),
    path(
        "sessions/<int:pk>/notices/<str:kind>/",
        session_notices.DraftSessionNoticeView.as_view(),
        name="session-notice-draft",
    ),
    path(
        "session-notices/<int:pk>/",
        session_notices.SessionNoticeDetailView.as_view(),
        name="session-notice-detail",
    ),
    path(
        "session-notices/<int:pk>/update/",
        session_notices.MendSessionNoticeView.as_view(),
        name="session-notice-update",
    ),
    path(
        "session-notices/<int:pk>/issue/",
        session_notices.IssueSessionNoticeView.as_view(),
        name="session-notice-issue",
    ),
    path(
        "session-notices/<int:pk>/paper.<str:format>",
        session_notices.SessionNoticePaperView.as_view(),
        name="session-notice-paper",
    ),
    path("session-requests/", session_requests.SessionRequestListView.as_view(), name="session-request-list"),
    path(
        "session-requests/create/",
        session_requests.CreateSessionRequestView.as_view(),
        name="session-request-create",
    ),
    path(
        "session-requests/<int:pk>/",
        session_requests.SessionRequestDetailView.as_view(),
        name="session-request-detail",
    ),
    path("session-requests/<int:pk>/call/", session_requests.CallSessionView.as_view(), name="session-request-call"),
    path("session-requests/<int:pk>/link/", session_requests.LinkSessionView.as_view(), name="session-request-link"),
    path(
        "session-requests/<int:pk>/withdraw/",
        session_requests.WithdrawRequestView.as_view(),
        name="session-request-withdraw",
    ),
]
