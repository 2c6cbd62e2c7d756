"""`manage.py worker`: what the office does while nobody looks."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from unionoffice.worker import OfficeWorker


class Command(BaseCommand):
    """Works until it is stopped; run one beside the web server, or several."""

    help = "在后台办事：发送通知，办理每天的例行工作和耗时较长的工作。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How often to look, in seconds; or only once."""
        parser.add_argument("--interval", type=float, default=1, help="没有工作时，隔几秒再看一次（默认1）")
        parser.add_argument("--tick", type=float, default=10, help="隔几秒检查一次通知和例行工作（默认10）")
        parser.add_argument("--once", action="store_true", help="办完现有的工作就结束")

    def handle(self, **options: Any) -> None:
        """Work."""
        worker = OfficeWorker(interval=options["interval"], tick_seconds=options["tick"])
        worker.configure_signals()
        if options["once"]:
            worker.work_once()
        else:
            worker.serve()
