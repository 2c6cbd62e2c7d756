"""The ledger as a list: what is in it, what narrows it, what stands under it."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from finance.enums import Direction, EntryStatus
from tests.finance.factories import BookedEntryFactory, EntryFactory, subject

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

URL = reverse("finance:entry-list")


@pytest.fixture
def entries():
    return {
        "booked": BookedEntryFactory(number=31, amount=Decimal("100.10"), booked_on=date(2026, 3, 1)),
        "income": BookedEntryFactory(
            number=32,
            amount=Decimal("5000.20"),
            direction=Direction.INCOME,
            subject=subject("401"),
            purpose="上半年会费",
            counterparty="全体会员",
            booked_on=date(2026, 3, 31),
        ),
        "warmth": EntryFactory(
            status=EntryStatus.APPROVED, subject=subject("50305"), purpose="重阳节走访", counterparty="惠民超市"
        ),
        "draft": EntryFactory(),
    }


def page(client, **query):
    return client.get(URL, query).context


class TestFilter:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({}, ["draft", "warmth", "income", "booked"]),
            ({"q": "走访"}, ["warmth"]),
            ({"q": "全体"}, ["income"]),
            ({"q": "2026-0031"}, ["booked"]),
            ({"direction": "income"}, ["income"]),
            ({"status": "booked"}, ["income", "booked"]),
            ({"booked_from": "2026-03-02"}, ["income"]),
            ({"booked_to": "2026-03-30"}, ["booked"]),
            ({"booked_from": "2026-03-01", "booked_to": "2026-03-31"}, ["income", "booked"]),
            ({"status": "booked", "direction": "spending"}, ["booked"]),
            ({"q": "没有这样的"}, []),
        ],
    )
    def test_leaves_what_was_asked_for(self, entries, chair, signed_in, query, expected):
        rows = page(signed_in(chair), **query)["rows"]
        assert [row.url for row in rows] == [entries[name].get_absolute_url() for name in expected]

    def test_subject_brings_those_under_it(self, entries, chair, signed_in):
        client = signed_in(chair)
        found = [
            [row.url for row in page(client, subject=subject(code).pk)["rows"]] for code in ("503", "50305", "505")
        ]
        assert found == [[entries["warmth"].get_absolute_url()]] * 2 + [[]]

    @pytest.mark.parametrize(
        "query", [{"booked_from": "昨天"}, {"status": "lost"}, {"subject": "9" * 30}, {"sort": "--number"}]
    )
    def test_what_cannot_be_understood_leaves_the_list_standing(self, entries, chair, signed_in, query):
        assert len(page(signed_in(chair), **query)["rows"]) == 4

    @pytest.mark.parametrize(
        ("sort", "numbers"),
        [
            ("amount", ["100.10", "300.00", "300.00", "5,000.20"]),
            ("-amount", ["5,000.20", "300.00", "300.00", "100.10"]),
        ],
    )
    def test_sorts_by_the_column(self, entries, chair, signed_in, sort, numbers):
        rows = page(signed_in(chair), sort=sort)["rows"]
        assert [row.cells[6].text for row in rows] == numbers


class TestRows:
    def test_cells_tell_the_line(self, entries, chair, signed_in):
        (row,) = page(signed_in(chair), q="走访")["rows"]
        assert [cell.text for cell in row.cells] == [
            "未编号",
            "2026-11-22",
            "支出",
            "维权支出—送温暖",
            "重阳节走访",
            "惠民超市",
            "300.00",
            "待收付",
        ]

    def test_measures_are_of_the_filtered_rows(self, entries, chair, signed_in):
        client = signed_in(chair)
        assert page(client)["measures"] == [("笔数", "4笔"), ("金额", "5,700.30元")]
        assert page(client, status="booked")["measures"] == [("笔数", "2笔"), ("金额", "5,100.30元")]

    def test_empty_ledger_says_where_entries_come_from(self, chair, signed_in):
        response = signed_in(chair).get(URL)
        assert response.context["empty"] == "还没有收支记录。慰问批准后会自动生成待收付的支出。"
        assert str(response.context["empty"]) in response.content.decode()

    @pytest.mark.parametrize(
        ("viewer", "labels"),
        [("chair", []), ("secretary", ["登记收支"]), ("treasurer", ["登记收支"]), ("cashier", []), ("auditor", [])],
    )
    def test_only_those_who_record_are_offered_to(self, viewer, labels, signed_in, request):
        actions = page(signed_in(request.getfixturevalue(viewer)))["actions"]
        assert [action.label for action in actions] == labels


def grow(count):
    for number in range(count):
        BookedEntryFactory(subject=subject(("502", "50305", "50102")[number % 3]))


@pytest.mark.parametrize("count", [3, 300])
def test_queries_do_not_grow_with_the_rows(count, chair, signed_in, django_assert_num_queries):
    grow(count)
    client = signed_in(chair)
    with django_assert_num_queries(11):
        response = client.get(URL)
    assert len(response.context["rows"]) == min(count, 50)


@pytest.mark.parametrize("count", [3, 300])
def test_queries_of_a_search_do_not_grow_either(count, cashier, signed_in, django_assert_num_queries):
    grow(count)
    client = signed_in(cashier)
    with django_assert_num_queries(11):
        client.get(URL, {"q": "文具", "sort": "-amount"})
