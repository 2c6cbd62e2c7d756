from datetime import date

import pytest

from members.enums import CommitteeKind, CommitteePost, HowChosen, OfficeEnd, ServiceStatus, UnionStatus
from members.models import OfficeHolding
from members.services import appoint, end_office
from tests.members.factories import (
    CommitteeFactory,
    CommitteeTermFactory,
    MemberFactory,
    OfficeHoldingFactory,
)
from tests.members.trails import last_changes, trail
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db
START = date(2024, 5, 8)


@pytest.mark.parametrize("day", [date(2024, 5, 8), date(2029, 5, 7)])
def test_office_is_taken_within_the_term(day, secretary):
    term, member = CommitteeTermFactory(), MemberFactory()
    office = appoint(
        term,
        member,
        CommitteePost.MEMBER,
        by=secretary,
        on=day,
        duty="生活",
        how=HowChosen.ADDED,
        document_no="江教工〔2026〕3号",
    )
    assert (office.term, office.member, office.post, office.duty) == (term, member, "member", "生活")
    assert (office.from_on, office.to_on, office.ended_because) == (day, None, "")
    assert (office.how_chosen, office.document_no) == ("added", "江教工〔2026〕3号")
    assert trail(office) == [("任职", "陈静", "林芳，委员")]


@pytest.mark.parametrize("day", [date(2024, 5, 7), date(2029, 5, 8)])
def test_day_outside_the_term_is_refused(day, secretary):
    with pytest.raises(Refused, match="任职日期不在第六届工会委员会的任期之内"):
        appoint(CommitteeTermFactory(), MemberFactory(), CommitteePost.CHAIR, by=secretary, on=day)
    assert not OfficeHolding.objects.exists()


def test_office_held_already_is_refused(secretary, on):
    term, member = CommitteeTermFactory(), MemberFactory(name="周敏")
    appoint(term, member, CommitteePost.CHAIR, by=secretary, on=START)
    with pytest.raises(Refused, match="周敏已经担任第六届工会委员会主席"):
        appoint(term, member, CommitteePost.CHAIR, by=secretary, on=on)


def test_second_office_of_another_kind_is_possible(secretary, on):
    term, member = CommitteeTermFactory(), MemberFactory()
    appoint(term, member, CommitteePost.VICE_CHAIR, by=secretary, on=on)
    appoint(term, member, CommitteePost.MEMBER, by=secretary, on=on)
    assert OfficeHolding.objects.filter(member=member).count() == 2


@pytest.mark.parametrize(("post", "title"), [(CommitteePost.CHAIR, "主席"), (CommitteePost.DIRECTOR, "主任")])
def test_second_head_at_a_time_is_refused(post, title, secretary, on):
    term = CommitteeTermFactory()
    appoint(term, MemberFactory(name="周敏"), post, by=secretary, on=START)
    with pytest.raises(Refused, match=f"周敏正在担任第六届工会委员会{title}，请先办理卸任或者交接"):
        appoint(term, MemberFactory(), post, by=secretary, on=on)


@pytest.mark.parametrize("post", [CommitteePost.VICE_CHAIR, CommitteePost.VICE_DIRECTOR, CommitteePost.MEMBER])
def test_every_other_post_has_room_for_several(post, secretary, on):
    term = CommitteeTermFactory()
    for _person in range(2):
        appoint(term, MemberFactory(), post, by=secretary, on=on)
    assert term.offices.count() == 2


def test_head_of_days_gone_by_is_entered_before_the_present_one(secretary):
    term = CommitteeTermFactory()
    appoint(term, MemberFactory(), CommitteePost.CHAIR, by=secretary, on=date(2025, 9, 1))
    past = {"on": START, "until": date(2025, 8, 31), "because": OfficeEnd.RETIRED}
    office = appoint(term, MemberFactory(), CommitteePost.CHAIR, by=secretary, **past)
    assert (office.from_on, office.to_on, office.ended_because) == (START, date(2025, 8, 31), "retired")


@pytest.mark.parametrize(("on", "until"), [(START, None), (START, date(2025, 9, 1)), (date(2026, 5, 1), None)])
def test_head_whose_days_run_into_those_of_another_is_refused(on, until, secretary):
    term = CommitteeTermFactory()
    appoint(term, MemberFactory(), CommitteePost.CHAIR, by=secretary, on=date(2025, 9, 1))
    with pytest.raises(Refused, match="正在担任"):
        appoint(term, MemberFactory(), CommitteePost.CHAIR, by=secretary, on=on, until=until)


def test_office_that_ends_before_it_begins_is_refused(secretary):
    with pytest.raises(Refused, match="卸任日期不能早于任职日期"):
        appoint(
            CommitteeTermFactory(),
            MemberFactory(),
            CommitteePost.MEMBER,
            by=secretary,
            on=START,
            until=date(2024, 5, 7),
        )


def test_reason_of_an_end_that_never_came_is_not_kept(secretary):
    office = appoint(
        CommitteeTermFactory(), MemberFactory(), CommitteePost.MEMBER, by=secretary, on=START, because="resigned"
    )
    assert office.ended_because == ""


# --- Who may sit on the union's committees ------------------------------------------------------------------


@pytest.mark.parametrize("kind", [CommitteeKind.UNION, CommitteeKind.AUDIT, CommitteeKind.WOMEN])
@pytest.mark.parametrize(
    ("service", "union"),
    [
        (ServiceStatus.IN_SERVICE, UnionStatus.NON_MEMBER),
        (ServiceStatus.RETIRED, UnionStatus.RETAINED),
        (ServiceStatus.LEFT, UnionStatus.NON_MEMBER),
    ],
)
def test_who_is_no_member_in_service_is_refused(service, union, kind, secretary, on):
    member = MemberFactory(name="林芳", service_status=service, union_status=union)
    term = CommitteeTermFactory(committee=CommitteeFactory(kind=kind))
    with pytest.raises(Refused, match="林芳在2026-11-22不是在职会员，不能担任工会委员会的职务"):
        appoint(term, member, CommitteePost.MEMBER, by=secretary, on=on)


def test_seat_of_the_administration_needs_no_membership(secretary, on):
    term = CommitteeTermFactory(committee=CommitteeFactory(kind=CommitteeKind.MEDIATION))
    member = MemberFactory(union_status=UnionStatus.NON_MEMBER)
    assert appoint(term, member, CommitteePost.MEMBER, by=secretary, on=on).member == member


def test_status_counts_as_it_was_on_the_day(secretary):
    member = MemberFactory(service_status=ServiceStatus.RETIRED, union_status=UnionStatus.RETAINED)
    member.status_changes.all().delete()
    changes = (
        ("registered", date(2010, 9, 1), "in_service", "member"),
        ("retired", date(2026, 3, 1), "retired", "retained"),
    )
    for kind, day, service, union in changes:
        member.status_changes.create(kind=kind, on=day, service_status=service, union_status=union)
    term = CommitteeTermFactory()
    assert appoint(term, member, CommitteePost.MEMBER, by=secretary, on=date(2026, 2, 28)).pk
    with pytest.raises(Refused, match="不是在职会员"):
        appoint(term, member, CommitteePost.VICE_CHAIR, by=secretary, on=date(2026, 3, 1))


def test_who_was_entered_late_is_judged_by_the_first_that_is_known(secretary):
    member = MemberFactory(hired_on=date(2026, 11, 1))
    assert appoint(CommitteeTermFactory(), member, CommitteePost.MEMBER, by=secretary, on=START).from_on == START


# --- Ends ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [START, date(2026, 11, 22)])
def test_office_ends_with_its_day_and_reason(day, secretary, on):
    office = OfficeHoldingFactory()
    end_office(office, because=OfficeEnd.RESIGNED, on=day, today=on, by=secretary, note="本人申请")
    office.refresh_from_db()
    assert (office.to_on, office.ended_because) == (day, "resigned")
    assert trail(office)[1:] == [("卸任", "陈静", "林芳，辞去；本人申请")]
    assert last_changes(office) == {"to_on": ["None", str(day)], "ended_because": ["", "resigned"]}


@pytest.mark.parametrize("day", [date(2024, 5, 7), date(2026, 11, 23)])
def test_end_before_the_office_or_to_come_is_refused(day, secretary, on):
    office = OfficeHoldingFactory()
    with pytest.raises(Refused, match="卸任日期应在就任日期2024-05-08和今天之间"):
        end_office(office, because=OfficeEnd.RESIGNED, on=day, today=on, by=secretary)
    office.refresh_from_db()
    assert office.to_on is None


def test_second_end_is_refused(secretary, on):
    office = OfficeHoldingFactory(to_on=date(2025, 1, 1))
    with pytest.raises(Refused, match="林芳已经在2025-01-01卸任"):
        end_office(office, because=OfficeEnd.RESIGNED, on=on, today=on, by=secretary)
