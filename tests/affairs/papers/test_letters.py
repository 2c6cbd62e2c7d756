"""来信办理单."""

import pytest

from affairs import services
from affairs.enums import Satisfaction
from affairs.papers import letter_paper
from affairs.selectors import pictures_of, thread_of
from tests.affairs.letters import answered, photo, signed, taken_up
from tests.conftest import TODAY
from unionoffice.documents import plain_text

pytestmark = pytest.mark.django_db


def test_sheet_tells_letter_answers_and_rating_and_the_name_it_is_given(principal, teacher):
    letter = taken_up(signed(teacher, hides_name=True, files=[photo()]), principal)
    services.ask_sender(letter, text="哪一层？", by=principal, on=TODAY)
    services.write_again(letter, "三楼。", after=1, on=TODAY)
    answered(letter, principal)
    services.rate_reply(letter, Satisfaction.SATISFIED, on=TODAY)
    paper = letter_paper(letter, thread_of(letter), sender="姓名保密", files=pictures_of(letter))
    told = plain_text(paper)
    wanted = ("2026-001", "姓名保密", "值班室热水", "附件1.jpg", "哪一层？", "三楼。", "已经修好。", "沈立", "满意")
    assert [words for words in wanted if words not in told] == []
    assert teacher.name not in told
