"""The pages of suggestions: whose they show, whose name they tell, and handing in."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from congress.enums import Category, DriveStatus, SuggestionStatus
from congress.models import Suggestion
from tests.conftest import make_actor
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory
from tests.congress.suggestions import DriveFactory, SuggestionFactory
from tests.members.factories import AudienceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = SuggestionStatus
URL = reverse("congress:suggestion-list")


def titles(client, url=URL, **query):
    return [cell.text for row in client.get(url, query).context["rows"] for cell in row.cells if cell.primary]


def authors(client, **query):
    rows = client.get(URL, query).context["rows"]
    return [cell.text for row in rows for cell in row.cells if cell.label == "提出人"]


class TestWhoSees:
    @pytest.fixture
    def suggestions(self):
        over = DriveFactory(status=DriveStatus.CONCLUDED)
        SuggestionFactory(title="只给办事的人")
        SuggestionFactory(title="已答复不公开", status=S.ANSWERED)
        SuggestionFactory(title="同意公开未答复", may_publish=True)
        SuggestionFactory(title="同意公开已答复", status=S.DONE, may_publish=True)
        SuggestionFactory(title="活动公布", status=S.FOLLOWED, drive=over)
        SuggestionFactory(title="活动公布未答复", drive=over)
        SuggestionFactory(title="活动不公布", status=S.DONE, drive=DriveFactory(publishes=False))
        SuggestionFactory(title="活动未结束", status=S.DONE, drive=DriveFactory())

    def test_colleagues_read_what_is_answered_and_may_be_shown(self, suggestions, teacher, delegate, signed_in):
        for account in (teacher, delegate):
            assert sorted(titles(signed_in(account))) == sorted(["同意公开已答复", "活动公布"])

    def test_union_and_principal_read_all(self, suggestions, secretary, chair, principal, signed_in):
        assert [len(titles(signed_in(one))) for one in (secretary, chair, principal)] == [8, 8, 8]

    def test_department_head_reads_what_the_department_has(self, signed_in):
        head = make_actor(None, "曹喆")
        department = HeadedDepartmentFactory(head=head.member)
        SuggestionFactory(title="交给我们的", status=S.HANDLING, department=department)
        SuggestionFactory(title="别的部门的", status=S.HANDLING)
        assert titles(signed_in(head)) == ["交给我们的"]

    def test_own_page_has_ones_own_and_what_began_as_ones_draft(self, teacher, signed_in):
        SuggestionFactory(title="我提的", author=teacher.member)
        proposal = ProposalFactory(originator=teacher.member)
        SuggestionFactory(title="我起草的", from_proposal=proposal)
        SuggestionFactory(title="公开的", status=S.DONE, may_publish=True)
        own = titles(signed_in(teacher), reverse("congress:suggestion-own"))
        assert sorted(own) == sorted(["我提的", "我起草的"])


class TestNames:
    @pytest.fixture
    def hidden(self):
        head = make_actor(None, "曹喆")
        return SuggestionFactory(
            status=S.ANSWERED,
            may_publish=True,
            show_name=False,
            author=make_actor(None, "林芳").member,
            department=HeadedDepartmentFactory(head=head.member),
        )

    def test_not_shown_is_known_to_author_chair_and_secretary_alone(
        self, hidden, teacher, principal, secretary, chair, signed_in
    ):
        author, head = hidden.author.account, hidden.department.head.account
        known = [authors(signed_in(one)) for one in (author, secretary, chair)]
        unknown = [authors(signed_in(one)) for one in (teacher, principal, head)]
        assert (known, unknown) == ([["林芳"]] * 3, [["—"]] * 3)

    def test_page_and_history_tell_it_to_nobody_else(self, hidden, teacher, principal, secretary, signed_in):
        pages = {one: signed_in(one).get(hidden.get_absolute_url()) for one in (teacher, principal, secretary)}
        assert ["林芳" in page.content.decode() for page in pages.values()] == [False, False, True]
        assert "林芳（姓名不公开）" in pages[secretary].content.decode()

    def test_list_cannot_be_narrowed_to_a_person(self, hidden, teacher, signed_in):
        assert titles(signed_in(teacher), q="林芳") == []
        assert len(titles(signed_in(teacher), author=hidden.author_id)) == 1

    def test_workbook_has_what_the_page_has(self, hidden, teacher, signed_in):
        content = signed_in(teacher).get(URL, {"export": "xlsx"}).content
        rows = list(openpyxl.load_workbook(BytesIO(content)).active.values)
        assert [cell for row in rows for cell in row if cell == "林芳"] == []

    def test_register_has_the_same_names_on_paper_and_as_a_workbook(self, hidden, principal, secretary, signed_in):
        url, query = reverse("congress:suggestion-register"), {"year": "2026", "format": "xlsx"}
        cells = []
        for reader in (secretary, principal):
            content = signed_in(reader).get(url, query).content
            (line,) = [
                row for row in openpyxl.load_workbook(BytesIO(content)).active.values if row[0] == hidden.number
            ]
            cells.append(line[3])
        assert cells == ["林芳", "不公开姓名"]


class TestList:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({}, ["逾期", "采纳", "撤回"]),
            ({"q": "采纳"}, ["采纳"]),
            ({"category": "pay"}, ["采纳"]),
            ({"status": "withdrawn"}, ["撤回"]),
            ({"adoption": "adopted"}, ["采纳"]),
            ({"only": "overdue"}, ["逾期"]),
            ({"only": "outstanding"}, ["采纳"]),
            ({"handed_from": "2026-01-01"}, ["逾期", "采纳"]),
            ({"handed_to": "2026-11-02"}, ["撤回"]),
            ({"answered": "true"}, ["采纳"]),
            ({"taken": "false"}, ["逾期", "撤回"]),
            ({"in_drive": "true"}, ["逾期"]),
            ({"from_proposal": "true"}, []),
            ({"sort": "number"}, ["撤回", "采纳", "逾期"]),
        ],
    )
    def test_narrowed(self, secretary, signed_in, query, expected):
        SuggestionFactory(title="撤回", number="2026-001", status=S.WITHDRAWN, handed_in_on=date(2026, 11, 2))
        SuggestionFactory(
            title="采纳",
            number="2026-002",
            status=S.DONE,
            category=Category.PAY,
            is_outstanding=True,
            handed_in_on=date(2026, 11, 3),
        )
        SuggestionFactory(
            title="逾期",
            number="2026-003",
            status=S.HANDLING,
            due_on=date(2026, 11, 21),
            handed_in_on=date(2026, 11, 4),
            drive=DriveFactory(),
        )
        assert titles(signed_in(secretary), **query) == expected

    @pytest.mark.parametrize("rows", [3, 9])
    def test_queries_do_not_grow(self, secretary, signed_in, django_assert_num_queries, rows):
        SuggestionFactory.create_batch(rows, status=S.HANDLING, drive=DriveFactory())
        client = signed_in(secretary)
        client.get(URL)
        with django_assert_num_queries(LIST_QUERIES):
            client.get(URL)


LIST_QUERIES = 11


class TestHandingIn:
    def post(self, client, **fields):
        url = reverse("congress:suggestion-hand-in")
        key = client.get(url).context["form"]["form_key"].value()
        told = {
            "title": "延长开放",
            "text": "到晚上八点",
            "category": "logistics",
            "show_name": "on",
            "form_key": key,
        }
        return client.post(url, {**told, **fields}, follow=True)

    def test_one_screen_says_the_number(self, teacher, signed_in):
        page = self.post(signed_in(teacher))
        made = Suggestion.objects.get()
        assert page.redirect_chain[-1][0] == made.get_absolute_url()
        assert "已提交，编号 2026-001。答复后会通知您。" in page.content.decode()
        assert (made.author, made.show_name, made.may_publish) == (teacher.member, True, False)

    def test_drive_of_the_address_is_chosen(self, teacher, signed_in):
        drive = DriveFactory()
        url = f"{reverse('congress:suggestion-hand-in')}?drive={drive.pk}"
        assert signed_in(teacher).get(url).context["form"]["drive"].value() == drive.pk

    def test_drive_that_does_not_ask_this_person_is_not_offered(self, teacher, signed_in):
        other = make_actor(None, "林芳")
        drive = DriveFactory(audience=AudienceFactory(rule={"included": [other.member_id]}))
        form = signed_in(teacher).get(f"{reverse('congress:suggestion-hand-in')}?drive={drive.pk}").context["form"]
        assert "drive" not in form.fields

    def test_several_are_given_to_a_department_at_once(self, secretary, signed_in):
        first, second = SuggestionFactory.create_batch(2)
        department = HeadedDepartmentFactory()
        url = f"{reverse('congress:suggestion-assign-many')}?chosen={first.pk}&chosen={second.pk}"
        client = signed_in(secretary)
        form = client.get(url).context["form"]
        sent = {
            "department": department.pk,
            "due_on": "2026-12-11",
            "form_key": form["form_key"].value(),
            "standing": form["standing"].value(),
        }
        assert client.post(url, sent).status_code == 302
        assert list(Suggestion.objects.values_list("status", "department")) == [(S.HANDLING, department.pk)] * 2
