from datetime import date

import pytest

from members.models import Committee, CommitteeTerm, OfficeHolding
from members.selectors import (
    days_until_renewal_is_due,
    file_steps,
    offices_of_term,
    renewal_badge_words,
    terms_to_renew,
)
from tests.members.factories import CommitteeFactory, CommitteeTermFactory, MemberFactory, OfficeHoldingFactory
from unionoffice.rules import set_rule

pytestmark = pytest.mark.django_db


def test_steps_of_the_file_tell_what_is_known_and_what_is_missing():
    term = CommitteeTerm(
        requested_on=date(2024, 3, 24),
        request_no="明德工〔2024〕6号",
        approved_on=date(2024, 4, 13),
        approval_no="江教工〔2024〕12号",
        size_approved=7,
        elected_how="会员大会无记名投票",
        guided_by="高建平",
    )
    assert [(step.label, step.is_done, step.text) for step in file_steps(term)] == [
        ("向上级工会请示", True, "明德工〔2024〕6号"),
        ("上级工会批复", True, "江教工〔2024〕12号；批准委员7名"),
        ("选举", False, "会员大会无记名投票；现场指导人：高建平"),
        ("上报选举结果", False, ""),
        ("上级工会答复", False, ""),
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 5, 7), "尚未开始"),
        (date(2024, 5, 8), "任期内"),
        (date(2028, 11, 7), "任期内"),
        (date(2028, 11, 8), "即将到期"),
        (date(2029, 5, 7), "即将到期"),
        (date(2029, 5, 8), "到期应换届"),
    ],
)
def test_state_of_a_term_goes_by_its_days(day, words):
    assert renewal_badge_words(CommitteeTermFactory(), day, days_until_renewal_is_due(day))[0] == words


def test_last_term_of_each_committee_is_due_from_the_warning_on(secretary):
    fifth = CommitteeTermFactory(number=5, from_on=date(2019, 5, 8), to_on=date(2024, 5, 7))
    sixth = CommitteeTermFactory(committee=fifth.committee, number=6)
    women = CommitteeTermFactory(
        committee=CommitteeFactory(kind="women", name="女职工委员会"), number=3, to_on=date(2027, 5, 7)
    )
    set_rule("members.committee.warning", 30, valid_from=date(2028, 1, 1), source="校内规定", by=secretary)
    assert list(terms_to_renew(date(2026, 11, 7))) == []
    assert list(terms_to_renew(date(2026, 11, 8))) == [women]
    assert list(terms_to_renew(date(2029, 4, 6))) == [women]
    assert set(terms_to_renew(date(2029, 4, 7))) == {sixth, women}


def test_term_that_has_not_begun_replaces_none_before_its_day():
    sixth = CommitteeTermFactory(number=6)
    CommitteeTermFactory(committee=sixth.committee, number=7, from_on=date(2029, 5, 8), to_on=date(2034, 5, 7))
    committee = Committee.objects.with_terms().get()
    found = [committee.term_on(day) for day in (date(2024, 5, 7), date(2029, 5, 7), date(2029, 5, 8))]
    assert [term and term.number for term in found] == [None, 6, 7]


def test_offices_stand_in_order_of_post_then_of_service():
    term = CommitteeTermFactory()
    for post, day in (("member", 9), ("member", 8), ("chair", 10), ("vice_chair", 8)):
        OfficeHoldingFactory(term=term, post=post, from_on=date(2024, 5, day))
    found = [(office.post, office.from_on.day) for office in offices_of_term(term)]
    assert found == [("chair", 10), ("vice_chair", 8), ("member", 8), ("member", 9)]


@pytest.mark.parametrize(
    ("service", "union", "stranded"),
    [
        ("in_service", "member", False),
        ("in_service", "non_member", True),
        ("retired", "retained", True),
        ("left", "non_member", True),
        ("dead", "non_member", True),
    ],
)
def test_office_is_stranded_when_its_holder_left(service, union, stranded):
    OfficeHoldingFactory(member=MemberFactory(service_status=service, union_status=union))
    assert OfficeHolding.objects.stranded().exists() is stranded


def test_office_that_ended_is_stranded_no_more():
    OfficeHoldingFactory(member=MemberFactory(service_status="left"), to_on=date(2025, 1, 1))
    assert not OfficeHolding.objects.stranded().exists()
