from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.models import Gathering
from members.selectors import check_in_code, check_in_token
from tests.members.factories import AudienceFactory, GatheringFactory
from tests.members.views.forms import errors, fill
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 22, 14, 0, tzinfo=timezone.get_default_timezone())
CODE = reverse("members:check-in")


@pytest.fixture
def clock():
    """Stands at the beginning of a step; a test moves it."""
    with time_machine.travel(START, tick=False) as traveller:
        cache.clear()
        yield traveller


@pytest.fixture
def gathering(occasion, clock) -> Gathering:
    return GatheringFactory(source=SourceRef.to(occasion), title="教职工大会")


@pytest.fixture
def phone(teacher, signed_in) -> Client:
    return signed_in(teacher)


def scan(gathering):
    """The address in the QR code of this moment."""
    return reverse("members:check-in-scan", args=[check_in_token(gathering, timezone.now())])


def own(gathering):
    return reverse("members:check-in-own", args=[gathering.pk])


def text(response):
    return response.content.decode()


class TestScan:
    def test_leads_to_the_button_which_leads_to_the_end(self, gathering, phone, teacher, clock):
        response = phone.get(scan(gathering))
        assert response.url == own(gathering)
        page = phone.get(own(gathering))
        assert (page.context["title"], page.context["attendance"]) == ("教职工大会", None)
        clock.shift(timedelta(minutes=2))
        done = phone.post(own(gathering), fill(phone, own(gathering)), follow=True)
        row = gathering.attendances.get()
        assert (row.member, row.way, row.at) == (teacher.member, "scan", START + timedelta(minutes=2))
        assert "已签到" in text(done)

    def test_who_signs_in_after_the_scan_comes_back_and_may_press(self, gathering, teacher, clock):
        teacher.set_password("mingde-2026")
        teacher.save()
        phone = Client()
        assert phone.get(scan(gathering)).url == own(gathering)
        asked = phone.get(own(gathering))
        assert asked.url == f"/accounts/login/?next={own(gathering)}"
        clock.shift(timedelta(minutes=3))
        signed = phone.post(asked.url, {"login": teacher.employee_no, "password": "mingde-2026"})
        assert signed.url == own(gathering)
        phone.post(own(gathering), fill(phone, own(gathering)))
        assert gathering.attendances.get().member == teacher.member

    def test_old_code_leads_nowhere(self, gathering, phone, clock):
        old = scan(gathering)
        clock.shift(timedelta(seconds=90))
        response = phone.get(old)
        assert response.status_code == 404
        assert "二维码每半分钟更换一次。请对准大屏幕重新扫码。" in text(response)
        assert phone.get(own(gathering)).status_code == 403

    def test_old_code_tells_a_stranger_the_same(self, gathering, clock):
        old = scan(gathering)
        clock.shift(timedelta(seconds=90))
        response = Client().get(old)
        assert (response.status_code, "请对准大屏幕重新扫码" in text(response)) == (404, True)

    def test_scan_of_one_gathering_opens_no_other(self, gathering, phone):
        other = GatheringFactory(source=gathering.source, title="另一次")
        phone.get(scan(gathering))
        assert phone.get(own(other)).status_code == 403

    def test_scans_of_two_gatherings_are_both_remembered(self, gathering, phone):
        other = GatheringFactory(source=gathering.source, title="另一次")
        phone.get(scan(gathering))
        phone.get(scan(other))
        assert [phone.get(own(one)).status_code for one in (gathering, other)] == [200, 200]


class TestButton:
    @pytest.mark.parametrize(("minutes", "status"), [(9.9, 302), (10, 403)])
    def test_works_for_ten_minutes_after_the_scan(self, gathering, phone, clock, minutes, status):
        phone.get(scan(gathering))
        data = fill(phone, own(gathering))
        clock.shift(timedelta(minutes=minutes))
        assert phone.post(own(gathering), data).status_code == status
        assert gathering.attendances.count() == (status == 302)

    def test_phone_that_scanned_nothing_is_told_to(self, gathering, phone):
        responses = phone.get(own(gathering)), phone.post(own(gathering), {})
        assert [response.status_code for response in responses] == [403, 403]
        assert all("请先用手机扫描现场大屏幕上的二维码" in text(response) for response in responses)
        assert ["教职工大会" in text(response) for response in responses] == [False, False]
        assert not gathering.attendances.exists()

    def test_whoever_is_here_already_sees_so_without_another_scan(self, gathering, phone, clock):
        phone.get(scan(gathering))
        phone.post(own(gathering), fill(phone, own(gathering)))
        clock.shift(timedelta(minutes=15))
        assert "已签到" in text(phone.get(own(gathering)))

    def test_refusal_stands_over_the_button(self, gathering, phone):
        gathering.audience = AudienceFactory(rule={"gender": ["male"]})
        gathering.save()
        phone.get(scan(gathering))
        response = phone.post(own(gathering), fill(phone, own(gathering)))
        sentence = "您不在“教职工大会”的应到名单里，不能签到。应邀到会的，请告诉现场负责人，由其为您登记。"
        assert errors(response) == {"": [sentence]}
        assert "应到名单里" in text(response)

    def test_gathering_that_isnt_there_is_not_found(self, gathering, phone):
        assert phone.get(reverse("members:check-in-own", args=[gathering.pk + 1])).status_code == 404


class TestTypedCode:
    def test_six_digits_check_in_and_lead_to_the_end(self, gathering, phone, teacher):
        digits = check_in_code(gathering, START)
        response = phone.post(CODE, fill(phone, CODE, code=f"{digits[:3]} {digits[3:]}"))
        assert response.url == own(gathering)
        assert gathering.attendances.get().member == teacher.member
        assert "已签到" in text(phone.get(response.url))

    def test_old_digits_are_told_to_be_old(self, gathering, phone, clock):
        digits = check_in_code(gathering, START)
        clock.shift(timedelta(seconds=90))
        response = phone.post(CODE, fill(phone, CODE, code=digits))
        assert errors(response) == {"code": ["签到码不对，或者已经更换。请看大屏幕上最新的6位数字。"]}

    def test_after_five_wrong_codes_even_the_right_one_waits(self, gathering, phone, chair, signed_in, clock):
        right = check_in_code(gathering, START)
        wrong = "000000" if right != "000000" else "000001"
        for _time in range(5):
            phone.post(CODE, fill(phone, CODE, code=wrong))
        response = phone.post(CODE, fill(phone, CODE, code=right))
        assert errors(response) == {"code": ["输错的次数太多，请5分钟后再试，或者扫描二维码。"]}
        other = signed_in(chair)
        assert other.post(CODE, fill(other, CODE, code=right)).status_code == 302
        clock.shift(timedelta(minutes=5, seconds=1))
        digits = check_in_code(gathering, timezone.now())
        assert phone.post(CODE, fill(phone, CODE, code=digits)).status_code == 302
