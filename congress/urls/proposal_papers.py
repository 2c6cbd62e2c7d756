"""Addresses of the papers and the statistics of proposals."""

from django.urls import path

from congress.views import disclosing, proposal_papers, proposal_statistics

urlpatterns = [
    path("proposals/register/", proposal_papers.ProposalRegisterView.as_view(), name="proposal-register"),
    path("proposals/statistics/", proposal_statistics.ProposalStatisticsView.as_view(), name="proposal-statistics"),
    path("proposals/<int:pk>/form/", proposal_papers.ProposalFormPaperView.as_view(), name="proposal-form-paper"),
    path("proposals/<int:pk>/letter/", proposal_papers.AnswerLetterView.as_view(), name="proposal-letter"),
    path("proposals/<int:pk>/slip/", proposal_papers.AssignmentSlipView.as_view(), name="proposal-slip"),
    path("proposals/publicise/", disclosing.PubliciseHandlingView.as_view(), name="proposal-publicise"),
]
