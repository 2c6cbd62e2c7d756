"""Addresses of the staff congress."""

from congress.urls import (
    agenda,
    delegates,
    handling,
    proposal_papers,
    proposals,
    sessions,
    sittings,
    suggestions,
    terms,
)

app_name = "congress"

urlpatterns = [
    *delegates.urlpatterns,
    *agenda.urlpatterns,
    *proposal_papers.urlpatterns,
    *proposals.urlpatterns,
    *handling.urlpatterns,
    *sessions.urlpatterns,
    *sittings.urlpatterns,
    *suggestions.urlpatterns,
    *terms.urlpatterns,
]
