"""Reads of committees: which steps of a term are on file, who serves in it, and when the next one is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from members.models import CommitteeTerm, Member, OfficeHolding
from unionoffice.rules import RuleSetting, rule, rules_under
from unionoffice.tones import Tone

RULES = "members.committee."
"""What the keys of the rules on committees begin with."""


@dataclass(frozen=True)
class FileStep:
    """One step of a term's file: 请示, 批复, 选举, 结果上报, 答复."""

    label: str
    on: date | None
    text: str

    @property
    def is_done(self) -> bool:
        """Whether it is on file: its day is known."""
        return self.on is not None


def file_steps(term: CommitteeTerm) -> list[FileStep]:
    """The steps of a term's file in their order, those without a day still to come."""
    guide = _("现场指导人：%(name)s") % {"name": term.guided_by} if term.guided_by else ""
    size = _("批准委员%(n)d名") % {"n": term.size_approved} if term.size_approved else ""
    return [
        FileStep(_("向上级工会请示"), term.requested_on, term.request_no),
        FileStep(_("上级工会批复"), term.approved_on, _joined(term.approval_no, size)),
        FileStep(_("选举"), term.elected_on, _joined(term.elected_how, guide)),
        FileStep(_("上报选举结果"), term.reported_on, term.report_no),
        FileStep(_("上级工会答复"), term.replied_on, term.reply_no),
    ]


def _joined(*parts: str) -> str:
    return "；".join(part for part in parts if part)


def offices_of_term(term: CommitteeTerm) -> Any:
    """Everybody who held office in a term, the chair first."""
    offices = OfficeHolding.objects.filter(term=term).in_order_of_post().select_related("member")
    return offices.defer(*Member.secrets_of("member"))


def days_until_renewal_is_due(on: date) -> timedelta:
    """How long before its last day a term is to be renewed."""
    return timedelta(days=rule(f"{RULES}warning", on=on))


def rules_of_committees(on: date) -> dict[str, RuleSetting]:
    """The rules on committees that hold on a day, by the end of their keys."""
    return rules_under(RULES, on=on)


def renewal_badge_words(term: CommitteeTerm, on: date, warning: timedelta) -> tuple[str, Tone]:
    """How far a term has come: it waits once its end is near, and its committee serves on after it."""
    if on < term.from_on:
        return _("尚未开始"), Tone.CLOSED
    if term.to_on < on:
        return _("到期应换届"), Tone.WAITS
    if term.to_on - on <= warning:
        return _("即将到期"), Tone.WAITS
    return _("任期内"), Tone.ACTIVE


def terms_to_renew(on: date) -> Iterator[CommitteeTerm]:
    """The last term of each committee, where its end is near or past."""
    last: dict[int, CommitteeTerm] = {}
    for term in CommitteeTerm.objects.select_related("committee").order_by("from_on"):
        last[term.committee_id] = term
    limit = on + days_until_renewal_is_due(on)
    return (term for term in last.values() if term.from_on <= on and term.to_on <= limit)
