"""The page of characters that wait for their strokes."""

import pytest
from django.urls import reverse

from members.models import Member
from tests.members.factories import MemberFactory
from tests.members.views.forms import errors, fill
from tests.unionoffice.administration.factories import StrokeOrderFactory
from unionoffice.strokes import StrokeOrder

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

PAGE, ENTER = reverse("settings:strokes"), reverse("settings:strokes-enter")


def test_page_lists_characters_without_strokes_with_their_names(chair, signed_in):
    MemberFactory(name="㛃三")
    assert signed_in(chair).get(PAGE).context["lacking"] == [("㛃", ["㛃三"])]


def test_entered_strokes_move_the_name_and_leave_the_list(secretary, signed_in, on):
    MemberFactory(name="㛃三")
    client = signed_in(secretary)
    response = client.post(ENTER, fill(client, ENTER, character="㛃", strokes="5 3 1"))
    assert (response.url, client.get(PAGE).context["lacking"]) == (PAGE, [])
    assert Member.objects.in_stroke_order(on).first().name == "㛃三"


def test_form_begins_with_what_is_known_of_the_character(secretary, signed_in):
    client = signed_in(secretary)
    shown = client.get(ENTER, {"character": "王"}).context["form"].initial
    StrokeOrderFactory()
    own = client.get(ENTER, {"character": "㛃"}).context["form"].initial
    assert (shown, own) == (
        {"character": "王", "strokes": "1121"},
        {"character": "㛃", "strokes": "531"},
    )


def test_strokes_that_are_none_are_told_over_the_form(secretary, signed_in):
    client = signed_in(secretary)
    response = client.post(ENTER, fill(client, ENTER, character="㛃", strokes="横竖"))
    assert errors(response) == {"": ["笔顺只用数字1至5，按书写顺序填写。"]}


def test_entered_strokes_are_removed_after_a_question(secretary, signed_in):
    order = StrokeOrderFactory()
    client, url = signed_in(secretary), reverse("settings:strokes-remove", args=[order.pk])
    assert client.get(url).context["question"] == "删除后，含有“㛃”的姓名会重新排列。删除？"
    assert client.post(url, fill(client, url)).url == PAGE
    assert StrokeOrder.objects.count() == 0
