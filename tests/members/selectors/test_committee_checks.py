from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.enums import CommitteeKind, Gender
from members.selectors import term_checks, years_after
from tests.members.factories import (
    AccountFactory,
    CommitteeFactory,
    CommitteeTermFactory,
    MemberFactory,
    OfficeHoldingFactory,
    RoleGrantFactory,
)
from unionoffice.roles import Role
from unionoffice.rules import set_rule
from unionoffice.tones import Tone

pytestmark = pytest.mark.django_db
START = date(2024, 5, 8)


def found(term, on, label):
    """Text and tone of the check of that label; None where there is none."""
    return next(((check.text, check.tone) for check in term_checks(term, on) if check.label == label), None)


@pytest.fixture
def term():
    return CommitteeTermFactory()


def seats(term, number, **fields):
    for _seat in range(number):
        OfficeHoldingFactory(term=term, **fields)


# --- Size ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "filled", "text", "tone"),
    [
        (24, 2, "会员24名，委员应为3至5名，实有2名；不足25名会员的，也可以只设主席或者组织员1名", Tone.WAITS),
        (24, 1, "会员24名，委员应为3至5名，实有1名；不足25名会员的，也可以只设主席或者组织员1名", Tone.DONE),
        (24, 5, "会员24名，委员应为3至5名，实有5名", Tone.DONE),
        (25, 7, "会员25名，委员应为3至7名，实有7名", Tone.DONE),
        (25, 8, "会员25名，委员应为3至7名，实有8名", Tone.WAITS),
    ],
)
def test_size_is_held_against_the_number_of_members(members, filled, text, tone, term, on):
    seats(term, filled)
    for _member in range(members - filled):
        MemberFactory()
    assert found(term, on, "委员人数") == (text, tone)


def test_who_holds_two_posts_is_one_of_the_committee(term, on):
    member = MemberFactory()
    seats(term, 2)
    OfficeHoldingFactory(term=term, member=member, post="vice_chair")
    OfficeHoldingFactory(term=term, member=member, post="member")
    assert found(term, on, "委员人数")[0].endswith("实有3名")


def test_size_is_held_against_the_rule_of_the_day(term, secretary):
    set_rule("members.committee.size_24_max", 2, valid_from=date(2026, 1, 1), source="地方规定", by=secretary)
    seats(term, 3)
    tones = [found(term, day, "委员人数")[1] for day in (date(2025, 12, 31), date(2026, 1, 1))]
    assert tones == [Tone.DONE, Tone.WAITS]


def test_term_that_is_over_is_looked_at_on_its_last_day(term):
    OfficeHoldingFactory(term=term, to_on=date(2029, 5, 7))
    OfficeHoldingFactory(term=term, to_on=date(2029, 5, 6))
    assert found(term, date(2031, 1, 1), "委员人数")[0].startswith("会员2名，委员应为3至5名，实有1名")


@pytest.mark.parametrize(
    ("filled", "text", "tone"),
    [
        (3, "批准委员3名，实有3名", Tone.DONE),
        (2, "批准委员3名，实有2名，缺额1名，可以增补", Tone.WAITS),
        (5, "批准委员3名，实有5名，超出2名", Tone.WAITS),
    ],
)
def test_size_is_held_against_the_approval(filled, text, tone, on):
    term = CommitteeTermFactory(size_approved=3)
    seats(term, filled)
    assert found(term, on, "批准的名额") == (text, tone)


def test_nothing_is_said_of_an_approval_that_named_no_number(term, on):
    assert found(term, on, "批准的名额") is None


# --- Days ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "text", "tone"),
    [
        ({}, "任期5年，2024年5月8日至2029年5月7日", Tone.DONE),
        (
            {"years": 4, "to_on": date(2028, 5, 7)},
            "任期4年，2024年5月8日至2028年5月7日；规定每届3年或者5年",
            Tone.WAITS,
        ),
        (
            {"to_on": date(2029, 5, 8)},
            "任期5年，2024年5月8日至2029年5月8日；比5年长，没有登记延期换届的批复",
            Tone.WAITS,
        ),
        (
            {"to_on": date(2029, 12, 31), "end_moved_by": "江教工〔2029〕2号"},
            "任期5年，2024年5月8日至2029年12月31日",
            Tone.DONE,
        ),
    ],
)
def test_days_are_held_against_the_law(fields, text, tone, on):
    assert found(CommitteeTermFactory(**fields), on, "任期") == (text, tone)


@given(start=st.dates(date(1990, 1, 1), date(2050, 12, 31)), years=st.integers(1, 10))
def test_term_of_whole_years_ends_on_the_eve_of_the_same_day(start, years):
    last = years_after(start, years)
    if (start.month, start.day) == (2, 29):
        assert last in (date(start.year + years, 2, 28), date(start.year + years, 2, 29))
    else:
        assert (last.toordinal() + 1) == start.replace(year=start.year + years).toordinal()


# --- Women --------------------------------------------------------------------------------------------------


def test_share_of_women_is_told_beside_that_of_the_members(term, on):
    seats(term, 2)
    seats(term, 1, member__gender=Gender.MALE)
    MemberFactory(gender=Gender.MALE)
    assert found(term, on, "女委员比例") == ("女委员2名，占66.7%；女会员占会员的50.0%", Tone.ACTIVE)


@pytest.mark.parametrize(
    ("women", "duty", "committee", "text", "tone"),
    [
        (9, "", False, "女会员9名，不足10名，应设女职工委员：尚未设立", Tone.WAITS),
        (9, "女工", False, "女会员9名，不足10名，应设女职工委员：已设立", Tone.DONE),
        (10, "女工", False, "女会员10名，达到10名，应建立女职工委员会：尚未设立", Tone.WAITS),
        (10, "", True, "女会员10名，达到10名，应建立女职工委员会：已设立", Tone.DONE),
    ],
)
def test_women_have_a_committee_or_an_officer(women, duty, committee, text, tone, term, on):
    OfficeHoldingFactory(term=term, duty=duty)
    for _member in range(women - 1):
        MemberFactory()
    if committee:
        CommitteeTermFactory(committee=CommitteeFactory(kind=CommitteeKind.WOMEN, name="女职工委员会"), number=3)
    assert found(term, on, "女职工组织") == (text, tone)


# --- Audit --------------------------------------------------------------------------------------------------


@pytest.fixture
def audit():
    return CommitteeTermFactory(committee=CommitteeFactory(kind=CommitteeKind.AUDIT, name="经费审查委员会"), number=2)


def test_who_audits_alone_is_fine(audit, on):
    seats(audit, 3)
    assert found(audit, on, "经审回避") == ("没有工会主席、副主席、会计或者出纳兼任", Tone.DONE)


@pytest.mark.parametrize("post", ["chair", "vice_chair"])
def test_who_leads_the_union_is_named(post, audit, term, on):
    member = MemberFactory(name="周敏")
    OfficeHoldingFactory(term=term, member=member, post=post)
    OfficeHoldingFactory(term=audit, member=member)
    assert found(audit, on, "经审回避") == ("周敏同时负责工会或者经手工会经费，不宜担任经审委员", Tone.WAITS)


@pytest.mark.parametrize("role", [Role.TREASURER, Role.CASHIER, Role.CHAIR])
def test_who_handles_the_money_is_named(role, audit, on):
    account = AccountFactory(name="吴涛", member__name="吴涛")
    RoleGrantFactory(account=account, role=role)
    OfficeHoldingFactory(term=audit, member=account.member)
    assert found(audit, on, "经审回避")[1] is Tone.WAITS


def test_school_that_allows_it_is_told_nothing(audit, on, secretary):
    set_rule("members.committee.audit_apart", value=False, valid_from=START, source="校内规定", by=secretary)
    assert found(audit, on, "经审回避") is None


def test_checks_take_the_same_number_of_queries_for_few_and_many(term, on, django_assert_num_queries):
    seats(term, 3)
    with django_assert_num_queries(4):
        term_checks(term, on)
    seats(term, 30)
    with django_assert_num_queries(4):
        term_checks(term, on)
