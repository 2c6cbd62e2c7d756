"""Who may open which page of no area, as tests/test_permissions.py reads it."""

from finance.enums import EntryStatus
from tests.finance.factories import BookedEntryFactory, EntryFactory
from tests.members.factories import SignInFactory
from tests.unionoffice.administration.factories import (
    RuleSettingFactory,
    SchoolProfileFactory,
    SchoolSpanFactory,
    SpecialDayFactory,
    StrokeOrderFactory,
)
from tests.unionoffice.attachments import files
from tests.unionoffice.attachments.factories import AttachmentFactory
from tests.unionoffice.inbox.factories import MessageFactory, NoticeFactory, RobotFactory
from tests.unionoffice.jobs.factories import JobFactory
from tests.welfare.factories import VisitFactory
from unionoffice.attachments import Kind
from unionoffice.audit import trail_of
from unionoffice.inbox.enums import MessageStatus
from unionoffice.sources import SourceRef
from welfare.enums import VisitStatus

TABLE = """
                              ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
search                        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
help                          o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
health                        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
account_login                 d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  o
account_logout                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
account_own                   o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
account_stay                  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
account_end                   -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
account_end_others            o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
account_change_password       o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
attachment                    o  o  o  o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -
attachment/sensitive          o  o  -  -  -  o  -  -  -  -  -  -  -  -  -  -  -  -  -
attachment-thumb              o  o  o  o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -
attachment-rows               o  o  o  o  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -
attachment-add                x  o  o  o  x  -  -  -  -  -  -  -  -  -  -  -  -  -  s
attachment-remove             x  o  o  o  x  -  -  -  -  -  -  -  -  -  -  -  -  -  s
trail-list                    o  o  x  x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  s
trail-entry                   o  o  x  x  -  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:entrance             o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:profiles             o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:school               x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:union                x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:logo                 o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
settings:calendar             o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:span-add             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:span-update          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:span-remove          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:special-day-add      x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:special-day-remove   x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:holidays             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:rules                o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:rule-detail          o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:rule-set             x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:rule-withdraw        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:strokes              o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:strokes-enter        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
settings:strokes-remove       x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
inbox:notice-list             o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
inbox:notice                  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
inbox:email                   o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
inbox:robot-list              x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
inbox:robot-add               x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
inbox:robot-detail            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
inbox:robot-test              x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
inbox:robot-switch-off        x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
inbox:robot-switch-on         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
inbox:message-list            x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
inbox:message-detail          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
inbox:message-resend          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
job                           -  o  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
"""


def proof():
    """Of an illness: a file of a paid visit, which the auditor sees."""
    visit = VisitFactory(status=VisitStatus.PAID, entry=BookedEntryFactory())
    return AttachmentFactory(source=SourceRef.to(visit), sensitive=True)


def trail_entry():
    """Of a record that is for those who answer for the whole office."""
    return trail_of(SpecialDayFactory()).get()


RECORDS = {
    "account_end": lambda: {"pk": SignInFactory().pk},
    "attachment": lambda: {"token": AttachmentFactory().token},
    "attachment/sensitive": lambda: {"token": proof().token},
    "attachment-thumb": lambda: {"token": AttachmentFactory(kind=Kind.PNG, content=files.photo("PNG")).token},
    "attachment-rows": lambda: {"token": AttachmentFactory(kind=Kind.TEXT, name="明细.csv", content=b"a,b").token},
    "attachment-add": lambda: {"model": "finance.entry", "pk": EntryFactory(status=EntryStatus.SUBMITTED).pk},
    "attachment-remove": lambda: {"token": AttachmentFactory().token},
    "trail-entry": lambda: {"pk": trail_entry().pk},
    "settings:logo": lambda: {"digest": SchoolProfileFactory().logo_name},
    "settings:span-update": lambda: {"pk": SchoolSpanFactory().pk},
    "settings:span-remove": lambda: {"pk": SchoolSpanFactory().pk},
    "settings:special-day-remove": lambda: {"pk": SpecialDayFactory().pk},
    "settings:rule-detail": lambda: {"key": RuleSettingFactory().key},
    "settings:rule-set": lambda: {"key": RuleSettingFactory().key},
    "settings:rule-withdraw": lambda: {"pk": RuleSettingFactory().pk},
    "settings:strokes-remove": lambda: {"pk": StrokeOrderFactory().pk},
    "inbox:notice": lambda: {"pk": NoticeFactory().pk},
    "inbox:robot-detail": lambda: {"pk": RobotFactory().pk},
    "inbox:robot-test": lambda: {"pk": RobotFactory().pk},
    "inbox:robot-switch-off": lambda: {"pk": RobotFactory().pk},
    "inbox:robot-switch-on": lambda: {"pk": RobotFactory(is_active=False).pk},
    "inbox:message-detail": lambda: {"pk": MessageFactory().pk},
    "inbox:message-resend": lambda: {"pk": MessageFactory(status=MessageStatus.FAILED).pk},
    "job": lambda: {"pk": JobFactory().pk},
}
