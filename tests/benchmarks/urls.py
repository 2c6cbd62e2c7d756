"""The office with its rivals beside it."""

from django.urls import path

from tests.benchmarks.rivals import BARE_LISTS, BareDetailView, BareListView, site
from unionoffice.urls import handler403, handler404, handler500
from unionoffice.urls import urlpatterns as office

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    *office,
    path("bare/", BareListView.as_view()),
    path("bare/<int:pk>/", BareDetailView.as_view()),
    *(path(f"bare/{name}/", view) for name, view in BARE_LISTS.items()),
    path("admin/", site.urls),
]
