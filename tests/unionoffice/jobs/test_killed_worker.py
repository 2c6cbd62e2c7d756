"""A worker that is killed in the middle of a job: the next one brings the job to its end."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection

from tests.unionoffice.jobs import trial
from unionoffice.inbox import Notice
from unionoffice.jobs import start_job
from unionoffice.jobs.enums import JobStatus

PATIENCE_SECONDS = 60

pytestmark = pytest.mark.django_db(transaction=True)


def database_url():
    """The database of the test, as a process of its own is told of it."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    return f"postgres://{known['USER']}@/{known['HOST']}/{known['NAME']}"


@contextmanager
def worker(**environment):
    """`manage.py worker` in a process of its own, which hears Ctrl-C also where the tests run in the background."""
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "manage.py", "worker", "--interval=0.05", "--tick=0.05"],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": database_url(),
            "JOB_STALE_SECONDS": "1",
            **environment,
        },
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        signal.signal(signal.SIGINT, inherited)


def until(condition, *, process):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert process.poll() is None, "the worker ended"
        assert time.monotonic() < deadline, "nothing happened"
        time.sleep(0.02)


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text("")
    return path


def reached(job, **state):
    job.refresh_from_db()
    return {name: getattr(job, name) for name in state} == state


def test_job_of_a_killed_worker_is_finished_by_the_next(teacher, shared_database, lines):
    job = start_job(trial.write_lines, title="导出花名册", by=teacher, path=str(lines), total=3)
    with worker() as first:
        until(lambda: reached(job, done=1), process=first)
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert reached(job, status=JobStatus.RUNNING, attempts=1)
    lines.with_suffix(".go").touch()
    with worker() as second:
        until(lambda: reached(job, status=JobStatus.DONE), process=second)
        assert (job.attempts, job.done, job.result_url) == (2, 3, trial.RESULT)
        assert lines.read_text().split() == ["1", "2", "3"]
        assert Notice.objects.get().sentence == "导出花名册：已完成"


def test_worker_told_to_stop_finishes_its_job_first(teacher, shared_database, lines):
    job = start_job(trial.write_lines, title="导出花名册", by=teacher, path=str(lines), total=2)
    with worker() as only:
        until(lambda: reached(job, done=1), process=only)
        only.send_signal(signal.SIGTERM)
        lines.with_suffix(".go").touch()
        assert only.wait(PATIENCE_SECONDS) == 0
    assert reached(job, status=JobStatus.DONE, attempts=1)


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_idle_worker_stops_at_once(shared_database, teacher, lines, ending):
    job = start_job(trial.count, title="导出花名册", by=teacher, total=1)
    with worker() as only:
        until(lambda: reached(job, status=JobStatus.DONE), process=only)
        only.send_signal(ending)
        assert only.wait(PATIENCE_SECONDS) == 0
