"""Addresses of proposals."""

from django.urls import path

from congress.views import imports, moves, proposals

urlpatterns = [
    path("proposals/", proposals.ProposalListView.as_view(), name="proposal-list"),
    path("proposals/draft/", moves.DraftProposalView.as_view(), name="proposal-draft"),
    path("proposals/import/", imports.ImportProposalsView.as_view(), name="proposal-import"),
    path("proposals/import/template/", imports.ProposalTemplateView.as_view(), name="proposal-template"),
    path("proposals/import/columns/", imports.ProposalColumnsView.as_view(), name="proposal-columns"),
    path("proposals/import/<int:pk>/", imports.ProposalPlanView.as_view(), name="proposal-plan"),
    path("proposals/<int:pk>/", proposals.ProposalDetailView.as_view(), name="proposal-detail"),
    path("proposals/<int:pk>/edit/", moves.EditProposalView.as_view(), name="proposal-edit"),
    path("proposals/<int:pk>/delete/", moves.DeleteDraftView.as_view(), name="proposal-delete"),
    path("proposals/<int:pk>/offer/", moves.OfferProposalView.as_view(), name="proposal-offer"),
    path("proposals/<int:pk>/retract/", moves.RetractProposalView.as_view(), name="proposal-retract"),
    path("proposals/<int:pk>/take-up/", moves.TakeUpProposalView.as_view(), name="proposal-take-up"),
    path("proposals/<int:pk>/seek/", moves.SeekSecondersView.as_view(), name="proposal-seek"),
    path("proposals/<int:pk>/invite/", moves.InviteSecondersView.as_view(), name="proposal-invite"),
    path("proposals/<int:pk>/second/", moves.SecondProposalView.as_view(), name="proposal-second"),
    path("proposals/<int:pk>/decline/", moves.DeclineSecondingView.as_view(), name="proposal-decline"),
    path("proposals/<int:pk>/file/", moves.FileProposalView.as_view(), name="proposal-file"),
    path("proposals/<int:pk>/withdraw/", moves.WithdrawProposalView.as_view(), name="proposal-withdraw"),
    path("proposals/<int:pk>/accept/", moves.AcceptProposalView.as_view(), name="proposal-accept"),
    path("proposals/<int:pk>/merge/", moves.MergeProposalView.as_view(), name="proposal-merge"),
    path("proposals/<int:pk>/turn/", moves.TurnProposalView.as_view(), name="proposal-turn"),
    path("proposals/<int:pk>/refuse/", moves.RefuseProposalView.as_view(), name="proposal-refuse"),
    path("proposals/<int:pk>/assign/", moves.AssignProposalView.as_view(), name="proposal-assign"),
    path("proposals/<int:pk>/receive/", moves.ReceiveProposalView.as_view(), name="proposal-receive"),
    path("proposals/<int:pk>/send-back/", moves.SendBackProposalView.as_view(), name="proposal-send-back"),
    path("proposals/<int:pk>/opine/", moves.GiveOpinionView.as_view(), name="proposal-opine"),
    path("proposals/<int:pk>/answer/", moves.AnswerProposalView.as_view(), name="proposal-answer"),
    path("proposals/<int:pk>/sign/", moves.SignAnswerView.as_view(), name="proposal-sign"),
    path("proposals/<int:pk>/return/", moves.ReturnAnswerView.as_view(), name="proposal-return"),
    path("proposals/<int:pk>/rate/", moves.RateAnswerView.as_view(), name="proposal-rate"),
    path("proposals/<int:pk>/finish/", moves.FinishProposalView.as_view(), name="proposal-finish"),
    path("members/<int:pk>/proposals/", proposals.MemberProposalsView.as_view(), name="member-proposals"),
]
