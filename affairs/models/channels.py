"""公开渠道: the places where the school discloses, and the paper copies that hang there."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import ON_BOARD, ChannelKind, DisclosureStatus, Timing
from affairs.models.disclosures import Disclosure
from affairs.permissions import reads_channels, sees_all_disclosures, tends_channel, tends_posting
from members.models import Member
from unionoffice.attachments import AttachmentRules
from unionoffice.dated import DatedQuerySet, covering, ends_after_start
from unionoffice.versions import Versioned


class ChannelQuerySet(DatedQuerySet["Channel"]):
    """Questions asked of channels."""

    def visible_to(self, user: Any) -> Self:
        """Everybody here may know where to look."""
        return self if reads_channels.test(user) else self.none()

    def used_between(self, start: date, end: date) -> Self:
        """In use on at least one of these days, both included."""
        return self.filter(Q(from_on__isnull=True) | Q(from_on__lte=end), Q(to_on__isnull=True) | Q(to_on__gte=start))


class Channel(Versioned):
    """公开渠道: a board, a wall paper, posted phone numbers … at a place, and who keeps it."""

    AUDITED = ("kind", "name", "place", "content", "timing", "keeper", "from_on", "to_on")
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=tends_channel, title=_("照片"))

    kind = models.CharField(_("类型"), max_length=10, choices=ChannelKind, default=ChannelKind.BOARD)
    name = models.CharField(_("名称"), max_length=40, unique=True)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    content = models.TextField(_("公开什么"), max_length=500, blank=True)
    timing = models.CharField(_("更新时限"), max_length=10, choices=Timing, default=Timing.ANYTIME)
    keeper = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("管理人")
    )
    from_on = models.DateField(_("启用日期"), null=True, blank=True)
    to_on = models.DateField(_("停用日期"), null=True, blank=True)

    objects = ChannelQuerySet.as_manager()

    class Meta:
        verbose_name = _("公开渠道")
        verbose_name_plural = verbose_name
        ordering = ["kind", "name"]
        constraints = [ends_after_start("channel_in_order")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The channel's page, with what hangs there."""
        return reverse("affairs:channel-detail", args=[self.pk])


class PostingQuerySet(models.QuerySet["Posting"]):
    """Questions asked of paper copies."""

    def visible_to(self, user: Any) -> Self:
        """All for those who keep the board or approve; a keeper those of the own channels."""
        if sees_all_disclosures.test(user):
            return self
        if not user.is_authenticated or user.member_id is None:
            return self.none()
        return self.filter(channel__keeper=user.member_id)

    def hanging(self) -> Self:
        """Not yet taken down."""
        return self.filter(down_on__isnull=True)

    def stale(self) -> Self:
        """Still hanging though the text was corrected or taken down since."""
        return self.hanging().exclude(disclosure__status=DisclosureStatus.PUBLISHED)

    def put_up_between(self, start: date, end: date) -> Self:
        """Put up within some days, both included."""
        return self.filter(up_on__range=(start, end))

    def with_text(self) -> Self:
        """Each with its disclosure, without the text, and its channel."""
        return self.select_related("disclosure", "channel__keeper").defer(
            "disclosure__body", "disclosure__words", *Member.secrets_of("channel__keeper")
        )


class Posting(Versioned):
    """张贴: the paper copy of one version of a disclosure at one channel, from the day it went up."""

    AUDITED = ("disclosure", "channel", "up_on", "down_on")
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=tends_posting, title=_("照片"))

    disclosure = models.ForeignKey(
        Disclosure, on_delete=models.PROTECT, related_name="postings", verbose_name=_("公开事项")
    )
    channel = models.ForeignKey(
        Channel, on_delete=models.PROTECT, related_name="postings", verbose_name=_("公开渠道")
    )
    up_on = models.DateField(_("张贴日期"))
    down_on = models.DateField(_("取下日期"), null=True, blank=True, editable=False)

    objects = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = _("张贴")
        verbose_name_plural = verbose_name
        ordering = ["-up_on", "-pk"]
        indexes = [models.Index(fields=["up_on"], name="postings_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["disclosure", "channel"], condition=Q(down_on__isnull=True), name="hangs_once_at_a_channel"
            ),
            models.CheckConstraint(
                condition=Q(down_on__isnull=True) | Q(down_on__gte=F("up_on")), name="down_after_it_went_up"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel}：{self.disclosure}"

    def get_absolute_url(self) -> str:
        """The posting's page, with its photos."""
        return reverse("affairs:posting-detail", args=[self.pk])

    @property
    def is_hanging(self) -> bool:
        """Whether nobody has taken it down yet."""
        return self.down_on is None

    @property
    def is_stale(self) -> bool:
        """Whether it hangs though its text isn't what the school says any more."""
        return self.is_hanging and self.disclosure.status != DisclosureStatus.PUBLISHED

    @property
    def is_replaced(self) -> bool:
        """Whether a corrected text takes its place, rather than none."""
        return self.disclosure.status in ON_BOARD and self.disclosure.status != DisclosureStatus.PUBLISHED


def channels_for(on: date) -> ChannelQuerySet:
    """Channels in use on a day, by kind and name."""
    return Channel.objects.filter(covering(on)).order_by("kind", "name")
