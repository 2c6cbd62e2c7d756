"""Addresses of terms, sessions and delegates."""

from django.urls import path

from congress.views import terms

urlpatterns = [
    path("members/<int:pk>/terms/", terms.MemberTermsView.as_view(), name="member-terms"),
    path("sessions/", terms.SessionListView.as_view(), name="session-list"),
    path("sessions/create/", terms.CreateSessionView.as_view(), name="session-create"),
    path("sessions/<int:pk>/", terms.SessionDetailView.as_view(), name="session-detail"),
    path("sessions/<int:pk>/update/", terms.UpdateSessionView.as_view(), name="session-update"),
    path("sessions/<int:pk>/hold/", terms.HoldSessionView.as_view(), name="session-hold"),
    path("terms/", terms.TermListView.as_view(), name="term-list"),
    path("terms/create/", terms.CreateTermView.as_view(), name="term-create"),
    path("terms/<int:pk>/", terms.TermDetailView.as_view(), name="term-detail"),
    path("terms/<int:pk>/update/", terms.UpdateTermView.as_view(), name="term-update"),
    path("delegates/", terms.DelegateListView.as_view(), name="delegate-list"),
    path("delegates/create/", terms.CreateDelegateView.as_view(), name="delegate-create"),
    path("delegates/<int:pk>/", terms.DelegateDetailView.as_view(), name="delegate-detail"),
    path("delegates/<int:pk>/update/", terms.UpdateDelegateView.as_view(), name="delegate-update"),
]
