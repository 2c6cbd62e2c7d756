"""Addresses of democratic management."""

from affairs.urls import (
    board,
    catalogue,
    disclosures,
    letters,
    meetings,
    oversight,
    public_notices,
    regulations,
    review,
    surveys,
)

app_name = "affairs"

urlpatterns = [
    *letters.urlpatterns,
    *public_notices.urlpatterns,
    *board.urlpatterns,
    *disclosures.urlpatterns,
    *review.urlpatterns,
    *catalogue.urlpatterns,
    *oversight.urlpatterns,
    *surveys.urlpatterns,
    *meetings.urlpatterns,
    *regulations.urlpatterns,
]
