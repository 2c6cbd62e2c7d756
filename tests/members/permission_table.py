"""Who may open which page of members, as tests/test_permissions.py reads it."""

from django.conf import settings
from django.utils import timezone

from members.services import count_attempt
from tests.activities.factories import ActivityFactory
from tests.members.factories import (
    AccountFactory,
    AudienceFactory,
    DepartmentFactory,
    GatheringFactory,
    MemberFactory,
    RoleGrantFactory,
    SignOffLineFactory,
    SignOffSheetFactory,
    UnionGroupFactory,
)
from unionoffice.sheets.uploads import keep_upload
from unionoffice.sources import SourceRef

TABLE = """
                              ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
members:member-list           o  o  x  x  x  o  x  o  o  x  x  x  x  x  o  x  x  x  s
members:me                    m  m  m  m  m  m  m  m  m  m  m  m  m  m  m  m  m  x  s
members:member-detail         o  o  -  -  -  o  -  o  o  -  -  -  -  -  -  -  -  -  s
members:member-register       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:member-update         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:member-change         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:department-list       o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:department-create     x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:department-detail     o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:department-update     x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:group-list            o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:group-create          x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:group-detail          o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:group-update          x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:office-list           o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:account-open          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:account-reset         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:account-unlock        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:role-grant            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:role-revoke           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
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


def line():
    """On a sheet of a record for which nobody hands out anything."""
    return SignOffLineFactory(sheet=SignOffSheetFactory(source=SourceRef.to(MemberFactory())))


RECORDS = {
    "members:department-detail": lambda: {"pk": DepartmentFactory().pk},
    "members:department-update": lambda: {"pk": DepartmentFactory().pk},
    "members:group-detail": lambda: {"pk": UnionGroupFactory().pk},
    "members:group-update": lambda: {"pk": UnionGroupFactory().pk},
    "members:member-detail": lambda: {"pk": MemberFactory().pk},
    "members:member-update": lambda: {"pk": MemberFactory().pk},
    "members:member-change": lambda: {"pk": MemberFactory().pk},
    "members:account-open": lambda: {"pk": MemberFactory().pk},
    "members:account-reset": lambda: {"pk": AccountFactory().member_id},
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
    "members:roster-plan": lambda: {"pk": keep_upload("members:roster", "花名册.xlsx", b"-", by=AccountFactory()).pk},
}
