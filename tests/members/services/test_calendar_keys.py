"""The secret addresses of calendars."""

from datetime import date

from members.models import CalendarKey
from members.selectors import calendar_account
from members.services import end_calendar_key, renew_calendar_key, reset_password
from tests.members.trails import last_changes, trail
from unionoffice.audit import HIDDEN, LogEntry
from unionoffice.privacy import digest

ON = date(2026, 11, 22)


def test_key_is_kept_as_a_digest_and_told_once(welfare_officer):
    token = renew_calendar_key(welfare_officer, on=ON)
    key = CalendarKey.objects.get()
    assert (key.account, key.digest, key.made_on) == (welfare_officer, digest(token), ON)
    assert (len(token), token.isalnum(), token.lower()) == (48, True, token)


def test_every_key_is_another(welfare_officer, chair):
    tokens = {renew_calendar_key(account, on=ON) for account in (welfare_officer, chair, welfare_officer)}
    assert len(tokens) == 3


def test_new_key_ends_the_old_one(welfare_officer):
    old = renew_calendar_key(welfare_officer, on=ON)
    new = renew_calendar_key(welfare_officer, on=ON)
    assert (calendar_account(old), calendar_account(new)) == (None, welfare_officer)
    assert CalendarKey.objects.count() == 1


def test_ended_key_leads_nowhere_and_ending_it_again_does_nothing(welfare_officer):
    token = renew_calendar_key(welfare_officer, on=ON)
    end_calendar_key(welfare_officer)
    end_calendar_key(welfare_officer)
    assert (calendar_account(token), CalendarKey.objects.count()) == (None, 0)


def test_key_of_another_stays_when_one_is_ended(welfare_officer, chair):
    token = renew_calendar_key(chair, on=ON)
    end_calendar_key(welfare_officer)
    assert calendar_account(token) == chair


def test_closed_account_has_no_calendar(welfare_officer):
    token = renew_calendar_key(welfare_officer, on=ON)
    welfare_officer.is_active = False
    welfare_officer.save()
    assert calendar_account(token) is None


def test_new_password_by_the_office_ends_the_key_too(welfare_officer, secretary):
    """Whoever had the old password may have made themselves an address."""
    token = renew_calendar_key(welfare_officer, on=ON)
    other = renew_calendar_key(secretary, on=ON)
    reset_password(welfare_officer, password="mingde-2027", by=secretary)
    assert (calendar_account(token), calendar_account(other)) == (None, secretary)


def test_no_key_is_found_by_nothing(welfare_officer):
    renew_calendar_key(welfare_officer, on=ON)
    assert calendar_account("") is None


def test_trail_tells_of_the_key_but_not_what_it_is(welfare_officer):
    renew_calendar_key(welfare_officer, on=ON)
    key = CalendarKey.objects.get()
    renew_calendar_key(welfare_officer, on=date(2026, 11, 23))
    assert trail(key) == [("生成日历订阅地址", "许晴", "")] * 2
    assert last_changes(key) == {"digest": [HIDDEN, HIDDEN], "made_on": ["2026-11-22", "2026-11-23"]}
    end_calendar_key(welfare_officer)
    last = LogEntry.objects.latest("pk")
    assert (last.verb, last.action, last.object_id) == ("停用日历订阅地址", LogEntry.Action.DELETE, key.pk)
