"""What the congress shows on the desk, in the search, in the calendar and in the navigation."""

from datetime import date

import pytest
from django.urls import reverse

from congress.area import area
from congress.enums import ProposalStatus, SecondingStatus
from congress.models import Seconding
from tests.conftest import TODAY, make_actor
from tests.congress.factories import (
    DelegateFactory,
    HeadedDepartmentFactory,
    ProposalFactory,
    RatingFactory,
    SessionFactory,
)
from tests.congress.steps import head_of, seconded
from unionoffice.roles import Role, roles_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus
TASK_QUERIES = 19


def tasks(account):
    return [(task.sentence, task.button, task.url, task.due) for task in area.tasks(account, TODAY)]


def page(proposal, name):
    return f"/congress/proposals/{proposal.pk}/{name}/" if name else proposal.get_absolute_url()


class TestRole:
    @pytest.mark.parametrize(
        ("fields", "held"),
        [
            ({}, True),
            ({"to_on": TODAY}, True),
            ({"kind": "attending"}, False),
            ({"to_on": date(2026, 11, 21)}, False),
            ({"from_on": date(2026, 11, 23)}, False),
        ],
        ids=str,
    )
    def test_delegate_is_who_has_a_vote_today(self, teacher, fields, held):
        DelegateFactory(member=teacher.member, **fields)
        assert (Role.DELEGATE in roles_of(teacher)) is held

    def test_ends_with_the_term(self, teacher):
        DelegateFactory(member=teacher.member, term__to_on=date(2026, 11, 21))
        assert roles_of(teacher) == {Role.STAFF}


class TestTasks:
    def test_proposer_files_and_rates(self, delegate):
        SessionFactory()
        seeking = seconded(ProposalFactory(status=S.SECONDING, originator=delegate.member), "王磊", "李静")
        signed = ProposalFactory(status=S.SIGNED, originator=delegate.member, number="2026-031")
        assert tasks(delegate) == [
            ("提案2026-031《改善食堂早餐》已有答复，待您评价", "评价", page(signed, "rate"), None),
            ("《改善食堂早餐》可以提交了", "提交", page(seeking, "file"), None),
        ]

    @pytest.mark.parametrize("lacking", ["a seconder", "a call"])
    def test_proposer_is_not_asked_to_file_what_would_be_refused(self, delegate, lacking):
        proposal = ProposalFactory(status=S.SECONDING, originator=delegate.member)
        if lacking == "a seconder":
            SessionFactory()
            seconded(proposal, "王磊")
        else:
            seconded(proposal, "王磊", "李静")
        assert tasks(delegate) == []

    def test_author_of_a_merged_proposal_rates_the_main_one(self, teacher):
        main = ProposalFactory(status=S.SIGNED, number="2026-031")
        ProposalFactory(status=S.MERGED, merged_into=main, originator=teacher.member)
        assert [task[2] for task in tasks(teacher)] == [page(main, "rate")]

    @pytest.mark.parametrize(("answered_on", "reminded"), [(date(2026, 10, 23), True), (date(2026, 10, 22), False)])
    def test_others_are_reminded_of_rating_for_thirty_days(self, teacher, answered_on, reminded):
        ProposalFactory(status=S.FOLLOWED, originator=teacher.member, answered_on=answered_on)
        assert bool(tasks(teacher)) is reminded

    def test_delegate_is_asked_to_second_and_to_take_up(self, delegate):
        seeking, offered = ProposalFactory(status=S.SECONDING), ProposalFactory(status=S.OFFERED)
        for status in SecondingStatus:
            other = seeking if status == SecondingStatus.INVITED else ProposalFactory(status=S.SECONDING)
            answered_on = None if status == SecondingStatus.INVITED else TODAY
            Seconding.objects.create(proposal=other, member=delegate.member, status=status, answered_on=answered_on)
        assert tasks(delegate) == [
            ("请您附议《改善食堂早餐》", "查看", page(seeking, ""), None),
            ("请您领衔《改善食堂早餐》", "查看", page(offered, ""), None),
        ]

    def test_secretary_reviews_and_assigns(self, secretary):
        ProposalFactory.create_batch(2, status=S.FILED)
        ProposalFactory(status=S.FILED, originator=secretary.member)
        ProposalFactory(status=S.ACCEPTED)
        table = reverse("congress:proposal-review")
        assert tasks(secretary) == [
            ("2件提案待审理", "审理", table, None),
            ("1件提案待交办", "交办", f"{table}?status=accepted", None),
        ]

    @pytest.mark.parametrize(
        ("status", "words", "button", "name"),
        [(S.ASSIGNED, "待接收", "接收", "receive"), (S.HANDLING, "待答复", "答复", "answer")],
    )
    def test_head_receives_and_answers_by_a_day(self, status, words, button, name):
        proposal = ProposalFactory(status=status, number="2026-031")
        assert tasks(head_of(proposal)) == [
            (f"提案2026-031《改善食堂早餐》{words}", button, page(proposal, name), date(2026, 12, 31))
        ]

    def test_head_of_an_assisting_department_gives_an_opinion_once(self):
        proposal, helper = ProposalFactory(status=S.HANDLING, number="2026-031"), HeadedDepartmentFactory()
        assistance = proposal.assistances.create(department=helper)
        assert [task[2] for task in tasks(helper.head.account)] == [page(proposal, "opine")]
        assistance.opinion, assistance.given_on = "同意", TODAY
        assistance.save()
        assert tasks(helper.head.account) == []

    def test_leaders_sign(self, principal):
        proposal = ProposalFactory(status=S.ANSWERED, number="2026-031")
        leader = make_actor(Role.VICE_PRINCIPAL, "许晓峰")
        told = ("提案2026-031《改善食堂早餐》的答复待签批", "签批", page(proposal, "sign"), date(2026, 12, 31))
        assert [tasks(account) for account in (principal, leader)] == [[told], [told]]

    @pytest.mark.parametrize("viewer", ["chair", "treasurer", "teacher"])
    def test_nothing_waits_for_others(self, viewer, request):
        for status in ProposalStatus:
            ProposalFactory(status=status)
        assert tasks(request.getfixturevalue(viewer)) == []

    @pytest.mark.parametrize("count", [3, 30])
    def test_queries_do_not_grow_with_what_waits(self, principal, count, django_assert_num_queries):
        ProposalFactory.create_batch(count, status=S.ANSWERED)
        roles_of(principal)
        with django_assert_num_queries(TASK_QUERIES):
            assert len(tasks(principal)) == count

    def test_who_decides_is_asked_for_more_time(self, secretary):
        proposal = ProposalFactory(status=S.HANDLING, number="2026-031")
        proposal.extensions.create(
            department=proposal.lead,
            due_was=proposal.due_on,
            until=date(2027, 1, 11),
            reason="要等招标",
            decider="secretary",
            asked_by=head_of(proposal),
            asked_on=TODAY,
        )
        told = (
            "提案2026-031《改善食堂早餐》申请延期，待审批",
            "审批",
            page(proposal, "extension"),
            date(2026, 12, 31),
        )
        assert tasks(secretary) == [told]

    @pytest.mark.parametrize(("day", "waits"), [(date(2026, 11, 27), True), (date(2026, 11, 30), False)])
    def test_head_is_told_of_promises_that_come_due(self, day, waits):
        proposal = ProposalFactory(status=S.FOLLOWED, number="2026-031", expected_on=day)
        told = ("提案2026-031《改善食堂早餐》承诺的事项到期", "登记进展", page(proposal, "follow-up"), day)
        assert tasks(head_of(proposal)) == [told] * waits

    def test_who_asked_says_whether_it_is_done(self, teacher):
        proposal = ProposalFactory(
            status=S.CLOSED, number="2026-031", originator=teacher.member, fulfilment="两个窗口已开放"
        )
        RatingFactory(answer=proposal.answers.get(), member=teacher.member)
        told = ("提案2026-031《改善食堂早餐》已办结，请反馈是否落实", "反馈", page(proposal, "acknowledge"), None)
        assert tasks(teacher) == [told]


class TestSearch:
    @pytest.mark.parametrize("text", ["2026-031", "食堂"])
    def test_finds_by_number_and_title(self, secretary, text):
        proposal = ProposalFactory(status=S.FILED, number="2026-031")
        hits = [(hit.title, hit.detail, hit.url) for hit in area.search(secretary, text)]
        assert hits == [("2026-031 改善食堂早餐", "待审理", proposal.get_absolute_url())]

    @pytest.mark.parametrize("status", [S.DRAFT, S.SECONDING, S.FILED, S.REFUSED])
    def test_finds_nothing_that_is_not_for_all_staff(self, teacher, status):
        ProposalFactory(status=status)
        assert list(area.search(teacher, "食堂")) == []

    def test_finds_nobody_by_name(self, secretary):
        ProposalFactory(status=S.FILED, originator__name="林芳")
        assert list(area.search(secretary, "林芳")) == []


class TestCalendar:
    def entries(self, account):
        return [(entry.day, entry.title) for entry in area.calendar(account, date(2026, 11, 1), date(2026, 12, 31))]

    @pytest.fixture
    def proposal(self):
        SessionFactory()
        return ProposalFactory(status=S.HANDLING, number="2026-031")

    COMMON = [(date(2026, 12, 28), "第九届第三次教职工代表大会"), (date(2026, 11, 30), "第九届第三次提案征集截止")]
    DUE = (date(2026, 12, 31), "提案2026-031答复到期")

    def test_all_staff_have_sessions_and_the_end_of_the_call(self, proposal, teacher):
        assert self.entries(teacher) == self.COMMON

    def test_who_answers_or_sees_to_it_has_due_dates(self, proposal, secretary):
        assert [self.entries(one) for one in (head_of(proposal), secretary)] == [[*self.COMMON, self.DUE]] * 2


@pytest.mark.parametrize("viewer", ["chair", "teacher", "delegate", "principal", "cashier"])
def test_doors_are_open_to_all_staff(viewer, request):
    account = request.getfixturevalue(viewer)
    labels = [door.label for door in area.navigation if door.permission.test(account)]
    assert labels == ["提案", "意见建议", "届次与代表"]
