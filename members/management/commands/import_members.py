"""`manage.py import_members FILE [--apply] [--json]`: a roster without a browser."""

import hashlib
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from members.importers import ROSTER
from unionoffice.refusal import Refused
from unionoffice.sheets import Plan


class Command(BaseCommand):
    """Shows what the file would change; writes it only with --apply, all or nothing.

    Ends with status 1 when the file is refused or a row has a problem.
    """

    help = "检查花名册，并在指定 --apply 时导入。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and what to do with it."""
        parser.add_argument("file", type=Path, help="花名册文件（.xlsx、.xls）")
        parser.add_argument("--apply", action="store_true", help="没有问题时写入")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出计划")

    def handle(self, **options: Any) -> None:
        """Plan, print, perhaps apply."""
        path: Path = options["file"]
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CommandError(f"打不开文件：{path}") from error
        try:
            plan = ROSTER.check(data, name=path.name)
            self.show(plan, as_json=options["json"])
            if options["apply"]:
                digest = hashlib.sha256(data).hexdigest()
                ROSTER.carry_out(
                    data,
                    name=path.name,
                    digest=digest,
                    compared=plan.standing,
                    by=None,
                    on=timezone.localdate(),
                )
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if plan.problems:
            raise CommandError(f"{len(plan.problem_rows)}行有问题，没有写入。")

    def show(self, plan: Plan, *, as_json: bool) -> None:
        """The plan for a program or for a person."""
        if as_json:
            self.stdout.write(json.dumps(plan.as_json(), ensure_ascii=False, indent=2))
            return
        self.stdout.write(str(plan))
        for problem in plan.problems:
            self.stdout.write(str(problem))
