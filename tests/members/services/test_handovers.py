from datetime import date

import pytest

from members.enums import OfficeEnd
from members.models import Handover
from members.services import HandoverTerms, hand_over_office, hand_over_role
from tests.members.factories import AccountFactory, MemberFactory, OfficeHoldingFactory, RoleGrantFactory
from tests.members.trails import trail
from tests.welfare.factories import VisitFactory
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from welfare.enums import VisitStatus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = date(2026, 11, 1)


@pytest.fixture
def taker():
    return AccountFactory(name="林芳", member__name="林芳").member


@pytest.fixture
def office(chair):
    return OfficeHoldingFactory(member=chair.member, post="chair", duty="全面")


@pytest.fixture
def treasury(treasurer):
    return treasurer.grants.get()


def held(member):
    return [(grant.role, grant.from_on, grant.to_on) for grant in member.account.grants.order_by("pk")]


def lines(handover):
    return [(item.kind, item.text) for item in handover.items.all()]


# --- An office on a committee -------------------------------------------------------------------------------


def test_office_passes_from_one_day_to_the_next(office, taker, secretary, on):
    supervisor = MemberFactory(name="仇旻")
    terms = HandoverTerms(taker, DAY, ("印章1枚", "钥匙2把"), supervisor, "到龄退休")
    handover = hand_over_office(
        office,
        terms,
        today=on,
        by=secretary,
        because=OfficeEnd.RETIRED,
        how="elected",
        document_no="江教工〔2026〕9号",
    )
    office.refresh_from_db()
    after = office.term.offices.get(to_on=None)
    assert (office.to_on, office.ended_because) == (date(2026, 10, 31), "retired")
    assert (after.member, after.post, after.duty, after.from_on) == (taker, "chair", "全面", DAY)
    assert (after.how_chosen, after.document_no) == ("elected", "江教工〔2026〕9号")
    assert (handover.office, handover.role, handover.giver, handover.taker) == (office, "", office.member, taker)
    assert (handover.on, handover.supervised_by, handover.note) == (DAY, supervisor, "到龄退休")
    assert lines(handover) == [("thing", "印章1枚"), ("thing", "钥匙2把")]
    assert trail(handover) == [("办理交接", "陈静", "")]


def test_what_is_open_is_written_down_before_the_role_goes(office, taker, secretary, on):
    VisitFactory(status=VisitStatus.CHECKED, member__name="安红梅")
    handover = hand_over_office(office, HandoverTerms(taker, DAY), today=on, by=secretary, roles=[Role.CHAIR])
    assert (lines(handover), handover.unlisted) == ([("matter", "安红梅的慰问（生病）待批准")], 0)


def test_what_the_writer_may_not_see_is_counted_alone(office, taker, sports_officer, on):
    VisitFactory(status=VisitStatus.CHECKED, member__name="安红梅")
    handover = hand_over_office(office, HandoverTerms(taker, DAY), today=on, by=sports_officer)
    assert (lines(handover), handover.unlisted) == ([], 1)


def test_roles_move_today_whatever_day_the_paper_bears(office, taker, secretary, on):
    hand_over_office(office, HandoverTerms(taker, DAY), today=on, by=secretary, roles=[Role.CHAIR])
    assert held(office.member) == [("chair", date(2020, 1, 1), date(2026, 11, 21))]
    assert held(taker) == [("chair", date(2026, 11, 22), None)]


def test_office_alone_moves_no_role(office, taker, secretary, on):
    hand_over_office(office, HandoverTerms(taker, DAY), today=on, by=secretary)
    assert (held(office.member), held(taker)) == ([("chair", date(2020, 1, 1), None)], [])


def test_roles_are_refused_to_who_gives_none(office, taker, chair, on):
    with pytest.raises(Refused, match="系统角色由工会秘书授予和收回"):
        hand_over_office(office, HandoverTerms(taker, DAY), today=on, by=chair, roles=[Role.CHAIR])
    office.refresh_from_db()
    assert (office.to_on, Handover.objects.count()) == (None, 0)


def test_roles_for_who_has_no_account_are_refused(office, secretary, on):
    terms = HandoverTerms(MemberFactory(name="康伟"), DAY)
    with pytest.raises(Refused, match="康伟还没有账号"):
        hand_over_office(office, terms, today=on, by=secretary, roles=[Role.CHAIR])


def test_day_to_come_is_refused(office, taker, secretary, on):
    with pytest.raises(Refused, match="交接日期不能晚于今天"):
        hand_over_office(office, HandoverTerms(taker, date(2026, 11, 23)), today=on, by=secretary)


def test_first_day_of_the_office_is_refused(office, taker, secretary, on):
    with pytest.raises(Refused, match="卸任日期应在就任日期2024-05-08和今天之间"):
        hand_over_office(office, HandoverTerms(taker, office.from_on), today=on, by=secretary)


def test_giver_as_taker_is_refused(office, secretary, on):
    with pytest.raises(Refused, match="接收人和移交人是同一个人"):
        hand_over_office(office, HandoverTerms(office.member, DAY), today=on, by=secretary)


@pytest.mark.parametrize("who", ["giver", "taker"])
def test_one_of_the_two_as_supervisor_is_refused(who, office, taker, secretary, on):
    supervisor = {"giver": office.member, "taker": taker}[who]
    with pytest.raises(Refused, match="监交人应是移交人和接收人以外的人"):
        hand_over_office(office, HandoverTerms(taker, DAY, supervised_by=supervisor), today=on, by=secretary)


def test_taker_outside_the_union_is_refused_and_the_office_stays(office, secretary, on):
    outsider = MemberFactory(name="康伟", union_status="non_member")
    with pytest.raises(Refused, match="康伟在2026-11-01不是在职会员"):
        hand_over_office(office, HandoverTerms(outsider, DAY), today=on, by=secretary)
    office.refresh_from_db()
    assert (office.to_on, Handover.objects.count()) == (None, 0)


# --- A role in the system -----------------------------------------------------------------------------------


def test_role_passes_from_one_to_the_other(treasury, treasurer, taker, secretary, on):
    terms = HandoverTerms(taker, on, ("账簿3册",))
    handover = hand_over_role(treasury, terms, today=on, by=secretary)
    assert (handover.subject, handover.office, handover.giver) == ("会计", None, treasurer.member)
    assert lines(handover) == [("thing", "账簿3册")]
    assert held(treasurer.member) == [("treasurer", date(2020, 1, 1), date(2026, 11, 21))]
    assert held(taker) == [("treasurer", date(2026, 11, 22), None)]


def test_role_is_refused_to_who_gives_none(treasury, taker, chair, on):
    with pytest.raises(Refused, match="系统角色由工会秘书授予和收回"):
        hand_over_role(treasury, HandoverTerms(taker, on), today=on, by=chair)


def test_own_role_is_refused(taker, secretary, on):
    with pytest.raises(Refused, match="不能收回自己的角色"):
        hand_over_role(secretary.grants.get(), HandoverTerms(taker, on), today=on, by=secretary)


def test_role_that_the_law_keeps_apart_is_refused(treasury, cashier, secretary, on):
    with pytest.raises(Refused, match="会计和出纳必须由两个人担任"):
        hand_over_role(treasury, HandoverTerms(cashier.member, on), today=on, by=secretary)
    assert Handover.objects.count() == 0


def test_role_of_nobodys_account_is_refused(taker, secretary, on):
    grant = RoleGrantFactory(account=AccountFactory(member=None, employee_no="ops", name="运维"), role=Role.AUDITOR)
    with pytest.raises(Refused, match="没有对应的教职工档案"):
        hand_over_role(grant, HandoverTerms(taker, on), today=on, by=secretary)
