"""What a page of the board sends back: counted once a browser, matter and day, and never telling what is hidden."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from affairs import services
from affairs.enums import DisclosureStatus
from affairs.models import BoardVisit, Reading
from affairs.selectors import Reads, reads_of
from affairs.views import board_reading
from tests.affairs.factories import PostedFactory, PublicFactory
from tests.conftest import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

URL = "/board/read/"
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 14) Chrome/140"}


@pytest.fixture(autouse=True)
def nobody_counted_yet():
    cache.clear()


def readers_browser(account=None):
    """A browser that has asked for its name, as the page's script does."""
    client = Client(**BROWSER)
    if account is not None:
        client.force_login(account)
    client.get(URL)
    return client


def send(client, disclosure, **extra):
    """That the page of a disclosure was on the screen."""
    matter = {"sphere": disclosure.sphere, "number": f"{disclosure.year}-{disclosure.number:03}"}
    return client.post(URL, matter, **extra).status_code


class TestAsking:
    def test_browser_is_given_a_name_of_its_own_for_its_session(self):
        cookie = Client().get(URL).cookies["board_reader"]
        told = (len(cookie.value), cookie["httponly"], cookie["samesite"], cookie["max-age"])
        assert told == (32, True, "Strict", "")

    def test_name_is_kept(self):
        client = readers_browser()
        assert "board_reader" not in client.get(URL).cookies

    def test_answer_is_kept_by_nobody(self):
        assert Client().get(URL)["Cache-Control"] == "no-store"

    def test_what_is_sent_from_elsewhere_is_refused(self):
        made = PublicFactory()
        client = Client(enforce_csrf_checks=True, **BROWSER)
        token = client.get(URL).json()["token"]
        assert [send(client, made), send(client, made, HTTP_X_CSRFTOKEN=token)] == [403, 204]
        assert reads_of(made).total == 1


class TestSending:
    def test_colleagues_and_strangers_are_counted_apart(self, teacher, chair):
        made = PublicFactory()
        readers = [readers_browser(), readers_browser(), readers_browser(teacher), readers_browser(chair)]
        assert [send(reader, made) for reader in readers] == [204] * 4
        assert reads_of(made) == Reads(staff=2, outside=2)

    def test_second_look_changes_nothing(self):
        made, reader = PublicFactory(), readers_browser()
        for _ in range(3):
            send(reader, made)
        assert reads_of(made).total == 1

    def test_robots_and_who_has_no_name_are_not_counted(self):
        made = PublicFactory()
        for agent in ("Baiduspider/2.0", "Mozilla/5.0 (compatible; bingbot/2.0)", "curl/8.1", "python-requests/2"):
            assert send(readers_browser(), made, HTTP_USER_AGENT=agent) == 204
        assert [send(readers_browser(), made, HTTP_USER_AGENT=""), send(Client(**BROWSER), made)] == [204, 204]
        assert reads_of(made).total == 0

    def test_one_address_is_not_counted_without_end(self, monkeypatch, chair):
        monkeypatch.setattr(board_reading, "MOST_AN_HOUR", 2)
        made = PublicFactory()
        readers = [readers_browser() for _ in range(3)]
        assert [send(reader, made) for reader in readers] == [204] * 3
        send(readers_browser(chair), made)
        assert reads_of(made) == Reads(staff=1, outside=2)

    def test_one_sign_in_is_not_counted_without_end_whatever_names_it_gives(self, monkeypatch, chair):
        monkeypatch.setattr(board_reading, "MOST_AN_HOUR", 2)
        made, reader = PublicFactory(), readers_browser(chair)
        for name in ("a", "b", "c"):
            reader.cookies[board_reading.COOKIE] = name
            send(reader, made)
        assert reads_of(made) == Reads(staff=2, outside=0)

    def test_what_a_reader_may_not_read_answers_alike_and_counts_nothing(self, teacher):
        hidden = PostedFactory()
        down = PublicFactory(status=DisclosureStatus.TAKEN_DOWN)
        reader = readers_browser()
        assert [send(reader, hidden), send(reader, down), reader.post(URL, {"number": "x"}).status_code] == [204] * 3
        assert Reading.objects.count() == 0
        send(readers_browser(teacher), hidden)
        assert reads_of(hidden) == Reads(staff=1, outside=0)

    def test_moves_a_colleagues_mark_and_leaves_a_stranger_none(self, teacher):
        for reader in (readers_browser(teacher), readers_browser()):
            assert reader.post(URL).status_code == 204
        assert list(BoardVisit.objects.values_list("account", "before_day")) == [(teacher.pk, TODAY)]

    def test_takes_one_write_a_reading(self):
        made, reader = PublicFactory(), readers_browser()
        send(reader, PublicFactory())
        with CaptureQueriesContext(connection) as asked:
            send(reader, made)
        writes = [query["sql"].split()[0] for query in asked if not query["sql"].startswith("SELECT")]
        assert writes == ["INSERT"]


class TestShowing:
    @pytest.fixture
    def read(self):
        made = PublicFactory(number=3)
        send(readers_browser(), made)
        services.count_readings(on=TODAY + timedelta(days=1))
        send(readers_browser(), made)
        return made

    def test_keepers_of_the_board_see_how_often_and_others_do_not(self, read, secretary, teacher, chair, signed_in):
        pages = [
            reader.get("/board/school/2026-003/").content.decode()
            for reader in (signed_in(secretary), signed_in(teacher), signed_in(chair), Client())
        ]
        assert ["阅读2次（教职工0，校外2）" in page for page in pages] == [True, False, False, False]

    def test_list_of_disclosures_has_the_count_of_last_night(self, read, secretary, signed_in):
        PublicFactory()
        rows = signed_in(secretary).get("/affairs/disclosures/?sort=-reads").context["rows"]
        told = [next(cell.text for cell in row.cells if cell.label == "阅读") for row in rows]
        assert told == ["1", "0"]
