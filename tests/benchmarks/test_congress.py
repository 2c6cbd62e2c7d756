"""The congress of a district's largest school: 10,000 staff, 1,000 delegates, 2,000 proposals and suggestions."""

import pytest
import time_machine
from django.urls import reverse

from congress.enums import ProposalStatus
from congress.models import Delegate
from members.models import Member
from tests.conftest import TODAY
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory
from tests.congress.sittings import make_session, make_sitting, of_all_staff
from tests.congress.suggestions import SuggestionFactory

DELEGATES, MANY = 1_000, 2_000
LISTS = {
    "proposals": "congress:proposal-list",
    "delegates": "congress:delegate-list",
    "suggestions": "congress:suggestion-list",
}


@pytest.fixture
def session(ten_thousand):
    session = make_session(due=0)
    people = Member.objects.order_by("pk")[:DELEGATES]
    Delegate.objects.bulk_create(
        Delegate(term=session.term, member=one, from_on=session.term.from_on) for one in people
    )
    return session


@pytest.fixture
def filed(session):
    people = list(Member.objects.order_by("pk")[:DELEGATES])
    department = HeadedDepartmentFactory(name="总务处")
    for number in range(MANY):
        member = people[number % DELEGATES]
        told = {"originator": member, "session": session, "lead": department, "number": f"2026-{number:04}"}
        ProposalFactory(status=ProposalStatus.HANDLING, title=f"改善第{number}食堂的早餐和晚餐", **told)
        SuggestionFactory(author=member, number=f"2026-{number:04}")


def _get(client, url):
    assert client.get(url).status_code == 200


@pytest.mark.usefixtures("filed")
def test_lists_and_papers(signed_in, secretary, delegate, race, clock):
    client = signed_in(secretary)
    with time_machine.travel(TODAY, tick=True):
        for name, url in LISTS.items():
            urls = {"the office": reverse(url), "a bare view with sign-in": f"/bare/{name}/"}
            race(f"list of {name}", {who: lambda url=url: _get(client, url) for who, url in urls.items()})
        similar = reverse("congress:proposal-similar") + "?title=改善第三食堂的早餐"
        clock("similar proposals among 2,000, as a title is typed", lambda: _get(signed_in(delegate), similar))
        export = reverse("congress:proposal-list") + "?export=xlsx"
        clock("workbook of 2,000 proposals", lambda: _get(client, export), times=3)


def test_session_and_its_sittings(session, signed_in, secretary, clock):
    client = signed_in(secretary)
    with time_machine.travel(TODAY, tick=True):
        sitting, everybody = make_sitting(session=session, by=secretary), of_all_staff()
        pages = {
            "page of a session with 1,000 delegates": session.get_absolute_url(),
            "page of its sitting": sitting.get_absolute_url(),
            "roll of its sitting": reverse("congress:sitting-roll", args=[sitting.pk]),
            "page of a meeting of 10,000 staff": everybody.get_absolute_url(),
            "roll of that meeting": reverse("congress:sitting-roll", args=[everybody.pk]),
        }
        for what, url in pages.items():
            clock(what, lambda url=url: _get(client, url), times=5)
