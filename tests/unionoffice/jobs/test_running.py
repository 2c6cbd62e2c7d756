"""Jobs: queued with the caller's work, done once, taken up again where a worker died, given up in the end."""

import logging
import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.unionoffice.jobs import trial
from unionoffice.inbox import Notice
from unionoffice.jobs import Job, start_job
from unionoffice.jobs.enums import JobStatus
from unionoffice.jobs.running import MOST_ATTEMPTS, RunningJob, Superseded, run_job, take_up_stale
from unionoffice.refusal import Refused

NOW = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
LATER = NOW + timedelta(seconds=121)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quiet(caplog):
    """What the jobs here do wrong is no news."""
    caplog.set_level(logging.CRITICAL, "unionoffice.jobs.running")


def started(kind, by, **arguments):
    return start_job(kind, title="导出花名册", by=by, **arguments)


def work():
    """What a worker does with the queue, without its loop, which would close the connection of the test."""
    for waiting in DBTaskResult.objects.ready():
        run_job.call(*waiting.args_kwargs["args"])


def outcome(job):
    job.refresh_from_db()
    return job.status, job.done, job.total, job.message, job.result_url


def told(account):
    return list(Notice.objects.filter(account=account).values_list("sentence", "url"))


class TestDoing:
    def test_job_waits_with_its_arguments_until_a_worker_comes(self, teacher):
        job = started(trial.count, teacher, total=3)
        assert outcome(job) == (JobStatus.WAITING, 0, 0, "", "")
        assert (job.kind, job.arguments) == ("tests.unionoffice.jobs.trial.count", {"total": 3})

    def test_rules_are_read_once_for_a_job(self, teacher):
        job = started(trial.ask_rules, teacher)
        work()
        assert outcome(job)[-1] == "/1/"

    def test_job_of_work_that_was_taken_back_is_not_done(self, teacher):
        with pytest.raises(Refused), transaction.atomic():
            started(trial.count, teacher, total=3)
            raise Refused("不行")
        assert (Job.objects.count(), DBTaskResult.objects.count()) == (0, 0)

    def test_finished_job_says_where_to_look_and_who_asked_is_told(self, teacher):
        job = started(trial.count, teacher, total=3)
        work()
        assert outcome(job) == (JobStatus.DONE, 3, 3, "", "/members/")
        assert (job.attempts, job.ended_at is not None) == (1, True)
        assert told(teacher) == [("导出花名册：已完成", f"/jobs/{job.pk}/")]

    def test_refused_job_says_why(self, teacher):
        job = started(trial.refuse, teacher)
        work()
        assert outcome(job) == (JobStatus.FAILED, 1, 3, "名册里没有人，请先导入花名册。", "")
        assert told(teacher) == [("导出花名册：没有完成", f"/jobs/{job.pk}/")]

    def test_broken_job_is_logged_and_says_whom_to_ask(self, teacher, caplog):
        caplog.set_level(logging.ERROR, "unionoffice.jobs.running")
        job = started(trial.break_down, teacher)
        work()
        assert outcome(job)[3] == "办理中出了错，没有完成。请联系系统管理员查看服务器记录。"
        assert [record.exc_info[0] for record in caplog.records] == [ZeroDivisionError]

    def test_job_of_a_release_that_is_gone_fails_and_says_so(self, teacher):
        job = started(trial.count, teacher, total=3)
        Job.objects.update(kind="tests.unionoffice.jobs.trial.gone")
        work()
        assert outcome(job)[0] == JobStatus.FAILED

    def test_job_delivered_twice_is_done_once(self, teacher):
        job = started(trial.count, teacher, total=3)
        run_job.enqueue(job.pk)
        work()
        assert (outcome(job)[0], job.attempts) == (JobStatus.DONE, 1)
        assert len(told(teacher)) == 1

    def test_one_failure_does_not_keep_the_next_from_being_done(self, teacher):
        started(trial.break_down, teacher)
        job = started(trial.count, teacher, total=1)
        work()
        assert outcome(job)[0] == JobStatus.DONE


class TestProgress:
    @pytest.fixture
    def job(self, teacher):
        job = started(trial.count, teacher, total=3)
        Job.objects.update(status=JobStatus.RUNNING, attempts=1, heartbeat_at=NOW)
        job.refresh_from_db()
        return job

    def test_first_news_is_written_down_with_a_heartbeat(self, job):
        with time_machine.travel(LATER, tick=False):
            RunningJob(job).progress(1, 300)
        assert (*outcome(job)[1:3], job.heartbeat_at) == (1, 300, LATER)

    def test_news_that_comes_too_often_is_spared_but_the_last_is_not(self, job):
        running = RunningJob(job)
        running.progress(1, 300)
        running.progress(2, 300)
        assert outcome(job)[1] == 1
        running.progress(300, 300)
        assert outcome(job)[1] == 300

    def test_worker_that_was_overtaken_stops(self, job):
        running = RunningJob(job)
        Job.objects.update(attempts=2)
        with pytest.raises(Superseded):
            running.progress(1, 300)

    def test_overtaken_worker_leaves_the_job_to_the_other(self, teacher):
        job = started(trial.be_overtaken, teacher)
        work()
        assert outcome(job) == (JobStatus.RUNNING, 5, 9, "", "")
        assert told(teacher) == []


class TestTakingUp:
    @pytest.fixture
    def job(self, teacher):
        """Left in the middle by a worker that is dead."""
        job = started(trial.count, teacher, total=3)
        DBTaskResult.objects.get().claim("dead")
        DBTaskResult.objects.update(started_at=NOW)
        Job.objects.update(status=JobStatus.RUNNING, attempts=1, heartbeat_at=NOW)
        return job

    def test_job_with_a_heartbeat_is_left_alone(self, job):
        take_up_stale(NOW + timedelta(seconds=119))
        assert outcome(job)[0] == JobStatus.RUNNING

    def test_job_without_one_is_queued_again_and_done(self, job, teacher):
        take_up_stale(LATER)
        assert outcome(job)[0] == JobStatus.WAITING
        assert list(DBTaskResult.objects.order_by("enqueued_at").values_list("status", flat=True)) == [
            TaskResultStatus.FAILED,
            TaskResultStatus.READY,
        ]
        work()
        assert (outcome(job)[0], job.attempts) == (JobStatus.DONE, 2)

    def test_job_is_queued_once_however_often_it_is_found(self, job):
        take_up_stale(LATER)
        take_up_stale(LATER)
        assert DBTaskResult.objects.ready().count() == 1

    def test_job_whose_worker_died_before_it_began_is_queued_again(self, job):
        Job.objects.update(status=JobStatus.WAITING, attempts=0, heartbeat_at=None)
        take_up_stale(NOW)
        assert DBTaskResult.objects.ready().count() == 0
        take_up_stale(LATER)
        assert DBTaskResult.objects.ready().count() == 1

    def test_job_that_still_waits_in_the_queue_is_left_there(self, teacher):
        started(trial.count, teacher, total=3)
        take_up_stale(datetime(2036, 1, 1, tzinfo=UTC))
        assert DBTaskResult.objects.count() == 1

    def test_job_left_three_times_is_given_up_and_who_asked_is_told(self, job, teacher):
        Job.objects.update(attempts=MOST_ATTEMPTS)
        take_up_stale(LATER)
        assert outcome(job)[::3] == (
            JobStatus.FAILED,
            "办理了3次都中途停止，已不再继续。请联系系统管理员查看服务器记录。",
        )
        assert DBTaskResult.objects.ready().count() == 0
        assert told(teacher) == [("导出花名册：没有完成", f"/jobs/{job.pk}/")]

    def test_finished_job_is_never_taken_up(self, job):
        Job.objects.update(status=JobStatus.DONE, ended_at=NOW)
        take_up_stale(LATER)
        assert outcome(job)[0] == JobStatus.DONE


@pytest.mark.django_db(transaction=True)
def test_heart_beats_while_a_long_step_says_nothing(teacher, shared_database, settings):
    settings.JOB_STALE_SECONDS = 0.04
    job = started(sleeper, teacher)
    run_job.call(job.pk)
    assert outcome(job)[0] == JobStatus.DONE


@trial.as_job
def sleeper(_job):
    """One long step, over when the heart has been seen beating."""
    first = Job.objects.get().heartbeat_at
    deadline = time.monotonic() + 10
    while Job.objects.get().heartbeat_at == first:
        assert time.monotonic() < deadline
        time.sleep(0.005)
