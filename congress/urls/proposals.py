"""Addresses of proposals."""

from django.urls import path

from congress.views import imports, keeping, proposals, writing

urlpatterns = [
    path("proposals/", proposals.ProposalListView.as_view(), name="proposal-list"),
    path("proposals/draft/", writing.DraftProposalView.as_view(), name="proposal-draft"),
    path("proposals/draft/keep/", keeping.KeepNewDraftView.as_view(), name="proposal-keep-new"),
    path("proposals/similar/", writing.SimilarProposalsView.as_view(), name="proposal-similar"),
    path("proposals/import/", imports.ImportProposalsView.as_view(), name="proposal-import"),
    path("proposals/import/template/", imports.ProposalTemplateView.as_view(), name="proposal-template"),
    path("proposals/import/columns/", imports.ProposalColumnsView.as_view(), name="proposal-columns"),
    path("proposals/import/<int:pk>/", imports.ProposalPlanView.as_view(), name="proposal-plan"),
    path("proposals/<int:pk>/", proposals.ProposalDetailView.as_view(), name="proposal-detail"),
    path("proposals/<int:pk>/edit/", writing.EditProposalView.as_view(), name="proposal-edit"),
    path("proposals/<int:pk>/keep/", keeping.KeepDraftView.as_view(), name="proposal-keep"),
    path("proposals/<int:pk>/delete/", writing.DeleteDraftView.as_view(), name="proposal-delete"),
    path("proposals/<int:pk>/offer/", writing.OfferProposalView.as_view(), name="proposal-offer"),
    path("proposals/<int:pk>/retract/", writing.RetractProposalView.as_view(), name="proposal-retract"),
    path("proposals/<int:pk>/take-up/", writing.TakeUpProposalView.as_view(), name="proposal-take-up"),
    path("proposals/<int:pk>/beg-off/", writing.BegOffView.as_view(), name="proposal-beg-off"),
    path("proposals/<int:pk>/seek/", writing.SeekSecondersView.as_view(), name="proposal-seek"),
    path("proposals/<int:pk>/invite/", writing.InviteSecondersView.as_view(), name="proposal-invite"),
    path("proposals/<int:pk>/second/", writing.SecondProposalView.as_view(), name="proposal-second"),
    path("proposals/<int:pk>/decline/", writing.DeclineSecondingView.as_view(), name="proposal-decline"),
    path("proposals/<int:pk>/take-back/", writing.TakeBackSecondingView.as_view(), name="proposal-take-back"),
    path("proposals/<int:pk>/file/", writing.FileProposalView.as_view(), name="proposal-file"),
    path("proposals/<int:pk>/filed/", writing.FiledProposalView.as_view(), name="proposal-filed"),
    path("proposals/<int:pk>/hand-over/", writing.HandOverProposalView.as_view(), name="proposal-hand-over"),
    path("proposals/<int:pk>/withdraw/", writing.WithdrawProposalView.as_view(), name="proposal-withdraw"),
    path("members/<int:pk>/proposals/", proposals.MemberProposalsView.as_view(), name="member-proposals"),
]
