"""What public notices show on the desk, in the search and in the calendar."""

from datetime import date

import pytest

from affairs import services
from affairs.area import area
from affairs.area.public_notices import notice_tasks
from affairs.enums import NoticeObject
from affairs.models import PublicNotice
from tests.affairs.public_notices import MONDAY, anonymous, drafted, filed, posted, settled, submitted
from tests.conftest import TODAY
from tests.members.factories import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

FRIDAY = date(2026, 11, 20)
TITLE = "市级优秀教师推荐人选公示"


def tasks(user):
    return [(task.sentence, task.button, task.url) for task in area.tasks(user, TODAY)]


class TestTasks:
    def test_approver_is_asked_and_the_writer_is_not(self, secretary, principal):
        notice = submitted(secretary)
        assert tasks(principal) == [(f"公示“{TITLE}”等待审批", "审批", notice.get_review_url())]
        assert tasks(secretary) == []

    def test_writer_goes_on_with_drafts_and_what_came_back(self, secretary, principal):
        draft = drafted(secretary)
        back = services.return_notice(submitted(secretary), comment="请补充依据。", by=principal)
        assert tasks(secretary) == [
            (f"公示“{TITLE}”被退回：请补充依据。", "修改", back.get_absolute_url()),
            (f"公示“{TITLE}”还没有提交审批", "查看", draft.get_absolute_url()),
        ]

    def test_objection_waits_for_who_looks_into_it_before_the_result_is_asked_for(
        self, secretary, principal, teacher
    ):
        notice = posted(secretary, principal)
        objection = filed(notice, teacher)
        settle = (f"“{TITLE}”有一条异议待认定", "认定", f"/affairs/objections/{objection.pk}/settle/")
        assert (tasks(secretary), tasks(teacher)) == ([settle], [])
        settled(objection, secretary)
        conclude = (f"“{TITLE}”公示期已满，请填写结果", "填写结果", f"/affairs/notices/{notice.pk}/conclude/")
        assert (tasks(secretary), tasks(teacher)) == ([conclude], [])

    def test_who_is_named_is_asked_for_nothing(self, secretary, principal, chair, teacher):
        notice = posted(secretary, principal, people=[chair.member])
        anonymous(notice)
        assert tasks(chair) == []

    def test_what_still_hangs_asks_for_no_result(self, secretary, principal):
        posted(secretary, principal, on=FRIDAY)
        assert tasks(secretary) == []

    def test_desk_asks_the_same_for_one_and_for_three(self, secretary, principal, teacher, django_assert_num_queries):
        for count in (1, 3):
            while PublicNotice.objects.count() < 3 * count:
                posted(secretary, principal)
                anonymous(posted(secretary, principal))
                drafted(secretary)
            list(notice_tasks(secretary, TODAY))
            with django_assert_num_queries(5):
                assert len(list(notice_tasks(secretary, TODAY))) == 3 * count


class TestSearch:
    def hits(self, user, text):
        return [(hit.title, hit.url) for hit in area.search(user, text)]

    def test_staff_are_led_to_the_board_and_the_office_to_the_record(self, secretary, principal, teacher):
        notice = posted(secretary, principal, on=FRIDAY)
        assert self.hits(teacher, "优秀教师") == [(TITLE, notice.get_board_url())]
        assert self.hits(secretary, notice.short_number) == [(TITLE, notice.get_absolute_url())]

    def test_draft_is_found_by_those_who_work_on_it_alone(self, secretary, teacher):
        drafted(secretary)
        assert (len(self.hits(secretary, "优秀教师")), self.hits(teacher, "优秀教师")) == (1, [])

    def test_masked_name_finds_nothing(self, secretary, principal, teacher):
        posted(secretary, principal, NoticeObject.HARDSHIP, people=[MemberFactory(name="张静怡")], on=FRIDAY)
        assert self.hits(teacher, "张静怡") == []


def test_last_day_stands_in_everybodys_calendar(secretary, principal, teacher):
    notice = posted(secretary, principal, on=FRIDAY)
    told = [(entry.day, entry.title, entry.url) for entry in area.calendar(teacher, MONDAY, date(2026, 11, 30))]
    assert told == [(date(2026, 11, 27), f"公示截止：{TITLE}", notice.get_board_url())]
