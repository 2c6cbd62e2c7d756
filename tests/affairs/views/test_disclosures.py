"""Disclosures for those who work on them: the list, the page of one, and writing."""

from datetime import date

import pytest
from django.urls import reverse

from affairs.enums import DisclosureStatus
from affairs.models import CatalogueItem, Disclosure
from tests.affairs.factories import FUNDS, UNION_FUNDS, DisclosureFactory, PostedFactory, item
from tests.affairs.steps import stored
from tests.conftest import TODAY, make_actor
from tests.finance.factories import EntryFactory
from tests.members.factories import DepartmentFactory
from tests.members.views.forms import errors, fill
from tests.unionoffice.attachments.factories import AttachmentFactory
from unionoffice.roles import Role
from unionoffice.sources import SourceRef

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LIST = reverse("affairs:disclosure-list")
DRAFT = reverse("affairs:disclosure-draft")


@pytest.fixture
def writer():
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


@pytest.fixture
def head():
    """Heads the department that answers for the school's funds."""
    account = make_actor(Role.DEPARTMENT_HEAD, "曹喆")
    CatalogueItem.objects.filter(content=FUNDS).update(department=DepartmentFactory(head=account.member))
    return account


def url(page, disclosure):
    return reverse(f"affairs:disclosure-{page}", args=[disclosure.pk])


def cells(response):
    return [[cell.text for cell in row.cells] for row in response.context["rows"]]


def labels(client, disclosure):
    return [str(action.label) for action in client.get(disclosure.get_absolute_url()).context["actions"]]


def facts(client, disclosure):
    return {str(fact.label): str(fact.value) for fact in client.get(disclosure.get_absolute_url()).context["facts"]}


class TestList:
    def test_shows_where_each_stands(self, secretary, signed_in):
        PostedFactory(number=3)
        assert cells(signed_in(secretary).get(LIST)) == [
            [
                "2026-003",
                "第三季度经费使用情况",
                "校务",
                "财务",
                "全体教职工",
                "2026-11-21",
                "0",
                "公开中",
            ]
        ]

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("q=甲", {"甲"}),
            ("q=2026-077", {"乙"}),
            ("sphere=union", {"甲"}),
            ("category=party", {"丙"}),
            ("timing=anytime", set()),
            ("stage=before", {"丙"}),
            ("reach=public", {"丙"}),
            ("status=draft", {"甲", "丙"}),
            ("published_from=2026-11-02&published_to=2026-11-02", {"乙"}),
            ("published_from=2026-11-03", set()),
            ("corrections=true", set()),
            ("corrections=false", {"甲", "乙", "丙"}),
        ],
    )
    def test_is_narrowed_by_each_condition(self, secretary, signed_in, query, found):
        DisclosureFactory(title="甲", item=item(UNION_FUNDS))
        PostedFactory(title="乙", number=77, published_on=date(2026, 11, 2))
        DisclosureFactory(title="丙", item=item("党费收缴与使用"), stage="before", reach="public")
        response = signed_in(secretary).get(f"{LIST}?{query}")
        assert {row.cells[1].text for row in response.context["rows"]} == found

    def test_catalogue_leads_to_what_was_disclosed_of_a_matter(self, secretary, signed_in):
        DisclosureFactory(title="甲")
        DisclosureFactory(title="乙", item=item(UNION_FUNDS))
        response = signed_in(secretary).get(f"{LIST}?item={item().pk}")
        assert [row.cells[1].text for row in response.context["rows"]] == ["甲"]

    def test_head_of_a_department_finds_what_it_answers_for(self, head, signed_in):
        DisclosureFactory(title="本部门")
        DisclosureFactory(title="别的部门", item=item(UNION_FUNDS))
        assert [row[1] for row in cells(signed_in(head).get(LIST))] == ["本部门"]

    @pytest.mark.parametrize("count", [3, 40])
    def test_queries_do_not_grow_with_the_rows(self, secretary, signed_in, count, django_assert_max_num_queries):
        DisclosureFactory.create_batch(count)
        client = signed_in(secretary)
        client.get(LIST)
        with django_assert_max_num_queries(12):
            assert len(cells(client.get(LIST))) == count


class TestDetail:
    @pytest.mark.parametrize(
        ("status", "viewer", "expected"),
        [
            ("draft", "writer", ["提交审批", "修改", "作废"]),
            ("draft", "principal", []),
            ("submitted", "writer", ["撤回修改"]),
            ("submitted", "principal", ["审批"]),
            ("submitted", "chair", []),
            ("returned", "writer", ["提交审批", "修改", "作废"]),
            ("approved", "principal", ["退回修改"]),
            ("approved", "writer", []),
            ("published", "writer", ["张贴页 A4", "张贴页 A3", "更正", "撤下", "在公开栏查看"]),
            ("published", "principal", ["张贴页 A4", "张贴页 A3", "撤下", "在公开栏查看"]),
            ("published", "teacher", ["在公开栏查看"]),
            ("corrected", "writer", []),
            ("taken_down", "writer", ["归档"]),
            ("archived", "writer", []),
            ("discarded", "writer", []),
        ],
    )
    def test_offers_each_the_steps_that_are_theirs(self, status, viewer, expected, signed_in, request):
        disclosure = DisclosureFactory(status=DisclosureStatus(status))
        offered = labels(signed_in(request.getfixturevalue(viewer)), disclosure)
        assert [label for label in offered if status != "corrected" or label != "在公开栏查看"] == expected

    def test_tells_those_who_work_on_it_who_did_what(self, writer, signed_in):
        disclosure = DisclosureFactory(
            status=DisclosureStatus.TAKEN_DOWN, number=3, drafted_by=writer, period_code="2026-Q3", posted_until=TODAY
        )
        assert facts(signed_in(writer), disclosure) == {
            "编号": "校务公开 2026-003",
            "公开目录": FUNDS,
            "类别": "财务",
            "责任部门": "None",
            "公开时限": "定期公开",
            "公开阶段": "事后公开",
            "公开范围": "全体教职工",
            "所属时段": "2026年第三季度",
            "公开日期": "2026-11-21",
            "公开至": "2026-11-22",
            "起草人": "欧阳玥",
            "审批人": "沈立",
            "撤下日期": "2026-11-22",
            "撤下原因": "公开结束",
        }

    def test_tells_other_staff_what_the_board_tells(self, teacher, signed_in):
        page = signed_in(teacher).get(PostedFactory().get_absolute_url())
        assert {str(fact.label) for fact in page.context["facts"]} & {"起草人", "审批人"} == set()
        assert list(page.context["trail"]) == []

    def test_source_is_shown_as_far_as_the_viewer_may_see_it(self, treasurer, writer, signed_in):
        entry = EntryFactory(purpose="购买会议用品")
        disclosure = DisclosureFactory(drafted_by=treasurer, source_model="finance.Entry", source_key=entry.pk)
        shown = [facts(signed_in(viewer), disclosure)["来源"] for viewer in (treasurer, writer)]
        assert shown == [str(entry), entry.public_number]

    def test_comment_stands_over_what_came_back(self, writer, signed_in):
        disclosure = DisclosureFactory(status=DisclosureStatus.RETURNED, return_comment="请写明用途")
        assert "退回意见：请写明用途" in signed_in(writer).get(disclosure.get_absolute_url()).content.decode()


class TestWriting:
    def test_drafts_with_what_the_catalogue_says(self, writer, signed_in):
        client = signed_in(writer)
        typed = {"item": item("招生政策与录取结果").pk, "title": "招生简章", "body": "正文", "period_code": "2026-Q3"}
        response = client.post(DRAFT, fill(client, DRAFT, **typed))
        made = Disclosure.objects.get()
        assert response.url == made.get_absolute_url()
        assert (made.title, made.stage, made.reach, made.period_code) == ("招生简章", "during", "public", "2026-Q3")

    def test_head_chooses_among_what_the_department_answers_for(self, head, writer, signed_in):
        offered = [
            [one.content for one in signed_in(viewer).get(DRAFT).context["form"].fields["item"].queryset]
            for viewer in (head, writer)
        ]
        assert (offered[0], len(offered[1])) == ([FUNDS], CatalogueItem.objects.count())
        client = signed_in(head)
        typed = fill(client, DRAFT, item=item(UNION_FUNDS).pk, title="工会", body="正文")
        assert list(errors(client.post(DRAFT, typed))) == ["item"]

    def test_what_is_refused_is_said_over_the_form_with_everything_still_there(self, writer, signed_in):
        client = signed_in(writer)
        typed = fill(client, DRAFT, item=item().pk, title="标题", body="正文", posted_until="2026-11-01")
        response = client.post(DRAFT, typed)
        assert errors(response) == {"": ["“公开至”不能早于公开的日子，请修改日期；长期公开的留空。"]}
        assert (response.status_code, response.context["form"]["body"].value()) == (422, "正文")

    def test_mends_what_came_back(self, writer, signed_in):
        disclosure = DisclosureFactory(status=DisclosureStatus.RETURNED, drafted_by=writer)
        client, page = signed_in(writer), url("mend", disclosure)
        response = client.post(page, fill(client, page, body="改过的正文"))
        assert (response.url, stored(disclosure).body) == (disclosure.get_absolute_url(), "<p>改过的正文</p>")

    def test_correction_is_mended_with_its_note_and_without_another_matter(self, writer, signed_in):
        correction = DisclosureFactory(
            corrects=PostedFactory(), edition=2, correction_note="更正金额。", drafted_by=writer
        )
        client, page = signed_in(writer), url("mend", correction)
        assert "item" not in client.get(page).context["form"].fields
        client.post(page, fill(client, page, correction_note="更正第二段。"))
        assert stored(correction).correction_note == "更正第二段。"

    def test_two_who_mend_the_same_text_lose_nothing(self, writer, secretary, signed_in):
        disclosure = DisclosureFactory()
        first, second, page = signed_in(writer), signed_in(secretary), url("mend", disclosure)
        typed = fill(second, page, title="秘书的标题")
        first.post(page, fill(first, page, body="宣传委员的正文"))
        response = second.post(page, typed)
        form = response.context["form"]
        assert (response.status_code, form["title"].value(), form["body"].value()) == (
            422,
            "秘书的标题",
            "<p>宣传委员的正文</p>",
        )
        assert stored(disclosure).title == "第三季度经费使用情况"

    def test_period_of_long_ago_is_still_among_the_choices(self, writer, signed_in):
        disclosure = DisclosureFactory(period_code="2019-Q1", drafted_by=writer)
        form = signed_in(writer).get(url("mend", disclosure)).context["form"]
        assert ("已选", [("2019-Q1", "2019年第一季度")]) in form.fields["period_code"].choices


class TestCatalogue:
    def test_secretary_adds_a_matter(self, secretary, signed_in):
        client, page = signed_in(secretary), reverse("affairs:item-add")
        told = {"content": "校车运行", "category": "logistics", "timing": "regular", "interval": "term"}
        response = client.post(page, fill(client, page, **told))
        made = item("校车运行")
        assert (response.url, made.timing_text) == (made.get_absolute_url(), "定期公开（每学期）")

    @pytest.mark.parametrize(
        ("timing", "interval", "sentence"),
        [
            ("regular", "", "定期公开的请选择公开周期。"),
            ("long", "year", "只有定期公开的才填写公开周期，请留空。"),
        ],
    )
    def test_interval_stands_exactly_where_it_is_regular(self, secretary, signed_in, timing, interval, sentence):
        client, page = signed_in(secretary), reverse("affairs:item-add")
        told = {"content": "校车运行", "category": "logistics", "timing": timing, "interval": interval}
        assert errors(client.post(page, fill(client, page, **told))) == {"interval": [sentence]}

    def test_matter_out_of_use_is_offered_no_more_but_keeps_what_was_written(self, secretary, signed_in):
        client, page = signed_in(secretary), reverse("affairs:item-mend", args=[item().pk])
        client.post(page, {key: value for key, value in fill(client, page).items() if key != "is_in_use"})
        assert item().is_in_use is False
        disclosure = DisclosureFactory()
        offered = client.get(url("mend", disclosure)).context["form"].fields["item"].queryset
        assert item() in offered
        assert item() not in client.get(DRAFT).context["form"].fields["item"].queryset

    def test_matter_tells_how_often_it_was_disclosed(self, secretary, signed_in):
        PostedFactory()
        assert facts(signed_in(secretary), item())["公开事项"] == "1项"


@pytest.mark.parametrize(("viewer", "told"), [("teacher", False), ("secretary", True)])
def test_file_names_who_brought_it_only_to_those_who_work_on_it(viewer, told, writer, signed_in, request):
    disclosure = PostedFactory(drafted_by=writer)
    AttachmentFactory(source=SourceRef.to(disclosure), uploaded_by=writer)
    page = signed_in(request.getfixturevalue(viewer)).get(disclosure.get_absolute_url()).content.decode()
    assert ("发票.pdf" in page, "欧阳玥" in page) == (True, told)
