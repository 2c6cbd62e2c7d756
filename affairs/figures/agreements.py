"""What can be counted of collective agreements."""

from django.utils.translation import gettext as _

from affairs.models import Agreement
from affairs.selectors import agreements_signed, checks_made
from unionoffice.areas import Scope
from unionoffice.days import in_short
from unionoffice.figures import Figure, FigureSet, Notable
from unionoffice.periods import Period

AGREEMENTS, CHECKS = "affairs:agreement-list", "affairs:agreement-check-list"
KEY = "affairs.agreements"


def agreement_figures(period: Period, scope: Scope) -> FigureSet:
    """What was signed in the period, what bound both sides at its end, and how often it was checked.

    Agreements are the whole school's: a group has none.
    """
    if not scope.is_whole:
        return FigureSet()
    signed = agreements_signed(period.start, period.end)
    in_force = Agreement.objects.in_force_on(period.end).count()
    checks = checks_made(period.start, period.end).count()
    unit = _("份")
    return FigureSet(
        figures=(
            Figure.listed(
                AGREEMENTS,
                f"{KEY}.signed",
                _("签订集体合同"),
                signed.count(),
                unit,
                signed_from=period.start,
                signed_to=period.end,
            ),
            Figure.listed(AGREEMENTS, f"{KEY}.in_force", _("生效中的集体合同"), in_force, unit, in_force=period.end),
            Figure.listed(
                CHECKS,
                f"{KEY}.checks",
                _("履行检查"),
                checks,
                _("次"),
                checked_from=period.start,
                checked_to=period.end,
            ),
        ),
        notables=tuple(_notable(agreement) for agreement in signed.order_by("signed_on", "pk")),
    )


def _notable(agreement: Agreement) -> Notable:
    day = in_short(agreement.signed_on) if agreement.signed_on else ""
    text = _("%(day)s签订“%(title)s”，期限%(term)s") % {"day": day, "title": agreement.title, "term": agreement.term}
    return Notable("agreement", text, agreement.get_absolute_url())
