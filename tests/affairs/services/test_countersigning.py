"""The second approver, where the school set one."""

import pytest

from affairs import services
from affairs.enums import RoundStatus
from tests.affairs.steps import approve, handed_in, stored, told, verbs
from tests.conftest import TODAY, make_actor
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.rules import set_rule

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

RULE = "affairs.second_approver.school"


@pytest.fixture
def writer(db):
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


@pytest.fixture
def second(secretary):
    """The rule asks for the Party secretary, who is there."""
    set_rule(RULE, Role.PARTY_SECRETARY.value, valid_from=TODAY, source="党组织会议决定", by=secretary)
    return make_actor(Role.PARTY_SECRETARY, "韩建国")


def test_approval_goes_on_to_the_second_approver(writer, principal, second):
    disclosure = approve(handed_in(writer), principal)
    kept = stored(disclosure)
    assert (kept.status, kept.endorser, kept.approver, kept.number) == ("endorsed", "沈立", "", None)
    assert told(second) == [("公开事项待会签：第三季度经费使用情况", disclosure.get_countersign_url())]
    assert kept.submissions.get().status == RoundStatus.WAITING


def test_both_names_stand_under_what_both_agreed_to(writer, principal, second):
    disclosure = approve(handed_in(writer), principal)
    services.countersign_disclosure(disclosure, version=disclosure.version, by=second, on=TODAY)
    kept = stored(disclosure)
    assert (kept.status, kept.approver, kept.public_number) == ("published", "沈立、韩建国", "校务公开 2026-001")
    assert verbs(disclosure)[2:] == [("沈立", "同意，转会签"), ("韩建国", "同意并公开")]


def test_second_approver_gives_it_back_and_it_begins_anew(writer, principal, second):
    disclosure = approve(handed_in(writer), principal)
    services.return_disclosure(disclosure, comment="请核对金额。", by=second, on=TODAY)
    kept = stored(disclosure)
    assert (kept.status, kept.endorser, kept.endorsed_by, kept.second_role) == ("returned", "", None, "")
    services.submit_disclosure(disclosure, by=writer, on=TODAY)
    assert stored(approve(disclosure, principal)).status == "endorsed"


def test_whoever_signed_first_does_not_countersign(writer, principal, second):
    disclosure = approve(handed_in(writer), principal)
    with pytest.raises(Refused, match=r"^首签和会签须由两位同志办理。$"):
        services.countersign_disclosure(disclosure, version=disclosure.version, by=principal, on=TODAY)
    assert stored(disclosure).status == "endorsed"


def test_own_text_is_not_countersigned(principal, second):
    disclosure = handed_in(second)
    with pytest.raises(Refused, match=r"^没有可以会签的人。请工会秘书授予“书记”角色，或在规则中改为不设会签。$"):
        approve(disclosure, principal)
    assert stored(disclosure).status == "submitted"


def test_what_is_not_endorsed_is_not_countersigned(writer, principal, second):
    disclosure = handed_in(writer)
    with pytest.raises(Refused, match=r"^这件事项不在会签，请刷新后再看。$"):
        services.countersign_disclosure(disclosure, version=disclosure.version, by=second, on=TODAY)


def test_text_that_was_changed_since_it_was_read_is_refused(writer, principal, second):
    disclosure = approve(handed_in(writer), principal)
    with pytest.raises(Refused, match=r"^您打开这一页之后，内容又改过。请重新看过再审批。$"):
        services.countersign_disclosure(disclosure, version=disclosure.version - 1, by=second, on=TODAY)
    assert stored(disclosure).status == "endorsed"


def test_without_the_rule_one_approval_is_enough(writer, principal):
    assert stored(approve(handed_in(writer), principal)).status == "published"
