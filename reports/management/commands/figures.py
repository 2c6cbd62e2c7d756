"""`manage.py figures --period 2026 --json`: every figure of a period, without a browser."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from reports.selectors import gather
from unionoffice.areas import WHOLE_UNION
from unionoffice.periods import Period
from unionoffice.refusal import Refused


class Command(BaseCommand):
    """Prints key, label, value, unit, measure and url of each figure."""

    help = "列出一个时段的全部数字。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A period, and whether a program reads the answer."""
        parser.add_argument(
            "--period", required=True, help="2026、2026-H1、2026-Q1、2026-05、2025-2026 或 2025-2026-1"
        )
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, **options: Any) -> None:
        """Gather and print."""
        try:
            material = gather(Period.parse(options["period"]), WHOLE_UNION, on=timezone.localdate())
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        figures = material.figures.values()
        if options["json"]:
            self.stdout.write(json.dumps([figure.as_json() for figure in figures], ensure_ascii=False, indent=2))
            return
        for figure in figures:
            self.stdout.write(f"{figure.key}\t{figure.label}\t{figure.text}")
