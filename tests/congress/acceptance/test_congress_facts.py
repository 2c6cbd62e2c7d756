"""Facts that real school unions recorded of their congresses, in the agenda's room.

Sessions held are in tests/congress/test_cases.py; preparation and sittings have tests of their own.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from affairs.enums import ConsultationStatus
from congress import services
from congress.enums import Body, ItemKind, ItemOutcome, Matter
from congress.figures import figures
from congress.selectors import items_of, lacking_consultation
from tests.affairs.regulations import ConsultationFactory
from tests.conftest import TODAY
from tests.congress.agenda import MET_ON, HeldSessionFactory
from unionoffice.areas import WHOLE_UNION
from unionoffice.periods import calendar_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

CASES = Path(__file__).parent.parent.parent / "cases"
YEAR = calendar_year(2026)


def fact(beginning):
    """The one fact of all years whose text begins so."""
    lines = [line for file in sorted(CASES.glob("year_*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    (found,) = [told for told in map(json.loads, lines) if told["what"].startswith(beginning)]
    return found


def counted(key):
    return figures(YEAR, WHOLE_UNION)[key].value


@pytest.fixture
def report(secretary):
    """Puts a report on the agenda of a session and has it heard."""

    def heard(session, title, **fields):
        told = {"kind": ItemKind.HEAR, "matter": Matter.OTHER, "title": title, **fields}
        item = services.add_item(session, told, by=secretary)
        day = session.starts_on
        return services.decide_item(item, outcome=ItemOutcome.HEARD, decided_on=day, by=secretary, on=TODAY)

    return heard


def test_three_reports_heard_each_with_its_speaker(report):
    told = fact("Three reports heard at the congress")
    session = HeldSessionFactory()
    spoken = zip(told["other_values"]["documents"], told["other_values"]["speakers"], strict=True)
    for title, speaker in spoken:
        report(session, title, presented_by=speaker)
    assert [(item.title, item.reporter) for item in items_of(session)] == [
        ("三年发展规划的报告", "校长"),
        ("关于学校和工会财经工作报告", "总务处负责人"),
        ("提案解答报告", "校长"),
    ]
    assert counted("congress.agenda.heard") == told["count"]
    assert [note.text for note in figures(YEAR, WHOLE_UNION).notables if note.kind == "congress.heard"] == [
        "校长作《三年发展规划的报告》",
        "总务处负责人作《关于学校和工会财经工作报告》",
        "校长作《提案解答报告》",
    ]


def test_work_report_covers_six_fields_with_safety_and_pay(report):
    told = fact("Head's work report to congress covers six or more fields")
    fields = told["other_values"]["fields"]
    item = report(HeldSessionFactory(), "学校工作报告", matter=Matter.WORK, covers="\n".join(fields))
    assert (item.fields_covered, len(item.fields_covered)) == (fields, told["count"])
    assert {"安全建设", "教师待遇"} <= set(item.fields_covered)


def test_later_report_on_proposals_to_the_staff_assembly(report):
    told = fact("Head's later report on proposal implementation to the staff assembly")
    report(HeldSessionFactory(), "提案解答报告", matter=Matter.PROPOSALS, presented_by="校长")
    later = HeldSessionFactory(number=4, starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 20))
    item = report(later, told["other_values"]["document"], matter=Matter.PROPOSALS, presented_by="校长")
    assert (item.outcome, item.decided_on, counted("congress.agenda.heard")) == (
        ItemOutcome.HEARD,
        date(2026, 11, 20),
        1 + told["count"],
    )


def test_draft_schemes_shown_to_every_staff_member_beforehand(secretary):
    told = fact("Topics fixed by Party, administration and union together; draft schemes shown to every staff member")
    assert told["other_values"]["set_by"] == ["党", "政", "工会"]
    session = HeldSessionFactory()
    asked = ConsultationFactory(status=ConsultationStatus.CONCLUDED, closed_on=date(2026, 11, 17))
    scheme = {"kind": ItemKind.PASS, "matter": Matter.PAY, "title": "绩效工资奖励条例"}
    services.add_item(session, {**scheme, "consultation": asked}, by=secretary)
    hidden = services.add_item(session, {**scheme, "title": "考核办法", "matter": Matter.APPRAISAL}, by=secretary)
    lacking = lacking_consultation(items_of(session), session)
    assert lacking == {hidden.pk: "会前还没有向全体教职工征求意见，请关联征求意见。"}


def test_members_congress_is_counted_on_its_own(report):
    session = HeldSessionFactory(term__number=4, term__body=Body.UNION)
    report(session, "工会工作报告", matter=Matter.UNION)
    assert (session.starts_on, counted("congress.agenda.heard")) == (MET_ON, 0)
