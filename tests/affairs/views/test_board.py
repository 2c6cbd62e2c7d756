"""The board as strangers and staff read it, and what nobody can find out there."""

from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from affairs import services
from affairs.enums import DisclosureStatus, Reach
from tests.affairs.factories import FUNDS, UNION_FUNDS, DisclosureFactory, PostedFactory, PublicFactory, item
from tests.affairs.steps import corrected, draft, published, stored
from tests.conftest import TODAY, make_actor
from unionoffice.attachments import attach, attachments_of
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

URL = "/board/"

STRANGERS_QUERIES, STAFF_QUERIES_OF_DISCLOSURES = 6, 5


@pytest.fixture
def writer():
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


def titles(response):
    return [one.title for one in response.context["page"].object_list]


def shelves(response):
    return [
        (str(shelf.category.label), shelf.count, [(one.content, one.count) for one in shelf.items])
        for shelf in response.context["shelves"]
    ]


class TestList:
    def test_stranger_reads_what_is_for_everybody_staff_read_all(self, client, teacher, signed_in):
        PublicFactory(title="招生")
        PostedFactory(title="考核")
        DisclosureFactory(title="草稿", reach=Reach.PUBLIC)
        assert titles(client.get(URL)) == ["招生"]
        assert set(titles(signed_in(teacher).get(URL))) == {"招生", "考核"}

    def test_those_who_see_drafts_elsewhere_do_not_see_them_here(self, secretary, signed_in):
        for status in set(DisclosureStatus) - {DisclosureStatus.PUBLISHED}:
            DisclosureFactory(status=status)
        assert titles(signed_in(secretary).get(URL)) == []

    def test_newest_comes_first(self, client):
        for title, day in (("旧", 1), ("新", 20), ("中", 10)):
            PublicFactory(title=title, published_on=date(2026, 11, day))
        assert titles(client.get(URL)) == ["新", "中", "旧"]

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("q=伙食", ["甲"]),
            ("q=账目明细", ["甲"]),
            ("q=2025-009", ["乙"]),
            ("sphere=union", ["丙"]),
            ("q=jia", ["甲"]),
            ("q=YI", ["乙"]),
            ("category=logistics", ["甲"]),
            ("year=2025", ["乙"]),
            ("year=2026&sphere=school", ["甲"]),
            ("year=2026&month=11", ["甲", "丙"]),
            ("year=2026&month=10", []),
            ("month=13", ["甲", "丙", "乙"]),
            ("item=99999999999999999999", ["甲", "丙", "乙"]),
            ("new=1", ["甲", "丙", "乙"]),
            ("category=nonsense", ["甲", "丙", "乙"]),
            ("page=99", ["甲", "丙", "乙"]),
            ("year=0", ["甲", "丙", "乙"]),
        ],
    )
    def test_is_narrowed_by_words_sphere_category_and_year(self, client, query, found):
        meals = item("食堂管理与伙食账目")
        PublicFactory(title="甲", body="伙食账目明细", item=meals, published_on=date(2026, 11, 3))
        PublicFactory(title="丙", item=item(UNION_FUNDS), published_on=date(2026, 11, 2))
        PublicFactory(title="乙", published_on=date(2025, 11, 1), number=9)
        assert titles(client.get(f"{URL}?{query}")) == found

    def test_shelves_tell_nothing_of_what_is_hidden(self, client, teacher, signed_in):
        PublicFactory()
        PostedFactory(item=item("干部选拔任用"))
        PostedFactory(item=item("年度预算与决算"))
        assert shelves(client.get(URL)) == [("财务", 1, [(FUNDS, 1)])]
        assert shelves(signed_in(teacher).get(URL)) == [
            ("财务", 2, [(FUNDS, 1), ("年度预算与决算", 1)]),
            ("干部", 1, [("干部选拔任用", 1)]),
        ]
        assert "干部" not in client.get(URL).content.decode()

    def test_matter_of_the_catalogue_narrows_it_under_its_category(self, client):
        PublicFactory(title="甲")
        PublicFactory(title="乙", item=item("食堂管理与伙食账目"))
        page = client.get(f"{URL}?category=finance&item={item().pk}")
        assert titles(page) == ["甲"]
        assert f"?category=finance&amp;item={item().pk}" in page.content.decode()

    def test_matter_with_nothing_public_under_it_answers_as_one_that_never_was(self, client):
        hidden = item("干部选拔任用")
        PostedFactory(item=hidden)
        keys = (hidden.pk, 987654)
        answers = [client.get(f"{URL}?item={key}") for key in keys]
        assert [titles(answer) for answer in answers] == [[], []]
        pages = zip((unquote(answer.content.decode()) for answer in answers), keys, strict=True)
        told = [page.replace(f"item={key}", "").replace(f'value="{key}"', "") for page, key in pages]
        assert told[0] == told[1]

    def test_months_of_the_year_are_offered_as_far_as_something_hangs_there(self, client):
        for day in (date(2026, 11, 3), date(2026, 9, 30), date(2026, 9, 1), date(2025, 4, 2)):
            PublicFactory(published_on=day)
        PostedFactory(published_on=date(2026, 7, 1))
        page = client.get(f"{URL}?year=2026")
        assert (page.context["years"], [month.month for month in page.context["months"]]) == ([2026, 2025], [11, 9])
        assert client.get(URL).context["months"] == []

    def test_search_keeps_what_was_chosen_before(self, client):
        PublicFactory()
        page = client.get(f"{URL}?category=finance&q=经费&page=2").content.decode()
        assert '<input type="hidden" name="category" value="finance">' in page
        assert 'type="hidden" name="page"' not in page

    def test_row_tells_how_the_text_begins(self, client):
        PublicFactory(body="账" * 200)
        (row,) = client.get(URL).context["page"].object_list
        assert row.beginning == "账" * 90

    def test_words_of_hidden_texts_find_nothing(self, client):
        PostedFactory(body="不公开的数字")
        response = client.get(f"{URL}?q=不公开的数字")
        assert titles(response) == []
        assert "没有找到符合条件的公开事项。" in response.content.decode()

    def test_has_pages_of_twenty(self, client):
        PublicFactory.create_batch(21)
        assert [len(titles(client.get(f"{URL}?page={number}"))) for number in (1, 2)] == [20, 1]

    def test_matter_that_was_corrected_stands_there_once(self, client, writer, principal):
        original = published(writer, principal, reach=Reach.PUBLIC)
        corrected(original, writer, principal)
        (row,) = client.get(URL).context["page"].object_list
        assert (row.edition, row.get_board_url()) == (2, "/board/school/2026-001/")

    @pytest.mark.parametrize("count", [3, 300])
    def test_queries_do_not_grow_with_what_hangs_there(self, client, count, django_assert_num_queries):
        PublicFactory.create_batch(count)
        client.get(URL)
        with django_assert_num_queries(STRANGERS_QUERIES):
            assert len(titles(client.get(URL))) == min(count, 20)

    @pytest.mark.parametrize("count", [3, 300])
    def test_reading_asks_as_often_whatever_hangs_there_and_writes_nothing(self, teacher, signed_in, count):
        PostedFactory.create_batch(count)
        reader = signed_in(teacher)
        services.mark_all_seen(teacher, at=timezone.now() - timedelta(days=900))
        reader.get(URL)
        with CaptureQueriesContext(connection) as asked:
            assert len(titles(reader.get(URL))) == min(count, 20)
        of_board = [query["sql"] for query in asked if "affairs_disclosure" in query["sql"]]
        assert len(of_board) == STAFF_QUERIES_OF_DISCLOSURES
        assert [query["sql"] for query in asked if not query["sql"].lstrip("(").startswith("SELECT")] == []


class TestNew:
    @pytest.fixture
    def reader(self, teacher, signed_in):
        """Was here yesterday."""
        services.mark_all_seen(teacher, at=timezone.now() - timedelta(days=1))
        return signed_in(teacher)

    def test_what_went_up_since_bears_a_mark_and_can_be_asked_for(self, reader):
        PostedFactory(title="旧", published_on=TODAY - timedelta(days=2))
        PostedFactory(title="新", published_on=TODAY)
        page = reader.get(URL)
        assert [(row.title, row.is_new) for row in page.context["page"].object_list] == [("新", True), ("旧", False)]
        assert "上次来过之后有<strong>1件</strong>新公开" in page.content.decode()
        assert titles(reader.get(f"{URL}?new=1")) == ["新"]

    def test_all_seen_takes_the_marks_away(self, reader):
        PostedFactory(published_on=TODAY)
        answer = reader.post(URL)
        assert (answer.status_code, answer.url) == (302, URL)
        assert reader.get(URL).context["new_count"] == 0
        assert "上次来过之后没有新的公开事项。" in reader.get(f"{URL}?new=1").content.decode()

    def test_stranger_has_none(self, client, reader):
        PublicFactory(published_on=TODAY)
        page = client.get(f"{URL}?new=1")
        assert (page.context["new_count"], page.context["only_new"], len(titles(page))) == (0, False, 1)
        assert client.post(URL).url == "/accounts/login/?next=/board/"

    def test_opening_the_board_moves_no_mark(self, reader):
        PostedFactory(published_on=TODAY)
        assert [reader.get(URL).context["new_count"] for _ in range(2)] == [1, 1]


class TestItem:
    def test_stranger_reads_it_in_the_schools_own_frame(self, client):
        made = PublicFactory(number=3, body="第一段。\n1. 甲\n2. 乙")
        page = client.get("/board/school/2026-003/")
        text = page.content.decode()
        assert page.context["frame"] == "affairs/board/outside.html"
        assert [word in text for word in (made.title, "编号 2026-003", "2026年11月21日", "第一段。", "1.甲")] == [
            True
        ] * 5
        assert "欧阳玥" not in text

    def test_colleague_reads_it_inside_the_office(self, teacher, signed_in):
        PostedFactory(number=3)
        assert signed_in(teacher).get("/board/school/2026-003/").context["frame"] == "base.html"

    @pytest.mark.parametrize("address", ["school/2026-003", "school/2026-003/1"])
    def test_every_hidden_one_answers_a_stranger_as_one_that_never_was(self, client, address):
        never = client.get(f"/board/{address}/")
        PostedFactory(number=3)
        hidden = client.get(f"/board/{address}/")
        assert (never.status_code, hidden.status_code) == (404, 404)
        assert never.content == hidden.content

    @pytest.mark.parametrize(
        "address",
        [
            "school/2026-3",
            "school/2026-0003",
            "school/x",
            "家/2026-003",
            "%00/2026-003",
            "school/2026-003/2",
            "union/2026-003",
        ],
    )
    def test_only_the_printed_number_leads_there(self, client, address):
        PublicFactory(number=3)
        assert client.get(f"/board/{address}/").status_code == 404

    @pytest.mark.parametrize("until", [TODAY - timedelta(days=1)])
    def test_after_its_last_day_it_is_gone(self, client, teacher, signed_in, until):
        PublicFactory(number=3, posted_until=until)
        answers = [reader.get("/board/school/2026-003/").status_code for reader in (client, signed_in(teacher))]
        assert answers == [404, 404]

    def test_corrected_version_says_so_and_leads_to_the_new_one(self, client, writer, principal):
        original = published(writer, principal, reach=Reach.PUBLIC)
        corrected(original, writer, principal, body="改正后的正文。")
        new, old = (client.get(f"/board/school/2026-001/{path}").content.decode() for path in ("", "1/"))
        assert [word in new for word in ("改正后的正文。", "更正金额。", "这一版已更正。")] == [True, True, False]
        assert [word in old for word in ("本季度支出", "这一版已更正。", 'href="/board/school/2026-001/"')] == [
            True
        ] * 3

    def test_text_is_shown_not_obeyed(self, client):
        PublicFactory(number=3, title="<b>标题</b>", body="<p>说明</p><script>alert(1)</script><img src=x>")
        text = client.get("/board/school/2026-003/").content.decode()
        assert [word in text for word in ("<b>", "&lt;b&gt;标题", "alert(1)", "<img src=x", "说明")] == [
            False, True, False, False, True,
        ]  # fmt: skip

    @pytest.mark.parametrize("editions", [1, 4])
    def test_queries_do_not_grow_with_the_versions(
        self, client, writer, principal, editions, django_assert_num_queries
    ):
        newest = published(writer, principal, reach=Reach.PUBLIC)
        for _ in range(editions - 1):
            newest = corrected(newest, writer, principal)
        client.get("/board/school/2026-001/")
        with django_assert_num_queries(4):
            assert len(client.get("/board/school/2026-001/").context["versions"]) == editions


class TestFiles:
    @pytest.fixture
    def posted(self, writer, principal, request, django_capture_on_commit_callbacks):
        """One with a file, for the readers that the test names."""
        disclosure = draft(writer, reach=request.param)
        with django_capture_on_commit_callbacks(execute=True):
            attach(disclosure, SimpleUploadedFile("明细.txt", "支出明细".encode()), by=writer)
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        return services.approve_disclosure(disclosure, version=disclosure.version, by=principal, on=TODAY)

    @pytest.mark.parametrize(
        ("posted", "strangers", "staff"),
        [(Reach.PUBLIC, 200, 200), (Reach.STAFF, 404, 200)],
        indirect=["posted"],
    )
    def test_are_read_by_whoever_reads_the_text(self, posted, strangers, staff, client, teacher, signed_in):
        (file,) = attachments_of(posted)
        answers = [reader.get(file.get_absolute_url()).status_code for reader in (client, signed_in(teacher))]
        assert answers == [strangers, staff]

    @pytest.mark.parametrize("posted", [Reach.PUBLIC], indirect=True)
    def test_are_gone_with_the_text(self, posted, client, writer):
        (file,) = attachments_of(posted)
        services.take_down_disclosure(posted, reason="有误", by=writer, on=TODAY)
        assert client.get(file.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize("posted", [Reach.PUBLIC], indirect=True)
    def test_go_along_into_a_correction(self, posted, writer, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            correction = services.correct_disclosure(posted, note="更正。", by=writer, on=TODAY)
        (file,) = attachments_of(correction)
        assert (file.name, file.open().read().decode()) == ("明细.txt", "支出明细")


class TestKeeping:
    def test_strangers_copy_may_be_kept_for_a_minute_a_colleagues_by_nobody_else(self, client, teacher, signed_in):
        PublicFactory(number=3)
        for url in (URL, "/board/school/2026-003/"):
            outside, inside = client.get(url), signed_in(teacher).get(url)
            assert outside["Cache-Control"] == "public, max-age=60"
            assert inside["Cache-Control"] == "private, no-cache"
            assert "Cookie" in outside["Vary"]
            assert outside.cookies == {}

    def test_sign_in_leads_back_to_what_was_read(self, client):
        PublicFactory()
        assert "/accounts/login/?next=/board/%3Fq%3D" in client.get(f"{URL}?q=经费").content.decode()


class TestWhatChanged:
    def test_colleague_reads_it_at_the_later_version_and_a_stranger_does_not(
        self, writer, principal, teacher, signed_in, client
    ):
        original = published(writer, principal, reach=Reach.PUBLIC)
        correction = corrected(original, writer, principal, body="本季度支出130,000.00元。")
        pages = [stored(correction).get_board_url(), stored(original).get_board_url()]
        inside = [signed_in(teacher).get(page).context["changes"] for page in pages]
        assert [piece.text for piece in inside[0].differences[0].after if piece.changed] == ["130,000.00"]
        assert [inside[1], client.get(pages[0]).context["changes"]] == [None, None]
