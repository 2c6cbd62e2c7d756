"""Pages of notices, and of the ways they leave the office."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from unionoffice.administration.views.entrance import settings_crumb
from unionoffice.inbox import permissions
from unionoffice.inbox.enums import Channel, MessageStatus
from unionoffice.inbox.filters import MessageFilter, RobotFilter
from unionoffice.inbox.forms import (
    AddRobotForm,
    EmailForm,
    ResendForm,
    RobotTestForm,
    SwitchOffRobotForm,
    SwitchOnRobotForm,
)
from unionoffice.inbox.models import Notice, NoticeAddress, OutboxMessage, Robot
from unionoffice.inbox.services import read_all_notices, read_notice
from unionoffice.inbox.tables import MessageTable, RobotTable, message_badge, robot_badge
from unionoffice.pages import Action, Badge, Crumb, Fact, FormPage, ListPage, Page, RecordPage, Step, TransitionPage
from unionoffice.templatetags.office import moment

NOTICES_A_PAGE = 30


def robots_crumbs() -> list[Crumb]:
    """The way back to the robots."""
    return [settings_crumb(), Crumb(str(_("群机器人")), reverse("inbox:robot-list"))]


def messages_crumbs() -> list[Crumb]:
    """The way back to the messages."""
    return [settings_crumb(), Crumb(str(_("发送记录")), reverse("inbox:message-list"))]


class InboxView(Page):
    """One's notices, the newest first."""

    permission = permissions.reads_own_notices
    title = _("我的通知")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show one page of them; to who keeps the channels also that something couldn't be sent."""
        only_unread = "unread" in request.GET
        notices = Notice.objects.visible_to(request.user)
        page = Paginator(notices.unread() if only_unread else notices, NOTICES_A_PAGE).get_page(
            request.GET.get("page")
        )
        failed = OutboxMessage.objects.visible_to(request.user).filter(status=MessageStatus.FAILED).count()
        actions = [Action.to(_("通知方式"), "inbox:email", primary=False)]
        context = self.get_context_data(page=page, only_unread=only_unread, failed=failed, actions=actions)
        return TemplateResponse(request, "unionoffice/notice_list.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Note all of them as read."""
        if count := read_all_notices(request.user):
            messages.success(request, _t("已将%(count)s条通知标为已读。") % {"count": count})
        return HttpResponseRedirect(reverse("inbox:notice-list"))


class NoticeView(Page):
    """The way from a notice to the page that it is about.

    A notice is opened by a button, since that is noted as read: links are also followed by what looks ahead for a
    preview, as chat programs do, and a page view writes nothing. Whoever comes by the address alone, as after signing
    in anew, is led on all the same.
    """

    permission = permissions.reads_own_notices

    def get(self, _request: HttpRequest, pk: int) -> HttpResponse:
        """Lead on."""
        return HttpResponseRedirect(self.get_notice(pk).url)

    def post(self, _request: HttpRequest, pk: int) -> HttpResponse:
        """Note it as read and lead on; a second time changes nothing."""
        notice = self.get_notice(pk)
        read_notice(notice)
        return HttpResponseRedirect(notice.url)

    def get_notice(self, pk: int) -> Notice:
        """One's own notice, or none."""
        notice = Notice.objects.visible_to(self.request.user).filter(pk=pk).first()
        if notice is None:
            raise Http404
        return notice


class EmailView(FormPage):
    """One's own address for notices."""

    permission = permissions.sets_own_address
    title = _("通知方式")
    form_class = EmailForm
    template_name = "unionoffice/email_form.html"
    done = _("已保存。")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The address so far."""
        return {"initial": {"address": NoticeAddress.objects.email_of(self.request.user)}}

    def get_crumbs(self) -> list[Crumb]:
        """To the inbox."""
        return [Crumb(str(_("我的通知")), reverse("inbox:notice-list"))]

    def get_success_url(self, _record: Any) -> str:
        """Back to the inbox."""
        return reverse("inbox:notice-list")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether mail is sent at all."""
        return super().get_context_data(mail_is_set_up=settings.MAIL_IS_SET_UP, **kwargs)


class RobotListView(ListPage):
    """The groups that the office speaks to."""

    permission = permissions.keeps_channels
    title = _("群机器人")
    model = Robot
    table = RobotTable
    filter_class = RobotFilter
    main_action = (_("添加群机器人"), "inbox:robot-add", permissions.keeps_channels)

    def get_crumbs(self) -> list[Crumb]:
        """To the settings."""
        return [settings_crumb()]


class RobotDetailView(RecordPage):
    """One group's robot. Its address is a secret, and isn't shown again."""

    permission = permissions.keeps_channels
    model = Robot
    steps = (
        Step(_("发送测试消息"), "inbox:robot-test", permissions.may_test),
        Step(_("启用"), "inbox:robot-switch-on", permissions.may_switch_on),
        Step(_("停用"), "inbox:robot-switch-off", permissions.may_switch_off, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return robots_crumbs()

    def get_badge(self) -> Badge:
        """Whether it is in use."""
        return robot_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """Whose it is and whether messages are signed."""
        robot = self.record
        return [
            Fact(_("平台"), robot.get_provider_display()),
            Fact(_("加签"), bool(robot.secret)),
        ]


class AddRobotView(FormPage):
    """Taking a robot into use."""

    permission = permissions.keeps_channels
    title = _("添加群机器人")
    form_class = AddRobotForm
    button = _("添加")
    done = _("已添加。请发送一条测试消息，看群里能不能收到。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return robots_crumbs()


class RobotMove(TransitionPage):
    """Something done with one robot."""

    permission = permissions.keeps_channels
    model = Robot

    def get_crumbs(self) -> list[Crumb]:
        """To the robot."""
        return [*robots_crumbs(), Crumb(str(self.record), self.record.get_absolute_url())]


class SwitchOffRobotView(RobotMove):
    """Out of use."""

    rule = permissions.may_switch_off
    title, button, done = _("停用群机器人"), _("停用"), _("已停用。")
    question = _("停用后，消息不再发到这个群，可以随时重新启用。")
    form_class = SwitchOffRobotForm


class SwitchOnRobotView(RobotMove):
    """Into use again."""

    rule = permissions.may_switch_on
    title, button, done = _("启用群机器人"), _("启用"), _("已启用。")
    question = _("启用后，全体教职工都可以知道的消息会发到这个群。")
    form_class = SwitchOnRobotForm


class RobotTestView(RobotMove):
    """A trial."""

    rule = permissions.may_test
    title, button, done = _("发送测试消息"), _("发送"), _("测试消息已交给后台发送，请稍后刷新这一页，并到群里查看。")
    question = _("群里的人都会看到这条测试消息。")
    form_class = RobotTestForm


class MessageListView(ListPage):
    """What was sent, what waits and what failed."""

    permission = permissions.keeps_channels
    title = _("发送记录")
    model = OutboxMessage
    table = MessageTable
    filter_class = MessageFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the settings."""
        return [settings_crumb()]


class MessageDetailView(RecordPage):
    """One message on its way. What it says is shown only where a whole group reads it anyway."""

    permission = permissions.keeps_channels
    model = OutboxMessage
    select_related = ("account", "robot")
    steps = (Step(_("重新发送"), "inbox:message-resend", permissions.may_resend),)

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return messages_crumbs()

    def get_badge(self) -> Badge:
        """Whether it was sent."""
        return message_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """When it was tried and why it failed."""
        message = self.record
        waits = message.status == MessageStatus.WAITING
        facts = [
            Fact(_("生成时间"), moment(message.made_at)),
            Fact(_("发出时间"), moment(message.sent_at) if message.sent_at else ""),
            Fact(_("已尝试次数"), message.attempts),
            Fact(_("下次发送时间"), moment(message.next_try_at) if waits else ""),
            Fact(_("未发出的原因"), message.last_error),
        ]
        if message.channel == Channel.ROBOT:
            facts.append(Fact(_("内容"), message.sentence, message.url))
        return facts


class ResendMessageView(TransitionPage):
    """Another try."""

    permission, rule = permissions.keeps_channels, permissions.may_resend
    title, button, done = _("重新发送"), _("重新发送"), _("已交给后台重新发送。")
    question = _("请先排除没有发出的原因，再重新发送。")
    model = OutboxMessage
    form_class = ResendForm

    def get_queryset(self) -> Any:
        """With whom it goes to."""
        return super().get_queryset().select_related("account", "robot")

    def get_question(self) -> str:
        """With why it failed."""
        return f"{self.record.last_error}{self.question}"

    def get_crumbs(self) -> list[Crumb]:
        """To the message."""
        return [*messages_crumbs(), Crumb(str(self.record), self.record.get_absolute_url())]
