"""The second approver's page and task."""

import pytest

from affairs.area.disclosures import disclosure_tasks
from affairs.enums import DisclosureStatus
from tests.affairs.factories import DisclosureFactory
from tests.affairs.steps import stored
from tests.conftest import TODAY, make_actor
from tests.members.views.forms import fill, told
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def party_secretary():
    return make_actor(Role.PARTY_SECRETARY, "韩建国")


@pytest.fixture
def endorsed():
    return DisclosureFactory(status=DisclosureStatus.ENDORSED)


def decide(client, disclosure, decision, **typed):
    page = disclosure.get_countersign_url()
    return client.post(page, fill(client, page, decision=decision, **typed), follow=True)


def test_says_who_signed_first_and_offers_no_comments_on_passages(party_secretary, endorsed, signed_in):
    page = signed_in(party_secretary).get(endorsed.get_countersign_url()).content.decode()
    wanted = ("会签公开事项", "沈立2026年11月21日已同意。", "data-selection", f"/{endorsed.pk}/comment/")
    assert [words in page for words in wanted] == [True, True, False, False]


def test_agreed_to_it_hangs_on_the_board(party_secretary, endorsed, signed_in):
    answer = decide(signed_in(party_secretary), endorsed, "approve")
    assert told(answer) == ["已同意，现在已在公开栏公开。"]
    assert (stored(endorsed).status, stored(endorsed).approver) == ("published", "沈立、韩建国")


def test_given_back_it_is_its_writers_again(party_secretary, endorsed, signed_in):
    decide(signed_in(party_secretary), endorsed, "return", comment="请核对金额。")
    assert (stored(endorsed).status, stored(endorsed).return_comment) == ("returned", "请核对金额。")


def test_waits_on_the_desk_of_the_role_that_was_asked_alone(party_secretary, endorsed):
    own = DisclosureFactory(status=DisclosureStatus.ENDORSED, endorsed_by=party_secretary)
    tasks = [(task.sentence, task.url) for task in disclosure_tasks(party_secretary, TODAY)]
    assert tasks == [("“第三季度经费使用情况”等待会签", endorsed.get_countersign_url())]
    assert own.get_countersign_url() not in [url for _sentence, url in tasks]
    assert list(disclosure_tasks(make_actor(Role.VICE_PRINCIPAL, "许晓峰"), TODAY)) == []
