"""The words and moves of activities."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ActivityKind(TextChoices):
    """活动类别."""

    CULTURE = "culture", _("文体")
    FESTIVAL = "festival", _("节日")
    TRIP = "trip", _("参观疗休养")
    PUBLIC = "public", _("公益共建")
    RETIREES = "retirees", _("离退休")
    NEW_TEACHERS = "new_teachers", _("新教师")
    CONTEST = "contest", _("评比")
    OTHER = "other", _("其他")


class Occasion(TextChoices):
    """The day or festival that an activity is held for, in the order of the year."""

    NEW_YEAR = "new_year", _("元旦")
    SPRING_FESTIVAL = "spring_festival", _("春节")
    LANTERN = "lantern", _("元宵节")
    WOMENS_DAY = "womens_day", _("三八节")
    LABOUR_DAY = "labour_day", _("五一节")
    YOUTH_DAY = "youth_day", _("五四青年节")
    CHILDRENS_DAY = "childrens_day", _("六一节")
    DRAGON_BOAT = "dragon_boat", _("端午节")
    PARTY_DAY = "party_day", _("七一")
    TEACHERS_DAY = "teachers_day", _("教师节")
    MID_AUTUMN = "mid_autumn", _("中秋节")
    NATIONAL_DAY = "national_day", _("国庆节")
    DOUBLE_NINTH = "double_ninth", _("重阳节")


class ActivityStatus(TextChoices):
    """Where an activity stands on its way from plan to settlement."""

    DRAFT = "draft", _("草稿")
    SUBMITTED = "submitted", _("待批准")
    APPROVED = "approved", _("待发布")
    ANNOUNCED = "announced", _("已发布")
    CLOSED = "closed", _("报名截止")
    HELD = "held", _("已举办")
    PAYABLE = "payable", _("待付款")
    SETTLED = "settled", _("已结算")
    CANCELLED = "cancelled", _("已取消")


ACTIVITY_MOVES: dict[ActivityStatus, frozenset[ActivityStatus]] = {
    ActivityStatus.DRAFT: frozenset({ActivityStatus.SUBMITTED, ActivityStatus.ANNOUNCED, ActivityStatus.CANCELLED}),
    ActivityStatus.SUBMITTED: frozenset({ActivityStatus.APPROVED, ActivityStatus.DRAFT, ActivityStatus.CANCELLED}),
    ActivityStatus.APPROVED: frozenset({ActivityStatus.ANNOUNCED, ActivityStatus.DRAFT, ActivityStatus.CANCELLED}),
    ActivityStatus.ANNOUNCED: frozenset({ActivityStatus.CLOSED, ActivityStatus.HELD, ActivityStatus.CANCELLED}),
    ActivityStatus.CLOSED: frozenset({ActivityStatus.ANNOUNCED, ActivityStatus.HELD, ActivityStatus.CANCELLED}),
    ActivityStatus.HELD: frozenset({ActivityStatus.PAYABLE, ActivityStatus.SETTLED}),
    ActivityStatus.PAYABLE: frozenset({ActivityStatus.SETTLED}),
    ActivityStatus.SETTLED: frozenset(),
    ActivityStatus.CANCELLED: frozenset(),
}
"""Only what costs the union money passes through approval and, once held, through payment. One that is recorded
afterwards (补登) begins as held.
"""

PLANNED = (ActivityStatus.DRAFT, ActivityStatus.SUBMITTED, ActivityStatus.APPROVED)
"""States that only those who plan it know of."""

UPCOMING = (ActivityStatus.ANNOUNCED, ActivityStatus.CLOSED)
"""Announced and not yet held."""

HAPPENED = (ActivityStatus.HELD, ActivityStatus.PAYABLE, ActivityStatus.SETTLED)
"""States in which an activity took place: the ones that count."""

COST_KNOWN = (ActivityStatus.PAYABLE, ActivityStatus.SETTLED)
"""States that an activity reaches only with its actual cost."""


class SignUpStatus(TextChoices):
    """Whether somebody has a place."""

    SIGNED_UP = "signed_up", _("已报名")
    WAITING = "waiting", _("候补")
    WITHDRAWN = "withdrawn", _("已取消")


SIGN_UP_MOVES: dict[SignUpStatus, frozenset[SignUpStatus]] = {
    SignUpStatus.SIGNED_UP: frozenset({SignUpStatus.WITHDRAWN}),
    SignUpStatus.WAITING: frozenset({SignUpStatus.SIGNED_UP, SignUpStatus.WITHDRAWN}),
    SignUpStatus.WITHDRAWN: frozenset(),
}
"""Whoever withdrew and comes back stands at the end: that is a new sign-up."""
