"""What the board shows on the desk, in the search, in the calendar, in the navigation, and does every day."""

from datetime import date, timedelta

import pytest

from affairs.area import area
from affairs.area.disclosures import disclosure_tasks
from affairs.enums import DisclosureStatus
from tests.affairs.factories import UNION_FUNDS, DisclosureFactory, PostedFactory, item
from tests.conftest import TODAY, make_actor
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def publicity_officer(db):
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


def tasks(user):
    return [(task.sentence, task.button, task.url) for task in disclosure_tasks(user, TODAY)]


class TestTasks:
    def test_what_waits_for_approval_waits_for_whoever_answers_for_the_sphere(self, principal, chair, secretary):
        school = DisclosureFactory(status=DisclosureStatus.SUBMITTED)
        union = DisclosureFactory(status=DisclosureStatus.SUBMITTED, item=item(UNION_FUNDS), title="工会经费")
        assert tasks(principal) == [
            ("“第三季度经费使用情况”等待审批公开", "审批", f"/affairs/disclosures/{school.pk}/review/")
        ]
        assert tasks(chair) == [("“工会经费”等待审批公开", "审批", f"/affairs/disclosures/{union.pk}/review/")]
        assert tasks(secretary) == []

    @pytest.mark.parametrize("hand", ["drafted_by", "submitted_by"])
    def test_own_text_does_not_wait_for_its_writer(self, principal, hand):
        DisclosureFactory(status=DisclosureStatus.SUBMITTED, **{hand: principal})
        assert [task for task in tasks(principal) if task[1] == "审批"] == []

    def test_what_came_back_stands_before_drafts_and_says_why(self, publicity_officer, secretary):
        own = {"drafted_by": publicity_officer}
        draft = DisclosureFactory(**own, title="草稿")
        back = DisclosureFactory(**own, status=DisclosureStatus.RETURNED, return_comment="请写明用途")
        PostedFactory(**own)
        assert tasks(publicity_officer) == [
            ("“第三季度经费使用情况”被退回：请写明用途", "修改", f"/affairs/disclosures/{back.pk}/mend/"),
            ("“草稿”还没有提交审批", "查看", f"/affairs/disclosures/{draft.pk}/"),
        ]
        assert tasks(secretary) == []

    def test_what_should_be_up_by_now_waits_for_those_who_keep_the_board(self, publicity_officer, principal):
        due = DisclosureFactory(status=DisclosureStatus.APPROVED, publish_on=TODAY)
        DisclosureFactory(status=DisclosureStatus.APPROVED, publish_on=TODAY + timedelta(days=1))
        url = f"/affairs/disclosures/{due.pk}/publish/"
        assert tasks(publicity_officer) == [("“第三季度经费使用情况”已到公开日期", "公开", url)]
        assert tasks(principal) == []

    def test_queries_do_not_grow_with_what_waits(self, principal, django_assert_num_queries):
        DisclosureFactory.create_batch(30, status=DisclosureStatus.SUBMITTED)
        tasks(principal)
        with django_assert_num_queries(2):
            assert len(tasks(principal)) == 30


class TestSearch:
    def test_staff_find_what_hangs_on_the_board(self, teacher):
        posted = PostedFactory(number=7, title="食堂伙食账目")
        DisclosureFactory(title="食堂改造草案")
        for text in ("食堂", "2026-007"):
            hits = [(hit.title, hit.detail, hit.url) for hit in area.search(teacher, text)]
            assert hits == [("食堂伙食账目", "校务公开 2026-007", posted.get_board_url())]

    def test_those_who_work_on_it_find_what_is_not_published_too(self, secretary):
        draft = DisclosureFactory(title="食堂改造草案")
        DisclosureFactory(title="食堂旧账", status=DisclosureStatus.TAKEN_DOWN)
        assert [(hit.title, hit.detail, hit.url) for hit in area.search(secretary, "食堂")] == [
            ("食堂改造草案", "草稿", draft.get_absolute_url())
        ]

    def test_stops_at_ten(self, teacher):
        PostedFactory.create_batch(12)
        assert len(list(area.search(teacher, "经费"))) == 10


class TestCalendar:
    def test_tells_those_who_work_on_it_what_goes_up_and_comes_down(self, secretary, teacher):
        up = DisclosureFactory(status=DisclosureStatus.APPROVED, publish_on=date(2026, 11, 25))
        down = PostedFactory(posted_until=date(2026, 11, 30), title="招生简章")
        PostedFactory(posted_until=date(2026, 12, 1))
        DisclosureFactory(publish_on=date(2026, 11, 25))
        days = (date(2026, 11, 1), date(2026, 11, 30))
        assert [(entry.day, entry.title, entry.url) for entry in area.calendar(secretary, *days)] == [
            (date(2026, 11, 25), "公开：第三季度经费使用情况", up.get_absolute_url()),
            (date(2026, 11, 30), "公开到期：招生简章", down.get_absolute_url()),
        ]
        assert list(area.calendar(teacher, *days)) == []


def test_board_is_everybodys_door_and_the_work_on_it_that_of_those_who_do_it(teacher, secretary, principal, auditor):
    opens = {
        door.url_name: [
            person.name for person in (teacher, secretary, principal, auditor) if door.permission.test(person)
        ]
        for door in area.navigation
    }
    assert {name: opens[name] for name in ("affairs:board", "affairs:disclosure-list")} == {
        "affairs:board": ["韩梅", "陈静", "沈立", "冯岚"],
        "affairs:disclosure-list": ["陈静", "沈立"],
    }


def test_daily_work_puts_up_what_is_due():
    due = DisclosureFactory(status=DisclosureStatus.APPROVED, publish_on=TODAY)
    work = next(work for work in area.schedule if work.key == "affairs.board")
    work.run(TODAY)
    due.refresh_from_db()
    assert (work.key, due.status) == ("affairs.board", DisclosureStatus.PUBLISHED)


def test_office_has_records_once_something_was_drafted():
    before = area.has_records()
    DisclosureFactory()
    assert (before, area.has_records()) == (False, True)
