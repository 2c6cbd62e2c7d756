"""What is thrown away at night, and what is kept one day longer."""

import uuid
from datetime import date, timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.unionoffice.inbox.factories import MessageFactory, NoticeFactory
from tests.unionoffice.jobs import trial
from unionoffice.formkeys import FormKey
from unionoffice.housekeeping import HOUSEKEEPING
from unionoffice.inbox import Notice, OutboxMessage
from unionoffice.inbox.enums import MessageStatus
from unionoffice.jobs import Job, start_job
from unionoffice.jobs.enums import JobStatus
from unionoffice.sheets.uploads import SheetUpload, keep_upload

MOMENT = timedelta(minutes=1)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def tidy(key):
    (work,) = [work for work in HOUSEKEEPING if work.key == key]
    work.run(date(2026, 11, 22))


def ago(**age):
    return timezone.now() - timedelta(**age)


def test_contents_of_uploads_are_emptied_after_a_day(secretary):
    fresh, stale = (keep_upload("members:roster", "花名册.xlsx", b"data", by=secretary) for _ in range(2))
    SheetUpload.objects.filter(pk=stale.pk).update(sent_at=ago(hours=24, minutes=1))
    tidy("office.uploads")
    assert dict(SheetUpload.objects.values_list("pk", "content")) == {fresh.pk: fresh.content, stale.pk: ""}


def test_form_keys_go_after_90_days(secretary):
    keys = [FormKey.objects.create(key=uuid.uuid4(), user=secretary) for _ in range(2)]
    FormKey.objects.filter(pk=keys[0].pk).update(used_at=ago(days=90) - MOMENT)
    FormKey.objects.filter(pk=keys[1].pk).update(used_at=ago(days=90) + MOMENT)
    tidy("office.form_keys")
    assert FormKey.objects.get() == keys[1]


def test_notices_and_their_messages_go_after_a_year_but_not_what_still_waits():
    old, fresh = ago(days=365) - MOMENT, ago(days=365) + MOMENT
    NoticeFactory(made_at=old)
    kept = NoticeFactory(made_at=fresh)
    MessageFactory(made_at=old, status=MessageStatus.FAILED)
    waiting = MessageFactory(made_at=old)
    recent = MessageFactory(made_at=fresh, status=MessageStatus.FAILED)
    tidy("office.notices")
    assert Notice.objects.get() == kept
    assert set(OutboxMessage.objects.all()) == {waiting, recent}


def test_sessions_go_when_they_have_expired():
    for days in (-1, 1):
        session = SessionStore()
        session.set_expiry(timezone.now() + timedelta(days=days))
        session.save()
    tidy("office.sessions")
    assert Session.objects.get().expire_date > timezone.now()


def test_jobs_go_a_year_after_they_ended_and_the_notes_of_the_queue_after_two_weeks(secretary):
    ended, waiting = (start_job(trial.count, title="导出", by=secretary, total=1) for _ in range(2))
    Job.objects.filter(pk=ended.pk).update(status=JobStatus.DONE, ended_at=ago(days=365) - MOMENT)
    Job.objects.filter(pk=waiting.pk).update(asked_at=ago(days=400))
    done, _ready = DBTaskResult.objects.order_by("enqueued_at")
    DBTaskResult.objects.filter(pk=done.pk).update(status="SUCCESSFUL", finished_at=ago(days=15))
    tidy("office.jobs")
    assert Job.objects.get() == waiting
    assert DBTaskResult.objects.count() == 1
