"""What the demo school keeps of people beside the roster: children, lunar birthdays, photos, a request to answer."""

import random
from datetime import date, timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from members.enums import Gender, UnionStatus
from members.models import Account, Child, CorrectionRequest, Member
from members.services import ask_for_correction, set_portrait

GIVEN = ("子涵", "梓轩", "一诺", "欣怡", "浩宇", "可欣", "皓轩", "语桐", "思源", "若溪")
EVERY = 6
"""Of so many people one has a child below 14."""
LUNAR_BEFORE = 1975
"""The older ones keep their birthday by the old calendar, some of them."""
ASKS = "1016"
PICTURED = {"1001": "#0f766e", "1002": "#9a3412", "1015": "#1d4ed8", ASKS: "#7e22ce"}
"""Employee numbers, and the colour of the coat."""


def add_personal(on: date) -> None:
    """Children for some, a card for everybody, and one teacher whose phone number has changed."""
    dice = random.Random(61)  # noqa: S311 -- made-up children, nothing to guess
    for place, member in enumerate(Member.objects.filter(union_status=UnionStatus.MEMBER).order_by("employee_no")):
        if place % EVERY == 0:
            born = on - timedelta(days=dice.randint(400, 13 * 365))
            name = member.name[:1] + dice.choice(GIVEN)
            Child.objects.create(member=member, name=name, gender=dice.choice(Gender.values), birth_date=born)
        if place % 3 == 0 and member.birth_date is not None and member.birth_date.year < LUNAR_BEFORE:
            member.keeps_lunar_birthday = True
            member.save()
    teacher = Account.objects.get(employee_no=ASKS)
    correction = CorrectionRequest(
        member=teacher.member, field="phone", proposed="13900009016", explanation="上个月换了号码。"
    )
    ask_for_correction(correction, by=teacher, on=on)
    for member in Member.objects.filter(employee_no__in=PICTURED).select_related("account"):
        set_portrait(member, _photo(PICTURED[member.employee_no]), by=member.account)


def _photo(coat: str) -> ContentFile:
    """Head and shoulders of nobody."""
    image = Image.new("RGB", (480, 600), "#e2e8f0")
    pen = ImageDraw.Draw(image)
    pen.ellipse((40, 390, 440, 900), fill=coat)
    pen.ellipse((150, 110, 330, 340), fill="#f1c9a5")
    pen.chord((140, 90, 340, 300), 180, 360, fill="#292524")
    out = BytesIO()
    image.save(out, format="PNG")
    return ContentFile(out.getvalue(), name="证件照.png")
