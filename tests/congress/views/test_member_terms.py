"""The part of a member's page that tells in which terms somebody is or was a delegate."""

from datetime import date

import pytest
from django.urls import reverse

from tests.congress.factories import DelegateFactory, TermFactory
from tests.members.factories import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def page_of(client, member):
    return client.get(reverse("congress:member-terms", args=[member.pk]))


def test_terms_are_told_the_latest_first(teacher, secretary, signed_in):
    member = teacher.member
    old = DelegateFactory(
        member=member,
        term=TermFactory(number=4, from_on=date(2018, 1, 1), to_on=date(2022, 12, 31)),
        from_on=date(2018, 1, 1),
        to_on=date(2022, 12, 31),
    )
    new = DelegateFactory(member=member)
    DelegateFactory()
    assert list(page_of(signed_in(secretary), member).context["rows"]) == [new, old]


def test_who_never_was_a_delegate_has_no_such_part(secretary, signed_in):
    assert page_of(signed_in(secretary), MemberFactory()).content.strip() == b""


def test_part_takes_one_query_however_many_terms(teacher, signed_in, django_assert_num_queries):
    client, member = signed_in(teacher), teacher.member

    def add(numbers):
        for number in numbers:
            span = {"from_on": date(1900 + number, 1, 1), "to_on": date(1900 + number, 12, 31)}
            DelegateFactory(member=member, term=TermFactory(number=number, **span), **span)

    add([1, 2, 3])
    with django_assert_num_queries(7):
        page_of(client, member)
    add(range(4, 20))
    with django_assert_num_queries(7):
        page_of(client, member)
