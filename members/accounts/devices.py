"""A browser in words, from what it says of itself: enough to know one's own phone from the office's computer."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

BROWSERS = (
    ("wxwork", gettext_lazy("企业微信")),
    ("MicroMessenger", gettext_lazy("微信")),
    ("DingTalk", gettext_lazy("钉钉")),
    ("MQQBrowser", gettext_lazy("QQ浏览器")),
    ("QQBrowser", gettext_lazy("QQ浏览器")),
    ("UCBrowser", gettext_lazy("UC浏览器")),
    ("HuaweiBrowser", gettext_lazy("华为浏览器")),
    ("MiuiBrowser", gettext_lazy("小米浏览器")),
    ("MetaSr", gettext_lazy("搜狗浏览器")),
    ("360SE", gettext_lazy("360浏览器")),
    ("Edg", gettext_lazy("微软浏览器")),
    ("Firefox", gettext_lazy("火狐浏览器")),
    ("FxiOS", gettext_lazy("火狐浏览器")),
    ("Chrome", gettext_lazy("谷歌浏览器")),
    ("CriOS", gettext_lazy("谷歌浏览器")),
    ("Safari", gettext_lazy("苹果浏览器")),
)
"""What a browser says of itself, and its name. The first that fits counts: most also call themselves Safari."""

TABLETS = ("iPad", "Tablet")
PHONES = ("iPhone", "Mobile", "Android", "HarmonyOS")


@dataclass(frozen=True)
class Device:
    """What somebody sits at."""

    kind: str
    browser: str
    icon: str

    def __str__(self) -> str:
        return f"{self.kind} · {self.browser}"


def device_of(agent: str) -> Device:
    """手机 · 微信, 电脑 · 谷歌浏览器."""
    names = (str(name) for mark, name in BROWSERS if mark in agent)
    browser = next(names, _("其他浏览器"))
    if any(mark in agent for mark in TABLETS):
        return Device(_("平板"), browser, "device-tablet")
    if any(mark in agent for mark in PHONES):
        return Device(_("手机"), browser, "device-mobile")
    return Device(_("电脑"), browser, "device-desktop")
