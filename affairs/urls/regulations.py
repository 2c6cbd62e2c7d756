"""Addresses of regulations, documents and consultations."""

from django.urls import path, re_path

from affairs.views import consultations, imports, official_documents, opinions, regulations, versions

urlpatterns = [
    path("affairs/regulations/", regulations.RegulationListView.as_view(), name="regulation-list"),
    path("affairs/regulations/draft/", regulations.DraftRegulationView.as_view(), name="regulation-draft"),
    path("affairs/regulations/collection/", regulations.CollectionView.as_view(), name="collection"),
    path("affairs/regulations/import/", imports.ImportRegulationsView.as_view(), name="regulation-import"),
    path(
        "affairs/regulations/import/template/", imports.RegulationTemplateView.as_view(), name="regulation-template"
    ),
    path("affairs/regulations/import/columns/", imports.RegulationColumnsView.as_view(), name="regulation-columns"),
    path("affairs/regulations/import/<int:pk>/", imports.RegulationPlanView.as_view(), name="regulation-plan"),
    path("affairs/regulations/<int:pk>/", regulations.RegulationDetailView.as_view(), name="regulation-detail"),
    path("affairs/regulations/<int:pk>/mend/", regulations.MendRegulationView.as_view(), name="regulation-mend"),
    path("affairs/regulations/<int:pk>/revise/", regulations.BeginVersionView.as_view(), name="regulation-revise"),
    path(
        "affairs/regulations/<int:pk>/compare/", regulations.CompareVersionsView.as_view(), name="regulation-compare"
    ),
    path("affairs/versions/<int:pk>/", versions.VersionDetailView.as_view(), name="version-detail"),
    path("affairs/versions/<int:pk>/mend/", versions.MendVersionView.as_view(), name="version-mend"),
    path("affairs/versions/<int:pk>/consult/", consultations.ConsultOnVersionView.as_view(), name="version-consult"),
    path("affairs/versions/<int:pk>/submit/", versions.SubmitVersionView.as_view(), name="version-submit"),
    path("affairs/versions/<int:pk>/enact/", versions.EnactVersionView.as_view(), name="version-enact"),
    path("affairs/versions/<int:pk>/abolish/", versions.AbolishVersionView.as_view(), name="version-abolish"),
    path("affairs/versions/<int:pk>/discard/", versions.DiscardVersionView.as_view(), name="version-discard"),
    re_path(
        r"^affairs/versions/(?P<pk>\d{1,18})/paper\.(?P<file_format>pdf|docx)$",
        versions.VersionPaperView.as_view(),
        name="version-paper",
    ),
    path("affairs/documents/", official_documents.DocumentListView.as_view(), name="document-list"),
    path("affairs/documents/receive/", official_documents.ReceiveDocumentView.as_view(), name="document-receive"),
    path("affairs/documents/send/", official_documents.SendDocumentView.as_view(), name="document-send"),
    path("affairs/documents/register/", official_documents.RegisterPaperView.as_view(), name="document-register"),
    path("affairs/documents/import/", imports.ImportDocumentsView.as_view(), name="document-import"),
    path("affairs/documents/import/template/", imports.DocumentTemplateView.as_view(), name="document-template"),
    path("affairs/documents/import/columns/", imports.DocumentColumnsView.as_view(), name="document-columns"),
    path("affairs/documents/import/<int:pk>/", imports.DocumentPlanView.as_view(), name="document-plan"),
    path("affairs/documents/<int:pk>/", official_documents.DocumentDetailView.as_view(), name="document-detail"),
    path("affairs/documents/<int:pk>/mend/", official_documents.MendDocumentView.as_view(), name="document-mend"),
    path(
        "affairs/documents/<int:pk>/forward/",
        official_documents.ForwardDocumentView.as_view(),
        name="document-forward",
    ),
    path("affairs/documents/<int:pk>/read/", official_documents.ReadDocumentView.as_view(), name="document-read"),
    path(
        "affairs/documents/<int:pk>/finish/", official_documents.FinishDocumentView.as_view(), name="document-finish"
    ),
    path("affairs/documents/<int:pk>/void/", official_documents.VoidDocumentView.as_view(), name="document-void"),
    path(
        "affairs/documents/<int:pk>/circulation/",
        official_documents.CirculationView.as_view(),
        name="document-circulation",
    ),
    path("affairs/forwards/<int:pk>/recall/", official_documents.RecallForwardView.as_view(), name="forward-recall"),
    path("affairs/consultations/", consultations.ConsultationListView.as_view(), name="consultation-list"),
    path("affairs/consultations/draft/", consultations.DraftConsultationView.as_view(), name="consultation-draft"),
    path(
        "affairs/consultations/<int:pk>/", consultations.ConsultationDetailView.as_view(), name="consultation-detail"
    ),
    path(
        "affairs/consultations/<int:pk>/mend/", consultations.MendConsultationView.as_view(), name="consultation-mend"
    ),
    path(
        "affairs/consultations/<int:pk>/open/", consultations.OpenConsultationView.as_view(), name="consultation-open"
    ),
    path(
        "affairs/consultations/<int:pk>/extend/",
        consultations.ExtendConsultationView.as_view(),
        name="consultation-extend",
    ),
    path(
        "affairs/consultations/<int:pk>/close/",
        consultations.CloseConsultationView.as_view(),
        name="consultation-close",
    ),
    path(
        "affairs/consultations/<int:pk>/withdraw/",
        consultations.WithdrawConsultationView.as_view(),
        name="consultation-withdraw",
    ),
    path(
        "affairs/consultations/<int:pk>/conclude/",
        consultations.ConcludeConsultationView.as_view(),
        name="consultation-conclude",
    ),
    path("affairs/consultations/<int:pk>/gather/", opinions.GatherOpinionsView.as_view(), name="consultation-gather"),
    path("affairs/consultations/<int:pk>/each/", opinions.GatherEachView.as_view(), name="consultation-each"),
    path("affairs/consultations/<int:pk>/read/", opinions.ReadConsultationView.as_view(), name="consultation-read"),
    path("affairs/consultations/<int:pk>/say/", opinions.SayOpinionView.as_view(), name="consultation-say"),
    path("affairs/consultations/<int:pk>/thanks/", opinions.OpinionThanksView.as_view(), name="consultation-thanks"),
    re_path(
        r"^affairs/consultations/(?P<pk>\d{1,18})/summary\.(?P<file_format>pdf|docx|xlsx)$",
        consultations.ConsultationPaperView.as_view(),
        name="consultation-paper",
    ),
    path("affairs/points/<int:pk>/answer/", opinions.AnswerPointView.as_view(), name="point-answer"),
]
