"""What an ID number and a phone number must look like, the same for forms and workbooks."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from members.enums import Gender

PHONE_DIGITS = 11
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


def check_phone(phone: str) -> str:
    """The phone as 11 digits without dashes and blanks; empty stays empty.

    Raises ValidationError with code `phone_length`.
    """
    digits = re.sub(r"[\s\-—()（）]", "", phone)
    if digits and not re.fullmatch(rf"\d{{{PHONE_DIGITS}}}", digits):
        raise ValidationError(_("手机号码应为11位数字，请核对。"), code="phone_length")
    return digits


def check_digit(body: str) -> str:
    """The 18th character for 17 digits, by GB 11643."""
    return _CHECK_DIGITS[sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11]


def check_id_number(number: str, *, birth: date | None, gender: str | None) -> str:
    """The number in its standard form, if length, date, check digit, birth date and sex agree.

    Never checked for place: codes of places that were renamed or abolished are right on real cards. Raises
    ValidationError with code `id_length`, `id_date`, `id_checksum`, `birth_contradicts_id` or
    `gender_contradicts_id`.
    """
    number = number.strip().upper()
    if not re.fullmatch(r"\d{17}[\dX]", number):
        raise ValidationError(_("身份证号应为18位，末位是数字或X，请核对。"), code="id_length")
    born = born_on(number)
    if born is None:
        raise ValidationError(_("身份证号第7至14位不是存在的日期，请核对。"), code="id_date")
    right = check_digit(number[:17])
    if number[17] != right:
        raise ValidationError(_("校验码应为%(digit)s，请核对原件。") % {"digit": right}, code="id_checksum")
    if birth is not None and birth != born:
        raise ValidationError(
            _("出生日期与身份证号不符，身份证号上是%(day)s。") % {"day": born.isoformat()},
            code="birth_contradicts_id",
        )
    if gender and gender != gender_in(number):
        raise ValidationError(_("性别与身份证号不符，请核对。"), code="gender_contradicts_id")
    return number


def born_on(number: str) -> date | None:
    """The birth date in an 18-character ID number, or None where there is no such day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def gender_in(number: str) -> Gender:
    """The sex that the 17th digit tells: odd for men."""
    return Gender.MALE if int(number[16]) % 2 else Gender.FEMALE
