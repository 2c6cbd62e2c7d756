"""The office's pages of members beside a bare Django view and the admin, on the same table in one run."""

import pytest

PAGES = {
    "the list": ("/members/", "/admin/members/member/", "/bare/"),
    "a page in the middle": ("/members/?page=100", "/admin/members/member/?p=100", "/bare/?page=100"),
    "filtered by gender": (
        "/members/?gender=female",
        "/admin/members/member/?gender__exact=female",
        "/bare/?gender=female",
    ),
    "searched by pinyin": ("/members/?q=zhao", "/admin/members/member/?q=zhao", "/bare/?q=zhao"),
    "one member": ("/members/{pk}/", "/admin/members/member/{pk}/change/", "/bare/{pk}/"),
}
RIVALS = ("the office", "Django's admin", "a bare view with sign-in")
ALONE = {
    "search from anywhere, pinyin": "/search/?q=zhao",
    "search from anywhere, initials": "/search/?q=zw",
    "search from anywhere, Chinese": "/search/?q=赵伟",
    "ordered by title": "/members/?sort=title",
    "behind a figure, as of a day": (
        "/members/?on=2026-12-31&service=in_service&union=member&figure=members.members"
    ),
    "export of all as a workbook": "/members/?export=xlsx",
}


def _get(client, url):
    assert client.get(url).status_code == 200


def _race(client, pk, race, *, among):
    for what, urls in PAGES.items():
        runners = {
            name: lambda url=url: _get(client, url.format(pk=pk)) for name, url in zip(RIVALS, urls, strict=True)
        }
        race(f"{what}, {among}", runners)


@pytest.mark.usefixtures("ten_thousand")
def test_pages_of_ten_thousand(signed_in, chair, race, clock):
    client = signed_in(chair)
    _race(client, chair.member_id, race, among="10,000 members")
    for what, url in ALONE.items():
        clock(f"{what}, 10,000 members", lambda url=url: _get(client, url), times=3 if "export" in url else 20)


@pytest.mark.usefixtures("hundred_thousand")
def test_pages_of_a_hundred_thousand(signed_in, chair, race):
    _race(signed_in(chair), chair.member_id, race, among="100,000 members")
