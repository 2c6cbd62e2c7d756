"""The gates before every page: a first password, and a sign-in that has run out under somebody who was writing."""

import json
import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from members.accounts.kept import KeptForm
from members.models import Account, Member
from tests.members.factories import AccountFactory, MemberFactory
from tests.members.trails import trail
from tests.members.views.forms import fill, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LOGIN, PASSWORD_PAGE, LOGOUT, DESK = "/accounts/login/", "/accounts/password/", "/accounts/logout/", "/"
FIRST, OWN = "mingde-2026", "xin-de-mima-9"
RAN_OUT = "登录已超时或已退出，请重新登录。"
NOT_YOURS = "这一页上没有提交的内容不是您填写的，没有保留。"
NOT_LOST = "登录已超时或已退出。请重新登录，您刚才填写的内容不会丢失。"


def change(client, new=OWN, **more):
    return client.post(PASSWORD_PAGE, {"oldpassword": FIRST, "password1": new, "password2": new, **more})


def sign_in(client, login, password, **more):
    return client.post(LOGIN, {"login": login, "password": password, **more})


def shows(response, template) -> bool:
    return template in [used.name for used in response.templates]


class TestFirstPassword:
    @pytest.fixture
    def newcomer(self):
        member = MemberFactory(employee_no="9001", name="林芳")
        return Account.objects.create_user("9001", "林芳", FIRST, member=member, must_change_password=True)

    @pytest.fixture
    def client(self, newcomer):
        client = Client()
        client.force_login(newcomer)
        return client

    @pytest.mark.parametrize("path", [DESK, "/members/me/", "/search/?q=%E6%9E%97", "/accounts/", "/nowhere/"])
    def test_leads_from_every_page_to_its_change(self, client, path):
        response = client.get(path)
        assert response.status_code == 302
        page = client.get(response.url).content.decode()
        assert "您现在的密码是工会告诉您的" in page
        assert unescape(re.search(r'name="next" value="([^"]*)"', page)[1]) == path

    def test_change_leads_on_to_where_one_wanted(self, client, newcomer):
        assert change(client, next="/members/me/").url == "/members/me/"
        assert client.get("/members/me/").context["record"] == newcomer.member
        assert trail(newcomer)[-1] == ("修改密码", "林芳", "")

    def test_same_password_again_is_no_change(self, client, newcomer):
        response = change(client, new=FIRST)
        assert response.context["form"].errors == {"password1": ["新密码不能和当前密码一样，请换一个。"]}
        newcomer.refresh_from_db()
        assert newcomer.must_change_password is True

    def test_page_shows_no_door_but_the_way_out(self, client):
        page = client.get(PASSWORD_PAGE).content.decode()
        assert 'class="dock"' not in page
        assert f'action="{LOGOUT}"' in page
        assert client.post(LOGOUT).url == LOGIN

    def test_sign_in_leads_there_too(self, newcomer):
        client = Client()
        assert sign_in(client, "9001", FIRST, next="/members/me/").url == "/members/me/"
        assert client.get("/members/me/").url == f"{PASSWORD_PAGE}?next=%2Fmembers%2Fme%2F"

    def test_nothing_is_done_before_it_is_changed(self, client):
        response = client.post("/members/register/", {"name": "赵一"})
        assert response.status_code == 403
        assert not Member.objects.filter(name="赵一").exists()

    def test_empty_request_is_led_there_without_a_way_back_to_it(self, client):
        assert client.post("/members/register/").url == PASSWORD_PAGE

    def test_own_password_changed_before_is_asked_for_no_more(self, client):
        change(client)
        assert client.get(DESK).status_code == 200


class TestSignInThatRanOut:
    """陈静 registers somebody, is called away, and presses the button an hour later."""

    URL = "/members/register/"
    TYPED = {
        "employee_no": "2001",
        "name": "林 芳",
        "gender": "female",
        "address": "学府路1号\n“三单元”",
        "post_category": "teacher",
        "post_rank": "general",
        "contract_kind": "established",
        "service_status": "in_service",
        "union_status": "member",
    }

    @pytest.fixture
    def secretary(self, secretary):
        secretary.set_password(OWN)
        secretary.save()
        return secretary

    @pytest.fixture
    def client(self, secretary):
        client = Client(enforce_csrf_checks=True)
        client.get(LOGIN)
        sign_in(client, secretary.employee_no, OWN, csrfmiddlewaretoken=client.cookies["csrftoken"].value)
        client.get(DESK)
        return client

    @pytest.fixture
    def sent_too_late(self, client):
        data = fill(client, self.URL, **self.TYPED) | {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
        client.session.flush()
        return client.post(self.URL, data)

    def kept(self, response) -> str:
        return unescape(re.search(r'name="kept" value="([^"]*)"', response.content.decode())[1])

    def sign_in(self, client, secretary, response, password=OWN):
        token = client.cookies["csrftoken"].value
        return sign_in(client, secretary.employee_no, password, kept=self.kept(response), csrfmiddlewaretoken=token)

    def send_on(self, client, response):
        """Press the one button of the page."""
        action = re.search(r'<form class="sheet[^>]*action="([^"]*)"', response.content.decode())[1]
        block = response.content.decode().split('<form class="sheet', 1)[1].split("</form>", 1)[0]
        fields = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', block)
        return client.post(action, {name: unescape(value) for name, value in fields})

    def test_form_sent_too_late_is_asked_to_sign_in_and_told_that_nothing_is_lost(self, sent_too_late):
        assert (sent_too_late.status_code, told(sent_too_late)) == (403, [NOT_LOST])
        assert shows(sent_too_late, "account/login.html")
        assert not Member.objects.filter(name="林芳").exists()

    def test_form_is_sent_on_after_signing_in_and_does_what_it_would_have_done(
        self, client, secretary, sent_too_late
    ):
        offered = self.sign_in(client, secretary, sent_too_late)
        assert (offered.status_code, shows(offered, "account/resume.html")) == (200, True)
        assert "“三单元”" in offered.content.decode()
        done = self.send_on(client, offered)
        member = Member.objects.get(name="林芳")
        assert (done.url, member.address.splitlines()) == (member.get_absolute_url(), ["学府路1号", "“三单元”"])

    def test_wrong_password_in_between_loses_nothing(self, client, secretary, sent_too_late):
        again = self.sign_in(client, secretary, sent_too_late, password="wrong-pass-1")
        assert self.kept(again) == self.kept(sent_too_late) != ""
        assert shows(self.sign_in(client, secretary, again), "account/resume.html")

    def test_first_password_in_between_loses_nothing(self, client, secretary, sent_too_late):
        Account.objects.filter(pk=secretary.pk).update(must_change_password=True)
        offered = self.sign_in(client, secretary, sent_too_late)
        gate = self.send_on(client, offered)
        assert shows(gate, "account/password_change.html")
        token = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value, "kept": self.kept(gate)}
        new = {"oldpassword": OWN, "password1": "you-yi-ge-mima-3", "password2": "you-yi-ge-mima-3"}
        again = client.post(PASSWORD_PAGE, new | token)
        assert self.send_on(client, again).status_code == 302
        assert Member.objects.filter(name="林芳").exists()

    def test_form_is_not_shown_to_somebody_else_nor_sent_on_by_them(self, client, chair, sent_too_late):
        chair.set_password(OWN)
        chair.save()
        offered = self.sign_in(client, chair, sent_too_late)
        assert (offered.status_code, offered.url) == (302, reverse("reports:desk"))
        assert told(client.get(DESK)) == ["您好，周敏。", NOT_YOURS]

    def test_first_password_carries_no_form_that_shows_no_token(self, client, secretary):
        Account.objects.filter(pk=secretary.pk).update(must_change_password=True)
        response = client.post(self.URL, self.TYPED)
        assert (response.status_code, shows(response, "account/password_change.html")) == (403, False)

    def test_page_asked_for_too_late_leads_to_the_sign_in_and_says_why(self, client):
        client.session.flush()
        response = client.get(self.URL, follow=True)
        assert response.redirect_chain == [(f"{LOGIN}?next={self.URL}", 302)]
        assert told(response) == [RAN_OUT]

    def test_stranger_is_not_told_of_a_sign_in_that_never_was(self):
        assert told(Client().get(self.URL, follow=True)) == []

    def test_part_of_a_page_is_led_on_as_it_was(self, client):
        client.session.flush()
        response = client.get("/members/", headers={"HX-Request": "true"}, follow=True)
        assert response.redirect_chain == [(f"{LOGIN}?next=/members/", 302)]
        assert told(response) == []

    def test_blocked_account_is_told_so_and_not_let_in(self, client, secretary, sent_too_late):
        Account.objects.filter(pk=secretary.pk).update(is_active=False)
        assert self.sign_in(client, secretary, sent_too_late).url == LOGIN


class TestWhatIsCarried:
    @pytest.fixture
    def account(self):
        account = AccountFactory(employee_no="9001")
        account.set_password(OWN)
        account.save()
        return account

    def test_password_is_not_carried(self):
        data = {"login": "x", "password": "secret-1", "oldpassword": "secret-2", "password1": "s-3", "note": "家访"}
        page = Client().post("/members/register/", data)
        assert page.context["kept"].values == [("login", "x"), ("note", "家访")]

    def test_what_a_form_notes_of_its_record_is_carried_and_not_shown(self):
        page = Client().post("/members/register/", {"note": "家访", "seen": '{"note": ["走访"]}', "on": "2026-11-22"})
        kept = page.context["kept"]
        assert ([name for name, _value in kept.values], kept.texts) == (["note", "seen", "on"], ["家访"])

    def test_several_values_of_one_field_are_carried_in_their_order(self):
        page = Client().post("/members/register/?a=1", {"who": ["3", "1", "2"]})
        kept = page.context["kept"]
        assert (kept.url, kept.values) == ("/members/register/?a=1", [("who", "3"), ("who", "1"), ("who", "2")])

    def test_files_are_named_for_they_must_be_chosen_again(self, account, tmp_path):
        path = tmp_path / "名册.xlsx"
        path.write_bytes(b"x")
        client = Client()
        sign_in(client, "9001", OWN)
        client.session.flush()
        with path.open("rb") as file:
            page = client.post("/members/register/", {"file": file})
        kept = str(page.context["kept"])
        offered = sign_in(client, "9001", OWN, kept=kept).content.decode()
        assert "请在提交后重新添加：名册.xlsx" in offered

    @pytest.mark.parametrize(
        "url", ["//evil.example/", "/\\evil.example", "https://evil.example/", "javascript:alert(1)"]
    )
    def test_form_for_another_house_is_left_behind(self, account, url):
        kept = str(KeptForm(url, [("a", "b")], [], str(account.pk)))
        assert sign_in(Client(), "9001", OWN, kept=kept).url == reverse("reports:desk")

    @pytest.mark.parametrize("kept", ["", "null", "not json", "{unsigned}"])
    def test_what_is_no_form_of_ours_is_left_behind(self, account, kept):
        told_on = json.dumps({"url": "/", "values": [["a", "b"]], "files": [], "writer": str(account.pk)})
        kept = kept.replace("{unsigned}", told_on)
        assert sign_in(Client(), "9001", OWN, kept=kept).url == reverse("reports:desk")

    def test_text_of_a_form_cant_break_out_of_the_page(self, account):
        kept = str(KeptForm("/", [('a"><script>', "“<script>”")], ["<b>"], str(account.pk)))
        page = sign_in(Client(), "9001", OWN, kept=kept).content.decode()
        assert "&lt;script&gt;" in page
        assert ("“<script>”" in page, '"><script>"' in page, "<b>" in page) == (False, False, False)
