"""Entering sessions, and noting that they took place."""

from datetime import date

import pytest

from congress import services
from congress.enums import SessionStatus
from congress.models import Session
from tests.conftest import TODAY
from tests.congress.factories import SessionFactory, TermFactory
from tests.congress.preparation import make_item
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def term():
    return TermFactory()


class TestSession:
    def days(self, term, **changes):
        return {"term": term, "number": 4, "starts_on": TODAY, "ends_on": TODAY, **changes}

    def test_is_entered(self, term, secretary):
        session = services.save_session(Session(), self.days(term), by=secretary)
        assert (str(session), session.printed_name) == ("第九届第四次", "第九届第四次教职工代表大会")

    def test_number_that_is_taken_is_refused(self, term, secretary):
        SessionFactory(term=term, number=4)
        with pytest.raises(Refused, match=r"^第九届第四次已经登记，请核对次数。$"):
            services.save_session(Session(), self.days(term), by=secretary)

    @pytest.mark.parametrize("changes", [{"starts_on": date(2024, 8, 31)}, {"ends_on": date(2029, 9, 1)}], ids=str)
    def test_day_outside_the_term_is_refused(self, term, secretary, changes):
        with pytest.raises(Refused, match=r"^会议日期不在第九届教代会的任期之内，请核对。$"):
            services.save_session(Session(), self.days(term, **changes), by=secretary)

    def test_is_held_from_its_first_day_on_and_once(self, secretary):
        session = SessionFactory(starts_on=TODAY, ends_on=date(2026, 11, 23))
        services.hold_session(session, by=secretary, on=TODAY)
        assert Session.objects.get().status == SessionStatus.HELD
        with pytest.raises(Refused, match="已召开"):
            services.hold_session(session, by=secretary, on=TODAY)

    def test_is_not_held_before_its_day(self, secretary):
        with pytest.raises(Refused, match=r"^会议日期是2026-12-28，请在会后确认。$"):
            services.hold_session(SessionFactory(), by=secretary, on=TODAY)


class TestPrecision:
    def test_of_a_month_keeps_all_its_days_within_the_term(self, term, secretary):
        told = {"term": term, "number": 1, "starts_on": date(2024, 9, 20), "precision": "month"}
        session = services.save_session(Session(), {**told, "ends_on": date(2024, 9, 20)}, by=secretary)
        assert (session.starts_on, session.ends_on, session.when) == (
            date(2024, 9, 1),
            date(2024, 9, 30),
            "2024年9月",
        )

    def test_of_a_year_that_the_term_only_touches_is_taken(self, term, secretary):
        told = {"term": term, "number": 1, "starts_on": date(2024, 10, 1), "ends_on": date(2024, 10, 1)}
        session = services.save_session(Session(), {**told, "precision": "year"}, by=secretary)
        assert (session.starts_on, session.ends_on) == (date(2024, 1, 1), date(2024, 12, 31))

    def test_that_lies_before_the_term_is_refused(self, term, secretary):
        told = {"term": term, "number": 1, "starts_on": date(2024, 7, 1), "ends_on": date(2024, 7, 1)}
        with pytest.raises(Refused, match=r"^会议日期不在第九届教代会的任期之内，请核对。$"):
            services.save_session(Session(), {**told, "precision": "month"}, by=secretary)


class TestJoint:
    def pair(self):
        staff = SessionFactory(place="报告厅")
        union = SessionFactory(
            term=TermFactory(body="union", number=5),
            number=2,
            starts_on=date(2026, 12, 20),
            ends_on=date(2026, 12, 20),
        )
        return staff, union

    def test_is_held_on_the_days_and_in_the_place_of_the_first(self, secretary):
        staff, union = self.pair()
        item = make_item(union, due_on=date(2026, 12, 10))
        services.join_sessions(staff, union, by=secretary)
        for one in (staff, union):
            one.refresh_from_db()
            assert one.joint_name == "第九届第三次教职工代表大会暨第五届第二次工会会员代表大会"
        assert (union.starts_on, union.ends_on, union.place) == (staff.starts_on, staff.ends_on, "报告厅")
        item.refresh_from_db()
        assert item.due_on == date(2026, 12, 18)
        assert trail_of(staff)[0].verb == "合并召开"

    def test_moves_as_one_and_is_parted(self, secretary):
        staff, union = self.pair()
        services.join_sessions(union, staff, by=secretary)
        staff.refresh_from_db()
        day = date(2027, 1, 5)
        services.save_session(staff, {"starts_on": day, "ends_on": day}, by=secretary)
        union.refresh_from_db()
        assert (union.starts_on, union.ends_on) == (day, day)
        services.part_sessions(union, by=secretary)
        assert [Session.objects.get(pk=one.pk).partner for one in (staff, union)] == [None, None]

    def test_of_one_body_or_twice_or_afterwards_is_refused(self, secretary):
        staff, union = self.pair()
        with pytest.raises(Refused, match=r"^只有教代会和工会会员代表大会可以合并召开。$"):
            services.join_sessions(staff, SessionFactory(number=4), by=secretary)
        services.join_sessions(staff, union, by=secretary)
        with pytest.raises(Refused, match="请先取消合并"):
            services.join_sessions(SessionFactory(number=5), union, by=secretary)
        held = SessionFactory(number=6, status=SessionStatus.HELD)
        with pytest.raises(Refused, match=r"^第九届第六次教职工代表大会已经召开，不能再合并。$"):
            services.join_sessions(held, union, by=secretary)

    def test_that_is_not_joint_is_not_parted(self, secretary):
        with pytest.raises(Refused, match=r"^这次会议没有合并召开。$"):
            services.part_sessions(SessionFactory(), by=secretary)
