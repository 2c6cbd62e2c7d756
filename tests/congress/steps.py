"""The steps of a proposal as tests take them, and the people who take them."""

from datetime import date

from congress import services
from congress.enums import Category, Grade, ProposalStatus, Result
from congress.models import Proposal
from tests.conftest import TODAY, make_actor
from tests.congress.factories import DelegateFactory, HeadedDepartmentFactory, SessionFactory
from tests.members.factories import GroupPlaceFactory
from unionoffice.audit import trail_of
from unionoffice.inbox import Notice
from unionoffice.roles import Role

TEXT = {
    "category": Category.WELFARE,
    "title": "改善食堂早餐",
    "reason": "早餐品种太少",
    "measures": "增加两个窗口",
    "show_name": True,
}
DUE = date(2026, 12, 18)
PROMISED = date(2027, 3, 31)
"""By when an answer says that it will be done."""


def delegate_of(group, name):
    """A delegate sent by a union group, who belongs to it."""
    account = make_actor(None, name)
    GroupPlaceFactory(member=account.member, group=group)
    DelegateFactory(member=account.member, group=group)
    return account


def draft(by, **fields):
    return services.draft_proposal(Proposal(**{**TEXT, **fields}), by=by)


def seeking(by, **fields):
    return services.seek_seconders(draft(by, **fields), by=by, on=TODAY)


def seconded(proposal, *names):
    """Each second by a delegate of that name."""
    for name in names:
        services.second_proposal(proposal, by=make_actor(Role.DELEGATE, name), on=TODAY)
    return proposal


def filed(by, **fields):
    SessionFactory()
    proposal = seconded(seeking(by, **fields), "王磊", "李静")
    return services.file_proposal(proposal, by=by, on=TODAY)


def accepted(by, secretary, **fields):
    return services.accept_proposal(filed(by, **fields), by=secretary, on=TODAY)


def assigned(by, secretary, *, assisting=(), **fields):
    lead = HeadedDepartmentFactory()
    return services.assign_proposal(
        accepted(by, secretary, **fields), lead=lead, assisting=assisting, due_on=DUE, by=secretary, on=TODAY
    )


def handled(by, secretary, **fields):
    proposal = assigned(by, secretary, **fields)
    return services.receive_proposal(proposal, by=head_of(proposal))


def answered(by, secretary, *, result=Result.SOLVING, **fields):
    proposal = handled(by, secretary, **fields)
    write_answer(proposal, result=result)
    return proposal


def signed(by, secretary, leader, **fields):
    proposal = answered(by, secretary, **fields)
    services.sign_answer(proposal, by=leader, on=TODAY)
    return proposal


def write_answer(proposal, *, result=Result.SOLVING, text="下月增加两个窗口", expected_on=PROMISED, without=""):
    told = {"result": result, "text": text, "expected_on": expected_on, "without": without}
    return services.answer_proposal(proposal, **told, by=head_of(proposal), on=TODAY)


def rate(proposal, by, grade=Grade.SATISFIED, comment=""):
    return services.rate_answer(proposal, grade=grade, comment=comment, by=by, on=TODAY)


def head_of(proposal):
    return proposal.lead.head.account


def stored(proposal):
    return Proposal.objects.get(pk=proposal.pk)


def status(proposal):
    return ProposalStatus(stored(proposal).status)


def verbs(record):
    return [(entry.actor_name, entry.verb) for entry in reversed(trail_of(record))]


def notices(account):
    """What somebody was told, the latest last."""
    return list(Notice.objects.filter(account=account).order_by("pk").values_list("sentence", flat=True))
