"""Words of terms and delegates."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Body(TextChoices):
    """Whose congress it is: that of the staff, or that of the union's members."""

    STAFF = "staff", _("教职工代表大会")
    UNION = "union", _("工会会员代表大会")


class Assembly(TextChoices):
    """Whether delegates meet, or, in a small school, everybody (学校教职工代表大会规定: below 80 staff)."""

    DELEGATES = "delegates", _("代表大会")
    EVERYBODY = "everybody", _("全体大会")


BODY_NAMES: dict[tuple[Body, Assembly], Any] = {
    (Body.STAFF, Assembly.DELEGATES): _("教职工代表大会"),
    (Body.STAFF, Assembly.EVERYBODY): _("教职工大会"),
    (Body.UNION, Assembly.DELEGATES): _("工会会员代表大会"),
    (Body.UNION, Assembly.EVERYBODY): _("工会会员大会"),
}
"""As papers name it."""

SHORT_NAMES: dict[tuple[Body, Assembly], Any] = {
    (Body.STAFF, Assembly.DELEGATES): _("教代会"),
    (Body.STAFF, Assembly.EVERYBODY): _("教职工大会"),
    (Body.UNION, Assembly.DELEGATES): _("会员代表大会"),
    (Body.UNION, Assembly.EVERYBODY): _("会员大会"),
}
"""As people name it."""


class DelegateKind(TextChoices):
    """代表类别. Only the first kind votes, stands, seconds, and counts."""

    VOTING = "voting", _("正式代表")
    ATTENDING = "attending", _("列席代表")
    INVITED = "invited", _("特邀代表")
