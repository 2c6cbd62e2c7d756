"""Reads of the congress."""

# isort: skip_file
# It would give every name a statement of its own, since each is imported as itself.

from congress.models.voters import (
    electors as electors,
    electors_of as electors_of,
    voters_of as voters_of,
)
from congress.selectors.handling import (
    ReminderRules as ReminderRules,
    answer_due as answer_due,
    extension_decider as extension_decider,
    extensions_allowed as extensions_allowed,
    heads_of as heads_of,
    latest_extension as latest_extension,
    opinion_due as opinion_due,
    pauses_in_vacations as pauses_in_vacations,
    promises_due as promises_due,
    reminder_rules as reminder_rules,
    supervisors_on as supervisors_on,
    to_acknowledge as to_acknowledge,
    to_decide as to_decide,
    under_follow_up as under_follow_up,
)
from congress.selectors.composition import (
    STAFF_RULES as STAFF_RULES,
    Share as Share,
    composition as composition,
    part_of as part_of,
    parts_on as parts_on,
)
from congress.selectors.constituencies import (
    Apportionment as Apportionment,
    ConstituencyLine as ConstituencyLine,
    apportionment as apportionment,
    suggested_total as suggested_total,
    vacancies as vacancies,
)
from congress.selectors.delegates import (
    candidates_of as candidates_of,
    delegates_in_term as delegates_in_term,
    delegates_who_left as delegates_who_left,
    elected_in as elected_in,
    in_stroke_order as in_stroke_order,
    next_stage as next_stage,
    open_seats as open_seats,
    standing_names as standing_names,
    stroke_path as stroke_path,
    unfit_reason as unfit_reason,
    voters_in_term as voters_in_term,
    waiting_to_be_checked as waiting_to_be_checked,
)
from congress.selectors.seats import (
    Tally as Tally,
    majority_of as majority_of,
    quorum_of as quorum_of,
    shared_seats as shared_seats,
    tallied as tallied,
)
from congress.selectors.evidence import done_by_record as done_by_record
from congress.selectors.merges import (
    double_delegacies as double_delegacies,
    foresee_merge as foresee_merge,
    second_themselves as second_themselves,
)
from congress.selectors.proposal_statistics import (
    IN_TIME as IN_TIME,
    LATE as LATE,
    proposed_to as proposed_to,
    seconders_of_all as seconders_of_all,
)
from congress.selectors.proposals import (
    REMINDED_FOR as REMINDED_FOR,
    accepted_rate as accepted_rate,
    answered_rate as answered_rate,
    closed_rate as closed_rate,
    of_group as of_group,
    owing_opinions as owing_opinions,
    received as received,
    reworks_allowed as reworks_allowed,
    satisfied_rate as satisfied_rate,
    waiting_for_rating as waiting_for_rating,
)
from congress.selectors.preparation import (
    Checklist as Checklist,
    ChecklistLine as ChecklistLine,
    accounts_responsible_for as accounts_responsible_for,
    checklist_line as checklist_line,
    checklist_lines as checklist_lines,
    checklist_of as checklist_of,
    matters_begun as matters_begun,
    matters_due as matters_due,
    counted_back as counted_back,
    sessions_ahead as sessions_ahead,
    standard_of as standard_of,
)
from congress.selectors.presidium import (
    may_sit_in_presidium as may_sit_in_presidium,
    reviewers_on as reviewers_on,
    sitting_in as sitting_in,
    teachers_among as teachers_among,
    teachers_are_most as teachers_are_most,
)
from congress.selectors.reviewing import (
    UnderReview as UnderReview,
    suggested_lead as suggested_lead,
    under_review as under_review,
)
from congress.selectors.session_notices import (
    expected_at as expected_at,
    latest_day_for as latest_day_for,
    told_by as told_by,
)
from congress.selectors.session_requests import (
    are_enough as are_enough,
    enough_of as enough_of,
)
from congress.selectors.sessions import (
    MissingSession as MissingSession,
    is_served as is_served,
    may_be_joined_with as may_be_joined_with,
    missing_session as missing_session,
    nearest_calls as nearest_calls,
    next_number as next_number,
    open_call as open_call,
)
from congress.selectors.topics import (
    read_topic as read_topic,
    topics_listed as topics_listed,
)
from congress.selectors.terms import (
    running_term as running_term,
    delegates_of_group as delegates_of_group,
    delegation_of as delegation_of,
    is_voting_delegate as is_voting_delegate,
    members_speaking_for as members_speaking_for,
    unit_of as unit_of,
)
from congress.selectors.sittings import (
    Quorum as Quorum,
    attendance_rate as attendance_rate,
    delegate_of_card as delegate_of_card,
    door_of as door_of,
    due as due,
    hall as hall,
    hall_of_screen as hall_of_screen,
    in_room as in_room,
    is_due as is_due,
    is_last as is_last,
    least as least,
    may_end as may_end,
    next_item as next_item,
    present as present,
    quorum_key as quorum_key,
    quorum_rules as quorum_rules,
    quorums as quorums,
    sittings_at_the_door as sittings_at_the_door,
    sittings_of as sittings_of,
    sittings_of_day as sittings_of_day,
    standings as standings,
    upcoming_for as upcoming_for,
    where_is as where_is,
)
from congress.selectors.rooms import (
    Room as Room,
    RoomLine as RoomLine,
    RoomUnit as RoomUnit,
    room as room,
    units_of as units_of,
)
from congress.selectors.suggestions import (
    adopted_rate as adopted_rate,
    drives_ending as drives_ending,
    drives_for as drives_for,
    suggestion_answered_rate as suggestion_answered_rate,
    suggestion_due as suggestion_due,
    suggestions_of_group as suggestions_of_group,
    suggestions_received as suggestions_received,
    suggestions_to_honour as suggestions_to_honour,
    suggestions_to_remind_of as suggestions_to_remind_of,
)
from congress.selectors.similar import (
    likeness as likeness,
    pairs_of as pairs_of,
    similar_proposals as similar_proposals,
)
from congress.selectors.writing import (
    has_no_delegates as has_no_delegates,
    headed_delegation as headed_delegation,
    invited_to_second as invited_to_second,
    may_be_asked_to_second as may_be_asked_to_second,
    missing_seconders as missing_seconders,
    ready_to_file as ready_to_file,
    seats_of as seats_of,
    seconders_needed as seconders_needed,
    seconders_of as seconders_of,
    seconders_wanted as seconders_wanted,
    takers_of as takers_of,
    waiting_for_call as waiting_for_call,
    waiting_to_be_taken_up as waiting_to_be_taken_up,
)
from congress.selectors.agenda import (
    MAJORITY as MAJORITY,
    REMIND_RESOLUTION as REMIND_RESOLUTION,
    asks_everybody as asks_everybody,
    consultation_on as consultation_on,
    consultations_to_name as consultations_to_name,
    tally_votes as tally_votes,
    current_item as current_item,
    delegations_led as delegations_led,
    earlier_item as earlier_item,
    items_of as items_of,
    item_kind_of as item_kind_of,
    lacking_consultation as lacking_consultation,
    majority as majority,
    item_matter_of as item_matter_of,
    may_speak as may_speak,
    must_pass as must_pass,
    must_pass_key as must_pass_key,
    open_opinions as open_opinions,
    opinions_of as opinions_of,
    people_due as people_due,
    speakers_of as speakers_of,
    versions_to_lay as versions_to_lay,
)
from congress.selectors.resolutions import (
    resolutions_carried_over as resolutions_carried_over,
    decisions_for as decisions_for,
    resolutions_due as resolutions_due,
    resolutions_of as resolutions_of,
    resolutions_to_carry_out as resolutions_to_carry_out,
    session_before as session_before,
    session_to_come as session_to_come,
)
