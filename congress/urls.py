"""Addresses of the staff congress."""

from django.urls import URLPattern

app_name = "congress"

urlpatterns: list[URLPattern] = []
