"""Who may open which page of members, as tests/test_permissions.py reads it."""

from tests.members.factories import AccountFactory, MemberFactory, RoleGrantFactory
from unionoffice.sheets.uploads import keep_upload

TABLE = """
                              ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
members:member-list           o  o  x  x  x  o  x  o  o  x  x  x  x  x  o  x  x  x  s
members:me                    m  m  m  m  m  m  m  m  m  m  m  m  m  m  m  m  m  x  s
members:member-detail         o  o  -  -  -  o  -  o  o  -  -  -  -  -  -  -  -  -  s
members:member-register       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:member-update         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:member-change         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:office-list           o  o  x  x  x  o  x  o  o  x  x  x  x  x  x  x  x  x  s
members:account-open          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:account-reset         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:role-grant            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:role-revoke           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
members:roster-import         x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:roster-template       x  o  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  x  s
members:roster-plan           x  -  x  x  x  x  x  x  -  x  x  x  x  x  x  x  x  x  s
"""

RECORDS = {
    "members:member-detail": lambda: {"pk": MemberFactory().pk},
    "members:member-update": lambda: {"pk": MemberFactory().pk},
    "members:member-change": lambda: {"pk": MemberFactory().pk},
    "members:account-open": lambda: {"pk": MemberFactory().pk},
    "members:account-reset": lambda: {"pk": AccountFactory().member_id},
    "members:role-grant": lambda: {"pk": AccountFactory().member_id},
    "members:role-revoke": lambda: {"pk": RoleGrantFactory(role="auditor").account.member_id},
    "members:roster-plan": lambda: {"pk": keep_upload("members:roster", "花名册.xlsx", b"-", by=AccountFactory()).pk},
}
