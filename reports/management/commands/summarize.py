"""`manage.py summarize --period 2026 --format pdf,docx,html --out DIR`: the summary without a browser."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from reports import papers
from reports.selectors import gather
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import Document, render_docx, render_html, render_pdf
from unionoffice.periods import Period
from unionoffice.refusal import Refused

RENDERERS: dict[str, Callable[[Document], bytes]] = {
    "pdf": render_pdf,
    "docx": render_docx,
    "html": lambda document: render_html(document).encode(),
}


class Command(BaseCommand):
    """Writes `summary-2026.pdf` and so on into a folder, which is made where it is missing."""

    help = "生成一个时段的工作总结。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Period, formats, folder, and whether 草稿 stands on it."""
        parser.add_argument(
            "--period", required=True, help="2026、2026-H1、2026-Q1、2026-05、2025-2026 或 2025-2026-1"
        )
        parser.add_argument("--format", default="pdf,docx", help="pdf、docx、html，用逗号分开")
        parser.add_argument("--out", type=Path, default=Path(), help="输出目录")
        parser.add_argument("--draft", action="store_true", help="每页带“草稿”字样")

    def handle(self, **options: Any) -> None:
        """Gather once, write each format."""
        formats = [name.strip() for name in options["format"].split(",") if name.strip()]
        if unknown := [name for name in formats if name not in RENDERERS]:
            raise CommandError(f"不支持的格式：{'、'.join(unknown)}。可用 pdf、docx、html。")
        if not formats:
            raise CommandError("请写明格式：pdf、docx、html，用逗号分开。")
        try:
            period = Period.parse(options["period"])
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        document = papers.summary(gather(period, WHOLE_UNION, on=timezone.localdate()), draft=options["draft"])
        try:
            options["out"].mkdir(parents=True, exist_ok=True)
            for name in formats:
                target = options["out"] / f"summary-{period.code}.{name}"
                target.write_bytes(RENDERERS[name](document))
                self.stdout.write(str(target))
        except OSError as error:
            raise CommandError(f"无法写入 {error.filename}，请换一个目录。") from error
