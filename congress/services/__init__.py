"""Every write to the congress."""

from congress.services.agenda import (
    add_item,
    applaud_item,
    call_item,
    decide_item,
    enact_passed_version,
    mend_item,
    move_item,
    remove_item,
    reopen_item,
    vote_item,
)
from congress.services.answers import (
    answer_proposal,
    return_answer,
    sign_answer,
)
from congress.services.assignment import (
    assign_proposal,
    reassign_proposal,
)
from congress.services.constituencies import (
    adjust_seats,
    remove_constituency,
    save_constituency,
    share_out_seats,
)
from congress.services.delegates import (
    RecallVote,
    end_delegacy,
    recall_delegate,
    save_delegate,
    save_delegation,
    seat_delegates,
)
from congress.services.drives import (
    conclude_drive,
    discard_drive,
    mend_drive,
    open_drive,
    plan_drive,
    remind_of_drives,
)
from congress.services.elections import (
    BallotCount,
    Verdict,
    begin_election,
    check_elected,
    conclude_election,
    record_ballot,
    record_names,
    retract_round,
)
from congress.services.extensions import (
    ask_for_time,
    deny_extension,
    grant_extension,
)
from congress.services.filing import (
    file_proposal,
    hand_over_proposal,
    tell_of_call,
    withdraw_proposal,
)
from congress.services.follow_ups import (
    acknowledge_fulfilment,
    finish_proposal,
    follow_up_proposal,
    reopen_proposal,
)
from congress.services.handling import (
    give_opinion,
    receive_proposal,
    send_back_proposal,
)
from congress.services.honours import (
    drop_honour,
    drop_priority,
    honour_proposals,
    prioritise_proposal,
)
from congress.services.item_opinions import (
    answer_item_opinion,
    raise_opinion,
)
from congress.services.leaves import ask_leave, decline_leave, grant_leave, record_leave, take_back_leave
from congress.services.merges import settle_before_merge
from congress.services.past import PastProposal, record_past_proposals
from congress.services.preparation import (
    drop_checklist_item,
    finish_checklist_item,
    reopen_checklist_item,
    save_checklist_item,
    save_standard_matter,
)
from congress.services.preparatory import (
    record_preparatory_meeting,
)
from congress.services.presidium import (
    arrange_discussions,
    name_presidium,
    set_up_group,
)
from congress.services.ratings import (
    rate_answer,
)
from congress.services.reminders import (
    remind_of_proposals,
)
from congress.services.resolutions import (
    adopt_resolution,
    finish_resolution,
    mend_resolution,
    note_resolution_step,
    remind_of_resolutions,
    reopen_resolution,
    report_decisions,
    save_decision,
)
from congress.services.review import (
    accept_proposal,
    merge_proposal,
    refuse_proposal,
    turn_proposal,
)
from congress.services.rooms import mark_in_room, open_door
from congress.services.seconding import (
    decline_seconding,
    invite_seconders,
    second_proposal,
    seek_seconders,
    take_back_seconding,
)
from congress.services.session_minutes import (
    confirm_minutes,
    write_minutes,
)
from congress.services.session_notices import (
    draft_session_notice,
    issue_session_notice,
)
from congress.services.session_reminders import (
    remind_of_preparation,
)
from congress.services.session_requests import (
    call_requested_session,
    link_requested_session,
    record_session_request,
    withdraw_session_request,
)
from congress.services.sessions import (
    join_sessions,
    part_sessions,
    plan_session,
    save_session,
)
from congress.services.sittings import (
    amend_sitting,
    close_session,
    close_sitting,
    delete_sitting,
    hold_session,
    move_sittings,
    open_sitting,
    plan_other_sitting,
    plan_sitting,
)
from congress.services.suggestions import (
    adopt_suggestion,
    answer_suggestion,
    assign_suggestion,
    assign_suggestions,
    finish_suggestion,
    hand_in_suggestion,
    remind_of_suggestions,
    send_back_suggestion,
    suggestion_from_proposal,
    withdraw_suggestion,
)
from congress.services.terms import save_term
from congress.services.together import (
    accept_together,
    assign_together,
    merge_together,
    refuse_together,
    turn_together,
)
from congress.services.topics import (
    agree_on_topics,
    list_topic,
    remove_topic,
    save_topic,
)
from congress.services.writing import (
    beg_off_proposal,
    delete_draft,
    draft_proposal,
    edit_proposal,
    keep_draft,
    offer_proposal,
    retract_proposal,
    take_up_proposal,
)

__all__ = [
    "BallotCount",
    "PastProposal",
    "RecallVote",
    "Verdict",
    "accept_proposal",
    "accept_together",
    "acknowledge_fulfilment",
    "add_item",
    "adjust_seats",
    "adopt_resolution",
    "adopt_suggestion",
    "agree_on_topics",
    "amend_sitting",
    "answer_item_opinion",
    "answer_proposal",
    "answer_suggestion",
    "applaud_item",
    "arrange_discussions",
    "ask_for_time",
    "ask_leave",
    "assign_proposal",
    "assign_suggestion",
    "assign_suggestions",
    "assign_together",
    "beg_off_proposal",
    "begin_election",
    "call_item",
    "call_requested_session",
    "check_elected",
    "close_session",
    "close_sitting",
    "conclude_drive",
    "conclude_election",
    "confirm_minutes",
    "decide_item",
    "decline_leave",
    "decline_seconding",
    "delete_draft",
    "delete_sitting",
    "deny_extension",
    "discard_drive",
    "draft_proposal",
    "draft_session_notice",
    "drop_checklist_item",
    "drop_honour",
    "drop_priority",
    "edit_proposal",
    "enact_passed_version",
    "end_delegacy",
    "file_proposal",
    "finish_checklist_item",
    "finish_proposal",
    "finish_resolution",
    "finish_suggestion",
    "follow_up_proposal",
    "give_opinion",
    "grant_extension",
    "grant_leave",
    "hand_in_suggestion",
    "hand_over_proposal",
    "hold_session",
    "honour_proposals",
    "invite_seconders",
    "issue_session_notice",
    "join_sessions",
    "keep_draft",
    "link_requested_session",
    "list_topic",
    "mark_in_room",
    "mend_drive",
    "mend_item",
    "mend_resolution",
    "merge_proposal",
    "merge_together",
    "move_item",
    "move_sittings",
    "name_presidium",
    "note_resolution_step",
    "offer_proposal",
    "open_door",
    "open_drive",
    "open_sitting",
    "part_sessions",
    "plan_drive",
    "plan_other_sitting",
    "plan_session",
    "plan_sitting",
    "prioritise_proposal",
    "raise_opinion",
    "rate_answer",
    "reassign_proposal",
    "recall_delegate",
    "receive_proposal",
    "record_ballot",
    "record_leave",
    "record_names",
    "record_past_proposals",
    "record_preparatory_meeting",
    "record_session_request",
    "refuse_proposal",
    "refuse_together",
    "remind_of_drives",
    "remind_of_preparation",
    "remind_of_proposals",
    "remind_of_resolutions",
    "remind_of_suggestions",
    "remove_constituency",
    "remove_item",
    "remove_topic",
    "reopen_checklist_item",
    "reopen_item",
    "reopen_proposal",
    "reopen_resolution",
    "report_decisions",
    "retract_proposal",
    "retract_round",
    "return_answer",
    "save_checklist_item",
    "save_constituency",
    "save_decision",
    "save_delegate",
    "save_delegation",
    "save_session",
    "save_standard_matter",
    "save_term",
    "save_topic",
    "seat_delegates",
    "second_proposal",
    "seek_seconders",
    "send_back_proposal",
    "send_back_suggestion",
    "set_up_group",
    "settle_before_merge",
    "share_out_seats",
    "sign_answer",
    "suggestion_from_proposal",
    "take_back_leave",
    "take_back_seconding",
    "take_up_proposal",
    "tell_of_call",
    "turn_proposal",
    "turn_together",
    "vote_item",
    "withdraw_proposal",
    "withdraw_session_request",
    "withdraw_suggestion",
    "write_minutes",
]
