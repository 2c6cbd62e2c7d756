from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.utils import timezone

from members.models import Attendance, Gathering, SignOffLine, SignOffSheet
from tests.members.factories import (
    AttendanceFactory,
    GatheringFactory,
    MemberFactory,
    SignOffLineFactory,
    SignOffSheetFactory,
)
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db


@pytest.fixture
def gathering(occasion) -> Gathering:
    return GatheringFactory(source=SourceRef.to(occasion))


@pytest.fixture
def sheet(occasion) -> SignOffSheet:
    return SignOffSheetFactory(source=SourceRef.to(occasion))


def test_gathering_without_a_record_is_impossible(db):
    with pytest.raises(IntegrityError):
        GatheringFactory()


def test_second_gathering_of_a_title_on_a_day_is_impossible(gathering):
    with pytest.raises(IntegrityError):
        GatheringFactory(source=gathering.source)


def test_secrets_differ(gathering):
    other = GatheringFactory(source=gathering.source, title="另一次")
    assert (len(gathering.secret), gathering.secret == other.secret) == (32, False)


def test_second_attendance_of_a_person_is_impossible(gathering):
    row = AttendanceFactory(gathering=gathering)
    with pytest.raises(IntegrityError):
        AttendanceFactory(gathering=gathering, member=row.member, state="absent")


def test_is_as_visible_as_its_record(gathering, sheet, secretary, chair, teacher):
    row, line = AttendanceFactory(gathering=gathering), SignOffLineFactory(sheet=sheet)
    stranger = AnonymousUser()
    for record in (gathering, sheet, row, line):
        rows = type(record).objects
        seen = [record in rows.visible_to(user) for user in (secretary, chair, teacher, stranger)]
        assert seen == [True, True, False, False]


def test_own_attendance_and_own_line_are_visible_without_the_record(gathering, sheet, teacher):
    row = AttendanceFactory(gathering=gathering, member=teacher.member)
    line = SignOffLineFactory(sheet=sheet, member=teacher.member)
    AttendanceFactory(gathering=gathering)
    SignOffLineFactory(sheet=sheet)
    assert list(Attendance.objects.visible_to(teacher)) == [row]
    assert list(SignOffLine.objects.visible_to(teacher)) == [line]
    assert not Gathering.objects.visible_to(teacher).exists()


def test_account_that_is_no_member_sees_nobodys(gathering, sheet, teacher):
    AttendanceFactory(gathering=gathering)
    SignOffLineFactory(sheet=sheet)
    teacher.member = None
    teacher.save()
    assert not Attendance.objects.visible_to(teacher).exists()
    assert not SignOffLine.objects.visible_to(teacher).exists()


def test_what_may_be_said_to_anyone_names_no_occasion(gathering, sheet):
    assert (gathering.public_number, sheet.public_number) == ("签到 2026-11-22", "签领表 2026-09-28")


def test_names_and_addresses(gathering, sheet):
    row, line = AttendanceFactory(gathering=gathering), SignOffLineFactory(sheet=sheet)
    assert [str(record) for record in (gathering, row, sheet, line)] == [
        "教职工大会签到",
        "教职工大会签到 林芳 出席",
        "国庆节慰问品",
        "国庆节慰问品 林芳",
    ]
    assert gathering.get_absolute_url() == f"/members/gatherings/{gathering.pk}/"
    assert sheet.get_absolute_url() == f"/members/sign-offs/{sheet.pk}/"
    assert line.get_absolute_url() == f"/members/sign-offs/{sheet.pk}/mine/"


def test_sheet_without_a_record_is_impossible():
    with pytest.raises(IntegrityError):
        SignOffSheetFactory()


def test_second_sheet_of_a_title_on_a_day_is_impossible(sheet):
    SignOffSheetFactory(source=sheet.source, on=date(2026, 9, 29))
    with pytest.raises(IntegrityError):
        SignOffSheetFactory(source=sheet.source)


def test_second_line_of_a_person_is_impossible(sheet):
    line = SignOffLineFactory(sheet=sheet)
    with pytest.raises(IntegrityError):
        SignOffLineFactory(sheet=sheet, member=line.member)


@pytest.mark.parametrize(
    "signed",
    [
        {"signed_at": timezone.now()},
        {"way": "paper"},
        {"signed_at": timezone.now(), "way": "paper"},
    ],
)
def test_half_a_signature_is_impossible(sheet, signed):
    with pytest.raises(IntegrityError):
        SignOffLineFactory(sheet=sheet, **signed)


def test_proxy_without_a_name_is_impossible(sheet, secretary):
    with pytest.raises(IntegrityError):
        SignOffLineFactory(sheet=sheet, signed_at=timezone.now(), way="proxy", recorded_by=secretary)


def test_name_of_a_proxy_where_there_was_none_is_impossible(sheet, secretary):
    with pytest.raises(IntegrityError):
        SignOffLineFactory(
            sheet=sheet, signed_at=timezone.now(), way="paper", recorded_by=secretary, taken_by=MemberFactory()
        )


def test_person_as_own_proxy_is_impossible(sheet, secretary):
    member = MemberFactory()
    with pytest.raises(IntegrityError):
        SignOffLineFactory(
            sheet=sheet,
            member=member,
            signed_at=timezone.now(),
            way="proxy",
            recorded_by=secretary,
            taken_by=member,
        )
