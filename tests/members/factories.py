"""People, groups and accounts for tests."""

from datetime import date

import factory
from django.utils import timezone

from members.enums import ChangeKind, Gender, ServiceStatus, UnionStatus
from members.models import (
    Account,
    Attendance,
    Audience,
    Child,
    Committee,
    CommitteeTerm,
    CorrectionRequest,
    Department,
    DepartmentHead,
    DepartmentPlace,
    FirstPasswordSheet,
    Gathering,
    GroupLeader,
    GroupPlace,
    Handover,
    JoinApplication,
    Member,
    OfficeHolding,
    Portrait,
    RoleGrant,
    RosterImport,
    SignIn,
    SignOffLine,
    SignOffSheet,
    StatusChange,
    Tag,
    TagPlace,
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


class PortraitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Portrait

    member = factory.SubFactory(MemberFactory)
    image = b"JPEG"
    digest = "d" * 64


class ChildFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Child

    member = factory.SubFactory(MemberFactory)
    name = "林一诺"
    birth_date = date(2016, 3, 1)


class CorrectionRequestFactory(factory.django.DjangoModelFactory):
    """Somebody says that their phone number is another."""

    class Meta:
        model = CorrectionRequest

    member = factory.SubFactory(MemberFactory)
    field = "phone"
    proposed = "13900009016"
    requested_on = date(2026, 11, 20)


class UnitFactory(factory.django.DjangoModelFactory):
    """Whoever leads it has led it since long ago, as a dated row says too."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @factory.post_generation
    def leading(self, create, _extracted, **_kwargs):
        if create and self.led_by is not None:
            self.leaders.create(unit=self, member=self.led_by, from_on=date(2020, 9, 1))


class StatusChangeFactory(factory.django.DjangoModelFactory):
    """A change after which its member's record hasn't been brought up to date: for pages of the change alone."""

    class Meta:
        model = StatusChange

    member = factory.SubFactory(MemberFactory)
    kind = ChangeKind.RETIRED
    on = date(2026, 6, 30)
    service_status = ServiceStatus.RETIRED
    union_status = UnionStatus.RETAINED


class JoinApplicationFactory(factory.django.DjangoModelFactory):
    """Somebody asks to join."""

    class Meta:
        model = JoinApplication

    member = factory.SubFactory(MemberFactory, union_status=UnionStatus.NON_MEMBER, joined_on=None)
    applied_on = date(2026, 11, 20)
    statement = "我自愿加入工会，遵守工会章程。"


class DepartmentFactory(UnitFactory):
    class Meta:
        model = Department

    name = factory.Sequence(lambda n: f"第{n + 1}教研组")


class UnionGroupFactory(UnitFactory):
    class Meta:
        model = UnionGroup

    name = factory.Sequence(lambda n: f"第{n + 1}工会小组")


class TagFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Tag

    name = factory.Sequence(lambda n: f"标签{n + 1}")


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


class TagPlaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TagPlace

    member = factory.SubFactory(MemberFactory)
    tag = factory.SubFactory(TagFactory)
    from_on = date(2024, 9, 1)


class DepartmentHeadFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DepartmentHead

    unit = factory.SubFactory(DepartmentFactory)
    member = factory.SubFactory(MemberFactory)
    from_on = date(2020, 9, 1)


class GroupLeaderFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GroupLeader

    unit = factory.SubFactory(UnionGroupFactory)
    member = factory.SubFactory(MemberFactory)
    from_on = date(2020, 9, 1)


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


class OfficeHoldingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OfficeHolding

    term = factory.SubFactory(CommitteeTermFactory)
    member = factory.SubFactory(MemberFactory)
    post = "member"
    from_on = factory.SelfAttribute("term.from_on")


class HandoverFactory(factory.django.DjangoModelFactory):
    """Of an office, unless the test names a role."""

    class Meta:
        model = Handover

    office = factory.SubFactory(OfficeHoldingFactory)
    giver = factory.SubFactory(MemberFactory, name="周敏")
    taker = factory.SubFactory(MemberFactory, name="林芳")
    on = date(2026, 11, 1)


class AccountFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Account

    member = factory.SubFactory(MemberFactory)
    employee_no = factory.SelfAttribute("member.employee_no")
    name = factory.SelfAttribute("member.name")


class FirstPasswordSheetFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FirstPasswordSheet

    made_by = factory.SubFactory(AccountFactory)
    count = 1
    content = '[["韩梅", "1001", "k7m2x-9qp3t"]]'


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


class RosterImportFactory(factory.django.DjangoModelFactory):
    """The last one, of a roster that changed nothing."""

    class Meta:
        model = RosterImport

    name = "花名册.xlsx"
    digest = "0" * 64
    new = changed = unchanged = 0
    applied_at = factory.LazyFunction(timezone.now)
    journal = "[]"


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
