"""A record at which attendance is kept and for which goods are handed out.

The areas that do so stand on floors above. Here a person's own record serves: it is visible to the secretary, the
chair and the welfare officer, and to the person; the secretary and the welfare officer keep.
"""

import pytest

from members.models import Member
from tests.members.factories import MemberFactory
from unionoffice.roles import Role, holds


@pytest.fixture
def occasion(db, monkeypatch) -> Member:
    """What attendance is kept at; not the record of anybody else in the test."""
    keepers = holds(Role.SECRETARY, Role.WELFARE_OFFICER)
    monkeypatch.setattr(Member, "KEEPS_ATTENDANCE", keepers, raising=False)
    monkeypatch.setattr(Member, "KEEPS_SIGN_OFF", keepers, raising=False)
    return MemberFactory(name="座谈会")
