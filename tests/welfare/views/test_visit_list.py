"""The list of visits: whose it shows, what narrows it, what stands under it."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from finance.enums import EntryStatus, Fund
from tests.finance.factories import EntryFactory
from tests.members.factories import GroupPlaceFactory, MemberFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from welfare.enums import Occasion, VisitStatus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

URL = reverse("welfare:visit-list")


@pytest.fixture
def visits():
    lin, wang = MemberFactory(name="林芳"), MemberFactory(name="王磊")
    return {
        "asked": VisitFactory(number="2026-001", member=lin, requested_on=date(2026, 11, 19)),
        "made": MadeVisitFactory(
            number="2026-002", member=wang, visited_on=date(2026, 3, 1), requested_on=date(2026, 2, 28)
        ),
        "paid": MadeVisitFactory(
            number="2026-003",
            member=lin,
            status=VisitStatus.PAID,
            occasion=Occasion.WEDDING,
            cash=Decimal(0),
            goods="床上用品",
            goods_value=Decimal("800.50"),
            visited_on=date(2026, 3, 31),
            requested_on=date(2026, 2, 1),
            entry=EntryFactory(status=EntryStatus.PAID),
        ),
        "given": MadeVisitFactory(
            number="2026-004",
            member=wang,
            status=VisitStatus.CLOSED,
            fund=Fund.DONATION,
            visited_on=date(2026, 4, 1),
            requested_on=date(2026, 1, 1),
        ),
    }


def page(client, **query):
    return client.get(URL, query).context


def names(context, visits):
    by_url = {visit.get_absolute_url(): name for name, visit in visits.items()}
    return [by_url[row.url] for row in context["rows"]]


class TestWhose:
    @pytest.mark.parametrize(
        ("viewer", "expected"),
        [
            ("chair", ["asked", "made", "paid", "given"]),
            ("secretary", ["asked", "made", "paid", "given"]),
            ("welfare_officer", ["asked", "made", "paid", "given"]),
            ("auditor", ["paid"]),
            ("group_leader", []),
        ],
    )
    def test_each_sees_their_own_part(self, visits, viewer, expected, signed_in, request):
        assert names(page(signed_in(request.getfixturevalue(viewer))), visits) == expected

    @pytest.mark.parametrize("viewer", ["cashier", "treasurer", "principal", "teacher"])
    def test_others_have_no_list(self, visits, viewer, signed_in, request):
        assert signed_in(request.getfixturevalue(viewer)).get(URL).status_code == 403

    def test_group_leader_sees_what_they_asked_for(self, visits, group_leader, signed_in):
        visits["asked"].requested_by = group_leader
        visits["asked"].save()
        assert names(page(signed_in(group_leader)), visits) == ["asked"]


class TestFilter:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({"q": "林芳"}, ["asked", "paid"]),
            ({"q": "wl"}, ["made", "given"]),
            ({"q": "2026-003"}, ["paid"]),
            ({"occasion": "wedding"}, ["paid"]),
            ({"fund": "donation"}, ["given"]),
            ({"status": "requested"}, ["asked"]),
            ({"visited_from": "2026-03-02"}, ["paid", "given"]),
            ({"visited_to": "2026-03-31"}, ["made", "paid"]),
            ({"made": "true"}, ["made", "paid", "given"]),
            ({"made": "true", "visited_from": "2026-03-01", "visited_to": "2026-03-31"}, ["made", "paid"]),
            ({"status": "lost"}, ["asked", "made", "paid", "given"]),
            ({"visited_from": "昨天"}, ["asked", "made", "paid", "given"]),
            ({"group": "9223372036854775808"}, ["asked", "made", "paid", "given"]),
            ({"group": "x"}, ["asked", "made", "paid", "given"]),
            ({"sort": "--number"}, ["asked", "made", "paid", "given"]),
            ({"q": "没有此人"}, []),
        ],
    )
    def test_leaves_what_was_asked_for(self, visits, chair, signed_in, query, expected):
        assert names(page(signed_in(chair), **query), visits) == expected

    def test_group_is_that_of_the_day(self, visits, chair, signed_in):
        place = GroupPlaceFactory(member=visits["made"].member, from_on=date(2026, 3, 1), to_on=date(2026, 3, 15))
        assert names(page(signed_in(chair), group=place.group_id), visits) == ["made"]

    @pytest.mark.parametrize("group", ["0", "9223372036854775807"])
    def test_group_that_does_not_exist_has_no_visits(self, visits, chair, signed_in, group):
        assert names(page(signed_in(chair), group=group), visits) == []

    @pytest.mark.parametrize(
        ("sort", "expected"),
        [
            ("number", ["asked", "made", "paid", "given"]),
            ("-number", ["given", "paid", "made", "asked"]),
            ("member__pinyin", ["asked", "paid", "made", "given"]),
        ],
    )
    def test_sorts_by_the_column(self, visits, chair, signed_in, sort, expected):
        assert names(page(signed_in(chair), sort=sort), visits) == expected


class TestRows:
    def test_cells_tell_the_visit(self, visits, chair, signed_in):
        (row,) = page(signed_in(chair), q="2026-003")["rows"]
        assert [cell.text for cell in row.cells] == [
            "2026-003",
            "林芳",
            "结婚",
            "本人",
            "2026-03-31",
            "床上用品",
            "800.50",
            "工会经费",
            "已付款",
        ]

    def test_measures_are_of_the_filtered_rows(self, visits, chair, signed_in):
        client = signed_in(chair)
        assert page(client)["measures"] == [("人次", "4人次"), ("人数", "2人"), ("金额", "3,800.50元")]
        assert page(client, q="林芳")["measures"] == [("人次", "2人次"), ("人数", "1人"), ("金额", "1,800.50元")]

    def test_empty_list_offers_the_first_step(self, secretary, signed_in):
        response = signed_in(secretary).get(URL)
        assert str(response.context["empty"]) in response.content.decode()
        assert [action.label for action in response.context["actions"]] == ["申请慰问"]

    def test_auditor_is_offered_nothing(self, visits, auditor, signed_in):
        assert page(signed_in(auditor))["actions"] == []


@pytest.mark.parametrize("count", [3, 300])
@pytest.mark.parametrize(("viewer", "queries"), [("chair", 11), ("auditor", 11)])
def test_queries_do_not_grow_with_the_rows(count, viewer, queries, signed_in, django_assert_num_queries, request):
    member = MemberFactory()
    for _ in range(count):
        MadeVisitFactory(member=member, status=VisitStatus.PAID, entry=EntryFactory())
    client = signed_in(request.getfixturevalue(viewer))
    with django_assert_num_queries(queries):
        response = client.get(URL)
    assert len(response.context["rows"]) == min(count, 50)


@pytest.mark.parametrize("count", [3, 300])
def test_queries_of_a_list_behind_a_figure_do_not_grow_either(count, chair, signed_in, django_assert_num_queries):
    for _ in range(count):
        MadeVisitFactory()
    client = signed_in(chair)
    with django_assert_num_queries(11):
        client.get(URL, {"made": "true", "figure": "welfare.visits"})
