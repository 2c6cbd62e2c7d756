"""Rich text in models and forms, shown with disclosures, which have one."""

import pytest

from affairs.models import Disclosure
from tests.affairs.factories import DisclosureFactory
from unionoffice.audit import trail_of
from unionoffice.pages.stale import _in_words
from unionoffice.richtext import RichTextFormField
from unionoffice.trail import told

pytestmark = pytest.mark.django_db


def test_text_is_cleaned_whatever_way_it_is_saved():
    made = DisclosureFactory(body="<p onclick='x()'>甲</p>")
    assert (made.body, Disclosure.objects.get(pk=made.pk).body) == ("<p>甲</p>", "<p>甲</p>")


def test_words_follow_the_text():
    made = DisclosureFactory(body="<p>甲<strong>乙</strong></p><p>丙</p>")
    assert Disclosure.objects.get(pk=made.pk).words == "甲乙\n丙"


def test_markup_is_not_found_by_a_search():
    DisclosureFactory(title="标题", body="<p><strong>甲</strong></p>")
    assert [Disclosure.objects.matching(text).count() for text in ("甲", "strong", "<p>")] == [1, 0, 0]


def test_length_is_that_of_the_words():
    field = RichTextFormField(longest=4)
    assert field.clean("<p><strong>一二三四</strong></p>") == "<p><strong>一二三四</strong></p>"
    with pytest.raises(Exception, match="正文最多4个字，现在有5个。"):
        field.clean("<p>一二三四五</p>")


def test_empty_editor_says_nothing():
    with pytest.raises(Exception, match="必须填写"):
        RichTextFormField(longest=4).clean("<p></p>")


def test_trail_tells_the_words():
    made = DisclosureFactory(body="<p>甲</p>")
    made.body = "<p><strong>乙</strong></p>"
    made.save()
    (change,) = [change for change in told(trail_of(made)[:1], None)[0].told if change.label == "正文"]
    assert (change.before, change.after) == ("甲", "乙")


def test_clashing_texts_are_told_in_words():
    assert _in_words(RichTextFormField(longest=4), ["<p>甲<strong>乙</strong></p>"]) == "甲乙"
