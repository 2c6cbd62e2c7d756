"""Addresses of how proposals are reviewed, handled and followed up."""

from django.urls import path

from congress.views import follow_ups, handling, review

urlpatterns = [
    path("proposals/review/", review.ReviewTableView.as_view(), name="proposal-review"),
    path("proposals/review/accept/", review.AcceptTogetherView.as_view(), name="proposal-accept-together"),
    path("proposals/review/merge/", review.MergeTogetherView.as_view(), name="proposal-merge-together"),
    path("proposals/review/turn/", review.TurnTogetherView.as_view(), name="proposal-turn-together"),
    path("proposals/review/refuse/", review.RefuseTogetherView.as_view(), name="proposal-refuse-together"),
    path("proposals/review/assign/", review.AssignTogetherView.as_view(), name="proposal-assign-together"),
    path("proposals/sign/", follow_ups.SignQueueView.as_view(), name="proposal-sign-queue"),
    path("proposals/follow-ups/", follow_ups.FollowUpListView.as_view(), name="proposal-follow-ups"),
    path("proposals/honour/", follow_ups.HonourTogetherView.as_view(), name="proposal-honour-together"),
    path("proposals/<int:pk>/accept/", review.AcceptProposalView.as_view(), name="proposal-accept"),
    path("proposals/<int:pk>/merge/", review.MergeProposalView.as_view(), name="proposal-merge"),
    path("proposals/<int:pk>/turn/", review.TurnProposalView.as_view(), name="proposal-turn"),
    path("proposals/<int:pk>/refuse/", review.RefuseProposalView.as_view(), name="proposal-refuse"),
    path("proposals/<int:pk>/assign/", review.AssignProposalView.as_view(), name="proposal-assign"),
    path("proposals/<int:pk>/reassign/", review.ReassignProposalView.as_view(), name="proposal-reassign"),
    path("proposals/<int:pk>/receive/", handling.ReceiveProposalView.as_view(), name="proposal-receive"),
    path("proposals/<int:pk>/send-back/", handling.SendBackProposalView.as_view(), name="proposal-send-back"),
    path("proposals/<int:pk>/extend/", follow_ups.AskForTimeView.as_view(), name="proposal-extend"),
    path("proposals/<int:pk>/extension/", follow_ups.DecideExtensionView.as_view(), name="proposal-extension"),
    path("proposals/<int:pk>/opine/", handling.GiveOpinionView.as_view(), name="proposal-opine"),
    path("proposals/<int:pk>/answer/", handling.AnswerProposalView.as_view(), name="proposal-answer"),
    path("proposals/<int:pk>/sign/", handling.SignAnswerView.as_view(), name="proposal-sign"),
    path("proposals/<int:pk>/rate/", handling.RateAnswerView.as_view(), name="proposal-rate"),
    path("proposals/<int:pk>/follow-up/", follow_ups.FollowUpView.as_view(), name="proposal-follow-up"),
    path("proposals/<int:pk>/finish/", follow_ups.FinishProposalView.as_view(), name="proposal-finish"),
    path("proposals/<int:pk>/acknowledge/", follow_ups.AcknowledgeView.as_view(), name="proposal-acknowledge"),
    path("proposals/<int:pk>/reopen/", follow_ups.ReopenProposalView.as_view(), name="proposal-reopen"),
    path("proposals/<int:pk>/priority/", follow_ups.PrioritiseProposalView.as_view(), name="proposal-prioritise"),
    path("proposals/<int:pk>/no-priority/", follow_ups.DropPriorityView.as_view(), name="proposal-drop-priority"),
    path("proposals/<int:pk>/honour/", follow_ups.HonourProposalView.as_view(), name="proposal-honour"),
    path("proposals/<int:pk>/no-honour/", follow_ups.DropHonourView.as_view(), name="proposal-drop-honour"),
]
