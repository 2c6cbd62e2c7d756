"""The demo school's board as it is read: files to look at, counts of readers, and how far people know it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from affairs.models import Disclosure, ReadCount
from affairs.services import mark_all_seen
from members.models import Account
from unionoffice.attachments import attach
from unionoffice.documents import Document, Paragraph, Signature, Table, render_pdf
from unionoffice.sheets import write_workbook

DAYS_AWAY = 20
"""Since when the demo's people weren't at the board."""

READERS_A_DAY = 3
MOST_READERS = 140
"""As many as a school of this size has readers."""


def add_files(disclosure: Disclosure, *, day: date) -> None:
    """The files that belong to a draft, brought by who wrote it."""
    for name, content in _files_of(disclosure.title, day):
        attach(disclosure, ContentFile(content, name=name), by=disclosure.drafted_by)


def have_it_read(on: date) -> None:
    """Everybody knows what hung there twenty days ago; what hangs longer was read more often.

    The counts are written as the nights would have left them: the readers themselves are forgotten anyway.
    """
    then = timezone.make_aware(datetime.combine(on - timedelta(days=DAYS_AWAY), time(12)))
    for account in Account.objects.order_by("pk"):
        mark_all_seen(account, at=then)
    counts = []
    posted = Disclosure.objects.firsts().exclude(number=None).order_by("pk")
    rows: Any = posted.values_list("sphere", "year", "number", "published_on")
    for sphere, year, number, day in rows:
        staff = min(MOST_READERS, READERS_A_DAY * (on - day).days) - number % 17
        outside = staff // 3 - number % 5
        counts.append(
            ReadCount(sphere=sphere, year=year, number=number, staff=max(0, staff), outside=max(0, outside))
        )
    ReadCount.objects.bulk_create(counts)


def _files_of(title: str, day: date) -> Iterator[tuple[str, bytes]]:
    if title == "学校三年发展规划":
        yield "规划要点.pdf", render_pdf(_plan(day))
    if "食堂伙食账目" in title:
        rows = [
            ("伙食收入", "刷卡充值", 241_300, "1—4周"),
            ("伙食收入", "教职工用餐", 33_600, "1—4周"),
            ("食材支出", "粮油", 58_200, "四家定点供应"),
            ("食材支出", "肉禽蛋", 83_500, "每日验收"),
            ("食材支出", "蔬菜水果", 51_700, "每日验收"),
            ("食材支出", "调料及其他", 12_700, ""),
            ("人工及水电", "人工", 47_800, ""),
            ("人工及水电", "水电燃气", 15_400, ""),
        ]
        yield "伙食收支明细.xlsx", write_workbook(("类别", "项目", "金额（元）", "说明"), rows, sheet="明细")


def _plan(day: date) -> Document:
    """As the school would hand it out."""
    goals = [
        ("教师队伍", "新增高级教师", "4名", "4名", "4名"),
        ("校舍", "改造", "实验楼", "图书馆", "运动场"),
        ("家校", "开放日", "2次", "3次", "4次"),
    ]
    return Document(
        title="学校三年发展规划要点",
        blocks=[
            Paragraph("规划经教职工代表大会讨论通过，分三年实施，每年向教职工代表大会报告进展。"),
            Table(head=[("方面", "内容", "第一年", "第二年", "第三年")], rows=goals, caption="分年目标"),
            Paragraph("对规划的意见和建议，可以在公开栏提问，也可以投入校长信箱。"),
        ],
        signature=Signature("校长办公室", day),
    )
