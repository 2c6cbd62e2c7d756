"""The page of one proposal: to whom it says what, and what can be done next."""

import re
from datetime import date

import pytest

from congress import services
from congress.enums import Grade, ProposalStatus
from congress.models import Proposal
from tests.conftest import TODAY, make_actor
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory, SessionFactory
from tests.congress.steps import answered, filed, handled, head_of, rate, seconded, seeking, signed
from tests.unionoffice.attachments.factories import AttachmentFactory
from unionoffice.roles import Role
from unionoffice.sources import SourceRef

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus


def context(client, proposal):
    response = client.get(proposal.get_absolute_url())
    assert response.status_code == 200
    return response.context


def facts(client, proposal):
    return {str(fact.label): str(fact.value) for fact in context(client, proposal)["facts"]}


def labels(client, proposal):
    """What can be done next: papers and the way to the board are tested with those."""
    shown = context(client, proposal)
    done = [*shown["actions"], *shown["more_actions"]]
    return [str(one.label) for one in done if not one.download and "/congress/" in one.url]


def deeds(client, proposal):
    return [entry.verb for entry in reversed(context(client, proposal)["trail"])]


class TestFacts:
    def test_draft_tells_what_there_is(self, teacher, signed_in):
        proposal = ProposalFactory(originator=teacher.member)
        assert facts(signed_in(teacher), proposal) == {"类别": "生活福利", "起草人": "韩梅"}

    def test_case_tells_how_far_it_is(self, delegate, secretary, principal, signed_in):
        helper = HeadedDepartmentFactory(name="总务处")
        proposal = handled(delegate, secretary, assisting=[helper])
        assert facts(signed_in(delegate), proposal) == {
            "编号": "2026-001",
            "会议": "第九届第三次",
            "类别": "生活福利",
            "提案人": "魏雅琴",
            "提交日期": "2026-11-22",
            "审理结果": "立案",
            "主办部门": str(proposal.lead),
            "协办部门": "总务处",
            "答复期限": "2026年12月18日（26天后）",
        }

    @pytest.mark.parametrize(("viewer", "name"), [("teacher", "未公开"), ("secretary", "林芳"), ("delegate", "林芳")])
    def test_name_that_is_not_shown_is_for_those_who_follow_proposals(self, viewer, name, signed_in, request):
        proposal = ProposalFactory(status=S.ACCEPTED, originator__name="林芳", show_name=False)
        assert facts(signed_in(request.getfixturevalue(viewer)), proposal)["提案人"] == name

    @pytest.mark.parametrize(("viewer", "told"), [("teacher", False), ("secretary", True), ("delegate", True)])
    def test_file_names_no_proposer_who_does_not_show_the_name(self, viewer, told, signed_in, request):
        author = make_actor(None, "林芳")
        proposal = ProposalFactory(status=S.ACCEPTED, originator=author.member, show_name=False)
        AttachmentFactory(source=SourceRef.to(proposal), uploaded_by=author)
        page = signed_in(request.getfixturevalue(viewer)).get(proposal.get_absolute_url()).content.decode()
        assert ("林芳" in page) is told

    def test_reason_of_a_refusal_is_for_those_who_asked_and_oversee(self, chair, signed_in):
        proposer = make_actor(Role.DELEGATE, "林芳")
        proposal = ProposalFactory(status=S.REFUSED, originator=proposer.member)
        told = [facts(signed_in(account), proposal)["审理意见"] for account in (proposer, chair)]
        assert told == ["不属于学校职权"] * 2

    def test_main_one_is_named_only_to_who_may_see_it(self, teacher, delegate, signed_in):
        main = ProposalFactory(status=S.FILED, number="2026-031")
        merged = ProposalFactory(status=S.MERGED, merged_into=main)
        told = [facts(signed_in(account), merged)["并入提案"] for account in (teacher, delegate)]
        assert told == ["提案 2026-031", "2026-031 改善食堂早餐"]

    def test_late_answer_is_marked(self, secretary, signed_in):
        proposal = ProposalFactory(status=S.HANDLING, due_on="2026-11-20")
        shown = context(signed_in(secretary), proposal)
        assert (shown["badge"].text, shown["badge"].tone) == ("办理中（逾期）", "official")


class TestAnswer:
    """Before the leader signs, the proposer sees no answer."""

    def texts(self, account, proposal, signed_in):
        return [answer.text for answer in context(signed_in(account), proposal)["answers"]]

    @pytest.mark.parametrize("viewer", ["delegate", "secretary", "chair", "teacher"])
    def test_unsigned_is_on_no_others_page(self, delegate, secretary, viewer, signed_in, request):
        proposal = answered(delegate, secretary)
        page = signed_in(request.getfixturevalue(viewer)).get(proposal.get_absolute_url())
        assert ("下月增加两个窗口" in page.content.decode(), "正在解决" in page.content.decode()) == (False, False)

    def test_unsigned_is_on_the_pages_of_department_and_leader(self, delegate, secretary, principal, signed_in):
        proposal = answered(delegate, secretary)
        for account in (head_of(proposal), principal):
            assert self.texts(account, proposal, signed_in) == ["下月增加两个窗口"]

    def test_returned_one_and_why_stay_inside(self, delegate, secretary, principal, signed_in):
        proposal = answered(delegate, secretary)
        services.return_answer(proposal, by=principal, on=TODAY, reason="请写明完成时间")
        told = {}
        for account in (delegate, secretary, head_of(proposal), principal):
            page = signed_in(account).get(proposal.get_absolute_url()).content.decode()
            told[account.name] = ("下月增加两个窗口" in page, "请写明完成时间" in page)
        assert told == {
            "魏雅琴": (False, False),
            "陈静": (False, False),
            "曹喆": (True, True),
            "沈立": (True, True),
        }

    def test_first_answer_stays_beside_the_second(self, delegate, secretary, principal, signed_in):
        proposal = signed(delegate, secretary, principal)
        rate(proposal, delegate, Grade.UNSATISFIED, "没有说明时间")
        services.answer_proposal(proposal, result="a", text="已增加", by=head_of(proposal), on=TODAY)
        assert self.texts(delegate, proposal, signed_in) == ["下月增加两个窗口"]
        services.sign_answer(proposal, by=principal, on=TODAY)
        assert self.texts(delegate, proposal, signed_in) == ["下月增加两个窗口", "已增加"]

    @pytest.mark.parametrize(("viewer", "told"), [("delegate", True), ("secretary", True), ("teacher", False)])
    def test_words_of_a_rating_are_for_those_whom_they_concern(
        self, delegate, secretary, principal, viewer, told, signed_in, request
    ):
        proposal = signed(delegate, secretary, principal)
        rate(proposal, delegate, Grade.UNSATISFIED, "没有说明时间")
        page = signed_in(request.getfixturevalue(viewer)).get(proposal.get_absolute_url()).content.decode()
        assert ("没有说明时间" in page) is told

    @pytest.mark.parametrize(("shows", "raters"), [(False, ["提案人"]), (True, ["魏雅琴"])])
    def test_rating_names_no_proposer_who_does_not_show_the_name(
        self, shows, raters, delegate, secretary, principal, teacher, signed_in
    ):
        proposal = signed(delegate, secretary, principal, show_name=shows)
        ProposalFactory(status=S.MERGED, merged_into=proposal, originator=teacher.member)
        rate(proposal, delegate, Grade.MOSTLY)
        page = signed_in(teacher).get(proposal.get_absolute_url()).content.decode()
        assert re.findall(r'class="rating"><strong>([^<]*)<', page) == raters
        assert ("魏雅琴" in page) is shows
        assert deeds(signed_in(teacher), proposal).count("评价") == shows

    @pytest.mark.parametrize(("viewer", "told"), [("secretary", True), ("delegate", False), ("teacher", False)])
    def test_opinions_stay_among_departments_and_leaders(self, delegate, secretary, viewer, told, signed_in, request):
        helper = HeadedDepartmentFactory()
        proposal = handled(delegate, secretary, assisting=[helper])
        services.give_opinion(proposal, opinion="经费不足", by=helper.head.account, on=TODAY)
        viewer = request.getfixturevalue(viewer)
        page = signed_in(viewer).get(proposal.get_absolute_url()).content.decode()
        assert ("经费不足" in page) is told


class TestTrail:
    def test_tells_each_party_its_part(self, delegate, secretary, principal, teacher, signed_in):
        proposal = signed(delegate, secretary, principal, show_name=False)
        inside = ["立案", "交办", "接收办理"]
        own = ["起草提案", "征集附议", "附议", "附议", "提交提案"]
        head = head_of(proposal)
        assert {
            account.name: deeds(signed_in(account), proposal) for account in (delegate, secretary, head, teacher)
        } == {
            "魏雅琴": [*own, *inside, "签批答复"],
            "陈静": [*own, *inside, "签批答复"],
            "曹喆": ["起草提案", "提交提案", *inside, "提交答复", "签批答复"],
            "韩梅": [*inside, "签批答复"],
        }

    def test_tells_colleagues_no_name_that_is_not_shown(self, delegate, secretary, principal, teacher, signed_in):
        proposal = signed(delegate, secretary, principal, show_name=False)
        rate(proposal, delegate, Grade.SATISFIED)
        page = signed_in(teacher).get(proposal.get_absolute_url()).content.decode()
        assert [name in page for name in ("魏雅琴", "王磊", "李静", "陈静")] == [False, False, False, True]

    def test_edits_are_the_authors_own(self, delegate, signed_in):
        proposal = seeking(delegate)
        services.edit_proposal(proposal, {"title": "改善早餐"}, by=delegate)
        other = make_actor(Role.DELEGATE, "王磊")
        told = [deeds(signed_in(account), proposal) for account in (delegate, other)]
        assert told == [["起草提案", "征集附议", "修改提案"], ["起草提案", "征集附议"]]


class TestActions:
    @pytest.mark.parametrize(
        ("status", "viewer", "expected"),
        [
            (S.OFFERED, "delegate", ["领衔这份提案", "婉拒"]),
            (S.SECONDING, "delegate", []),
            (S.FILED, "secretary", ["立案", "并案", "转意见建议", "不予立案"]),
            (S.FILED, "delegate", []),
            (S.ACCEPTED, "secretary", ["交办", "列为重点提案"]),
            (S.ACCEPTED, "principal", ["列为重点提案"]),
            (S.ACCEPTED, "teacher", []),
            (S.ASSIGNED, "secretary", ["改派", "列为重点提案"]),
            (S.HANDLING, "secretary", ["改派", "列为重点提案"]),
            (S.ANSWERED, "principal", ["签批答复", "列为重点提案"]),
            (S.ANSWERED, "secretary", ["列为重点提案"]),
            (S.SIGNED, "secretary", []),
            (S.FOLLOWED, "secretary", ["登记落实进展", "办结", "评为优秀提案"]),
            (S.CLOSED, "secretary", ["恢复跟踪落实", "评为优秀提案"]),
        ],
    )
    def test_are_the_next_steps_of_whoever_may_take_them(self, status, viewer, expected, signed_in, request):
        proposal = ProposalFactory(status=status)
        assert labels(signed_in(request.getfixturevalue(viewer)), proposal) == expected

    @pytest.mark.parametrize(
        ("status", "expected"),
        [
            (S.DRAFT, ["征集附议", "修改", "转为意见建议", "删除草稿"]),
            (S.OFFERED, ["收回草稿"]),
            (S.SECONDING, ["邀请附议", "修改", "转为意见建议", "撤案"]),
            (S.FILED, ["撤案"]),
            (S.ACCEPTED, ["撤案"]),
            (S.ASSIGNED, []),
            (S.SIGNED, ["评价答复"]),
            (S.CLOSED, ["评价答复"]),
        ],
    )
    def test_of_the_delegate_whose_proposal_it_is(self, delegate, status, expected, signed_in):
        assert labels(signed_in(delegate), ProposalFactory(status=status, originator=delegate.member)) == expected

    def test_of_a_colleague_whose_draft_it_is(self, teacher, signed_in):
        proposal = ProposalFactory(originator=teacher.member)
        assert labels(signed_in(teacher), proposal) == ["请代表领衔", "修改", "转为意见建议", "删除草稿"]

    @pytest.mark.parametrize(
        ("status", "expected"),
        [
            (S.ASSIGNED, ["接收办理", "退回交办"]),
            (S.HANDLING, ["答复", "申请延期"]),
            (S.ANSWERED, []),
            (S.FOLLOWED, ["登记落实进展", "办结"]),
        ],
    )
    def test_of_the_department(self, status, expected, signed_in):
        proposal = ProposalFactory(status=status)
        assert labels(signed_in(head_of(proposal)), proposal) == expected

    def test_filing_is_offered_once_enough_have_seconded(self, delegate, signed_in):
        client, proposal = signed_in(delegate), seeking(delegate)
        offered = [[(one.label, one.primary) for one in context(client, proposal)["actions"]][:2]]
        seconded(proposal, "王磊", "李静")
        offered.append([(one.label, one.primary) for one in context(client, proposal)["actions"]][:2])
        assert offered == [
            [("邀请附议", True), ("修改", False)],
            [("邀请附议", False), ("提交提案", True)],
        ]

    @pytest.mark.parametrize(
        ("status", "viewer", "expected"),
        [
            (S.DRAFT, "teacher", ""),
            (S.OFFERED, "teacher", "等待代表领衔，有人领衔后会通知起草人。"),
            (S.OFFERED, "delegate", ""),
            (S.SECONDING, "delegate", ""),
            (S.FILED, "teacher", "等待提案审理小组审理。"),
            (S.FILED, "secretary", ""),
            (S.ACCEPTED, "teacher", "已经立案，等待交办。"),
            (S.ASSIGNED, "teacher", "已交办，等待总务处接收。答复期限2026年12月31日（39天后）。"),
            (S.HANDLING, "secretary", "总务处正在办理。答复期限2026年12月31日（39天后）。"),
            (S.ANSWERED, "teacher", "总务处已报送答复，等待校领导签批。答复期限2026年12月31日（39天后）。"),
            (S.ANSWERED, "principal", ""),
            (S.SIGNED, "secretary", "已经答复，等待提案人评价。"),
            (S.FOLLOWED, "delegate", "总务处正在落实答复中承诺的事项。预计2027年3月1日完成。"),
            (S.REFUSED, "teacher", ""),
        ],
    )
    def test_who_can_do_nothing_is_told_whose_turn_it_is(self, status, viewer, expected, teacher, signed_in, request):
        lead, promised = HeadedDepartmentFactory(name="总务处"), date(2027, 3, 1) if status == S.FOLLOWED else None
        proposal = ProposalFactory(status=status, originator=teacher.member, lead=lead, expected_on=promised)
        client = signed_in(request.getfixturevalue(viewer))
        assert context(client, proposal)["waits"] == expected

    def test_who_was_asked_and_never_answered_is_no_matter_once_it_is_filed(self, delegate, signed_in):
        SessionFactory()
        proposal, client = seeking(delegate), signed_in(delegate)
        silent = make_actor(Role.DELEGATE, "曹喆").member
        services.invite_seconders(proposal, [silent], by=delegate, on=TODAY)
        seconded(proposal, "王磊", "李静")
        told = [[str(one.member) for one in context(client, proposal)["secondings"]]]
        services.file_proposal(Proposal.objects.get(pk=proposal.pk), by=delegate, on=TODAY)
        told.append([str(one.member) for one in context(client, proposal)["secondings"]])
        assert told == [["曹喆", "王磊", "李静"], ["王磊", "李静"]]

    def test_files_are_added_while_the_text_is_open(self, delegate, signed_in):
        client = signed_in(delegate)
        own = [ProposalFactory(status=status, originator=delegate.member) for status in (S.SECONDING, S.FILED)]
        shown = ["选择文件" in client.get(one.get_absolute_url()).content.decode() for one in own]
        assert shown == [True, False]


@pytest.mark.parametrize("count", [3, 12])
@pytest.mark.parametrize(("viewer", "queries"), [("secretary", 35), ("teacher", 31)])
def test_queries_of_a_page_do_not_grow(count, viewer, queries, signed_in, django_assert_num_queries, request):
    proposal = ProposalFactory(status=S.SIGNED)
    for number in range(count):
        ProposalFactory(status=S.MERGED, merged_into=proposal)
        proposal.assistances.create(department=HeadedDepartmentFactory(), opinion=f"{number}", given_on=TODAY)
    client = signed_in(request.getfixturevalue(viewer))
    client.get(proposal.get_absolute_url())
    with django_assert_num_queries(queries):
        client.get(proposal.get_absolute_url())


def test_filed_one_is_nothing_to_colleagues(delegate, teacher, signed_in):
    assert signed_in(teacher).get(filed(delegate).get_absolute_url()).status_code == 404
