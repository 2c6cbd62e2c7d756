"""One-use keys: a form that is sent twice acts once."""

import uuid

import pytest
from django.db import transaction

from tests.members.factories import AccountFactory
from unionoffice import formkeys
from unionoffice.formkeys import AlreadySent, FormKey
from unionoffice.refusal import Refused

KEY = uuid.UUID("5d0c7a4e-0000-4000-8000-000000000001")
RESULT = "/welfare/visits/7/"


def send(user, *, key=KEY, url=RESULT):
    with transaction.atomic():
        formkeys.spend(key, user=user)
        formkeys.remember_result(key, url)
    return url


@pytest.mark.django_db
class TestSpend:
    def test_second_time_leads_where_the_first_led(self, secretary):
        send(secretary)
        with pytest.raises(AlreadySent) as sent:
            send(secretary, url="/elsewhere/")
        assert sent.value.result_url == RESULT
        assert FormKey.objects.get().result_url == RESULT

    def test_form_whose_work_was_taken_back_can_be_sent_again(self, secretary):
        with pytest.raises(Refused), transaction.atomic():
            formkeys.spend(KEY, user=secretary)
            raise Refused("不行")
        assert send(secretary) == RESULT

    def test_key_that_somebody_else_used_is_refused_without_telling_where_it_led(self, secretary, chair):
        send(secretary)
        with pytest.raises(Refused, match=r"^这一页是别人登录时打开的，请刷新页面后重新填写。$"):
            send(chair)

    def test_of_a_list_under_many_filters_the_list_is_remembered(self, secretary):
        send(secretary, url=f"/members/?q={'%E6%9E%97' * 40}")
        assert FormKey.objects.get().result_url == "/members/"

    def test_new_keys_are_never_the_same(self):
        assert len({formkeys.new_key() for _ in range(1000)}) == 1000

    def test_key_names_itself(self, secretary):
        send(secretary)
        assert str(FormKey.objects.get()) == str(KEY)


@pytest.mark.django_db
class TestEnsureUnspent:
    def test_new_key_passes(self, secretary):
        assert formkeys.ensure_unspent(str(KEY), user=secretary) is None

    def test_spent_key_leads_where_the_form_led(self, secretary):
        send(secretary)
        with pytest.raises(AlreadySent) as sent:
            formkeys.ensure_unspent(str(KEY), user=secretary)
        assert sent.value.result_url == RESULT

    def test_key_of_somebody_else_tells_nothing(self, secretary, chair):
        send(secretary)
        assert formkeys.ensure_unspent(str(KEY), user=chair) is None

    @pytest.mark.parametrize("key", ["", "x", "5d0c7a4e"])
    def test_what_is_no_key_is_left_to_the_form(self, secretary, key):
        assert formkeys.ensure_unspent(key, user=secretary) is None


def test_two_at_the_same_moment_act_once(at_the_same_moment):
    user = AccountFactory()
    outcomes = at_the_same_moment(*[lambda: send(user)] * 4)
    assert [outcome for outcome in outcomes if outcome == RESULT] == [RESULT]
    assert [outcome.result_url for outcome in outcomes if isinstance(outcome, AlreadySent)] == [RESULT] * 3
