"""Addresses of democratic management."""

from affairs.urls import board, catalogue, disclosures

app_name = "affairs"

urlpatterns = [*board.urlpatterns, *disclosures.urlpatterns, *catalogue.urlpatterns]
