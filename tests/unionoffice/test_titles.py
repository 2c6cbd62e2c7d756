"""Records found by the words of their title or by how these sound."""

import pytest

from congress.models import Proposal
from tests.congress.factories import ProposalFactory
from unionoffice.titles import LONGEST, quoted, sound_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "sound"),
    [("春游", "chunyou cy"), ("春游 A组（2026）", "chunyouazu2026 cyaz2"), ("", " ")],
)
def test_sound_is_the_full_reading_and_the_initials(title, sound):
    assert sound_of(title) == sound


def test_sound_of_the_longest_title_fits():
    assert len(sound_of("双" * 100)) <= LONGEST


@pytest.mark.parametrize(
    "typed", ["空调", "kongtiao", "Kong Tiao", "kt", "genghuanjiaoxuelou", "ghjxlkt", "更换教学楼空调", " 空调 "]
)
def test_title_is_found_by_words_pinyin_and_initials(typed):
    wanted = ProposalFactory(title="更换教学楼空调")
    ProposalFactory(title="改善伙食")
    assert list(Proposal.objects.matching(typed)) == [wanted]


@pytest.mark.parametrize("typed", ["k", "空条", "kongtiaoji", "%", "_", "kt_"])
def test_other_texts_find_nothing(typed):
    ProposalFactory(title="更换教学楼空调")
    assert not Proposal.objects.matching(typed).exists()


def test_new_title_is_found_by_its_new_sound():
    proposal = ProposalFactory(title="更换教学楼空调")
    proposal.title = "改善伙食"
    proposal.save(update_fields=["title"])
    assert list(Proposal.objects.matching("gshs")) == [proposal]
    assert not Proposal.objects.matching("kongtiao").exists()


def test_quotation_marks_within_a_quoted_title_are_single():
    assert quoted("“五一”先进个人公示") == "“‘五一’先进个人公示”"
