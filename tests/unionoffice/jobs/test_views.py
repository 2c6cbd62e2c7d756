"""The page of a job: how far it is, asking again by itself until it has ended."""

from datetime import UTC, datetime

import pytest

from tests.unionoffice.jobs.factories import JobFactory
from unionoffice.jobs.enums import JobStatus

NOW = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
ASKS_AGAIN = 'hx-trigger="every 2s"'

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def page(teacher, signed_in):
    client = signed_in(teacher)
    return lambda **fields: client.get(JobFactory(asked_by=teacher, **fields).get_absolute_url())


def test_waiting_job_says_so_and_asks_again(page):
    text = page().text
    assert "等待后台办理" in text
    assert ASKS_AGAIN in text
    assert "<progress" not in text


def test_running_job_shows_how_far_it_is_and_asks_again(page):
    text = page(status=JobStatus.RUNNING, heartbeat_at=NOW, done=30, total=120).text
    assert "已完成 30 / 120" in text
    assert '<progress max="120" value="30"' in text
    assert ASKS_AGAIN in text


def test_running_job_can_be_looked_at_without_a_script(page):
    response = page(status=JobStatus.RUNNING, heartbeat_at=NOW)
    assert f'<a class="btn" href="{response.request["PATH_INFO"]}">' in response.text


def test_finished_job_leads_to_its_result_and_asks_no_more(page):
    response = page(status=JobStatus.DONE, ended_at=NOW, done=3, total=3, result_url="/members/")
    assert '<a class="btn btn-primary" href="/members/">查看结果</a>' in response.text
    assert ASKS_AGAIN not in response.text


def test_failed_job_says_why_and_asks_no_more(page):
    response = page(status=JobStatus.FAILED, ended_at=NOW, message="名册里没有人，请先导入花名册。")
    assert "名册里没有人，请先导入花名册。" in response.text
    assert ASKS_AGAIN not in response.text


def test_job_is_shown_to_who_asked_and_to_the_secretary_alone(teacher, secretary, chair, signed_in):
    job = JobFactory(asked_by=teacher)
    answers = [signed_in(account).get(job.get_absolute_url()).status_code for account in (teacher, secretary, chair)]
    assert answers == [200, 200, 404]


def test_page_takes_few_queries_for_it_asks_often(teacher, signed_in, django_assert_num_queries):
    job, client = JobFactory(asked_by=teacher), signed_in(teacher)
    client.get(job.get_absolute_url())
    with django_assert_num_queries(9):
        client.get(job.get_absolute_url())
