"""Subscribing to the calendar of milestones."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from members.models import CalendarKey
from members.services import renew_calendar_key
from tests.members.factories import GroupPlaceFactory, MemberFactory
from tests.members.views.forms import fill

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = reverse("members:calendar-key")
END = reverse("members:calendar-key-end")
ON = date(2026, 11, 22)


def fetch(token):
    return Client().get(reverse("members:calendar-file", args=[token]))


def events(response):
    found = Calendar.from_ical(response.content).walk("VEVENT")
    return [(event.decoded("dtstart"), str(event["summary"])) for event in found]


@pytest.fixture
def token(welfare_officer):
    return renew_calendar_key(welfare_officer, on=ON)


def press(client, url=URL):
    return client.post(url, fill(client, url))


def test_address_is_shown_in_the_answer_and_leads_to_the_calendar(welfare_officer, signed_in):
    MemberFactory(name="林芳", birth_date=date(1985, 11, 22))
    response = press(signed_in(welfare_officer))
    address = response.context["address"]
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert response.context["phone_url"] == address.replace("http://", "webcal://")
    assert f'value="{address}"' in response.content.decode()
    assert events(Client().get(address))[0] == (date(2026, 11, 22), "林芳生日")


def test_address_is_shown_only_once(welfare_officer, signed_in):
    client = signed_in(welfare_officer)
    address = press(client).context["address"]
    page = client.get(URL)
    assert "address" not in page.context
    assert address.rsplit("/", 1)[1] not in page.content.decode()
    assert "您在2026年11月22日生成过地址" in page.content.decode()


def test_button_pressed_twice_makes_one_address(welfare_officer, signed_in):
    client = signed_in(welfare_officer)
    sent = fill(client, URL)
    address = client.post(URL, sent).context["address"]
    again = client.post(URL, sent)
    assert (again.status_code, again.url) == (302, URL)
    assert Client().get(address).status_code == 200


def test_form_without_its_key_makes_no_address(welfare_officer, signed_in):
    assert signed_in(welfare_officer).post(URL, {"form_key": ""}).status_code == 422
    assert CalendarKey.objects.count() == 0


def test_renewing_asks_for_a_press_and_ends_the_old_address(welfare_officer, signed_in, token):
    client = signed_in(welfare_officer)
    assert client.get(URL).context["button"] == "更换订阅地址"
    new = press(client).context["address"]
    assert (fetch(token).status_code, Client().get(new).status_code) == (404, 200)


def test_ended_address_leads_nowhere(welfare_officer, signed_in, token):
    response = press(signed_in(welfare_officer), END)
    assert (response.status_code, response.url) == (302, URL)
    assert fetch(token).status_code == 404


def test_calendar_has_whole_days_with_names_and_kinds_and_nothing_else(token, welfare_officer):
    member = MemberFactory(
        name="林芳", birth_date=date(1966, 12, 1), hired_on=date(2007, 1, 5), joined_on=None, phone="13900001234"
    )
    response = fetch(token)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, no-cache"
    text = response.content.decode()
    assert ("13900001234" in text, "60" in text.replace("T160000Z", "")) == (False, False)
    event = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert (str(event["uid"]), str(event["summary"]), event.decoded("dtstart")) == (
        f"round_birthday-{member.pk}-20261201@127.0.0.1",
        "林芳整寿",
        date(2026, 12, 1),
    )
    assert (str(event["transp"]), str(event["class"]), "dtend" in event) == ("TRANSPARENT", "PRIVATE", False)


def test_calendar_tells_its_name_and_how_often_to_ask(token):
    calendar = Calendar.from_ical(fetch(token).content)
    assert str(calendar["x-wr-calname"]).endswith("工会纪念日")
    assert calendar["refresh-interval"].params == {"VALUE": "DURATION"}
    assert calendar["refresh-interval"].to_ical() == b"P1D"


def test_uids_stay_the_same_from_one_reading_to_the_next(token):
    MemberFactory(birth_date=date(1985, 11, 22))
    uids = [
        [str(event["uid"]) for event in Calendar.from_ical(fetch(token).content).walk("VEVENT")] for _ in range(2)
    ]
    assert uids[0] == uids[1]
    assert len(uids[0]) == len(set(uids[0])) > 0


def test_calendar_reaches_from_this_month_over_the_next_year(token, welfare_officer):
    welfare_officer.member.birth_date = None
    welfare_officer.member.save()
    MemberFactory(name="月初", birth_date=date(1985, 11, 1), hired_on=date(2011, 1, 1), joined_on=None)
    MemberFactory(name="月前", birth_date=date(1985, 10, 31), hired_on=date(2011, 1, 1), joined_on=None)
    MemberFactory(name="明年", birth_date=date(1985, 1, 31), hired_on=date(2011, 1, 1), joined_on=None)
    assert events(fetch(token)) == [
        (date(2026, 11, 1), "月初生日"),
        (date(2027, 1, 31), "明年生日"),
        (date(2027, 10, 31), "月前生日"),
        (date(2027, 11, 1), "月初生日"),
        (date(2028, 1, 31), "明年生日"),
    ]


def test_calendar_follows_the_rights_of_the_moment(token, welfare_officer):
    grant = welfare_officer.grants.get()
    grant.to_on = date(2026, 11, 21)
    grant.save()
    assert fetch(token).status_code == 404


def test_calendar_of_a_group_leader_has_the_own_group_alone(group_leader):
    group = group_leader.member.group_places.get().group
    own = MemberFactory(name="方芳", birth_date=date(1966, 11, 25), hired_on=date(2006, 12, 1), joined_on=None)
    GroupPlaceFactory(group=group, member=own)
    MemberFactory(name="外人", birth_date=date(1985, 11, 25))
    found = events(fetch(renew_calendar_key(group_leader, on=ON)))
    assert [(day, title) for day, title in found if day < date(2027, 3, 1)] == [(date(2026, 11, 25), "方芳生日")]


def test_closed_account_has_no_calendar(token, welfare_officer):
    welfare_officer.is_active = False
    welfare_officer.save()
    assert fetch(token).status_code == 404
