"""Reads of visits that span several tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from finance.enums import Fund
from members.models import Member
from members.selectors import was_in_group
from unionoffice.areas import Foreseen, Scope
from unionoffice.merging import twins
from unionoffice.money import format_money
from unionoffice.periods import Period
from welfare.enums import VisitStatus
from welfare.models import Standard, Visit

NOT_YET_GRANTED = (VisitStatus.REQUESTED, VisitStatus.REFUSED, VisitStatus.WITHDRAWN)
"""Takes none of the times a year: a request waits for its own check."""


@dataclass(frozen=True)
class StandardCheck:
    """What the standard says of a visit: nothing found means it is within it."""

    standard: Standard | None
    findings: tuple[str, ...] = ()
    forbidden: str = ""
    """Why it can't be given at all, whoever approves."""
    exempt: str = ""
    """Why no standard applies."""

    @property
    def over(self) -> bool:
        """Whether only the chair may approve it, with a reason."""
        return bool(self.findings)

    @property
    def text(self) -> str:
        """The finding in one sentence, as it is kept with the visit."""
        if self.findings:
            return "；".join(self.findings) + "。"
        if self.standard is None:
            return self.exempt
        return _("符合“%(name)s”，每次不超过%(cap)s元。") % {
            "name": self.standard.name,
            "cap": format_money(self.standard.cap),
        }


def standard_for(visit: Visit) -> Standard | None:
    """The standard in force on the day of the occasion, or None where the rule knows none."""
    return (
        Standard.objects.filter(
            occasion=visit.occasion,
            relation=visit.relation,
            condition=visit.condition,
            valid_from__lte=visit.happened_on,
        )
        .order_by("-valid_from")
        .first()
    )


def check_against_standard(visit: Visit) -> StandardCheck:
    """Compare a visit with the standard: amount, times in the year, and whether cash may be given.

    Only union money meets the union's caps and bans.
    """
    if visit.fund != Fund.UNION:
        return StandardCheck(None, exempt=_("非工会经费，不适用慰问标准。"))
    if visit.total == 0:
        return StandardCheck(None, exempt=_("没有慰问金和慰问品，不适用慰问标准。"))
    standard = standard_for(visit)
    if standard is None:
        return StandardCheck(None, (_("没有适用的慰问标准"),))
    if visit.cash > 0 and not standard.cash_allowed:
        sentence = _("“%(name)s”只能发实物，不能用工会经费发现金。请改为慰问品，或改用其他经费，再提交申请。")
        return StandardCheck(standard, forbidden=sentence % {"name": standard.name})
    findings = []
    if visit.total > standard.cap:
        findings.append(
            _("超过“%(name)s”每次%(cap)s元的上限%(over)s元")
            % {
                "name": standard.name,
                "cap": format_money(standard.cap),
                "over": format_money(visit.total - standard.cap),
            }
        )
    earlier = _same_kind_this_year(visit).count()
    if standard.times_per_year is not None and earlier >= standard.times_per_year:
        findings.append(
            _("本年度按“%(name)s”已有%(earlier)s次，标准为每年%(times)s次")
            % {"name": standard.name, "earlier": earlier, "times": standard.times_per_year}
        )
    return StandardCheck(standard, tuple(findings))


def _same_kind_this_year(visit: Visit) -> QuerySet[Visit]:
    """Other visits of the year that a standard counts: those that cost the union something."""
    return (
        Visit.objects.filter(
            Q(cash__gt=0) | Q(goods_value__gt=0),
            member=visit.member,
            occasion=visit.occasion,
            relation=visit.relation,
            condition=visit.condition,
            fund=Fund.UNION,
            happened_on__year=visit.happened_on.year,
        )
        .exclude(status__in=NOT_YET_GRANTED)
        .exclude(pk=visit.pk)
    )


def visits_made(period: Period, scope: Scope) -> QuerySet[Visit]:
    """Visits that happened in the period, to people who were in the scope on the day."""
    return of_group(Visit.objects.happened_in(period.start, period.end), scope.group_id)


def of_group(visits: QuerySet[Visit], group_id: int | None) -> QuerySet[Visit]:
    """Visits to people who belonged to the group on the day of the visit; all where no group is asked for."""
    return visits if group_id is None else visits.filter(was_in_group(group_id, day="visited_on"))


def visits_waiting(status: VisitStatus) -> QuerySet[Visit]:
    """Visits at one step, oldest first."""
    return Visit.objects.filter(status=status).select_related("member").order_by("requested_on", "pk")


def foresee_merge(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    """Visits of two records that may be one visit: nothing is in the way of both, but somebody should look."""
    living = Visit.objects.exclude(status__in=(VisitStatus.REFUSED, VisitStatus.WITHDRAWN))
    for mine, other in twins(living, kept, dropped, "occasion", "happened_on"):
        sentence = _("%(mine)s和%(other)s事由、日期相同，两次都保留，合并后请核对是不是重复登记。")
        yield Foreseen(sentence % {"mine": mine.public_number, "other": other.public_number})
