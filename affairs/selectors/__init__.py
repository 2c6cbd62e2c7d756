"""Reads of democratic management."""

# isort: skip_file
# It would give every name a statement of its own, since each is imported as itself.

from affairs.selectors.agreements import (
    EXPIRY_DAYS as EXPIRY_DAYS,
    FILING_DAYS as FILING_DAYS,
    SIDE_LEAST as SIDE_LEAST,
    YEARS_LEAST as YEARS_LEAST,
    YEARS_MOST as YEARS_MOST,
    agreement_doubts as agreement_doubts,
    agreements_expiring as agreements_expiring,
    agreements_over as agreements_over,
    agreements_signed as agreements_signed,
    agreements_to_file as agreements_to_file,
    checks_made as checks_made,
    people_named as people_named,
    renewal_chain as renewal_chain,
    unsettled_checks as unsettled_checks,
)
from affairs.selectors.board import (
    Shelf as Shelf,
    ShelfItem as ShelfItem,
    excerpted as excerpted,
    months_of as months_of,
    shelves_of as shelves_of,
)
from affairs.selectors.changes import (
    ChangedFact as ChangedFact,
    Changes as Changes,
    changes_between as changes_between,
    changes_since as changes_since,
)
from affairs.selectors.channels import (
    hanging_at as hanging_at,
    open_issues as open_issues,
    postings_of as postings_of,
    stale_postings as stale_postings,
    supervision_group as supervision_group,
    with_what_hangs as with_what_hangs,
    worth_posting as worth_posting,
)
from affairs.selectors.consultations import (
    BY_PLACE as BY_PLACE,
    OpinionCount as OpinionCount,
    count_opinions as count_opinions,
    due_to_be_reminded as due_to_be_reminded,
    due_to_close as due_to_close,
    ends_within as ends_within,
    groups_led as groups_led,
    open_consultations as open_consultations,
    opinions_on as opinions_on,
    own_opinions as own_opinions,
    people_asked as people_asked,
    points_of as points_of,
    unfinished_consultations as unfinished_consultations,
)
from affairs.selectors.coverage import (
    CoverageLine as CoverageLine,
    CoverageRow as CoverageRow,
    Deadlines as Deadlines,
    Obligation as Obligation,
    Standing as Standing,
    by_department as by_department,
    by_item as by_item,
    counted as counted,
    coverage_line as coverage_line,
    due_sentence as due_sentence,
    keepers_of_board as keepers_of_board,
    obligations as obligations,
    on_time_rate as on_time_rate,
    standings as standings,
    without_period as without_period,
)
from affairs.selectors.deputies import (
    approvers as approvers,
    deputyship_of as deputyship_of,
    deputyships_seen_by as deputyships_seen_by,
    may_be_deputy as may_be_deputy,
    second_role_of as second_role_of,
)
from affairs.selectors.disclosures import (
    board_of as board_of,
    due_for_publication as due_for_publication,
    due_to_come_down as due_to_come_down,
    handed_in as handed_in,
    items_to_write_on as items_to_write_on,
    open_correction as open_correction,
    posts_within as posts_within,
    published_in as published_in,
    unfinished_by as unfinished_by,
    versions_on_board as versions_on_board,
)
from affairs.selectors.inspections import (
    FoundRecord as FoundRecord,
    ItemLine as ItemLine,
    ScoreLine as ScoreLine,
    evidence_shown as evidence_shown,
    found_records as found_records,
    inspections_in as inspections_in,
    item_lines as item_lines,
    open_rectifications as open_rectifications,
    record_at as record_at,
    rectified_in as rectified_in,
    score_sheet as score_sheet,
    scored_items as scored_items,
)
from affairs.selectors.intervals import (
    periods_due as periods_due,
    reckoned_on as reckoned_on,
    terms_between as terms_between,
)
from affairs.selectors.letters import (
    additions_since_reply as additions_since_reply,
    anonymous_of_day as anonymous_of_day,
    due_day as due_day,
    falling_due as falling_due,
    letter_by_code as letter_by_code,
    letters_of as letters_of,
    letters_waiting as letters_waiting,
    open_mailboxes as open_mailboxes,
    owners_of as owners_of,
    pictures_of as pictures_of,
    possible_handlers as possible_handlers,
    questions_under as questions_under,
    replies_on_board as replies_on_board,
    responsible_for as responsible_for,
    thread_of as thread_of,
    waiting_on as waiting_on,
)
from affairs.selectors.meetings import (
    QUORUM as QUORUM,
    REMIND_MEETING as REMIND_MEETING,
    REMIND_TASK as REMIND_TASK,
    Presence as Presence,
    Quorum as Quorum,
    TopicLines as TopicLines,
    accounts_confirming as accounts_confirming,
    accounts_due_at as accounts_due_at,
    accounts_responsible as accounts_responsible,
    attendance_at as attendance_at,
    carried_over as carried_over,
    decisions_of as decisions_of,
    gathering_of as gathering_of,
    headcount_text as headcount_text,
    is_due_at as is_due_at,
    keepers_of as keepers_of,
    lines_of as lines_of,
    meetings_ahead as meetings_ahead,
    meetings_held as meetings_held,
    meetings_on as meetings_on,
    meetings_to_confirm as meetings_to_confirm,
    meetings_to_hold as meetings_to_hold,
    observers_of as observers_of,
    opinions_at as opinions_at,
    presence as presence,
    quorum as quorum,
    sources_shown as sources_shown,
    tasks_of_meetings as tasks_of_meetings,
    tasks_to_remind as tasks_to_remind,
    tasks_waiting as tasks_waiting,
    with_attendance as with_attendance,
)
from affairs.selectors.merges import (
    asked_by_name_twice as asked_by_name_twice,
    double_forwards as double_forwards,
    double_leaves as double_leaves,
    double_survey_places as double_survey_places,
    foresee_merge as foresee_merge,
    shared_checks as shared_checks,
    shared_supervision as shared_supervision,
)
from affairs.selectors.official_documents import (
    documents_due_within as documents_due_within,
    pending_documents as pending_documents,
    people_of_departments as people_of_departments,
    readers_of as readers_of,
    unread_documents as unread_documents,
)
from affairs.selectors.passages import (
    Passage as Passage,
    passages_of as passages_of,
)
from affairs.selectors.public_notices import (
    CountedDay as CountedDay,
    Counting as Counting,
    DayMark as DayMark,
    add_days_left as add_days_left,
    counting as counting,
    days_by_object as days_by_object,
    handlers_of as handlers_of,
    honours_concluded_in as honours_concluded_in,
    last_contact as last_contact,
    members_called as members_called,
    notice_days_within as notice_days_within,
    notices_over as notices_over,
    notices_posted_in as notices_posted_in,
    notices_waiting as notices_waiting,
    objections_to_settle as objections_to_settle,
    open_notices as open_notices,
    unfinished_notices as unfinished_notices,
    upheld_against as upheld_against,
    with_outcome as with_outcome,
)
from affairs.selectors.reading import (
    Reads as Reads,
    posted_that_day as posted_that_day,
    reads_of as reads_of,
    uncounted_readings as uncounted_readings,
    visit_of as visit_of,
    with_reads as with_reads,
)
from affairs.selectors.regulations import (
    collection as collection,
    drafts_waiting as drafts_waiting,
    latest_version as latest_version,
    version_before as version_before,
    versions_beginning_within as versions_beginning_within,
    versions_of_regulation as versions_of_regulation,
)
from affairs.selectors.review import (
    QUEUES as QUEUES,
    comments_in_hand as comments_in_hand,
    comments_to_settle as comments_to_settle,
    disclosures_waiting as disclosures_waiting,
    files_by_disclosure as files_by_disclosure,
    last_given_back as last_given_back,
    rounds_of as rounds_of,
    waiting_for as waiting_for,
    waiting_for_approval as waiting_for_approval,
    waiting_for_countersigning as waiting_for_countersigning,
    waiting_in_sphere as waiting_in_sphere,
    with_rounds as with_rounds,
)
from affairs.selectors.supervision import (
    SOON as SOON,
    disclosures_from as disclosures_from,
    follow_ups_due as follow_ups_due,
    supervision_in as supervision_in,
    supervision_waiting as supervision_waiting,
)
from affairs.selectors.surveys import (
    answered_so_far as answered_so_far,
    still_asked as still_asked,
    surveys_closed as surveys_closed,
    surveys_for as surveys_for,
    surveys_over as surveys_over,
)
from affairs.selectors.tickets import (
    Target as Target,
    target_of as target_of,
    ticket_of as ticket_of,
)
from affairs.selectors.waiting import (
    Waiting as Waiting,
)
