"""The figures and the summary without a browser."""

import json
from decimal import Decimal
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from tests.conftest import TODAY
from tests.finance.factories import BookedEntryFactory
from tests.unionoffice.documents.papers import docx_text, html_text, pdf_text
from tests.welfare.factories import MadeVisitFactory

pytestmark = pytest.mark.django_db
REFUSED = {
    "2026-13": r"^看不懂时段“2026-13”，请写成 2026（年）",
    "2025-2027": r"^学年要写成相连的两年，例如 2025-2026。$",
}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def year():
    """One visit and one booked line."""
    MadeVisitFactory(cash=Decimal("800.00"))
    BookedEntryFactory(amount=Decimal("1234.50"))


def said_by(command, *args):
    out = StringIO()
    call_command(command, *args, stdout=out)
    return out.getvalue()


class TestFigures:
    def told(self, *args):
        return {figure["key"]: figure for figure in json.loads(said_by("figures", "--json", *args))}

    def test_each_has_the_same_six_parts(self, year):
        figures = self.told("--period", "2026").values()
        assert {tuple(figure) for figure in figures} == {("key", "label", "value", "unit", "measure", "url")}

    def test_amounts_are_text_with_two_places_and_counts_are_numbers(self, year):
        told = self.told("--period", "2026")
        assert told["finance.spending"] == {
            "key": "finance.spending",
            "label": "经费支出",
            "value": "1234.50",
            "unit": "元",
            "measure": "sum",
            "url": (
                "/finance/entries/?status=booked&booked_from=2026-01-01&booked_to=2026-12-31"
                "&direction=spending&figure=finance.spending"
            ),
        }
        assert (told["welfare.visits"]["value"], told["welfare.visits"]["measure"]) == (1, "count")
        assert told["welfare.visits.money"]["value"] == "800.00"

    def test_are_those_of_the_period_asked_for(self, year):
        assert self.told("--period", "2025")["welfare.visits"]["value"] == 0
        assert self.told("--period", "2026-11")["welfare.visits"]["value"] == 1

    def test_are_listed_for_people_without_json(self, year):
        assert "finance.spending\t经费支出\t1,234.50元\n" in said_by("figures", "--period", "2026")

    @pytest.mark.parametrize("period", REFUSED)
    def test_of_no_period_are_refused(self, period):
        with pytest.raises(CommandError, match=REFUSED[period]):
            call_command("figures", "--period", period)

    def test_without_a_period_are_refused(self):
        with pytest.raises(CommandError):
            call_command("figures")


class TestSummarize:
    def test_writes_each_format_and_names_the_files(self, year, tmp_path):
        said = said_by("summarize", "--period", "2026", "--format", "pdf,docx,html", "--out", str(tmp_path))
        files = [tmp_path / f"summary-2026.{name}" for name in ("pdf", "docx", "html")]
        assert said.splitlines() == [str(file) for file in files]
        pdf, docx, html = (file.read_bytes() for file in files)
        assert "共慰问教职工1人次" in pdf_text(pdf)
        assert pdf_text(pdf) == docx_text(docx) == html_text(html.decode())

    def test_writes_pdf_and_word_when_nothing_else_is_asked(self, tmp_path):
        call_command("summarize", "--period", "2025-2026-1", "--out", str(tmp_path), stdout=StringIO())
        names = sorted(file.name for file in tmp_path.iterdir())
        assert names == ["summary-2025-2026-1.docx", "summary-2025-2026-1.pdf"]

    def test_makes_the_folder_it_writes_into(self, tmp_path):
        folder = tmp_path / "总结" / "今年"
        said_by("summarize", "--period", "2026", "--format", "html", "--out", str(folder))
        assert [file.name for file in folder.iterdir()] == ["summary-2026.html"]

    @pytest.mark.parametrize(("options", "marked"), [([], False), (["--draft"], True)])
    def test_is_clean_unless_a_draft_is_asked_for(self, tmp_path, options, marked):
        said_by("summarize", "--period", "2026", "--format", "html", "--out", str(tmp_path), *options)
        assert ("草稿" in (tmp_path / "summary-2026.html").read_text(encoding="utf-8")) is marked

    @pytest.mark.parametrize(
        ("formats", "sentence"),
        [
            ("doc,pdf,txt", "不支持的格式：doc、txt。可用 pdf、docx、html。"),
            (" , ", "请写明格式：pdf、docx、html，用逗号分开。"),
        ],
    )
    def test_refuses_formats_it_does_not_know_and_writes_nothing(self, tmp_path, formats, sentence):
        with pytest.raises(CommandError) as refusal:
            call_command("summarize", "--period", "2026", "--format", formats, "--out", str(tmp_path))
        assert str(refusal.value) == sentence
        assert list(tmp_path.iterdir()) == []

    def test_refuses_a_folder_that_is_a_file(self, tmp_path):
        (tmp_path / "out").write_text("", encoding="utf-8")
        with pytest.raises(CommandError, match=r"^无法写入.*out，请换一个目录。$"):
            call_command("summarize", "--period", "2026", "--format", "html", "--out", str(tmp_path / "out"))

    @pytest.mark.parametrize("period", REFUSED)
    def test_of_no_period_is_refused_and_writes_nothing(self, tmp_path, period):
        with pytest.raises(CommandError, match=REFUSED[period]):
            call_command("summarize", "--period", period, "--out", str(tmp_path))
        assert list(tmp_path.iterdir()) == []
