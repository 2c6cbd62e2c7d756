"""The checklist of a session: counted back from its day, done by notes or by records, and moved with the session."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congress import services
from congress.enums import ChecklistStatus, Evidence, SessionKind, SessionStatus
from congress.models import ChecklistItem, Session, StandardMatter
from congress.selectors import checklist_line, checklist_lines, checklist_of, counted_back, standard_of
from tests.conftest import TODAY
from tests.congress.factories import SessionFactory, TermFactory
from tests.congress.preparation import make_group, make_item, make_notice, make_standard, make_topic, seat
from tests.members.factories import MemberFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

DAY = date(2026, 12, 28)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def planned(term, by, **changes):
    told = {"term": term, "number": 4, "kind": "ordinary", "starts_on": DAY, "ends_on": DAY, **changes}
    return services.plan_session(Session(), told, by=by, on=TODAY)


def stand(session):
    return {item.key: (item.from_on, item.due_on) for item in session.checklist.all()}


class TestCountingBack:
    @given(days, st.integers(0, 120), st.integers(0, 120), st.integers(0, 200))
    def test_days_before_the_session_in_order_and_never_before_it_was_planned(self, starts_on, until, more, ahead):
        planned_on = starts_on - timedelta(days=ahead)
        from_on, due_on = counted_back(
            StandardMatter(days_from=until + more, days_until=until), starts_on, planned_on
        )
        assert from_on <= due_on <= starts_on
        assert due_on >= planned_on
        if ahead >= until:
            assert ((starts_on - due_on).days, (starts_on - from_on).days) == (until, until + more)
        else:
            assert due_on == planned_on

    def test_of_the_seeded_standard(self, secretary):
        session = planned(TermFactory(), secretary)
        found = stand(session)
        assert found["notice"] == (date(2026, 12, 8), date(2026, 12, 13))
        assert found["presidium"] == (date(2026, 12, 8), date(2026, 12, 21))
        assert found["party"] == (date(2026, 10, 29), TODAY)
        assert len(found) == 17

    def test_of_the_members_congress_is_the_unions_own(self, secretary):
        found = stand(planned(TermFactory(body="union", number=5), secretary))
        assert not found.keys() & {"party", "call", "delegates", "groups", "presidium", "review"}
        own = {"members_asked", "members_reports", "members_delegates", "members_presidium"}
        assert (own - found.keys(), len(found)) == (set(), 15)
        assert not stand(planned(TermFactory(), secretary)).keys() & own

    def test_what_concerns_delegates_or_proposals_is_left_out_where_there_are_none(self, secretary):
        term = TermFactory(body="union", assembly="everybody", number=3)
        found = set(stand(planned(term, secretary)))
        assert not found & {"call", "review", "delegates", "discussion", "cards"}
        assert "notice" in found

    def test_what_is_out_of_use_is_left_out_and_what_the_school_added_is_there(self, secretary):
        StandardMatter.objects.filter(key="budget").update(is_in_use=False)
        own = make_standard()
        assert own in standard_of(TermFactory())
        found = stand(planned(TermFactory(), secretary))
        assert "budget" not in found
        assert found[f"own-{own.pk}"] == (date(2026, 12, 8), date(2026, 12, 18))

    @pytest.mark.parametrize(
        "changes", [{"starts_on": date(2026, 3, 2), "ends_on": date(2026, 3, 2)}, {"precision": "month"}], ids=str
    )
    def test_a_session_recorded_afterwards_has_none(self, secretary, changes):
        assert stand(planned(TermFactory(), secretary, **changes)) == {}

    def test_an_extraordinary_session_ahead_that_nobody_asked_for_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^临时会议要先登记提议"):
            planned(TermFactory(), secretary, kind=SessionKind.EXTRAORDINARY)


class TestMovedSession:
    def test_takes_along_what_is_open_and_leaves_what_is_done(self, secretary):
        session = SessionFactory()
        open_, done = make_item(session), make_item(session, title="会议经费")
        services.finish_checklist_item(done, done_on=TODAY, note="", by=secretary, on=TODAY)
        changes = {"starts_on": date(2027, 1, 4), "ends_on": date(2027, 1, 5)}
        services.save_session(session, changes, by=secretary)
        open_.refresh_from_db()
        done.refresh_from_db()
        assert (open_.from_on, open_.due_on) == (date(2026, 11, 27), date(2026, 12, 28))
        assert (done.from_on, done.due_on) == (date(2026, 11, 20), date(2026, 12, 21))
        assert trail_of(open_)[0].verb == "修改会议"

    @given(st.integers(-20, 200))
    @settings(deadline=None, max_examples=15)
    def test_keeps_the_distance_of_each_matter(self, shift):
        day = date(2027, 6, 1)
        session = SessionFactory(term=TermFactory(number=shift + 30), starts_on=day, ends_on=day)
        item = make_item(session, from_on=date(2027, 5, 1), due_on=date(2027, 5, 20))
        moved = day + timedelta(days=shift)
        services.save_session(session, {"starts_on": moved, "ends_on": moved}, by=None)
        item.refresh_from_db()
        assert (moved - item.due_on, item.due_on - item.from_on) == (timedelta(days=12), timedelta(days=19))
        ChecklistItem.objects.all().delete()
        Session.objects.all().delete()


class TestItem:
    def test_is_added_changed_and_told_of(self, secretary):
        item = ChecklistItem(session=SessionFactory())
        told = {"title": "印制选票", "from_on": TODAY, "due_on": date(2026, 12, 20), "office": "secretary"}
        services.save_checklist_item(item, told, by=secretary)
        services.save_checklist_item(item, {"due_on": date(2026, 12, 22)}, by=secretary)
        assert ChecklistItem.objects.get().due_on == date(2026, 12, 22)
        assert [entry.verb for entry in trail_of(item)] == ["修改筹备事项", "添加筹备事项"]

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"due_on": date(2026, 11, 19)}, r"^完成日期不能早于开始日期。$"),
            ({"due_on": date(2026, 12, 30)}, r"^筹备事项要在会议结束前完成，会议到2026-12-29结束。$"),
        ],
    )
    def test_out_of_order_is_refused(self, secretary, changes, sentence):
        with pytest.raises(Refused, match=sentence):
            services.save_checklist_item(make_item(), changes, by=secretary)

    def test_that_is_settled_is_not_changed(self, secretary):
        item = make_item()
        services.finish_checklist_item(item, done_on=TODAY, note="", by=secretary, on=TODAY)
        with pytest.raises(Refused, match="请先恢复为待办"):
            services.save_checklist_item(item, {"title": "别的"}, by=secretary)

    def test_is_done_on_a_day_with_a_note_and_may_be_reopened(self, secretary):
        item = make_item()
        services.finish_checklist_item(item, done_on=date(2026, 11, 20), note="已发43份", by=secretary, on=TODAY)
        assert (item.status, item.settled_on, item.note) == ("done", date(2026, 11, 20), "已发43份")
        services.reopen_checklist_item(item, by=secretary)
        assert (item.status, item.settled_on, item.note) == ("open", None, "")

    def test_is_not_done_tomorrow(self, secretary):
        with pytest.raises(Refused, match=r"^完成日期不能晚于今天。$"):
            services.finish_checklist_item(make_item(), done_on=date(2026, 11, 23), note="", by=secretary, on=TODAY)

    def test_that_a_record_would_show_needs_a_note(self, secretary):
        item = make_item(evidence=Evidence.NOTICE)
        with pytest.raises(Refused, match=r"^系统里还没有召开通知。请写明凭什么完成。$"):
            services.finish_checklist_item(item, done_on=TODAY, note=" ", by=secretary, on=TODAY)
        services.finish_checklist_item(item, done_on=TODAY, note="纸质通知已发", by=secretary, on=TODAY)
        assert checklist_line(item, TODAY).by_record is False

    def test_is_dropped_only_with_a_reason(self, secretary):
        item = make_item()
        with pytest.raises(Refused, match=r"^请写明为什么不适用。$"):
            services.drop_checklist_item(item, note=" ", by=secretary, on=TODAY)
        services.drop_checklist_item(item, note="本次不选举", by=secretary, on=TODAY)
        assert (item.status, item.settled_on) == (ChecklistStatus.DROPPED, TODAY)

    def test_is_not_reopened_once_the_session_is_over(self, secretary):
        item = make_item(SessionFactory(status=SessionStatus.HELD))
        services.finish_checklist_item(item, done_on=TODAY, note="", by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^会议已经召开，不能恢复。$"):
            services.reopen_checklist_item(item, by=secretary)


class TestStanding:
    def test_of_each_matter_by_its_day(self, secretary):
        session = SessionFactory()
        late = make_item(session, title="甲", due_on=date(2026, 11, 21))
        now = make_item(session, title="乙", due_on=TODAY)
        later = make_item(session, title="丙", from_on=date(2026, 11, 23))
        dropped = make_item(session, title="丁", due_on=date(2026, 11, 21))
        services.drop_checklist_item(dropped, note="不选举", by=secretary, on=TODAY)
        checklist = checklist_of(session, TODAY)
        lines = {line.item: line for line in checklist.lines}
        assert (lines[late].is_overdue, lines[now].is_overdue, lines[dropped].is_overdue) == (True, False, False)
        assert (lines[now].is_under_way, lines[later].is_under_way) == (True, False)
        assert (len(checklist.needed), checklist.done, checklist.overdue) == (3, 0, 1)

    def test_is_done_by_the_record_alone_on_its_day(self, secretary):
        session = SessionFactory()
        item = make_item(session, evidence=Evidence.TOPICS, due_on=date(2026, 11, 21))
        make_topic(session)
        assert checklist_line(item, TODAY).is_overdue
        agreed = {side: (date(2026, 11, day), "") for side, day in (("party", 3), ("administration", 5))}
        services.agree_on_topics(session, agreed, by=secretary, on=TODAY)
        assert checklist_line(item, TODAY).is_open
        services.agree_on_topics(session, {**agreed, "union": (date(2026, 11, 4), "")}, by=secretary, on=TODAY)
        line = checklist_line(item, TODAY)
        assert (line.is_done, line.by_record, line.done_on, line.is_overdue) == (
            True,
            True,
            date(2026, 11, 5),
            False,
        )
        item.refresh_from_db()
        assert item.status == ChecklistStatus.OPEN

    def test_of_several_sessions_is_told_of_each_by_its_own_records(self, secretary, django_assert_num_queries):
        first, second = SessionFactory(), SessionFactory(number=4)
        items = [make_item(one, evidence=kind) for one in (first, second) for kind in ("notice", "groups")]
        make_notice(second, status="issued", issued_on=date(2026, 11, 9), issued_by=secretary)
        seat(make_group(session=first), is_head=True)
        with django_assert_num_queries(2):
            lines = checklist_lines(items, TODAY)
        assert [line.done_on for line in lines] == [None, date(2026, 11, 1), date(2026, 11, 9), None]

    def test_of_discussions_needs_every_delegation(self):
        session = SessionFactory()
        one, other = (session.term.delegations.create(name=name) for name in ("第一代表团", "第二代表团"))
        item = make_item(session, evidence=Evidence.DISCUSSION)
        told = {"place": "会议室一", "convener": MemberFactory(), "made_on": date(2026, 11, 9)}
        session.discussion_groups.create(delegation=one, **told)
        assert checklist_line(item, TODAY).done_on is None
        session.discussion_groups.create(delegation=other, **told)
        assert checklist_line(item, TODAY).done_on == date(2026, 11, 9)

    def test_of_what_nobody_noted_before_the_session_is_no_task(self):
        line = checklist_line(make_item(SessionFactory(status=SessionStatus.HELD), due_on=date(2026, 11, 21)), TODAY)
        assert (line.is_missed, line.state) == (True, "会前未登记")


class TestStandard:
    def test_is_added_and_changed_without_touching_checklists(self, secretary):
        session = planned(TermFactory(), secretary)
        before = stand(session)
        matter = StandardMatter.objects.get(key="notice")
        services.save_standard_matter(matter, {"days_from": 30, "days_until": 25}, by=secretary)
        assert stand(session) == before
        assert trail_of(matter)[0].verb == "修改筹备标准"

    def test_that_ends_before_it_begins_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^开始的天数不能少于完成的天数"):
            services.save_standard_matter(make_standard(), {"days_from": 5}, by=secretary)
