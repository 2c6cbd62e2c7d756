"""Addresses of the work on disclosures."""

from django.urls import path

from affairs import views

urlpatterns = [
    path("affairs/disclosures/", views.DisclosureListView.as_view(), name="disclosure-list"),
    path("affairs/disclosures/draft/", views.DraftDisclosureView.as_view(), name="disclosure-draft"),
    path("affairs/disclosures/import/", views.ImportDisclosuresView.as_view(), name="disclosure-import"),
    path("affairs/disclosures/import/template/", views.DisclosureTemplateView.as_view(), name="disclosure-template"),
    path("affairs/disclosures/import/columns/", views.DisclosureColumnsView.as_view(), name="disclosure-columns"),
    path("affairs/disclosures/import/<int:pk>/", views.DisclosurePlanView.as_view(), name="disclosure-plan"),
    path("affairs/disclosures/<int:pk>/", views.DisclosureDetailView.as_view(), name="disclosure-detail"),
    path("affairs/disclosures/<int:pk>/mend/", views.MendDisclosureView.as_view(), name="disclosure-mend"),
    path("affairs/disclosures/<int:pk>/submit/", views.SubmitDisclosureView.as_view(), name="disclosure-submit"),
    path("affairs/disclosures/<int:pk>/recall/", views.RecallDisclosureView.as_view(), name="disclosure-recall"),
    path("affairs/disclosures/<int:pk>/review/", views.ReviewDisclosureView.as_view(), name="disclosure-review"),
    path("affairs/disclosures/<int:pk>/return/", views.ReturnDisclosureView.as_view(), name="disclosure-return"),
    path("affairs/disclosures/<int:pk>/publish/", views.PublishDisclosureView.as_view(), name="disclosure-publish"),
    path("affairs/disclosures/<int:pk>/correct/", views.CorrectDisclosureView.as_view(), name="disclosure-correct"),
    path(
        "affairs/disclosures/<int:pk>/take-down/",
        views.TakeDownDisclosureView.as_view(),
        name="disclosure-take-down",
    ),
    path("affairs/disclosures/<int:pk>/archive/", views.ArchiveDisclosureView.as_view(), name="disclosure-archive"),
    path("affairs/disclosures/<int:pk>/discard/", views.DiscardDisclosureView.as_view(), name="disclosure-discard"),
    path("affairs/review/", views.ReviewQueueView.as_view(), name="review"),
]
