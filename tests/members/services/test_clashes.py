"""What of two records can't stand beside each other, and what is left of it when they are one."""

from datetime import date

import pytest

from members.models import (
    Attendance,
    Audience,
    Child,
    DepartmentHead,
    DepartmentPlace,
    DistinctPair,
    GroupPlace,
    OfficeHolding,
    Portrait,
    SignOffLine,
    Tag,
    TagPlace,
)
from members.selectors import foresee_merge
from tests.conftest import TODAY
from tests.members.factories import (
    AccountFactory,
    AttendanceFactory,
    AudienceFactory,
    CommitteeTermFactory,
    DepartmentFactory,
    DepartmentPlaceFactory,
    GatheringFactory,
    GroupPlaceFactory,
    MemberFactory,
    SignOffLineFactory,
    SignOffSheetFactory,
    UnionGroupFactory,
)
from tests.members.merging import make_child, merge
from tests.members.trails import trail
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db

EARLY, LATE = date(2010, 9, 1), date(2020, 9, 1)


@pytest.fixture
def pair():
    """The record that stays, and the one that goes."""
    return MemberFactory(employee_no="1001"), MemberFactory(employee_no="2002")


def foreseen(pair):
    """What is told beyond how the person stands."""
    return [told.sentence for told in foresee_merge(*pair)][1:]


class TestPlaces:
    @pytest.mark.parametrize(
        ("mine", "other", "since"),
        [(LATE, EARLY, EARLY), (EARLY, LATE, EARLY), (None, LATE, None), (LATE, None, None)],
    )
    def test_same_department_twice_is_one_place_since_the_earlier_day(self, pair, secretary, mine, other, since):
        department = DepartmentFactory()
        for member, day in zip(pair, (mine, other), strict=True):
            DepartmentPlaceFactory(member=member, department=department, from_on=day)
        assert foreseen(pair) == []
        merge(*pair, by=secretary)
        assert list(DepartmentPlace.objects.values_list("member", "from_on", "is_main")) == [
            (pair[0].pk, since, True)
        ]

    def test_of_two_main_departments_the_dropped_ones_becomes_another(self, pair, secretary):
        for member, name in zip(pair, ("语文组", "教务处"), strict=True):
            DepartmentPlaceFactory(member=member, department__name=name)
        assert foreseen(pair) == ["主要部门是语文组，教务处改为兼任部门。"]
        merge(*pair, by=secretary)
        places = DepartmentPlace.objects.filter(member=pair[0], to_on=None)
        assert dict(places.values_list("department__name", "is_main")) == {"语文组": True, "教务处": False}

    def test_only_main_department_stays_the_main_one(self, pair, secretary):
        DepartmentPlaceFactory(member=pair[1])
        merge(*pair, by=secretary)
        assert DepartmentPlace.objects.filter(member=pair[0], is_main=True, to_on=None).count() == 1

    def test_of_two_groups_the_dropped_ones_ended_yesterday(self, pair, secretary):
        for member, name in zip(pair, ("第一组", "第二组"), strict=True):
            GroupPlaceFactory(member=member, group__name=name)
        assert foreseen(pair) == ["工会小组是第一组，在第二组的归属到此为止。"]
        merge(*pair, by=secretary)
        places = GroupPlace.objects.filter(member=pair[0])
        assert dict(places.values_list("group__name", "to_on")) == {"第一组": None, "第二组": date(2026, 11, 21)}

    def test_group_that_began_today_never_was(self, pair, secretary):
        mine = GroupPlaceFactory(member=pair[0])
        GroupPlaceFactory(member=pair[1], from_on=TODAY)
        merge(*pair, by=secretary)
        assert list(GroupPlace.objects.filter(member=pair[0])) == [mine]

    def test_same_tag_twice_is_one(self, pair, secretary):
        tag = Tag.objects.create(name="合唱队")
        for member, day in zip(pair, (LATE, EARLY), strict=True):
            TagPlace.objects.create(member=member, tag=tag, from_on=day)
        merge(*pair, by=secretary)
        assert list(TagPlace.objects.values_list("member", "from_on")) == [(pair[0].pk, EARLY)]

    def test_who_leads_and_is_deputy_leads(self, pair, secretary):
        unit = DepartmentFactory(head=pair[1])
        DepartmentHead.objects.create(member=pair[0], unit=unit, is_deputy=True, from_on=EARLY)
        merge(*pair, by=secretary)
        unit.refresh_from_db()
        assert (unit.head, list(unit.leaders.values_list("member", "is_deputy"))) == (pair[0], [(pair[0].pk, False)])

    def test_group_led_by_the_dropped_one_is_led_by_the_kept_one(self, pair, secretary):
        group = UnionGroupFactory(leader=pair[1])
        merge(*pair, by=secretary)
        group.refresh_from_db()
        assert (group.leader, group.version) == (pair[0], 2)


class TestTwice:
    def test_office_is_held_once_as_the_kept_record_says(self, pair, secretary):
        term = CommitteeTermFactory()
        for member, duty in zip(pair, ("生活", "文体"), strict=True):
            OfficeHolding.objects.create(member=member, term=term, post="member", duty=duty, from_on=EARLY)
        assert foreseen(pair) == ["1项任职两份档案都有，只留一项。"]
        merge(*pair, by=secretary)
        assert list(OfficeHolding.objects.values_list("member", "duty")) == [(pair[0].pk, "生活")]

    def test_child_is_the_same_by_name_and_birth_date(self, pair, secretary):
        for member in pair:
            make_child(member)
        make_child(pair[1], name="林小雪")
        assert foreseen(pair) == ["1名子女两份档案都登记了，只留一次。"]
        merge(*pair, by=secretary)
        assert sorted(child.name for child in Child.objects.filter(member=pair[0])) == ["林小雨", "林小雪"]

    def test_photo_of_the_kept_record_stays(self, pair, secretary):
        for member, image in zip(pair, (b"kept", b"dropped"), strict=True):
            Portrait.objects.create(member=member, image=image, digest="")
        assert foreseen(pair) == ["照片留用保留的档案的一张，另一张删除。"]
        merge(*pair, by=secretary)
        assert [bytes(portrait.image) for portrait in Portrait.objects.all()] == [b"kept"]

    @pytest.mark.parametrize(
        ("mine", "other", "stays"),
        [
            ("absent", "present", 1),
            ("on_leave", "present", 1),
            ("absent", "on_leave", 1),
            ("present", "absent", 0),
            ("present", "present", 0),
        ],
    )
    def test_attendance_that_counts_more_stays(self, pair, secretary, mine, other, stays):
        gathering = GatheringFactory(source=SourceRef.to(MemberFactory()))
        rows = [
            AttendanceFactory(member=member, gathering=gathering, state=state)
            for member, state in zip(pair, (mine, other), strict=True)
        ]
        assert foreseen(pair) == ["1次签到两份档案都有登记，每次只留一条，出席的优先。"]
        merge(*pair, by=secretary)
        assert list(Attendance.objects.values_list("pk", "member")) == [(rows[stays].pk, pair[0].pk)]


class TestSignOffs:
    SIGNED = {"signed_at": "2026-09-28T10:00+08:00", "way": "paper"}

    @pytest.fixture
    def sheet(self):
        return SignOffSheetFactory(source=SourceRef.to(MemberFactory()))

    def line(self, sheet, member, *, signed, **fields):
        told = self.SIGNED | {"recorded_by": AccountFactory()} | fields if signed else {}
        return SignOffLineFactory(sheet=sheet, member=member, **told)

    @pytest.mark.parametrize(("signed", "stays"), [((False, True), 1), ((True, False), 0), ((False, False), 0)])
    def test_line_that_is_signed_stays(self, pair, secretary, sheet, signed, stays):
        rows = [self.line(sheet, member, signed=so) for member, so in zip(pair, signed, strict=True)]
        assert foreseen(pair) == ["1张签领表上两份档案都有，每张只留一行，已签领的优先。"]
        merge(*pair, by=secretary)
        left = list(SignOffLine.objects.all())
        assert [(line.pk, line.member, line.is_signed) for line in left] == [(rows[stays].pk, pair[0], any(signed))]

    def test_two_that_are_signed_are_refused(self, pair, secretary, sheet):
        for member in pair:
            self.line(sheet, member, signed=True)
        with pytest.raises(Refused, match="签领表“国庆节慰问品”上两份档案都已签领，请先核对实发几份"):
            merge(*pair, by=secretary)

    @pytest.mark.parametrize("owner", [0, 1])
    def test_taken_along_for_oneself_is_ones_own_signature(self, pair, secretary, sheet, owner):
        taker = pair[1 - owner]
        line = self.line(sheet, pair[owner], signed=True, way="proxy", taken_by=taker)
        at, recorded_by = SignOffLine.objects.values_list("signed_at", "recorded_by").get(pk=line.pk)
        assert foreseen(pair) == ["1份由另一份档案代领的，改记为本人纸质签领。"]
        merge(*pair, by=secretary)
        line.refresh_from_db()
        assert (line.member, line.way, line.taken_by) == (pair[0], "paper", None)
        assert (line.signed_at, line.recorded_by_id) == (at, recorded_by)


class TestAudiences:
    @pytest.mark.parametrize("part", ["included", "excluded"])
    def test_rule_that_names_the_dropped_one_names_the_kept_one_once(self, pair, secretary, part):
        other = MemberFactory()
        keys = [other.pk, pair[1].pk, pair[0].pk]
        audience = AudienceFactory(rule={"service": ["in_service"], part: keys})
        untouched = AudienceFactory(rule={"included": [other.pk]})
        merge(*pair, by=secretary)
        audience.refresh_from_db()
        assert (audience.rule, audience.version) == ({"service": ["in_service"], part: [other.pk, pair[0].pk]}, 2)
        assert trail(audience)[-1] == ("合并重复档案", "陈静", "")
        assert Audience.objects.get(pk=untouched.pk).version == 1

    @pytest.mark.parametrize("first", [0, 1])
    def test_rule_that_names_them_both_ways_is_refused(self, pair, secretary, first):
        one, other = pair[first], pair[1 - first]
        AudienceFactory(name="住校教师", rule={"included": [one.pk], "excluded": [other.pk]})
        with pytest.raises(Refused, match="范围“住校教师”点名列入一份、除外另一份，请先修改这个范围。"):
            merge(*pair, by=secretary)


class TestFindings:
    def test_about_the_dropped_one_and_others_are_about_the_kept_one(self, secretary):
        before, kept, dropped, after = MemberFactory.create_batch(4)
        for low, high in ((before, dropped), (dropped, after), (kept, after), (kept, dropped)):
            DistinctPair.objects.create(low=low, high=high, found_on=TODAY)
        merge(kept, dropped, by=secretary)
        pairs = set(DistinctPair.objects.values_list("low", "high"))
        assert pairs == {(before.pk, kept.pk), (kept.pk, after.pk)}
