"""Reads of the agenda: what has to be passed, by how many, what delegates said to it, and what comes again."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from affairs.enums import UNDER_WAY, ConsultationStatus
from affairs.models import Consultation, RegulationVersion
from congress.enums import MUST_PASS, PREPARED_BY_ALL, Body, ItemKind, Matter
from congress.models import AgendaItem, Delegate, ItemOpinion, Session, Tally, Term
from congress.models.voters import electors, voters_of
from members.enums import AudienceKey
from members.models import Audience, Member
from members.permissions import member_id_of
from members.selectors import audience_members
from unionoffice.rules import rule

MAJORITY = "congress.majority"
REMIND_RESOLUTION = "congress.remind_resolution"


def must_pass_key(matter: str) -> str:
    """The rule that says whether a matter has to be passed."""
    return f"congress.must_pass.{matter}"


def must_pass(matter: str, on: date) -> bool:
    """Whether a matter is decided by 讨论通过 alone on a day."""
    return matter in MUST_PASS and bool(rule(must_pass_key(matter), on=on))


def majority(on: date) -> Decimal:
    """The share of all who are due, in percent, that has to be exceeded."""
    percent: Decimal = rule(MAJORITY, on=on)
    return percent


def tally_votes(*, due: int, present: int, in_favour: int, against: int, abstained: int, on: date) -> Tally:
    """What a vote came to by the rule of its day."""
    return Tally.of(
        due=due,
        present=present,
        in_favour=in_favour,
        against=against,
        abstained=abstained,
        percent=majority(on),
    )


def people_due(session: Session, on: date) -> int:
    """All who have a vote at a session: as counted when it opened, else those of the day within its days."""
    if session.due_count is not None:
        return session.due_count
    return voters_of(session.term, min(max(on, session.starts_on), session.ends_on)).count()


def may_speak(term: Term, member_id: int | None, on: date) -> bool:
    """Whether somebody may say something to an item: delegates of every kind, or all who meet."""
    if member_id is None:
        return False
    seated = Delegate.objects.in_force_on(on).filter(term=term, member=member_id)
    return seated.exists() or voters_of(term, on).filter(pk=member_id).exists()


def speakers_of(term: Term, on: date) -> QuerySet[Member]:
    """Everybody in whose name an opinion can be noted."""
    seated = Delegate.objects.in_force_on(on).filter(term=term)
    voters = voters_of(term, on).order_by()
    return Member.objects.filter(Q(pk__in=seated.values("member")) | Q(pk__in=voters.values("pk"))).order_by("pinyin")


def current_item(session: Session) -> AgendaItem | None:
    """What the session is at: shown in the hall."""
    return session.agenda.filter(is_current=True).select_related("presenter").first()


def items_of(session: Session) -> QuerySet[AgendaItem]:
    """The agenda in its order, with what its page names."""
    rows = session.agenda.in_order().select_related(
        "presenter", "regulation_version", "consultation__audience", "again_of__session__term", "taken_up_again"
    )
    named = rows.defer(
        *Member.secrets_of("presenter"),
        "regulation_version__text",
        "consultation__text",
        "consultation__revised_text",
    )
    return named.prefetch_related("opinions")


def lacking_consultation(items: Iterable[AgendaItem], session: Session) -> dict[int, str]:
    """Of each item whose draft everybody should have seen before the session, why that isn't so, by its key.

    学校教职工代表大会规定: drafts are laid before all staff beforehand. One query for each audience that the school
    made itself, whatever the number of items.
    """
    whole: dict[int, bool] = {}
    found: dict[int, str] = {}
    for item in items:
        if item.kind in PREPARED_BY_ALL and (reason := _lack(item.consultation, session, whole)):
            found[item.pk] = reason
    return found


def _lack(consultation: Consultation | None, session: Session, whole: dict[int, bool]) -> str:
    if consultation is None:
        return _("会前还没有向全体教职工征求意见，请关联征求意见。")
    if consultation.status in (ConsultationStatus.DRAFT, ConsultationStatus.WITHDRAWN):
        return _("关联的征求意见没有开展，请先开展或改为关联别的征求意见。")
    if consultation.audience_id not in whole:
        whole[consultation.audience_id] = asks_everybody(consultation.audience, consultation.opened_on)
    if not whole[consultation.audience_id]:
        return _("征求意见的范围不是全体教职工。")
    if (consultation.closed_on or consultation.closes_on) >= session.starts_on:
        return _("征求意见要在会议召开以前截止。")
    return ""


def asks_everybody(audience: Audience, on: date | None) -> bool:
    """Whether everybody on the staff belongs to an audience on a day."""
    if audience.key == AudienceKey.STAFF:
        return True
    if on is None:
        return False
    asked = audience_members(audience, on).order_by()
    return not electors(Body.STAFF, on).exclude(pk__in=asked.values("pk")).exists()


def consultation_on(version: RegulationVersion) -> Consultation | None:
    """The consultation that a version was asked about in, or came from."""
    about = Consultation.objects.filter(Q(regulation_version=version) | Q(resulting_version=version))
    return about.exclude(status=ConsultationStatus.WITHDRAWN).order_by("-pk").first()


def versions_to_lay() -> QuerySet[RegulationVersion]:
    """Versions that a session can be asked to pass: those under way."""
    return RegulationVersion.objects.filter(status__in=UNDER_WAY).select_related("regulation").order_by("title", "pk")


def consultations_to_name() -> QuerySet[Consultation]:
    """Consultations that were opened at some time, the latest first."""
    rows = Consultation.objects.exclude(status__in=[ConsultationStatus.DRAFT, ConsultationStatus.WITHDRAWN])
    return rows.defer("text", "revised_text").order_by("-opened_on", "-pk")


def earlier_item(version: RegulationVersion) -> AgendaItem | None:
    """The last item on an earlier version of the regulation, or on this one, that waits for a later vote."""
    on_it = AgendaItem.objects.filter(regulation_version__regulation=version.regulation_id).unsettled()
    return on_it.order_by("-decided_on", "-pk").first()


def item_matter_of(version: RegulationVersion) -> Matter:
    """What a regulation of its kind is about, as the agenda says it."""
    by_kind = {
        "personnel": Matter.HIRING,
        "appraisal": Matter.APPRAISAL,
        "pay": Matter.PAY,
        "welfare": Matter.WELFARE,
    }
    return by_kind.get(version.regulation.kind, Matter.OTHER)


def item_kind_of(version: RegulationVersion) -> ItemKind:
    """What the congress does with a version: what it has to pass it passes, the rest it deliberates."""
    return ItemKind.PASS if version.regulation.needs_congress else ItemKind.DELIBERATE


def open_opinions() -> QuerySet[ItemOpinion]:
    """What the school still has to answer, the oldest first."""
    rows = ItemOpinion.objects.unanswered().select_related("item__session__term", "member", "delegation")
    return rows.defer(*Member.secrets_of("member")).order_by("raised_on", "pk")


def opinions_of(session: Session, user: Any) -> QuerySet[ItemOpinion]:
    """What was said to the items of a session, as far as this person reads it."""
    rows = ItemOpinion.objects.visible_to(user).filter(item__session=session)
    named = rows.select_related("item", "member", "delegation").defer(*Member.secrets_of("member"))
    return named.order_by("item__place", "item", "pk")


def delegations_led(term: Term, user: Any) -> QuerySet[Any]:
    """The delegations of a term in whose name this person may speak."""
    mine = member_id_of(user)
    return term.delegations.filter(head=mine) if mine is not None else term.delegations.none()
