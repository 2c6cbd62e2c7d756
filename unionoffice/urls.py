"""The URL root: every area under its own path, included by name."""

from django.urls import include, path

from unionoffice.administration.views.trail import TrailEntryView, TrailListView
from unionoffice.jobs.views import JobView
from unionoffice.pages.attachments import AddAttachmentsView, AttachmentView, RemoveAttachmentView
from unionoffice.pages.previews import RowsView, ThumbnailView
from unionoffice.views import HealthView, HelpView, SearchView

urlpatterns = [
    path("", include("reports.urls")),
    path("members/", include("members.urls")),
    path("", include("affairs.urls")),
    path("finance/", include("finance.urls")),
    path("congress/", include("congress.urls")),
    path("welfare/", include("welfare.urls")),
    path("activities/", include("activities.urls")),
    path("files/<slug:token>/", AttachmentView.as_view(), name="attachment"),
    path("files/<slug:token>/thumb/", ThumbnailView.as_view(), name="attachment-thumb"),
    path("files/<slug:token>/rows/", RowsView.as_view(), name="attachment-rows"),
    path("files/<slug:token>/remove/", RemoveAttachmentView.as_view(), name="attachment-remove"),
    path("files/add/<model>/<int:pk>/", AddAttachmentsView.as_view(), name="attachment-add"),
    path("inbox/", include("unionoffice.inbox.urls")),
    path("jobs/<int:pk>/", JobView.as_view(), name="job"),
    path("settings/", include("unionoffice.administration.urls")),
    path("audit/", TrailListView.as_view(), name="trail-list"),
    path("audit/<int:pk>/", TrailEntryView.as_view(), name="trail-entry"),
    path("search/", SearchView.as_view(), name="search"),
    path("help/", HelpView.as_view(), name="help"),
    path("healthz", HealthView.as_view(), name="health"),
    path("accounts/", include("members.accounts.urls")),
]

handler400 = "unionoffice.views.bad_request"
handler403 = "unionoffice.views.forbidden"
handler404 = "unionoffice.views.not_found"
handler429 = "unionoffice.views.too_many"
handler500 = "unionoffice.views.failed"
