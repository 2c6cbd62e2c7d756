"""The help: who reads which part, and that it calls things by the words that stand on the pages."""

import re
from itertools import chain
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from tests.conftest import make_actor
from unionoffice.areas import areas
from unionoffice.help import PARTS
from unionoffice.roles import Role

TEMPLATES = settings.BASE_DIR / "templates"
TEXTS = TEMPLATES / "office" / "help"
URL = reverse("help")

ELSEWHERE = {"草稿", "下载花名册模板"}
"""Quoted, but written out nowhere: a word on papers, and a button that is put together."""


EVERYBODYS = ["board", "voice", "congress", "staff"]


def parts_of(client) -> list[str]:
    return [part.name for part in client.get(URL).context["parts"]]


def sources() -> str:
    rooms = [Path(settings.BASE_DIR, area.key) for area in areas()]
    code = chain.from_iterable(room.rglob("*.py") for room in (*rooms, settings.BASE_DIR / "unionoffice"))
    pages = (page for page in TEMPLATES.rglob("*.html") if page.parent != TEXTS)
    return "\n".join(path.read_text(encoding="utf-8") for path in chain(code, pages))


def test_keeper_of_everything_reads_the_office_and_ends_with_what_is_for_everybody(signed_in, secretary):
    people = ["roster", "people", "changes", "organisation", "handover", "accounts", "milestones", "secretary"]
    congress = ["terms", "sessions", "sittings", "agenda", "proposals", "suggestions"]
    board = ["disclosures", "catalogue", "checks", "deputy", "notices", "objections"]
    democracy = ["regulations", "documents", "meetings", "mailbox", "mailbox_setup", "oversight", "agreements"]
    parts = parts_of(signed_in(secretary))
    assert parts == [*people, *congress, *board, *democracy, "surveys", *EVERYBODYS]


def test_who_holds_no_role_reads_what_is_for_everybody(signed_in, teacher):
    assert parts_of(signed_in(teacher)) == EVERYBODYS


@pytest.mark.django_db
def test_parts_for_several_roles_come_once(signed_in):
    client = signed_in(make_actor(Role.WELFARE_OFFICER, "韩梅"))
    democracy = ["deputy", "mailbox", "oversight", "surveys"]
    assert parts_of(client) == ["readers", "milestones", "visits", *democracy, *EVERYBODYS]


def test_table_of_contents_leads_to_each_part(signed_in, principal):
    page = signed_in(principal).get(URL).content.decode()
    linked = re.findall(r'<li><a href="#(\w+)">', page)
    assert linked == ["principal", "sittings", "review", "objections", "meetings", "mailbox", *EVERYBODYS]
    assert re.findall(r'<section class="sheet prose" id="(\w+)"', page) == linked


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role)
def test_opens_for_every_role(signed_in, role):
    assert signed_in(make_actor(role, "韩梅")).get(URL).status_code == 200


def test_every_text_belongs_to_a_part():
    assert sorted(path.stem for path in TEXTS.glob("*.html")) == sorted(part.name for part in PARTS)


def test_calls_pages_and_buttons_as_they_are_called():
    words = sources()
    for text in sorted(TEXTS.glob("*.html")):
        quoted = set(re.findall("“([^”]+)”", text.read_text(encoding="utf-8"))) - ELSEWHERE
        unknown = [word for word in sorted(quoted) if f'"{word}"' not in words]
        assert (text.stem, unknown) == (text.stem, [])
