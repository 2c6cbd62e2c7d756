"""Clocks for what must stay quick. Times are printed, never asserted: they are the machine's as much as ours."""

import statistics
import time
import tracemalloc
from datetime import date

import pytest
from django.db import connection
from django.template import Template

from members.enums import (
    ContractKind,
    Gender,
    PoliticalStatus,
    PostCategory,
    PostRank,
    ServiceStatus,
    UnionStatus,
)
from members.services import RosterRow, apply_roster
from tests.conftest import TODAY

TIMES = pytest.StashKey()
RACES = pytest.StashKey()
ROUNDS = 20


@pytest.fixture(autouse=True)
def templates_as_in_service(monkeypatch):
    """The test environment copies the context at each `{% include %}`, for which pages of parts would pay."""
    monkeypatch.setattr(Template, "_render", lambda template, context: template.nodelist.render(context))


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


@pytest.fixture
def race(request):
    """`race("what", {"ours": do, "bare": do})` runs all in turn and notes each beside the last one named.

    In turn, so that whatever else the machine does slows all alike: the ratios hold where the times don't.
    """
    noted = request.config.stash.setdefault(RACES, [])

    def run(what, runners, *, rounds=ROUNDS):
        taken = {name: [] for name in runners}
        costs = {name: _queries_and_memory(do) for name, do in runners.items()}
        for _ in range(rounds):
            for name, do in runners.items():
                taken[name].append(_seconds(do))
        medians = {name: statistics.median(times) for name, times in taken.items()}
        base = medians[list(runners)[-1]]
        noted.append((what, [(name, medians[name], medians[name] / base, *costs[name]) for name in runners]))

    return run


def _queries_and_memory(do):
    """After a first time that warms up: statements sent, and the most memory that Python held, in KiB."""
    do()
    queries = 0

    def count(execute, *asked):
        nonlocal queries
        queries += 1
        return execute(*asked)

    with connection.execute_wrapper(count):
        do()
    tracemalloc.start()
    do()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return queries, peak // 1024


def _seconds(do):
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def pytest_terminal_summary(terminalreporter, config):
    _report_races(terminalreporter, config.stash.get(RACES, []))
    rows = config.stash.get(TIMES, [])
    if rows:
        terminalreporter.section("times in milliseconds")
        terminalreporter.write_line(f"{'median':>10}{'worst':>10}")
    for what, median, worst in rows:
        terminalreporter.write_line(f"{median * 1000:10.1f}{worst * 1000:10.1f}  {what}")


def _report_races(terminalreporter, races):
    if races:
        terminalreporter.section("beside others")
        terminalreporter.write_line(f"{'median ms':>10}{'ratio':>8}{'queries':>9}{'KiB':>9}")
    for what, lines in races:
        terminalreporter.write_line(what)
        for name, median, ratio, queries, memory in lines:
            terminalreporter.write_line(f"{median * 1000:10.1f}{ratio:8.2f}{queries:9}{memory:9}  {name}")


@pytest.fixture
def hundred_thousand(ten_thousand):
    """Ten such schools."""
    for start in range(10_000, 100_000, 10_000):
        apply_roster([row_of(number) for number in range(start, start + 10_000)], (), by=None, on=TODAY)


@pytest.fixture
def ten_thousand(db):
    """As many people as a district's largest school has, each with department, group and history."""
    apply_roster([row_of(number) for number in range(10_000)], (), by=None, on=TODAY)


def row_of(number):
    """A person of a made-up roster."""
    fields = {
        "employee_no": f"{number:06}",
        "name": "赵钱孙李周吴郑王冯陈"[number % 10] + "伟芳娜敏静丽强磊洋艳"[number // 10 % 10],
        "gender": (Gender.MALE, Gender.FEMALE)[number % 2],
        "birth_date": date(1966 + number % 35, 1 + number % 12, 1 + number % 28),
        "hired_on": date(1990 + number % 35, 9, 1),
        "joined_on": date(1990 + number % 35, 10, 15),
        "service_status": ServiceStatus.IN_SERVICE,
        "union_status": UnionStatus.MEMBER,
        "phone": f"139{number:08}",
        "ethnicity": "汉族",
        "political_status": PoliticalStatus.MASSES,
        "post_category": PostCategory.TEACHER,
        "post_rank": PostRank.GENERAL,
        "title": "一级教师",
        "contract_kind": ContractKind.ESTABLISHED,
        "first_job_on": date(1990 + number % 35, 7, 1),
        "card_no": f"3201{number:08}",
        "address": f"江城市湖滨区学府路{number}号",
        "bank_card": f"62220000{number:010}",
    }
    return RosterRow(fields, f"第{number % 40 + 1}教研组", f"第{number % 30 + 1}工会小组")
