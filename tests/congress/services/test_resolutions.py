"""Resolutions, what was done about them, and what was decided between sessions."""

from datetime import date

import pytest

from congress import services
from congress.enums import Decider, ItemOutcome, ResolutionStatus
from congress.models import InterimDecision, Resolution
from congress.selectors import decisions_for, resolutions_carried_over, resolutions_to_carry_out, session_before
from tests.conftest import TODAY
from tests.congress.agenda import (
    MET_ON,
    HeldSessionFactory,
    InterimDecisionFactory,
    ItemFactory,
    ResolutionFactory,
    SessionMinutesFactory,
    voted,
)
from tests.congress.factories import HeadedDepartmentFactory, SessionFactory, TermFactory
from tests.congress.steps import notices
from tests.members.factories import CommitteeFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


def told(**changes):
    return {"title": "关于绩效工资的决议", "text": "<p>同意。</p>", "adopted_on": MET_ON, **changes}


def adopt(session, by, **changes):
    return services.adopt_resolution(session, told(**changes), by=by, on=TODAY)


class TestAdopt:
    def test_numbers_are_the_sessions_own_and_unbroken(self, secretary):
        session = HeldSessionFactory()
        other = HeldSessionFactory(number=2)
        numbers = [adopt(one, secretary).number for one in (session, session, other)]
        assert numbers == [1, 2, 1]
        last = Resolution.objects.get(session=session, number=2)
        assert last.public_number == "第九届第三次教职工代表大会决议第2号"
        assert [entry.verb for entry in trail_of(last)] == ["登记决议"]

    def test_head_of_the_department_is_told(self, secretary):
        department = HeadedDepartmentFactory()
        adopt(HeldSessionFactory(), secretary, department=department)
        head = department.head.account
        assert notices(head) == ["请落实第九届第三次教职工代表大会决议第1号《关于绩效工资的决议》"]
        assert [one.title for one in resolutions_to_carry_out(head)] == ["关于绩效工资的决议"]

    def test_nothing_is_resolved_from_what_was_not_passed(self, secretary):
        item = voted(40)
        with pytest.raises(Refused, match=r"的结果是“未通过”，不能形成决议。$"):
            adopt(item.session, secretary, item=item)

    def test_item_of_another_session_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^请选择这次会议的议程。$"):
            adopt(HeldSessionFactory(number=2), secretary, item=voted(41))

    @pytest.mark.parametrize("day", [date(2026, 11, 17), date(2026, 11, 19)])
    def test_day_outside_the_session_is_refused(self, secretary, day):
        with pytest.raises(Refused, match=r"^通过日期要在会议期间"):
            adopt(HeldSessionFactory(), secretary, adopted_on=day)

    def test_text_is_closed_with_the_minutes(self, secretary):
        minutes = SessionMinutesFactory()
        resolution = ResolutionFactory(session=minutes.session)
        services.confirm_minutes(minutes, version=1, by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^会议纪要已经确认"):
            services.mend_resolution(Resolution.objects.get(), {"title": "别的"}, by=secretary, on=TODAY)
        assert services.note_resolution_step(resolution, text="已印发", office="办公室", by=secretary, on=TODAY).pk

    def test_board_is_told_number_day_and_text(self):
        draft = ResolutionFactory().as_disclosure()
        number, day = "第九届第三次教职工代表大会决议第1号", "2026年11月18日，第九届第三次教职工代表大会通过本决议。"
        assert draft.body == f"<p>{number}</p><p>{day}</p><p>会议同意学校工作报告。</p>"
        assert draft.title == "关于学校工作报告的决议"


class TestCarryOut:
    def note(self, resolution, by, **changes):
        return services.note_resolution_step(
            resolution, **{"text": "已修订细则。", "office": "总务处", **changes}, by=by, on=TODAY
        )

    def test_is_done_once_somebody_said_how(self, secretary):
        resolution = ResolutionFactory()
        with pytest.raises(Refused, match=r"^还没有登记落实情况，请先登记做了什么。$"):
            services.finish_resolution(resolution, by=secretary, on=TODAY)
        self.note(resolution, secretary)
        services.finish_resolution(resolution, by=secretary, on=TODAY)
        assert (resolution.status, resolution.done_on) == (ResolutionStatus.DONE, TODAY)
        with pytest.raises(Refused, match=r"^决议已经落实。"):
            self.note(resolution, secretary)

    def test_is_gone_on_with_for_a_reason(self, secretary):
        resolution = ResolutionFactory(done=True)
        with pytest.raises(Refused, match=r"^请写明还有什么没有落实。$"):
            services.reopen_resolution(resolution, reason=" ", by=secretary)
        services.reopen_resolution(resolution, reason="还差一个校区", by=secretary)
        assert (resolution.status, resolution.done_on) == (ResolutionStatus.OPEN, None)

    @pytest.mark.parametrize(
        ("due_on", "sentences"),
        [
            (date(2026, 11, 29), ["第九届第三次教职工代表大会决议第1号《关于学校工作报告的决议》将在11月29日到期"]),
            (date(2026, 11, 30), []),
            (date(2026, 11, 21), ["第九届第三次教职工代表大会决议第1号《关于学校工作报告的决议》已过完成时限"]),
            (date(2026, 11, 20), []),
        ],
    )
    def test_department_is_reminded_once(self, due_on, sentences):
        department = HeadedDepartmentFactory()
        ResolutionFactory(department=department, due_on=due_on)
        for _time in range(2):
            services.remind_of_resolutions(TODAY)
        assert notices(department.head.account) == sentences


class TestNextSession:
    def test_comes_after_the_last_of_the_body_across_terms(self):
        last = SessionFactory(term=TermFactory(number=8, from_on=date(2020, 1, 1), to_on=date(2024, 8, 31)), number=5)
        first = SessionFactory(number=1)
        SessionFactory(term=TermFactory(number=3, body="union"), number=1)
        assert (session_before(first), session_before(last)) == (last, None)

    def test_hears_what_was_open_or_done_since_and_no_more(self):
        first = HeldSessionFactory(number=1, starts_on=date(2025, 11, 18), ends_on=date(2025, 11, 18))
        second = HeldSessionFactory(number=2, starts_on=date(2026, 5, 18), ends_on=date(2026, 5, 18))
        third = HeldSessionFactory()
        open_still = ResolutionFactory(session=first)
        for heard_of in (date(2026, 5, 1), date(2026, 5, 18)):
            ResolutionFactory(session=first, status="done", done_on=heard_of)
        done_since = ResolutionFactory(session=first, status="done", done_on=date(2026, 6, 1))
        of_last = ResolutionFactory(session=second, status="done", done_on=date(2026, 5, 18))
        ResolutionFactory(session=third)
        assert list(resolutions_carried_over(third)) == [open_still, done_since, of_last]


class TestDecisions:
    def test_committee_decides_and_the_next_session_hears_of_it(self, secretary):
        committee = CommitteeFactory(name="提案委员会")
        decision = services.save_decision(
            InterimDecision(),
            {
                "term": TermFactory(),
                "decider": Decider.COMMITTEE,
                "committee": committee,
                "title": "确定重点提案",
                "text": "确定三件。",
                "decided_on": date(2026, 10, 8),
                "due_count": 9,
                "present_count": 8,
            },
            by=secretary,
            on=TODAY,
        )
        assert (decision.decided_by, decision.attendance, decision.reported_on) == (
            "提案委员会",
            "应到9人，实到8人",
            None,
        )
        session = HeldSessionFactory()
        assert list(decisions_for(session)) == [decision]
        item = services.report_decisions(session, by=secretary)
        assert (item.get_kind_display(), item.text) == ("听取", "1. 确定重点提案（提案委员会，10月8日）")
        services.decide_item(item, outcome=ItemOutcome.HEARD, decided_on=MET_ON, by=secretary, on=TODAY)
        assert InterimDecision.objects.select_related("item").get().reported_on == MET_ON
        with pytest.raises(Refused, match=r"^这项决定已经向会议报告，不能修改。$"):
            services.save_decision(InterimDecision.objects.get(), {"title": "别的"}, by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^没有需要向会议报告的闭会期间决定。$"):
            services.report_decisions(session, by=secretary)

    def test_next_session_hears_nothing_that_another_heard(self):
        item = ItemFactory(outcome="heard")
        InterimDecisionFactory(item=item)
        later = InterimDecisionFactory(decided_on=date(2026, 11, 20))
        assert list(decisions_for(SessionFactory(number=4))) == [later]

    @pytest.mark.parametrize("day", [date(2024, 8, 31), date(2026, 11, 23)])
    def test_day_outside_the_term_or_to_come_is_refused(self, secretary, day):
        with pytest.raises(Refused, match=r"^决定日期要在第九届教代会的任期之内，不能晚于今天。$"):
            services.save_decision(InterimDecisionFactory(), {"decided_on": day}, by=secretary, on=TODAY)
