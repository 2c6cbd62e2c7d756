"""The sheet for the glass case says what the board says, who answers for it, and the way back."""

import pytest

from affairs.enums import DisclosureStatus
from affairs.papers import board_address, board_sheet
from tests.affairs.factories import UNION_FUNDS, PostedFactory, item
from tests.unionoffice.attachments.factories import AttachmentFactory
from unionoffice.documents import Paper, plain_text
from unionoffice.profiles import school
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db


@pytest.fixture
def posted(settings):
    settings.SITE_URL = "https://office.example"
    return PostedFactory(number=3, title="经费情况", body="支出一笔。")


def test_says_all_that_a_sheet_in_the_case_must_say(posted):
    told = plain_text(board_sheet(posted)).splitlines()
    assert told == [
        school().name,
        "校务公开",
        "校务公开 2026-003\t2026年11月21日",
        "经费情况",
        "支出一笔。",
        f"责任部门\t{posted.item.department or '—'}\t公开类别\t财务\thttps://office.example/board/school/2026-003/扫码查看",
        "公开时限\t定期公开\t公开阶段\t事后公开",
        "审批人\t沈立\t审批日期\t2026年11月21日",
        "公开范围\t全体教职工\t公开至\t长期",
    ]


def test_names_the_unions_own_affairs_as_such():
    assert board_sheet(PostedFactory(item=item(UNION_FUNDS))).title == "会务公开"


def test_tells_what_was_corrected_and_which_files_there_are(posted):
    corrected = PostedFactory(number=3, edition=2, corrects=posted, correction_note="更正金额。")
    AttachmentFactory(source=SourceRef.to(corrected), name="明细.pdf")
    AttachmentFactory(source=SourceRef.to(corrected), name="内部.pdf", sensitive=True)
    told = plain_text(board_sheet(corrected))
    assert [line in told for line in ("更正说明：更正金额。", "附件（扫码查看）：明细.pdf\n", "内部")] == [
        True, True, False,
    ]  # fmt: skip


def test_code_leads_to_the_newest_version_whichever_is_printed(posted):
    posted.status = DisclosureStatus.PUBLISHED
    assert board_address(posted) == "https://office.example/board/school/2026-003/"


def test_is_laid_out_for_the_sheet_that_was_asked_for(posted):
    assert [board_sheet(posted).paper, board_sheet(posted, paper=Paper.NOTICE_A3).paper] == [
        Paper.NOTICE, Paper.NOTICE_A3,
    ]  # fmt: skip
