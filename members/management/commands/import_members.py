"""`manage.py import_members FILE [--apply] [--json]`: a roster without a browser."""

import hashlib
import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from members.importers import ROSTER
from unionoffice.refusal import Refused
from unionoffice.sheets import Change, Plan


class Command(BaseCommand):
    """Shows what the file would change; writes it only with --apply, all or nothing.

    Ends with status 1 when the file is refused or a row has a problem.
    """

    help = "检查花名册，并在指定 --apply 时导入。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and what to do with it."""
        parser.add_argument("file", type=Path, help="花名册文件（.xlsx、.xls、.csv）")
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
        for line in self.lines(plan):
            self.stdout.write(line)

    def lines(self, plan: Plan) -> Iterator[str]:
        """What a person should know beyond the numbers, one thing a line."""
        yield from (str(problem) for problem in plan.problems)
        for row in plan.changed:
            yield f"第{row.number}行 {row.key_text} {row.title}：{'；'.join(map(_told, row.changes))}"
        yield from (f"说明：{note}" for note in plan.notes)
        yield from (f"没有读取工作表“{sheet.name}”：{sheet.reason}" for sheet in plan.skipped)
        if plan.unknown:
            yield f"不认识的列，没有导入：{'、'.join(head.label for head in plan.unknown)}"
        if plan.absent:
            yield f"表中没有：{'、'.join(f'{one.key} {one.title}' for one in plan.absent)}"


def _told(change: Change) -> str:
    """What changes; numbers that pages mask stay masked on a console too."""
    mask = ROSTER.masks.get(change.key, str)
    return f"{change.label}：{mask(change.old_text)}→{mask(change.new_text)}"
