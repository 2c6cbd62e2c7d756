"""Reads of collective agreements that span several tables."""

import re
from datetime import date, timedelta

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from affairs.enums import UNSIGNED, AgreementStatus
from affairs.models import Agreement, AgreementCheck, AgreementCheckQuerySet, AgreementQuerySet
from unionoffice.anniversaries import MONTHS_A_YEAR, months_after
from unionoffice.rules import rule

EXPIRY_DAYS = "affairs.agreement.expiry_days"
FILING_DAYS = "affairs.agreement.filing_days"
SIDE_LEAST = "affairs.agreement.side_least"
YEARS_LEAST = "affairs.agreement.years_least"
YEARS_MOST = "affairs.agreement.years_most"

_BETWEEN_NAMES = re.compile(r"[\s,，、;；]+")


def agreements_signed(start: date, end: date) -> AgreementQuerySet:
    """What both sides signed within some days, both included."""
    return Agreement.objects.signed_between(start, end)


def checks_made(start: date, end: date) -> AgreementCheckQuerySet:
    """Checks of agreements within some days, both included."""
    return AgreementCheck.objects.filter(checked_on__range=(start, end))


def agreements_expiring(on: date) -> QuerySet[Agreement]:
    """What has to be renewed soon, or is over: its term ends within the days that the office set itself."""
    return Agreement.objects.expiring_by(on + timedelta(days=rule(EXPIRY_DAYS, on=on))).order_by("to_on", "pk")


def agreements_over(on: date) -> QuerySet[Agreement]:
    """Still called binding though the term is over."""
    return Agreement.objects.filter(
        status__in=(AgreementStatus.SIGNED, AgreementStatus.FILED), to_on__lt=on
    ).order_by("pk")


def agreements_to_file(on: date) -> list[tuple[Agreement, date]]:
    """Signed but not yet filed with the labour office, each with the last day for it."""
    days = timedelta(days=rule(FILING_DAYS, on=on))
    signed = Agreement.objects.filter(status=AgreementStatus.SIGNED).order_by("signed_on", "pk")
    return [(agreement, agreement.signed_on + days) for agreement in signed if agreement.signed_on]


def unsettled_checks() -> QuerySet[AgreementCheck]:
    """What checks asked to be put right, what is due first on top."""
    return AgreementCheck.objects.unsettled().select_related("agreement").order_by(F("due_on").asc(), "pk")


def renewal_chain(agreement: Agreement) -> list[Agreement]:
    """The agreements before this one, the latest first, and none twice."""
    chain: list[Agreement] = []
    before = agreement.renews
    while before is not None:
        chain.append(before)
        before = before.renews
    return chain


def agreement_doubts(agreement: Agreement, on: date) -> list[str]:
    """Where an agreement isn't as the rules want it, one sentence each; they warn, and forbid nothing.

    集体合同规定 (劳动和社会保障部令第22号) says "一般" of the term, and of the sides that they are equally many.
    """
    day = agreement.signed_on or on
    doubts = []
    if agreement.status in UNSIGNED:
        sides = [len(people_named(side)) for side in (agreement.employer_side, agreement.union_side)]
        least = rule(SIDE_LEAST, on=day)
        if min(sides) < least:
            doubts.append(_("双方协商代表每方至少%(least)d人，请补充。") % {"least": least})
        elif sides[0] != sides[1]:
            doubts.append(
                _("双方协商代表人数应当对等，现在学校方%(one)d人，职工方%(other)d人。")
                % {"one": sides[0], "other": sides[1]}
            )
    if agreement.from_on and agreement.to_on:
        shortest, longest = rule(YEARS_LEAST, on=day), rule(YEARS_MOST, on=day)
        if not _ends_within(agreement.from_on, agreement.to_on, shortest, longest):
            doubts.append(
                _("期限一般为%(shortest)d至%(longest)d年，请核对。") % {"shortest": shortest, "longest": longest}
            )
    return doubts


def people_named(text: str) -> list[str]:
    """Names in a line, however they are separated."""
    return [name for name in _BETWEEN_NAMES.split(text) if name]


def _ends_within(first: date, last: date, shortest: int, longest: int) -> bool:
    """Whether a term, both days included, is at least and at most so many years long."""
    after = last + timedelta(days=1)
    return months_after(first, shortest * MONTHS_A_YEAR) <= after <= months_after(first, longest * MONTHS_A_YEAR)
