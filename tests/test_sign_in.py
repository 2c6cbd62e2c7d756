"""Signing in and out: through the library's pages, by the office's rules, in Chinese."""

import re
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from members.models import Account
from tests.members.factories import MemberFactory

PASSWORD = "wo-de-mima-7"
LOGIN, LOGOUT, PASSWORD_PAGE = "/accounts/login/", "/accounts/logout/", "/accounts/password/"
WRONG = "工号或密码不正确，请核对后重新输入。"
LOCKED = "密码输错次数过多，请15分钟后再试；忘记密码或者急用，请找工会秘书。"
BLOCKED = "这个账号已停用，请联系工会秘书。"
ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    " //evil.example",
    "http://testserver@evil.example/",
]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_failed_attempts():
    """Counters of failed sign-ins outlive a test as they outlive a request."""
    cache.clear()


@pytest.fixture
def account():
    return Account.objects.create_user(
        "9001", "林芳", PASSWORD, member=MemberFactory(employee_no="9001", name="林芳")
    )


def sign_in(client, login="9001", password=PASSWORD, **more):
    return client.post(LOGIN, {"login": login, "password": password, **more})


def errors(response):
    return response.context["form"].non_field_errors()


def is_inside(client):
    return client.get("/").status_code == 200


class TestSignIn:
    def test_with_number_and_password_leads_to_the_desk(self, client, account):
        response = sign_in(client)
        assert (response.status_code, response.url) == (302, "/")
        assert is_inside(client)

    def test_forgives_blanks_around_the_number(self, client, account):
        assert sign_in(client, login=" 9001 ").status_code == 302

    @pytest.mark.parametrize(
        ("login", "password"), [("9001", "wrong-pass-1"), ("9002", PASSWORD), ("林芳", PASSWORD)]
    )
    def test_with_anything_wrong_says_the_same_in_chinese(self, client, account, login, password):
        response = sign_in(client, login=login, password=password)
        assert (response.status_code, errors(response)) == (200, [WRONG])
        assert not is_inside(client)

    def test_keeps_the_number_and_not_the_password(self, client, account):
        page = sign_in(client, password="wrong-pass-1").content.decode()
        assert 'value="9001"' in page
        assert "wrong-pass-1" not in page

    def test_without_anything_typed_says_what_is_missing(self, client):
        response = sign_in(client, login="", password="")
        assert response.context["form"].errors == {"login": ["这一项必须填写。"], "password": ["这一项必须填写。"]}

    def test_with_an_account_without_password_is_wrong(self, client):
        Account.objects.create_user("9003", "赵一", None)
        assert errors(sign_in(client, login="9003", password="")) == []
        assert errors(sign_in(client, login="9003", password="!")) == [WRONG]

    @pytest.mark.parametrize("login", ["9001\0", "9" * 200, "' OR 1=1 --", "<b>"])
    def test_takes_any_number_as_text(self, client, account, login):
        assert sign_in(client, login=login).status_code == 200
        assert not is_inside(client)

    def test_page_has_no_english_word_and_two_fields(self, client):
        page = client.get(LOGIN)
        main = page.content.decode().split("<main", 1)[1]
        assert (
            re.findall(r"[A-Za-z]{2,}", re.sub(r"<svg.*?</svg>|<[^>]+>", " ", f"<main{main}", flags=re.DOTALL)) == []
        )
        assert set(page.context["form"].fields) == {"login", "password"}

    def test_makes_a_new_session_that_ends_with_the_browser(self, client, account):
        client.get(LOGIN)
        cookie = sign_in(client).cookies["sessionid"]
        assert (cookie["max-age"], cookie["expires"], cookie["httponly"]) == ("", "", True)

    def test_when_already_inside_leads_to_the_desk(self, client, account):
        sign_in(client)
        assert client.get(LOGIN).url == "/"

    def test_token_of_the_form_is_demanded(self, account):
        client = Client(enforce_csrf_checks=True)
        assert sign_in(client).status_code == 403


class TestBlockedAccount:
    @pytest.fixture
    def blocked(self, account):
        account.is_active = False
        account.save()

    def test_is_told_so_and_stays_outside(self, client, blocked):
        page = client.get(sign_in(client).url)
        assert page.status_code == 200
        assert BLOCKED in page.content.decode()
        assert not is_inside(client)

    def test_is_not_told_apart_from_a_wrong_password_by_whoever_guesses(self, client, blocked):
        assert errors(sign_in(client, password="wrong-pass-1")) == [WRONG]


class TestWhereItLeads:
    def test_on_to_the_page_that_was_asked_for(self, client, account):
        asked = client.get("/members/me/").url
        assert asked == f"{LOGIN}?next=/members/me/"
        assert 'name="next" value="/members/me/"' in client.get(asked).content.decode()
        assert sign_in(client, next="/members/me/").url == "/members/me/"

    @pytest.mark.parametrize("url", ELSEWHERE)
    def test_never_to_another_site(self, client, account, url):
        assert sign_in(client, next=url).url == "/"

    @pytest.mark.parametrize("url", ELSEWHERE)
    def test_never_to_another_site_by_its_address(self, client, account, url):
        response = client.post(f"{LOGIN}?{urlencode({'next': url})}", {"login": "9001", "password": PASSWORD})
        assert response.url == "/"

    @pytest.mark.parametrize("url", ELSEWHERE)
    def test_never_to_another_site_when_already_inside_or_going(self, client, account, url):
        client.force_login(account)
        assert client.get(LOGIN, {"next": url}).url == "/"
        assert client.post(LOGOUT, {"next": url}).url == LOGIN


class TestTooManyAttempts:
    def test_sixth_wrong_password_locks_the_account_for_a_while_even_with_the_right_one(self, client, account):
        answers = [errors(sign_in(client, password="wrong-pass-1")) for _ in range(6)]
        assert answers == [[WRONG]] * 5 + [[LOCKED]]
        assert errors(sign_in(client)) == [LOCKED]

    def test_lock_of_one_account_leaves_the_others_behind_the_same_router_alone(self, client, account):
        Account.objects.create_user("9002", "赵一", PASSWORD)
        for _ in range(7):
            sign_in(client, password="wrong-pass-1")
        assert sign_in(client, login="9002").status_code == 302

    def test_whole_school_behind_one_router_can_mistype_and_sign_in(self):
        people = [Account.objects.create_user(f"8{number:03}", "某", PASSWORD) for number in range(40)]
        mistyped = [sign_in(Client(), login=one.employee_no, password="wrong-pass-1") for one in people]
        assert [errors(response) for response in mistyped] == [[WRONG]] * 40
        assert [sign_in(Client(), login=one.employee_no).status_code for one in people] == [302] * 40

    def test_counters_behind_a_proxy_are_those_of_the_address_that_it_names(self, settings, account):
        settings.BEHIND_PROXY = True
        settings.ACCOUNT_RATE_LIMITS = {"login": "3000/m/ip", "login_failed": "2/m/ip"}
        far, near = {"X-Forwarded-For": "203.0.113.7"}, {"X-Forwarded-For": "203.0.113.8"}
        data = {"login": "9001", "password": "wrong-pass-1"}
        answers = [errors(Client().post(LOGIN, data, headers=far)) for _ in range(3)]
        assert answers == [[WRONG], [WRONG], [LOCKED]]
        assert errors(Client().post(LOGIN, data, headers=near)) == [WRONG]

    def test_client_cannot_escape_its_counter_by_naming_another_address(self, settings, account):
        settings.ACCOUNT_RATE_LIMITS = {"login": "3000/m/ip", "login_failed": "2/m/ip"}
        data = {"login": "9001", "password": "wrong-pass-1"}
        answers = [
            errors(Client().post(LOGIN, data, headers={"X-Forwarded-For": f"203.0.113.{number}"}))
            for number in range(3)
        ]
        assert answers == [[WRONG], [WRONG], [LOCKED]]


class TestSignOut:
    def test_asks_first(self, client, account):
        client.force_login(account)
        assert "退出登录？" in client.get(LOGOUT).content.decode()
        assert is_inside(client)

    def test_leads_to_the_sign_in_and_says_so(self, client, account):
        client.force_login(account)
        response = client.post(LOGOUT)
        assert response.url == LOGIN
        assert "您已退出登录。" in client.get(LOGIN).content.decode()
        assert not is_inside(client)


class TestPassword:
    def change(self, client, old=PASSWORD, new="xin-de-mima-9", again=None):
        return client.post(PASSWORD_PAGE, {"oldpassword": old, "password1": new, "password2": again or new})

    def test_is_changed_and_one_stays_inside(self, client, account):
        sign_in(client)
        response = self.change(client)
        assert response.status_code == 302
        assert "密码已修改" in client.get(response.url).content.decode()
        assert sign_in(Client(), password="xin-de-mima-9").status_code == 302
        assert errors(sign_in(Client())) == [WRONG]

    @pytest.mark.parametrize(
        ("typed", "field", "sentence"),
        [
            ({"old": "wrong-pass-1"}, "oldpassword", "当前密码不正确，请重新输入。"),
            ({"again": "xin-de-mima-8"}, "password2", "两次输入的新密码不一样，请重新输入。"),
            ({"new": "82913746"}, "password1", "密码不能全是数字，请加上字母。"),
            ({"new": "a1-b2"}, "password1", "密码太短，至少要8个字符。"),
            ({"new": "password1"}, "password1", "这个密码太常见，容易被猜到，请换一个。"),
        ],
    )
    def test_that_cannot_be_taken_is_refused_in_chinese(self, client, account, typed, field, sentence):
        client.force_login(account)
        response = self.change(client, **typed)
        assert response.context["form"].errors == {field: [sentence]}
        assert Account.objects.get(pk=account.pk).check_password(PASSWORD)

    def test_change_ends_sign_ins_elsewhere(self, client, account):
        elsewhere = Client()
        sign_in(client)
        sign_in(elsewhere)
        self.change(client)
        assert (is_inside(client), is_inside(elsewhere)) == (True, False)


class TestDoorsThatStayShut:
    @pytest.mark.parametrize(
        "name",
        [
            "account_signup",
            "account_reset_password",
            "account_email",
            "account_inactive",
            "account_set_password",
            "account_reauthenticate",
            "account_request_login_code",
        ],
    )
    def test_library_page_that_the_office_does_not_use_has_no_address(self, name):
        with pytest.raises(NoReverseMatch):
            reverse(name)

    @pytest.mark.parametrize("path", ["signup/", "email/", "password/reset/", "inactive/", "3rdparty/"])
    def test_address_of_such_a_page_is_not_found(self, client, path):
        assert client.get(f"/accounts/{path}").status_code == 404
