"""Days to celebrate in the demo school: weddings long ago, and nobody at work beyond the age of retirement."""

from datetime import date, timedelta

from members.enums import Gender, PostCategory, ServiceStatus
from members.models import Member
from members.services import update_member
from unionoffice.anniversaries import MONTHS_A_YEAR, months_after

OLDEST_MAN, OLDEST_WOMAN, OLDEST_WOMAN_WORKER = 58, 54, 49
"""Full years: the women among them are due within the next two."""

WEDDINGS = ((60, 24), (50, 3), (50, 40))
"""How many years ago the oldest couples married, and in how many days they celebrate it."""
MARRIED_AT = 25 * MONTHS_A_YEAR + 7
"""Months."""


def working_age(age: int, gender: Gender, category: PostCategory) -> int:
    """The age, or the highest at which somebody like that still works."""
    if gender == Gender.MALE:
        return min(age, OLDEST_MAN)
    return min(age, OLDEST_WOMAN_WORKER if category == PostCategory.WORKER else OLDEST_WOMAN)


def add_weddings(on: date) -> None:
    """The oldest of the retired celebrate soon; the others married when people of their age did."""
    retired = Member.objects.filter(service_status=ServiceStatus.RETIRED).order_by("birth_date")
    for place, member in enumerate(retired):
        day = member.birth_date and months_after(member.birth_date, MARRIED_AT)
        if place < len(WEDDINGS):
            years, days = WEDDINGS[place]
            day = months_after(on + timedelta(days=days), -years * MONTHS_A_YEAR)
        update_member(member, changes={"married_on": day}, by=None, on=on)
