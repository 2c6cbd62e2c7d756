"""Every write to the congress."""

from congress.services.handling import (
    answer_proposal,
    finish_proposal,
    give_opinion,
    rate_answer,
    receive_proposal,
    return_answer,
    send_back_proposal,
    sign_answer,
)
from congress.services.merges import settle_before_merge
from congress.services.past import PastProposal, record_past_proposals
from congress.services.proposals import (
    decline_seconding,
    delete_draft,
    draft_proposal,
    edit_proposal,
    file_proposal,
    invite_seconders,
    offer_proposal,
    retract_proposal,
    second_proposal,
    seek_seconders,
    take_up_proposal,
    withdraw_proposal,
)
from congress.services.review import (
    accept_proposal,
    assign_proposal,
    merge_proposal,
    refuse_proposal,
    turn_proposal,
)
from congress.services.terms import hold_session, save_delegate, save_session, save_term

__all__ = [
    "PastProposal",
    "accept_proposal",
    "answer_proposal",
    "assign_proposal",
    "decline_seconding",
    "delete_draft",
    "draft_proposal",
    "edit_proposal",
    "file_proposal",
    "finish_proposal",
    "give_opinion",
    "hold_session",
    "invite_seconders",
    "merge_proposal",
    "offer_proposal",
    "rate_answer",
    "receive_proposal",
    "record_past_proposals",
    "refuse_proposal",
    "retract_proposal",
    "return_answer",
    "save_delegate",
    "save_session",
    "save_term",
    "second_proposal",
    "seek_seconders",
    "send_back_proposal",
    "settle_before_merge",
    "sign_answer",
    "take_up_proposal",
    "turn_proposal",
    "withdraw_proposal",
]
