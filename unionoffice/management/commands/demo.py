"""`manage.py demo`: a school to try the office with."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from unionoffice.demo import build_demo, is_demo, is_empty
from unionoffice.refusal import Refused


class Command(BaseCommand):
    """Makes the demo school once; repeated, it only says the accounts again."""

    help = "建立演示学校（只在本机、只在空数据库上）。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to leave a real school in peace without complaint."""
        parser.add_argument("--if-empty", action="store_true", help="已有真实数据时什么也不做")

    def handle(self, **options: Any) -> None:
        """Build, and say who can sign in."""
        if options["if_empty"] and not (is_demo() or is_empty()):
            return
        try:
            accounts = build_demo(timezone.localdate())
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("演示学校的账号（密码相同）：")
        for account in accounts:
            self.stdout.write(f"  {account.role}\t{account.name}\t工号 {account.login}\t密码 {account.password}")
