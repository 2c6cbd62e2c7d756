from datetime import date

import pytest

from members.enums import ApplicationStatus
from members.models import JoinApplication, Member
from members.selectors import applications_waiting_for, next_card_no
from members.services import apply_to_join, approve_application, refuse_application, withdraw_application
from tests.members.factories import AccountFactory, MemberFactory
from tests.members.trails import trail
from unionoffice.inbox.models import Notice
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def outsider():
    """An account of somebody in service who isn't a member."""
    return AccountFactory(name="韩梅", member__name="韩梅", member__union_status="non_member", member__joined_on=None)


@pytest.fixture
def application(outsider, on):
    return apply_to_join(outsider.member, statement="我自愿加入工会。", by=outsider, on=on)


def _approve(application, by, on, **told):
    standard = {"joined": on, "card_no": "", "opinion": "同意", "decision": "同意入会"}
    return approve_application(application, **(standard | told), by=by, on=on)


def test_application_is_filed_and_waits(application, outsider, secretary, on):
    assert (application.status, application.statement, application.applied_on) == ("filed", "我自愿加入工会。", on)
    assert trail(application) == [("申请入会", "韩梅", "")]
    assert list(applications_waiting_for(secretary)) == [application]


@pytest.mark.parametrize("fields", [{"union_status": "member"}, {"service_status": "retired"}])
def test_who_is_a_member_or_doesnt_serve_cannot_apply(fields, outsider, on):
    Member.objects.filter(pk=outsider.member_id).update(**fields)
    with pytest.raises(Refused, match="只有还没有入会的在职教职工本人可以申请入会"):
        apply_to_join(outsider.member, statement="申请", by=outsider, on=on)


def test_nobody_applies_for_another(outsider, secretary, on):
    with pytest.raises(Refused, match="本人可以申请入会"):
        apply_to_join(outsider.member, statement="申请", by=secretary, on=on)


def test_second_open_application_is_refused(application, outsider, on):
    with pytest.raises(Refused, match="正在审批"):
        apply_to_join(outsider.member, statement="再申请", by=outsider, on=on)
    assert JoinApplication.objects.count() == 1


def test_approval_makes_a_member_with_card_and_change(application, outsider, secretary, on):
    _approve(application, secretary, on, joined=date(2026, 11, 20), card_no="3201")
    member = Member.objects.get(pk=outsider.member_id)
    assert (member.union_status, member.joined_on, member.card_no) == ("member", date(2026, 11, 20), "3201")
    assert (application.status, application.decided_by, application.decided_on) == ("approved", secretary, on)
    assert application.change == member.status_changes.get(kind="joined")
    assert trail(application)[-1] == ("批准入会", "陈静", "同意入会")
    assert Notice.objects.get(account=outsider).sentence == "您的入会申请已经批准，欢迎加入工会。"


def test_refusal_leaves_things_as_they_are_and_says_why(application, outsider, secretary, on):
    refuse_application(application, reason="劳动关系不在本单位", by=secretary, on=on)
    assert (application.status, application.decision) == (ApplicationStatus.REFUSED, "劳动关系不在本单位")
    assert Member.objects.get(pk=outsider.member_id).union_status == "non_member"
    assert Notice.objects.get(account=outsider).url == application.get_absolute_url()
    assert trail(application)[-1] == ("不批准入会", "陈静", "劳动关系不在本单位")


def test_withdrawn_application_waits_no_more_and_another_may_follow(application, outsider, secretary, on):
    withdraw_application(application, by=outsider)
    assert list(applications_waiting_for(secretary)) == []
    assert apply_to_join(outsider.member, statement="再申请", by=outsider, on=on).status == "filed"
    assert trail(application)[-1] == ("撤回申请", "韩梅", "")


@pytest.mark.parametrize("decide", [_approve, lambda a, by, on: refuse_application(a, reason="-", by=by, on=on)])
def test_decided_application_isnt_decided_again(decide, application, secretary, on):
    _approve(application, secretary, on)
    with pytest.raises(Refused, match="现在是“已批准”状态"):
        decide(application, secretary, on)


def test_one_refused_change_leaves_the_application_waiting(application, secretary, on):
    with pytest.raises(Refused, match="变动日期不能晚于今天"):
        _approve(application, secretary, on, joined=date(2026, 11, 23))
    application.refresh_from_db()
    assert (application.status, application.change) == ("filed", None)


def test_own_application_doesnt_wait_for_oneself(outsider, application):
    assert list(applications_waiting_for(outsider)) == []


@pytest.mark.parametrize(
    ("cards", "expected"),
    [
        ([], ""),
        (["甲1"], ""),
        (["099"], "100"),
        (["0007", "0009", "0008"], "0010"),
        (["0007", "0009", "123456789"], "0010"),
    ],
)
def test_next_card_follows_the_greatest_of_the_usual_length(cards, expected):
    for card in cards:
        MemberFactory(card_no=card)
    assert next_card_no() == expected
