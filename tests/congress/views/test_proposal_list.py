"""The list of proposals: whose it shows, what narrows it, and whose name it tells."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from congress.enums import Category, ProposalStatus
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory, SessionFactory
from tests.members.factories import GroupPlaceFactory, UnionGroupFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

URL = reverse("congress:proposal-list")
S = ProposalStatus
ALL = ["filed", "handling", "closed"]


@pytest.fixture
def proposals():
    lead = HeadedDepartmentFactory(name="总务处")
    return {
        "closed": ProposalFactory(
            status=S.CLOSED,
            number="2026-001",
            filed_on=date(2026, 3, 1),
            session=SessionFactory(number=2),
            originator__name="林芳",
        ),
        "handling": ProposalFactory(
            status=S.HANDLING,
            number="2026-002",
            title="更换空调",
            lead=lead,
            category=Category.LOGISTICS,
            due_on=date(2026, 11, 20),
            filed_on=date(2026, 11, 11),
            show_name=False,
            originator__name="王磊",
        ),
        "filed": ProposalFactory(status=S.FILED, number="2026-003", title="延长开放时间"),
    }


def page(client, **query):
    return client.get(URL, query).context


def names(context, proposals):
    by_url = {proposal.get_absolute_url(): name for name, proposal in proposals.items()}
    return [by_url[row.url] for row in context["rows"]]


def cells(context, label):
    return [cell.text for row in context["rows"] for cell in row.cells if cell.label == label]


class TestFilter:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({}, ALL),
            ({"q": "空调"}, ["handling"]),
            ({"q": "2026-00"}, ALL),
            ({"q": "林芳"}, []),
            ({"category": "logistics"}, ["handling"]),
            ({"status": "filed"}, ["filed"]),
            ({"only": "overdue"}, ["handling"]),
            ({"only": "mine"}, []),
            ({"only": "department"}, []),
            ({"filed_from": "2026-11-11"}, ["filed", "handling"]),
            ({"filed_to": "2026-11-11"}, ["handling", "closed"]),
            ({"outcome": "accepted"}, ["handling", "closed"]),
            ({"answered": "true"}, ["closed"]),
            ({"result": "b"}, ["closed"]),
            ({"session": "x"}, ALL),
            ({"group": "9223372036854775808"}, ALL),
            ({"sort": "number"}, ["closed", "handling", "filed"]),
            ({"sort": "proposer__name"}, ALL),
        ],
        ids=str,
    )
    def test_leaves_what_was_asked_for(self, proposals, secretary, signed_in, query, expected):
        assert names(page(signed_in(secretary), **query), proposals) == expected

    def test_session_and_department(self, proposals, secretary, signed_in):
        client, closed, handling = signed_in(secretary), proposals["closed"], proposals["handling"]
        assert names(page(client, session=closed.session_id), proposals) == ["closed"]
        assert names(page(client, lead=handling.lead_id), proposals) == ["handling"]

    def test_mine_are_what_i_drafted_or_made(self, teacher, delegate, signed_in):
        ProposalFactory(status=S.ACCEPTED)
        ProposalFactory(originator=teacher.member)
        ProposalFactory(status=S.ACCEPTED, originator=teacher.member, proposer=delegate.member)
        assert [len(page(signed_in(one), only="mine")["rows"]) for one in (teacher, delegate)] == [2, 1]

    def test_department_is_what_its_head_answers_or_assists_with(self, proposals, signed_in):
        helper = HeadedDepartmentFactory(name="教务处")
        proposals["handling"].assistances.create(department=helper, due_on=date(2026, 12, 1))
        proposals["filed"].assistances.create(department=helper, due_on=date(2026, 12, 1))
        heads = [one.head.account for one in (proposals["handling"].lead, helper, proposals["closed"].lead)]
        found = [names(page(signed_in(head), only="department"), proposals) for head in heads]
        assert found == [["handling"], ["handling"], ["closed"]]

    @pytest.mark.parametrize(
        ("due_on", "found"),
        [((2026, 11, 21), 0), ((2026, 11, 22), 1), ((2026, 11, 29), 1), ((2026, 11, 30), 0)],
    )
    def test_due_soon_is_within_a_week_from_today(self, secretary, signed_in, due_on, found):
        for status in (S.HANDLING, S.SIGNED):
            ProposalFactory(status=status, due_on=date(*due_on))
        assert len(page(signed_in(secretary), only="due-soon")["rows"]) == found


class TestWaysIn:
    @pytest.mark.parametrize(
        ("viewer", "expected"),
        [
            ("teacher", ["我的提案", "全部提案"]),
            ("delegate", ["我的提案", "待我附议", "全部提案"]),
        ],
    )
    def test_are_those_that_someone_has_use_for(self, viewer, expected, signed_in, request):
        client = signed_in(request.getfixturevalue(viewer))
        assert [label for label, _url, _here in page(client)["ways"]] == expected

    def test_head_of_a_department_has_its_own(self, proposals, signed_in):
        client = signed_in(proposals["handling"].lead.head.account)
        ways = page(client, only="department")["ways"]
        assert [(label, here) for label, _url, here in ways] == [
            ("我的提案", False),
            ("本部门承办", True),
            ("全部提案", False),
        ]

    @pytest.mark.parametrize(
        ("query", "narrowed"),
        [({}, False), ({"only": "mine"}, False), ({"only": "mine", "q": "空调"}, True), ({"category": "pay"}, True)],
    )
    def test_taking_one_unfolds_no_conditions_on_a_phone(self, teacher, signed_in, query, narrowed):
        assert page(signed_in(teacher), **query)["is_narrowed"] is narrowed


class TestNames:
    def test_colleagues_read_the_names_that_are_shown(self, proposals, teacher, signed_in):
        assert cells(page(signed_in(teacher)), "提案人") == ["—", "林芳"]

    def test_secretary_reads_all(self, proposals, secretary, signed_in):
        assert cells(page(signed_in(secretary)), "提案人")[1:] == ["王磊", "林芳"]

    def test_group_tells_nobody_where_a_hidden_proposer_belongs(self, proposals, teacher, secretary, signed_in):
        group = UnionGroupFactory()
        for name in ("handling", "closed"):
            GroupPlaceFactory(member=proposals[name].proposer, group=group, from_on=date(2020, 9, 1))
        told = [names(page(signed_in(one), group=group.pk), proposals) for one in (teacher, secretary)]
        assert told == [["closed"], ["handling", "closed"]]

    def test_late_one_is_marked(self, proposals, secretary, signed_in):
        assert cells(page(signed_in(secretary)), "状态") == ["待审理", "办理中（逾期）", "已办结"]

    def test_register_as_a_workbook_tells_each_as_much_as_the_page(self, proposals, teacher, secretary, signed_in):
        told = {}
        for account in (teacher, secretary):
            content = signed_in(account).get(URL, {"export": "xlsx"}).content
            rows = openpyxl.load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
            told[account.name] = "王磊" in str(list(rows))
        assert told == {"韩梅": False, "陈静": True}


@pytest.mark.parametrize("count", [3, 60])
@pytest.mark.parametrize(("viewer", "queries"), [("secretary", 11), ("teacher", 13)])
def test_queries_do_not_grow_with_the_rows(count, viewer, queries, signed_in, django_assert_num_queries, request):
    lead = HeadedDepartmentFactory()
    ProposalFactory.create_batch(count, status=S.HANDLING, lead=lead)
    client = signed_in(request.getfixturevalue(viewer))
    client.get(URL)
    with django_assert_num_queries(queries):
        response = client.get(URL)
    assert len(response.context["rows"]) == min(count, 50)
