"""What agendas and resolutions show on the desk, in search and in the calendar."""

from datetime import date

import pytest

from congress.area.agenda import agenda_tasks, find_resolutions, resolution_days
from tests.conftest import TODAY
from tests.congress.agenda import ItemFactory, ItemOpinionFactory, ResolutionFactory
from tests.congress.factories import HeadedDepartmentFactory

pytestmark = pytest.mark.django_db


def sentences(user):
    return [(task.sentence, task.due) for task in agenda_tasks(user, TODAY)]


def test_open_opinions_wait_for_those_who_answer(principal, secretary, teacher):
    item = ItemFactory(title="学校工作报告")
    ItemOpinionFactory(item=item, member__name="林芳")
    ItemOpinionFactory(item=item, answered=True)
    waiting = [("林芳对“学校工作报告”的意见待答复", None)]
    assert [sentences(one) for one in (principal, secretary, teacher)] == [waiting, waiting, []]


def test_resolution_waits_for_the_head_of_its_department(secretary):
    department = HeadedDepartmentFactory()
    ResolutionFactory(department=department, due_on=date(2026, 12, 1))
    ResolutionFactory(department=department, done=True)
    told = "落实第九届第三次教职工代表大会决议第1号《关于学校工作报告的决议》"
    assert sentences(department.head.account) == [(told, date(2026, 12, 1))]
    assert sentences(secretary) == []


@pytest.mark.parametrize("text", ["工作报告", "xxgz", "会议同意"])
def test_resolution_is_found_by_title_sound_or_text(teacher, text):
    ResolutionFactory()
    (hit,) = find_resolutions(teacher, text)
    assert (hit.title, hit.detail) == ("关于学校工作报告的决议", "第九届第三次教职工代表大会决议第1号 · 落实中")


def test_due_day_is_in_the_calendar_of_those_who_see_to_it(secretary, teacher):
    department = HeadedDepartmentFactory()
    ResolutionFactory(department=department, due_on=date(2026, 12, 1))
    ResolutionFactory(due_on=date(2026, 12, 2), done=True)
    days = [
        [(entry.day, entry.title) for entry in resolution_days(one, date(2026, 12, 1), date(2026, 12, 31))]
        for one in (secretary, department.head.account, teacher)
    ]
    shown = [(date(2026, 12, 1), "决议“关于学校工作报告的决议”到期")]
    assert days == [shown, shown, []]
