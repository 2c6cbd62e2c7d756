"""What a term's delegates are made up of, beside the rules for it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from congress.enums import Body
from members.enums import Gender, PostCategory, PostRank
from members.models import Member
from unionoffice.anniversaries import months_after
from unionoffice.rules import rule, rule_setting

WHOLE = 100
MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Share:
    """One part of the delegates: how many they are, and what the rule asks for."""

    key: str
    label: str
    count: int
    total: int
    limit: Fraction
    """Of the delegates, in percent; 0 where the school has set none."""
    at_most: bool
    source: str

    @property
    def is_judged(self) -> bool:
        """There is a rule, and there is somebody to measure."""
        return bool(self.limit) and bool(self.total)

    @property
    def is_met(self) -> bool:
        """Compared as whole numbers: 60% of 45 is 27, and 26 are too few."""
        asked = self.limit * self.total
        return self.count * WHOLE <= asked if self.at_most else self.count * WHOLE >= asked

    @property
    def needed(self) -> int:
        """The fewest, or at most the most, people that meet the rule."""
        asked = self.limit * self.total / WHOLE
        return int(asked) if self.at_most else -int(-asked // 1)

    @property
    def percent(self) -> str:
        """66.7%, cut off and not rounded up: a share that falls short never looks like one that doesn't."""
        if not self.total:
            return ""
        tenths = self.count * WHOLE * 10 // self.total
        return f"{tenths // 10}.{tenths % 10}%"

    @property
    def asked(self) -> str:
        """不低于60%（至少27人）."""
        if not self.limit:
            return str(_("学校未定比例"))
        words = _("不超过%(limit)s%%（至多%(n)d人）") if self.at_most else _("不低于%(limit)s%%（至少%(n)d人）")
        return words % {"limit": f"{float(self.limit):g}", "n": self.needed}

    @property
    def verdict(self) -> str:
        """符合, 不符合 or nothing."""
        if not self.is_judged:
            return ""
        return str(_("符合")) if self.is_met else str(_("不符合"))


STAFF_RULES = (
    ("teachers", "congress.teacher_share", False),
    ("women", "congress.women_share", False),
    ("young", "congress.young_share", False),
    ("leaders", "congress.leader_share", True),
)


UNION_RULES = (
    ("women", "congress.members_women_share", False),
    ("young", "congress.members_young_share", False),
    ("leaders", "congress.members_leader_share", True),
)
"""基层工会会员代表大会条例: it asks for no share of teachers, and counts the young whatever their post."""


def composition(people: QuerySet[Member], on: date, *, body: Body = Body.STAFF) -> tuple[Share, ...]:
    """What the delegates of a body are made up of on a day: teachers, women, the young, leaders.

    学校教职工代表大会规定 for the staff congress, the union's own rules for its members' congress; each with the
    rule of that day. One query beside the rules.
    """
    asked = STAFF_RULES if body == Body.STAFF else UNION_RULES
    settings = {key: rule_setting(key, on=on) for _name, key, _at_most in asked}
    age = int(rule("congress.young_age", on=on))
    labels, conditions = _labels(body, age), _conditions(on, age)
    if body == Body.UNION:
        conditions["young"] = _young(on, age)
    parts = {name: Count("pk", filter=conditions[name]) for name, _key, _at_most in asked}
    chosen = Member.objects.filter(pk__in=people.order_by().values("pk"))
    counts = chosen.aggregate(total=Count("pk"), **parts)
    return tuple(
        Share(
            name,
            labels[name],
            counts[name],
            counts["total"],
            Fraction(settings[key].typed),
            at_most,
            settings[key].source,
        )
        for name, key, at_most in asked
    )


def _labels(body: Body, age: int) -> dict[str, str]:
    staff = body == Body.STAFF
    young = _("青年教师（%(age)d周岁及以下）") if staff else _("青年会员（%(age)d周岁及以下）")
    return {
        "teachers": _("教师"),
        "women": _("女教职工") if staff else _("女会员"),
        "young": young % {"age": age},
        "leaders": _("学校和中层领导干部"),
    }


def part_of(name: str, on: date, *, path: str = "") -> Q:
    """Who belongs to one of the parts on a day: teachers, women, young or leaders.

    `path` leads to the member from the model that is asked, as in `member__`.
    """
    return parts_on(on, path=path)[name]


def parts_on(on: date, *, path: str = "") -> dict[str, Q]:
    """Who belongs to each of the parts on a day."""
    return _conditions(on, int(rule("congress.young_age", on=on)), path)


def _conditions(on: date, age: int, path: str = "") -> dict[str, Q]:
    teacher = Q(**{f"{path}post_category": PostCategory.TEACHER})
    return {
        "teachers": teacher,
        "women": Q(**{f"{path}gender": Gender.FEMALE}),
        "young": teacher & _young(on, age, path),
        "leaders": Q(**{f"{path}post_rank__in": (PostRank.SCHOOL, PostRank.MIDDLE)}),
    }


def _young(on: date, age: int, path: str = "") -> Q:
    return Q(**{f"{path}birth_date__gt": months_after(on, -(age + 1) * MONTHS_A_YEAR)})
