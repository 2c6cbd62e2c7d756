"""Pages of the catalogue and its editions."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document as WordDocument
from openpyxl import load_workbook

from affairs.models import CatalogueDuty, CatalogueEdition, CatalogueItem
from tests.affairs.catalogue import EditionFactory, only
from tests.affairs.factories import FUNDS, item
from tests.members.factories import DepartmentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LIST = "/affairs/catalogue/"
TOLD = {
    "content": FUNDS,
    "sphere": "school",
    "category": "finance",
    "position": 20,
    "department": "",
    "timing": "regular",
    "interval": "month",
    "stage": "after",
    "reach": "staff",
    "ways": ["board", "web"],
    "is_in_use": "on",
    "since": "",
}


def sent(client, url, **fields):
    form = client.get(url).context["form"]
    hidden = {field.html_name: field.value() for field in form.hidden_fields()}
    return client.post(url, {**hidden, **fields})


class TestList:
    def test_stands_in_the_order_of_the_paper(self, secretary, signed_in):
        page = signed_in(secretary).get(LIST)
        first = [row.cells[0].text for row in page.context["rows"][:4]]
        assert first == ["党组织工作计划与总结", "党费收缴与使用", "发展党员和民主评议", "学校章程和管理制度"]

    def test_is_handed_out_as_a_workbook(self, secretary, signed_in):
        only(FUNDS)
        answer = signed_in(secretary).get(f"{LIST}?in_use=True&export=xlsx")
        rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
        assert rows[-1] == (
            FUNDS, "校务", "财务", None, "公开栏", "全体教职工", "定期公开（每季度）", "事后公开", "使用中",
        )  # fmt: skip

    def test_queries_do_not_grow_with_the_matters(self, secretary, signed_in, django_assert_num_queries):
        client = signed_in(secretary)
        department = DepartmentFactory()
        CatalogueItem.objects.filter(pk__in=CatalogueItem.objects.values("pk")[:3]).update(department=department)
        client.get(LIST)
        with django_assert_num_queries(10):
            client.get(f"{LIST}?q=工会经费")
        with django_assert_num_queries(10):
            client.get(LIST)


class TestMend:
    def test_change_holds_from_the_day_that_was_said(self, secretary, signed_in):
        answer = sent(signed_in(secretary), f"{LIST}{item().pk}/mend/", **TOLD | {"since": "2026-10-01"})
        assert answer.status_code == 302
        changed = item()
        assert (changed.interval, changed.ways_text) == ("month", "公开栏、网页")
        assert list(CatalogueDuty.objects.filter(item=changed).values_list("from_on", "to_on")) == [
            (date(2026, 10, 1), None),
            (None, date(2026, 9, 30)),
        ]

    def test_day_to_come_is_refused_with_everything_still_there(self, secretary, signed_in):
        answer = sent(signed_in(secretary), f"{LIST}{item().pk}/mend/", **TOLD | {"since": "2026-11-23"})
        assert answer.status_code == 422
        assert answer.context["form"].non_field_errors() == ["施行日期不能晚于今天。将来的调整，请到那一天再改。"]

    def test_unknown_way_is_refused(self, secretary, signed_in):
        answer = sent(signed_in(secretary), f"{LIST}{item().pk}/mend/", **TOLD | {"ways": ["carrier-pigeon"]})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["ways"])

    def test_regular_matter_without_interval_is_refused(self, secretary, signed_in):
        answer = sent(signed_in(secretary), f"{LIST}add/", **TOLD | {"content": "新的", "interval": ""})
        assert answer.context["form"].errors == {"interval": ["定期公开的请选择公开周期。"]}


class TestRecord:
    def test_tells_how_it_was_to_be_disclosed_since_when(self, secretary, signed_in):
        client = signed_in(secretary)
        sent(client, f"{LIST}{item().pk}/mend/", **TOLD | {"since": "2026-10-01"})
        page = client.get(f"{LIST}{item().pk}/")
        assert [duty.timing_text for duty in page.context["duties"]] == ["定期公开（每月）", "定期公开（每季度）"]

    def test_leads_to_writing_on_it_and_to_whether_it_was_kept(self, secretary, signed_in):
        funds = item()
        actions = signed_in(secretary).get(f"{LIST}{funds.pk}/").context["actions"]
        assert [(action.label, action.url) for action in actions] == [
            ("起草公开", f"/affairs/disclosures/draft/?item={funds.pk}"),
            ("修改", f"/affairs/catalogue/{funds.pk}/mend/"),
            ("公开情况", f"/affairs/coverage/?item={funds.pk}"),
        ]


class TestEditions:
    def test_issuing_leads_to_the_edition(self, secretary, signed_in):
        answer = sent(signed_in(secretary), f"{LIST}editions/issue/", from_on="2026-12-01", note="经审定。")
        edition = CatalogueEdition.objects.get()
        assert (answer.url, edition.from_on, edition.number) == (edition.get_absolute_url(), date(2026, 12, 1), 1)

    def test_edition_shows_the_paper(self, chair, signed_in):
        edition = EditionFactory(number=3)
        page = signed_in(chair).get(edition.get_absolute_url())
        assert "第3版　2024年1月1日发布　自2024年1月1日起施行" in page.content.decode()

    def test_word_version_says_the_same(self, chair, signed_in):
        edition = EditionFactory(number=3)
        answer = signed_in(chair).get(f"{edition.get_absolute_url()}paper.docx")
        word = WordDocument(BytesIO(answer.content))
        [table] = word.tables
        assert [cell.text for cell in table.rows[1].cells] == [
            "财务", "1", FUNDS, "总务处", "公开栏", "全体教职工", "定期公开（每季度）", "事后公开",
        ]  # fmt: skip

    def test_catalogue_that_was_not_issued_is_printed_as_a_draft(self, secretary, signed_in):
        answer = signed_in(secretary).get(f"{LIST}paper.pdf")
        assert (answer.status_code, answer["Content-Type"], answer.content[:5]) == (200, "application/pdf", b"%PDF-")

    def test_list_says_what_to_do_while_there_is_none(self, secretary, signed_in):
        page = signed_in(secretary).get(f"{LIST}editions/")
        assert page.context["empty"] == "公开目录还没有发布。核对目录后按“发布目录”，从施行之日起统计和提醒。"
