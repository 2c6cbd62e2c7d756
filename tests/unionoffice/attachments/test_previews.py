"""Files looked at in a page: drawn here for whoever may read them, and run nowhere."""

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from django.core.files.storage import default_storage
from PIL import Image

from tests.affairs.factories import DisclosureFactory
from tests.unionoffice.attachments import files
from unionoffice.attachments import Attachment, thumbnail
from unionoffice.attachments.models import LARGEST_TABLE
from unionoffice.pages.previews import ShownCell, rows_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "disk")]

POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


@pytest.fixture
def kept(secretary, stored):
    """A file of a draft that the secretary writes on."""
    draft = DisclosureFactory(drafted_by=secretary)

    def keep(content, name):
        return stored(draft, files.upload(content, name), by=secretary)

    return keep


def workbook(*rows, more=()):
    book = openpyxl.Workbook()
    book.active.title = "明细"
    for row in rows:
        book.active.append(row)
    for name in more:
        book.create_sheet(name).append([name])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def texts(file):
    return [[[cell.text for cell in row] for row in sheet.rows] for sheet in rows_of(file)["sheets"]]


class TestShownAs:
    @pytest.mark.parametrize(
        ("kind", "name", "size", "shown"),
        [
            ("jpeg", "现场.jpg", 9_000_000, "photo"),
            ("webp", "现场.webp", 10, "photo"),
            ("pdf", "通知.pdf", 10, "pdf"),
            ("xlsx", "明细.xlsx", LARGEST_TABLE, "table"),
            ("xlsx", "明细.xlsx", LARGEST_TABLE + 1, ""),
            ("text", "明细.CSV", 10, "table"),
            ("text", "说明.txt", 10, ""),
            ("xls", "旧表.xls", 10, ""),
            ("docx", "通知.docx", 10, ""),
        ],
    )
    def test_each_kind_is_shown_as_what_it_can_be(self, kind, name, size, shown):
        assert Attachment(kind=kind, name=name, size=size).shown_as == shown


class TestThumbnail:
    @pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
    def test_photo_is_made_small_in_its_proportions(self, kept, secretary, signed_in, kind, ending):
        file = kept(files.photo(kind, size=(1200, 600)), f"现场.{ending}")
        answer = signed_in(secretary).get(f"{file.get_absolute_url()}thumb/")
        with Image.open(BytesIO(answer.content)) as drawn:
            assert (drawn.format, drawn.size) == ("JPEG", (480, 240))

    def test_what_is_transparent_lies_on_white(self):
        out = BytesIO()
        Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, format="PNG")
        with Image.open(BytesIO(thumbnail(out.getvalue(), 480))) as drawn:
            assert drawn.getpixel((5, 5)) == (255, 255, 255)

    def test_other_files_have_none(self, kept, secretary, signed_in):
        file = kept(files.PDF, "通知.pdf")
        assert signed_in(secretary).get(f"{file.get_absolute_url()}thumb/").status_code == 404


class TestRows:
    def test_cells_are_written_as_people_read_them(self, kept):
        cells = ["维修", 1234.5, date(2026, 3, 8), datetime(2026, 3, 8, 9, 5), True]  # noqa: DTZ001 -- as Excel has it
        (sheet,) = rows_of(kept(workbook(cells), "明细.xlsx"))["sheets"]
        assert sheet.rows[0] == [
            ShownCell("维修", is_number=False),
            ShownCell("1234.5", is_number=True),
            ShownCell("2026-03-08", is_number=False),
            ShownCell("2026-03-08 09:05", is_number=False),
            ShownCell("是", is_number=False),
        ]

    def test_values_between_commas_are_a_table_too(self, kept):
        assert texts(kept("项目,金额\n维修,3\n".encode("gb18030"), "明细.csv")) == [[["项目", "金额"], ["维修", "3"]]]

    @pytest.mark.parametrize(("height", "width", "cut"), [(30, 12, False), (31, 12, True), (30, 13, True)])
    def test_upper_left_corner_is_shown(self, kept, height, width, cut):
        file = kept(workbook(*[["甲"] * width] * height), "明细.xlsx")
        (sheet,) = rows_of(file)["sheets"]
        shown = (len(sheet.rows), len(sheet.rows[0]), sheet.height, sheet.width, sheet.is_cut)
        assert shown == (30, 12, height, width, cut)

    def test_no_more_than_five_sheets_are_shown(self, kept):
        file = kept(workbook(["甲"], more="乙丙丁戊己庚"), "明细.xlsx")
        assert [sheet.name for sheet in rows_of(file)["sheets"]] == ["明细", "乙", "丙", "丁", "戊"]

    def test_what_cant_be_read_says_why(self, kept, secretary, signed_in):
        file = kept(b'a,b\n"c,d\n', "明细.csv")
        page = signed_in(secretary).get(f"{file.get_absolute_url()}rows/").content.decode()
        assert "表格不能在页面里显示，请下载后查看。" in page

    def test_markup_in_a_cell_is_text(self, kept, secretary, signed_in):
        file = kept(workbook(["<script>alert(1)</script>"]), "明细.xlsx")
        page = signed_in(secretary).get(f"{file.get_absolute_url()}rows/").content.decode()
        assert ("<script>" in page, "&lt;script&gt;alert(1)" in page) == (False, True)

    def test_other_files_have_none(self, kept, secretary, signed_in):
        file = kept(files.PDF, "通知.pdf")
        assert signed_in(secretary).get(f"{file.get_absolute_url()}rows/").status_code == 404


class TestHandingOut:
    @pytest.fixture
    def made(self, kept):
        return [
            f"{kept(files.photo(), '现场.jpg').get_absolute_url()}thumb/",
            f"{kept(workbook(['甲']), '明细.xlsx').get_absolute_url()}rows/",
            kept(files.PDF, "通知.pdf").get_absolute_url(),
        ]

    def test_nothing_of_it_runs_or_is_guessed_at(self, made, secretary, signed_in):
        for url in made:
            answer = signed_in(secretary).get(url)
            answer.getvalue()
            told = [answer[name] for name in ("Content-Security-Policy", "X-Content-Type-Options", "Cache-Control")]
            assert told == [POLICY, "nosniff", "private, no-cache"]

    def test_browser_that_has_it_is_told_so(self, made, secretary, signed_in):
        reader = signed_in(secretary)
        tags = []
        for url in made:
            answer = reader.get(url)
            answer.getvalue()
            tags.append(answer["ETag"])
        kept = [reader.get(url, HTTP_IF_NONE_MATCH=tag).status_code for url, tag in zip(made, tags, strict=True)]
        assert (kept, len(set(tags))) == ([304, 304, 304], 3)

    def test_who_may_not_read_the_record_finds_nothing(self, made, teacher, client, signed_in):
        assert [reader.get(url).status_code for url in made for reader in (client, signed_in(teacher))] == [404] * 6

    def test_what_the_disk_has_lost_isnt_there(self, kept, secretary, signed_in):
        lost = [kept(files.photo(), "现场.jpg"), kept(workbook(["甲"]), "明细.xlsx")]
        urls = [f"{file.get_absolute_url()}{part}/" for file, part in zip(lost, ("thumb", "rows"), strict=True)]
        for file in lost:
            default_storage.delete(file.path)
        assert [signed_in(secretary).get(url).status_code for url in urls] == [404, 404]
