"""What people try on a proposal in random walks: what each move asks, does, and may lead from and to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import rules

from congress import permissions, services
from congress.enums import Outcome
from congress.models import Delegate, Proposal
from members.models import Account, Department
from members.selectors import holders_of
from tests.conftest import TODAY
from tests.congress.steps import DUE, PROMISED
from unionoffice.roles import Role

LATER = date(2026, 12, 31)
"""By when a department would answer if it were given more time."""

AFTER = date(2026, 12, 1)
"""The day after the call for proposals."""

LEGAL: dict[str, set[tuple[str, str]]] = {
    "offer": {("draft", "offered")},
    "retract": {("offered", "draft")},
    "take up": {("offered", "seconding")},
    "take up for delegation": {("offered", "seconding")},
    # The last of those who were asked gives it back.
    "beg off": {("offered", "offered"), ("offered", "draft")},
    "seek": {("draft", "seconding")},
    "seek for delegation": {("draft", "seconding")},
    "edit": {("draft", "draft"), ("seconding", "seconding")},
    "invite": {("seconding", "seconding")},
    "second": {("seconding", "seconding")},
    "decline": {("seconding", "seconding")},
    "take back": {("seconding", "seconding")},
    "file": {("seconding", "filed")},
    "hand over": {("draft", "turned"), ("seconding", "turned")},
    "withdraw": {("seconding", "withdrawn"), ("filed", "withdrawn"), ("accepted", "withdrawn")},
    "accept": {("filed", "accepted")},
    "merge": {("filed", "merged")},
    "turn": {("filed", "turned")},
    "refuse": {("filed", "refused")},
    "assign": {("accepted", "assigned")},
    "reassign": {("assigned", "assigned"), ("handling", "assigned")},
    "receive": {("assigned", "handling")},
    "send back": {("assigned", "accepted")},
    "opine": {("assigned", "assigned"), ("handling", "handling"), ("answered", "answered")},
    "ask for time": {("handling", "handling")},
    "grant time": {("handling", "handling")},
    "deny time": {("handling", "handling")},
    "prioritise": {(one, one) for one in ("accepted", "assigned", "handling", "answered")},
    "drop priority": {(one, one) for one in ("accepted", "assigned", "handling", "answered")},
    "answer": {("handling", "answered")},
    "return": {("answered", "handling")},
    "sign": {("answered", "signed")},
    "rate": {
        ("signed", "handling"),
        ("signed", "followed"),
        ("signed", "closed"),
        # What others than the proposer say decides nothing.
        ("signed", "signed"),
        ("followed", "followed"),
        ("closed", "closed"),
    },
    "follow up": {("followed", "followed")},
    "finish": {("followed", "closed")},
    "acknowledge": {("closed", "closed")},
    "reopen": {("closed", "followed")},
    "honour": {("followed", "followed"), ("closed", "closed")},
    "drop honour": {("followed", "followed"), ("closed", "closed")},
}
"""What each move may lead from and to, written by hand from the law and the school's rules."""

REVIEW = {"accept": Outcome.ACCEPTED, "merge": Outcome.MERGED, "turn": Outcome.TURNED, "refuse": Outcome.REFUSED}
"""Moves by which the review group says what becomes of a proposal."""


@dataclass(frozen=True)
class Move:
    """What a page asks before it acts, and how it acts: on a proposal, as somebody, with what was drawn."""

    asks: rules.Predicate
    acts: Callable[[Proposal, Account, Any], Any]


def plain(service: Callable[..., Any], **fixed: Any) -> Callable[[Proposal, Account, Any], Any]:
    """A move that draws nothing."""
    return lambda proposal, by, _drawn: service(proposal, by=by, **fixed)


def offer(proposal: Proposal, by: Account, drawn: Any) -> Any:
    delegates = Delegate.objects.order_by("pk").select_related("member")
    asked = delegates[drawn["at"] % 4].member if drawn["at"] > 3 else None
    return services.offer_proposal(proposal, by=by, on=TODAY, asked=asked)


def invite(proposal: Proposal, by: Account, drawn: Any) -> Any:
    asked = [one.member for one in Delegate.objects.select_related("member").order_by("pk")[drawn["at"] % 3 :]]
    return services.invite_seconders(proposal, asked, by=by, on=TODAY)


def given(drawn: Any) -> dict[str, Any]:
    lead, helper = Department.objects.filter(head__isnull=False).order_by("pk")[drawn["at"] % 2 :][:2]
    return {"lead": lead, "assisting": [helper], "due_on": DUE, "on": TODAY}


def merge(proposal: Proposal, by: Account, drawn: Any) -> Any:
    into = Proposal.objects.filed().order_by("pk")
    return services.merge_proposal(proposal, into[drawn["at"] % into.count()], by=by, on=TODAY)


def prioritise(proposal: Proposal, by: Account, drawn: Any) -> Any:
    leaders = holders_of(Role.PRINCIPAL, Role.VICE_PRINCIPAL, on=TODAY).order_by("pk")
    return services.prioritise_proposal(proposal, leaders[drawn["at"] % 2].member, by=by, on=TODAY)


def rate(proposal: Proposal, by: Account, drawn: Any) -> Any:
    return services.rate_answer(proposal, grade=drawn["grade"], comment="请再办", by=by, on=TODAY)


def answer(proposal: Proposal, by: Account, drawn: Any) -> Any:
    told = {"result": drawn["result"], "text": "已办", "expected_on": PROMISED, "without": "事情紧急"}
    return services.answer_proposal(proposal, **told, by=by, on=TODAY)


def edit(proposal: Proposal, by: Account, drawn: Any) -> Any:
    return services.edit_proposal(proposal, {"title": f"改善食堂早餐{drawn['at']}"}, by=by)


def hand_over(proposal: Proposal, by: Account, drawn: Any) -> Any:
    return services.hand_over_proposal(proposal, by=by, on=AFTER if drawn["at"] > 3 else TODAY)


def acknowledge(proposal: Proposal, by: Account, drawn: Any) -> Any:
    return services.acknowledge_fulfilment(
        proposal, is_done=bool(drawn["at"] % 2), comment="窗口没有开", by=by, on=TODAY
    )


def honour(proposal: Proposal, by: Account, _drawn: Any) -> Any:
    return services.honour_proposals([proposal], decision="第九届教代会主席团会议", by=by, on=TODAY)


MOVES: dict[str, Move] = {
    "offer": Move(permissions.may_offer, offer),
    "retract": Move(permissions.may_retract, plain(services.retract_proposal)),
    "take up": Move(permissions.may_take_up, plain(services.take_up_proposal, on=TODAY)),
    "take up for delegation": Move(
        permissions.may_take_up, plain(services.take_up_proposal, on=TODAY, for_delegation=True)
    ),
    "beg off": Move(permissions.may_beg_off, plain(services.beg_off_proposal, on=TODAY)),
    "seek": Move(permissions.may_seek, plain(services.seek_seconders, on=TODAY)),
    "seek for delegation": Move(permissions.may_seek, plain(services.seek_seconders, on=TODAY, for_delegation=True)),
    "edit": Move(permissions.may_edit, edit),
    "invite": Move(permissions.may_invite, invite),
    "second": Move(permissions.may_second, plain(services.second_proposal, on=TODAY)),
    "decline": Move(permissions.may_decline, plain(services.decline_seconding, on=TODAY)),
    "take back": Move(permissions.may_take_back, plain(services.take_back_seconding, on=TODAY)),
    "file": Move(permissions.may_file, plain(services.file_proposal, on=TODAY)),
    "hand over": Move(permissions.may_hand_over, hand_over),
    "withdraw": Move(permissions.may_withdraw, plain(services.withdraw_proposal, on=TODAY, reason="不再需要")),
    "accept": Move(permissions.may_review, plain(services.accept_proposal, on=TODAY)),
    "merge": Move(permissions.may_review, merge),
    "turn": Move(permissions.may_review, plain(services.turn_proposal, on=TODAY, reason="日常管理")),
    "refuse": Move(permissions.may_review, plain(services.refuse_proposal, on=TODAY, reason="不属职权")),
    "assign": Move(
        permissions.may_assign, lambda one, by, drawn: services.assign_proposal(one, **given(drawn), by=by)
    ),
    "reassign": Move(
        permissions.may_reassign, lambda one, by, drawn: services.reassign_proposal(one, **given(drawn), by=by)
    ),
    "receive": Move(permissions.may_receive, plain(services.receive_proposal)),
    "send back": Move(permissions.may_receive, plain(services.send_back_proposal, on=TODAY, reason="不属职责")),
    "opine": Move(permissions.may_opine, plain(services.give_opinion, on=TODAY, opinion="可以配合")),
    "ask for time": Move(
        permissions.may_ask_for_time, plain(services.ask_for_time, on=TODAY, until=LATER, reason="要等招标")
    ),
    "grant time": Move(permissions.may_decide_extension, plain(services.grant_extension, on=TODAY)),
    "deny time": Move(permissions.may_decide_extension, plain(services.deny_extension, on=TODAY, remark="时间足够")),
    "prioritise": Move(permissions.may_prioritise, prioritise),
    "drop priority": Move(permissions.may_drop_priority, plain(services.drop_priority)),
    "answer": Move(permissions.may_answer, answer),
    "return": Move(permissions.may_sign, plain(services.return_answer, on=TODAY, reason="请补充")),
    "sign": Move(permissions.may_sign, plain(services.sign_answer, on=TODAY)),
    "rate": Move(permissions.may_rate, rate),
    "follow up": Move(permissions.may_follow_up, plain(services.follow_up_proposal, on=TODAY, text="已进场施工")),
    "finish": Move(permissions.may_finish, plain(services.finish_proposal, on=TODAY, fulfilment="已落实")),
    "acknowledge": Move(permissions.may_acknowledge, acknowledge),
    "reopen": Move(
        permissions.may_reopen, plain(services.reopen_proposal, on=TODAY, expected_on=PROMISED, reason="没有落实")
    ),
    "honour": Move(permissions.may_honour, honour),
    "drop honour": Move(permissions.may_drop_honour, plain(services.drop_honour, reason="登记有误")),
}
