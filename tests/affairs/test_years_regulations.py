"""A budget that schools show to their staff before it is adopted: by whom opinions come, and that all are asked."""

from datetime import date, timedelta

import pytest

from affairs.enums import Voice
from affairs.figures.regulations import consultation_figures
from reports.sections.regulations import regulations
from reports.selectors import gather
from tests.affairs.regulations import asked, concluded, say, staff_account
from tests.conftest import make_actor
from unionoffice.areas import WHOLE_UNION
from unionoffice.periods import calendar_year
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

YEAR = calendar_year(2026)
IN_MARCH = date(2026, 3, 2)


def counted(family):
    return {one.key: one.text for one in family(YEAR, WHOLE_UNION).figures if not one.is_nothing}


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


def test_nothing_recorded_tells_nothing(db):
    assert regulations(gather(YEAR, WHOLE_UNION, on=date(2027, 1, 5))) == []


def test_officers_are_asked_like_everybody(secretary):
    officer = make_actor(Role.WELFARE_OFFICER, "许晴")
    assert say(asked(secretary, on=IN_MARCH), officer, on=IN_MARCH) is True
