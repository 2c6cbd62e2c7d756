"""Who may open which page of sittings, of leave from them, and of the hall."""

from congress.models import Leave
from tests.conftest import TODAY
from tests.congress.factories import DelegateFactory, SessionFactory
from tests.congress.sittings import make_sitting, opened

TABLE = """
                                  ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
congress:sitting-list             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:sitting-create-other     x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-create           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-close            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-detail           o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:sitting-update           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-delete           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-door             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-open             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-close            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-screen           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-roll             o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-guest            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-paper            o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-workbook         o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-scanner          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:sitting-scan             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:own-sittings             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:leave-list               o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:leave-ask                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:leave-record             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:leave-take-back          x  x  -  -  -  -  -  -  -  -  -  -  -  -  -  o  -  x  s
congress:leave-grant              x  o  -  -  -  -  -  -  -  -  -  -  -  -  -  x  -  x  s
congress:leave-decline            x  o  -  -  -  -  -  -  -  -  -  -  -  -  -  x  -  x  s
"""


def planned():
    return {"pk": make_sitting().pk}


def running():
    return {"pk": opened().pk}


def running_session():
    return {"pk": opened().session_id}


def leave():
    sitting = make_sitting()
    member = sitting.people_due().first()
    return {"pk": Leave.objects.create(sitting=sitting, member=member, reason="出差", asked_on=TODAY).pk}


RECORDS = {
    "congress:sitting-create": lambda: {"pk": SessionFactory().pk},
    "congress:session-close": running_session,
    **{
        f"congress:{name}": planned
        for name in (
            "sitting-detail",
            "sitting-update",
            "sitting-delete",
            "sitting-door",
            "sitting-open",
            "sitting-screen",
            "sitting-roll",
            "sitting-guest",
            "sitting-paper",
            "sitting-workbook",
            "leave-ask",
            "leave-record",
        )
    },
    "congress:sitting-close": running,
    "congress:sitting-scan": lambda: {"key": DelegateFactory().card_key},
    "congress:leave-take-back": leave,
    "congress:leave-grant": leave,
    "congress:leave-decline": leave,
}
