"""Addresses of terms."""

from django.urls import path

from congress.views import terms

urlpatterns = [
    path("members/<int:pk>/terms/", terms.MemberTermsView.as_view(), name="member-terms"),
    path("terms/", terms.TermListView.as_view(), name="term-list"),
    path("terms/create/", terms.CreateTermView.as_view(), name="term-create"),
    path("terms/<int:pk>/", terms.TermDetailView.as_view(), name="term-detail"),
    path("terms/<int:pk>/update/", terms.UpdateTermView.as_view(), name="term-update"),
]
