"""The words and moves of welfare."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Occasion(TextChoices):
    """慰问事由."""

    ILLNESS = "illness", _("生病")
    INJURY = "injury", _("受伤")
    CHILDBIRTH = "childbirth", _("生育")
    WEDDING = "wedding", _("结婚")
    BEREAVEMENT = "bereavement", _("丧事")
    RETIREMENT = "retirement", _("退休")
    MISFORTUNE = "misfortune", _("家庭变故")
    SUMMER = "summer", _("夏送清凉")
    FESTIVAL = "festival", _("节日走访")
    NEW_TEACHER = "new_teacher", _("新教师")


class Relation(TextChoices):
    """Whom the occasion befell, as related to the member."""

    SELF = "self", _("本人")
    SPOUSE = "spouse", _("配偶")
    PARENT = "parent", _("父母")
    PARENT_IN_LAW = "parent_in_law", _("配偶父母")
    CHILD = "child", _("子女")


class Condition(TextChoices):
    """What sets one standard of an occasion apart from another."""

    NONE = "", _("一般")
    SURGERY = "surgery", _("住院手术")


class VisitForm(TextChoices):
    """慰问方式."""

    HOME = "home", _("上门")
    HOSPITAL = "hospital", _("医院")
    FUNERAL = "funeral", _("吊唁")
    PHONE = "phone", _("电话")
    SCHOOL = "school", _("校内")


class VisitStatus(TextChoices):
    """Where a visit stands on its way from request to payment."""

    REQUESTED = "requested", _("待核对")
    CHECKED = "checked", _("待批准")
    APPROVED = "approved", _("待慰问")
    VISITED = "visited", _("已慰问")
    PAID = "paid", _("已付款")
    CLOSED = "closed", _("已办结")
    REFUSED = "refused", _("未批准")
    WITHDRAWN = "withdrawn", _("已撤回")


VISIT_MOVES: dict[VisitStatus, frozenset[VisitStatus]] = {
    VisitStatus.REQUESTED: frozenset({VisitStatus.CHECKED, VisitStatus.WITHDRAWN}),
    VisitStatus.CHECKED: frozenset(
        {VisitStatus.APPROVED, VisitStatus.VISITED, VisitStatus.REFUSED, VisitStatus.WITHDRAWN}
    ),
    VisitStatus.APPROVED: frozenset({VisitStatus.VISITED, VisitStatus.WITHDRAWN}),
    VisitStatus.VISITED: frozenset({VisitStatus.PAID, VisitStatus.CLOSED}),
    VisitStatus.PAID: frozenset(),
    VisitStatus.CLOSED: frozenset(),
    VisitStatus.REFUSED: frozenset(),
    VisitStatus.WITHDRAWN: frozenset(),
}
"""A visit that is recorded afterwards (补登) goes from checked straight to visited when it is approved."""

HAPPENED = (VisitStatus.VISITED, VisitStatus.PAID, VisitStatus.CLOSED)
"""States in which somebody was visited: the ones that count."""

APPROVED_ONCE = (VisitStatus.APPROVED, *HAPPENED)
"""States that a visit reaches only with somebody's approval."""
