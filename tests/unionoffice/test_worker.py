"""The worker's round: jobs, and between them what comes up by itself."""

import signal

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from tests.unionoffice.inbox.factories import MessageFactory, NoticeAddressFactory
from tests.unionoffice.jobs import trial
from unionoffice.housekeeping import HOUSEKEEPING
from unionoffice.inbox.enums import MessageStatus
from unionoffice.jobs import start_job
from unionoffice.jobs.enums import JobStatus
from unionoffice.schedule import ScheduledRun
from unionoffice.worker import OfficeWorker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("shared_database")]


@pytest.fixture(autouse=True)
def handlers():
    """The command sets handlers of signals; tests take them away again."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_one_round_does_everything_that_waits(secretary, settings, mailoutbox):
    settings.MAIL_IS_SET_UP = True
    message = MessageFactory(account=NoticeAddressFactory().user)
    job = start_job(trial.count, title="导出", by=secretary, total=3)
    call_command("worker", once=True)
    for record in (message, job):
        record.refresh_from_db()
    assert (message.status, job.status, len(mailoutbox)) == (MessageStatus.SENT, JobStatus.DONE, 1)


@time_machine.travel("2026-11-22T04:00+08:00")
def test_work_of_the_day_is_done_when_its_hour_has_come():
    call_command("worker", once=True)
    done = ScheduledRun.objects.filter(day=timezone.localdate()).exclude(done_at=None)
    assert {work.key for work in HOUSEKEEPING} <= set(done.values_list("key", flat=True))


def test_outbox_is_looked_at_between_jobs_too(secretary, settings, mailoutbox):
    settings.MAIL_IS_SET_UP = True
    account = NoticeAddressFactory(user=secretary).user
    start_job(trial.count, title="导出", by=account, total=1)
    OfficeWorker(interval=0, tick_seconds=0).work_once()
    assert [mail.subject for mail in mailoutbox] == ["本校工会：导出：已完成"]


def test_between_ticks_only_jobs_are_done(secretary, settings, mailoutbox):
    settings.MAIL_IS_SET_UP = True
    worker = OfficeWorker(interval=0, tick_seconds=3600)
    worker.work_once()
    MessageFactory(account=NoticeAddressFactory().user)
    job = start_job(trial.count, title="导出", by=secretary, total=1)
    worker.work_once()
    job.refresh_from_db()
    assert (job.status, len(mailoutbox)) == (JobStatus.DONE, 0)
