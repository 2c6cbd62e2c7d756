"""What a roster that tells of a status does to people who are known already."""

import pytest

from members.enums import ServiceStatus, UnionStatus
from members.models import Account, Member
from tests.members.factories import AccountFactory, MemberFactory, RoleGrantFactory
from tests.members.rosters import apply, problems
from tests.unionoffice.sheets.files import workbook
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

HEAD = ("工号", "姓名", "性别", "在职状态")


def telling(*rows) -> bytes:
    return workbook(HEAD, *rows)


def test_retirement_without_a_word_on_the_union_keeps_the_membership():
    member = MemberFactory(employee_no="00101", name="林芳")
    apply(telling(("00101", "林芳", "女", "退休")))
    member.refresh_from_db()
    assert (member.service_status, member.union_status) == (ServiceStatus.RETIRED, UnionStatus.RETAINED)
    last = member.status_changes.first()
    assert (last.kind, last.union_status) == ("retired", UnionStatus.RETAINED)


def test_somebody_never_in_the_union_retires_without_a_membership():
    member = MemberFactory(employee_no="00101", name="林芳", union_status=UnionStatus.NON_MEMBER, joined_on=None)
    apply(telling(("00101", "林芳", "女", "退休")))
    member.refresh_from_db()
    assert member.union_status == UnionStatus.NON_MEMBER


def test_the_dead_are_not_brought_back_by_an_old_roster():
    MemberFactory(employee_no="00101", name="林芳", service_status=ServiceStatus.DEAD)
    assert problems(telling(("00101", "林芳", "女", "在职")))[0][-1] == "status_not_open"


def test_who_left_by_a_roster_can_not_sign_in():
    grant = RoleGrantFactory(role=Role.CASHIER, account__member__employee_no="00101", account__member__name="林芳")
    apply(telling(("00101", "林芳", "女", "调离")))
    grant.refresh_from_db()
    assert (grant.account.is_active, grant.to_on is None) == (False, False)


def test_name_corrected_by_a_roster_reaches_the_account():
    account = AccountFactory(member=MemberFactory(employee_no="00101", name="林方"))
    apply(telling(("00101", "林芳", "女", "在职")))
    account.refresh_from_db()
    assert account.name == "林芳"


def test_account_opened_before_the_roster_becomes_the_persons_own():
    account = Account.objects.create_user("00101", "林老师", "mingde-2026")
    apply(telling(("00101", "林芳", "女", "在职")))
    account.refresh_from_db()
    assert (account.member, account.name) == (Member.objects.get(employee_no="00101"), "林芳")
