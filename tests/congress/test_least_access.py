"""Names, drafts and words that only some may know, where a detour would tell them: trails, papers, tables."""

import pytest
from django.urls import reverse

from congress import services
from congress.enums import ChecklistStatus, ProposalStatus, Result, SuggestionStatus
from congress.models import ChecklistItem, Suggestion
from congress.papers.session_file import session_file
from tests.conftest import TODAY, make_actor
from tests.congress.agenda import MET_ON, SessionMinutesFactory
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory, SessionFactory, TermFactory
from tests.congress.preparation import make_group, seat
from tests.congress.steps import draft, head_of, rate, signed
from tests.members.factories import AccountFactory
from unionoffice.audit import HIDDEN, LogEntry
from unionoffice.documents import plain_text
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
