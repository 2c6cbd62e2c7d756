from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from members.enums import Gender
from members.validation import born_on, check_digit, check_id_number, check_phone, gender_in

RIGHT = "43010419810126998X"
"""A woman born on 26 January 1981; the order code 998 belongs to nobody."""
BIRTH = date(1981, 1, 26)


def _code(call, *args, **kwargs) -> str:
    with pytest.raises(ValidationError) as error:
        call(*args, **kwargs)
    return error.value.code


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("13900001234", "13900001234"),
        ("139-0000-1234", "13900001234"),
        ("139 0000 1234", "13900001234"),
        ("（139）00001234", "13900001234"),
        ("", ""),
        (" - ", ""),
    ],
)
def test_phone_is_kept_as_11_digits(written, digits):
    assert check_phone(written) == digits


@pytest.mark.parametrize("written", ["135000093", "139000012345", "1390000123a", "+8613900001234"])
def test_phone_of_another_length_is_refused(written):
    assert _code(check_phone, written) == "phone_length"


def test_phone_problem_says_what_is_expected():
    with pytest.raises(ValidationError) as error:
        check_phone("135000093")
    assert error.value.messages == ["手机号码应为11位数字，请核对。"]


def test_right_id_number_is_taken():
    assert check_id_number(RIGHT, birth=BIRTH, gender=Gender.FEMALE) == RIGHT


def test_id_number_is_kept_with_capital_x_and_without_blanks():
    assert check_id_number(" 43010419810126998x ", birth=None, gender=None) == RIGHT


def test_id_number_of_an_abolished_county_is_taken():
    body = "51020119700101998"
    number = body + check_digit(body)
    assert check_id_number(number, birth=None, gender=None) == number


@pytest.mark.parametrize(
    ("number", "birth", "gender", "code"),
    [
        ("11010285031299", None, None, "id_length"),
        ("1101021985031299X8", None, None, "id_length"),
        ("11010219850231998" + check_digit("11010219850231998"), None, None, "id_date"),
        ("110102198503129980", None, None, "id_checksum"),
        (RIGHT, date(1981, 1, 27), None, "birth_contradicts_id"),
        (RIGHT, BIRTH, Gender.MALE, "gender_contradicts_id"),
    ],
)
def test_wrong_id_number_is_refused(number, birth, gender, code):
    assert _code(check_id_number, number, birth=birth, gender=gender) == code


def test_wrong_check_digit_is_told_the_right_one():
    with pytest.raises(ValidationError) as error:
        check_id_number("210102197911209963", birth=None, gender=None)
    assert error.value.messages == ["校验码应为4，请核对原件。"]


BODIES = st.builds(
    lambda place, born, order: f"{place:06}{born:%Y%m%d}{order:03}",
    st.integers(110000, 659999),
    st.dates(date(1900, 1, 1), date(2026, 12, 31)),
    st.integers(0, 999),
)


@given(BODIES)
def test_number_tells_birth_and_sex(body):
    number = body + check_digit(body)
    assert f"{born_on(number):%Y%m%d}" == body[6:14]
    assert gender_in(number) == (Gender.MALE if int(body[16]) % 2 else Gender.FEMALE)
    assert check_id_number(number, birth=born_on(number), gender=gender_in(number)) == number


@given(BODIES, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(body, place, shift):
    """The check digit of GB 11643 finds every single error."""
    digit = str((int(body[place]) + shift) % 10)
    mistyped = body[:place] + digit + body[place + 1 :]
    assert check_digit(mistyped) != check_digit(body)
