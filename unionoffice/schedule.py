"""Work of every day: declared by the ground floor and the areas, done once a day by whichever worker comes first."""

import logging
from collections.abc import Iterator
from datetime import date, datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionoffice.areas import Scheduled, areas
from unionoffice.housekeeping import HOUSEKEEPING
from unionoffice.retries import PAUSES
from unionoffice.rules import rules_read_once
from unionoffice.states import lock

logger = logging.getLogger(__name__)


class ScheduledRun(models.Model):
    """That some work was done for a day, or how often it failed."""

    UNAUDITED = "Says that the day's work was done; what the work changes is in the trail of the records it changes."

    key = models.CharField(_("工作"), max_length=80)
    day = models.DateField(_("日期"))
    attempts = models.PositiveSmallIntegerField(_("已尝试次数"), default=0)
    next_try_at = models.DateTimeField(_("下次办理时间"), default=timezone.now)
    done_at = models.DateTimeField(_("完成时间"), null=True)

    class Meta:
        verbose_name = _("每日工作")
        verbose_name_plural = verbose_name
        ordering = ["-day", "key"]
        constraints = [models.UniqueConstraint(fields=["key", "day"], name="once_a_day")]

    def __str__(self) -> str:
        return f"{self.key} {self.day}"


def every_work() -> Iterator[Scheduled]:
    """What is declared, from the ground up."""
    yield from HOUSEKEEPING
    for area in areas():
        yield from area.schedule


def run_due(now: datetime) -> None:
    """Do what is due at this hour of the day and wasn't done yet."""
    local = timezone.localtime(now)
    on = local.date()
    settled = ScheduledRun.objects.filter(day=on).exclude(done_at=None, next_try_at__lte=now)
    keys = set(settled.values_list("key", flat=True))
    for work in every_work():
        if work.key not in keys and local.hour >= work.hour:
            _run(work, on=on, now=now)


@transaction.atomic
def _run(work: Scheduled, *, on: date, now: datetime) -> None:
    """Do the work and note it, in one transaction: a worker that dies over it leaves it to be done.

    A second worker waits at the note until the first has ended, and then has nothing to do. What fails is taken
    back and tried again after a pause, and keeps no other work from being done.
    """
    made, _new = ScheduledRun.objects.get_or_create(key=work.key, day=on, defaults={"next_try_at": now})
    run = lock(made)
    if run.done_at is not None or run.next_try_at > now:
        return
    run.attempts += 1
    try:
        with transaction.atomic(), rules_read_once():
            work.run(on)
    except Exception:
        logger.exception("The day's work %s failed", work.key)
        run.next_try_at = now + PAUSES[min(run.attempts, len(PAUSES)) - 1]
    else:
        run.done_at = now
    run.save()
