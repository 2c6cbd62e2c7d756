from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from members.models import Gathering, Member
from members.selectors import (
    AttendanceCount,
    attendance_of,
    check_in_code,
    check_in_token,
    colleagues,
    count_attendance,
    gathering_of_code,
    gathering_of_token,
    gatherings_of,
    own_lines_waiting,
    people_due,
    roll,
    sign_offs_of,
)
from tests.members.factories import (
    AttendanceFactory,
    AudienceFactory,
    DepartmentPlaceFactory,
    GatheringFactory,
    MemberFactory,
    SignOffLineFactory,
    SignOffSheetFactory,
)
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 22, 14, 0, tzinfo=timezone.get_default_timezone())
"""The beginning of a step of 30 seconds."""


@pytest.fixture
def gathering(occasion) -> Gathering:
    """Women are waited for: the person whose record it is at, too."""
    audience = AudienceFactory(rule={"gender": ["female"]})
    return GatheringFactory(source=SourceRef.to(occasion), audience=audience)


class TestCodes:
    @pytest.mark.parametrize(
        ("seconds", "counts"), [(0, True), (29.9, True), (30, True), (89.9, True), (90, False), (-0.1, False)]
    )
    def test_code_counts_while_it_is_shown_and_a_minute_more(self, gathering, seconds, counts):
        token, code = check_in_token(gathering, START), check_in_code(gathering, START)
        at = START + timedelta(seconds=seconds)
        found = gathering if counts else None
        assert (gathering_of_token(token, at), gathering_of_code(code, at)) == (found, found)

    def test_codes_of_one_step_are_the_same_and_of_the_next_others(self, gathering):
        at = [START, START + timedelta(seconds=29), START + timedelta(seconds=30)]
        tokens, codes = [check_in_token(gathering, one) for one in at], [check_in_code(gathering, one) for one in at]
        assert (tokens[0], codes[0]) == (tokens[1], codes[1])
        assert tokens[0] != tokens[2]
        assert codes[0] != codes[2]

    def test_proof_of_one_gathering_opens_no_other(self, gathering, occasion):
        other = GatheringFactory(source=SourceRef.to(occasion), title="另一次")
        proof = check_in_token(gathering, START).split("-")[1]
        assert gathering_of_token(f"{other.pk}-{proof}", START) is None

    def test_code_is_six_digits(self, gathering):
        codes = [check_in_code(gathering, START + timedelta(seconds=30 * step)) for step in range(200)]
        assert {(len(code), code.isdigit()) for code in codes} == {(6, True)}
        assert len(set(codes)) > 190

    @pytest.mark.parametrize(
        "token", ["", "-", "1", "1-", "-1", "x-y", "999999-abc", "9" * 5000 + "-abc", "１-abc", "1-钥匙"]
    )
    def test_what_is_no_token_opens_nothing(self, gathering, token):
        assert gathering_of_token(token, START) is None

    def test_digits_of_a_closed_gathering_open_nothing(self, gathering):
        gathering.closed_at = START
        gathering.save()
        assert gathering_of_code(check_in_code(gathering, START), START) is None

    @given(code=st.text(max_size=8))
    def test_any_text_may_be_typed(self, code):
        assert gathering_of_code(code, START) is None


class TestDue:
    def test_audience_is_that_of_the_gatherings_day(self, gathering):
        MemberFactory(name="林芳", hired_on=gathering.on)
        MemberFactory(name="韩梅", hired_on=gathering.on + timedelta(days=1))
        assert {member.name for member in people_due(gathering)} == {"座谈会", "林芳"}

    def test_without_audience_the_source_says_who_or_nobody_is(self, gathering, monkeypatch):
        gathering.audience = None
        member = MemberFactory()
        assert list(people_due(gathering)) == []
        due = Member.objects.filter(pk=member.pk)
        monkeypatch.setattr(Member, "people_due", lambda _source: due, raising=False)
        assert list(people_due(gathering)) == [member]


class TestRollAndCount:
    def test_due_come_first_then_those_beyond(self, gathering):
        lin = DepartmentPlaceFactory(member__name="林芳", department__name="语文组").member
        AttendanceFactory(gathering=gathering, member=lin, state="on_leave")
        AttendanceFactory(gathering=gathering, member=MemberFactory(name="安平", gender="male"), beyond=True)
        lines = [(line.member.name, line.departments, line.state, line.is_due) for line in roll(gathering)]
        assert lines == [
            ("林芳", "语文组", "on_leave", True),
            ("座谈会", "", "unknown", True),
            ("安平", "", "beyond", False),
        ]

    def test_counts_each_state(self, gathering):
        for state, people in (("present", 3), ("on_leave", 2), ("absent", 1)):
            for _number in range(people):
                AttendanceFactory(gathering=gathering, state=state)
        AttendanceFactory(gathering=gathering, member__gender="male", beyond=True)
        count = count_attendance(gathering)
        assert count == AttendanceCount(due=7, present=3, on_leave=2, absent=1, beyond=1)
        assert (count.unknown, count.here) == (1, 4)

    def test_where_nobody_was_waited_for_whoever_came_was_due(self, gathering):
        gathering.audience = None
        gathering.save()
        AttendanceFactory.create_batch(2, gathering=gathering)
        assert count_attendance(gathering) == AttendanceCount(due=2, present=2, on_leave=0, absent=0, beyond=0)

    @pytest.mark.parametrize("people", [3, 30])
    def test_roll_takes_seven_queries_however_long_it_is(self, gathering, people, django_assert_num_queries):
        for _number in range(people):
            DepartmentPlaceFactory()
            AttendanceFactory(gathering=gathering, member__gender="male", beyond=True)
        gathering.refresh_from_db()
        gathering.audience  # noqa: B018 -- pages fetch it along
        with django_assert_num_queries(7):
            assert len([line.departments for line in roll(gathering)]) == 2 * people + 1


class TestOfARecord:
    def test_attendance_of_a_record_is_that_of_its_gatherings(self, gathering, occasion, django_assert_num_queries):
        mine = AttendanceFactory(gathering=gathering)
        second = GatheringFactory(source=SourceRef.to(occasion), title="第二场")
        also = AttendanceFactory(gathering=second, member=mine.member, state="absent")
        AttendanceFactory(gathering=GatheringFactory(source=SourceRef.to(MemberFactory())))
        with django_assert_num_queries(1):
            rows = {(row.gathering.title, row.member.name) for row in attendance_of(occasion)}
        assert rows == {("教职工大会签到", "林芳"), ("第二场", "林芳")}
        assert list(attendance_of(occasion).present()) == [mine]
        assert (attendance_of(occasion).count(), attendance_of(occasion).people()) == (2, 1)
        assert set(gatherings_of(occasion)) == {gathering, second}
        assert also.member == mine.member

    def test_sheets_of_a_record(self, occasion):
        sheet = SignOffSheetFactory(source=SourceRef.to(occasion))
        SignOffSheetFactory(source=SourceRef.to(MemberFactory()))
        assert list(sign_offs_of(occasion)) == [sheet]


def test_own_lines_waiting_are_ones_own_and_unsigned(occasion, teacher):
    sheet = SignOffSheetFactory(source=SourceRef.to(occasion))
    line = SignOffLineFactory(sheet=sheet, member=teacher.member)
    SignOffLineFactory(sheet=sheet)
    assert list(own_lines_waiting(teacher)) == [line]
    line.signed_at, line.way, line.recorded_by = START, "screen", teacher
    line.save()
    assert list(own_lines_waiting(teacher)) == []


def test_colleagues_are_those_who_are_still_here():
    for status in ("in_service", "retired", "retired_cadre", "left", "dead"):
        MemberFactory(name=status, service_status=status)
    assert {member.name for member in colleagues()} == {"in_service", "retired", "retired_cadre"}
