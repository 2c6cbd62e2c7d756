from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from members.enums import AttendanceState, AttendanceWay
from members.models import Account, Attendance, Audience, Gathering, Member
from members.services import check_in, close_gathering, mark_attendance, open_gathering, reopen_gathering
from tests.members.factories import (
    AccountFactory,
    AttendanceFactory,
    AudienceFactory,
    GatheringFactory,
    MemberFactory,
)
from tests.members.trails import last_changes, trail
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=timezone.get_default_timezone())
LATER = NOW + timedelta(minutes=20)
PRESENT, ON_LEAVE, ABSENT = AttendanceState.PRESENT, AttendanceState.ON_LEAVE, AttendanceState.ABSENT


@pytest.fixture
def women(db) -> Audience:
    return AudienceFactory(name="女职工", rule={"gender": ["female"]})


@pytest.fixture
def gathering(occasion) -> Gathering:
    """Nobody is waited for."""
    return GatheringFactory(source=SourceRef.to(occasion))


def rows(gathering) -> list[tuple[str, str, str, bool]]:
    found = gathering.attendances.order_by("member__employee_no").select_related("member")
    return [(row.member.name, row.state, row.way, row.beyond) for row in found]


class TestOpen:
    def test_belongs_to_the_record_and_is_open_from_now(self, occasion, women, secretary, on):
        gathering = open_gathering(
            occasion, title="座谈", on=on, audience=women, admits_others=True, by=secretary, at=NOW
        )
        assert (gathering.source, gathering.source_record) == (SourceRef.to(occasion), occasion)
        assert (gathering.title, gathering.on, gathering.audience) == ("座谈", on, women)
        assert (gathering.opened_at, gathering.closed_at, gathering.admits_others) == (NOW, None, True)
        assert trail(gathering) == [("开始签到", "陈静", "")]

    def test_second_one_of_a_title_on_a_day_is_refused(self, occasion, secretary, on):
        open_gathering(occasion, title="座谈", on=on, by=secretary, at=NOW)
        with pytest.raises(Refused, match="这一天已经有“座谈”的签到"):
            open_gathering(occasion, title="座谈", on=on, by=secretary, at=NOW)
        open_gathering(occasion, title="座谈", on=date(2026, 11, 23), by=secretary, at=NOW)
        open_gathering(MemberFactory(), title="座谈", on=on, by=secretary, at=NOW)
        assert Gathering.objects.count() == 3

    def test_secret_is_named_in_the_trail_without_its_value(self, occasion, secretary, on):
        gathering = open_gathering(occasion, title="座谈", on=on, by=secretary, at=NOW)
        assert last_changes(gathering)["secret"] == ["None", "（不显示）"]


class TestCheckIn:
    def test_is_recorded_once_with_its_time(self, gathering, teacher):
        first = check_in(gathering, teacher.member, by=teacher, at=NOW)
        second = check_in(gathering, teacher.member, by=teacher, at=LATER)
        assert first == second
        assert (second.state, second.way, second.beyond, second.at) == (PRESENT, AttendanceWay.SCAN, False, NOW)
        assert trail(first) == [("签到", "韩梅", "")]

    def test_closed_gathering_refuses_whoever_is_new(self, gathering, teacher, chair):
        check_in(gathering, chair.member, by=chair, at=NOW)
        gathering.closed_at = NOW
        gathering.save()
        with pytest.raises(Refused, match="“教职工大会签到”的签到已经结束"):
            check_in(gathering, teacher.member, by=teacher, at=LATER)
        assert check_in(gathering, chair.member, by=chair, at=LATER).at == NOW

    def test_who_isnt_due_is_refused(self, gathering, women, teacher):
        teacher.member.gender = "male"
        teacher.member.save()
        gathering.audience = women
        gathering.save()
        with pytest.raises(Refused, match="您不在“教职工大会签到”的应到名单里"):
            check_in(gathering, teacher.member, by=teacher, at=NOW)
        assert not gathering.attendances.exists()

    @pytest.mark.parametrize(("gender", "beyond"), [("female", False), ("male", True)])
    def test_others_are_recorded_as_beyond_where_they_are_admitted(self, gathering, women, teacher, gender, beyond):
        teacher.member.gender = gender
        teacher.member.save()
        gathering.audience, gathering.admits_others = women, True
        gathering.save()
        assert check_in(gathering, teacher.member, by=teacher, at=NOW).beyond is beyond

    def test_source_without_an_audience_says_itself_who_is_due(self, gathering, teacher, chair, monkeypatch):
        due = Member.objects.filter(pk=chair.member_id)
        monkeypatch.setattr(Member, "people_due", lambda _source: due, raising=False)
        assert check_in(gathering, chair.member, by=chair, at=NOW).beyond is False
        with pytest.raises(Refused, match="应到名单"):
            check_in(gathering, teacher.member, by=teacher, at=NOW)

    @pytest.mark.parametrize("state", [ON_LEAVE, ABSENT])
    def test_who_was_noted_as_away_and_came_is_present(self, gathering, teacher, state):
        AttendanceFactory(gathering=gathering, member=teacher.member, state=state, way="hand", at=NOW)
        row = check_in(gathering, teacher.member, by=teacher, at=LATER)
        assert (row.state, row.way, row.at) == (PRESENT, AttendanceWay.SCAN, LATER)
        assert gathering.attendances.count() == 1


class TestMark:
    def test_notes_many_at_once_and_counts_the_news(self, gathering, secretary):
        people = MemberFactory.create_batch(3)
        assert mark_attendance(gathering, people[:2], PRESENT, by=secretary, at=NOW) == 2
        assert mark_attendance(gathering, people, PRESENT, by=secretary, at=LATER) == 1
        times = [row.at for row in gathering.attendances.order_by("at")]
        assert times == [NOW, NOW, LATER]
        assert {row.way for row in gathering.attendances.all()} == {AttendanceWay.HAND}

    def test_scan_that_says_the_same_stays_a_scan(self, gathering, teacher, secretary):
        check_in(gathering, teacher.member, by=teacher, at=NOW)
        assert mark_attendance(gathering, [teacher.member], PRESENT, by=secretary, at=LATER) == 0
        assert rows(gathering) == [("韩梅", "present", "scan", False)]

    def test_correction_is_in_the_trail_with_both_states(self, gathering, teacher, secretary):
        row = check_in(gathering, teacher.member, by=teacher, at=NOW)
        mark_attendance(gathering, [teacher.member], ON_LEAVE, by=secretary, at=LATER)
        assert trail(row) == [("签到", "韩梅", ""), ("登记请假", "陈静", "")]
        assert last_changes(row) == {"state": ["present", "on_leave"], "way": ["scan", "hand"]}
        row.refresh_from_db()
        assert (row.state, row.way, row.at) == (ON_LEAVE, AttendanceWay.HAND, LATER)

    def test_who_isnt_due_is_noted_as_beyond(self, gathering, women, secretary):
        gathering.audience = women
        gathering.save()
        people = [MemberFactory(name="林芳"), MemberFactory(name="吴涛", gender="male")]
        mark_attendance(gathering, people, PRESENT, by=secretary, at=NOW, way=AttendanceWay.IMPORT)
        assert rows(gathering) == [("林芳", "present", "import", False), ("吴涛", "present", "import", True)]

    def test_closed_gathering_refuses(self, gathering, teacher, secretary):
        close_gathering(gathering, by=secretary, at=NOW)
        with pytest.raises(Refused, match="请先重新开始签到再修改"):
            mark_attendance(gathering, [teacher.member], PRESENT, by=secretary, at=LATER)

    @pytest.mark.parametrize("people", [3, 30])
    def test_takes_as_many_queries_for_thirty_as_for_three(
        self, gathering, secretary, people, django_assert_num_queries
    ):
        members = MemberFactory.create_batch(people)
        AttendanceFactory(gathering=gathering, member=members[0], state="absent")
        mark_attendance(gathering, [], PRESENT, by=secretary, at=NOW)
        with django_assert_num_queries(7):
            mark_attendance(gathering, members, PRESENT, by=secretary, at=NOW)


class TestClose:
    def test_those_due_of_whom_nothing_is_known_are_absent(self, gathering, women, teacher, secretary):
        gathering.audience = women
        gathering.save()
        MemberFactory(name="吴涛", gender="male")
        check_in(gathering, teacher.member, by=teacher, at=NOW)
        mark_attendance(gathering, [secretary.member], ON_LEAVE, by=secretary, at=NOW)
        close_gathering(gathering, by=secretary, at=LATER)
        assert (gathering.closed_at, gathering.is_open) == (LATER, False)
        assert rows(gathering) == [
            ("座谈会", "absent", "hand", False),
            ("韩梅", "present", "scan", False),
            ("陈静", "on_leave", "hand", False),
        ]
        assert trail(gathering)[-1] == ("结束签到", "陈静", "")

    def test_where_nobody_was_waited_for_nobody_is_absent(self, gathering, teacher, secretary):
        close_gathering(gathering, by=secretary, at=NOW)
        assert rows(gathering) == []

    def test_closed_one_is_refused(self, gathering, secretary):
        close_gathering(gathering, by=secretary, at=NOW)
        with pytest.raises(Refused, match="“教职工大会签到”的签到已经结束"):
            close_gathering(gathering, by=secretary, at=LATER)
        assert Gathering.objects.get(pk=gathering.pk).closed_at == NOW


class TestReopen:
    def test_people_can_check_in_again(self, gathering, teacher, secretary):
        close_gathering(gathering, by=secretary, at=NOW)
        reopen_gathering(gathering, by=secretary)
        assert (gathering.closed_at, trail(gathering)[-1]) == (None, ("重新开始签到", "陈静", ""))
        assert check_in(gathering, teacher.member, by=teacher, at=LATER).at == LATER

    def test_open_one_is_refused(self, gathering, secretary):
        with pytest.raises(Refused, match="“教职工大会签到”的签到还没有结束"):
            reopen_gathering(gathering, by=secretary)


def test_two_presses_at_the_same_moment_are_one_attendance(at_the_same_moment, occasion):
    account = AccountFactory()
    gathering = GatheringFactory(source=SourceRef.to(occasion))

    def press():
        who = Account.objects.get(pk=account.pk)
        return check_in(Gathering.objects.get(pk=gathering.pk), who.member, by=who, at=NOW)

    outcomes = at_the_same_moment(press, press, press)
    assert len({row.pk for row in outcomes}) == 1
    assert Attendance.objects.count() == 1


def test_press_while_it_is_closed_is_an_attendance_or_a_refusal(at_the_same_moment, occasion):
    account = AccountFactory(name="韩梅", member__name="韩梅")
    audience = AudienceFactory(rule={"included": [account.member_id]})
    gathering = GatheringFactory(source=SourceRef.to(occasion), audience=audience)

    def press():
        who = Account.objects.get(pk=account.pk)
        return check_in(Gathering.objects.get(pk=gathering.pk), who.member, by=who, at=NOW)

    def close():
        return close_gathering(Gathering.objects.get(pk=gathering.pk), by=account, at=LATER)

    pressed, _closed = at_the_same_moment(press, close)
    state = "absent" if isinstance(pressed, Refused) else "present"
    assert [row[:2] for row in rows(gathering)] == [("韩梅", state)]
