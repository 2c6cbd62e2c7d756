"""Addresses of letters and mailboxes. Below letters/anonymous/ and letters/follow/ no page is told who asks."""

from django.urls import path

from affairs.views import anonymous_letters, letter_handling, letters, mailboxes

urlpatterns = [
    path("board/letters/", letters.BoardLettersView.as_view(), name="board-letters"),
    path("board/<sphere>/<number>/question/", letters.BoardQuestionView.as_view(), name="board-question"),
    path("letters/", letters.LetterBoxesView.as_view(), name="letter-boxes"),
    path("letters/write/<int:pk>/", letters.WriteLetterView.as_view(), name="letter-write"),
    path(
        "letters/anonymous/<str:ticket>/",
        anonymous_letters.WriteAnonymousLetterView.as_view(),
        name="letter-anonymous",
    ),
    path("letters/follow/", anonymous_letters.FollowLetterView.as_view(), name="letter-follow"),
    path("letters/mine/", letters.OwnLetterListView.as_view(), name="letter-own-list"),
    path("letters/mine/<int:pk>/", letters.OwnLetterView.as_view(), name="letter-own"),
    path("affairs/letters/", letter_handling.LetterListView.as_view(), name="letter-list"),
    path("affairs/letters/<int:pk>/", letter_handling.LetterDetailView.as_view(), name="letter-detail"),
    path("affairs/letters/<int:pk>/take-up/", letter_handling.TakeUpLetterView.as_view(), name="letter-take-up"),
    path("affairs/letters/<int:pk>/forward/", letter_handling.ForwardLetterView.as_view(), name="letter-forward"),
    path("affairs/letters/<int:pk>/answer/", letter_handling.AnswerLetterView.as_view(), name="letter-answer"),
    path("affairs/letters/<int:pk>/ask/", letter_handling.AskSenderView.as_view(), name="letter-ask"),
    path("affairs/letters/<int:pk>/extend/", letter_handling.ExtendLetterView.as_view(), name="letter-extend"),
    path("affairs/letters/<int:pk>/close/", letter_handling.CloseLetterView.as_view(), name="letter-close"),
    path("affairs/letters/<int:pk>/refuse/", letter_handling.RefuseLetterView.as_view(), name="letter-refuse"),
    path("affairs/letters/<int:pk>/publish/", letter_handling.PublishReplyView.as_view(), name="letter-publish"),
    path("affairs/letters/<int:pk>/take-down/", letter_handling.TakeDownReplyView.as_view(), name="letter-take-down"),
    path("affairs/letters/<int:pk>/paper/", letter_handling.LetterPaperView.as_view(), name="letter-paper"),
    path(
        "affairs/letters/<int:pk>/files/<int:position>/", letter_handling.LetterFileView.as_view(), name="letter-file"
    ),
    path("affairs/mailboxes/", mailboxes.MailboxListView.as_view(), name="mailbox-list"),
    path("affairs/mailboxes/add/", mailboxes.AddMailboxView.as_view(), name="mailbox-add"),
    path("affairs/mailboxes/<int:pk>/", mailboxes.MailboxDetailView.as_view(), name="mailbox-detail"),
    path("affairs/mailboxes/<int:pk>/mend/", mailboxes.MendMailboxView.as_view(), name="mailbox-mend"),
    path("affairs/mailboxes/<int:pk>/empty/", mailboxes.EmptyBoxView.as_view(), name="mailbox-empty"),
    path("affairs/mailboxes/<int:pk>/record/", mailboxes.RecordLetterView.as_view(), name="mailbox-record"),
]
