"""Sheets for the glass case: who prints which, and how many at once."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from affairs.enums import DisclosureStatus
from affairs.views import board_sheets
from tests.affairs.factories import DisclosureFactory, PostedFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

BULK = "/affairs/disclosures/sheets/"

BESIDES = 7
"""Queries: who asks and what they may, the rows that were chosen, and those of them that hang on the board."""


def pages(response):
    return [page.extract_text() for page in PdfReader(BytesIO(response.content)).pages]


class TestOne:
    @pytest.mark.parametrize(("address", "width"), [("sheet", 210), ("sheet/a3", 297)])
    def test_is_a_paper_to_keep(self, secretary, signed_in, address, width):
        made = PostedFactory(number=3)
        answer = signed_in(secretary).get(f"/affairs/disclosures/{made.pk}/{address}/")
        box = PdfReader(BytesIO(answer.content)).pages[0].mediabox
        assert (answer["Content-Type"], round(box.width * 25.4 / 72)) == ("application/pdf", width)
        assert answer["Content-Disposition"].startswith("attachment")

    @pytest.mark.parametrize("status", set(DisclosureStatus) - {DisclosureStatus.PUBLISHED})
    def test_what_does_not_hang_there_now_isnt_put_up_on_paper(self, secretary, signed_in, status):
        made = DisclosureFactory(status=status)
        assert signed_in(secretary).get(f"/affairs/disclosures/{made.pk}/sheet/").status_code == 403

    def test_is_offered_on_the_board_and_on_the_record(self, secretary, teacher, signed_in):
        made = PostedFactory(number=3)
        sheet = f"/affairs/disclosures/{made.pk}/sheet/"
        for page in ("/board/school/2026-003/", made.get_absolute_url()):
            told = [sheet in signed_in(who).get(page).content.decode() for who in (secretary, teacher)]
            assert told == [True, False]


class TestMany:
    def test_chosen_ones_come_in_one_file_each_counting_its_own_pages(self, secretary, signed_in):
        chosen = [PostedFactory(title="甲事"), PostedFactory(title="乙事"), DisclosureFactory(title="草稿")]
        PostedFactory(title="没有选")
        query = "&".join(f"chosen={one.pk}" for one in chosen)
        printed = pages(signed_in(secretary).get(f"{BULK}?{query}"))
        assert [[word in page for word in ("甲事", "乙事", "共 1 页")] for page in printed] == [
            [True, False, True],
            [False, True, True],
        ]

    def test_all_that_the_list_shows_can_be_chosen(self, secretary, signed_in):
        PostedFactory.create_batch(2)
        assert len(pages(signed_in(secretary).get(f"{BULK}?all=1&within=category%3Dfinance"))) == 2

    @pytest.mark.parametrize(
        ("query", "sentence"),
        [
            ("", "还没有选择。请先在名单里勾选，再选择要办的事。"),
            ("?all=1&within=status%3Ddraft", "选中的事项都不在公开栏上，没有可以打印的。请勾选公开中的事项。"),
            ("?all=1", "一次最多打印2件。请分几次勾选。"),
        ],
    )
    def test_leads_back_saying_what_to_choose(self, secretary, signed_in, monkeypatch, query, sentence):
        monkeypatch.setattr(board_sheets, "MOST_SHEETS", 2)
        DisclosureFactory()
        PostedFactory.create_batch(3)
        page = signed_in(secretary).get(f"{BULK}{query}", follow=True)
        assert [str(message) for message in page.context["messages"]] == [sentence]

    @pytest.mark.parametrize("count", [1, 3])
    def test_each_sheet_asks_for_the_school_and_its_files(
        self, secretary, signed_in, count, django_assert_num_queries
    ):
        PostedFactory.create_batch(count)
        reader = signed_in(secretary)
        reader.get(f"{BULK}?all=1")
        with django_assert_num_queries(BESIDES + 2 * count):
            reader.get(f"{BULK}?all=1")
