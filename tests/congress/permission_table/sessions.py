"""Who may open which page of sessions and their preparation."""

from datetime import date

from tests.congress.factories import SessionFactory
from tests.congress.preparation import (
    make_item,
    make_joint,
    make_meeting,
    make_notice,
    make_request,
    make_standard,
    make_topic,
)
from tests.members.factories import AccountFactory


def other(make, **kwargs):
    return lambda: {"pk": make().pk, **kwargs}


def make_done_item():
    return make_item(status="done", settled_on=date(2026, 11, 20))


def make_issued_notice():
    return make_notice(status="issued", issued_on=date(2026, 11, 20), issued_by=AccountFactory())


TABLE = """
                                  ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
congress:session-list             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:session-create           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-detail           o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:session-update           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-hold             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-join             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-part             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:checklist-list           o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:checklist-add            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:checklist-detail         o  o  o  -  -  o  o  o  o  o  o  o  o  -  -  -  -  x  s
congress:checklist-update         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:checklist-finish         x  o  x  -  -  x  x  x  x  x  x  x  x  -  -  -  -  x  s
congress:checklist-drop           x  o  x  -  -  x  x  x  x  x  x  x  x  -  -  -  -  x  s
congress:checklist-reopen         x  o  x  -  -  x  x  x  x  x  x  x  x  -  -  -  -  x  s
congress:standard-list            o  o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  s
congress:standard-create          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:standard-detail          o  o  o  x  x  o  o  o  o  o  o  o  o  x  x  x  x  x  s
congress:standard-update          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:topic-add                x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:topics-agree             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:topic-update             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:topic-list               x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:topic-remove             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-presidium        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-group            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-discussions      x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:preparatory-list         o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:preparatory-detail       o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:preparatory-update       x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:preparatory-record       x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-notice-draft     x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-notice-detail    o  o  o  -  -  o  o  o  o  o  o  o  o  -  -  -  -  x  s
congress:session-notice-detail/issued o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:session-notice-paper     o  o  o  -  -  o  o  o  o  o  o  o  o  -  -  -  -  x  s
congress:session-notice-update    x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-notice-issue     x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-request-list     o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:session-request-create   x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-request-detail   o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  x  s
congress:session-request-call     x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-request-link     x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
congress:session-request-withdraw x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
"""

RECORDS = {
    "congress:session-detail": other(SessionFactory),
    "congress:session-update": other(SessionFactory),
    "congress:session-hold": other(SessionFactory),
    "congress:session-join": other(SessionFactory),
    "congress:session-part": other(make_joint),
    "congress:checklist-add": other(SessionFactory),
    "congress:checklist-detail": other(make_item),
    "congress:checklist-update": other(make_item),
    "congress:checklist-finish": other(make_item),
    "congress:checklist-drop": other(make_item),
    "congress:checklist-reopen": other(make_done_item),
    "congress:standard-detail": other(make_standard),
    "congress:standard-update": other(make_standard),
    "congress:topic-add": other(SessionFactory),
    "congress:topics-agree": other(SessionFactory),
    "congress:topic-update": other(make_topic),
    "congress:topic-list": other(make_topic),
    "congress:topic-remove": other(make_topic),
    "congress:session-presidium": other(SessionFactory),
    "congress:session-group": other(SessionFactory, kind="proposals"),
    "congress:session-discussions": other(SessionFactory),
    "congress:preparatory-detail": other(make_meeting),
    "congress:preparatory-update": other(make_meeting),
    "congress:preparatory-record": other(SessionFactory),
    "congress:session-notice-draft": other(SessionFactory, kind="notice"),
    "congress:session-notice-detail": other(make_notice),
    "congress:session-notice-detail/issued": other(make_issued_notice),
    "congress:session-notice-paper": other(make_notice, format="docx"),
    "congress:session-notice-update": other(make_notice),
    "congress:session-notice-issue": other(make_notice),
    "congress:session-request-detail": other(make_request),
    "congress:session-request-call": other(make_request),
    "congress:session-request-link": other(make_request),
    "congress:session-request-withdraw": other(make_request),
}
