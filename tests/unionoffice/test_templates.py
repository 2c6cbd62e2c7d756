"""The frame and the general pages: what the template tags say, and what a strict browser must never find."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.forms import CharField, ChoiceField, Form
from django.template import engines
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory

from tests.members.factories import AccountFactory, RoleGrantFactory
from unionoffice.areas import areas
from unionoffice.pages import Action, Badge, Column, Table
from unionoffice.roles import Role
from unionoffice.templatetags import office
from unionoffice.tones import Tone

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
NAVIGATION = [
    {
        "key": "members",
        "label": "会员",
        "doors": [
            {"label": "会员", "url": "/members/", "icon": "users", "thumb": 2},
            {"label": "导入", "url": "/members/rosters/", "icon": "file-import", "thumb": 0},
        ],
    },
    {
        "key": "finance",
        "label": "经费",
        "doors": [{"label": "收支", "url": "/finance/entries/", "icon": "receipt-yuan", "thumb": 0}],
    },
    {
        "key": "welfare",
        "label": "福利",
        "doors": [{"label": "慰问", "url": "/welfare/visits/", "icon": "heart", "thumb": 1}],
    },
    {
        "key": "reports",
        "label": "总结",
        "doors": [
            {"label": "工作台", "url": "/", "icon": "home", "thumb": 0},
            {"label": "年度总结", "url": "/summaries/", "icon": "report", "thumb": 0},
        ],
    },
]


def named(template):
    return str(template.relative_to(settings.BASE_DIR / "templates"))


def rendered(source, **context):
    return engines["django"].from_string(source).render(context)


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
class TestEveryTemplate:
    def test_has_no_style_and_no_script_of_its_own(self, template):
        source = template.read_text(encoding="utf-8")

        assert re.findall(r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:", source) == []

    def test_names_icons_that_exist(self, template):
        names = re.findall(r'{% icon "([^"]+)" %}', template.read_text(encoding="utf-8"))

        assert [name for name in names if not (settings.ICONS_DIR / "outline" / f"{name}.svg").exists()] == []

    def test_compiles(self, template):
        assert get_template(named(template)).template.name == named(template)


def test_failed_page_needs_neither_request_nor_database():
    assert "这一页暂时打不开" in render_to_string("office/failed.html")


class TestDoors:
    @pytest.mark.parametrize(
        ("path", "door"),
        [
            ("/members/7/", "/members/"),
            ("/members/rosters/3/", "/members/rosters/"),
            ("/welfare/visits/", "/welfare/visits/"),
            ("/accounts/password/", "/"),
        ],
    )
    def test_page_lies_behind_the_longest_address_that_fits(self, path, door):
        assert office.current_door(NAVIGATION, path) == door

    def test_no_door_is_current_where_there_are_none(self):
        assert office.current_door([], "/members/") == ""

    def test_areas_are_unfolded_as_long_as_all_doors_fit_on_a_screen(self):
        assert office.unfolded_areas(NAVIGATION, "/members/", "members") == [area["key"] for area in NAVIGATION]

    def test_of_many_doors_only_the_area_of_the_page_and_of_its_door_are_unfolded(self):
        doors = [{"url": f"/people/{number}/"} for number in range(office.DOORS_ON_A_SCREEN)]
        long = [
            {"key": "people", "doors": doors},
            {"key": "finance", "doors": [{"url": "/finance/"}]},
            {"key": "office", "doors": [{"url": "/"}]},
        ]
        assert office.unfolded_areas(long, "/", "finance") == ["finance", "office"]
        assert office.unfolded_areas(long, "/people/3/", "people") == ["people"]

    def test_dock_takes_the_doors_for_the_thumb_in_the_order_of_their_places(self):
        assert [door["label"] for door in office.dock_doors(NAVIGATION)] == ["慰问", "会员"]

    def test_places_in_the_dock_are_given_once(self):
        places = [item.thumb for area in areas() for item in area.navigation if item.thumb]
        assert sorted(places) == list(range(1, len(places) + 1))


class TestShown:
    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (None, "—"),
            ("", "—"),
            ([], "—"),
            (0, 0),
            (True, "是"),
            (False, "否"),
            (Decimal("1234.5"), "1,234.50"),
            (date(2026, 3, 8), "2026年3月8日"),
            (["陈静", "王建国"], "陈静、王建国"),
            ("上门", "上门"),
            (Badge("待审核", Tone.WAITS), '<span class="badge tone-waits">待审核</span>'),
        ],
    )
    def test_value_is_written_as_its_kind(self, value, text):
        assert office.shown(value) == text

    def test_text_of_users_stays_text(self):
        assert rendered("{{ value|shown }}", value="<b>甲</b>") == "&lt;b&gt;甲&lt;/b&gt;"


class TestMoment:
    def test_year_is_left_out_within_the_year_and_the_clock_is_the_schools(self):
        assert office.moment(datetime(2026, 3, 1, 16, 5, tzinfo=UTC), date(2026, 11, 2)) == "3月2日 00:05"

    def test_other_year_is_named(self):
        assert office.moment(datetime(2025, 3, 2, 1, 0, tzinfo=UTC), date(2026, 1, 1)) == "2025年3月2日 09:00"

    def test_year_is_named_where_no_day_is_known(self):
        assert office.moment(datetime(2026, 3, 2, 1, 0, tzinfo=UTC)) == "2026年3月2日 09:00"


class TestNextStep:
    def test_first_primary_action_is_the_next_step(self):
        print_, approve, pay = Action("打印", "/p", primary=False), Action("批准", "/a"), Action("付款", "/y")

        assert office.next_step([print_, approve, pay]) == approve

    @pytest.mark.parametrize("actions", [[], [Action("打印", "/p", primary=False)], ""])
    def test_nothing_primary_means_no_next_step(self, actions):
        assert office.next_step(actions) is None

    def test_one_button_alone_is_primary(self):
        html = render_to_string("office/_actions.html", {"actions": [Action("批准", "/a"), Action("付款", "/y")]})

        assert re.findall(r'class="([^"]*)" href="([^"]*)"', html) == [("btn btn-primary", "/a"), ("btn", "/y")]


@pytest.mark.django_db
def test_roles_are_told_from_the_highest():
    account = AccountFactory()
    for role in (Role.SPORTS_OFFICER, Role.CASHIER, Role.CHAIR, Role.AUDITOR):
        RoleGrantFactory(account=account, role=role)

    assert office.roles(account) == [Role.CHAIR, Role.CASHIER, Role.AUDITOR, Role.SPORTS_OFFICER, Role.STAFF]


def test_changed_query_keeps_the_rest_and_drops_what_is_empty():
    context = {"request": RequestFactory().get("/", {"q": "陈", "page": "3", "sort": "name"})}

    assert office.with_query(context, sort="-name", page="") == "?q=%E9%99%88&sort=-name"


class TestControl:
    class Form(Form):
        q = CharField(required=False)
        kind = ChoiceField(choices=[("a", "甲")])

    def test_control_wears_the_look_of_its_kind(self):
        form = self.Form()

        assert re.search('class="([^"]*)"', office.control(form["q"])).group(1) == "form-control"
        assert re.search('class="([^"]*)"', office.control(form["kind"], small=True)).group(1) == (
            "form-select form-select-sm"
        )

    def test_control_with_an_error_is_marked(self):
        assert (
            re.search('class="([^"]*)"', office.control(self.Form({})["kind"])).group(1) == "form-select is-invalid"
        )


class TestErrors:
    class Form(Form):
        name = CharField(label="姓名")

    def test_summary_leads_to_each_field(self):
        form = self.Form({})
        form.add_error(None, "今年已经慰问过一次。")

        html = render_to_string("bootstrap5/errors.html", {"form": form})

        assert re.findall(r"<li>(.*?)</li>", html) == [
            "今年已经慰问过一次。",
            f'<a href="#id_name">姓名</a>：{form.errors["name"][0]}',
        ]

    def test_right_form_has_no_summary(self):
        assert render_to_string("bootstrap5/errors.html", {"form": self.Form({"name": "陈静"})}).strip() == ""


class Visit(SimpleNamespace):
    def get_absolute_url(self):
        return f"/visits/{self.pk}/"


class VisitTable(Table):
    columns = (
        Column("对象", lambda visit: visit.name, order_by="name", primary=True),
        Column("金额", lambda visit: visit.amount, order_by="amount"),
        Column("状态", lambda _visit: Badge("已付款", Tone.DONE)),
    )


class TestList:
    def html(self, visits, per_page=2, **query):
        page = Paginator(visits, per_page).get_page(query.get("page"))
        context = {
            "request": RequestFactory().get("/visits/", query),
            "rows": VisitTable.rows(page.object_list),
            "columns": VisitTable.columns,
            "measures": [("人次", "3次")],
            "page": page,
            "sort": query.get("sort", ""),
            "is_partial": "figure" in query,
            "empty": "还没有慰问记录。",
            "actions": [Action("登记慰问", "/visits/new/")],
        }
        return render_to_string("office/_list.html", context)

    @pytest.fixture
    def visits(self):
        return [Visit(pk=key, name=f"教师{key}", amount=Decimal(500)) for key in (1, 2, 3)]

    def test_primary_cell_opens_the_record(self, visits):
        assert re.findall(r'<td data-label="对象"[^>]*><a href="([^"]*)">([^<]*)</a>', self.html(visits)) == [
            ("/visits/1/", "教师1"),
            ("/visits/2/", "教师2"),
        ]

    def test_head_stands_over_its_numbers(self, visits):
        heads = re.findall(r'<th scope="col" class="([^"]*)"', self.html(visits))

        assert heads == ["", "number", ""]

    @pytest.mark.parametrize(
        ("sort", "state", "target"),
        [("", None, "?sort=amount"), ("amount", "ascending", "?sort=-amount"), ("-amount", "descending", "?")],
    )
    def test_head_turns_the_order_over(self, visits, sort, state, target):
        head = re.search(
            r'<th[^>]*?(?: aria-sort="(\w+)")?><a id="sort-amount" href="([^"]*)"', self.html(visits, sort=sort)
        )

        assert (head.group(1), head.group(2)) == (state, target)

    def test_pages_say_how_many_of_how_many(self, visits):
        html = self.html(visits, page="2", sort="name")

        assert re.search(r'pages-where">([^<]*)', html).group(1) == "共3条，第2/2页"
        assert re.search(r'href="([^"]*)" rel="prev"', html).group(1) == "?sort=name&amp;page=1"

    def test_one_page_needs_no_paginator(self, visits):
        assert "pages-where" not in self.html(visits, per_page=50)

    def test_hidden_records_are_owned_up_to(self, visits):
        assert "这里只列出您有权查看的记录，可能少于总结中的数字。" in self.html(visits, figure="visits")
        assert "这里只列出您有权查看的记录，可能少于总结中的数字。" not in self.html(visits)

    def test_empty_list_says_why_and_offers_the_first_step(self):
        html = self.html([])

        assert "<table" not in html
        assert re.search("<p>(.*)</p>", html).group(1) == "还没有慰问记录。"
        assert re.search('class="btn" href="([^"]*)"', html).group(1) == "/visits/new/"
