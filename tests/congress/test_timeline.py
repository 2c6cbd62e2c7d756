"""Who reads which line of a proposal's history: every deed of the handling, for every party."""

import pytest

from congress.enums import Deed, ProposalStatus
from congress.permissions import READS_DEED
from tests.conftest import make_actor
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

PARTIES = ("proposer", "secretary", "principal", "head", "helper", "delegate", "teacher")

TABLE = """
                 proposer secretary principal head helper delegate teacher
ACCEPT           o        o         o         o    o      o        o
MERGE            o        o         o         o    o      o        o
TURN             o        o         x         x    x      x        x
REFUSE           o        o         x         x    x      x        x
ASSIGN           o        o         o         o    o      o        o
REASSIGN         o        o         o         o    o      o        o
SEND_BACK        x        o         o         o    x      x        x
RECEIVE          o        o         o         o    o      o        o
ASK_EXTENSION    x        o         o         o    x      x        x
EXTEND           o        o         o         o    o      o        o
DENY_EXTENSION   x        o         o         o    x      x        x
REMIND           x        o         o         o    x      x        x
OPINE            x        o         o         o    x      x        x
ANSWER           x        x         o         o    x      x        x
RETURN           x        x         o         o    x      x        x
SIGN             o        o         o         o    o      o        o
RATE             o        o         o         o    x      o        x
REWORK           o        o         o         o    x      o        x
FOLLOW_UP        o        o         o         o    o      o        o
FINISH           o        o         o         o    o      o        o
ACKNOWLEDGE      o        o         o         o    x      o        x
REOPEN           o        o         o         o    o      o        o
PRIORITISE       o        o         o         o    o      o        o
DROP_PRIORITY    o        o         o         o    o      o        o
HONOUR           o        o         o         o    o      o        o
DROP_HONOUR      o        o         o         o    o      o        o
"""
"""Written by hand, for a proposal whose proposer doesn't show the name."""

EXPECTED = {
    (name, party): cell == "o"
    for name, *cells in (line.split() for line in TABLE.strip().splitlines()[1:])
    for party, cell in zip(PARTIES, cells, strict=True)
}


def test_each_party_reads_its_part():
    proposer, helper = make_actor(None, "林芳"), HeadedDepartmentFactory()
    proposal = ProposalFactory(status=ProposalStatus.HANDLING, originator=proposer.member, show_name=False)
    proposal.assistances.create(department=helper)
    people = {
        "proposer": proposer,
        "secretary": make_actor(Role.SECRETARY, "陈静"),
        "principal": make_actor(Role.PRINCIPAL, "沈立"),
        "head": proposal.lead.head.account,
        "helper": helper.head.account,
        "delegate": make_actor(Role.DELEGATE, "王磊"),
        "teacher": make_actor(None, "韩梅"),
    }
    read = {(name, party): READS_DEED[Deed[name]].test(people[party], proposal) for name, party in EXPECTED}
    assert read == EXPECTED


def test_every_deed_says_who_reads_it():
    assert set(READS_DEED) == set(Deed)
