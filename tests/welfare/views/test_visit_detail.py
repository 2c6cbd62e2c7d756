"""The page of one visit: to whom it says what, and what can be done next."""

from decimal import Decimal

import pytest

from finance.enums import EntryStatus, Fund
from tests.finance.factories import BookedEntryFactory, EntryFactory
from tests.members.factories import MemberFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from unionoffice.audit import deed
from welfare.enums import VisitStatus
from welfare.models import Standard

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

CIRCUMSTANCES = "急性阑尾炎，已做手术"
ANYONE_WHO_SEES_IT = {
    "教职工": "林芳",
    "事由": "生病",
    "对象": "本人",
    "情形": "一般",
    "发生日期": "2026-11-20",
    "慰问日期": "2026-11-22",
    "慰问方式": "上门",
    "地点": "市中医院",
    "慰问人员": "周敏、许晴",
    "慰问金": "1,000.00元",
    "慰问品": "水果（99.90元）",
    "经费来源": "工会经费",
}
FINDING = {"核对结果": "超过上限", "超出标准的理由": "病情危重"}


@pytest.fixture
def visit():
    return MadeVisitFactory(
        number="2026-031",
        member=MemberFactory(name="林芳"),
        status=VisitStatus.PAID,
        circumstances=CIRCUMSTANCES,
        place="市中医院",
        visitors="周敏、许晴",
        goods="水果",
        goods_value=Decimal("99.90"),
        standard=Standard.objects.get(name="住院慰问"),
        finding="超过上限",
        over_standard=True,
        over_reason="病情危重",
        entry=BookedEntryFactory(number=31),
    )


def facts(client, visit):
    context = client.get(visit.get_absolute_url()).context
    return {str(fact.label): str(fact.value) for fact in context["facts"]}


def labels(client, visit):
    return [action.label for action in client.get(visit.get_absolute_url()).context["actions"]]


class TestFacts:
    @pytest.fixture
    def always(self, visit):
        return dict(ANYONE_WHO_SEES_IT)

    @pytest.fixture
    def finding(self, visit):
        people = {"申请人": visit.requested_by.name, "批准人": visit.approved_by.name}
        return {**people, **FINDING, "适用标准的依据": visit.standard.source}

    @pytest.mark.parametrize("viewer", ["chair", "secretary"])
    def test_those_who_organise_and_see_the_ledger_read_everything(
        self, visit, always, finding, viewer, signed_in, request
    ):
        told = facts(signed_in(request.getfixturevalue(viewer)), visit)
        assert told == {**always, **finding, "情况说明": CIRCUMSTANCES, "支出": "支出 2026-0031"}

    def test_welfare_officer_reads_all_but_the_ledger(self, visit, always, finding, welfare_officer, signed_in):
        assert facts(signed_in(welfare_officer), visit) == {**always, **finding, "情况说明": CIRCUMSTANCES}

    def test_auditor_reads_how_the_standard_was_kept_but_no_circumstances(
        self, visit, always, finding, auditor, signed_in
    ):
        assert facts(signed_in(auditor), visit) == {**always, **finding, "支出": "支出 2026-0031"}

    def test_person_visited_reads_what_was_done_for_them(self, visit, always, teacher, signed_in):
        visit.member = teacher.member
        visit.save()
        assert facts(signed_in(teacher), visit) == {**always, "教职工": "韩梅"}

    def test_whoever_asked_reads_what_they_wrote_and_what_was_found(
        self, visit, always, finding, group_leader, signed_in
    ):
        visit.requested_by = group_leader
        visit.save()
        told = facts(signed_in(group_leader), visit)
        assert told == {**always, **finding, "申请人": "卫东", "情况说明": CIRCUMSTANCES}


class TestThere:
    @pytest.mark.parametrize("viewer", ["cashier", "treasurer", "principal", "group_leader", "teacher"])
    def test_for_others_it_is_not(self, visit, viewer, signed_in, request):
        assert signed_in(request.getfixturevalue(viewer)).get(visit.get_absolute_url()).status_code == 404

    def test_for_auditor_one_that_costs_nothing_is_not(self, auditor, signed_in):
        assert signed_in(auditor).get(MadeVisitFactory().get_absolute_url()).status_code == 404

    def test_for_the_person_one_that_is_only_planned_is_not(self, teacher, signed_in):
        planned = VisitFactory(member=teacher.member, status=VisitStatus.APPROVED)
        assert signed_in(teacher).get(planned.get_absolute_url()).status_code == 404


class TestActions:
    @pytest.mark.parametrize(
        ("status", "viewer", "expected"),
        [
            ("requested", "secretary", ["核对标准", "撤回"]),
            ("requested", "welfare_officer", ["核对标准", "撤回"]),
            ("requested", "chair", []),
            ("checked", "chair", ["批准", "不予批准"]),
            ("checked", "secretary", ["撤回"]),
            ("approved", "welfare_officer", ["登记慰问", "撤回"]),
            ("approved", "chair", ["登记慰问"]),
            ("visited", "secretary", []),
            ("closed", "secretary", []),
            ("refused", "chair", []),
            ("withdrawn", "secretary", []),
        ],
    )
    def test_are_the_next_steps_of_whoever_may_take_them(self, status, viewer, expected, signed_in, request):
        visit = VisitFactory(status=status)
        assert labels(signed_in(request.getfixturevalue(viewer)), visit) == expected

    @pytest.mark.parametrize("free", [{"fund": Fund.DONATION}, {"cash": Decimal(0)}], ids=str)
    def test_what_costs_the_union_nothing_is_closed(self, secretary, signed_in, free):
        assert labels(signed_in(secretary), MadeVisitFactory(**free)) == ["办结"]

    def test_whoever_asked_takes_it_back(self, group_leader, signed_in):
        client = signed_in(group_leader)
        visits = [VisitFactory(requested_by=group_leader, status=status) for status in ("requested", "visited")]
        assert [labels(client, visit) for visit in visits] == [["撤回"], []]


class TestTrail:
    def test_lines_say_who_did_what(self, visit, chair, signed_in):
        with deed("批准慰问", by=chair):
            visit.place = "家中"
            visit.save()
        trail = signed_in(chair).get(visit.get_absolute_url()).context["trail"]
        assert [(entry.actor_name, entry.what) for entry in trail] == [("周敏", "批准慰问"), ("", "新建")]


def test_queries_of_a_page_are_counted(chair, signed_in, django_assert_num_queries):
    visit = MadeVisitFactory(entry=EntryFactory(status=EntryStatus.APPROVED))
    client = signed_in(chair)
    with django_assert_num_queries(12):
        client.get(visit.get_absolute_url())
