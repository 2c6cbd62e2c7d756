"""Lists of democratic management: what they say where there is nothing, and what stands first in them."""

from datetime import date

import pytest

from affairs.enums import DisclosureStatus, NoticeStatus
from tests.affairs.factories import DisclosureFactory, PostedFactory
from tests.affairs.public_notices import notice_at
from tests.affairs.regulations import ConsultationFactory
from tests.affairs.surveys import closed, recorded, survey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def titles(response):
    """What stands in each row under 标题."""
    return [next(cell.text for cell in row.cells if cell.primary) for row in response.context["rows"]]


@pytest.mark.parametrize(
    ("url", "first", "waits"),
    [
        (
            "/affairs/documents/",
            "还没有登记过文件。请先登记一件收文或发文。",
            "还没有传阅给您的文件。有文件时会通知您。",
        ),
        (
            "/affairs/consultations/",
            "还没有征求意见。请先起草一次。",
            "还没有向您征求意见。开始征求时会通知您。",
        ),
        ("/affairs/regulations/", "还没有制度。请先起草一项，或导入已有的制度台账。", "还没有施行的制度。"),
    ],
)
def test_only_who_can_begin_is_told_to_begin(url, first, waits, secretary, teacher, signed_in):
    assert [signed_in(reader).get(url).context["empty"] for reader in (secretary, teacher)] == [first, waits]


def test_record_whose_history_is_not_for_the_reader_has_no_place_for_it(teacher, signed_in):
    url = ConsultationFactory(status="open").get_absolute_url()
    assert "还没有记录" not in signed_in(teacher).get(url).content.decode()


def test_what_is_not_public_yet_stands_before_what_was_published_last(secretary, signed_in):
    PostedFactory(title="早", published_on=date(2026, 3, 1), drafted_on=date(2026, 11, 20))
    DisclosureFactory(title="草稿", status=DisclosureStatus.DRAFT, drafted_on=date(2026, 1, 5))
    PostedFactory(title="晚", published_on=date(2026, 9, 1), drafted_on=date(2026, 8, 1))
    assert titles(signed_in(secretary).get("/affairs/disclosures/")) == ["草稿", "晚", "早"]


def test_notice_that_is_not_posted_yet_stands_before_what_was_posted_last(secretary, signed_in):
    notice_at(NoticeStatus.POSTED, title="晚", on=date(2026, 11, 19))
    notice_at(NoticeStatus.DRAFT, title="草稿", on=date(2026, 11, 2))
    notice_at(NoticeStatus.POSTED, title="早", on=date(2026, 11, 16))
    assert titles(signed_in(secretary).get("/affairs/notices/")) == ["草稿", "晚", "早"]


def test_survey_that_was_recorded_afterwards_stands_by_the_day_on_which_it_ended(secretary, signed_in):
    closed(secretary, title="本月")
    survey(secretary, title="草稿")
    recorded(secretary, title="去年", closed_on=date(2025, 10, 19))
    assert titles(signed_in(secretary).get("/affairs/surveys/")) == ["草稿", "本月", "去年"]
