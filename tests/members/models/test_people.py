from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.db.models import ProtectedError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from members.enums import ChangeKind, ContractKind, ServiceStatus, UnionStatus
from members.models import Member, StatusChange
from tests.conftest import make_actor
from tests.members.factories import GroupPlaceFactory, MemberFactory, UnionGroupFactory
from unionoffice.roles import Role


@pytest.mark.django_db
def test_two_people_with_one_employee_no_are_impossible():
    MemberFactory(employee_no="1001")
    with pytest.raises(IntegrityError):
        MemberFactory(employee_no="1001")


@pytest.mark.django_db
@pytest.mark.parametrize("joined", [date(1985, 3, 12), date(1985, 3, 11)])
def test_joining_on_or_before_the_day_of_birth_is_impossible(joined):
    with pytest.raises(IntegrityError):
        MemberFactory(birth_date=date(1985, 3, 12), joined_on=joined)


@pytest.mark.django_db
@pytest.mark.parametrize("known", [{"birth_date": None}, {"joined_on": None}, {"joined_on": date(1985, 3, 13)}])
def test_joining_after_birth_or_with_one_of_them_unknown_is_possible(known):
    member = MemberFactory(**known)
    assert Member.objects.get() == member


@pytest.mark.django_db
def test_member_with_history_is_never_deleted():
    member = MemberFactory()
    with pytest.raises(ProtectedError):
        member.delete()


@pytest.mark.django_db
def test_saving_counts_versions_from_one():
    member = MemberFactory()
    assert member.version == 1
    member.save()
    member.save()
    assert Member.objects.get().version == 3


@pytest.mark.django_db
def test_search_keys_follow_the_name():
    member = MemberFactory(name="单志强")
    assert (member.pinyin, member.initials) == ("shanzhiqiang", "szq")
    member.name = "仇旻"
    member.save()
    assert (member.pinyin, member.initials) == ("qiumin", "qm")


# --- Who sees whom -----------------------------------------------------------------------------------------


SEES_ALL = {Role.SECRETARY, Role.CHAIR, Role.ORGANISATION_OFFICER, Role.WELFARE_OFFICER, Role.WOMEN_OFFICER}


@pytest.mark.django_db
@pytest.mark.parametrize("role", [*Role, None])
def test_role_sees_everyone_or_only_itself(role):
    account = make_actor(role, "韩梅")
    others = [MemberFactory(), MemberFactory(service_status=ServiceStatus.RETIRED)]
    expected = {account.member, *others} if role in SEES_ALL else {account.member}
    assert set(Member.objects.visible_to(account)) == expected


@pytest.mark.django_db
def test_stranger_sees_nobody():
    MemberFactory()
    assert list(Member.objects.visible_to(AnonymousUser())) == []


@pytest.mark.django_db
def test_leader_sees_those_who_are_in_the_group_now(teacher):
    group = UnionGroupFactory(leader=teacher.member)
    own = GroupPlaceFactory(group=group).member
    GroupPlaceFactory(group=group, to_on=date(2020, 1, 1))
    GroupPlaceFactory()
    assert set(Member.objects.visible_to(teacher)) == {teacher.member, own}


@pytest.mark.django_db
def test_leader_of_two_groups_who_is_in_one_is_seen_once(teacher):
    group = UnionGroupFactory(leader=teacher.member)
    GroupPlaceFactory(group=group, member=teacher.member)
    other = GroupPlaceFactory(group=UnionGroupFactory(leader=teacher.member)).member
    assert sorted(member.pk for member in Member.objects.visible_to(teacher)) == [teacher.member.pk, other.pk]


@pytest.mark.django_db
def test_leader_of_a_group_above_sees_the_groups_below(teacher):
    above = UnionGroupFactory(leader=teacher.member)
    below = GroupPlaceFactory(group=UnionGroupFactory(parent=above)).member
    assert set(Member.objects.visible_to(teacher)) == {teacher.member, below}


@pytest.mark.django_db
def test_account_without_a_member_sees_nobody(teacher):
    MemberFactory()
    teacher.member = None
    teacher.save()
    assert list(Member.objects.visible_to(teacher)) == []


# --- Finding somebody --------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "尉迟婉清",
        "婉清",
        "尉迟 婉清",
        "yuchiwanqing",
        "yuchi",
        "Yuchi Wanqing",
        "YCWQ",
        "yc",
        "A00",
        "a0017",
        " ycwq ",
    ],
)
def test_somebody_is_found_by(text):
    found = MemberFactory(name="尉迟婉清", employee_no="A0017")
    MemberFactory(name="林芳", employee_no="B0017")
    assert list(Member.objects.matching(text)) == [found]


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["wanqing", "0017", "%", "_", "y%", "尉%清"])
def test_nobody_is_found_by(text):
    MemberFactory(name="尉迟婉清", employee_no="A0017")
    assert list(Member.objects.matching(text)) == []


@pytest.mark.django_db
def test_two_of_one_name_are_both_found():
    both = {MemberFactory(name="李娟"), MemberFactory(name="李娟")}
    assert set(Member.objects.matching("lijuan")) == both


# --- How somebody stood on a day ---------------------------------------------------------------------------


@pytest.mark.django_db
def test_nobody_stands_anywhere_before_coming():
    MemberFactory(hired_on=date(2010, 9, 1))
    before = Member.objects.as_of(date(2010, 8, 31)).get()
    assert (before.service_on, before.union_on) == (None, None)
    since = Member.objects.as_of(date(2010, 9, 1)).get()
    assert (since.service_on, since.union_on) == (ServiceStatus.IN_SERVICE, UnionStatus.MEMBER)


@pytest.mark.django_db
def test_of_two_changes_on_a_day_the_later_entry_counts():
    member = MemberFactory()
    for service in (ServiceStatus.LEFT, ServiceStatus.RETIRED):
        StatusChange.objects.create(
            member=member,
            kind=ChangeKind.LEFT,
            on=date(2020, 7, 1),
            service_status=service,
            union_status=UnionStatus.RETAINED,
        )
    assert Member.objects.as_of(date(2020, 7, 1)).get().service_on == ServiceStatus.RETIRED


@pytest.mark.django_db
def test_temporary_staff_are_staff_but_arent_counted_in_the_rate(on):
    established = MemberFactory(contract_kind=ContractKind.ESTABLISHED)
    temporary = MemberFactory(contract_kind=ContractKind.TEMPORARY, union_status=UnionStatus.NON_MEMBER)
    MemberFactory(service_status=ServiceStatus.RETIRED, union_status=UnionStatus.RETAINED)
    assert set(Member.objects.staff_on(on)) == {established, temporary}
    assert set(Member.objects.counted_in_rate_on(on)) == {established}
    assert set(Member.objects.union_members_on(on)) == {established}


@pytest.mark.django_db
def test_group_of_a_day_has_its_first_and_its_last_day():
    place = GroupPlaceFactory(from_on=date(2020, 9, 1), to_on=date(2021, 8, 31))
    days = [date(2020, 8, 31), date(2020, 9, 1), date(2021, 8, 31), date(2021, 9, 1)]
    found = [list(Member.objects.in_group_on(place.group_id, day)) for day in days]
    assert found == [[], [place.member], [place.member], []]


@pytest.mark.django_db
def test_no_group_asked_for_is_everybody(on):
    member = MemberFactory()
    assert list(Member.objects.in_group_on(None, on)) == [member]


FIRST = date(2020, 1, 1)
HISTORIES = st.lists(
    st.tuples(st.integers(0, 20), st.sampled_from(ServiceStatus), st.sampled_from(UnionStatus)), max_size=8
)


class AsOfTest(TestCase):
    """Asked of the database, a day's status is what a replay of the changes up to that day ends with."""

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(history=HISTORIES, asked=st.integers(-2, 22))
    def test_as_of_is_a_replay_of_the_changes(self, history, asked):
        member = Member.objects.create(employee_no="1", name="林芳", gender="female")
        for days, service, union in history:
            StatusChange.objects.create(
                member=member,
                kind=ChangeKind.REGISTERED,
                on=FIRST + timedelta(days=days),
                service_status=service,
                union_status=union,
            )
        standing = (None, None)
        for days, service, union in sorted(history, key=lambda change: change[0]):
            if days <= asked:
                standing = (service, union)
        found = Member.objects.as_of(FIRST + timedelta(days=asked)).get()
        assert (found.service_on, found.union_on) == standing
