"""Pages of the channels and of the paper copies that hang there."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.filters import ChannelFilter, PostingFilter
from affairs.forms import ChannelForm, PutUpForm, RenewChannelForm, TakeDownCopyForm
from affairs.models import Channel, Disclosure, Posting
from affairs.selectors import hanging_at
from affairs.tables import ChannelTable, PostingTable, posting_badge
from unionoffice.figures import list_url
from unionoffice.pages import (
    Action,
    Badge,
    Crumb,
    EditPage,
    Fact,
    FormPage,
    ListPage,
    RecordPage,
    Step,
    TransitionPage,
)

AREA = "affairs"


def channels_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("公开渠道"), reverse("affairs:channel-list"))


class ChannelListView(ListPage):
    """Where the school discloses."""

    permission = permissions.reads_channels
    area = AREA
    title = _("公开渠道")
    model = Channel
    table = ChannelTable
    filter_class = ChannelFilter
    main_action = (_("添加公开渠道"), "affairs:channel-add", permissions.keeps_channels)
    other_actions = (
        (_("张贴记录"), "affairs:posting-list", permissions.keeps_channels),
        (_("监督检查"), "affairs:check-list", permissions.opens_checks),
    )


class ChannelDetailView(RecordPage):
    """One of them, with what hangs there."""

    permission = permissions.reads_channels
    area = AREA
    model = Channel
    select_related = ("keeper",)
    steps = (
        Step(_("换栏"), "affairs:channel-renew", permissions.tends_channel),
        Step(_("修改"), "affairs:channel-mend", permissions.keeps_channels, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [channels_crumb()]

    def get_facts(self) -> list[Fact]:
        """What it is and who keeps it."""
        channel = self.record
        return [
            Fact(_("类型"), channel.get_kind_display()),
            Fact(_("地点"), channel.place),
            Fact(_("管理人"), channel.keeper.name if channel.keeper else ""),
            Fact(_("更新时限"), channel.get_timing_display()),
            Fact(_("启用日期"), channel.from_on),
            Fact(_("停用日期"), channel.to_on or _("使用中")),
            Fact(_("公开什么"), channel.content),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what hangs there, as far as this user may know of it, and the way to what hung there."""
        user = self.request.user
        shown = hanging_at(self.record)
        if not permissions.tends_channel.test(user, self.record):
            shown = shown.filter(disclosure__in=Disclosure.objects.readable_by(user))
        tends = permissions.tends_channel.test(user, self.record)
        former = list_url("affairs:posting-list", channel=self.record.pk, hangs="no") if tends else ""
        return super().get_context_data(hanging=shown, tends=tends, former_url=former, **kwargs)


class AddChannelView(FormPage):
    """A new place."""

    permission = permissions.keeps_channels
    area = AREA
    title = _("添加公开渠道")
    form_class = ChannelForm
    button = _("添加")
    done = _("已添加。可以上传一张现场照片。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [channels_crumb()]


class MendChannelView(EditPage):
    """Setting a channel in order."""

    permission = permissions.keeps_channels
    area = AREA
    title = _("修改公开渠道")
    model = Channel
    form_class = ChannelForm
    done = _("已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the channel."""
        return [channels_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class RenewChannelView(TransitionPage):
    """今天换栏: the keeper stands before the glass case, with a phone."""

    permission, rule = permissions.reads_channels, permissions.tends_channel
    area = AREA
    title = _("换栏")
    model = Channel
    form_class = RenewChannelForm
    template_name = "affairs/channel_renew.html"
    button = _("记下换栏")
    done = _("已记下。")
    question = _("勾选今天取下和贴上的。撤下、更正过的已经先勾好。")

    def get_crumbs(self) -> list[Crumb]:
        """To the channel."""
        return [channels_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class PostingListView(ListPage):
    """What hangs where, and what hung."""

    permission = permissions.reads_channels
    area = AREA
    title = _("张贴记录")
    model = Posting
    table = PostingTable
    filter_class = PostingFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the channels."""
        return [channels_crumb()]


class PostingDetailView(RecordPage):
    """One paper copy, with its photos."""

    permission = permissions.reads_channels
    area = AREA
    model = Posting
    select_related = ("disclosure", "channel")
    steps = (Step(_("取下"), "affairs:posting-take-down", permissions.may_take_off),)

    def get_crumbs(self) -> list[Crumb]:
        """To the channel."""
        return [channels_crumb(), Crumb(str(self.record.channel), self.record.channel.get_absolute_url())]

    def get_title(self) -> str:
        """What hangs there."""
        return str(self.record.disclosure.title)

    def get_badge(self) -> Badge:
        """Whether it hangs, and whether it should."""
        return posting_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """What hangs where since when."""
        posting = self.record
        disclosure = posting.disclosure
        return [
            Fact(_("公开事项"), disclosure.public_number, disclosure.get_absolute_url()),
            Fact(_("公开渠道"), posting.channel, posting.channel.get_absolute_url()),
            Fact(_("地点"), posting.channel.place),
            Fact(_("公开事项状态"), disclosure.get_status_display()),
            Fact(_("张贴日期"), posting.up_on),
            Fact(_("取下日期"), posting.down_on),
        ]

    def get_actions(self) -> list[Action]:
        """Taking it down; where the text was corrected, changing it for the new one."""
        actions = super().get_actions()
        if self.record.is_stale and self.record.is_replaced and actions:
            url = reverse("affairs:channel-renew", args=[self.record.channel_id])
            actions.insert(0, Action(str(_("换上更正后的")), url))
        return actions


class PutUpView(TransitionPage):
    """A paper copy of a disclosure was put up."""

    permission, rule = permissions.reads_channels, permissions.may_post
    area = AREA
    title = _("登记张贴")
    model = Disclosure
    form_class = PutUpForm
    template_name = "office/form.html"
    button = _("登记张贴")
    done = _("已登记。")

    def get_crumbs(self) -> list[Crumb]:
        """To the disclosure."""
        return [Crumb(str(self.record), self.record.get_absolute_url())]


class TakeDownCopyView(TransitionPage):
    """It was taken down."""

    permission, rule = permissions.reads_channels, permissions.may_take_off
    area = AREA
    title = _("取下张贴")
    model = Posting
    form_class = TakeDownCopyForm
    button = _("登记取下")
    done = _("已登记。")

    def get_queryset(self) -> Any:
        """With the channel, whose keeper is asked for, and the title."""
        return super().get_queryset().with_text()

    def get_question(self) -> str:
        """What comes down where."""
        return str(_("从“%(channel)s”取下这份张贴。") % {"channel": self.record.channel})

    def get_crumbs(self) -> list[Crumb]:
        """To the posting."""
        return [channels_crumb(), Crumb(str(self.record.disclosure.title), self.record.get_absolute_url())]
