"""Names, drafts and words that only some may know, where a detour would tell them: trails, papers, tables."""

from datetime import date

import pytest
from django.urls import reverse

from congress import services
from congress.enums import ChecklistStatus, DelegateKind, ProposalStatus, Result, SuggestionStatus
from congress.models import ChecklistItem, RequestSigner, Suggestion
from congress.papers.session_file import session_file
from members.enums import AttendanceState
from members.models import Attendance
from members.services import check_in, mark_attendance
from tests.conftest import TODAY, make_actor
from tests.congress.agenda import MET_ON, SessionMinutesFactory
from tests.congress.factories import (
    DelegateFactory,
    HeadedDepartmentFactory,
    ProposalFactory,
    SessionFactory,
    TermFactory,
)
from tests.congress.preparation import make_group, make_meeting, make_request, seat
from tests.congress.sittings import NOON, arrive, attending, make_sitting, voters
from tests.congress.steps import draft, head_of, rate, signed
from tests.members.factories import AccountFactory
from unionoffice.audit import HIDDEN, LogEntry
from unionoffice.documents import plain_text
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus


def page(client, record):
    response = client.get(record.get_absolute_url())
    assert response.status_code == 200
    return response


def actors(response, verb):
    return [entry.actor_name for entry in response.context["trail"] if entry.verb == verb]


@pytest.fixture
def promise_kept(delegate, secretary, principal):
    """Of a proposal whose proposer shows the name, with one merged into it whose proposer doesn't."""
    proposal = signed(delegate, secretary, principal, result=Result.SOLVING)
    hidden = make_actor(Role.DELEGATE, "周敏")
    ProposalFactory(status=S.MERGED, merged_into=proposal, originator=hidden.member, show_name=False)
    rate(proposal, delegate)
    services.finish_proposal(proposal, fulfilment="两个窗口已经开放", by=head_of(proposal), on=TODAY)
    services.acknowledge_fulfilment(proposal, is_done=True, comment="", by=hidden, on=TODAY)
    services.acknowledge_fulfilment(proposal, is_done=True, comment="", by=delegate, on=TODAY)
    return proposal


class TestTrail:
    def test_names_nobody_of_a_merged_proposal_who_does_not_show_the_name(self, promise_kept, secretary, signed_in):
        told = {
            account.name: actors(page(signed_in(account), promise_kept), "反馈落实情况")
            for account in (head_of(promise_kept), secretary)
        }
        assert told == {"曹喆": ["魏雅琴"], "陈静": ["魏雅琴", "周敏"]}

    @pytest.mark.parametrize(("viewer", "told"), [("principal", False), ("teacher", False), ("chair", True)])
    def test_names_no_author_who_handed_a_proposal_over_as_a_suggestion(
        self, delegate, viewer, told, signed_in, request
    ):
        handed = services.hand_over_proposal(draft(delegate, show_name=False), by=delegate, on=TODAY)
        answered = {
            "status": SuggestionStatus.ANSWERED,
            "answer": "已研究",
            "adoption": "noted",
            "answered_by": AccountFactory(),
            "answered_on": TODAY,
            "may_publish": True,
        }
        Suggestion.objects.filter(pk=handed.pk).update(**answered)
        assert ("魏雅琴" in page(signed_in(request.getfixturevalue(viewer)), handed).content.decode()) is told

    def test_keeps_no_word_that_only_the_originator_reads(self, chair):
        asked = make_actor(Role.DELEGATE, "王磊").member
        proposal = ProposalFactory(status=S.FILED)
        proposal.refusals.create(member=asked, word="先同年级组商量", refused_on=TODAY)
        entries = LogEntry.objects.visible_to(chair).filter(object_repr__contains="婉拒")
        assert [entry.changes["word"][1] for entry in entries] == [HIDDEN]


def test_word_of_who_begged_off_is_not_for_who_takes_the_draft_up(delegate, teacher, signed_in):
    proposal = ProposalFactory(status=S.SECONDING, originator=teacher.member, proposer=delegate.member)
    proposal.refusals.create(member=make_actor(Role.DELEGATE, "林芳").member, word="先同年级组商量", refused_on=TODAY)
    told = ["先同年级组商量" in page(signed_in(one), proposal).content.decode() for one in (teacher, delegate)]
    assert told == [True, False]


def test_list_names_no_proposer_to_a_department_that_does_not_handle_the_proposal(signed_in):
    lead = HeadedDepartmentFactory()
    ProposalFactory(status=S.MERGED, merged_into=ProposalFactory(status=S.FILED), lead=lead, show_name=False)
    rows = signed_in(lead.head.account).get(reverse("congress:proposal-list")).context["rows"]
    assert [cell.text for row in rows for cell in row.cells if cell.label == "提案人"] == ["—"]


@pytest.mark.parametrize(
    ("role", "told"), [(None, []), (Role.DELEGATE, []), (Role.SECRETARY, ["2025-009 改善食堂早餐"])]
)
def test_review_names_refused_ones_that_are_alike_to_those_who_oversee_alone(role, told, signed_in):
    reviewer = make_actor(role, "林芳")
    seat(make_group(), reviewer.member)
    ProposalFactory(status=S.REFUSED, number="2025-009", title="改善食堂早餐")
    ProposalFactory(status=S.FILED, title="改善食堂早餐和午餐")
    rows = signed_in(reviewer).get(reverse("congress:proposal-review")).context["rows"]
    assert [[str(other) for other in row.alike] for row, _own in rows] == [told]


class TestSessionFile:
    @pytest.mark.parametrize(("viewer", "told"), [("delegate", False), ("principal", False), ("chair", True)])
    def test_has_drafted_minutes_for_those_who_write_and_confirm_them(self, viewer, told, request):
        minutes = SessionMinutesFactory()
        text = plain_text(session_file(minutes.session, request.getfixturevalue(viewer)))
        assert ("会议听取了学校工作报告" in text) is told

    @pytest.mark.parametrize(("viewer", "told"), [("delegate", False), ("chair", True)])
    def test_has_the_preparation_for_those_who_prepare(self, viewer, told, request):
        session = SessionFactory()
        ChecklistItem.objects.create(
            session=session, title="落实会务经费", from_on=MET_ON, due_on=MET_ON, status=ChecklistStatus.OPEN
        )
        text = plain_text(session_file(session, request.getfixturevalue(viewer)))
        assert ("落实会务经费" in text) is told

    @pytest.mark.parametrize(("viewer", "told"), [("delegate", False), ("principal", False), ("secretary", True)])
    def test_names_what_came_to_nothing_to_those_who_oversee_alone(self, viewer, told, request):
        refused = ProposalFactory(status=S.REFUSED, title="更换校长")
        ProposalFactory(status=S.ACCEPTED, session=refused.session, title="增设饮水机")
        text = plain_text(session_file(refused.session, request.getfixturevalue(viewer)))
        assert ("更换校长" in text, "增设饮水机" in text, "共收到提案2件" in text) == (told, True, True)


@pytest.mark.parametrize(("viewer", "offered"), [("teacher", []), ("chair", []), ("secretary", ["代表证"])])
def test_cards_are_offered_to_who_prints_them(viewer, offered, signed_in, request):
    shown = page(signed_in(request.getfixturevalue(viewer)), TermFactory()).context["actions"]
    assert [str(one.label) for one in shown if one.url.endswith("/cards/")] == offered


def facts(response):
    return {str(fact.label): str(fact.value) for fact in response.context["facts"]}


class TestExtraordinarySession:
    @pytest.fixture
    def request_of_three(self, delegate):
        request = make_request(asked_by="delegates", count=3, voters=9)
        for member in (delegate.member, make_actor(Role.DELEGATE, "林芳").member):
            request.signers.create(member=member)
        return request

    @pytest.mark.parametrize("viewer", ["teacher", "principal", "auditor"])
    def test_who_signed_is_a_number_to_others(self, request_of_three, viewer, signed_in, request):
        account = request.getfixturevalue(viewer)
        told = facts(page(signed_in(account), request_of_three))
        assert ("联名名单" in told, told["联名代表"]) == (False, "3名联名，当日正式代表9名，至少要3名")
        assert not RequestSigner.objects.visible_to(account).exists()

    @pytest.mark.parametrize("viewer", ["secretary", "chair", "delegate"])
    def test_who_signed_is_known_to_who_settles_it_and_to_who_signed(
        self, request_of_three, viewer, signed_in, request
    ):
        told = facts(page(signed_in(request.getfixturevalue(viewer)), request_of_three))
        assert told["联名名单"] == "林芳、魏雅琴"

    def test_delegate_who_signed_another_one_reads_its_names_alone(self, request_of_three):
        other = make_actor(Role.DELEGATE, "周敏")
        make_request(asked_by="delegates", count=1, voters=3).signers.create(member=other.member)
        assert [one.member for one in RequestSigner.objects.visible_to(other)] == [other.member]


class TestRecall:
    @pytest.fixture
    def recalled(self, secretary):
        seated = DelegateFactory(member=make_actor(None, "林芳").member)
        vote = services.RecallVote(held_on=TODAY, due=9, present=9, in_favour=7)
        services.recall_delegate(seated, vote, reason="半年没有参加活动", by=secretary, on=TODAY)
        return seated

    @pytest.mark.parametrize("viewer", ["teacher", "principal", "delegate"])
    def test_is_known_to_everybody_but_not_why(self, recalled, viewer, signed_in, request):
        account = request.getfixturevalue(viewer)
        shown = page(signed_in(account), recalled)
        told = facts(shown)
        assert ("撤换" in told, told["终止原因"], "半年" in shown.content.decode()) == (False, "撤换", False)
        assert not LogEntry.objects.visible_to(account).filter(note__contains="半年").exists()

    @pytest.mark.parametrize("viewer", ["secretary", "chair"])
    def test_is_told_with_its_reason_to_those_who_oversee(self, recalled, viewer, signed_in, request):
        account = request.getfixturevalue(viewer)
        told = facts(page(signed_in(account), recalled))
        assert told["终止原因"] == "撤换：半年没有参加活动"
        assert told["撤换"] == "2026-11-22会议：应到9人，实到9人，同意撤换7票，超过应到人数的半数。"

    def test_is_told_with_its_reason_to_whom_it_befell(self, recalled, signed_in):
        shown = page(signed_in(recalled.member.account), recalled)
        assert facts(shown)["终止原因"] == "撤换：半年没有参加活动"
        assert [entry.note for entry in shown.context["trail"]][:1] == ["半年没有参加活动"]


@pytest.mark.parametrize(
    ("viewer", "told"),
    [("teacher", False), ("auditor", False), ("delegate", True), ("principal", True), ("secretary", True)],
)
def test_minutes_of_a_preparatory_meeting_are_for_who_prepares_and_for_delegates(viewer, told, signed_in, request):
    meeting = make_meeting(minutes="<p>有人担心差距太大</p>", settled="提交大会审议")
    meeting.version += 1
    meeting.minutes = "<p>有人担心差距太大了</p>"
    meeting.save()
    text = page(signed_in(request.getfixturevalue(viewer)), meeting).content.decode()
    assert ("有人担心差距太大" in text, "提交大会审议" in text) == (told, True)


def test_minutes_of_a_preparatory_meeting_are_for_who_led_it(teacher, signed_in):
    meeting = make_meeting(minutes="<p>有人担心差距太大</p>", chair=teacher.member)
    assert "有人担心差距太大" in page(signed_in(teacher), meeting).content.decode()


class TestDoor:
    def test_stranger_to_the_sitting_cannot_check_in(self, secretary, teacher):
        sitting = make_sitting(by=secretary)
        arrive(sitting, [])
        door = services.open_door(sitting, by=secretary, at=NOON)
        sentence = r"的应到名单里，不能签到。应邀到会的，请告诉现场负责人，由其为您登记。$"
        with pytest.raises(Refused, match=sentence):
            check_in(door, teacher.member, by=teacher, at=NOON)
        assert not Attendance.objects.exists()

    @pytest.mark.parametrize("kind", [DelegateKind.ATTENDING, DelegateKind.INVITED])
    def test_delegate_without_a_vote_and_who_leads_it_check_in_and_count_for_nothing(self, secretary, teacher, kind):
        sitting = make_sitting(by=secretary, presider=teacher.member)
        guest = attending(sitting, kind)
        arrive(sitting, [guest, teacher.member, voters(sitting)[0]])
        assert sorted(Attendance.objects.values_list("beyond", flat=True)) == [False, True, True]

    def test_guest_whom_the_secretary_has_on_the_roll_checks_in(self, secretary, teacher):
        door = services.open_door(make_sitting(by=secretary), by=secretary, at=NOON)
        mark_attendance(door, [teacher.member], AttendanceState.ABSENT, by=secretary, at=NOON)
        assert check_in(door, teacher.member, by=teacher, at=NOON).beyond is True

    def test_delegate_whose_time_is_over_cannot_check_in(self, secretary):
        sitting = make_sitting(by=secretary)
        former = DelegateFactory(term=sitting.session.term, to_on=date(2026, 11, 21))
        door = services.open_door(sitting, by=secretary, at=NOON)
        with pytest.raises(Refused, match="的应到名单里"):
            check_in(door, former.member, by=secretary, at=NOON)
