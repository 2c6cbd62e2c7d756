"""Agendas, opinions, resolutions, decisions and minutes as tests make them."""

from datetime import date

import factory

from congress.enums import Decider, ItemKind, ItemOutcome, SessionStatus
from congress.models import AgendaItem, InterimDecision, ItemOpinion, Resolution, SessionMinutes
from tests.congress.factories import SessionFactory, TermFactory
from tests.members.factories import MemberFactory

MET_ON = date(2026, 11, 18)
"""The day of the session of these tests, four days ago."""


class HeldSessionFactory(SessionFactory):
    """The third session of the ninth term, which took place this week; 80 were due, 60 came."""

    status = SessionStatus.HELD
    starts_on = MET_ON
    ends_on = MET_ON
    due_count = 80
    present_count = 60


class ItemFactory(factory.django.DjangoModelFactory):
    """A report of the headmaster on the agenda of that session; decided where an outcome is asked for."""

    class Meta:
        model = AgendaItem

    session = factory.SubFactory(HeldSessionFactory)
    kind = ItemKind.HEAR
    title = factory.Sequence(lambda n: f"学校工作报告{n + 1}")
    presented_by = "校长"
    place = factory.Sequence(lambda n: n + 1)
    outcome = ItemOutcome.OPEN
    decided_on = factory.LazyAttribute(lambda one: MET_ON if one.outcome else None)


def voted(in_favour: int, **fields) -> AgendaItem:
    """A draft that was voted on with 80 due, of whom 41 had to be for it."""
    passed = in_favour >= 41
    counts = {"due": 80, "present": 60, "against": 0, "abstained": 0, "needed": 41, "way": "secret"}
    outcome = ItemOutcome.PASSED if passed else ItemOutcome.FAILED
    return ItemFactory(kind=ItemKind.PASS, outcome=outcome, in_favour=in_favour, **counts, **fields)


class ItemOpinionFactory(factory.django.DjangoModelFactory):
    """A delegate's word on an item, which waits for an answer; `answered` with one."""

    class Meta:
        model = ItemOpinion

    class Params:
        answered = factory.Trait(
            outcome="partly", answer="先在一个年级试行。", office="教务处", answered_on=date(2026, 11, 20)
        )

    item = factory.SubFactory(ItemFactory)
    member = factory.SubFactory(MemberFactory)
    text = "课时津贴应当分学段计算。"
    raised_on = MET_ON


class ResolutionFactory(factory.django.DjangoModelFactory):
    """What that session resolved; `done` where it is carried out."""

    class Meta:
        model = Resolution

    class Params:
        done = factory.Trait(status="done", done_on=date(2026, 11, 20))

    session = factory.SubFactory(HeldSessionFactory)
    number = factory.LazyAttribute(lambda one: one.session.resolutions.count() + 1)
    title = "关于学校工作报告的决议"
    text = "<p>会议同意学校工作报告。</p>"
    adopted_on = factory.LazyAttribute(lambda one: one.session.ends_on)


class InterimDecisionFactory(factory.django.DjangoModelFactory):
    """What the heads of the delegations decided between two sessions."""

    class Meta:
        model = InterimDecision

    term = factory.SubFactory(TermFactory)
    decider = Decider.HEADS
    title = "调整食堂补贴"
    text = "同意从九月起每人每月增加五十元。"
    decided_on = date(2026, 9, 10)


class SessionMinutesFactory(factory.django.DjangoModelFactory):
    """A draft of the minutes."""

    class Meta:
        model = SessionMinutes

    session = factory.SubFactory(HeldSessionFactory)
    text = "<p>会议听取了学校工作报告。</p>"
