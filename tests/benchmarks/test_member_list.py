"""The list of 10,000 people beside a bare one."""

import pytest

PAGES = {
    "list of 10,000 members": "/members/",
    "its last page": "/members/?page=200",
    "searched by pinyin": "/members/?q=zhao",
    "ordered by title": "/members/?sort=title",
    "behind a figure, as of a day": (
        "/members/?on=2026-12-31&service=in_service&union=member&figure=members.members"
    ),
    "search from anywhere": "/search/?q=zhao",
    "a member's page": "/members/{pk}/",
}


@pytest.mark.urls("tests.benchmarks.bare")
@pytest.mark.usefixtures("ten_thousand")
def test_member_list(signed_in, chair, clock):
    client = signed_in(chair)
    clock("bare Django list of 10,000 members, with sign-in", lambda: _get(client, "/bare/"))
    for what, url in PAGES.items():
        clock(what, lambda url=url: _get(client, url.format(pk=chair.member_id)))


def _get(client, url):
    assert client.get(url).status_code == 200
