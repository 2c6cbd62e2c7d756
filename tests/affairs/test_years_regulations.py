"""What schools told of their rules, papers and consultations: each a record of its own, counted and told again."""

from datetime import date, timedelta

import pytest

from affairs import services
from affairs.enums import Direction, RegulationKind, Voice
from affairs.figures.regulations import consultation_figures, document_figures, regulation_figures
from affairs.models import Regulation, RegulationVersion
from reports.sections.regulations import regulations
from reports.selectors import gather
from tests.affairs.regulations import CONGRESS, asked, concluded, registered, say, staff_account
from tests.conftest import make_actor
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import Document, plain_text
from unionoffice.periods import calendar_year
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

YEAR = calendar_year(2026)
IN_MARCH = date(2026, 3, 2)
OFFICE, PAY, WELFARE, REWARD = (
    RegulationKind.DEMOCRACY,
    RegulationKind.FINANCE,
    RegulationKind.WELFARE,
    RegulationKind.APPRAISAL,
)

RULES_OF_A = (
    ("教职工代表大会制度", OFFICE, "第一条 教职工代表大会每学期召开一次。\n第二条 遇有重大事项，可以召开临时会议。"),
    ("教职工慰问制度", WELFARE, "第一条 教职工生病、受伤的，工会派人慰问。\n第二条 新婚教职工每人赠送纪念品一份。"),
)
"""Rule: congress once each semester; extra sessions; sick or injured staff are visited; a wedding souvenir."""

RULES_OF_C = (
    ("财务预算制度", PAY, "第一条 年度预算经教代会审议，逐项执行。"),
    ("财务决算制度", PAY, "第一条 年度决算由经费审查委员会审查。"),
    ("帮扶救助公示制度", WELFARE, "第一条 帮扶救助情况公示，并向教职工代表大会报告。"),
    ("评优评先制度", REWARD, "第一条 评审小组评比。\n第二条 公布栏公示无异议。\n第三条 学校文件下发。"),
    ("工会会籍管理制度", RegulationKind.UNION, "第一条 会员登记造册，会籍随人事关系转接。"),
)
"""Budget and final-account system (two documents); aid is publicised; honours in three steps; 会籍 managed."""


def enact(told, by, *, on=IN_MARCH):
    title, kind, text = told
    regulation = Regulation(title=title, kind=kind, needs_congress=kind in (WELFARE, REWARD))
    version = services.draft_regulation(regulation, text=text, by=by, on=on)
    return services.enact_version(version, from_on=on, adopted_by=CONGRESS, by=by, on=on)


def counted(family):
    return {one.key: one.text for one in family(YEAR, WHOLE_UNION).figures if not one.is_nothing}


@pytest.mark.parametrize(("rules", "number"), [(RULES_OF_A, 2), (RULES_OF_C, 5)])
def test_rules_are_regulations_in_force(secretary, rules, number):
    for told in rules:
        enact(told, secretary)
    assert list(RegulationVersion.objects.in_force_on(IN_MARCH).values_list("title", flat=True).order_by("pk")) == [
        title for title, _kind, _text in rules
    ]
    assert counted(regulation_figures) == {
        "affairs.regulations.drafted": f"{number}项",
        "affairs.regulations.adopted": f"{number}项",
        "affairs.regulations.in_force": f"{number}项",
    }


def test_rule_that_is_read_tells_its_three_steps(secretary):
    version = enact(RULES_OF_C[3], secretary)
    assert version.as_disclosure().body == (
        "<p>第一条 评审小组评比。</p><p>第二条 公布栏公示无异议。</p><p>第三条 学校文件下发。</p>"
    )


def test_next_years_budget_is_shown_to_all_staff_for_opinions(secretary):
    """行政会议, 公示, 征求意见; draft schemes are shown to every staff member beforehand."""
    teachers = [staff_account(f"教师{letter}") for letter in "甲乙丙"]
    consultation = asked(
        secretary,
        on=IN_MARCH,
        title="下年度预算征求意见",
        lead="预算草案经行政会议专题讨论并公示，现征求意见。",
        text="一、收入22万元。\n二、支出20万元。",
    )
    for teacher, voice in zip(teachers, (Voice.OPEN, Voice.NAMED, Voice.ANONYMOUS), strict=True):
        say(consultation, teacher, "支出再细一些。", voice=voice, on=IN_MARCH)
    concluded(consultation, secretary, on=IN_MARCH + timedelta(days=20))
    assert counted(consultation_figures) == {
        "affairs.consultations": "1次",
        "affairs.consultations.opinions": "3条",
        "affairs.consultations.opinions.named": "2条",
        "affairs.consultations.opinions.anonymous": "1条",
        "affairs.consultations.people": "2人",
        "affairs.consultations.points": "3条",
        "affairs.consultations.points.adopted": "3条",
        "affairs.consultations.rate": "100.0%",
    }


def test_documents_are_complete_and_in_order(secretary):
    for number in range(1, 4):
        registered(secretary, on=IN_MARCH, document_no=f"市教工〔2026〕{number}号")
    registered(secretary, direction=Direction.OUTGOING, on=IN_MARCH)
    assert counted(document_figures) == {"affairs.documents.incoming": "3件", "affairs.documents.outgoing": "1件"}


def test_summary_tells_it(secretary):
    for told in RULES_OF_A:
        enact(told, secretary)
    registered(secretary, on=IN_MARCH)
    told = plain_text(Document(title="", blocks=regulations(gather(YEAR, WHOLE_UNION, on=date(2027, 1, 5)))))
    assert told.splitlines() == [
        "（一）制度建设",
        (
            "一年来，新制定制度2项。施行的有《教职工代表大会制度》、《教职工慰问制度》。"
            "期末，现行制度2项。文件管理方面，收文1件。"
        ),
    ]


def test_nothing_recorded_tells_nothing(db):
    assert regulations(gather(YEAR, WHOLE_UNION, on=date(2027, 1, 5))) == []


def test_officers_are_asked_like_everybody(secretary):
    officer = make_actor(Role.WELFARE_OFFICER, "许晴")
    assert say(asked(secretary, on=IN_MARCH), officer, on=IN_MARCH) is True
