"""Supervision from the entry to its end: what is written, what is refused, who is reminded."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from affairs import services
from affairs.enums import Capacity, SupervisionKind
from affairs.models import Supervision
from tests.affairs.oversight import closed_supervision, supervision
from tests.affairs.steps import told, verbs
from tests.conftest import TODAY
from tests.members.factories import MemberFactory
from unionoffice.audit import trail_of
from unionoffice.precision import Precision
from unionoffice.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def follow(made, by, **changes):
    asked = {"demand": "补报价单", "responsible": "总务处", "due_on": TODAY + timedelta(days=5)}
    return services.follow_up_supervision(made, **{**asked, **changes}, by=by)


def close(made, by, **changes):
    said = {"finding": "未发现问题", "outcome": "", "reported_at": "工会委员会议"}
    return services.close_supervision(made, **{**said, **changes}, by=by, on=TODAY)


class TestRecord:
    def test_is_numbered_by_its_year_with_who_was_there(self, secretary):
        officer, delegate = MemberFactory(name="许晴"), MemberFactory(name="魏雅琴")
        people = [(officer.pk, Capacity.COMMITTEE), (delegate.pk, Capacity.DELEGATE)]
        made = supervision(secretary, people=people)
        older = supervision(secretary, on=date(2019, 5, 1))
        assert (made.public_number, older.short_number) == ("监督 2026-001", "2019-001")
        assert made.people_in_words() == "工会委员许晴，教代会代表魏雅琴"
        entry = trail_of(made)[0]
        assert (entry.verb, entry.note) == ("登记监督", "工会委员许晴，教代会代表魏雅琴")

    @pytest.mark.parametrize(
        ("precision", "span", "when"),
        [
            (Precision.DAY, (date(2026, 5, 6), date(2026, 5, 6)), "2026年5月6日"),
            (Precision.MONTH, (date(2026, 5, 1), date(2026, 5, 31)), "2026年5月"),
            (Precision.TERM, (date(2026, 2, 1), date(2026, 8, 31)), "2025—2026学年第二学期"),
            (Precision.YEAR, (date(2026, 1, 1), date(2026, 12, 31)), "2026年"),
        ],
    )
    def test_vague_day_is_kept_as_its_span(self, secretary, precision, span, when):
        made = supervision(secretary, on=date(2026, 5, 6), precision=precision)
        kept = Supervision.objects.get()
        assert ((kept.held_on, kept.held_until), kept.when) == (span, when)
        services.mend_supervision(made, changes={"finding": "好"}, people=[], by=secretary, on=TODAY)
        kept.refresh_from_db()
        assert (kept.held_on, kept.held_until) == span

    def test_day_to_come_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^监督的日期不能晚于今天。$"):
            supervision(secretary, on=TODAY + timedelta(days=1))
        assert Supervision.objects.count() == 0

    def test_person_in_two_capacities_is_refused(self, secretary):
        member = MemberFactory()
        with pytest.raises(Refused, match=r"^同一个人只能以一种身份参加，请核对参加人员。$"):
            supervision(secretary, people=[(member.pk, Capacity.COMMITTEE), (member.pk, Capacity.DELEGATE)])


class TestMend:
    def test_people_are_replaced_and_the_trail_names_them(self, secretary):
        first, second = MemberFactory(name="甲"), MemberFactory(name="乙")
        made = supervision(secretary, people=[(first.pk, Capacity.MEMBER)])
        services.mend_supervision(
            made, changes={"title": "改"}, people=[(second.pk, Capacity.GROUP)], by=secretary, on=TODAY
        )
        kept = Supervision.objects.with_people().get()
        assert (kept.title, kept.people_in_words()) == ("改", "监督小组成员乙")
        assert trail_of(made)[0].note == "监督小组成员乙"

    def test_closed_one_stays(self, secretary):
        made = closed_supervision(secretary)
        with pytest.raises(Refused, match=r"^已经办结的监督不能修改。$"):
            services.mend_supervision(made, changes={"title": "改"}, people=[], by=secretary, on=TODAY)


class TestEnd:
    def test_followed_up_and_closed_with_what_came_of_it(self, secretary):
        made = follow(supervision(secretary, finding="缺报价单"), secretary)
        assert (made.status, made.responsible, made.due_on) == ("followed", "总务处", date(2026, 11, 27))
        close(made, secretary, outcome="已补齐")
        kept = Supervision.objects.get()
        assert (kept.status, kept.outcome, kept.closed_on) == ("closed", "已补齐", TODAY)
        assert verbs(made) == [("陈静", "登记监督"), ("陈静", "提出整改"), ("陈静", "办结")]

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"demand": " "}, "请写明整改要求。"),
            ({"responsible": " "}, "请写明整改责任人。"),
            ({"due_on": TODAY - timedelta(days=1)}, "整改期限不能早于监督的日期。"),
        ],
    )
    def test_follow_up_says_what_who_and_by_when(self, secretary, changes, sentence):
        made = supervision(secretary, finding="缺报价单")
        with pytest.raises(Refused, match=f"^{sentence}$"):
            follow(made, secretary, **changes)
        assert Supervision.objects.get().status == "recorded"

    def test_follow_up_without_a_finding_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^还没有监督意见。请先修改记录，写明监督意见。$"):
            follow(supervision(secretary), secretary)

    def test_end_without_a_finding_is_refused(self, secretary):
        made = supervision(secretary)
        with pytest.raises(Refused, match=r"^没有监督意见不能办结。"):
            close(made, secretary, finding=" ")
        assert Supervision.objects.get().status == "recorded"

    def test_end_without_what_came_of_a_follow_up_is_refused(self, secretary):
        made = follow(supervision(secretary, finding="缺报价单"), secretary)
        with pytest.raises(Refused, match=r"^提出过整改要求，请写明整改结果。$"):
            close(made, secretary)

    def test_closed_one_moves_no_more(self, secretary):
        made = closed_supervision(secretary)
        for deed in (follow, close):
            with pytest.raises(Refused, match=r"^现在是“已办结”状态，不能"):
                deed(made, secretary)

    def test_database_holds_it_too(self, secretary):
        made = supervision(secretary)
        for broken in ({"status": "closed"}, {"status": "followed"}, {"follow_up": "改"}, {"amount": -1}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Supervision.objects.filter(pk=made.pk).update(**broken)


def test_reminds_before_it_is_due_and_once_it_is_over(secretary):
    made = follow(supervision(secretary, finding="缺"), secretary)
    due = made.due_on
    for day in (
        due - timedelta(days=4),
        due - timedelta(days=3),
        due,
        due + timedelta(days=1),
        due + timedelta(days=2),
    ):
        services.remind_of_follow_ups(on=day)
    url = made.get_absolute_url()
    assert told(secretary) == [("“办公用品采购”的整改即将到期", url), ("“办公用品采购”的整改已逾期", url)]


def test_what_it_says_to_the_board_goes_under_its_category():
    made = supervision(
        people=[(MemberFactory(name="许晴").pk, Capacity.COMMITTEE)],
        kind=SupervisionKind.CANTEEN,
        title="大米询价",
        finding="三家报价",
        amount=52000,
    )
    draft = Supervision.objects.get(pk=made.pk).as_disclosure()
    assert (draft.title, draft.category) == ("大米询价监督情况", "logistics")
    assert draft.body.splitlines() == [
        "2026年11月22日，工会委员许晴就“大米询价”参加询价。",
        "涉及金额52,000.00元。",
        "监督意见：三家报价",
    ]
