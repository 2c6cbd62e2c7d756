"""Addresses of the work on disclosures."""

from django.urls import path

from affairs.views import disclosures, drafting, imports, moves

urlpatterns = [
    path("affairs/disclosures/", disclosures.DisclosureListView.as_view(), name="disclosure-list"),
    path("affairs/disclosures/draft/", drafting.DraftDisclosureView.as_view(), name="disclosure-draft"),
    path("affairs/disclosures/import/", imports.ImportDisclosuresView.as_view(), name="disclosure-import"),
    path(
        "affairs/disclosures/import/template/", imports.DisclosureTemplateView.as_view(), name="disclosure-template"
    ),
    path("affairs/disclosures/import/columns/", imports.DisclosureColumnsView.as_view(), name="disclosure-columns"),
    path("affairs/disclosures/import/<int:pk>/", imports.DisclosurePlanView.as_view(), name="disclosure-plan"),
    path("affairs/disclosures/<int:pk>/", disclosures.DisclosureDetailView.as_view(), name="disclosure-detail"),
    path("affairs/disclosures/<int:pk>/mend/", disclosures.MendDisclosureView.as_view(), name="disclosure-mend"),
    path("affairs/disclosures/<int:pk>/submit/", moves.SubmitDisclosureView.as_view(), name="disclosure-submit"),
    path("affairs/disclosures/<int:pk>/recall/", moves.RecallDisclosureView.as_view(), name="disclosure-recall"),
    path("affairs/disclosures/<int:pk>/return/", moves.ReturnDisclosureView.as_view(), name="disclosure-return"),
    path("affairs/disclosures/<int:pk>/publish/", moves.PublishDisclosureView.as_view(), name="disclosure-publish"),
    path("affairs/disclosures/<int:pk>/correct/", moves.CorrectDisclosureView.as_view(), name="disclosure-correct"),
    path(
        "affairs/disclosures/<int:pk>/take-down/",
        moves.TakeDownDisclosureView.as_view(),
        name="disclosure-take-down",
    ),
    path("affairs/disclosures/<int:pk>/archive/", moves.ArchiveDisclosureView.as_view(), name="disclosure-archive"),
    path("affairs/disclosures/<int:pk>/discard/", moves.DiscardDisclosureView.as_view(), name="disclosure-discard"),
]
