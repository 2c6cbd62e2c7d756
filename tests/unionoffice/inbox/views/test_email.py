"""One's own address for notices."""

import pytest

from unionoffice.inbox import NoticeAddress

URL = "/inbox/email/"


@pytest.fixture
def page(teacher, signed_in):
    return signed_in(teacher)


def send(page, address):
    key = page.get(URL).context["form"]["form_key"].value()
    return page.post(URL, {"address": address, "form_key": key})


def test_address_is_kept_and_shown_again(page, teacher):
    assert send(page, "han@school.example").url == "/inbox/"
    assert NoticeAddress.objects.email_of(teacher) == "han@school.example"
    assert page.get(URL).context["form"].initial == {"address": "han@school.example"}


def test_empty_address_ends_it(page, teacher):
    send(page, "han@school.example")
    send(page, "")
    assert NoticeAddress.objects.email_of(teacher) == ""


def test_half_an_address_is_refused_in_words(page):
    response = send(page, "han@")
    assert response.status_code == 422
    assert response.context["form"].errors == {"address": ["请填写完整的邮箱地址，例如 name@school.cn。"]}


def test_two_lines_are_no_address(page):
    assert send(page, "han@school.example\nBcc: all@school.example").status_code == 422


@pytest.mark.parametrize("is_set_up", [True, False])
def test_page_says_where_no_mail_is_sent(is_set_up, page, settings):
    settings.MAIL_IS_SET_UP = is_set_up
    assert ("本校还没有设置邮件服务器" in page.get(URL).text) is not is_set_up
