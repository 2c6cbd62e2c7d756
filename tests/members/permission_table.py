"""Who may open which page of members, as tests/test_permissions.py reads it."""

from datetime import date

from django.conf import settings
from django.utils import timezone

from members.services import count_attempt, renew_calendar_key
from tests.activities.factories import ActivityFactory
from tests.members.factories import (
    AccountFactory,
    AudienceFactory,
    ChildFactory,
    CommitteeFactory,
    CommitteeTermFactory,
    CorrectionRequestFactory,
    DepartmentFactory,
    DepartmentHeadFactory,
    DepartmentPlaceFactory,
    FirstPasswordSheetFactory,
    GatheringFactory,
    GroupLeaderFactory,
    HandoverFactory,
    JoinApplicationFactory,
    MemberFactory,
    OfficeHoldingFactory,
    PortraitFactory,
    RoleGrantFactory,
    RosterImportFactory,
    SignOffLineFactory,
    SignOffSheetFactory,
    StatusChangeFactory,
    TagFactory,
    TagPlaceFactory,
    UnionGroupFactory,
)
from unionoffice.sheets.uploads import keep_upload
from unionoffice.sources import SourceRef

TABLE = """
                              ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
members:member-list           o  o  x  x  x  o  x  o  o  x  x  x  x  x  o  x  x  x  s
members:me                    o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
members:member-detail         o  o  -  -  -  o  -  o  o  -  -  -  -  -  -  -  -  -  s
members:member-reveal         o  o  -  -  -  o  -  o  o  -  -  -  -  -  -  -  -  -  s
members:portrait              o  o  -  -  -  o  -  o  o  -  -  -  -  -  -  -  -  -  s
members:portrait-set          x  o  -  -  -  x  -  x  o  -  -  -  -  -  -  -  -  -  s
members:portrait-remove       x  o  -  -  -  x  -  x  o  -  -  -  -  -  -  -  -  -  s
members:member-benefits       o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
members:child-add             x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:child-update          x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:child-remove          x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:correction-choose     o  x  o  o  o  o  o  o  x  o  o  o  o  o  o  o  o  x  s
members:correction-ask        o  x  o  o  o  o  o  o  x  o  o  o  o  o  o  o  o  x  s
members:correction-list       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:correction-detail     -  o  -  -  -  -  -  -  o  -  -  -  -  -  -  -  -  x  s
members:correction-reveal     -  o  -  -  -  -  -  -  o  -  -  -  -  -  -  -  -  x  s
members:correction-accept     x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:correction-decline    x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:member-register       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:member-update         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:member-change         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:change-detail         o  o  -  -  -  o  -  o  o  -  -  -  -  -  -  -  -  -  s
members:change-correct        x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:change-withdraw       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:change-letter         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:change-application    x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:change-sheet          x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:join-apply            x  x  -  -  -  x  -  x  x  -  -  -  -  -  -  -  -  x  s
members:join-list             x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:join-blank            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
members:join-detail           -  o  -  -  -  -  -  -  o  -  -  -  -  -  -  -  -  -  s
members:join-approve          x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:join-refuse           x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:join-withdraw         -  x  -  -  -  -  -  -  x  -  -  -  -  -  -  -  -  x  s
members:join-paper            -  o  -  -  -  -  -  -  o  -  -  -  -  -  -  -  -  -  s
members:department-list       o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:department-create     x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:department-detail     o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:department-update     x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:group-list            o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:group-create          x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:group-detail          o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:group-update          x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:department-lead       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:department-empty      x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:department-close      x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:department-reopen     x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:department-head-end   x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:group-lead            x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:group-empty           x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:group-close           x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:group-reopen          x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:group-leader-end      x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:tag-list              o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:tag-create            x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:tag-detail            o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:tag-update            x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:tag-delete            x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:member-department     x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:member-group          x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:member-tag            x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:department-place-end  x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:tag-place-end         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:move-department       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:move-group            x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:move-tag              x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:move-untag            x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:committee-list        o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:committee-create      x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:committee-detail      o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:committee-update      x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:committee-renew       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:organisation-chart    o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:organisation-chart-paper o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:offices-held          o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:office-end            x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:term-detail           o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:term-update           x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:term-end              x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:term-appoint          x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:term-names            o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:term-roll             o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:handover-list         o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:handover-choose       o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:handover-detail       o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:handover-paper        o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:handover-office       o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:handover-role         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:office-list           o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:account-list          o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:role-list             o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:accounts-open         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:account-block         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:account-unblock       x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:first-passwords       x  -  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:first-passwords-paper x  -  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:first-passwords-destroy x  -  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:account-open          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:account-reset         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:account-unlock        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:role-grant            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:role-revoke           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:milestone-list        o  o  x  x  x  o  x  o  o  x  x  x  x  x  o  x  x  x  s
members:milestone-paper       o  o  x  x  x  o  x  o  o  x  x  x  x  x  o  x  x  x  s
members:calendar-key          o  o  x  x  x  o  x  o  o  x  x  x  x  x  o  x  x  x  s
members:calendar-key-end      o  o  x  x  x  o  x  o  o  x  x  x  x  x  o  x  x  x  s
members:calendar-file         o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
members:calendar-file/ended   -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
members:statistics            o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:audience-list         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:audience-create       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:audience-preview      x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:audience-detail       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:audience-update       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:audience-delete       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:gathering-detail      o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  -  s
members:gathering-screen      o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  -  s
members:gathering-sheet       o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  -  s
members:gathering-add         o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  -  s
members:gathering-close       o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  -  s
members:gathering-reopen      o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  -  s
members:check-in              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
members:check-in-own          x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:check-in-scan         -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
members:sign-off-sheet        -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
members:sign-off-paper        -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
members:sign-off-own          -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  x  s
members:sign-off-proxy        -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
members:sign-off-revoke       -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
members:roster-import         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:roster-template       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:roster-plan           x  -  x  x  x  x  x  x  -  x  x  x  x  x  x  x  x  x  s
members:duplicate-list        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:member-merge          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:member-distinct       x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:roster-columns        x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:import-list           x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:import-detail         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:import-take-back      x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
"""


def locked_account():
    """Somebody who mistyped their password until nothing more is taken."""
    account = AccountFactory()
    for _ in range(settings.SIGN_IN_FAILURES):
        count_attempt(account.employee_no, at=timezone.now())
    return account


def gathering(**fields):
    """At an activity that everybody knows of and that has a keeper."""
    return {"pk": GatheringFactory(source=SourceRef.to(ActivityFactory()), **fields).pk}


def calendar_token():
    """The secret of somebody who may see everybody's milestones."""
    return renew_calendar_key(RoleGrantFactory(role="welfare_officer").account, on=timezone.localdate())


def line():
    """On a sheet of a record for which nobody hands out anything."""
    return SignOffLineFactory(sheet=SignOffSheetFactory(source=SourceRef.to(MemberFactory())))


CLOSED = date(2026, 8, 31)


def change(kind):
    """A change of somebody whom nobody in the table is."""
    return lambda: {"pk": StatusChangeFactory(kind=kind).pk}


def application():
    """Somebody else's, waiting."""
    return {"pk": JoinApplicationFactory().pk}


RECORDS = {
    "members:change-detail": change("retired"),
    "members:change-correct": change("retired"),
    "members:change-withdraw": change("retired"),
    "members:change-letter": change("transferred_out"),
    "members:change-application": change("joined"),
    "members:change-sheet": change("retired"),
    "members:join-apply": lambda: {"pk": MemberFactory(union_status="non_member").pk},
    "members:join-detail": application,
    "members:join-approve": application,
    "members:join-refuse": application,
    "members:join-withdraw": application,
    "members:join-paper": application,
    "members:calendar-file": lambda: {"token": calendar_token()},
    "members:calendar-file/ended": lambda: {"token": "0" * 48},
    "members:committee-detail": lambda: {"pk": CommitteeFactory().pk},
    "members:committee-update": lambda: {"pk": CommitteeFactory().pk},
    "members:committee-renew": lambda: {"pk": CommitteeFactory().pk},
    "members:office-end": lambda: {"pk": OfficeHoldingFactory().pk},
    "members:term-detail": lambda: {"pk": CommitteeTermFactory().pk},
    "members:term-update": lambda: {"pk": CommitteeTermFactory().pk},
    "members:term-end": lambda: {"pk": CommitteeTermFactory().pk},
    "members:term-appoint": lambda: {"pk": CommitteeTermFactory().pk},
    "members:term-names": lambda: {"pk": CommitteeTermFactory().pk},
    "members:term-roll": lambda: {"pk": CommitteeTermFactory().pk},
    "members:handover-detail": lambda: {"pk": HandoverFactory().pk},
    "members:handover-paper": lambda: {"pk": HandoverFactory().pk},
    "members:handover-office": lambda: {"pk": OfficeHoldingFactory().pk},
    "members:handover-role": lambda: {"pk": RoleGrantFactory(role="auditor").pk},
    "members:department-detail": lambda: {"pk": DepartmentFactory().pk},
    "members:department-update": lambda: {"pk": DepartmentFactory().pk},
    "members:group-detail": lambda: {"pk": UnionGroupFactory().pk},
    "members:group-update": lambda: {"pk": UnionGroupFactory().pk},
    "members:move-department": lambda: {"?": f"chosen={MemberFactory().pk}"},
    "members:move-group": lambda: {"?": f"chosen={MemberFactory().pk}"},
    "members:move-tag": lambda: {"?": f"chosen={MemberFactory().pk}"},
    "members:move-untag": lambda: {"?": f"chosen={MemberFactory().pk}"},
    "members:department-lead": lambda: {"pk": DepartmentFactory().pk},
    "members:department-empty": lambda: {"pk": DepartmentFactory().pk},
    "members:department-close": lambda: {"pk": DepartmentFactory().pk},
    "members:department-reopen": lambda: {"pk": DepartmentFactory(to_on=CLOSED).pk},
    "members:department-head-end": lambda: {"pk": DepartmentHeadFactory().pk},
    "members:group-lead": lambda: {"pk": UnionGroupFactory().pk},
    "members:group-empty": lambda: {"pk": UnionGroupFactory().pk},
    "members:group-close": lambda: {"pk": UnionGroupFactory().pk},
    "members:group-reopen": lambda: {"pk": UnionGroupFactory(to_on=CLOSED).pk},
    "members:group-leader-end": lambda: {"pk": GroupLeaderFactory().pk},
    "members:tag-detail": lambda: {"pk": TagFactory().pk},
    "members:tag-update": lambda: {"pk": TagFactory().pk},
    "members:tag-delete": lambda: {"pk": TagFactory().pk},
    "members:member-department": lambda: {"pk": MemberFactory().pk},
    "members:member-group": lambda: {"pk": MemberFactory().pk},
    "members:member-tag": lambda: {"pk": MemberFactory().pk},
    "members:department-place-end": lambda: {"pk": DepartmentPlaceFactory(is_main=False).pk},
    "members:tag-place-end": lambda: {"pk": TagPlaceFactory().pk},
    "members:member-detail": lambda: {"pk": MemberFactory().pk},
    "members:member-reveal": lambda: {"pk": MemberFactory().pk, "name": "phone"},
    "members:portrait": lambda: {"pk": PortraitFactory().member_id},
    "members:portrait-set": lambda: {"pk": MemberFactory().pk},
    "members:portrait-remove": lambda: {"pk": PortraitFactory().member_id},
    "members:member-benefits": lambda: {"pk": MemberFactory().pk},
    "members:child-add": lambda: {"pk": MemberFactory().pk},
    "members:child-update": lambda: {"pk": ChildFactory().pk},
    "members:child-remove": lambda: {"pk": ChildFactory().pk},
    "members:correction-ask": lambda: {"name": "phone"},
    "members:correction-detail": lambda: {"pk": CorrectionRequestFactory().pk},
    "members:correction-reveal": lambda: {"pk": CorrectionRequestFactory().pk},
    "members:correction-accept": lambda: {"pk": CorrectionRequestFactory().pk},
    "members:correction-decline": lambda: {"pk": CorrectionRequestFactory().pk},
    "members:member-update": lambda: {"pk": MemberFactory().pk},
    "members:member-change": lambda: {"pk": MemberFactory().pk},
    "members:account-open": lambda: {"pk": MemberFactory().pk},
    "members:account-reset": lambda: {"pk": AccountFactory().member_id},
    "members:accounts-open": lambda: {"?": f"chosen={MemberFactory().pk}"},
    "members:account-block": lambda: {"pk": AccountFactory().member_id},
    "members:account-unblock": lambda: {
        "pk": AccountFactory(is_active=False, blocked_on=timezone.localdate()).member_id
    },
    "members:first-passwords": lambda: {"pk": FirstPasswordSheetFactory().pk},
    "members:first-passwords-paper": lambda: {"pk": FirstPasswordSheetFactory().pk},
    "members:first-passwords-destroy": lambda: {"pk": FirstPasswordSheetFactory().pk},
    "members:account-unlock": lambda: {"pk": locked_account().member_id},
    "members:role-grant": lambda: {"pk": AccountFactory().member_id},
    "members:role-revoke": lambda: {"pk": RoleGrantFactory(role="auditor").account.member_id},
    "members:audience-detail": lambda: {"pk": AudienceFactory().pk},
    "members:audience-update": lambda: {"pk": AudienceFactory().pk},
    "members:audience-delete": lambda: {"pk": AudienceFactory().pk},
    "members:gathering-detail": gathering,
    "members:gathering-screen": gathering,
    "members:gathering-sheet": gathering,
    "members:gathering-add": gathering,
    "members:gathering-close": gathering,
    "members:gathering-reopen": lambda: gathering(closed_at=timezone.now()),
    "members:check-in-own": gathering,
    "members:check-in-scan": lambda: {"token": "1-old"},
    "members:sign-off-sheet": lambda: {"pk": line().sheet_id},
    "members:sign-off-paper": lambda: {"pk": line().sheet_id},
    "members:sign-off-own": lambda: {"pk": line().sheet_id},
    "members:sign-off-proxy": lambda: {"pk": line().pk},
    "members:sign-off-revoke": lambda: {"pk": line().pk},
    "members:import-detail": lambda: {"pk": RosterImportFactory().pk},
    "members:import-take-back": lambda: {"pk": RosterImportFactory().pk},
    "members:member-merge": lambda: {"pk": MemberFactory().pk, "other": MemberFactory().pk},
    "members:member-distinct": lambda: {"pk": MemberFactory().pk, "other": MemberFactory().pk},
    "members:roster-plan": lambda: {"pk": keep_upload("members:roster", "花名册.xlsx", b"-", by=AccountFactory()).pk},
}
