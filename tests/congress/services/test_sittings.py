"""Sittings: arranged, opened when enough are there, closed; and what that makes of their session."""

from datetime import date, timedelta

import pytest

from congress import services
from congress.enums import Body, LeaveStatus, SessionStatus, SittingKind, SittingStatus, Standing
from congress.models import Constituency, Exit, Leave, Session, Sitting
from congress.selectors import door_of, present, quorums, where_is
from members.enums import AttendanceState
from members.models import Attendance, Gathering
from members.services import check_in
from tests.conftest import TODAY
from tests.congress.factories import DelegateFactory
from tests.congress.sittings import MORNING, NOON, arrive, make_session, make_sitting, opened, voters
from tests.members.factories import (
    AccountFactory,
    CommitteeFactory,
    GroupPlaceFactory,
    MemberFactory,
    UnionGroupFactory,
)
from unionoffice import audit
from unionoffice.inbox.models import Notice
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


def verbs(record):
    return [entry.verb for entry in audit.trail_of(record)]


def joint(staff=3, union=3):
    """Two sessions held together; one person sits in both."""
    one, other = make_session(staff), make_session(union, body=Body.UNION, term_number=5)
    services.join_sessions(one, other, by=AccountFactory())
    return Session.objects.get(pk=one.pk), Session.objects.get(pk=other.pk)


class TestPlanning:
    def test_sittings_of_a_session_are_numbered(self, secretary):
        session = make_session()
        first, second = (make_sitting(session=session, by=secretary, title=title) for title in ("开幕式", "闭幕式"))
        assert [(one.number, one.title, one.joint_with) for one in (first, second)] == [
            (1, "开幕式", None),
            (2, "闭幕式", None),
        ]
        assert first.whole_title == "第九届第三次教职工代表大会开幕式"

    def test_day_that_is_not_the_sessions_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^第九届第三次定在2026年11月22日，请选其中的一天，或先修改会议日期。$"):
            make_sitting(by=secretary, day=date(2026, 11, 23))

    def test_end_before_the_beginning_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^结束时间应当晚于开始时间。$"):
            make_sitting(by=secretary, ends_at=MORNING["starts_at"])

    def test_session_that_is_over_takes_no_more(self, secretary):
        session = make_session(status=SessionStatus.HELD)
        with pytest.raises(Refused, match="已经闭幕"):
            make_sitting(session=session, by=secretary)

    def test_two_bodies_have_a_sitting_each_and_that_of_the_staff_keeps_attendance(self, secretary):
        staff, union = joint()
        lead = make_sitting(session=union, by=secretary)
        other = Sitting.objects.exclude(pk=lead.pk).get()
        assert (lead.session, other.session, other.joint_with, other.hall_id) == (staff, union, lead, lead.pk)

    @pytest.mark.parametrize(
        ("kind", "sentence"),
        [
            (SittingKind.CONSTITUENCY, "请选择是哪个选举单位的会议。"),
            (SittingKind.COMMITTEE, "请选择是哪个委员会的会议。"),
        ],
    )
    def test_meeting_of_nobody_in_particular_is_refused(self, secretary, kind, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.plan_other_sitting(Sitting(), {**MORNING, "kind": kind}, by=secretary)

    def test_committee_keeps_only_the_committee(self, secretary):
        values = {**MORNING, "kind": SittingKind.COMMITTEE, "committee": CommitteeFactory()}
        sitting = services.plan_other_sitting(Sitting(), values, by=secretary)
        assert (sitting.session, sitting.number, sitting.people_due().count()) == (None, None, 0)


class TestAmending:
    def test_another_day_begins_attendance_anew(self, secretary):
        session = make_session()
        Session.objects.update(ends_on=date(2026, 11, 23))
        session.refresh_from_db()
        sitting = make_sitting(session=session, by=secretary)
        arrive(sitting, voters(sitting)[:2])
        services.amend_sitting(sitting, {"day": date(2026, 11, 23)}, by=secretary, at=NOON)
        assert (door_of(sitting), present(sitting)) == (None, 0)

    def test_both_bodies_move_together(self, secretary):
        lead = make_sitting(session=joint()[0], by=secretary)
        services.amend_sitting(lead, {"place": "报告厅"}, by=secretary, at=NOON)
        assert set(Sitting.objects.values_list("place", flat=True)) == {"报告厅"}

    def test_opened_one_stays_as_it_is(self, secretary):
        with pytest.raises(Refused, match="会议已经开始"):
            services.amend_sitting(opened(by=secretary), {"place": "报告厅"}, by=secretary, at=NOON)

    def test_moves_with_its_session(self, secretary):
        sitting = make_sitting(by=secretary)
        session = sitting.session
        services.move_sittings(session, timedelta(days=2), by=secretary)
        assert Sitting.objects.get().day == date(2026, 11, 24)

    def test_session_does_not_move_while_people_check_in(self, secretary):
        sitting = make_sitting(by=secretary)
        arrive(sitting, [])
        with pytest.raises(Refused, match=r"^“第一次全体会议”已经开始签到，大会不能改期。$"):
            services.move_sittings(sitting.session, timedelta(days=2), by=secretary)

    def test_arrangement_is_deleted_for_both_bodies(self, secretary):
        services.delete_sitting(make_sitting(session=joint()[0], by=secretary), by=secretary)
        assert not Sitting.objects.exists()

    def test_what_people_checked_in_to_is_not_deleted(self, secretary):
        sitting = make_sitting(by=secretary)
        arrive(sitting, [])
        with pytest.raises(Refused, match="已经有签到或请假记录"):
            services.delete_sitting(sitting, by=secretary)


class TestOpening:
    def test_is_refused_before_its_day(self, secretary):
        sitting = make_sitting(by=secretary)
        with pytest.raises(Refused, match=r"^会议定在2026年11月22日，到时才能宣布开会。改期的请先修改安排。$"):
            services.open_sitting(sitting, by=secretary, at=NOON - timedelta(days=1))

    def test_freezes_what_it_depended_on(self, secretary):
        sitting = opened(9, 6, by=secretary)
        DelegateFactory(term=sitting.session.term)
        (quorum,) = quorums([Sitting.objects.get()])
        assert (quorum.due, quorum.needed, sitting.opened_by, sitting.opened_at) == (9, 6, secretary, NOON)
        assert sitting.quorum_rule.startswith("应到人数的三分之二以上。《学校教职工代表大会规定》（教育部令第32号）")
        assert verbs(sitting) == ["宣布开会", "安排单元会议"]

    def test_of_two_bodies_needs_both_quorums(self, secretary):
        staff, _union = joint(3, 3)
        lead = make_sitting(session=staff, by=secretary)
        other = lead.joined_by
        arrive(lead, [*voters(lead), *voters(other)[:1]])
        with pytest.raises(
            Refused, match=r"^工会会员代表大会：应到3人，实到1人，未达到法定人数2人，还差1人，不能开会。$"
        ):
            services.open_sitting(lead, by=secretary, at=NOON)
        assert not Sitting.objects.opened_once().exists()
        arrive(lead, voters(other)[:2])
        services.open_sitting(lead, by=secretary, at=NOON)
        assert list(Sitting.objects.order_by("pk").values_list("status", "due_count", "present_count")) == [
            ("opened", 3, 3),
            ("opened", 3, 2),
        ]
        assert set(Session.objects.values_list("status", "present_count")) == {("opened", 3), ("opened", 2)}

    def test_one_check_in_counts_for_both_bodies(self, secretary):
        staff, union = joint(1, 0)
        member = staff.term.delegates.get().member
        DelegateFactory(term=union.term, member=member)
        lead = make_sitting(session=staff, by=secretary)
        arrive(lead, [member])
        assert [(one.due, one.present) for one in quorums([lead, lead.joined_by])] == [(1, 1), (1, 1)]

    def test_second_sitting_leaves_the_sessions_numbers(self, secretary):
        first = opened(3, 3, by=secretary)
        second = make_sitting(session=first.session, by=secretary, title="闭幕式")
        arrive(second, voters(second)[:2])
        services.open_sitting(second, by=secretary, at=NOON)
        assert (second.present_count, Session.objects.get().present_count) == (2, 3)


class TestClosing:
    def test_who_never_came_is_absent(self, secretary):
        sitting = opened(3, 2, by=secretary)
        services.close_sitting(sitting, by=secretary, at=NOON)
        states = list(Attendance.objects.order_by("member").values_list("state", flat=True))
        assert states == [AttendanceState.PRESENT, AttendanceState.PRESENT, AttendanceState.ABSENT]
        assert (sitting.status, door_of(sitting).is_open) == (SittingStatus.CLOSED, False)

    def test_is_refused_before_the_opening(self, secretary):
        with pytest.raises(Refused, match=r"^现在是“待召开”状态，不能宣布结束。"):
            services.close_sitting(make_sitting(by=secretary), by=secretary, at=NOON)

    def test_session_ends_after_its_last_sitting(self, secretary):
        sitting = opened(by=secretary)
        with pytest.raises(Refused, match="还有单元会议没有结束"):
            services.close_session(Session.objects.get(), by=secretary)
        services.close_sitting(sitting, by=secretary, at=NOON)
        session = services.close_session(Session.objects.get(), by=secretary)
        assert (session.status, verbs(session)[:2]) == (SessionStatus.HELD, ["宣布闭幕", "开幕"])


class TestHolding:
    """Recorded afterwards."""

    def test_keeps_the_numbers_that_are_known(self, secretary):
        session = make_session(0)
        services.hold_session(session, due_count=42, present_count=28, by=secretary, on=TODAY)
        session.refresh_from_db()
        assert (session.status, session.due_count, session.present_count) == (SessionStatus.HELD, 42, 28)

    @pytest.mark.parametrize(
        ("due", "present", "sentence"),
        [
            (
                42,
                27,
                "应到42人，须有28人到会才能召开（应到人数的三分之二以上），填写的实到是27人。请核对；不清楚的两项都留空。",
            ),
            (42, 43, "实到43人多于应到42人，请核对。"),
            (42, None, "应到和实到人数要一起填写；不清楚的两项都留空。"),
            (None, 42, "应到和实到人数要一起填写；不清楚的两项都留空。"),
        ],
    )
    def test_numbers_that_cannot_be_are_refused(self, secretary, due, present, sentence):
        with pytest.raises(Refused) as refusal:
            services.hold_session(make_session(0), due_count=due, present_count=present, by=secretary, on=TODAY)
        assert str(refusal.value) == sentence

    def test_session_with_sittings_is_opened_in_them(self, secretary):
        sitting = make_sitting(by=secretary)
        with pytest.raises(Refused, match="安排了单元会议"):
            services.hold_session(sitting.session, by=secretary, on=TODAY)


class TestRoom:
    def test_door_opens_once_and_on_the_day(self, secretary):
        sitting = make_sitting(by=secretary)
        with pytest.raises(Refused, match=r"^会议定在2026年11月22日，当天才能开始签到。$"):
            services.open_door(sitting, by=secretary, at=NOON - timedelta(days=1))
        door = services.open_door(sitting, by=secretary, at=NOON)
        assert services.open_door(sitting, by=secretary, at=NOON) == door

    def test_nobody_is_marked_before_it_opens(self, secretary):
        sitting = make_sitting(by=secretary)
        with pytest.raises(Refused, match=r"^现在没有开放签到，不能登记。请先开始签到。$"):
            services.mark_in_room(sitting, voters(sitting), Standing.PRESENT, by=secretary, at=NOON)

    def test_who_never_came_cannot_leave(self, secretary):
        sitting = make_sitting(by=secretary)
        arrive(sitting, [])
        with pytest.raises(Refused, match="没有签到，不能登记离场。"):
            services.mark_in_room(sitting, voters(sitting)[:1], Standing.LEFT, by=secretary, at=NOON)

    def test_leaving_twice_is_one_exit_and_coming_back_ends_it(self, secretary):
        sitting = opened(by=secretary)
        one = voters(sitting)[:1]
        for _time in range(2):
            services.mark_in_room(sitting, one, Standing.LEFT, by=secretary, at=NOON)
        assert (Exit.objects.count(), where_is(sitting, one[0].pk)) == (1, Standing.LEFT)
        services.mark_in_room(sitting, one, Standing.PRESENT, by=secretary, at=NOON)
        assert (Exit.objects.get().returned_at, where_is(sitting, one[0].pk)) == (NOON, Standing.PRESENT)


class TestLeave:
    @pytest.fixture
    def asked(self, secretary):
        sitting = make_sitting(by=secretary)
        account = AccountFactory(member=voters(sitting)[0])
        return services.ask_leave(sitting, account.member, reason=" 出差 ", by=account, on=TODAY)

    def test_is_asked_and_told_to_the_secretary_without_the_reason(self, secretary, asked):
        notice = Notice.objects.get(account=secretary)
        assert (asked.reason, asked.status) == ("出差", LeaveStatus.ASKED)
        assert notice.sentence == (
            f"{asked.member}请假不参加2026年11月22日第九届第三次教职工代表大会第一次全体会议，待审批。"
        )

    def test_is_granted_and_stands_on_the_roll(self, secretary, asked):
        services.grant_leave(asked, by=secretary, on=TODAY, at=NOON)
        arrive(asked.sitting, [])
        assert where_is(asked.sitting, asked.member_id) == Standing.ON_LEAVE
        assert (asked.decided_by, asked.decided_on) == (secretary, TODAY)
        assert Notice.objects.filter(account__member=asked.member, sentence__endswith="已准假。").count() == 1

    def test_granted_while_people_check_in_is_noted_at_once(self, secretary, asked):
        arrive(asked.sitting, [])
        services.grant_leave(asked, by=secretary, on=TODAY, at=NOON)
        assert where_is(asked.sitting, asked.member_id) == Standing.ON_LEAVE

    def test_who_came_after_all_stays_present(self, secretary, asked):
        arrive(asked.sitting, [asked.member])
        services.grant_leave(asked, by=secretary, on=TODAY, at=NOON)
        assert where_is(asked.sitting, asked.member_id) == Standing.PRESENT

    def test_is_declined_with_a_reason_and_may_be_asked_again(self, secretary, asked):
        with pytest.raises(Refused, match=r"^请写明不准假的原因。$"):
            services.decline_leave(asked, comment=" ", by=secretary, on=TODAY)
        services.decline_leave(asked, comment="议程须您报告", by=secretary, on=TODAY)
        again = services.ask_leave(asked.sitting, asked.member, reason="住院", by=asked.member.account, on=TODAY)
        assert (again.pk, again.status, again.reason, again.comment) == (asked.pk, LeaveStatus.ASKED, "住院", "")

    def test_of_the_whole_session_is_asked_for_each_sitting(self, secretary):
        first = make_sitting(by=secretary)
        make_sitting(session=first.session, by=secretary, title="闭幕式")
        account = AccountFactory(member=voters(first)[0])
        services.ask_leave(first, account.member, reason="出差", whole_session=True, by=account, on=TODAY)
        assert Leave.objects.filter(member=account.member).count() == 2

    def test_is_for_who_is_due(self, secretary):
        stranger = AccountFactory(member=MemberFactory(name="林芳"))
        with pytest.raises(Refused, match=r"^林芳不在这次会议的应到名单里，不用请假。$"):
            services.ask_leave(make_sitting(by=secretary), stranger.member, reason="出差", by=stranger, on=TODAY)

    def test_is_refused_once_the_sitting_opened(self, secretary):
        sitting = opened(by=secretary)
        with pytest.raises(Refused, match=r"^会议已经开始，不能再请假。$"):
            services.record_leave(sitting, voters(sitting)[0], reason="出差", by=secretary, on=TODAY, at=NOON)

    def test_is_recorded_as_granted(self, secretary):
        sitting = make_sitting(by=secretary)
        leave = services.record_leave(sitting, voters(sitting)[0], reason="出差", by=secretary, on=TODAY, at=NOON)
        assert leave.status == LeaveStatus.GRANTED

    def test_is_taken_back_until_people_check_in(self, secretary, asked):
        services.take_back_leave(asked, by=asked.member.account)
        assert not Leave.objects.exists()
        sitting = Sitting.objects.get()
        leave = services.record_leave(sitting, voters(sitting)[0], reason="出差", by=secretary, on=TODAY, at=NOON)
        arrive(sitting, [])
        with pytest.raises(Refused, match="会议已经开始签到"):
            services.take_back_leave(leave, by=secretary)


@pytest.mark.django_db(transaction=True)
def test_two_check_ins_at_the_same_moment_count_once(secretary, at_the_same_moment):
    sitting = make_sitting(by=secretary)
    member = voters(sitting)[0]
    door = services.open_door(sitting, by=secretary, at=NOON)

    def scan():
        return check_in(Gathering.objects.get(pk=door.pk), member, by=secretary, at=NOON)

    assert len({row.pk for row in at_the_same_moment(scan, scan)}) == 1
    assert (present(sitting), Attendance.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_openings_at_the_same_moment_are_one(secretary, at_the_same_moment):
    sitting = make_sitting(by=secretary)
    arrive(sitting, voters(sitting))

    def declare():
        return services.open_sitting(Sitting.objects.get(), by=secretary, at=NOON)

    outcomes = at_the_same_moment(declare, declare)
    assert sorted(type(one).__name__ for one in outcomes) == ["Refused", "Sitting"]


def test_constituency_waits_for_its_own_electors(secretary):
    group = UnionGroupFactory()
    inside = GroupPlaceFactory(group=group).member
    GroupPlaceFactory()
    constituency = Constituency.objects.create(term=make_session(0).term, name="第一选举单位")
    constituency.groups.add(group)
    values = {**MORNING, "kind": SittingKind.CONSTITUENCY, "constituency": constituency}
    sitting = services.plan_other_sitting(Sitting(), values, by=secretary)
    assert list(sitting.people_due()) == [inside]
    arrive(sitting, [inside])
    assert services.open_sitting(sitting, by=secretary, at=NOON).due_count == 1
