from datetime import date

import pytest
from django.urls import reverse

from tests.members.factories import CommitteeFactory, CommitteeTermFactory, MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = reverse("members:office-list")


@pytest.fixture
def listed(chair, signed_in):
    client = signed_in(chair)
    return lambda **query: client.get(URL, query)


@pytest.fixture
def terms():
    """Two terms of the union's committee with a chair each, and a member of its audit committee who left early."""
    fifth = CommitteeTermFactory(number=5, from_on=date(2019, 5, 8), to_on=date(2024, 5, 7))
    sixth = CommitteeTermFactory(committee=fifth.committee, number=6)
    audit = CommitteeTermFactory(committee=CommitteeFactory(kind="audit", name="经费审查委员会"), number=2)
    fifth.offices.create(
        member=MemberFactory(name="沈立"), post="chair", from_on=date(2019, 5, 8), to_on=date(2024, 5, 7)
    )
    sixth.offices.create(member=MemberFactory(name="林芳"), post="chair", from_on=date(2024, 5, 8))
    audit.offices.create(
        member=MemberFactory(name="安红梅"),
        post="member",
        duty="审查",
        from_on=date(2024, 5, 8),
        to_on=date(2025, 1, 1),
    )
    return {"fifth": fifth, "sixth": sixth, "audit": audit}


def _names(response) -> list[str]:
    return [row.cells[3].text for row in response.context["rows"]]


def test_row_says_who_held_what_from_when_to_when(terms, listed):
    row = listed(term=terms["audit"].pk).context["rows"][0]
    assert [cell.text for cell in row.cells] == [
        "第二届经费审查委员会",
        "委员",
        "审查",
        "安红梅",
        "2024-05-08",
        "2025-01-01",
    ]
    assert row.url == terms["audit"].offices.get().member.get_absolute_url()


def test_office_held_to_the_end_ends_with_its_term(terms, listed):
    assert listed(term=terms["sixth"].pk).context["rows"][0].cells[5].text == "2029-05-07"


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, {"沈立", "林芳", "安红梅"}),
        ({"on": "2024-05-07"}, {"沈立"}),
        ({"on": "2024-05-08"}, {"林芳", "安红梅"}),
        ({"on": "2025-01-02"}, {"林芳"}),
        ({"from_on": "2024-05-08"}, {"林芳", "安红梅"}),
        ({"until": "2024-05-07"}, {"沈立"}),
    ],
    ids=str,
)
def test_filter_leaves(query, names, terms, listed):
    assert set(_names(listed(**query))) == names


def test_committee_is_chosen_with_all_of_its_terms(terms, listed):
    assert set(_names(listed(committee=terms["fifth"].committee_id))) == {"沈立", "林芳"}


def test_measure_counts_offices(terms, listed):
    assert listed().context["measures"] == [("任职", "3人次")]


@pytest.mark.parametrize("offices", [3, 300])
def test_list_takes_11_queries_however_long_it_is(offices, listed, django_assert_num_queries):
    term = CommitteeTermFactory()
    for _number in range(offices):
        term.offices.create(member=MemberFactory(), post="member", from_on=date(2024, 5, 8))
    with django_assert_num_queries(11):
        listed()


def test_list_is_for_those_who_see_everybody(teacher, group_leader, signed_in):
    assert [signed_in(account).get(URL).status_code for account in (teacher, group_leader)] == [403, 403]
