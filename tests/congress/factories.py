"""Terms, sessions, delegates and proposals for tests."""

from datetime import date

import factory

from congress.enums import (
    ANSWER_DUE,
    PUBLISHED,
    SIGNED_ONCE,
    UNFILED,
    Category,
    Grade,
    Outcome,
    ProposalStatus,
    Result,
    SessionStatus,
)
from congress.models import Answer, Delegate, Proposal, Rating, Session, Term
from tests.members.factories import AccountFactory, DepartmentFactory, MemberFactory

S = ProposalStatus

OUTCOMES = {
    **dict.fromkeys(PUBLISHED, Outcome.ACCEPTED),
    S.MERGED: Outcome.MERGED,
    S.TURNED: Outcome.TURNED,
    S.REFUSED: Outcome.REFUSED,
}


class TermFactory(factory.django.DjangoModelFactory):
    """The ninth term, which runs on the day of the tests."""

    class Meta:
        model = Term
        django_get_or_create = ("number",)

    number = 9
    from_on = date(2024, 9, 1)
    to_on = date(2029, 8, 31)


class SessionFactory(factory.django.DjangoModelFactory):
    """The term's third session, which takes proposals on the day of the tests."""

    class Meta:
        model = Session
        django_get_or_create = ("term", "number")

    term = factory.SubFactory(TermFactory)
    number = 3
    status = SessionStatus.PLANNED
    starts_on = date(2026, 12, 28)
    ends_on = date(2026, 12, 29)
    call_from = date(2026, 11, 10)
    call_to = date(2026, 11, 30)


class DelegateFactory(factory.django.DjangoModelFactory):
    """A delegate with a vote, from the term's first day."""

    class Meta:
        model = Delegate

    term = factory.SubFactory(TermFactory)
    member = factory.SubFactory(MemberFactory)
    from_on = date(2024, 9, 1)


class HeadedDepartmentFactory(DepartmentFactory):
    """A department whose head has an account."""

    head = factory.LazyFunction(lambda: AccountFactory(name="曹喆", member__name="曹喆").member)


class ProposalFactory(factory.django.DjangoModelFactory):
    """A proposal by 林芳 at the step that is asked for, with what it has there; a draft where none is."""

    class Meta:
        model = Proposal
        skip_postgeneration_save = True

    status = S.DRAFT
    category = Category.WELFARE
    title = "改善食堂早餐"
    reason = "早餐品种太少"
    measures = "增加两个窗口"
    originator = factory.SubFactory(MemberFactory)
    proposer = factory.LazyAttribute(lambda one: one.originator if one.status not in (S.DRAFT, S.OFFERED) else None)
    number = factory.LazyAttributeSequence(lambda one, n: "" if one.status in UNFILED else f"2026-{n + 101:03}")
    filed_on = factory.LazyAttribute(lambda one: date(2026, 11, 12) if one.number else None)
    session = factory.LazyAttribute(lambda one: SessionFactory() if one.number else None)
    outcome = factory.LazyAttribute(lambda one: OUTCOMES.get(one.status, Outcome.NONE))
    reviewed_on = factory.LazyAttribute(lambda one: date(2026, 11, 14) if one.outcome else None)
    review = factory.LazyAttribute(lambda one: "不属于学校职权" if one.status in (S.TURNED, S.REFUSED) else "")
    merged_into = factory.LazyAttribute(
        lambda one: ProposalFactory(status=S.ACCEPTED) if one.status == S.MERGED else None
    )
    lead = factory.LazyAttribute(
        lambda one: HeadedDepartmentFactory() if one.status in (*ANSWER_DUE, *SIGNED_ONCE) else None
    )
    due_on = factory.LazyAttribute(lambda one: date(2026, 12, 31) if one.lead else None)
    result = factory.LazyAttribute(lambda one: Result.SOLVING if one.status in SIGNED_ONCE else "")
    answered_on = factory.LazyAttribute(lambda one: date(2026, 11, 20) if one.result else None)
    closed_on = factory.LazyAttribute(lambda one: date(2026, 11, 21) if one.status == S.CLOSED else None)

    @factory.post_generation
    def answers(self, create, _extracted, **_kwargs):
        """What the department wrote, signed where the state says so."""
        if create and self.status in (S.ANSWERED, *SIGNED_ONCE):
            AnswerFactory(proposal=self, signed=self.status != S.ANSWERED)


class AnswerFactory(factory.django.DjangoModelFactory):
    """An answer of the lead department."""

    class Meta:
        model = Answer

    class Params:
        signed = False

    department = factory.SelfAttribute("proposal.lead")
    result = Result.SOLVING
    text = "下月增加两个窗口"
    written_by = factory.LazyAttribute(lambda one: one.department.head.account)
    written_on = date(2026, 11, 19)
    signed_by = factory.LazyAttribute(lambda one: AccountFactory() if one.signed else None)
    signed_on = factory.LazyAttribute(lambda one: date(2026, 11, 20) if one.signed else None)


class RatingFactory(factory.django.DjangoModelFactory):
    """Somebody who is content with an answer."""

    class Meta:
        model = Rating

    member = factory.SubFactory(MemberFactory)
    grade = Grade.SATISFIED
    rated_on = date(2026, 11, 21)
