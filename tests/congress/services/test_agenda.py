"""The agenda: what is put on it, its order, what is on now, what became of it, and what comes into force by it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from affairs.enums import ConsultationStatus, RegulationKind, VersionStatus
from affairs.models import RegulationVersion
from affairs.services import begin_version
from congress import services
from congress.enums import Body, ItemKind, ItemOutcome, Matter, SessionStatus, VotingWay
from congress.models import AgendaItem
from congress.selectors import current_item, lacking_consultation, must_pass_key
from members.enums import AudienceKey
from members.models import Audience
from tests.affairs.regulations import ConsultationFactory, RegulationFactory, VersionFactory
from tests.conftest import TODAY
from tests.congress.agenda import (
    MET_ON,
    HeldSessionFactory,
    InterimDecisionFactory,
    ItemFactory,
    ItemOpinionFactory,
    ResolutionFactory,
    SessionMinutesFactory,
    voted,
)
from tests.congress.factories import SessionFactory, TermFactory
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused
from unionoffice.rules import set_rule
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db

COUNTS = {"due": 80, "present": 54, "in_favour": 41, "against": 9, "abstained": 4}


@pytest.fixture
def pay():
    """A draft that the congress has to pass."""
    regulation = RegulationFactory(title="绩效工资分配办法", kind=RegulationKind.PAY, needs_congress=True)
    return VersionFactory(regulation=regulation)


def told(**changes):
    return {"kind": ItemKind.HEAR, "matter": Matter.WORK, "title": "学校工作报告", **changes}


def draft(version, **changes):
    return told(kind=ItemKind.PASS, matter=Matter.PAY, title=version.title, regulation_version=version, **changes)


def vote(item, by, **changes):
    counts = {**COUNTS, **{name: changes.pop(name) for name in list(changes) if name in COUNTS}}
    told = {"way": VotingWay.SECRET, "counts": counts, "decided_on": MET_ON, "on": TODAY, **changes}
    return services.vote_item(item, by=by, **told)


class TestAdd:
    def test_comes_last_with_its_trail(self, secretary):
        session = SessionFactory()
        items = [services.add_item(session, told(title=title), by=secretary) for title in ("甲", "乙")]
        assert [item.place for item in items] == [1, 2]
        assert [entry.verb for entry in trail_of(items[0])] == ["列入议程"]

    @pytest.mark.parametrize("matter", [Matter.WELFARE, Matter.PAY, Matter.HIRING, Matter.APPRAISAL, Matter.REWARD])
    def test_what_has_to_be_passed_is_of_no_other_kind(self, secretary, matter):
        with pytest.raises(Refused) as refusal:
            services.add_item(SessionFactory(), told(kind=ItemKind.HEAR, matter=matter), by=secretary)
        assert str(refusal.value) == (
            f"{matter.label}事项与教职工利益直接相关，须经教代会讨论通过，方式请选择“讨论通过”。"
        )

    def test_what_a_rule_lets_go_may_be_heard(self, secretary):
        session = SessionFactory()
        set_rule(must_pass_key(Matter.REWARD), False, valid_from=date(2026, 1, 1), source="本地规定", by=secretary)  # noqa: FBT003
        assert services.add_item(session, told(matter=Matter.REWARD), by=secretary).pk

    def test_members_congress_is_not_bound_by_it(self, secretary):
        session = SessionFactory(term=TermFactory(number=4, body=Body.UNION))
        assert services.add_item(session, told(matter=Matter.WELFARE), by=secretary).pk

    def test_regulation_that_the_congress_passes_is_not_only_heard(self, secretary, pay):
        with pytest.raises(Refused, match=r"^这项制度涉及的事项"):
            services.add_item(SessionFactory(), draft(pay) | {"kind": "hear", "matter": "other"}, by=secretary)

    def test_draft_brings_its_consultation(self, secretary, pay):
        asked = ConsultationFactory(regulation_version=pay)
        assert services.add_item(SessionFactory(), draft(pay), by=secretary).consultation == asked

    def test_draft_is_on_an_agenda_once(self, secretary, pay):
        session = SessionFactory()
        services.add_item(session, draft(pay), by=secretary)
        with pytest.raises(Refused, match=r"^“绩效工资分配办法”已经在这次会议的议程上。$"):
            services.add_item(session, draft(pay), by=secretary)

    def test_is_refused_once_the_minutes_are_confirmed(self, secretary):
        minutes = confirmed(secretary)
        with pytest.raises(Refused, match=r"^会议纪要已经确认"):
            services.add_item(minutes.session, told(), by=secretary)


def confirmed(by):
    return services.confirm_minutes(SessionMinutesFactory(), version=1, by=by, on=TODAY)


class TestMend:
    def test_is_corrected_until_something_became_of_it(self, secretary):
        item = ItemFactory()
        services.mend_item(item, {"title": "年度工作报告"}, by=secretary)
        assert AgendaItem.objects.get().title == "年度工作报告"
        services.decide_item(item, outcome=ItemOutcome.HEARD, decided_on=MET_ON, by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^这项议程的结果是“已听取”，不能再修改。$"):
            services.mend_item(item, {"title": "工作报告"}, by=secretary)

    def test_is_taken_off_with_its_decisions_free_again(self, secretary):
        decision = InterimDecisionFactory()
        item = services.report_decisions(SessionFactory(), by=secretary)
        services.remove_item(item, by=secretary)
        decision.refresh_from_db()
        assert (AgendaItem.objects.count(), decision.item) == (0, None)

    def test_is_not_taken_off_once_somebody_spoke_to_it(self, secretary):
        item = ItemOpinionFactory().item
        with pytest.raises(Refused, match="不能撤下"):
            services.remove_item(item, by=secretary)


class TestOrder:
    def test_neighbours_change_places_and_the_ends_stay(self, secretary):
        session = HeldSessionFactory()
        first, second, third = (ItemFactory(session=session, title=title) for title in "甲乙丙")
        services.move_item(third, up=True, by=secretary)
        services.move_item(first, up=True, by=secretary)
        services.move_item(second, up=False, by=secretary)
        assert [item.title for item in session.agenda.in_order()] == ["甲", "丙", "乙"]
        assert [item.place for item in session.agenda.in_order()] == [1, 2, 3]


class TestCall:
    def test_one_is_on_at_a_time(self, secretary):
        session = HeldSessionFactory(status=SessionStatus.OPENED)
        first, second = ItemFactory(session=session), ItemFactory(session=session)
        services.call_item(first, by=secretary)
        assert current_item(session) == first
        services.call_item(second, by=secretary)
        assert current_item(session) == second

    @pytest.mark.parametrize("status", [SessionStatus.PLANNED, SessionStatus.HELD])
    def test_is_refused_outside_the_session(self, secretary, status):
        with pytest.raises(Refused, match=r"^会议开幕以后、闭幕以前才能切换议程。$"):
            services.call_item(ItemFactory(session__status=status), by=secretary)

    def test_two_at_a_time_are_refused_by_the_database(self):
        session = HeldSessionFactory()
        ItemFactory(session=session, is_current=True)
        with pytest.raises(IntegrityError), transaction.atomic():
            ItemFactory(session=session, is_current=True)


class TestDecide:
    def test_report_is_heard(self, secretary):
        item = ItemFactory()
        services.decide_item(item, outcome=ItemOutcome.HEARD, decided_on=MET_ON, by=secretary, on=TODAY)
        assert (item.outcome, item.decided_on, item.result_sentence) == (ItemOutcome.HEARD, MET_ON, "已听取。")

    def test_outcome_of_another_kind_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^“讨论通过”的议程不能登记为“已听取”。$"):
            services.decide_item(
                ItemFactory(kind=ItemKind.PASS), outcome=ItemOutcome.HEARD, decided_on=MET_ON, by=secretary, on=TODAY
            )

    def test_is_refused_before_the_session(self, secretary):
        item = ItemFactory(session=SessionFactory())
        with pytest.raises(Refused, match=r"^会议还没有召开"):
            services.decide_item(item, outcome=ItemOutcome.HEARD, decided_on=MET_ON, by=secretary, on=TODAY)

    @pytest.mark.parametrize("day", [date(2026, 11, 17), date(2026, 11, 19)])
    def test_day_outside_the_session_is_refused(self, secretary, day):
        with pytest.raises(Refused, match=r"^日期要在会议期间（2026年11月18日），不能晚于今天。$"):
            services.decide_item(ItemFactory(), outcome=ItemOutcome.HEARD, decided_on=day, by=secretary, on=TODAY)


class TestVote:
    def test_41_of_80_pass(self, secretary):
        item = vote(ItemFactory(kind=ItemKind.PASS), secretary)
        assert (item.outcome, item.needed) == (ItemOutcome.PASSED, 41)
        entry = trail_of(item).first()
        assert (entry.verb, entry.note) == ("登记表决结果", "应到80人，赞成41票，达到通过所需的41票，通过。")

    def test_40_of_80_fail_though_54_came(self, secretary):
        item = vote(ItemFactory(kind=ItemKind.PASS), secretary, in_favour=40, against=10, abstained=4)
        assert (item.outcome, item.result_sentence) == (
            ItemOutcome.FAILED,
            "应到80人，赞成40票，未超过半数（须41票），未通过。",
        )

    def test_deliberation_with_enough_votes_is_agreed_to(self, secretary):
        assert vote(ItemFactory(kind=ItemKind.DELIBERATE), secretary).outcome == ItemOutcome.AGREED

    def test_rule_of_the_day_counts(self, secretary):
        set_rule("congress.majority", "66.7", valid_from=MET_ON, source="本校章程", by=secretary)
        assert vote(ItemFactory(kind=ItemKind.PASS), secretary).needed == 54

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"against": 10}, "人数对不上：赞成、反对、弃权之和不能超过实到，实到不能超过应到。请核对。"),
            ({"present": 81, "due": 80}, "人数对不上：赞成、反对、弃权之和不能超过实到，实到不能超过应到。请核对。"),
            ({"due": 79}, "有表决权的共80人，缺席的也计入，应到人数不能少于80人。请核对。"),
            ({"way": VotingWay.APPLAUSE}, "请选择无记名投票或举手表决。"),
        ],
        ids=str,
    )
    def test_counts_that_cannot_be_are_refused(self, secretary, changes, sentence):
        item = ItemFactory(kind=ItemKind.PASS)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            vote(item, secretary, **changes)
        assert AgendaItem.objects.get().outcome == ItemOutcome.OPEN

    def test_report_is_not_voted_on(self, secretary):
        with pytest.raises(Refused, match=r"^“听取”的议程不表决。$"):
            vote(ItemFactory(), secretary)

    def test_applause_is_no_count_of_what_has_to_be_passed(self, secretary):
        with pytest.raises(Refused, match=r"^与教职工利益直接相关的事项要清点票数，不能鼓掌通过。$"):
            services.applaud_item(
                ItemFactory(kind=ItemKind.PASS, matter=Matter.WELFARE), decided_on=MET_ON, by=secretary, on=TODAY
            )

    def test_applause_passes_the_rest(self, secretary):
        item = services.applaud_item(ItemFactory(kind=ItemKind.PASS), decided_on=MET_ON, by=secretary, on=TODAY)
        assert (item.outcome, item.tally, item.result_sentence) == (ItemOutcome.PASSED, None, "鼓掌，通过。")

    def test_passed_with_too_few_votes_is_refused_by_the_database(self):
        item = voted(41)
        with pytest.raises(IntegrityError), transaction.atomic():
            AgendaItem.objects.filter(pk=item.pk).update(in_favour=40)


class TestReopen:
    def test_result_is_taken_back_for_a_reason(self, secretary):
        item = voted(50)
        services.reopen_item(item, reason="票数登记有误", by=secretary)
        assert (item.outcome, item.tally, item.way, item.decided_on) == (ItemOutcome.OPEN, None, "", None)
        assert trail_of(item).first().note == "票数登记有误"

    def test_is_refused_once_a_resolution_stands_on_it(self, secretary):
        item = voted(50)
        ResolutionFactory(session=item.session, item=item)
        with pytest.raises(Refused, match=r"^已有决议或后来的议程以这项结果为依据，不能撤回。$"):
            services.reopen_item(item, reason="有误", by=secretary)

    def test_is_refused_without_a_result(self, secretary):
        with pytest.raises(Refused, match=r"^这项议程还没有结果。$"):
            services.reopen_item(ItemFactory(), reason="有误", by=secretary)


class TestRegulation:
    def item(self, version, by):
        return services.add_item(HeldSessionFactory(), draft(version), by=by)

    def test_passed_comes_into_force_and_says_by_whom(self, secretary, pay):
        item = vote(self.item(pay, secretary), secretary)
        assert RegulationVersion.objects.get(pk=pay.pk).status == VersionStatus.DELIBERATING
        version = services.enact_passed_version(
            item, from_on=date(2026, 12, 1), document_no="", by=secretary, on=TODAY
        )
        stored = RegulationVersion.objects.get(pk=version.pk)
        assert (stored.status, stored.from_on, stored.adopted_by, stored.adopted_on, stored.source) == (
            VersionStatus.IN_FORCE,
            date(2026, 12, 1),
            "第九届第三次教职工代表大会",
            MET_ON,
            SourceRef.to(item),
        )
        with pytest.raises(Refused, match=r"^制度已经依据这项议程发布施行，不能撤回结果。$"):
            services.reopen_item(AgendaItem.objects.get(), reason="有误", by=secretary)

    def test_not_passed_is_not_in_force_and_a_new_version_goes_to_a_later_vote(self, secretary, pay):
        failed = vote(self.item(pay, secretary), secretary, in_favour=40)
        with pytest.raises(Refused, match=r"^没有通过的制度不能施行。"):
            services.enact_passed_version(failed, from_on=date(2026, 12, 1), document_no="", by=secretary, on=TODAY)
        later = SessionFactory(number=4)
        with pytest.raises(Refused, match=r"没有通过。请修改为新版本，再列入议程。$"):
            services.add_item(later, draft(pay), by=secretary)
        second = begin_version(pay.regulation, note="按代表意见修改", by=secretary, on=TODAY)
        again = services.add_item(later, draft(second), by=secretary)
        assert (again.again_of, again.regulation_version.number) == (failed, 2)
        assert AgendaItem.objects.get(pk=failed.pk).outcome == ItemOutcome.FAILED
        assert RegulationVersion.objects.get(pk=pay.pk).status == VersionStatus.REPLACED

    def test_draft_that_is_consulted_on_is_not_voted_on(self, secretary, pay):
        item = self.item(pay, secretary)
        RegulationVersion.objects.filter(pk=pay.pk).update(status=VersionStatus.CONSULTING)
        with pytest.raises(Refused, match="还在征求意见"):
            vote(AgendaItem.objects.get(pk=item.pk), secretary)


class TestConsultationBeforehand:
    def lack(self, **fields):
        item = ItemFactory(kind=ItemKind.PASS, **fields)
        return lacking_consultation([item], item.session).get(item.pk, "")

    def asked(self, **fields):
        staff = Audience.objects.get(key=AudienceKey.STAFF)
        told = {"status": ConsultationStatus.CONCLUDED, "audience": staff, "closed_on": date(2026, 11, 17), **fields}
        return ConsultationFactory(**told)

    def test_draft_that_everybody_saw_lacks_nothing(self):
        assert self.lack(consultation=self.asked()) == ""

    def test_reports_need_none(self):
        item = ItemFactory()
        assert lacking_consultation([item], item.session) == {}

    def test_none_at_all_is_told(self):
        assert self.lack() == "会前还没有向全体教职工征求意见，请关联征求意见。"

    def test_one_that_ends_on_the_day_is_told(self):
        assert self.lack(consultation=self.asked(closed_on=MET_ON)) == "征求意见要在会议召开以前截止。"

    def test_one_that_asked_only_some_is_told(self):
        only = MemberFactory()
        MemberFactory()
        some = Audience.objects.create(name="几个人", rule={"included": [only.pk]})
        assert self.lack(consultation=self.asked(audience=some)) == "征求意见的范围不是全体教职工。"

    def test_rule_of_the_schools_own_that_means_everybody_is_enough(self):
        clerk = AccountFactory()
        own = Audience.objects.create(name="所有人", rule={"included": [clerk.member_id]})
        assert self.lack(consultation=self.asked(audience=own, drafted_by=clerk)) == ""
