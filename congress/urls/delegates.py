"""Addresses of delegates, of those who elect them, and of their elections."""

from django.urls import path

from congress.views import constituencies, delegate_papers, delegates, elections

TERM = "terms/<int:pk>/"
CONSTITUENCY = "constituencies/<int:pk>/"
ELECTION = "elections/<int:pk>/"

urlpatterns = [
    path(f"{TERM}seats/", constituencies.ShareOutSeatsView.as_view(), name="term-seats"),
    path(f"{TERM}roll/", delegate_papers.DelegateRollView.as_view(), name="delegate-roll"),
    path(f"{TERM}cards/", delegate_papers.DelegateCardsView.as_view(), name="delegate-cards"),
    path(f"{TERM}qualification/", delegate_papers.QualificationReportView.as_view(), name="qualification-report"),
    path(
        f"{TERM}constituencies/create/",
        constituencies.CreateConstituencyView.as_view(),
        name="constituency-create",
    ),
    path(f"{TERM}delegations/create/", constituencies.CreateDelegationView.as_view(), name="delegation-create"),
    path(f"{TERM}elections/create/", elections.CreateElectionView.as_view(), name="election-create"),
    path(CONSTITUENCY, constituencies.ConstituencyDetailView.as_view(), name="constituency-detail"),
    path(f"{CONSTITUENCY}update/", constituencies.UpdateConstituencyView.as_view(), name="constituency-update"),
    path(f"{CONSTITUENCY}seats/", constituencies.AdjustSeatsView.as_view(), name="constituency-adjust"),
    path(f"{CONSTITUENCY}remove/", constituencies.RemoveConstituencyView.as_view(), name="constituency-remove"),
    path("delegations/<int:pk>/", constituencies.DelegationDetailView.as_view(), name="delegation-detail"),
    path("delegations/<int:pk>/update/", constituencies.UpdateDelegationView.as_view(), name="delegation-update"),
    path("elections/", elections.ElectionListView.as_view(), name="election-list"),
    path(ELECTION, elections.ElectionDetailView.as_view(), name="election-detail"),
    path(f"{ELECTION}names/", elections.RecordNamesView.as_view(), name="election-names"),
    path(f"{ELECTION}ballot/", elections.RecordBallotView.as_view(), name="election-ballot"),
    path(f"{ELECTION}retract/", elections.RetractRoundView.as_view(), name="election-retract"),
    path(f"{ELECTION}conclude/", elections.ConcludeElectionView.as_view(), name="election-conclude"),
    path(f"{ELECTION}check/", elections.CheckElectedView.as_view(), name="election-check"),
    path("delegates/", delegates.DelegateListView.as_view(), name="delegate-list"),
    path("delegates/create/", delegates.CreateDelegateView.as_view(), name="delegate-create"),
    path("delegates/seat/", delegates.SeatDelegatesView.as_view(), name="delegate-seat"),
    path("delegates/import/", delegates.ImportDelegatesView.as_view(), name="delegate-import"),
    path("delegates/import/template/", delegates.DelegateTemplateView.as_view(), name="delegate-template"),
    path("delegates/import/columns/", delegates.DelegateColumnsView.as_view(), name="delegate-columns"),
    path("delegates/import/<int:pk>/", delegates.DelegatePlanView.as_view(), name="delegate-plan"),
    path("delegates/cards/<slug:key>/", delegates.DelegateCardView.as_view(), name="delegate-card"),
    path("delegates/<int:pk>/", delegates.DelegateDetailView.as_view(), name="delegate-detail"),
    path("delegates/<int:pk>/update/", delegates.UpdateDelegateView.as_view(), name="delegate-update"),
    path("delegates/<int:pk>/end/", delegates.EndDelegacyView.as_view(), name="delegate-end"),
    path("delegates/<int:pk>/recall/", delegates.RecallDelegateView.as_view(), name="delegate-recall"),
]
