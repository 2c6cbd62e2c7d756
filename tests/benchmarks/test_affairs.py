"""The board and what is behind it after many years: 5,000 disclosures, 500 letters."""

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from affairs.models import Disclosure
from tests.affairs.factories import PublicFactory, item
from tests.affairs.letters import open_mailbox, signed
from tests.conftest import TODAY

DISCLOSED, LETTERS = 5_000, 500
LISTS = {"disclosures": "affairs:disclosure-list", "letters": "affairs:letter-list"}


@pytest.fixture
def years(secretary, principal, teacher):
    matter = item()
    told = {"item": matter, "drafted_by": secretary, "submitted_by": secretary, "words": "本季度支出120,000.00元。"}
    rows = PublicFactory.build_batch(DISCLOSED, body=f"<p>{'本季度支出120,000.00元。' * 50}</p>", **told)
    Disclosure.objects.bulk_create(rows, batch_size=500)
    mailbox = open_mailbox()
    for _number in range(LETTERS):
        signed(teacher, mailbox)


def _get(client, url):
    assert client.get(url).status_code == 200


@pytest.mark.usefixtures("years")
def test_board_and_lists(signed_in, principal, race, clock):
    client, stranger = signed_in(principal), Client()
    with time_machine.travel(TODAY, tick=True):
        for name, url in LISTS.items():
            urls = {"the office": reverse(url), "a bare view with sign-in": f"/bare/{name}/"}
            race(f"list of {name}", {who: lambda url=url: _get(client, url) for who, url in urls.items()})
        pages = {"board for a stranger": "", "its page in the middle": "?page=50", "found on it": "?q=经费"}
        for what, asked in pages.items():
            clock(f"{what}, 5,000 disclosures", lambda asked=asked: _get(stranger, f"/board/{asked}"))
        clock("coverage of the catalogue", lambda: _get(client, reverse("affairs:coverage")))
