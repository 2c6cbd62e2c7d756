"""Starting long work, doing it in the worker, and taking it up again where a worker died."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from unionoffice.inbox import notify
from unionoffice.jobs.enums import JobStatus
from unionoffice.jobs.models import Job
from unionoffice.refusal import Refused
from unionoffice.rules import rules_read_once

MOST_ATTEMPTS = 3
SECONDS_BETWEEN_NEWS = 0.5
"""A job may say how far it is as often as it likes; this often it is written down."""

logger = logging.getLogger(__name__)


class Superseded(Exception):
    """Another worker has taken the job up: this one was believed dead, and must stop."""


class RunningJob:
    """What a job's function is given: who asked, and the way to say how far it is."""

    def __init__(self, job: Job) -> None:
        self.asked_by = job.asked_by
        self._own = _this_attempt(job)
        self._told_at = 0.0

    def progress(self, done: int, total: int) -> None:
        """Say that `done` of `total` pieces are done. Call it outside of transactions: the page sees it at once.

        Raises Superseded where another worker is doing the job by now; let it pass.
        """
        moment = time.monotonic()
        if done < total and moment - self._told_at < SECONDS_BETWEEN_NEWS:
            return
        self._told_at = moment
        if not self._own.update(done=done, total=total, heartbeat_at=timezone.now()):
            raise Superseded


@dataclass(frozen=True)
class JobKind:
    """A function declared as a job, known by its dotted name."""

    run: Callable[..., str | None]

    @property
    def path(self) -> str:
        """Where the worker finds it."""
        return f"{self.run.__module__}.{self.run.__qualname__}"


def as_job(function: Callable[..., str | None]) -> JobKind:
    """Declare a module's function as a job: it is given a RunningJob and the arguments, which must be JSON.

    It returns the address of its result, if there is one, and may refuse. **It may be run again from its beginning
    after a part of it was done**, since a worker can be killed at any moment: it must leave alone what is done
    already, or do everything in one transaction.
    """
    return JobKind(function)


@transaction.atomic
def start_job(kind: JobKind, *, title: str, by: Any, **arguments: Any) -> Job:
    """Queue a job; lead the user to its page, which shows how far it is.

    The queue lies in the database, so a worker sees the job when, and only if, the caller's transaction commits.
    """
    job = Job(kind=kind.path, title=title, arguments=arguments, asked_by=by)
    job.save()
    _queue(job)
    return job


@task()
def run_job(pk: int) -> None:
    """Do one job, unless it isn't waiting any more; whoever asked gets a notice of how it ended."""
    job = _take_up(pk)
    if job is None:
        return
    try:
        with _beating(job), rules_read_once():
            kind: JobKind = import_string(job.kind)
            url = kind.run(RunningJob(job), **job.arguments)
    except Superseded:
        logger.warning("Job %s was taken up by another worker", pk)
    except Refused as refusal:
        _end(job, JobStatus.FAILED, message=str(refusal))
    except Exception:
        logger.exception("Job %s failed", pk)
        _end(job, JobStatus.FAILED, message=_("办理中出了错，没有完成。请联系系统管理员查看服务器记录。"))
    else:
        _end(job, JobStatus.DONE, result_url=url or "", done=F("total"))


def take_up_stale(now: datetime) -> None:
    """Queue again what a dead worker left, and give up what has been left too often."""
    limit = now - timedelta(seconds=settings.JOB_STALE_SECONDS)
    left = DBTaskResult.objects.filter(started_at__lt=limit).exclude(status=TaskResultStatus.READY)
    stale = Job.objects.filter(
        Q(status=JobStatus.RUNNING, heartbeat_at__lt=limit)
        # Killed between taking the job out of the queue and saying so.
        | Q(status=JobStatus.WAITING, task_id__in=left.values("pk"))
    )
    for pk in stale.values_list("pk", flat=True):
        _queue_again(stale.filter(pk=pk), now=now)


@transaction.atomic
def _queue_again(stale: QuerySet[Job], *, now: datetime) -> None:
    job = stale.select_for_update().first()
    if job is None:
        return
    logger.warning("Job %s was left by its worker after attempt %s", job.pk, job.attempts)
    dead = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, pk__in=[job.task_id])
    dead.update(status=TaskResultStatus.FAILED, finished_at=now)
    if job.attempts >= MOST_ATTEMPTS:
        sentence = _("办理了%(times)s次都中途停止，已不再继续。请联系系统管理员查看服务器记录。")
        _end(job, JobStatus.FAILED, message=sentence % {"times": job.attempts})
        return
    job.status = JobStatus.WAITING
    _queue(job)


def _queue(job: Job) -> None:
    job.task_id = run_job.enqueue(job.pk).id
    job.save()


@transaction.atomic
def _take_up(pk: int) -> Job | None:
    waiting = Job.objects.select_for_update(of=("self",)).select_related("asked_by")
    job = waiting.filter(pk=pk, status=JobStatus.WAITING).first()
    if job is not None:
        job.status, job.attempts, job.heartbeat_at = JobStatus.RUNNING, job.attempts + 1, timezone.now()
        job.save()
    return job


@transaction.atomic
def _end(job: Job, status: JobStatus, **facts: Any) -> None:
    """Note how the job ended and tell who asked, unless another worker is at it by now."""
    if not _this_attempt(job).update(status=status, ended_at=timezone.now(), **facts):
        return
    ended = _("已完成") if status == JobStatus.DONE else _("没有完成")
    notify([job.asked_by], f"{job.title}：{ended}", url=job.get_absolute_url(), key=f"job-{job.pk}")


def _this_attempt(job: Job) -> QuerySet[Job]:
    """The job's row, as long as nobody else has taken it up."""
    return Job.objects.filter(pk=job.pk, status=JobStatus.RUNNING, attempts=job.attempts)


@contextmanager
def _beating(job: Job) -> Iterator[None]:
    """Keep the heartbeat going, however long one step of the job takes."""
    over = Event()
    heart = Thread(target=_beat, args=(job, over), daemon=True)
    heart.start()
    try:
        yield
    finally:
        over.set()
        heart.join()


def _beat(job: Job, over: Event) -> None:
    while not over.wait(settings.JOB_STALE_SECONDS / 4):
        try:
            _this_attempt(job).update(heartbeat_at=timezone.now())
        except OperationalError:
            # Somebody holds the database; four beats make a stale job, one may fail.
            logger.info("No heartbeat of job %s this time", job.pk)
    connection.close()
