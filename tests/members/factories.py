"""People, groups and accounts for tests."""

from datetime import date

import factory
from django.utils import timezone

from members.enums import ChangeKind, Gender, ServiceStatus, UnionStatus
from members.models import (
    Account,
    Attendance,
    Audience,
    Committee,
    CommitteeTerm,
    Department,
    DepartmentPlace,
    Gathering,
    GroupPlace,
    Member,
    RoleGrant,
    SignIn,
    SignOffLine,
    SignOffSheet,
    StatusChange,
    UnionGroup,
)


class MemberFactory(factory.django.DjangoModelFactory):
    """A serving member of the union, with the status row that everybody has."""

    class Meta:
        model = Member
        skip_postgeneration_save = True

    employee_no = factory.Sequence(lambda n: f"{10001 + n}")
    name = "林芳"
    gender = Gender.FEMALE
    birth_date = date(1985, 3, 12)
    hired_on = date(2010, 9, 1)
    joined_on = date(2011, 3, 1)
    service_status = ServiceStatus.IN_SERVICE
    union_status = UnionStatus.MEMBER

    @factory.post_generation
    def status(self, create, _extracted, **_kwargs):
        """Without a status row nobody is counted on any day."""
        if create:
            StatusChange.objects.create(
                member=self,
                kind=ChangeKind.REGISTERED,
                on=self.hired_on,
                service_status=self.service_status,
                union_status=self.union_status,
            )


class DepartmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Department

    name = factory.Sequence(lambda n: f"第{n + 1}教研组")


class UnionGroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = UnionGroup

    name = factory.Sequence(lambda n: f"第{n + 1}工会小组")


class DepartmentPlaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DepartmentPlace

    member = factory.SubFactory(MemberFactory)
    department = factory.SubFactory(DepartmentFactory)
    from_on = date(2010, 9, 1)


class GroupPlaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GroupPlace

    member = factory.SubFactory(MemberFactory)
    group = factory.SubFactory(UnionGroupFactory)
    from_on = date(2011, 3, 1)


class CommitteeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Committee

    kind = "union"
    name = "工会委员会"


class CommitteeTermFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CommitteeTerm

    committee = factory.SubFactory(CommitteeFactory)
    number = 6
    from_on = date(2024, 5, 8)
    to_on = date(2029, 5, 7)


class AccountFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Account

    member = factory.SubFactory(MemberFactory)
    employee_no = factory.SelfAttribute("member.employee_no")
    name = factory.SelfAttribute("member.name")


class SignInFactory(factory.django.DjangoModelFactory):
    """Somebody signed in on the office's computer a moment ago."""

    class Meta:
        model = SignIn

    account = factory.SubFactory(AccountFactory)
    session_key = factory.Sequence(lambda n: f"session-{n}")
    address = "10.0.0.8"
    started_at = factory.LazyFunction(timezone.now)
    last_seen_at = factory.SelfAttribute("started_at")


class RoleGrantFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RoleGrant

    account = factory.SubFactory(AccountFactory)
    from_on = date(2020, 1, 1)


class AudienceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Audience

    name = factory.Sequence(lambda n: f"范围{n + 1}")
    rule = {"service": ["in_service"]}


class GatheringFactory(factory.django.DjangoModelFactory):
    """Attendance at a record, which the test names as `source`."""

    class Meta:
        model = Gathering

    title = "教职工大会签到"
    on = date(2026, 11, 22)
    opened_at = factory.LazyFunction(timezone.now)


class AttendanceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Attendance

    member = factory.SubFactory(MemberFactory)
    state = "present"
    way = "scan"
    at = factory.LazyFunction(timezone.now)


class SignOffSheetFactory(factory.django.DjangoModelFactory):
    """Goods handed out for a record, which the test names as `source`."""

    class Meta:
        model = SignOffSheet

    title = "国庆节慰问品"
    on = date(2026, 9, 28)
    per_head = "大米1袋"


class SignOffLineFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SignOffLine

    member = factory.SubFactory(MemberFactory)
    share = factory.SelfAttribute("sheet.per_head")
