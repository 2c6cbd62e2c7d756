from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.sessions.backends.db import SessionStore

from members.enums import ChangeKind
from members.models import FailedSignIn, SignIn
from members.services import (
    change_password,
    change_status,
    count_attempt,
    end_sign_ins,
    follow_session,
    forget_failures,
    note_failure,
    note_presence,
    open_account,
    open_sign_in,
    reset_password,
    unlock_account,
)
from tests.members.factories import AccountFactory, MemberFactory, SignInFactory
from tests.members.trails import trail
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
LOCKED = "密码输错次数过多，请15分钟后再试"


def later(**parts) -> datetime:
    return NOW + timedelta(**parts)


@pytest.fixture
def account():
    return AccountFactory(employee_no="a1001", name="林芳")


def fail(login, times, *, at=NOW) -> list[int]:
    counted = [count_attempt(login, at=at) for _ in range(times)]
    for number in counted:
        note_failure(login, times=number)
    return counted


# --- Counting ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("login", ["a1001", "nobody"])
def test_sixth_attempt_in_a_row_is_refused_whether_or_not_there_is_an_account(login, account):
    assert fail(login, 5) == [1, 2, 3, 4, 5]
    with pytest.raises(Refused, match=LOCKED):
        count_attempt(login, at=later(minutes=14, seconds=59))


def test_lock_runs_out_after_a_quarter_of_an_hour_and_five_more_may_be_tried():
    fail("a1001", 5)
    assert fail("a1001", 5, at=later(minutes=15)) == [1, 2, 3, 4, 5]
    with pytest.raises(Refused, match=LOCKED):
        count_attempt("a1001", at=later(minutes=16))


def test_what_is_refused_does_not_make_the_lock_longer():
    fail("a1001", 5)
    with pytest.raises(Refused, match=LOCKED):
        count_attempt("a1001", at=later(minutes=14))
    assert count_attempt("a1001", at=later(minutes=15)) == 1


def test_right_password_starts_a_new_count():
    fail("a1001", 4)
    assert forget_failures("a1001") is True
    assert fail("a1001", 5) == [1, 2, 3, 4, 5]


def test_failures_of_yesterday_are_forgotten_and_those_of_this_morning_are_not():
    fail("a1001", 4)
    fail("a1002", 4, at=later(hours=1))
    assert count_attempt("a1001", at=later(days=1)) == 1
    assert count_attempt("a1002", at=later(days=1)) == 5
    assert FailedSignIn.objects.count() == 2


def test_large_and_small_letters_are_one_number():
    fail("A1001", 3)
    assert fail("a1001", 2) == [4, 5]


def test_numbers_do_not_lock_each_other():
    fail("a1001", 5)
    assert count_attempt("a1002", at=NOW) == 1


def test_what_was_typed_is_not_kept():
    count_attempt("my-password-7", at=NOW)
    assert "my-password-7" not in str(FailedSignIn.objects.values())


def test_lock_is_told_in_the_accounts_trail_once(account):
    fail("A1001", 5)
    with pytest.raises(Refused):
        count_attempt("a1001", at=NOW)
    assert trail(account)[1:] == [("账号锁定", "", "密码连续输错5次")]


def test_guesses_sent_at_the_same_moment_find_no_more_than_five_open_doors(at_the_same_moment):
    def attempt():
        try:
            return count_attempt("a1001", at=NOW)
        except Refused:
            return "refused"

    outcomes = at_the_same_moment(*[attempt] * 12)
    assert sorted(map(str, outcomes)) == ["1", "2", "3", "4", "5", *["refused"] * 7]


# --- Unlocking ---------------------------------------------------------------------------------------------


def test_secretary_unlocks_and_the_trail_says_so(account, secretary):
    fail("A1001", 5)
    assert account.is_locked_at(NOW) is True
    unlock_account(account, by=secretary)
    assert account.is_locked_at(NOW) is False
    assert trail(account)[-1] == ("解除锁定", "陈静", "")
    assert count_attempt("a1001", at=NOW) == 1


def test_unlocking_what_is_not_locked_is_refused(account, secretary):
    with pytest.raises(Refused, match="林芳的账号现在没有锁定"):
        unlock_account(account, by=secretary)
    assert len(trail(account)) == 1


def test_four_failures_lock_nothing(account):
    fail("a1001", 4)
    assert account.is_locked_at(NOW) is False


# --- Passwords ---------------------------------------------------------------------------------------------


def test_first_password_must_be_changed(secretary):
    assert open_account(MemberFactory(), password="mingde-2026", by=secretary).must_change_password is True


def test_password_set_by_the_secretary_must_be_changed_and_opens_a_lock(account, secretary):
    fail("a1001", 5)
    reset_password(account, password="mingde-2027", by=secretary)
    account.refresh_from_db()
    assert (account.must_change_password, account.is_locked_at(NOW)) == (True, False)


def test_own_password_is_ones_own_and_the_trail_says_so(account):
    account.must_change_password = True
    account.save()
    change_password(account, password="xin-de-mima-9", session_key="here")
    account.refresh_from_db()
    assert (account.must_change_password, account.check_password("xin-de-mima-9")) == (False, True)
    assert trail(account)[-1] == ("修改密码", "林芳", "")


# --- Where somebody is signed in ----------------------------------------------------------------------------


def session(account) -> str:
    """A session of the account, as signing in leaves it."""
    store = SessionStore()
    store.create()
    SignInFactory(account=account, session_key=store.session_key)
    return store.session_key


def still_there(*keys) -> list[bool]:
    return [SessionStore().exists(key) and SignIn.objects.filter(session_key=key).exists() for key in keys]


def test_sign_in_is_noted_with_its_place(account):
    sign_in = open_sign_in(account, session_key="k", address="10.0.0.8", agent="x" * 999, at=NOW)
    sign_in.refresh_from_db()
    assert (sign_in.account, sign_in.address, sign_in.started_at, sign_in.last_seen_at) == (
        account,
        "10.0.0.8",
        NOW,
        NOW,
    )
    assert sign_in.agent == "x" * 300


def test_sign_in_without_an_address_is_noted_too(account):
    assert open_sign_in(account, session_key="k", address=None, agent="", at=NOW).address is None


def test_sign_ins_are_open_for_half_an_hour_after_the_last_sign_of_life(account):
    open_sign_in(account, session_key="early", address=None, agent="", at=NOW)
    open_sign_in(account, session_key="late", address=None, agent="", at=later(minutes=5))
    note_presence("late", at=later(minutes=20))
    assert [one.session_key for one in SignIn.objects.open_at(later(minutes=29))] == ["late", "early"]
    assert [one.session_key for one in SignIn.objects.open_at(later(minutes=30))] == ["late"]
    assert list(SignIn.objects.open_at(later(minutes=50))) == []


def test_next_sign_in_forgets_those_of_the_account_that_ran_out(account):
    other = SignInFactory(started_at=NOW)
    open_sign_in(account, session_key="old", address=None, agent="", at=NOW)
    new = open_sign_in(account, session_key="new", address=None, agent="", at=later(hours=1))
    assert set(SignIn.objects.all()) == {other, new}


def test_session_under_another_key_stays_the_same_sign_in(account):
    sign_in = SignInFactory(account=account, session_key="old")
    follow_session("old", "new")
    sign_in.refresh_from_db()
    assert sign_in.session_key == "new"


def test_session_that_made_way_for_another_sign_in_is_none_any_more(account):
    SignInFactory(account=account, session_key="old")
    new = SignInFactory(session_key="new")
    follow_session("old", "new")
    assert list(SignIn.objects.all()) == [new]


def test_session_that_has_ended_is_no_sign_in_any_more(account):
    SignInFactory(account=account, session_key="old")
    follow_session("old", None)
    assert not SignIn.objects.exists()


def test_ended_sign_in_is_gone_with_its_session_and_the_others_stay(account):
    one, other = session(account), session(account)
    assert end_sign_ins(SignIn.objects.filter(session_key=one)) == 1
    assert still_there(one, other) == [False, True]


def test_own_new_password_ends_the_sign_ins_elsewhere(account):
    here, there, somebody = session(account), session(account), session(AccountFactory())
    change_password(account, password="xin-de-mima-9", session_key=here)
    assert still_there(here, there, somebody) == [True, False, True]


def test_password_set_by_the_secretary_ends_all(account, secretary):
    keys = [session(account), session(account)]
    reset_password(account, password="mingde-2027", by=secretary)
    assert still_there(*keys) == [False, False]


def test_who_leaves_is_signed_out(account, secretary, on):
    key = session(account)
    change_status(account.member, ChangeKind.LEFT, on=on, today=on, by=secretary)
    assert still_there(key) == [False]


def test_who_retires_stays_signed_in(account, secretary, on):
    key = session(account)
    change_status(account.member, ChangeKind.RETIRED, on=on, today=on, by=secretary)
    assert still_there(key) == [True]
