"""The surfaces of the lists of members."""

from members.tables.accounts import AccountTable, account_badge
from members.tables.audiences import audience_table, gathering_badge
from members.tables.committees import HandoverTable, OfficeTable, committee_table, term_badge
from members.tables.imports import RosterImportTable, import_badge
from members.tables.organisation import DepartmentTable, TagTable, union_group_table, unit_badge
from members.tables.people import (
    SERVICE_TONES,
    MemberTable,
    MilestoneTable,
    member_table_on,
    service_badge,
    union_badge,
)
from members.tables.requests import (
    APPLICATION_TONES,
    CORRECTION_TONES,
    CorrectionTable,
    JoinApplicationTable,
    application_badge,
    correction_badge,
)

__all__ = [
    "APPLICATION_TONES",
    "CORRECTION_TONES",
    "SERVICE_TONES",
    "AccountTable",
    "CorrectionTable",
    "DepartmentTable",
    "HandoverTable",
    "JoinApplicationTable",
    "MemberTable",
    "MilestoneTable",
    "OfficeTable",
    "RosterImportTable",
    "TagTable",
    "account_badge",
    "application_badge",
    "audience_table",
    "committee_table",
    "correction_badge",
    "gathering_badge",
    "import_badge",
    "member_table_on",
    "service_badge",
    "term_badge",
    "union_badge",
    "union_group_table",
    "unit_badge",
]
