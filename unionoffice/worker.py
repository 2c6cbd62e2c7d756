"""The worker: does the jobs of the queue, and between them what comes up by itself."""

import logging
import signal
import sys
import time
from types import FrameType

from django.db import InterfaceError, OperationalError
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, DEFAULT_TASK_QUEUE_NAME
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from unionoffice.inbox.sending import send_outbox
from unionoffice.jobs.running import take_up_stale
from unionoffice.schedule import run_due

logger = logging.getLogger(__name__)


class OfficeWorker(Worker):
    """The library's worker with a tick: every so many seconds it looks for stale jobs, the day's work and the outbox.

    It survives a database that is locked or away for a while, and ends cleanly: on SIGTERM it finishes what it is
    doing. What a killed one leaves behind, the next one takes up.
    """

    def __init__(self, *, interval: float, tick_seconds: float) -> None:
        super().__init__(
            queue_names=[DEFAULT_TASK_QUEUE_NAME],
            interval=interval,
            batch=True,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        self.tick_seconds = tick_seconds
        self._tick_at = time.monotonic()

    def serve(self) -> None:
        """Work until told to stop."""
        while self.running:
            self.work_once()
            if self.running:
                time.sleep(self.interval)

    def work_once(self) -> None:
        """Do everything that waits."""
        try:
            self.tick_when_due()
            self.run()
        except (InterfaceError, OperationalError):
            logger.warning("The database can't be reached, and is asked again", exc_info=True)

    def run_task(self, db_task_result: DBTaskResult) -> None:
        """Do one job; a long queue mustn't keep the rest waiting."""
        super().run_task(db_task_result)
        self.tick_when_due()

    def tick_when_due(self) -> None:
        """Look after what comes up by itself, unless that was done just now."""
        if time.monotonic() < self._tick_at:
            return
        self._tick_at = time.monotonic() + self.tick_seconds
        self.running_task = True  # a signal lets it come to its end
        try:
            now = timezone.now()
            take_up_stale(now)
            run_due(now)
            send_outbox(now)
        finally:
            self.running_task = False

    def configure_signals(self) -> None:
        """Stop on SIGTERM and on Ctrl-C; who started us with Ctrl-C ignored, as a shell does behind `&`, stops us."""
        signal.signal(signal.SIGTERM, self.shutdown)
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, self.shutdown)

    def shutdown(self, _signum: int, _frame: FrameType | None) -> None:
        """End after what is being done, or at once where that is nothing."""
        self.running = False
        if not self.running_task:
            sys.exit(0)
