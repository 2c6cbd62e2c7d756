"""The roll of a sitting: what everybody on it is."""

import pytest

from congress import services
from congress.enums import Body, DelegateKind
from congress.models import Sitting
from congress.selectors.rooms import room
from tests.congress.factories import DelegateFactory
from tests.congress.sittings import make_session, make_sitting
from tests.members.factories import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def lines(sitting):
    return {line.member.name: (line.kind_label, line.unit) for line in room(sitting).lines}


def test_of_two_bodies_tells_what_each_is_in_both(secretary):
    staff, union = make_session(0), make_session(0, body=Body.UNION, term_number=5)
    services.join_sessions(staff, union, by=secretary)
    for name, seats in (("甲", (staff, union)), ("乙", (union,)), ("丙", (staff,))):
        member = MemberFactory(name=name)
        for session in seats:
            delegation, _new = session.term.delegations.get_or_create(name=f"{session.term.number}团")
            DelegateFactory(term=session.term, member=member, delegation=delegation)
    invited = MemberFactory(name="丁")
    DelegateFactory(term=union.term, member=invited, kind=DelegateKind.INVITED)
    sitting = make_sitting(session=staff, by=secretary)
    expected = {
        "甲": ("正式代表、会员代表", "9团"),
        "乙": ("会员代表", "5团"),
        "丙": ("正式代表", "9团"),
        "丁": ("特邀代表", ""),
    }
    assert lines(sitting) == expected
    assert lines(Sitting.objects.get(joint_with=sitting)) == expected


def test_of_everybody_names_no_kind(secretary):
    session = make_session(0)
    session.term.assembly = "everybody"
    session.term.save()
    MemberFactory(name="甲")
    assert lines(make_sitting(session=session, by=secretary))["甲"] == ("", "")
