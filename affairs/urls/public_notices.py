"""Addresses of public notices and objections. Those under the board stand before what takes any two words there."""

from django.urls import path

from affairs.views import board_notices, notice_moves, objections, public_notices

urlpatterns = [
    path("board/notices/<number>/", board_notices.BoardNoticeView.as_view(), name="board-notice"),
    path("board/objections/follow/", board_notices.FollowObjectionView.as_view(), name="objection-follow"),
    path("board/objections/new/<ticket>/", board_notices.ObjectAnonymouslyView.as_view(), name="objection-anonymous"),
    path("affairs/notices/", public_notices.PublicNoticeListView.as_view(), name="notice-list"),
    path("affairs/notices/draft/", public_notices.DraftNoticeView.as_view(), name="notice-draft"),
    path("affairs/notices/<int:pk>/", public_notices.PublicNoticeDetailView.as_view(), name="notice-detail"),
    path("affairs/notices/<int:pk>/mend/", public_notices.MendNoticeView.as_view(), name="notice-mend"),
    path("affairs/notices/<int:pk>/names/", public_notices.NameCandidatesView.as_view(), name="notice-names"),
    path("affairs/notices/<int:pk>/reviewers/", public_notices.NameReviewersView.as_view(), name="notice-reviewers"),
    path("affairs/notices/<int:pk>/submit/", notice_moves.SubmitNoticeView.as_view(), name="notice-submit"),
    path("affairs/notices/<int:pk>/recall/", notice_moves.RecallNoticeView.as_view(), name="notice-recall"),
    path("affairs/notices/<int:pk>/review/", notice_moves.ReviewNoticeView.as_view(), name="notice-review"),
    path("affairs/notices/<int:pk>/extend/", notice_moves.ExtendNoticeView.as_view(), name="notice-extend"),
    path("affairs/notices/<int:pk>/conclude/", notice_moves.ConcludeNoticeView.as_view(), name="notice-conclude"),
    path("affairs/notices/<int:pk>/document/", notice_moves.DocumentNoticeView.as_view(), name="notice-document"),
    path("affairs/notices/<int:pk>/withdraw/", notice_moves.WithdrawNoticeView.as_view(), name="notice-withdraw"),
    path("affairs/notices/<int:pk>/paper/", public_notices.NoticePaperView.as_view(), name="notice-paper"),
    path("affairs/notices/<int:pk>/record/", public_notices.NoticeRecordView.as_view(), name="notice-record"),
    path("affairs/notices/<int:pk>/object/", objections.ObjectView.as_view(), name="notice-object"),
    path(
        "affairs/notices/<int:pk>/objections/add/", objections.RecordObjectionView.as_view(), name="objection-record"
    ),
    path("affairs/objections/", objections.ObjectionListView.as_view(), name="objection-list"),
    path("affairs/objections/<int:pk>/", objections.ObjectionDetailView.as_view(), name="objection-detail"),
    path("affairs/objections/<int:pk>/settle/", objections.SettleObjectionView.as_view(), name="objection-settle"),
]
