"""What the ground floor throws away every night: what nobody needs any more, and what holds people's data."""

from datetime import date, timedelta

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from django.utils.module_loading import import_string

from unionoffice.areas import Scheduled
from unionoffice.formkeys import FormKey
from unionoffice.inbox.enums import MessageStatus
from unionoffice.inbox.models import Notice, OutboxMessage
from unionoffice.jobs.enums import ENDED
from unionoffice.jobs.models import Job
from unionoffice.sheets.uploads import forget_stale_uploads

FORM_KEYS_KEPT = timedelta(days=90)
"""Nobody sends a form again that was open for longer."""

NOTICES_KEPT = timedelta(days=365)
JOBS_KEPT = timedelta(days=365)


def _empty_uploads(_on: date) -> None:
    forget_stale_uploads()


def _drop_form_keys(_on: date) -> None:
    FormKey.objects.filter(used_at__lt=timezone.now() - FORM_KEYS_KEPT).delete()


def _drop_notices(_on: date) -> None:
    """With the messages that carried them, but those that still wait."""
    before = timezone.now() - NOTICES_KEPT
    Notice.objects.filter(made_at__lt=before).delete()
    OutboxMessage.objects.filter(made_at__lt=before).exclude(status=MessageStatus.WAITING).delete()


def _drop_sessions(_on: date) -> None:
    import_string(f"{settings.SESSION_ENGINE}.SessionStore").clear_expired()


def _drop_jobs(_on: date) -> None:
    """With the queue's own notes on them."""
    Job.objects.filter(status__in=ENDED, ended_at__lt=timezone.now() - JOBS_KEPT).delete()
    call_command("prune_db_task_results", verbosity=0)


HOUSEKEEPING = (
    Scheduled("office.uploads", _empty_uploads),
    Scheduled("office.form_keys", _drop_form_keys),
    Scheduled("office.notices", _drop_notices),
    Scheduled("office.sessions", _drop_sessions),
    Scheduled("office.jobs", _drop_jobs),
)
