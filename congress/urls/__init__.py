"""Addresses of the staff congress."""

from congress.urls import proposals, terms

app_name = "congress"

urlpatterns = [
    *proposals.urlpatterns,
    *terms.urlpatterns,
]
