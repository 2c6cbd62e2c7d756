"""Opening accounts for many at once, each with a drawn first password on one sheet."""

import json
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from members.models import Account, FirstPasswordSheet, Member
from members.selectors import lacking_account
from unionoffice import audit
from unionoffice.refusal import Refused

AT_ONCE = 500
"""Accounts opened together: as many as one prints, cuts apart and hands out in a day."""

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""What nobody misreads on paper: without 0, 1, i, l and o."""

HASHER = "pbkdf2_first"


def first_password() -> str:
    """Ten drawn characters in two groups, as they are read out and typed."""
    return f"{get_random_string(5, LETTERS)}-{get_random_string(5, LETTERS)}"


@transaction.atomic
def open_accounts(members: QuerySet[Member], *, by: Any) -> FirstPasswordSheet:
    """An account for each of these people who has none and is still here, and the sheet of their first passwords.

    Refuses when nobody is left, more than `AT_ONCE`, and a number under which another account signs in.
    """
    people = list(lacking_account(members).defer(*Member.SENSITIVE))
    if not people:
        raise Refused(_("选中的人都已有账号，或者已经离校，没有需要开通的。"))
    if len(people) > AT_ONCE:
        raise Refused(_("一次最多开通%(limit)d个账号，请按部门分批办理。") % {"limit": AT_ONCE})
    taken = Account.objects.filter(employee_no__in=[member.employee_no for member in people])
    if numbers := "、".join(taken.values_list("employee_no", flat=True)[:5]):
        raise Refused(_("工号%(numbers)s已被别的账号用来登录，请先核对。") % {"numbers": numbers})
    passwords = {member.pk: first_password() for member in people}
    audit.record_many(_accounts(people, passwords), verb=_("开通账号"), by=by)
    lines = [(member.name, member.employee_no, passwords[member.pk]) for member in people]
    with audit.deed(_("生成初始密码单"), by=by):
        return FirstPasswordSheet.objects.create(
            made_by=by, count=len(lines), content=json.dumps(lines, ensure_ascii=False)
        )


def _accounts(people: list[Member], passwords: dict[int, str]) -> list[Account]:
    """Written at once; where somebody else opens one of them at the same moment, one of the two is refused."""
    accounts = [
        Account(
            employee_no=member.employee_no,
            name=member.name,
            member=member,
            password=make_password(passwords[member.pk], hasher=HASHER),
            must_change_password=True,
        )
        for member in people
    ]
    try:
        with transaction.atomic():
            return Account.objects.bulk_create(accounts)
    except IntegrityError as error:
        raise Refused(_("另一个人刚刚为其中的人开通了账号，请重新选择。")) from error


@transaction.atomic
def destroy_first_passwords(sheet: FirstPasswordSheet, *, by: Any) -> FirstPasswordSheet:
    """Forget the passwords once they are handed out; doing it twice changes nothing."""
    sheet = FirstPasswordSheet.objects.select_for_update().get(pk=sheet.pk)
    if sheet.destroyed_at is None:
        sheet.content = ""  # type: ignore[assignment]
        sheet.destroyed_at = timezone.now()
        with audit.deed(_("销毁初始密码单"), by=by):
            sheet.save()
    return sheet


def forget_first_passwords() -> None:
    """Empty the sheets that nobody destroyed in time."""
    stale = timezone.now() - timedelta(hours=FirstPasswordSheet.KEPT_HOURS)
    FirstPasswordSheet.objects.filter(made_at__lt=stale).exclude(content=None).update(content="")
