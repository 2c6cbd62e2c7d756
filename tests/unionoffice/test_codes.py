"""The code by which an anonymous letter is followed."""

from datetime import timedelta

import pytest
import time_machine
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import TODAY
from unionoffice.codes import ALPHABET, LENGTH, code_of, digest_of, digests_of, in_groups, new_slip, normalised
from unionoffice.refusal import Refused

CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)
LOOK_ALIKES = {"0": "0Oo０Ｏ", "1": "1IilL１"}


@given(CODES)
def test_code_as_it_is_printed_is_the_code(code):
    assert normalised(in_groups(code)) == code


@given(CODES, st.data())
def test_code_is_read_however_it_is_typed(code, data):
    signs = [data.draw(st.sampled_from(LOOK_ALIKES.get(sign, sign + sign.lower()))) for sign in code]
    blanks = [data.draw(st.sampled_from(["", " ", "-", "－", "\u3000", "\n"])) for _sign in code]
    assert normalised("".join(a + b for a, b in zip(signs, blanks, strict=True))) == code


@given(st.text())
def test_what_is_typed_gives_a_code_of_our_signs_or_none(typed):
    code = normalised(typed)
    assert code == "" or (len(code) == LENGTH and set(code) <= set(ALPHABET))


@pytest.mark.parametrize("typed", ["", "7KQ2-M4XD-0R5T", "7KQ2-M4XD-0R5T-9WHBX", "7KQ2-M4XD-0R5T-9WHU", "七" * 16])
def test_what_has_another_length_or_sign_is_no_code(typed):
    assert normalised(typed) == ""


def test_form_sent_twice_has_one_code_and_two_forms_have_two():
    slip = new_slip()
    assert code_of(slip) == code_of(slip)
    assert code_of(slip) != code_of(new_slip())
    assert (len(code_of(slip)), set(code_of(slip)) <= set(ALPHABET)) == (16, True)


def test_slip_of_somebody_else_is_refused():
    with pytest.raises(Refused, match="这一页不完整"):
        code_of(f"{new_slip()}x")


def test_slip_is_good_for_six_hours():
    with time_machine.travel(TODAY, tick=False) as clock:
        slip = new_slip()
        clock.shift(timedelta(hours=6))
        code_of(slip)
        clock.shift(timedelta(seconds=1))
        with pytest.raises(Refused, match="这一页打开太久了"):
            code_of(slip)


def test_digest_is_keyed_and_codes_of_a_former_key_are_found():
    code = "7KQ2M4XD0R5T9WHB"
    with override_settings(SECRET_KEY="former"):
        stored = digest_of(code)
    assert stored not in digests_of(code)
    with override_settings(SECRET_KEY_FALLBACKS=["former"]):
        assert stored in digests_of(code)
