"""Pauses between attempts."""

from datetime import UTC, datetime, timedelta

import pytest

from unionoffice.retries import PAUSES, next_try

NOW = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 5), (3, 30), (4, 120), (5, 480)])
def test_pause_after_each_failure(attempts, minutes):
    assert next_try(attempts, now=NOW) == NOW + timedelta(minutes=minutes)


def test_sixth_failure_is_enough():
    assert next_try(len(PAUSES) + 1, now=NOW) is None
