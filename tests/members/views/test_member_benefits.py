"""The part of a member's page that tells what was handed out to them."""

from datetime import date

import pytest
from django.urls import reverse

from tests.activities.factories import ActivityFactory
from tests.members.factories import SignOffLineFactory, SignOffSheetFactory
from unionoffice.sources import SourceRef

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def lines(teacher):
    source = SourceRef.to(ActivityFactory())
    sheets = [SignOffSheetFactory(source=source, on=date(2026, month, 28)) for month in (1, 9)]
    return [SignOffLineFactory(sheet=sheet, member=teacher.member) for sheet in sheets]


def rows(client, member):
    return list(client.get(reverse("members:member-benefits", args=[member.pk])).context["rows"])


def test_people_see_what_they_got_the_latest_first(lines, teacher, signed_in):
    SignOffLineFactory(sheet=lines[0].sheet)
    assert rows(signed_in(teacher), teacher.member) == lines[::-1]


def test_colleague_sees_nothing_of_it(lines, teacher, delegate, signed_in):
    assert set(rows(signed_in(delegate), teacher.member)) == set()
