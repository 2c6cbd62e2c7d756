"""Addresses of the approver's work."""

from django.urls import path

from affairs.views import comments, deputies, review, rounds

urlpatterns = [
    path("affairs/review/", review.ReviewQueueView.as_view(), name="review"),
    path("affairs/review/together/", review.ApproveTogetherView.as_view(), name="review-together"),
    path("affairs/review/deputies/", deputies.DeputyshipListView.as_view(), name="deputyship-list"),
    path("affairs/review/deputies/name/", deputies.NameDeputyView.as_view(), name="deputyship-name"),
    path("affairs/review/deputies/<int:pk>/end/", deputies.EndDeputyshipView.as_view(), name="deputyship-end"),
    path("affairs/disclosures/<int:pk>/review/", review.ReviewDisclosureView.as_view(), name="disclosure-review"),
    path(
        "affairs/disclosures/<int:pk>/countersign/",
        review.CountersignDisclosureView.as_view(),
        name="disclosure-countersign",
    ),
    path("affairs/disclosures/<int:pk>/opened/", review.DisclosureOpenedView.as_view(), name="disclosure-opened"),
    path(
        "affairs/disclosures/<int:pk>/comment/<int:place>/",
        comments.CommentOnPassageView.as_view(),
        name="disclosure-comment",
    ),
    path(
        "affairs/disclosures/<int:pk>/rounds/<int:round_no>/",
        rounds.DisclosureRoundView.as_view(),
        name="disclosure-round",
    ),
    path("affairs/comments/<int:pk>/mend/", comments.MendCommentView.as_view(), name="comment-mend"),
    path("affairs/comments/<int:pk>/remove/", comments.RemoveCommentView.as_view(), name="comment-remove"),
]
