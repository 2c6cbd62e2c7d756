"""What changed between two texts: words, facts and files."""

import pytest
from django.core.files.base import ContentFile

from affairs import services
from affairs.selectors import changes_between, changes_since, last_given_back, passages_of
from tests.affairs.steps import draft, handed_in, published, stored
from tests.conftest import TODAY, make_actor
from unionoffice.attachments import attach, attachments_of, remove_attachment
from unionoffice.richtext import Kind
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def writer(db):
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


def facts(changes):
    return [(fact.label, fact.before, fact.after) for fact in changes.facts]


def test_correction_is_told_by_its_words_and_facts(writer, principal):
    original = published(writer, principal)
    correction = services.correct_disclosure(original, note="更正金额。", by=writer, on=TODAY)
    changes = {"body": "本季度支出130,000.00元。", "reach": "public", "posted_until": TODAY, "period_code": "2026-Q3"}
    services.mend_disclosure(correction, changes=changes, by=writer, on=TODAY)
    told = changes_between(stored(original), stored(correction))
    assert [(line.kind, [piece.text for piece in line.after if piece.changed]) for line in told.differences] == [
        (Kind.CHANGED, ["130,000.00"])
    ]
    assert facts(told) == [
        ("公开范围", "全体教职工", "社会"),
        ("所属时段", "", "2026年第三季度"),
        ("公开至", "长期", "2026年11月22日"),
    ]


def test_mended_text_is_compared_with_what_was_returned(writer, principal):
    disclosure = handed_in(writer)
    services.return_disclosure(disclosure, comment="改", by=principal, on=TODAY)
    services.mend_disclosure(disclosure, changes={"title": "新标题", "publish_on": TODAY}, by=writer, on=TODAY)
    since = last_given_back(disclosure)
    told = changes_since(since, stored(disclosure))
    assert (told.text_changed, told.anything) == (False, True)
    assert facts(told) == [
        ("标题", "第三季度经费使用情况", "新标题"),
        ("何日公开", "批准后立即公开", "2026年11月22日"),
    ]


def test_files_are_told_by_name_and_a_new_content_is_a_new_file(
    writer, principal, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        disclosure = draft(writer)
        for name, content in (("明细.csv", b"1,2\n"), ("说明.txt", b"old"), ("旧.txt", b"same")):
            attach(disclosure, ContentFile(content, name=name), by=writer)
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        services.return_disclosure(disclosure, comment="改", by=principal, on=TODAY)
        for file in attachments_of(disclosure).filter(name__in=["明细.csv", "说明.txt"]):
            remove_attachment(file, by=writer)
        attach(disclosure, ContentFile(b"new", name="说明.txt"), by=writer)
    told = changes_since(last_given_back(disclosure), stored(disclosure))
    assert (told.files_added, told.files_removed) == (("说明.txt",), ("明细.csv", "说明.txt"))


def test_nothing_changed_says_so(writer, principal):
    disclosure = handed_in(writer)
    services.return_disclosure(disclosure, comment="改", by=principal, on=TODAY)
    assert changes_since(last_given_back(disclosure), stored(disclosure)).anything is False


def test_long_stretches_that_stayed_are_folded(writer, principal):
    lines = [f"第{number}段说明。" for number in "一二三四五六七八"]
    original = published(writer, principal, body="\n".join(lines))
    correction = services.correct_disclosure(original, note="更正。", by=writer, on=TODAY)
    lines[3] = "第四段改过了。"
    services.mend_disclosure(correction, changes={"body": "\n".join(lines)}, by=writer, on=TODAY)
    told = changes_between(stored(original), stored(correction))
    shown = ["".join(piece.text for piece in line.after) for line in told.near]
    assert shown == [
        "（2段没有改动）",
        "第三段说明。",
        "第四段改过了。",
        "第五段说明。",
        "（3段没有改动）",
    ]


def test_passages_are_the_blocks_of_a_text_in_order():
    found = passages_of("<h2>依据</h2><p>第一段。</p><ol><li>甲</li><li>乙</li></ol>")
    assert [(passage.place, passage.text.split()) for passage in found] == [
        (1, ["依据"]),
        (2, ["第一段。"]),
        (3, ["1.甲", "2.乙"]),
    ]
