"""Signing in: failures counted until a number is locked, and where somebody is signed in."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.models import Account, FailedSignIn, SignIn
from unionoffice import audit
from unionoffice.refusal import Refused

LOCKED = format_lazy(
    gettext_lazy("密码输错次数过多，请{minutes}分钟后再试；忘记密码或者急用，请找工会秘书。"),
    minutes=settings.SIGN_IN_LOCK_MINUTES,
)
"""Told of every number that is locked, also where there is no such account."""

FORGOTTEN_AFTER = timedelta(days=1)
"""Yesterday's slip isn't in a row with today's, and what strangers type doesn't pile up."""


@transaction.atomic
def count_attempt(login: str, *, at: datetime) -> int:
    """Count a sign-in before its password is looked at, as if it failed; returns how many in a row it makes.

    Refused while the number is locked. It is counted first so that a hundred guesses sent at the same moment don't
    all find an open door; `forget_failures` takes the count back where the password was right. A lock that has
    run out starts a new count.
    """
    FailedSignIn.objects.filter(last_at__lte=at - FORGOTTEN_AFTER).delete()
    counts = FailedSignIn.objects.select_for_update()
    count, _created = counts.get_or_create(pk=FailedSignIn.digest_of(login), defaults={"times": 0, "last_at": at})
    if count.is_locked_at(at):
        raise Refused(str(LOCKED))
    count.times = 1 if count.times >= settings.SIGN_IN_FAILURES else count.times + 1
    count.last_at = at
    count.save()
    return count.times


def note_failure(login: str, *, times: int) -> None:
    """The attempt that was counted as number `times` failed: the one that locks an account goes into its trail."""
    if times != settings.SIGN_IN_FAILURES:
        return
    note = _("密码连续输错%(times)d次") % {"times": times}
    for account in Account.objects.filter(employee_no__iexact=login):
        audit.record_event(account, verb=_("账号锁定"), by=None, note=note)


def forget_failures(login: str) -> bool:
    """The right password, or the secretary: failures count anew. Says whether there were any."""
    deleted, _by_model = FailedSignIn.objects.under(login).delete()
    return deleted > 0


@transaction.atomic
def unlock_account(account: Account, *, by: Any) -> Account:
    """Let somebody sign in again before the lock runs out; refused where nothing is locked any more."""
    if not forget_failures(account.employee_no):
        raise Refused(_("%(name)s的账号现在没有锁定。") % {"name": account.name})
    audit.record_event(account, verb=_("解除锁定"), by=by)
    return account


def open_sign_in(account: Account, *, session_key: str, address: str | None, agent: str, at: datetime) -> SignIn:
    """Note that the account is signed in somewhere; what has run out is forgotten."""
    SignIn.objects.filter(account=account).exclude(pk__in=SignIn.objects.open_at(at)).delete()
    return SignIn.objects.create(
        account=account,
        session_key=session_key,
        address=address,
        agent=agent[: SignIn.AGENT_LENGTH],
        started_at=at,
        last_seen_at=at,
    )


def note_presence(session_key: str, *, at: datetime) -> None:
    """Somebody is still there."""
    SignIn.objects.filter(session_key=session_key).update(last_seen_at=at)


def follow_session(old_key: str, new_key: str | None) -> None:
    """A session goes on under another key, as after a change of password; has ended; or has made way for another."""
    known = SignIn.objects.filter(session_key=old_key)
    if new_key is None or SignIn.objects.filter(session_key=new_key).exists():
        known.delete()
    else:
        known.update(session_key=new_key)


@transaction.atomic
def end_sign_ins(sign_ins: Iterable[SignIn]) -> int:
    """Sign the browsers out: their next page asks for the password. Returns how many."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    ended = list(sign_ins)
    for sign_in in ended:
        store.delete(sign_in.session_key)
        sign_in.delete()
    return len(ended)
