"""Papers of the agenda: what they say, and that the whole file says what there is and nothing else."""

from datetime import date

import pytest

from congress import services
from congress.enums import ItemKind, ItemOutcome
from congress.models import SessionMinutes
from congress.papers.agenda import agenda_paper, opinions_paper, progress_paper
from congress.papers.minutes import composed_minutes, minutes_paper
from congress.papers.session_file import session_file
from congress.selectors import decisions_for, items_of, opinions_of, resolutions_carried_over, resolutions_of
from tests.conftest import TODAY
from tests.congress.agenda import (
    MET_ON,
    HeldSessionFactory,
    InterimDecisionFactory,
    ItemFactory,
    ItemOpinionFactory,
    ResolutionFactory,
    SessionMinutesFactory,
    voted,
)
from tests.congress.factories import DelegateFactory
from tests.congress.preparation import make_notice, make_topic
from unionoffice.documents import Heading, Table, plain_text, render_docx, render_pdf
from unionoffice.richtext import plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    """One that heard a report, passed a scheme and let one fail."""
    held = HeldSessionFactory(theme="凝心聚力", place="报告厅")
    heard = ItemFactory(session=held, title="三年发展规划的报告", outcome=ItemOutcome.HEARD, covers="安全\n待遇")
    passed = voted(50, session=held, title="绩效工资分配办法")
    voted(40, session=held, title="食堂补贴方案")
    ItemOpinionFactory(item=heard, member__name="林芳", answered=True)
    ResolutionFactory(session=held, item=passed, title="关于绩效工资分配办法的决议")
    return held


def rows(document):
    return [
        [str(getattr(cell, "content", cell)) for cell in row]
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def test_agenda_has_each_item_with_who_reports(session):
    assert rows(agenda_paper(session, items_of(session))) == [
        ["1", "听取《三年发展规划的报告》", "校长"],
        ["2", "讨论通过《绩效工资分配办法》", "校长"],
        ["3", "讨论通过《食堂补贴方案》", "校长"],
    ]


def test_opinions_stand_with_their_answers(session, chair):
    assert rows(opinions_paper(session, list(opinions_of(session, chair)))) == [
        [
            "1",
            "三年发展规划的报告",
            "林芳",
            "课时津贴应当分学段计算。",
            "部分采纳：先在一个年级试行（教务处，2026年11月20日）",
        ]
    ]


def test_next_session_is_told_of_resolutions_and_decisions(session, secretary):
    services.note_resolution_step(
        session.resolutions.get(), text="已印发。", office="办公室", by=secretary, on=date(2026, 11, 20)
    )
    InterimDecisionFactory(decided_on=TODAY)
    coming = HeldSessionFactory(number=4, starts_on=date(2026, 12, 20), ends_on=date(2026, 12, 20))
    paper = progress_paper(coming, list(resolutions_carried_over(coming)), list(decisions_for(coming)))
    assert rows(paper) == [
        [
            "1",
            "第九届第三次教职工代表大会决议第1号《关于绩效工资分配办法的决议》",
            "",
            "2026年11月20日办公室：已印发",
            "落实中",
        ],
        [
            "1",
            "2026年11月22日",
            "代表团（组）长联席会议",
            "",
            "调整食堂补贴：同意从九月起每人每月增加五十元。",
        ],
    ]


def test_minutes_begin_with_what_was_recorded(session, chair):
    text = plain(
        composed_minutes(
            session, list(items_of(session)), list(opinions_of(session, chair)), list(resolutions_of(session))
        )
    )
    for sentence in (
        "2026年11月18日，第九届第三次教职工代表大会在报告厅召开。会议的主题是：凝心聚力。应到代表80名，实到60名。",
        "会议听取了校长所作的《三年发展规划的报告》。",
        "应到80人，实到60人，赞成40票，反对0票，弃权0票，未超过半数（须41票），未通过。",
        "林芳对“三年发展规划的报告”提出：课时津贴应当分学段计算。",
        "第九届第三次教职工代表大会决议第1号《关于绩效工资分配办法的决议》（2026年11月18日）。",
    ):
        assert sentence in text


def test_minutes_are_a_draft_until_they_are_confirmed(chair):
    minutes = SessionMinutesFactory()
    assert (minutes_paper(minutes).draft, minutes_paper(minutes).signature) == (True, None)
    services.confirm_minutes(minutes, version=1, by=chair, on=TODAY)
    paper = minutes_paper(SessionMinutes.objects.select_related("session__term").get())
    assert (paper.draft, paper.signature.date) == (False, TODAY)


class TestFile:
    def test_has_the_chapters_of_which_there_is_something(self, session, chair):
        DelegateFactory(term=session.term)
        paper = session_file(session, chair)
        assert [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 1] == [
            "代表名单",
            "到会情况",
            "议程和结果",
            "听取的报告",
            "代表意见和学校答复",
            "会议决议",
        ]
        assert "校长：《三年发展规划的报告》，讲到2个方面：安全、待遇。" in plain_text(paper)

    def test_tells_the_topics_of_the_notice(self, session, chair):
        make_topic(session, title="听取财务工作报告")
        make_notice(session, status="issued", issued_on=MET_ON, issued_by=chair)
        text = plain_text(session_file(session, chair))
        assert ("会议议题：" in text, "听取财务工作报告" in text) == (True, True)

    def test_of_nothing_says_so(self, chair):
        empty = HeldSessionFactory(due_count=None, present_count=None)
        assert "这次会议还没有登记任何内容。" in plain_text(session_file(empty, chair))

    def test_is_drawn_as_pdf_and_word(self, session, chair):
        paper = session_file(session, chair)
        assert (render_pdf(paper)[:5], render_docx(paper)[:2]) == (b"%PDF-", b"PK")

    def test_is_a_draft_until_the_minutes_are_confirmed(self, chair):
        minutes = SessionMinutesFactory()
        ItemFactory(session=minutes.session, kind=ItemKind.HEAR, outcome=ItemOutcome.HEARD, decided_on=MET_ON)
        before = session_file(minutes.session, chair).draft
        services.confirm_minutes(minutes, version=1, by=chair, on=TODAY)
        assert (before, session_file(minutes.session, chair).draft) == (True, False)
