"""The summary in the browser: figures that lead to their records, and the same words as page, PDF and Word file."""

import re
from html import unescape

import pytest
import time_machine
from django.urls import reverse

from members.models import Account, UnionGroup
from reports.selectors import gather
from tests.conftest import TODAY
from tests.finance.factories import BookedEntryFactory
from tests.members.factories import MemberFactory, UnionGroupFactory
from tests.unionoffice.documents.papers import docx_text, html_text, pdf_text, squeezed
from tests.welfare.factories import MadeVisitFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.periods import Period, calendar_year

PAGE = "/reports/summary/"
PDF, DOCX = "/reports/summary/pdf/", "/reports/summary/docx/"
LINK = re.compile(r'<a [^>]*href="([^"]+)"[^>]*>([^<]+)</a>')


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def paper_of(response):
    return response.context["paper"]


def without_repeated_heads(text):
    """Print without the heads that a table repeats on its next page."""
    tables = gather(calendar_year(2026), WHOLE_UNION, on=TODAY).tables.values()
    for head in (squeezed("".join(table.head)) for table in tables):
        before, *after = text.split(head)
        text = before + head + "".join(after) if after else text
    return text


def measures_of(response):
    return [text for _label, text in response.context["measures"]]


class TestDemoSchool:
    """Its year has something of everything."""

    @pytest.fixture
    def demo_chair(self, demo, db, signed_in):
        return signed_in(Account.objects.get(name="周敏"))

    @pytest.mark.parametrize("code", ["2026", "2026-H2", "2025-2026"])
    def test_every_figure_leads_to_a_list_whose_foot_shows_the_same(self, demo_chair, code):
        differing = {}
        for figure in gather(Period.parse(code), WHOLE_UNION, on=TODAY).figures.values():
            page = demo_chair.get(figure.url)
            if figure.text not in measures_of(page):
                differing[figure.key] = page.context["is_partial"]
        # A letter is read by whoever answers for it alone: the chair's list is shorter, and says that it may be.
        assert {key.split(".")[1] for key in differing} == {"letters"}
        assert set(differing.values()) == {True}

    def test_every_figure_of_a_group_leads_to_a_list_whose_foot_shows_the_same(self, demo_chair):
        group = UnionGroup.objects.get(name="第一工会小组")
        material = gather(Period.parse("2026"), Scope(group.pk, group.name), on=TODAY)
        shown = {
            figure.key: measures_of(demo_chair.get(figure.url))
            for figure in material.figures.values()
            if figure.value
        }
        assert {key: text for key, text in shown.items() if material.figures[key].text not in text} == {}
        assert {"members.staff", "members.members"} < set(shown)

    def test_links_on_the_paper_are_those_of_the_figures_and_carry_their_text(self, demo_chair):
        figures = gather(Period.parse("2026"), WHOLE_UNION, on=TODAY).figures.values()
        texts = {(figure.url, text) for figure in figures for text in (figure.text, figure.number)}
        links = [(unescape(url), unescape(text)) for url, text in LINK.findall(paper_of(demo_chair.get(PAGE)))]
        assert len(links) > 20
        assert [link for link in links if link not in texts] == []

    @pytest.mark.parametrize("query", [{}, {"period": "2026-H1"}, {"period": "2025-2026-1"}])
    def test_page_pdf_and_word_file_say_the_same(self, demo_chair, query):
        page, pdf, docx = (demo_chair.get(url, query) for url in (PAGE, PDF, DOCX))
        said = html_text(paper_of(page))
        assert said.startswith(squeezed("江城市明德中学工会"))
        assert docx_text(docx.content) == said
        assert without_repeated_heads(pdf_text(pdf.content)) == said

    def test_group_has_a_summary_of_its_own(self, demo_chair):
        group = UnionGroup.objects.get(name="第一工会小组")
        page, docx = (demo_chair.get(url, {"group": group.pk}) for url in (PAGE, DOCX))
        assert html_text(paper_of(page)).startswith("江城市明德中学第一工会小组2026年度工作总结")
        assert docx_text(docx.content) == html_text(paper_of(page))


@pytest.mark.parametrize("url", [PDF, DOCX])
def test_file_of_the_secretary_is_a_draft_and_that_of_the_chair_is_clean(signed_in, chair, secretary, url):
    text = {PDF: pdf_text, DOCX: docx_text}[url]
    chairs, secretarys = (text(signed_in(user).get(url).content) for user in (chair, secretary))
    assert ("草稿" in chairs, "草稿" in secretarys) == (False, True)


def test_page_says_draft_to_the_secretary_alone(signed_in, chair, secretary):
    marked = ["草稿" in html_text(paper_of(signed_in(user).get(PAGE))) for user in (chair, secretary)]
    assert marked == [False, True]


@pytest.mark.parametrize(
    ("url", "content_type", "suffix"),
    [
        (PDF, "application/pdf", "pdf"),
        (DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ],
)
def test_file_is_named_after_school_and_period(signed_in, chair, url, content_type, suffix):
    response = signed_in(chair).get(url, {"period": "2026-Q1"})
    name = "本校工会2026年第一季度工作总结".encode()
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == (
        f"attachment; filename*=utf-8''{''.join(_quoted(byte) for byte in name)}.{suffix}"
    )


def _quoted(byte):
    return chr(byte) if byte < 128 else f"%{byte:02X}"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [({"period": "2026-13"}, "列表中没有“2026-13”，请重新选择。"), ({"group": "999"}, "请从列表中选择一项。")],
)
class TestAddressThatCannotBeUnderstood:
    def test_is_said_to_be_over_this_years_summary(self, signed_in, chair, query, sentence):
        response = signed_in(chair).get(PAGE, query)
        assert response.status_code == 200
        assert sentence in response.content.decode()
        assert "2026年度工作总结" in paper_of(response)

    @pytest.mark.parametrize("url", [PDF, DOCX])
    def test_gives_no_file_of_another_period_but_leads_to_the_page_that_says_so(
        self, signed_in, chair, url, query, sentence
    ):
        client = signed_in(chair)
        response = client.get(url, query)
        assert response.status_code == 302
        assert sentence in client.get(response.url).content.decode()


def test_file_in_another_format_is_not_found(signed_in, chair):
    assert signed_in(chair).get("/reports/summary/xlsx/").status_code == 404


def test_buttons_hand_out_what_the_page_shows(signed_in, chair):
    group = UnionGroupFactory()
    client = signed_in(chair)
    page = client.get(PAGE, {"period": "2026-H1", "group": group.pk}).content.decode()
    for url in (PDF, DOCX):
        assert f'href="{url}?period=2026-H1&amp;group={group.pk}"' in page


def test_markup_from_an_address_or_a_record_is_text(signed_in, chair):
    UnionGroupFactory(name="<script>alert(1)</script>")
    page = signed_in(chair).get(PAGE, {"period": '"><script>alert(2)</script>'}).content.decode()
    assert "<script>alert" not in page


def test_numbers_are_of_the_period_and_not_of_another(signed_in, chair):
    MadeVisitFactory()
    BookedEntryFactory()
    client = signed_in(chair)
    this, last = (html_text(paper_of(client.get(PAGE, {"period": code}))) for code in ("2026", "2025"))
    assert ("慰问教职工1人次" in this, "共办理支出1笔" in this) == (True, True)
    assert ("慰问教职工" in last, "办理支出" in last) == (False, False)


def test_number_of_queries_does_not_grow_with_the_records(signed_in, chair, django_assert_max_num_queries):
    client = signed_in(chair)
    with django_assert_max_num_queries(177) as few:
        client.get(PAGE)
    for _ in range(30):
        MadeVisitFactory()
        MemberFactory()
        BookedEntryFactory()
    with django_assert_max_num_queries(177) as many:
        client.get(reverse("reports:summary"))
    assert len(many) == len(few)
