"""The screen in the hall and the feed: what strangers may know, whoever looks."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from affairs.enums import DisclosureStatus
from tests.affairs.factories import UNION_FUNDS, DisclosureFactory, PostedFactory, PublicFactory, item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

URL = "/board/screen/"
ATOM = "{http://www.w3.org/2005/Atom}"


def titles(response):
    return [slide.disclosure.title for slide in response.context["slides"]]


def entries_of(response):
    return ET.fromstring(response.content).findall(f"{ATOM}entry")  # noqa: S314 -- our own feed


class TestScreen:
    def test_clock_is_told_the_zone_of_the_school_whatever_the_box_under_the_screen_thinks(self, client):
        assert client.get(URL).content.decode().count('data-zone="Asia/Shanghai"') == 1

    def test_shows_what_is_for_everybody_also_to_those_who_see_more(self, client, secretary, signed_in):
        PublicFactory(title="招生", published_on=date(2026, 11, 3))
        PublicFactory(title="伙食", published_on=date(2026, 11, 20))
        PostedFactory(title="考核")
        for status in set(DisclosureStatus) - {DisclosureStatus.PUBLISHED}:
            DisclosureFactory(status=status)
        assert [titles(reader.get(URL)) for reader in (client, signed_in(secretary))] == [["伙食", "招生"]] * 2
        assert "考核" not in signed_in(secretary).get(URL).content.decode()

    @pytest.mark.parametrize(
        ("query", "found", "seconds"),
        [
            ("", ["甲", "乙"], 20),
            ("?category=finance&seconds=45", ["甲", "乙"], 45),
            ("?category=teaching", [], 20),
            ("?sphere=union", ["乙"], 20),
            ("?category=nonsense&seconds=1", ["甲", "乙"], 20),
            ("?seconds=x&sphere=y", ["甲", "乙"], 20),
        ],
    )
    def test_is_set_up_by_its_address(self, client, query, found, seconds):
        PublicFactory(title="甲", published_on=date(2026, 11, 4))
        PublicFactory(title="乙", item=item(UNION_FUNDS), published_on=date(2026, 11, 3))
        page = client.get(f"{URL}{query}")
        assert (titles(page), page.context["seconds"]) == (found, seconds)

    def test_says_so_where_there_is_nothing(self, client):
        assert "现在没有面向社会公开的事项。" in client.get(URL).content.decode()

    def test_has_no_style_or_script_of_its_own_and_draws_its_codes(self, client):
        PublicFactory()
        text = client.get(URL).content.decode()
        assert [word in text for word in ("<style", "style=", "onload", 'class="qr"')] == [False, False, False, True]

    def test_may_be_kept_for_a_minute(self, client):
        assert client.get(URL)["Cache-Control"] == "public, max-age=60"

    @pytest.mark.parametrize("count", [3, 40])
    def test_queries_do_not_grow_with_what_hangs_there(self, client, count, django_assert_num_queries):
        PublicFactory.create_batch(count)
        client.get(URL)
        with django_assert_num_queries(3):
            assert len(titles(client.get(URL))) == min(count, 30)


class TestFeed:
    def test_tells_strangers_part_of_the_board(self, client, settings):
        settings.SITE_URL = "https://office.example"
        PublicFactory(title="招生", number=4, body="录取办法")
        PostedFactory(title="考核")
        answer = client.get("/board/feed/")
        entries = entries_of(answer)
        told = [
            (one.findtext(f"{ATOM}title"), one.find(f"{ATOM}link").get("href"), one.findtext(f"{ATOM}published"))
            for one in entries
        ]
        assert told == [("招生", "https://office.example/board/school/2026-004/", "2026-11-21T00:00:00+08:00")]
        assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"

    def test_correction_is_an_entry_of_its_own(self, client):
        first = PublicFactory(number=4, status=DisclosureStatus.CORRECTED)
        PublicFactory(number=4, edition=2, corrects=first, correction_note="更正。")
        (entry,) = entries_of(client.get("/board/feed/"))
        assert entry.findtext(f"{ATOM}id").endswith("/board/school/2026-004/#2")
