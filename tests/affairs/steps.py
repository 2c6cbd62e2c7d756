"""The steps of a disclosure as tests take them."""

from affairs import services
from affairs.enums import Reach, Stage
from affairs.models import Disclosure
from tests.affairs.factories import FUNDS, item
from tests.conftest import TODAY
from unionoffice.audit import trail_of
from unionoffice.inbox import Notice

BODY = "本季度支出120,000.00元。"


def unsaved(content=FUNDS, **fields):
    told = {"title": "第三季度经费使用情况", "body": BODY, "stage": Stage.AFTER, "reach": Reach.STAFF}
    return Disclosure(item=item(content), **{**told, **fields})


def draft(by, content=FUNDS, *, on=TODAY, source=None, **fields):
    return services.draft_disclosure(unsaved(content, **fields), by=by, on=on, source=source)


def handed_in(by, content=FUNDS, *, on=TODAY, **fields):
    return services.submit_disclosure(draft(by, content, on=on, **fields), by=by, on=on)


def approve(disclosure, by, *, on=TODAY):
    return services.approve_disclosure(disclosure, version=disclosure.version, by=by, on=on)


def published(writer, approver, content=FUNDS, *, on=TODAY, **fields):
    return approve(handed_in(writer, content, on=on, **fields), approver, on=on)


def corrected(disclosure, writer, approver, *, on=TODAY, **changes):
    """The published correction of a published one."""
    correction = services.correct_disclosure(disclosure, note="更正金额。", by=writer, on=on)
    services.mend_disclosure(correction, changes=changes, by=writer, on=on)
    services.submit_disclosure(correction, by=writer, on=on)
    return approve(correction, approver, on=on)


def stored(disclosure):
    return Disclosure.objects.get(pk=disclosure.pk)


def verbs(record):
    return [(entry.actor_name, entry.verb) for entry in reversed(trail_of(record))]


def told(account):
    return list(Notice.objects.filter(account=account).order_by("pk").values_list("sentence", "url"))
