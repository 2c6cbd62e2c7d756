"""Asking for a correction, and the office's answer."""

from datetime import date

import pytest

from members.enums import CorrectionStatus
from members.models import OTHER, CorrectionRequest
from members.services import accept_correction, ask_for_correction, decline_correction
from tests.members.factories import MemberFactory
from tests.members.trails import last_changes, trail
from unionoffice.inbox import Notice
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


def about(member, field="title", proposed="高级教师", **told):
    return CorrectionRequest(member=member, field=field, proposed=proposed, **told)


@pytest.fixture
def asked(teacher, on):
    return ask_for_correction(about(teacher.member), by=teacher, on=on)


def notices(account):
    return list(Notice.objects.filter(account=account).values_list("sentence", "url"))


def test_request_waits_and_those_who_decide_are_told(teacher, secretary, chair, on):
    correction = ask_for_correction(about(teacher.member), by=teacher, on=on)
    assert (correction.status, correction.requested_on) == (CorrectionStatus.OPEN, on)
    told = [("韩梅申请更正资料，请核对。", correction.get_absolute_url())]
    assert (notices(secretary), notices(chair), notices(teacher)) == (told, [], [])
    assert trail(correction) == [("申请更正", "韩梅", "职称")]


def test_what_is_proposed_does_not_stand_in_the_trail(teacher, on):
    correction = ask_for_correction(about(teacher.member, "phone", "13900009016"), by=teacher, on=on)
    assert last_changes(correction)["proposed"][1] == "（不显示）"


def test_record_of_somebody_else_is_refused(teacher, on):
    with pytest.raises(Refused, match="您只能申请更正自己的资料。"):
        ask_for_correction(about(MemberFactory()), by=teacher, on=on)


def test_second_request_about_a_field_is_refused_while_the_first_waits(asked, teacher, on):
    with pytest.raises(Refused, match="您申请更正“职称”还没有办完，请等工会答复后再申请。"):
        ask_for_correction(about(teacher.member), by=teacher, on=on)


def test_another_field_can_be_asked_about_meanwhile(asked, teacher, on):
    ask_for_correction(about(teacher.member, OTHER, "", explanation="部门应为数学组"), by=teacher, on=on)
    assert sorted(CorrectionRequest.objects.undecided().values_list("field", flat=True)) == ["other", "title"]


def test_field_can_be_asked_about_again_once_it_is_answered(asked, teacher, secretary, on):
    decline_correction(asked, answer="以聘书为准", by=secretary, on=on)
    assert ask_for_correction(about(teacher.member), by=teacher, on=on).status == CorrectionStatus.OPEN


def test_granted_request_sets_the_field_and_the_person_is_told(asked, teacher, secretary, on):
    accept_correction(asked, value="高级教师", by=secretary, on=on, answer="已核对聘书")
    teacher.member.refresh_from_db()
    assert teacher.member.title == "高级教师"
    assert (asked.status, asked.decided_by, asked.decided_on) == (CorrectionStatus.CORRECTED, secretary, on)
    assert notices(teacher) == [("您申请更正的职称已更正。", asked.get_absolute_url())]
    assert trail(asked)[-1] == ("同意更正", "陈静", "已核对聘书")
    assert trail(teacher.member)[-1][:2] == ("", "陈静")


def test_request_about_no_field_is_granted_without_a_change(teacher, secretary, on):
    other = ask_for_correction(about(teacher.member, OTHER, "", explanation="部门"), by=teacher, on=on)
    before = teacher.member.version
    accept_correction(other, value=None, by=secretary, on=on)
    teacher.member.refresh_from_db()
    assert (other.status, teacher.member.version) == (CorrectionStatus.CORRECTED, before)


def test_what_the_record_refuses_leaves_the_request_waiting(teacher, secretary, on):
    taken = MemberFactory(employee_no="20001")
    asked = ask_for_correction(about(teacher.member, "employee_no", taken.employee_no), by=teacher, on=on)
    with pytest.raises(Refused, match="工号 20001 已经有人使用"):
        accept_correction(asked, value="20001", by=secretary, on=on)
    asked.refresh_from_db()
    assert (asked.status, notices(teacher)) == (CorrectionStatus.OPEN, [])


def test_declined_request_leaves_the_record_and_says_why(asked, teacher, secretary, on):
    before = teacher.member.title
    decline_correction(asked, answer="以聘书为准", by=secretary, on=on)
    teacher.member.refresh_from_db()
    assert (teacher.member.title, asked.status, asked.answer) == (before, CorrectionStatus.DECLINED, "以聘书为准")
    assert notices(teacher) == [("您申请更正的职称未予更正，请查看工会的答复。", asked.get_absolute_url())]
    assert trail(asked)[-1] == ("不予更正", "陈静", "以聘书为准")


@pytest.mark.parametrize("again", [accept_correction, decline_correction])
def test_answered_request_is_answered_once(again, asked, secretary, on):
    decline_correction(asked, answer="以聘书为准", by=secretary, on=on)
    told = {"value": "高级教师"} if again is accept_correction else {"answer": "再议"}
    with pytest.raises(Refused, match="现在是“不予更正”状态"):
        again(asked, by=secretary, on=on, **told)


def test_proposal_is_told_as_pages_write_the_field(teacher):
    said = {
        field: about(teacher.member, field, proposed).proposal
        for field, proposed in (("birth_date", "1985-03-12"), ("gender", "male"), ("title", "一级教师"), (OTHER, ""))
    }
    assert said == {"birth_date": date(1985, 3, 12), "gender": "男", "title": "一级教师", OTHER: ""}
