"""Addresses of suggestions and drives."""

from django.urls import path

from congress.views import drives, suggestion_moves, suggestion_papers, suggestions

urlpatterns = [
    path("suggestions/", suggestions.SuggestionListView.as_view(), name="suggestion-list"),
    path("suggestions/own/", suggestions.OwnSuggestionsView.as_view(), name="suggestion-own"),
    path("suggestions/hand-in/", suggestions.HandInSuggestionView.as_view(), name="suggestion-hand-in"),
    path("suggestions/assign/", suggestion_moves.AssignSuggestionsView.as_view(), name="suggestion-assign-many"),
    path("suggestions/register/", suggestion_papers.SuggestionRegisterView.as_view(), name="suggestion-register"),
    path("suggestions/<int:pk>/", suggestions.SuggestionDetailView.as_view(), name="suggestion-detail"),
    path(
        "suggestions/<int:pk>/withdraw/",
        suggestion_moves.WithdrawSuggestionView.as_view(),
        name="suggestion-withdraw",
    ),
    path("suggestions/<int:pk>/assign/", suggestion_moves.AssignSuggestionView.as_view(), name="suggestion-assign"),
    path(
        "suggestions/<int:pk>/reassign/",
        suggestion_moves.ReassignSuggestionView.as_view(),
        name="suggestion-reassign",
    ),
    path(
        "suggestions/<int:pk>/send-back/",
        suggestion_moves.SendBackSuggestionView.as_view(),
        name="suggestion-send-back",
    ),
    path("suggestions/<int:pk>/answer/", suggestion_moves.AnswerSuggestionView.as_view(), name="suggestion-answer"),
    path("suggestions/<int:pk>/adopt/", suggestion_moves.AdoptSuggestionView.as_view(), name="suggestion-adopt"),
    path("suggestions/<int:pk>/finish/", suggestion_moves.FinishSuggestionView.as_view(), name="suggestion-finish"),
    path("drives/", drives.DriveListView.as_view(), name="drive-list"),
    path("drives/create/", drives.CreateDriveView.as_view(), name="drive-create"),
    path("drives/<int:pk>/", drives.DriveDetailView.as_view(), name="drive-detail"),
    path("drives/<int:pk>/update/", drives.UpdateDriveView.as_view(), name="drive-update"),
    path("drives/<int:pk>/discard/", drives.DiscardDriveView.as_view(), name="drive-discard"),
    path("drives/<int:pk>/open/", drives.OpenDriveView.as_view(), name="drive-open"),
    path("drives/<int:pk>/conclude/", drives.ConcludeDriveView.as_view(), name="drive-conclude"),
]
