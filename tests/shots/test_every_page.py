"""`make shots`: a picture of every page at two widths, as everybody who sees it differently, into var/shots.

The pictures are for people to look at, in `var/shots/index.html`. The run fails on what a machine can see: errors
of scripts and in the console, files that don't come, sideways scrolling, and what axe calls serious or critical.
`SHOTS=welfare make shots` looks at the pages alone whose names begin so.
"""

import logging
import os
import shutil
from contextlib import closing
from html import escape
from itertools import groupby

import pytest
from django.conf import settings
from django.utils import timezone

from tests.shots.camera import Camera
from tests.shots.sights import Sight, sights
from unionoffice.demo import build_demo

FOLDER = settings.VAR_DIR / "shots"


@pytest.fixture
def folder():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    return FOLDER


def test_every_page_is_without_faults(browser, live_server, demo_school, folder, caplog):
    caplog.set_level(logging.ERROR, logger="django.request")
    found = list(sights(build_demo(timezone.localdate()), beginning=os.environ.get("SHOTS", "")))
    with closing(Camera(browser, live_server.url, folder)) as camera:
        shown = [(sight, *camera.take(sight)) for sight in found]
    (folder / "index.html").write_text(contact_sheet(shown), encoding="utf-8")
    assert shown
    told = [f"{sight.page} {sight.role} {sight.address}: {fault}" for sight, _, faults in shown for fault in faults]
    assert "\n".join(told) == ""


def contact_sheet(shown: list[tuple[Sight, list[str], list[str]]]) -> str:
    """All pictures by page, the faults beside them."""
    parts = []
    for page, group in groupby(sorted(shown, key=lambda one: one[0].page), key=lambda one: one[0].page):
        parts.append(f"<h2>{escape(page)}</h2>")
        for sight, pictures, faults in group:
            images = "".join(f'<a href="{name}"><img src="{name}" loading="lazy" alt=""></a>' for name in pictures)
            told = "".join(f"<li>{escape(fault)}</li>" for fault in faults)
            caption = f"{escape(sight.role)} <code>{escape(sight.address)}</code>"
            parts.append(f"<figure><figcaption>{caption}<ul>{told}</ul></figcaption>{images}</figure>")
    return (
        '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>make shots</title><style>'
        "body{font-family:sans-serif;background:#eee}figure{display:inline-block;vertical-align:top;margin:8px}"
        "figure a{display:inline-block;max-height:480px;overflow:hidden;margin-right:6px}img{width:420px}"
        f"a+a img{{width:160px}}li{{color:#a00;max-width:580px}}</style>{''.join(parts)}</html>"
    )
