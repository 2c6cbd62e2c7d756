"""What oversight and surveys show on the desk, in the search and in the calendar, and do every day."""

from datetime import date, timedelta

import pytest

from affairs import services
from affairs.area.oversight import find_oversight, keep_oversight, oversight_days, oversight_tasks
from affairs.area.surveys import find_surveys, survey_days, survey_tasks
from affairs.models import Agreement
from tests.affairs.oversight import check, demand, inspection, signed, supervision
from tests.affairs.steps import told
from tests.affairs.surveys import LAST_DAY, answer, running, survey
from tests.conftest import TODAY
from tests.members.factories import AccountFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def tasks(found):
    return [(task.sentence, task.button, task.due) for task in found]


def test_desk_tells_what_is_to_be_brought_to_an_end(secretary, welfare_officer):
    due = TODAY + timedelta(days=5)
    supervision(secretary, title="甲")
    supervision(secretary, title="乙", finding="缺")
    third = supervision(secretary, title="丙", finding="缺")
    services.follow_up_supervision(third, demand="补", responsible="总务处", due_on=due, by=secretary)
    agreement = signed(secretary, to_on=TODAY + timedelta(days=30), from_on=date(2026, 3, 2))
    check(agreement, secretary, follow_up="补公布", due_on=due)
    demand(inspection(secretary), secretary)
    shown = tasks(oversight_tasks(secretary, TODAY))
    assert shown[:3] == [
        ("“丙”的整改等待结果", "办结", due),
        ("“甲”还没有监督意见", "填写", None),
        ("“乙”的监督还没有办结", "办结", None),
    ]
    assert shown[3:] == [
        ("“集体合同”等待报送备案", "登记备案", date(2026, 3, 12)),
        ("“集体合同”将要到期，请准备续签", "续签", TODAY + timedelta(days=30)),
        ("“集体合同”检查提出的整改等待结果", "登记完成", due),
        ("“建家检查”有整改等待完成：补齐档案", "登记完成", date(2026, 12, 1)),
    ]
    assert tasks(oversight_tasks(welfare_officer, TODAY)) == []


def test_search_finds_each_as_far_as_it_is_seen(secretary, teacher):
    supervision(secretary, title="食堂询价")
    signed(secretary, title="食堂用工协议")
    inspection(secretary, title="食堂卫生检查")
    found = [[hit.title for hit in find_oversight(viewer, "食堂")] for viewer in (secretary, teacher)]
    assert found == [["食堂询价", "食堂用工协议", "食堂卫生检查"], ["食堂用工协议"]]


def test_calendar_tells_those_who_work_on_it_what_comes(secretary, teacher):
    coming = inspection(secretary, title="复查", held_on=date(2026, 12, 10))
    signed(secretary, to_on=date(2026, 12, 20), from_on=date(2026, 3, 2))
    days = date(2026, 12, 1), date(2026, 12, 31)
    assert [(entry.day, entry.title) for entry in oversight_days(secretary, *days)] == [
        (coming.held_on, "复查"),
        (date(2026, 12, 20), "合同到期：集体合同"),
    ]
    assert list(oversight_days(teacher, *days)) == []


def test_daily_round_ends_what_is_over_and_reminds_of_what_comes(secretary):
    agreement = signed(secretary, to_on=TODAY, from_on=date(2026, 3, 2), filed_on=date(2026, 3, 9))
    for day in (TODAY, TODAY + timedelta(days=1)):
        keep_oversight(day)
        statuses = list(Agreement.objects.values_list("status", flat=True))
        assert statuses == (["filed"] if day == TODAY else ["expired"])
    assert told(secretary) == [("“集体合同”2026-11-22到期，请准备续签", agreement.get_absolute_url())]


class TestSurveys:
    def test_wait_for_ones_answer_until_it_is_given(self, secretary):
        reader = AccountFactory(name="读者")
        made = running(secretary)
        sentence = "问卷“食堂满意度”等待填写，答案不记名"
        assert tasks(survey_tasks(reader, TODAY)) == [(sentence, "填写", LAST_DAY)]
        assert [(entry.day, entry.title) for entry in survey_days(reader, TODAY, LAST_DAY)] == [
            (LAST_DAY, "问卷截止：食堂满意度")
        ]
        answer(made, 0, member=reader.member_id)
        assert (list(survey_tasks(reader, TODAY)), list(survey_days(reader, TODAY, LAST_DAY))) == ([], [])

    def test_are_found_by_who_is_asked_where_they_answer(self, secretary):
        reader = AccountFactory(name="读者")
        made = running(secretary)
        survey(secretary, title="食堂草案")
        found = [{(hit.title, hit.url) for hit in find_surveys(viewer, "食堂")} for viewer in (reader, secretary)]
        assert found[0] == {("食堂满意度", made.get_answer_url())}
        assert {title for title, _url in found[1]} == {"食堂满意度", "食堂草案"}
