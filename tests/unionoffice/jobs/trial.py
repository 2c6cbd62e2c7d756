"""Jobs to try the worker with. The worker finds them by their dotted names, as it finds those of an area."""

import time
from datetime import date
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from unionoffice.jobs import RunningJob, as_job
from unionoffice.jobs.models import Job
from unionoffice.refusal import Refused
from unionoffice.rules import rule

RESULT = "/members/"


@as_job
def count(job: RunningJob, *, total: int) -> str:
    """Counts, and says where to look."""
    for number in range(1, total + 1):
        job.progress(number, total)
    return RESULT


@as_job
def ask_rules(_job: RunningJob) -> str:
    """Asks for two rules, and leads to the number of queries."""
    with CaptureQueriesContext(connection) as queries:
        for key in ("names.single_given_first", "finance.three_people"):
            rule(key, on=date(2026, 11, 22))
    return f"/{len(queries)}/"


@as_job
def refuse(job: RunningJob) -> None:
    """Can't be done."""
    job.progress(1, 3)
    raise Refused("名册里没有人，请先导入花名册。")


@as_job
def break_down(_job: RunningJob) -> None:
    """Fails in a way that nobody foresaw."""
    raise ZeroDivisionError


@as_job
def be_overtaken(job: RunningJob) -> None:
    """Another worker takes it up meanwhile, and gets as far as the second attempt."""
    Job.objects.update(attempts=2, done=5, total=9)
    job.progress(1, 1)


@as_job
def write_lines(job: RunningJob, *, path: str, total: int) -> str:
    """Writes a line for each piece that isn't written yet; after the first one it waits until it is told to go on."""
    lines = Path(path)
    for number in range(1, total + 1):
        if len(lines.read_text().splitlines()) >= number:
            continue
        with lines.open("a") as file:
            file.write(f"{number}\n")
        job.progress(number, total)
        while not lines.with_suffix(".go").exists():
            time.sleep(0.01)
    return RESULT
