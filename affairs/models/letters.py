"""来信: what people wrote, signed or without a name, and what the office answered."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import (
    LETTER_MOVES,
    LETTER_OPEN,
    LETTER_REPLIED,
    LETTER_TAKEN_UP,
    LetterCategory,
    LetterSide,
    LetterStatus,
    LetterWay,
    Reach,
    ReplyWish,
    Satisfaction,
)
from affairs.models.disclosure_rows import NUMBER
from affairs.models.disclosures import Disclosure
from affairs.models.mailboxes import BoxOpening, Mailbox, kept_by
from affairs.permissions import reads_sender, spheres_of
from unionoffice.figures import percentage
from unionoffice.untraceable import Untraceable
from unionoffice.versions import Versioned

SILENT = (
    "What a letter says and who wrote it is no matter for the trail; each step of the office is told there by hand."
)


class LetterQuerySet(models.QuerySet["Letter"]):
    """Questions asked of letters."""

    def visible_to(self, user: Any) -> Self:
        """Those that the user answers for or deals with, and the user's own."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(_handled_by(user) | Q(author=user))

    def handled_by(self, user: Any) -> Self:
        """Those of the mailboxes that the user keeps, of the sphere that the user approves, and those handed to them.

        A letter that was handed on to somebody else isn't there any more.
        """
        return self.filter(_handled_by(user)) if user.is_authenticated else self.none()

    def received_between(self, start: date, end: date) -> Self:
        """What came within some days, both included."""
        return self.filter(received_on__range=(start, end))

    def proper(self) -> Self:
        """Without what was put aside as abuse: that counts nowhere."""
        return self.exclude(status=LetterStatus.REFUSED)

    def anonymous(self) -> Self:
        """Nobody's."""
        return self.filter(author__isnull=True, signature="")

    def signed(self) -> Self:
        """Somebody's, by account or by the name under a letter on paper."""
        return self.exclude(author__isnull=True, signature="")

    def replied(self) -> Self:
        """Those that were answered at least once."""
        return self.filter(answered_on__isnull=False)

    def replied_in_time(self) -> Self:
        """Those whose first answer came by the day that was due."""
        return self.filter(answered_on__lte=F("due_on"))

    def overdue(self, on: date) -> Self:
        """Those that still wait for a first answer after the day that was due."""
        return self.filter(status__in=LETTER_OPEN, answered_on__isnull=True, due_on__lt=on)

    def in_time_rate(self) -> Decimal:
        """Of those that were answered, how many percent by the day that was due."""
        return percentage(self.replied_in_time().count(), self.replied().count())

    def satisfaction_rate(self) -> Decimal:
        """Of those that were rated, how many percent 满意 or 基本满意."""
        rated = self.exclude(satisfaction="")
        return percentage(rated.exclude(satisfaction=Satisfaction.DISSATISFIED).count(), rated.count())

    def matching(self, text: str) -> Self:
        """Words of the letter, or its number as it is printed."""
        wanted = Q(subject__icontains=text) | Q(body__icontains=text)
        if printed := NUMBER.fullmatch(text.strip()):
            wanted |= Q(year=int(printed[1]), number=int(printed[2]))
        return self.filter(wanted)


def _handled_by(user: Any) -> Q:
    return (
        kept_by(user, "mailbox__")
        | Q(disclosure__sphere__in=spheres_of(user))
        | Q(handler=user, status__in=LETTER_TAKEN_UP)
    )


class Letter(Untraceable, Versioned):
    """A letter to a mailbox, or a question about something on the board.

    An anonymous one says nothing of its author: no account, address or device, no time but the day, no place among
    the others. Its number is given when the office takes it up, not when it comes; its code is kept as a digest.
    """

    MOVES = LETTER_MOVES
    UNAUDITED = SILENT

    status = models.CharField(
        _("状态"), max_length=10, choices=LetterStatus, default=LetterStatus.RECEIVED, editable=False
    )
    mailbox = models.ForeignKey(
        Mailbox, on_delete=models.PROTECT, null=True, related_name="letters", verbose_name=_("信箱"), editable=False
    )
    disclosure = models.ForeignKey(
        Disclosure, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("公开事项"), editable=False
    )
    way = models.CharField(_("来信方式"), max_length=10, choices=LetterWay, default=LetterWay.ONLINE, editable=False)
    category = models.CharField(_("类别"), max_length=12, choices=LetterCategory)
    subject = models.CharField(_("标题"), max_length=60)
    body = models.TextField(_("内容"), max_length=4000)
    wish = models.CharField(_("答复方式"), max_length=12, choices=ReplyWish, default=ReplyWish.PRIVATE)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("来信人"),
        editable=False,
    )
    signature = models.CharField(_("落款"), max_length=40, blank=True)
    hides_name = models.BooleanField(_("姓名对承办部门保密"), default=False)
    code_digest = models.CharField(max_length=64, blank=True, editable=False)
    opening = models.ForeignKey(
        BoxOpening, on_delete=models.PROTECT, null=True, related_name="letters", verbose_name=_("开箱记录")
    )
    received_on = models.DateField(_("收到日期"), editable=False)
    due_on = models.DateField(_("答复期限"), editable=False)
    year = models.PositiveSmallIntegerField(_("年度"), null=True, editable=False)
    number = models.PositiveIntegerField(_("编号"), null=True, editable=False)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("承办人"),
        editable=False,
    )
    handle_by = models.DateField(_("承办期限"), null=True, editable=False)
    answered_on = models.DateField(_("首次答复日期"), null=True, editable=False)
    closed_on = models.DateField(_("办结日期"), null=True, editable=False)
    refusal_reason = models.CharField(_("不予受理的原因"), max_length=200, blank=True, editable=False)
    satisfaction = models.CharField(_("来信人评价"), max_length=12, choices=Satisfaction, blank=True, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta(Untraceable.Meta):
        verbose_name = _("来信")
        verbose_name_plural = verbose_name
        indexes = [models.Index(fields=["received_on"], name="letters_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(mailbox__isnull=False, disclosure__isnull=True)
                | Q(mailbox__isnull=True, disclosure__isnull=False),
                name="letter_to_a_mailbox_or_about_a_disclosure",
            ),
            models.CheckConstraint(
                condition=(Q(way=LetterWay.ONLINE, author__isnull=True) & ~Q(code_digest=""))
                | Q(way=LetterWay.ONLINE, author__isnull=False, code_digest="")
                | (~Q(way=LetterWay.ONLINE) & Q(author__isnull=True, code_digest="")),
                name="code_exactly_for_anonymous_online",
            ),
            models.CheckConstraint(
                condition=~Q(way=LetterWay.ONLINE) | Q(signature="", opening__isnull=True),
                name="no_signature_beside_an_account",
            ),
            models.CheckConstraint(
                condition=Q(hides_name=False) | Q(author__isnull=False) | ~Q(signature=""),
                name="only_a_name_can_be_hidden",
            ),
            models.CheckConstraint(
                condition=Q(status__in=LETTER_TAKEN_UP, year__isnull=False, number__isnull=False)
                | (~Q(status__in=LETTER_TAKEN_UP) & Q(year__isnull=True, number__isnull=True, handler__isnull=True)),
                name="letter_numbered_once_taken_up",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=LETTER_REPLIED) | Q(answered_on__isnull=False),
                name="replied_letter_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(status=LetterStatus.CLOSED, closed_on__isnull=False)
                | (~Q(status=LetterStatus.CLOSED) & Q(closed_on__isnull=True)),
                name="letter_closed_on_a_day",
            ),
            models.CheckConstraint(
                condition=(Q(status=LetterStatus.REFUSED) & ~Q(refusal_reason=""))
                | (~Q(status=LetterStatus.REFUSED) & Q(refusal_reason="")),
                name="letter_refused_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(satisfaction="") | Q(status__in=LETTER_REPLIED), name="only_a_reply_is_rated"
            ),
            models.UniqueConstraint(fields=["year", "number"], name="one_letter_of_a_number"),
            models.UniqueConstraint(
                fields=["code_digest"], condition=~Q(code_digest=""), name="one_letter_of_a_code"
            ),
        ]

    def __str__(self) -> str:
        return str(_("来信 %(number)s") % {"number": self.short_number}) if self.number else str(_("新来信"))

    def get_absolute_url(self) -> str:
        """The page of those who deal with it."""
        return reverse("affairs:letter-detail", args=[self.pk])

    def get_own_url(self) -> str:
        """The page of whoever signed it."""
        return reverse("affairs:letter-own", args=[self.pk])

    @property
    def short_number(self) -> str:
        """`2026-003` once it is taken up."""
        return f"{self.year}-{self.number:03}" if self.number else ""

    @property
    def addressee(self) -> str:
        """校长信箱, or the title of what it asks about."""
        return str(self.mailbox or self.disclosure)

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody can know whose it is."""
        return self.author_id is None and not self.signature

    @property
    def can_be_followed(self) -> bool:
        """Whether the sender reads here what is answered: what came on paper is answered otherwise."""
        return self.way == LetterWay.ONLINE

    @property
    def may_publish(self) -> bool:
        """Whether the sender agreed; a question from the board is asked for everybody."""
        return self.wish == ReplyWish.MAY_PUBLISH or self.disclosure_id is not None

    def is_overdue(self, on: date) -> bool:
        """It still waits for a first answer after the day that was due; `overdue` as asked of one letter."""
        return self.status in LETTER_OPEN and self.answered_on is None and self.due_on < on

    def sender_for(self, user: Any) -> str:
        """Who wrote it, as far as `user` is told."""
        if self.is_anonymous:
            return str(_("匿名"))
        if self.hides_name and not reads_sender.test(user, self):
            return str(_("姓名保密"))
        return str(self.author) if self.author_id is not None else self.signature


class LetterMessage(Untraceable):
    """One message after the letter. What the sender adds says no more of them than the letter does."""

    UNAUDITED = SILENT

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="messages", verbose_name=_("来信"))
    position = models.PositiveSmallIntegerField(_("次序"))
    side = models.CharField(_("谁"), max_length=8, choices=LetterSide)
    text = models.TextField(_("内容"), max_length=4000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("答复人")
    )
    is_answer = models.BooleanField(_("正式答复"), default=False)
    written_on = models.DateField(_("日期"))

    class Meta(Untraceable.Meta):
        verbose_name = _("往来")
        verbose_name_plural = verbose_name
        constraints = [
            models.UniqueConstraint(fields=["letter", "position"], name="one_message_a_position"),
            models.CheckConstraint(
                condition=Q(side=LetterSide.OFFICE, by__isnull=False)
                | Q(side=LetterSide.SENDER, by__isnull=True, is_answer=False),
                name="account_exactly_beside_the_office",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter} {self.position}"


class LetterFile(Untraceable):
    """A photo or PDF that came with a letter.

    It is kept in the row, not as an attachment: that has an uploader, a time and a place on a disk which dates its
    files. Its name is ours: the sender's own may tell a device, a day or a person.
    """

    UNAUDITED = SILENT
    ENDINGS: ClassVar[dict[str, str]] = {"jpeg": "jpg"}

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="files", verbose_name=_("来信"))
    position = models.PositiveSmallIntegerField(_("次序"))
    kind = models.CharField(_("类型"), max_length=8)
    content = models.BinaryField(_("内容"))

    class Meta(Untraceable.Meta):
        verbose_name = _("来信附件")
        verbose_name_plural = verbose_name
        constraints = [models.UniqueConstraint(fields=["letter", "position"], name="one_file_a_position")]

    def __str__(self) -> str:
        return str(_("附件%(n)d") % {"n": self.position}) + f".{self.ENDINGS.get(self.kind, self.kind)}"


class PublishedReplyQuerySet(models.QuerySet["PublishedReply"]):
    """Questions asked of published replies."""

    def readable_by(self, user: Any) -> Self:
        """What hangs on the board for this reader; of an item that this reader can't read, nothing."""
        items = Disclosure.objects.readable_by(user)
        hanging = self.filter(taken_down_on__isnull=True).filter(
            Q(letter__disclosure__isnull=True) | Q(letter__disclosure__in=items)
        )
        return hanging if user.is_authenticated else hanging.filter(reach=Reach.PUBLIC)

    def published_between(self, start: date, end: date) -> Self:
        """What came onto the board within some days, whatever became of it."""
        return self.filter(published_on__range=(start, end))


class PublishedReply(Versioned):
    """A question and its answer on the board, told so that nobody can be recognised."""

    AUDITED = ("letter", "question", "answer", "reach", "published_on", "taken_down_on", "take_down_reason")

    letter = models.OneToOneField(
        Letter, on_delete=models.PROTECT, related_name="publication", verbose_name=_("来信")
    )
    question = models.TextField(_("问题"), max_length=2000)
    answer = models.TextField(_("答复"), max_length=4000)
    reach = models.CharField(_("公开范围"), max_length=10, choices=Reach, default=Reach.STAFF)
    published_on = models.DateField(_("公开日期"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("同意公开")
    )
    taken_down_on = models.DateField(_("撤下日期"), null=True)
    take_down_reason = models.CharField(_("撤下原因"), max_length=200, blank=True)

    objects = PublishedReplyQuerySet.as_manager()

    class Meta:
        verbose_name = _("公开的答复")
        verbose_name_plural = verbose_name
        ordering = ["-published_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_down_on__isnull=True, take_down_reason="")
                | (Q(taken_down_on__isnull=False) & ~Q(take_down_reason="")),
                name="reply_taken_down_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.letter)
