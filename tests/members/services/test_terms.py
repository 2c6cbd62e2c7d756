from datetime import date

import pytest

from members.enums import CommitteeKind
from members.models import Committee, CommitteeTerm
from members.services import move_term_end, open_term, save_committee, update_term
from tests.members.factories import CommitteeFactory, CommitteeTermFactory, MemberFactory, OfficeHoldingFactory
from tests.members.trails import last_changes, trail
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def sixth():
    """The sixth term, which lasts until 7 May 2029, with a chair and two others, one of whom resigned."""
    term = CommitteeTermFactory(number=6)
    OfficeHoldingFactory(term=term, member__name="周敏", post="chair")
    OfficeHoldingFactory(term=term, member__name="蒋文博", duty="生活")
    OfficeHoldingFactory(term=term, member__name="安红梅", to_on=date(2025, 1, 1), ended_because="resigned")
    return term


def following(term, **fields):
    days = {"number": 7, "from_on": date(2029, 5, 8), "to_on": date(2034, 5, 7)}
    return CommitteeTerm(committee=term.committee, **{**days, **fields})


def seats(term):
    offices = term.offices.order_by("pk")
    return [(one.member.name, one.post, one.duty, one.from_on, one.to_on, one.ended_because) for one in offices]


# --- Committees ---------------------------------------------------------------------------------------------


def test_committee_is_set_up_and_corrected(secretary):
    committee = save_committee(Committee(), kind=CommitteeKind.OTHER, name="膳食委员会", by=secretary)
    save_committee(committee, kind=CommitteeKind.OTHER, name="膳食监督委员会", by=secretary)
    committee.refresh_from_db()
    assert (committee.kind, committee.name, committee.version) == ("other", "膳食监督委员会", 2)
    assert last_changes(committee) == {"name": ["膳食委员会", "膳食监督委员会"]}


def test_name_that_is_taken_is_refused(secretary):
    CommitteeFactory(kind=CommitteeKind.AUDIT, name="经费审查委员会")
    with pytest.raises(Refused, match="已经有名为“经费审查委员会”的委员会"):
        save_committee(Committee(), kind=CommitteeKind.OTHER, name="经费审查委员会", by=secretary)


def test_second_committee_of_the_union_is_refused(secretary):
    CommitteeFactory()
    with pytest.raises(Refused, match="工会委员会只有一个"):
        save_committee(Committee(), kind=CommitteeKind.UNION, name="校工会委员会", by=secretary)


# --- A new term ---------------------------------------------------------------------------------------------


def test_new_term_ends_the_offices_of_the_old_on_its_eve(sixth, secretary):
    term = open_term(following(sixth), by=secretary)
    assert seats(sixth) == [
        ("周敏", "chair", "", date(2024, 5, 8), date(2029, 5, 7), "term_over"),
        ("蒋文博", "member", "生活", date(2024, 5, 8), date(2029, 5, 7), "term_over"),
        ("安红梅", "member", "", date(2024, 5, 8), date(2025, 1, 1), "resigned"),
    ]
    assert (term.offices.count(), trail(term)) == (0, [("登记", "陈静", "")])
    assert trail(sixth.offices.get(post="chair"))[-1] == ("换届", "陈静", "第七届工会委员会")


def test_who_stays_takes_the_same_office_in_the_new_term(sixth, secretary):
    staying = sixth.offices.filter(member__name="蒋文博")
    term = open_term(following(sixth), staying=staying, by=secretary)
    assert seats(term) == [("蒋文博", "member", "生活", date(2029, 5, 8), None, "")]
    assert term.offices.get().how_chosen == "elected"


def test_term_that_begins_early_shortens_the_one_before(sixth, secretary):
    open_term(following(sixth, from_on=date(2027, 1, 1), to_on=date(2031, 12, 31)), by=secretary)
    sixth.refresh_from_db()
    assert sixth.to_on == date(2026, 12, 31)
    assert last_changes(sixth) == {"to_on": ["2029-05-07", "2026-12-31"]}


def test_term_that_begins_late_leaves_the_one_before_its_days(sixth, secretary):
    open_term(following(sixth, from_on=date(2029, 9, 1)), by=secretary)
    sixth.refresh_from_db()
    assert (sixth.to_on, sixth.offices.get(post="chair").to_on) == (date(2029, 5, 7), date(2029, 8, 31))


def test_term_of_long_ago_is_entered_after_a_later_one(sixth, secretary):
    fifth = following(sixth, number=5, from_on=date(2019, 5, 8), to_on=date(2024, 5, 7))
    open_term(fifth, by=secretary)
    sixth.refresh_from_db()
    assert (sixth.to_on, sixth.offices.current().count()) == (date(2029, 5, 7), 2)


def test_number_that_is_taken_is_refused(sixth, secretary):
    with pytest.raises(Refused, match="第6届已经登记"):
        open_term(following(sixth, number=6), by=secretary)
    assert sixth.offices.current().count() == 2


@pytest.mark.parametrize(
    ("from_on", "to_on"),
    [
        (date(2024, 5, 8), date(2029, 5, 7)),
        (date(2020, 1, 1), date(2024, 5, 8)),
        (date(2024, 5, 9), date(2029, 5, 8)),
    ],
)
def test_days_of_another_term_are_refused(from_on, to_on, sixth, secretary):
    with pytest.raises(Refused, match="任期与第六届工会委员会（2024-05-08起）重叠"):
        open_term(following(sixth, from_on=from_on, to_on=to_on), by=secretary)


def test_office_taken_after_the_new_term_began_is_refused(sixth, secretary):
    OfficeHoldingFactory(term=sixth, member__name="仇旻", from_on=date(2028, 1, 1))
    with pytest.raises(Refused, match="仇旻在2028-01-01才就任上一届的职务"):
        open_term(following(sixth, from_on=date(2027, 9, 1)), by=secretary)
    assert sixth.offices.current().count() == 3


def test_refused_stay_takes_everything_back(sixth, secretary):
    office = OfficeHoldingFactory(term=sixth, member=MemberFactory(name="康伟", union_status="non_member"))
    with pytest.raises(Refused, match="康伟在2029-05-08不是在职会员"):
        open_term(following(sixth), staying=[office], by=secretary)
    assert (sixth.committee.terms.count(), sixth.offices.current().count()) == (1, 3)


# --- Its file and its end -----------------------------------------------------------------------------------


def test_file_of_a_term_is_completed(sixth, secretary):
    changes = {"number": 6, "report_no": "明德工〔2024〕8号", "reported_on": date(2024, 5, 20), "size_approved": 7}
    update_term(sixth, changes=changes, by=secretary)
    sixth.refresh_from_db()
    assert (sixth.report_no, sixth.reported_on, sixth.size_approved) == tuple(changes.values())[1:]
    assert set(last_changes(sixth)) == {"report_no", "reported_on", "size_approved"}


def test_number_of_another_term_is_refused(sixth, secretary):
    CommitteeTermFactory(committee=sixth.committee, number=5, from_on=date(2019, 5, 8), to_on=date(2024, 5, 7))
    with pytest.raises(Refused, match="第5届已经登记"):
        update_term(sixth, changes={"number": 5}, by=secretary)


@pytest.mark.parametrize(("to_on", "verb"), [(date(2030, 5, 7), "延期换届"), (date(2028, 12, 31), "提前届满")])
def test_end_is_moved_with_what_it_rests_on(to_on, verb, sixth, secretary):
    move_term_end(sixth, to_on, source="江教工〔2029〕2号", ends_offices=False, by=secretary)
    sixth.refresh_from_db()
    assert (sixth.to_on, sixth.end_moved_by) == (to_on, "江教工〔2029〕2号")
    assert trail(sixth)[-1] == (verb, "陈静", "江教工〔2029〕2号")
    assert sixth.offices.current().count() == 2


def test_every_office_ends_with_the_term_where_asked(sixth, secretary):
    move_term_end(sixth, date(2026, 12, 31), source="撤并", ends_offices=True, by=secretary)
    ends = [(seat[4], seat[5]) for seat in seats(sixth)]
    assert ends == [(date(2026, 12, 31), "term_over")] * 2 + [(date(2025, 1, 1), "resigned")]


def test_end_that_is_the_same_is_refused(sixth, secretary):
    with pytest.raises(Refused, match="届满日期没有变化"):
        move_term_end(sixth, date(2029, 5, 7), source="-", ends_offices=False, by=secretary)


@pytest.mark.parametrize("to_on", [date(2024, 5, 8), date(2029, 5, 8), date(2031, 1, 1)])
def test_end_outside_the_days_of_the_term_is_refused(to_on, sixth, secretary):
    open_term(following(sixth), by=secretary)
    with pytest.raises(Refused, match="届满日期应在本届开始之后、下一届开始之前"):
        move_term_end(sixth, to_on, source="-", ends_offices=False, by=secretary)


def test_end_before_an_office_that_would_end_with_it_is_refused(sixth, secretary):
    OfficeHoldingFactory(term=sixth, member__name="仇旻", from_on=date(2028, 1, 1))
    with pytest.raises(Refused, match="仇旻在届满日期之后才就任"):
        move_term_end(sixth, date(2027, 12, 31), source="-", ends_offices=True, by=secretary)
    sixth.refresh_from_db()
    assert (sixth.to_on, sixth.offices.current().count()) == (date(2029, 5, 7), 3)
