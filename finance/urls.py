"""Addresses of the ledger."""

from django.urls import path

from finance import views

app_name = "finance"

urlpatterns = [
    path("entries/", views.EntryListView.as_view(), name="entry-list"),
    path("entries/draft/", views.DraftEntryView.as_view(), name="entry-draft"),
    path("entries/<int:pk>/", views.EntryDetailView.as_view(), name="entry-detail"),
    path("entries/<int:pk>/mend/", views.MendEntryView.as_view(), name="entry-mend"),
    path("entries/<int:pk>/cancel/", views.CancelEntryView.as_view(), name="entry-cancel"),
    path("entries/<int:pk>/approve/", views.ApproveEntryView.as_view(), name="entry-approve"),
    path("entries/<int:pk>/return/", views.ReturnEntryView.as_view(), name="entry-return"),
    path("entries/<int:pk>/pay/", views.PayEntryView.as_view(), name="entry-pay"),
    path("entries/<int:pk>/book/", views.BookEntryView.as_view(), name="entry-book"),
    path("entries/<int:pk>/voucher/", views.EntryVoucherView.as_view(), name="entry-voucher"),
]
