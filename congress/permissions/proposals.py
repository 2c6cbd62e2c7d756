"""Who may do what with a proposal: it is its authors' own until it is filed, an answer until it is signed."""

from typing import Any

import rules

from congress.enums import (
    ANSWER_DUE,
    SIGNED_ONCE,
    STEPS,
    TAKES_OPINIONS,
    WITH_DEPARTMENT,
    Deed,
    ProposalStatus,
    SecondingStatus,
)
from congress.permissions.people import is_delegate, keeps_congress, oversees, signs, sits_in_review_group
from members.permissions import member_id_of
from unionoffice.roles import Role, User, holds
from unionoffice.states import in_state

reviews = keeps_congress | sits_in_review_group
"""Says what becomes of filed proposals."""

follows_by_role = oversees | signs | is_delegate | holds(Role.PARTY_SECRETARY)
"""Reads proposals from their filing on, with the names of those who made them, and what came of them."""

follows_proposals = follows_by_role | sits_in_review_group
"""The same on pages, where who reviews them follows too: that is asked of the database, so never to build a query."""


def open_to(deed: Deed) -> rules.Predicate:
    """The proposal is in a state in which this may be done."""
    return in_state(*STEPS[deed][0])


@rules.predicate
def is_originator(user: User, proposal: Any) -> bool:
    """Who drafted it."""
    return member_id_of(user) == proposal.originator_id


@rules.predicate
def is_proposer(user: User, proposal: Any) -> bool:
    """The delegate in whose name it is made; nobody's as long as it waits for one."""
    return proposal.proposer_id is not None and member_id_of(user) == proposal.proposer_id


@rules.predicate
def leads_department(user: User, proposal: Any) -> bool:
    """Heads the department that answers."""
    return (
        proposal.lead is not None
        and proposal.lead.head_id is not None
        and member_id_of(user) == proposal.lead.head_id
    )


@rules.predicate
def assists(user: User, proposal: Any) -> bool:
    """Heads a department that was asked to assist."""
    return proposal.assistances.filter(department__head=member_id_of(user)).exists()


@rules.predicate
def owes_opinion(user: User, proposal: Any) -> bool:
    """Heads an assisting department that hasn't said anything yet."""
    return proposal.assistances.filter(department__head=member_id_of(user), opinion="").exists()


@rules.predicate
def is_merged_party(user: User, proposal: Any) -> bool:
    """Made or drafted a proposal that was merged into this one: is informed and rates too."""
    return proposal.merged.made_by(member_id_of(user)).exists()


@rules.predicate
def has_seconded(user: User, proposal: Any) -> bool:
    """Stands among the seconders."""
    return proposal.secondings.filter(member=member_id_of(user), status=SecondingStatus.SECONDED).exists()


@rules.predicate
def is_invited(user: User, proposal: Any) -> bool:
    """Was asked to second and hasn't answered."""
    return proposal.secondings.filter(member=member_id_of(user), status=SecondingStatus.INVITED).exists()


@rules.predicate
def has_rated(user: User, proposal: Any) -> bool:
    """Has rated the answer of the moment."""
    return proposal.rated_by(member_id_of(user))


@rules.predicate
def shows_name(_user: User, proposal: Any) -> bool:
    """The proposer lets all staff know who asked."""
    return proposal.show_name


is_author = is_originator | is_proposer
is_party = is_author | is_merged_party
"""Whose proposal it is, or whose own was merged into it."""

handles = leads_department & in_state(*WITH_DEPARTMENT)
reads_names = shows_name | follows_proposals | is_author | handles
"""May know who made the proposal."""

reads_seconders = follows_proposals | is_author
reads_unsigned_answer = leads_department | signs
"""An answer that nobody has signed is the department's and the signers' affair alone."""

reads_ratings = follows_proposals | is_party | handles
"""The words that go with a grade are for those whom they concern; the grade itself is no secret."""

reads_opinions = leads_department | assists | signs | oversees
"""What departments tell each other."""

reads_review = is_author | oversees
"""Why a proposal was refused or turned into a suggestion is told to those who made it."""

awaits_answer = in_state(*ANSWER_DUE)
is_sought = in_state(ProposalStatus.SECONDING)

may_edit = (is_originator & in_state(ProposalStatus.DRAFT)) | (is_proposer & is_sought)
may_keep = is_originator & in_state(ProposalStatus.DRAFT)
"""Drafts are saved as they are typed; what delegates second isn't."""

may_delete = is_originator & in_state(ProposalStatus.DRAFT)
may_offer = is_originator & ~is_delegate & open_to(Deed.OFFER)
may_retract = is_originator & open_to(Deed.RETRACT)
may_take_up = is_delegate & ~is_originator & open_to(Deed.TAKE_UP)
may_beg_off = may_take_up
may_seek = is_originator & is_delegate & open_to(Deed.SEEK)
may_invite = is_proposer & is_sought
may_second = is_delegate & ~is_author & is_sought & ~has_seconded
may_take_back = is_sought & has_seconded
may_decline = is_delegate & is_sought & is_invited
may_file = is_proposer & open_to(Deed.FILE)
may_hand_over = (is_originator & in_state(ProposalStatus.DRAFT)) | (is_proposer & is_sought)
"""As a suggestion, on a day on which no session takes proposals: the service asks which."""

may_withdraw = is_proposer & open_to(Deed.WITHDRAW)
may_review = reviews & open_to(Deed.ACCEPT) & ~is_party
"""Nobody reviews what they asked for themselves."""

may_assign = keeps_congress & open_to(Deed.ASSIGN)
may_receive = leads_department & open_to(Deed.RECEIVE)
may_opine = in_state(*TAKES_OPINIONS) & owes_opinion
may_answer = leads_department & open_to(Deed.ANSWER)
may_sign = signs & open_to(Deed.SIGN)
may_rate = in_state(*SIGNED_ONCE) & ~has_rated & is_party
may_finish = (keeps_congress | leads_department) & open_to(Deed.FINISH)
may_attach = may_edit
"""Files belong to the text that is seconded and filed: whoever sees the proposal reads them."""

_official = rules.always_allow
_authors = reads_names
_inside = leads_department | signs | oversees

READS_DEED: dict[str, rules.Predicate] = {
    Deed.BACKFILL: _official,
    Deed.DRAFT: _authors,
    Deed.EDIT: is_author,
    Deed.OFFER: is_author,
    Deed.RETRACT: is_author,
    Deed.TAKE_UP: _authors,
    Deed.BEG_OFF: is_author,
    Deed.SEEK: reads_seconders,
    Deed.INVITE: is_author,
    Deed.SECOND: reads_seconders,
    Deed.DECLINE: is_author,
    Deed.TAKE_BACK: is_author,
    Deed.FILE: _authors,
    Deed.HAND_OVER: is_author,
    Deed.WITHDRAW: _authors,
    Deed.ACCEPT: _official,
    Deed.MERGE: _official,
    Deed.TURN: reads_review,
    Deed.REFUSE: reads_review,
    Deed.ASSIGN: _official,
    Deed.REASSIGN: _official,
    Deed.SEND_BACK: _inside,
    Deed.RECEIVE: _official,
    Deed.ASK_EXTENSION: _inside,
    Deed.EXTEND: _official,
    Deed.DENY_EXTENSION: _inside,
    Deed.REMIND: _inside,
    Deed.OPINE: _inside,
    Deed.ANSWER: reads_unsigned_answer,
    Deed.RETURN: reads_unsigned_answer,
    Deed.SIGN: _official,
    Deed.RATE: reads_ratings & reads_names,
    Deed.REWORK: reads_ratings & reads_names,
    Deed.FOLLOW_UP: _official,
    Deed.FINISH: _official,
    Deed.ACKNOWLEDGE: reads_ratings & reads_names,
    Deed.REOPEN: _official,
    Deed.PRIORITISE: _official,
    Deed.DROP_PRIORITY: _official,
    Deed.HONOUR: _official,
    Deed.DROP_HONOUR: _official,
}
"""Who reads which line of a proposal's history: it tells no name and no answer before its time."""
