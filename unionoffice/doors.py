"""Doors that belong to no area: they stand after all areas in the navigation, and as rooms behind 设置."""

from dataclasses import dataclass

import rules
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionoffice.administration.permissions import opens_settings, opens_trail
from unionoffice.areas import NavItem
from unionoffice.inbox.permissions import keeps_channels

OFFICE_DOORS = (
    NavItem(_("设置"), "settings:entrance", "settings", opens_settings),
    NavItem(_("操作记录"), "trail-list", "history", opens_trail),
)


@dataclass(frozen=True)
class Room:
    """Something that can be set up, with a sentence on what it is for."""

    label: str | Promise
    sentence: str | Promise
    url_name: str
    icon: str
    permission: rules.Predicate


SETTINGS_ROOMS = (
    Room(
        _("学校与工会信息"),
        _("校名、校徽、工会名称、法人资格证：印在每一份文书上。"),
        "settings:profiles",
        "building-community",
        opens_settings,
    ),
    Room(
        _("校历与工作日"),
        _("学期、假期和调休：所有期限按它计算。"),
        "settings:calendar",
        "calendar-cog",
        opens_settings,
    ),
    Room(
        _("规则与标准"),
        _("各项规则的现行取值、依据和历次变动。"),
        "settings:rules",
        "adjustments",
        opens_settings,
    ),
    Room(
        _("姓名笔顺"),
        _("补充生僻字的笔顺，名单才能按姓氏笔画排好。"),
        "settings:strokes",
        "writing",
        opens_settings,
    ),
    Room(
        _("群机器人"),
        _("把全体教职工都可以知道的消息发到企业微信、钉钉或飞书群。"),
        "inbox:robot-list",
        "robot",
        keeps_channels,
    ),
    Room(
        _("发送记录"),
        _("邮件和群消息有没有发出去，没有发出的重新发送。"),
        "inbox:message-list",
        "send",
        keeps_channels,
    ),
)
