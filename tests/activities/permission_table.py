"""Who may open which page of activities, as tests/test_permissions.py reads it."""

from datetime import date
from decimal import Decimal

from activities.enums import ActivityStatus
from finance.enums import EntryStatus
from tests.activities.factories import ActivityFactory, DraftFactory, HeldFactory, SignUpFactory
from tests.finance.factories import EntryFactory
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.sheets.uploads import keep_upload


def key(record):
    return {"pk": record.pk}


def planned(status, **fields):
    """One that costs the union money."""
    return key(ActivityFactory(status=status, budget=Decimal(900), **fields))


def held(**fields):
    return key(HeldFactory(headcount=None, **fields))


def payable():
    entry = EntryFactory(status=EntryStatus.APPROVED)
    return key(HeldFactory(status=ActivityStatus.PAYABLE, actual_cost=Decimal(900), entry=entry))


TABLE = """
                                ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
activities:activity-list        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
activities:activity-plan        o  o  x  x  x  x  o  o  x  x  x  x  x  x  o  x  x  x  s
activities:activity-record      o  o  x  x  x  x  o  o  x  x  x  x  x  x  o  x  x  x  s
activities:past-import          o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  x  s
activities:past-template        o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  x  s
activities:past-columns         o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  x  s
activities:past-plan            -  -  x  x  x  x  -  -  x  x  x  x  x  x  x  x  x  x  s
activities:member-activities    o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
activities:activity-detail      o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -  s
activities:activity-detail/plan o  o  -  -  -  -  o  o  -  -  -  -  -  -  -  -  -  -  s
activities:activity-notice      o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -  s
activities:activity-amend       o  o  -  -  -  -  o  o  -  -  -  -  -  -  -  -  -  -  s
activities:activity-submit      o  o  x  x  x  x  o  o  x  x  x  x  x  x  -  x  x  x  s
activities:activity-approve     o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
activities:activity-return      o  o  -  -  -  -  o  o  -  -  -  -  -  -  -  -  -  -  s
activities:activity-announce    o  o  x  x  x  x  o  o  x  x  x  x  x  x  -  x  x  x  s
activities:activity-close       o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  x  s
activities:activity-reopen      o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  x  s
activities:activity-cancel      o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  x  s
activities:activity-delete      o  o  -  -  -  -  o  o  -  -  -  -  -  -  -  -  -  -  s
activities:activity-attendance  o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  -  s
activities:activity-hold        o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  -  s
activities:activity-outcome     o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  -  s
activities:activity-approve-cost o x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
activities:activity-pay         x  x  x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
activities:activity-settle      o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  -  s
activities:activity-sign-up     o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
activities:activity-enrol       o  o  x  x  x  x  o  o  x  x  x  x  x  x  x  x  x  -  s
activities:sign-up-withdraw     o  o  -  -  -  -  o  o  -  -  -  -  -  -  -  -  -  -  s
"""

RECORDS = {
    "activities:past-plan": lambda: key(keep_upload("activities:past", "往年.xlsx", b"-", by=AccountFactory())),
    "activities:member-activities": lambda: key(MemberFactory()),
    "activities:activity-detail": lambda: key(ActivityFactory()),
    "activities:activity-detail/plan": lambda: planned(ActivityStatus.SUBMITTED),
    "activities:activity-notice": lambda: key(ActivityFactory()),
    "activities:activity-amend": lambda: key(DraftFactory()),
    "activities:activity-submit": lambda: key(DraftFactory(budget=Decimal(900))),
    "activities:activity-approve": lambda: planned(ActivityStatus.SUBMITTED),
    "activities:activity-return": lambda: planned(ActivityStatus.SUBMITTED),
    "activities:activity-announce": lambda: planned(ActivityStatus.APPROVED),
    "activities:activity-close": lambda: key(ActivityFactory()),
    "activities:activity-reopen": lambda: key(ActivityFactory(status=ActivityStatus.CLOSED)),
    "activities:activity-cancel": lambda: key(ActivityFactory()),
    "activities:activity-delete": lambda: key(DraftFactory()),
    "activities:activity-attendance": lambda: key(ActivityFactory()),
    "activities:activity-hold": lambda: key(ActivityFactory(starts_on=date(2026, 11, 22), sign_up_until=None)),
    "activities:activity-outcome": held,
    "activities:activity-approve-cost": lambda: held(actual_cost=Decimal(900)),
    "activities:activity-pay": payable,
    "activities:activity-settle": lambda: held(actual_cost=Decimal(0)),
    "activities:activity-sign-up": lambda: key(ActivityFactory()),
    "activities:activity-enrol": lambda: key(ActivityFactory()),
    "activities:sign-up-withdraw": lambda: key(SignUpFactory()),
}
