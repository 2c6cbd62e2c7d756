"""Clocks for what must stay quick. Times are printed, never asserted: they are the machine's as much as ours."""

import statistics
import time
from datetime import date

import pytest

from members.enums import Gender, ServiceStatus, UnionStatus
from members.services import RosterRow, apply_roster
from tests.conftest import TODAY

TIMES = pytest.StashKey()


@pytest.fixture
def clock(request):
    """`clock("what", do)` runs `do` `times` times after a first one that warms up, and notes median and worst."""
    noted = request.config.stash.setdefault(TIMES, [])

    def measure(what, do, *, times=20, warm=True):
        if warm:
            do()
        taken = [_seconds(do) for _ in range(times)]
        noted.append((what, statistics.median(taken), max(taken)))

    return measure


def _seconds(do):
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def pytest_terminal_summary(terminalreporter, config):
    rows = config.stash.get(TIMES, [])
    if rows:
        terminalreporter.section("times in milliseconds")
        terminalreporter.write_line(f"{'median':>10}{'worst':>10}")
    for what, median, worst in rows:
        terminalreporter.write_line(f"{median * 1000:10.1f}{worst * 1000:10.1f}  {what}")


@pytest.fixture
def ten_thousand(db):
    """As many people as a district's largest school has, each with department, group and history."""
    apply_roster([row_of(number) for number in range(10_000)], (), by=None, on=TODAY)


def row_of(number):
    """A person of a made-up roster."""
    fields = {
        "employee_no": f"{number:05}",
        "name": "赵钱孙李周吴郑王冯陈"[number % 10] + "伟芳娜敏静丽强磊洋艳"[number // 10 % 10],
        "gender": (Gender.MALE, Gender.FEMALE)[number % 2],
        "birth_date": date(1966 + number % 35, 1 + number % 12, 1 + number % 28),
        "hired_on": date(1990 + number % 35, 9, 1),
        "joined_on": date(1990 + number % 35, 10, 15),
        "service_status": ServiceStatus.IN_SERVICE,
        "union_status": UnionStatus.MEMBER,
        "phone": f"139{number:08}",
    }
    return RosterRow(fields, f"第{number % 40 + 1}教研组", f"第{number % 30 + 1}工会小组")
