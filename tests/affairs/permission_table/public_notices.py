"""Public notices and objections."""

from affairs import services
from affairs.enums import NoticeStatus, Sphere
from affairs.views.tickets import NOTICE, ticket_of
from tests.affairs.public_notices import MONDAY, anonymous, notice_at
from tests.conftest import TODAY
from tests.members.factories import AccountFactory

FRIDAY = TODAY.replace(day=20)
"""Two days before TODAY: what was put up then still hangs."""


def notice(status, **fields):
    return {"pk": notice_at(status, **fields).pk}


def hanging(**fields):
    return notice_at(NoticeStatus.POSTED, on=FRIDAY, **fields)


def called_off():
    return services.withdraw_notice(hanging(), reason="名单有误", by=AccountFactory(), on=TODAY)


def objection():
    return {"pk": anonymous(hanging(), on=FRIDAY).pk}


TABLE = """
                                    ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
affairs:board-notice                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -
affairs:board-notice/public         o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:board-notice/draft          -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
affairs:board-notice/called-off     o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  -
affairs:objection-follow            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:objection-anonymous         o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
affairs:objection-anonymous/forged  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
affairs:notice-list                 o  o  x  x  x  x  x  x  x  o  o  o  x  o  x  x  x  x  s
affairs:notice-draft                x  o  x  x  x  x  x  x  x  o  x  x  x  o  x  x  x  x  s
affairs:notice-detail               o  o  -  -  -  -  -  -  -  o  o  o  -  -  -  -  -  -  s
affairs:notice-detail/posted        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:notice-detail/called-off    o  o  -  -  -  -  -  -  -  o  o  o  -  -  -  -  -  -  s
affairs:notice-mend                 x  o  -  -  -  -  -  -  -  o  x  x  -  -  -  -  -  -  s
affairs:notice-names                x  o  -  -  -  -  -  -  -  o  x  x  -  -  -  -  -  -  s
affairs:notice-reviewers            x  o  -  -  -  -  -  -  -  o  x  x  -  -  -  -  -  -  s
affairs:notice-submit               x  o  -  -  -  -  -  -  -  o  x  x  -  -  -  -  -  -  s
affairs:notice-recall               x  o  -  -  -  -  -  -  -  o  x  x  -  -  -  -  -  -  s
affairs:notice-review               x  x  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
affairs:notice-review/union         o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:notice-extend               x  o  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  x  s
affairs:notice-conclude             o  o  x  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  s
affairs:notice-document             x  o  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  s
affairs:notice-withdraw             x  o  -  -  -  -  -  -  -  o  x  x  -  -  -  -  -  -  s
affairs:notice-withdraw/posted      o  o  x  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  s
affairs:notice-paper                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:notice-paper/called-off     o  o  -  -  -  -  -  -  -  o  o  o  -  -  -  -  -  -  s
affairs:notice-record               o  o  x  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  s
affairs:notice-object               o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:objection-record            o  o  x  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  s
affairs:objection-list              o  o  x  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  s
affairs:objection-detail            o  o  -  -  -  -  -  -  -  -  o  o  -  -  -  -  -  -  s
affairs:objection-settle            o  o  x  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  s
"""

RECORDS = {
    "affairs:board-notice": lambda: {"number": hanging().short_number},
    "affairs:board-notice/public": lambda: {"number": hanging(is_public=True).short_number},
    "affairs:board-notice/draft": lambda: {"number": "2026-001"} if notice_at(NoticeStatus.SUBMITTED) else {},
    "affairs:board-notice/called-off": lambda: {"number": called_off().short_number},
    "affairs:objection-anonymous": lambda: {"ticket": ticket_of(NOTICE, hanging().pk, TODAY)},
    "affairs:objection-anonymous/forged": lambda: {"ticket": f"n-{hanging().pk}-20261122.x"},
    "affairs:notice-detail": lambda: notice(NoticeStatus.DRAFT),
    "affairs:notice-detail/posted": lambda: {"pk": hanging().pk},
    "affairs:notice-detail/called-off": lambda: {"pk": called_off().pk},
    "affairs:notice-mend": lambda: notice(NoticeStatus.RETURNED),
    "affairs:notice-names": lambda: notice(NoticeStatus.DRAFT),
    "affairs:notice-reviewers": lambda: notice(NoticeStatus.DRAFT),
    "affairs:notice-submit": lambda: notice(NoticeStatus.DRAFT),
    "affairs:notice-recall": lambda: notice(NoticeStatus.SUBMITTED),
    "affairs:notice-review": lambda: notice(NoticeStatus.SUBMITTED),
    "affairs:notice-review/union": lambda: notice(NoticeStatus.SUBMITTED, sphere=Sphere.UNION),
    "affairs:notice-extend": lambda: {"pk": hanging().pk},
    "affairs:notice-conclude": lambda: notice(NoticeStatus.POSTED, on=MONDAY),
    "affairs:notice-document": lambda: notice(NoticeStatus.CONCLUDED),
    "affairs:notice-withdraw": lambda: notice(NoticeStatus.DRAFT),
    "affairs:notice-withdraw/posted": lambda: {"pk": hanging().pk},
    "affairs:notice-paper": lambda: {"pk": hanging().pk},
    "affairs:notice-paper/called-off": lambda: {"pk": called_off().pk},
    "affairs:notice-record": lambda: {"pk": hanging().pk},
    "affairs:notice-object": lambda: {"pk": hanging().pk},
    "affairs:objection-record": lambda: {"pk": hanging().pk},
    "affairs:objection-detail": objection,
    "affairs:objection-settle": objection,
}
