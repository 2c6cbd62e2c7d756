"""Reads of the channels, what hangs there and what checks left open."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from affairs.models import Channel, CheckIssue, Disclosure, Posting
from affairs.permissions import keeps_channels, records_checks
from members.models import Committee, Member, OfficeHolding

RECENT = timedelta(days=60)
"""How long what came onto the board is offered to be put up; what is older is put up from its own page."""

SUPERVISION_GROUP = "监督小组"
"""What the name of the committee contains that checks the board, where the school keeps it as a committee."""


def with_what_hangs(channels: QuerySet[Channel]) -> QuerySet[Channel]:
    """Each with how many papers hang there (`hanging`)."""
    return channels.annotate(hanging=Count("postings", filter=Q(postings__down_on__isnull=True)))


def hanging_at(channel: Channel) -> QuerySet[Posting]:
    """What hangs there, what went up last on top."""
    return channel.postings.hanging().with_text()


def worth_posting(channel: Channel, on: date) -> QuerySet[Disclosure]:
    """What came onto the board lately, is still there and doesn't hang here yet, the newest first."""
    here = channel.postings.hanging().filter(disclosure=OuterRef("pk"))
    rows = Disclosure.objects.posted_on(on).filter(~Exists(here), published_on__gte=on - RECENT).without_text()
    return rows.order_by("-published_on", "-pk")


def postings_of(disclosure: Disclosure, user: Any) -> QuerySet[Posting]:
    """Where paper copies of this version hang or hung, as far as the user may know of it."""
    return Posting.objects.visible_to(user).filter(disclosure=disclosure).with_text()


def stale_postings(user: Any) -> QuerySet[Posting]:
    """Paper copies that this user has to take down: of the own channels, and for who keeps the board of those that
    have no keeper.
    """
    mine = Q(channel__keeper__isnull=False, channel__keeper=user.member_id)
    if keeps_channels.test(user):
        mine |= Q(channel__keeper__isnull=True)
    return Posting.objects.stale().filter(mine).with_text().order_by("up_on", "pk")


def open_issues(user: Any) -> QuerySet[CheckIssue]:
    """What checks asked for that waits for this user: to be done by them; whoever records checks sees all."""
    issues = CheckIssue.objects.unfinished().select_related("check_held", "handler")
    if not records_checks.test(user):
        issues = issues.filter(handler__isnull=False, handler=user.member_id)
    return issues.defer(*Member.secrets_of("handler")).order_by("due_on", "pk")


def supervision_group(on: date) -> list[Member]:
    """Who sits in the supervision group on a day, where the school keeps it among its committees."""
    committees = Committee.objects.filter(name__contains=SUPERVISION_GROUP)
    offices = OfficeHolding.objects.held_on(on).filter(term__committee__in=committees, term__from_on__lte=on)
    return list(Member.objects.filter(offices__in=offices).distinct().order_by("pk"))
