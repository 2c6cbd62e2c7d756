"""Suggestions from handing in to what came of them."""

from datetime import date

import pytest

from congress import services
from congress.enums import Adoption, DriveStatus, ProposalStatus, SuggestionStatus
from congress.models import Suggestion
from tests.conftest import TODAY, make_actor
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory
from tests.congress.steps import notices, verbs
from tests.congress.suggestions import DriveFactory, SuggestionFactory
from tests.members.factories import DepartmentFactory
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

S = SuggestionStatus
DUE = date(2026, 12, 11)
TEXT = {"title": "延长阅览室开放时间", "text": "开到晚上八点", "category": "logistics"}


def hand_in(by, **fields):
    return services.hand_in_suggestion(Suggestion(**{**TEXT, **fields}), by=by, on=TODAY)


def stored(suggestion):
    return Suggestion.objects.get(pk=suggestion.pk)


def head_of(suggestion):
    return suggestion.department.head.account


class TestHandingIn:
    def test_gets_the_next_number_of_the_year_and_the_secretary_is_told(self, teacher, secretary):
        first, second = hand_in(teacher), hand_in(teacher)
        assert (first.number, second.number, first.handed_in_on) == ("2026-001", "2026-002", TODAY)
        assert (stored(first).status, stored(first).author) == (S.FILED, teacher.member)
        assert notices(secretary)[0] == "收到意见建议 2026-001“延长阅览室开放时间”，请分办。"
        assert verbs(first) == [("韩梅", "提出意见建议")]

    def test_into_a_running_drive(self, teacher):
        drive = DriveFactory()
        assert stored(hand_in(teacher, drive=drive)).drive == drive

    @pytest.mark.parametrize(
        "fields",
        [
            {"status": DriveStatus.PLANNED},
            {"status": DriveStatus.CONCLUDED},
            {"to_on": date(2026, 11, 21)},
            {"from_on": date(2026, 11, 23)},
        ],
        ids=str,
    )
    def test_into_a_drive_that_takes_none_is_refused_and_takes_no_number(self, teacher, fields):
        drive = DriveFactory(**fields)
        with pytest.raises(Refused, match="现在不征集建议"):
            hand_in(teacher, drive=drive)
        assert (Suggestion.objects.count(), hand_in(teacher).number) == (0, "2026-001")

    def test_taken_back_keeps_its_number(self, teacher):
        services.withdraw_suggestion(hand_in(teacher), by=teacher)
        assert hand_in(teacher).number == "2026-002"
        assert [one.status for one in Suggestion.objects.order_by("number")] == [S.WITHDRAWN, S.FILED]

    def test_not_taken_back_once_somebody_has_it(self, teacher):
        with pytest.raises(Refused, match="现在是“办理中”状态，不能撤回意见建议"):
            services.withdraw_suggestion(SuggestionFactory(status=S.HANDLING), by=teacher)


class TestFromProposal:
    def test_takes_over_text_name_and_people(self, secretary):
        drafter = make_actor(None, "林芳")
        proposal = ProposalFactory(status=ProposalStatus.TURNED, originator=drafter.member, show_name=False)
        made = services.suggestion_from_proposal(proposal, by=secretary, on=TODAY)
        assert (made.number, made.title, made.text) == ("2026-001", "改善食堂早餐", "早餐品种太少\n\n增加两个窗口")
        assert (made.author, made.show_name, made.may_publish) == (proposal.proposer, False, False)
        assert made.parties() == {proposal.proposer, drafter.member}
        assert proposal.suggestion == made
        assert verbs(made) == [("陈静", "由提案转入")]

    def test_draft_without_a_proposer_is_its_drafters(self, secretary):
        drafter = make_actor(None, "林芳")
        proposal = ProposalFactory(originator=drafter.member)
        made = services.suggestion_from_proposal(proposal, by=drafter, on=TODAY)
        assert made.author == drafter.member

    def test_tells_the_secretary_unless_it_was_their_own_doing(self, secretary):
        other = make_actor(Role.SECRETARY, "王磊")
        services.suggestion_from_proposal(ProposalFactory(), by=secretary, on=TODAY)
        assert (notices(secretary), len(notices(other))) == ([], 1)

    def test_a_second_time_is_refused(self, secretary):
        proposal = ProposalFactory()
        services.suggestion_from_proposal(proposal, by=secretary, on=TODAY)
        with pytest.raises(Refused, match="已经转为意见建议"):
            services.suggestion_from_proposal(proposal, by=secretary, on=TODAY)


class TestAssigning:
    def test_department_head_and_author_are_told(self, teacher, secretary):
        made, department = hand_in(teacher), HeadedDepartmentFactory(name="图书馆")
        services.assign_suggestion(made, department, due_on=DUE, by=secretary, on=TODAY)
        now = stored(made)
        assert (now.status, now.department, now.due_on) == (S.HANDLING, department, DUE)
        assert notices(teacher) == ["您的意见建议 2026-001“延长阅览室开放时间”已交图书馆办理。"]
        assert notices(head_of(now)) == [
            "意见建议 2026-001“延长阅览室开放时间”由图书馆办理，请在2026年12月11日前答复。"
        ]
        assert verbs(made)[-1] == ("陈静", "分办")

    def test_another_department_gets_it_while_it_is_handled(self, secretary):
        made, other = SuggestionFactory(status=S.HANDLING), HeadedDepartmentFactory()
        services.assign_suggestion(made, other, due_on=DUE, by=secretary, on=TODAY)
        assert (stored(made).department, verbs(made)[-1]) == (other, ("陈静", "改派"))

    def test_department_without_a_head_is_refused(self, secretary):
        with pytest.raises(Refused, match="后勤处还没有登记负责人"):
            services.assign_suggestion(
                SuggestionFactory(), DepartmentFactory(name="后勤处"), due_on=DUE, by=secretary, on=TODAY
            )

    def test_day_that_is_not_ahead_is_refused(self, secretary):
        with pytest.raises(Refused, match="答复期限要晚于今天"):
            services.assign_suggestion(
                SuggestionFactory(), HeadedDepartmentFactory(), due_on=TODAY, by=secretary, on=TODAY
            )

    def test_answered_one_is_refused(self, secretary):
        with pytest.raises(Refused, match="现在是“已答复”状态，不能分办"):
            services.assign_suggestion(
                SuggestionFactory(status=S.ANSWERED), HeadedDepartmentFactory(), due_on=DUE, by=secretary, on=TODAY
            )

    def test_several_at_once_are_all_given_or_none(self, secretary):
        open_one, done = SuggestionFactory(), SuggestionFactory(status=S.DONE)
        with pytest.raises(Refused):
            services.assign_suggestions(
                [open_one, done], HeadedDepartmentFactory(), due_on=DUE, by=secretary, on=TODAY
            )
        assert stored(open_one).status == S.FILED

    def test_sent_back_with_a_reason_goes_to_the_secretary(self, secretary):
        made = SuggestionFactory(
            status=S.HANDLING, department=HeadedDepartmentFactory(name="教务处"), number="2026-009"
        )
        with pytest.raises(Refused, match="请写明退回的理由"):
            services.send_back_suggestion(made, reason=" ", by=head_of(made), on=TODAY)
        services.send_back_suggestion(made, reason="属于图书馆", by=head_of(made), on=TODAY)
        now = stored(made)
        assert (now.status, now.department, now.due_on) == (S.FILED, None, None)
        assert notices(secretary) == ["教务处退回了意见建议 2026-009“延长阅览室开放时间”，请另行分办。"]


class TestAnswering:
    @pytest.mark.parametrize(
        ("adoption", "status"),
        [
            (Adoption.ADOPTED, S.FOLLOWED),
            (Adoption.PARTLY, S.FOLLOWED),
            (Adoption.DECLINED, S.ANSWERED),
            (Adoption.NOTED, S.ANSWERED),
        ],
    )
    def test_what_is_adopted_is_followed_up(self, teacher, secretary, adoption, status):
        made = hand_in(teacher)
        services.answer_suggestion(made, adoption=adoption, text=" 下月起 ", by=secretary, on=TODAY)
        now = stored(made)
        assert (now.status, now.adoption, now.answer, now.answered_by, now.answered_on) == (
            status,
            adoption,
            "下月起",
            secretary,
            TODAY,
        )
        assert notices(teacher) == ["您的意见建议 2026-001“延长阅览室开放时间”已有答复，请查看。"]
        assert verbs(made)[-1] == ("陈静", "答复")

    def test_without_words_is_refused(self, secretary):
        made = SuggestionFactory(status=S.HANDLING)
        with pytest.raises(Refused, match="请填写答复内容"):
            services.answer_suggestion(made, adoption=Adoption.NOTED, text="", by=secretary, on=TODAY)
        assert (stored(made).status, stored(made).adoption) == (S.HANDLING, "")

    def test_a_second_answer_is_refused(self, secretary):
        with pytest.raises(Refused, match="现在是“落实中”状态，不能答复"):
            services.answer_suggestion(
                SuggestionFactory(status=S.FOLLOWED), adoption=Adoption.NOTED, text="又", by=secretary, on=TODAY
            )

    def test_drafter_of_the_proposal_that_it_was_is_told_too(self, secretary):
        drafter = make_actor(None, "韩梅")
        proposal = ProposalFactory(status=ProposalStatus.TURNED, originator=drafter.member)
        made = services.suggestion_from_proposal(proposal, by=secretary, on=TODAY)
        services.answer_suggestion(made, adoption=Adoption.NOTED, text="已研究", by=secretary, on=TODAY)
        assert notices(drafter)[-1] == "您的意见建议 2026-001“改善食堂早餐”已有答复，请查看。"


class TestAfterwards:
    def test_noted_one_is_adopted_after_all_and_keeps_its_answer(self, secretary):
        made = SuggestionFactory(status=S.ANSWERED)
        services.adopt_suggestion(made, adoption=Adoption.PARTLY, reason="经费已落实", by=secretary)
        now = stored(made)
        assert (now.status, now.adoption, now.answer) == (S.FOLLOWED, Adoption.PARTLY, "从下月起开到晚上八点")
        assert verbs(made)[-1] == ("陈静", "改为采纳")

    @pytest.mark.parametrize(
        ("told", "sentence"),
        [
            ({"adoption": Adoption.ADOPTED, "reason": ""}, "请写明改为采纳的理由"),
            ({"adoption": Adoption.DECLINED, "reason": "再议"}, "请选择采纳或者部分采纳"),
        ],
    )
    def test_adopting_says_why_and_how_far(self, secretary, told, sentence):
        made = SuggestionFactory(status=S.ANSWERED)
        with pytest.raises(Refused, match=sentence):
            services.adopt_suggestion(made, by=secretary, **told)
        assert stored(made).status == S.ANSWERED

    def test_adopted_one_is_done_with_what_was_done(self, secretary):
        author = make_actor(None, "韩梅")
        made = SuggestionFactory(status=S.FOLLOWED, author=author.member, number="2026-005")
        with pytest.raises(Refused, match="请写明落实情况"):
            services.finish_suggestion(made, fulfilment="", by=secretary, on=TODAY)
        services.finish_suggestion(made, fulfilment="已按新时间开放", by=secretary, on=TODAY)
        now = stored(made)
        assert (now.status, now.fulfilment, now.done_on) == (S.DONE, "已按新时间开放", TODAY)
        assert notices(author) == ["您的意见建议 2026-005“延长阅览室开放时间”已落实，请查看。"]

    def test_what_was_not_adopted_cannot_be_done(self, secretary):
        with pytest.raises(Refused, match="现在是“已答复”状态，不能登记落实"):
            services.finish_suggestion(
                SuggestionFactory(status=S.ANSWERED), fulfilment="好了", by=secretary, on=TODAY
            )


class TestReminding:
    def test_head_is_told_once_that_it_is_soon_and_once_that_it_is_late(self):
        made = SuggestionFactory(status=S.HANDLING, due_on=date(2026, 11, 25), number="2026-003")
        SuggestionFactory(status=S.HANDLING, due_on=date(2026, 11, 26), department=made.department)
        SuggestionFactory(status=S.FOLLOWED, due_on=date(2026, 11, 20), department=made.department)
        for day in (TODAY, date(2026, 11, 23)):
            services.remind_of_suggestions(day)
        assert notices(head_of(made))[0] == "意见建议 2026-003“延长阅览室开放时间”请在2026年11月25日前答复。"
        assert len(notices(head_of(made))) == 2
        for day in (date(2026, 11, 26), date(2026, 11, 27)):
            services.remind_of_suggestions(day)
        late = [sentence for sentence in notices(head_of(made)) if "已过答复期限" in sentence]
        assert late[0] == "意见建议 2026-003“延长阅览室开放时间”已过答复期限，请尽快答复。"
        assert len(late) == 2
