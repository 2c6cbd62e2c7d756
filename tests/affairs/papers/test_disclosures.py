"""What a disclosure says, as the document tree."""

import pytest

from affairs.papers import disclosure_paper
from tests.affairs.factories import DisclosureFactory
from unionoffice.documents import render_html

pytestmark = pytest.mark.django_db


def test_typed_markup_is_shown_not_obeyed():
    html = render_html(disclosure_paper(DisclosureFactory(body="如下：<script>alert(1)</script>")))
    assert "如下：&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script" not in html


def test_pasted_markup_leaves_its_words_alone():
    body = "<p onclick='x()'>甲<b>乙</b><script>x()</script></p>"
    html = render_html(disclosure_paper(DisclosureFactory(body=body)))
    assert "甲<strong>乙</strong>" in html
    assert ("onclick" in html, "x()" in html) == (False, False)
