"""The papers of public notices, read as text."""

from datetime import date

import pytest

from affairs import services
from affairs.enums import NoticeObject, Sphere
from affairs.papers import notice_paper, record_paper
from affairs.selectors import counting
from tests.affairs.public_notices import LAST_DAY, MONDAY, anonymous, concluded, drafted, posted, settled
from tests.members.factories import MemberFactory
from unionoffice.documents import plain_text
from unionoffice.profiles import set_profiles

pytestmark = pytest.mark.django_db

CONTACT = (
    "公示期内如有异议，请以书面、电话或网上方式向工会办公室反映。受理电话：027-88886666；受理地点：行政楼203室。"
)


@pytest.fixture(autouse=True)
def names_of_the_house(db):
    set_profiles(school="江城市明德中学", short="明德中学", union="江城市明德中学工会委员会")


def test_aid_is_hung_up_with_masked_names_and_amounts_by_the_union(secretary, chair):
    notice = posted(
        secretary, chair, NoticeObject.HARDSHIP, sphere=Sphere.UNION, people=[MemberFactory(name="张静怡")]
    )
    text = plain_text(notice_paper(notice))
    assert ("张某" in text, "张静怡" in text) == (True, False)
    assert "公示时间：2026年11月9日至11月16日（5个工作日）。" in text.splitlines()
    assert CONTACT in text.splitlines()
    assert text.splitlines()[-2:] == ["江城市明德中学工会委员会", "2026年11月9日"]


def test_extension_is_told_on_the_paper(secretary, principal):
    notice = posted(secretary, principal)
    services.extend_notice(notice, days=2, reason="补充材料", by=secretary, on=MONDAY)
    line = "公示时间：2026年11月9日至11月18日（5个工作日，延长2个工作日）。"
    assert line in plain_text(notice_paper(notice)).splitlines()


def test_draft_says_that_it_is_one_and_bears_no_day(secretary):
    paper = notice_paper(drafted(secretary))
    assert (paper.draft, paper.signature) == (True, None)


def test_sheet_tells_objections_and_results_and_never_who_objected(secretary, principal, teacher):
    notice = posted(secretary, principal, people=[MemberFactory(name="张静怡")])
    objection = settled(anonymous(notice, candidate=notice.candidates.get()), secretary)
    concluded(notice, secretary)
    text = plain_text(record_paper(notice, [objection], counting(MONDAY, LAST_DAY)))
    assert "韩梅" not in text
    for told in ("公示 2026-001", "李国强（组长）、王芳（教职工代表）", "匿名，网上提交", "不属实", "公示无异议。"):
        assert told in text


def test_sheet_without_objections_says_so(secretary, principal):
    notice = concluded(posted(secretary, principal), secretary)
    text = plain_text(record_paper(notice, [], counting(*notice.hung)))
    assert "公示期内没有收到异议。" in text.splitlines()
    assert notice.hung == (MONDAY, date(2026, 11, 16))
