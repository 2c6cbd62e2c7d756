"""Reads of democratic management."""

from affairs.selectors.agreements import (
    EXPIRY_DAYS as EXPIRY_DAYS,
)
from affairs.selectors.agreements import (
    FILING_DAYS as FILING_DAYS,
)
from affairs.selectors.agreements import (
    SIDE_LEAST as SIDE_LEAST,
)
from affairs.selectors.agreements import (
    YEARS_LEAST as YEARS_LEAST,
)
from affairs.selectors.agreements import (
    YEARS_MOST as YEARS_MOST,
)
from affairs.selectors.agreements import (
    agreement_doubts as agreement_doubts,
)
from affairs.selectors.agreements import (
    agreements_expiring as agreements_expiring,
)
from affairs.selectors.agreements import (
    agreements_over as agreements_over,
)
from affairs.selectors.agreements import (
    agreements_signed as agreements_signed,
)
from affairs.selectors.agreements import (
    agreements_to_file as agreements_to_file,
)
from affairs.selectors.agreements import (
    checks_made as checks_made,
)
from affairs.selectors.agreements import (
    people_named as people_named,
)
from affairs.selectors.agreements import (
    renewal_chain as renewal_chain,
)
from affairs.selectors.agreements import (
    unsettled_checks as unsettled_checks,
)
from affairs.selectors.board import (
    Shelf as Shelf,
)
from affairs.selectors.board import (
    ShelfItem as ShelfItem,
)
from affairs.selectors.board import (
    excerpted as excerpted,
)
from affairs.selectors.board import (
    months_of as months_of,
)
from affairs.selectors.board import (
    shelves_of as shelves_of,
)
from affairs.selectors.changes import (
    ChangedFact as ChangedFact,
)
from affairs.selectors.changes import (
    Changes as Changes,
)
from affairs.selectors.changes import (
    changes_between as changes_between,
)
from affairs.selectors.changes import (
    changes_since as changes_since,
)
from affairs.selectors.channels import (
    hanging_at as hanging_at,
)
from affairs.selectors.channels import (
    open_issues as open_issues,
)
from affairs.selectors.channels import (
    postings_of as postings_of,
)
from affairs.selectors.channels import (
    stale_postings as stale_postings,
)
from affairs.selectors.channels import (
    supervision_group as supervision_group,
)
from affairs.selectors.channels import (
    with_what_hangs as with_what_hangs,
)
from affairs.selectors.channels import (
    worth_posting as worth_posting,
)
from affairs.selectors.consultations import (
    BY_PLACE as BY_PLACE,
)
from affairs.selectors.consultations import (
    OpinionCount as OpinionCount,
)
from affairs.selectors.consultations import (
    count_opinions as count_opinions,
)
from affairs.selectors.consultations import (
    due_to_be_reminded as due_to_be_reminded,
)
from affairs.selectors.consultations import (
    due_to_close as due_to_close,
)
from affairs.selectors.consultations import (
    ends_within as ends_within,
)
from affairs.selectors.consultations import (
    groups_led as groups_led,
)
from affairs.selectors.consultations import (
    open_consultations as open_consultations,
)
from affairs.selectors.consultations import (
    opinions_on as opinions_on,
)
from affairs.selectors.consultations import (
    own_opinions as own_opinions,
)
from affairs.selectors.consultations import (
    people_asked as people_asked,
)
from affairs.selectors.consultations import (
    points_of as points_of,
)
from affairs.selectors.consultations import (
    unfinished_consultations as unfinished_consultations,
)
from affairs.selectors.coverage import (
    CoverageLine as CoverageLine,
)
from affairs.selectors.coverage import (
    CoverageRow as CoverageRow,
)
from affairs.selectors.coverage import (
    Deadlines as Deadlines,
)
from affairs.selectors.coverage import (
    Obligation as Obligation,
)
from affairs.selectors.coverage import (
    Standing as Standing,
)
from affairs.selectors.coverage import (
    by_department as by_department,
)
from affairs.selectors.coverage import (
    by_item as by_item,
)
from affairs.selectors.coverage import (
    counted as counted,
)
from affairs.selectors.coverage import (
    coverage_line as coverage_line,
)
from affairs.selectors.coverage import (
    due_sentence as due_sentence,
)
from affairs.selectors.coverage import (
    keepers_of_board as keepers_of_board,
)
from affairs.selectors.coverage import (
    obligations as obligations,
)
from affairs.selectors.coverage import (
    on_time_rate as on_time_rate,
)
from affairs.selectors.coverage import (
    standings as standings,
)
from affairs.selectors.coverage import (
    without_period as without_period,
)
from affairs.selectors.deputies import (
    approvers as approvers,
)
from affairs.selectors.deputies import (
    deputyship_of as deputyship_of,
)
from affairs.selectors.deputies import (
    deputyships_seen_by as deputyships_seen_by,
)
from affairs.selectors.deputies import (
    may_be_deputy as may_be_deputy,
)
from affairs.selectors.deputies import (
    second_role_of as second_role_of,
)
from affairs.selectors.disclosures import (
    board_of as board_of,
)
from affairs.selectors.disclosures import (
    due_for_publication as due_for_publication,
)
from affairs.selectors.disclosures import (
    due_to_come_down as due_to_come_down,
)
from affairs.selectors.disclosures import (
    handed_in as handed_in,
)
from affairs.selectors.disclosures import (
    items_to_write_on as items_to_write_on,
)
from affairs.selectors.disclosures import (
    open_correction as open_correction,
)
from affairs.selectors.disclosures import (
    posts_within as posts_within,
)
from affairs.selectors.disclosures import (
    published_in as published_in,
)
from affairs.selectors.disclosures import (
    unfinished_by as unfinished_by,
)
from affairs.selectors.disclosures import (
    versions_on_board as versions_on_board,
)
from affairs.selectors.inspections import (
    FoundRecord as FoundRecord,
)
from affairs.selectors.inspections import (
    ItemLine as ItemLine,
)
from affairs.selectors.inspections import (
    ScoreLine as ScoreLine,
)
from affairs.selectors.inspections import (
    evidence_shown as evidence_shown,
)
from affairs.selectors.inspections import (
    found_records as found_records,
)
from affairs.selectors.inspections import (
    inspections_in as inspections_in,
)
from affairs.selectors.inspections import (
    item_lines as item_lines,
)
from affairs.selectors.inspections import (
    open_rectifications as open_rectifications,
)
from affairs.selectors.inspections import (
    record_at as record_at,
)
from affairs.selectors.inspections import (
    rectified_in as rectified_in,
)
from affairs.selectors.inspections import (
    score_sheet as score_sheet,
)
from affairs.selectors.inspections import (
    scored_items as scored_items,
)
from affairs.selectors.intervals import (
    periods_due as periods_due,
)
from affairs.selectors.intervals import (
    reckoned_on as reckoned_on,
)
from affairs.selectors.intervals import (
    terms_between as terms_between,
)
from affairs.selectors.letters import (
    additions_since_reply as additions_since_reply,
)
from affairs.selectors.letters import (
    anonymous_of_day as anonymous_of_day,
)
from affairs.selectors.letters import (
    due_day as due_day,
)
from affairs.selectors.letters import (
    falling_due as falling_due,
)
from affairs.selectors.letters import (
    letter_by_code as letter_by_code,
)
from affairs.selectors.letters import (
    letters_of as letters_of,
)
from affairs.selectors.letters import (
    letters_waiting as letters_waiting,
)
from affairs.selectors.letters import (
    open_mailboxes as open_mailboxes,
)
from affairs.selectors.letters import (
    owners_of as owners_of,
)
from affairs.selectors.letters import (
    pictures_of as pictures_of,
)
from affairs.selectors.letters import (
    possible_handlers as possible_handlers,
)
from affairs.selectors.letters import (
    questions_under as questions_under,
)
from affairs.selectors.letters import (
    replies_on_board as replies_on_board,
)
from affairs.selectors.letters import (
    responsible_for as responsible_for,
)
from affairs.selectors.letters import (
    thread_of as thread_of,
)
from affairs.selectors.letters import (
    waiting_on as waiting_on,
)
from affairs.selectors.meetings import (
    QUORUM as QUORUM,
)
from affairs.selectors.meetings import (
    REMIND_MEETING as REMIND_MEETING,
)
from affairs.selectors.meetings import (
    REMIND_TASK as REMIND_TASK,
)
from affairs.selectors.meetings import (
    Presence as Presence,
)
from affairs.selectors.meetings import (
    Quorum as Quorum,
)
from affairs.selectors.meetings import (
    TopicLines as TopicLines,
)
from affairs.selectors.meetings import (
    accounts_confirming as accounts_confirming,
)
from affairs.selectors.meetings import (
    accounts_due_at as accounts_due_at,
)
from affairs.selectors.meetings import (
    accounts_responsible as accounts_responsible,
)
from affairs.selectors.meetings import (
    attendance_at as attendance_at,
)
from affairs.selectors.meetings import (
    carried_over as carried_over,
)
from affairs.selectors.meetings import (
    decisions_of as decisions_of,
)
from affairs.selectors.meetings import (
    gathering_of as gathering_of,
)
from affairs.selectors.meetings import (
    headcount_text as headcount_text,
)
from affairs.selectors.meetings import (
    is_due_at as is_due_at,
)
from affairs.selectors.meetings import (
    keepers_of as keepers_of,
)
from affairs.selectors.meetings import (
    lines_of as lines_of,
)
from affairs.selectors.meetings import (
    meetings_ahead as meetings_ahead,
)
from affairs.selectors.meetings import (
    meetings_held as meetings_held,
)
from affairs.selectors.meetings import (
    meetings_on as meetings_on,
)
from affairs.selectors.meetings import (
    meetings_to_confirm as meetings_to_confirm,
)
from affairs.selectors.meetings import (
    meetings_to_hold as meetings_to_hold,
)
from affairs.selectors.meetings import (
    observers_of as observers_of,
)
from affairs.selectors.meetings import (
    opinions_at as opinions_at,
)
from affairs.selectors.meetings import (
    presence as presence,
)
from affairs.selectors.meetings import (
    quorum as quorum,
)
from affairs.selectors.meetings import (
    sources_shown as sources_shown,
)
from affairs.selectors.meetings import (
    tasks_of_meetings as tasks_of_meetings,
)
from affairs.selectors.meetings import (
    tasks_to_remind as tasks_to_remind,
)
from affairs.selectors.meetings import (
    tasks_waiting as tasks_waiting,
)
from affairs.selectors.meetings import (
    with_attendance as with_attendance,
)
from affairs.selectors.merges import (
    asked_by_name_twice as asked_by_name_twice,
)
from affairs.selectors.merges import (
    double_forwards as double_forwards,
)
from affairs.selectors.merges import (
    double_leaves as double_leaves,
)
from affairs.selectors.merges import (
    double_survey_places as double_survey_places,
)
from affairs.selectors.merges import (
    foresee_merge as foresee_merge,
)
from affairs.selectors.merges import (
    shared_checks as shared_checks,
)
from affairs.selectors.merges import (
    shared_supervision as shared_supervision,
)
from affairs.selectors.official_documents import (
    documents_due_within as documents_due_within,
)
from affairs.selectors.official_documents import (
    pending_documents as pending_documents,
)
from affairs.selectors.official_documents import (
    people_of_departments as people_of_departments,
)
from affairs.selectors.official_documents import (
    readers_of as readers_of,
)
from affairs.selectors.official_documents import (
    unread_documents as unread_documents,
)
from affairs.selectors.passages import (
    Passage as Passage,
)
from affairs.selectors.passages import (
    passages_of as passages_of,
)
from affairs.selectors.public_notices import (
    CountedDay as CountedDay,
)
from affairs.selectors.public_notices import (
    Counting as Counting,
)
from affairs.selectors.public_notices import (
    DayMark as DayMark,
)
from affairs.selectors.public_notices import (
    add_days_left as add_days_left,
)
from affairs.selectors.public_notices import (
    counting as counting,
)
from affairs.selectors.public_notices import (
    days_by_object as days_by_object,
)
from affairs.selectors.public_notices import (
    handlers_of as handlers_of,
)
from affairs.selectors.public_notices import (
    honours_concluded_in as honours_concluded_in,
)
from affairs.selectors.public_notices import (
    last_contact as last_contact,
)
from affairs.selectors.public_notices import (
    members_called as members_called,
)
from affairs.selectors.public_notices import (
    notice_days_within as notice_days_within,
)
from affairs.selectors.public_notices import (
    notices_over as notices_over,
)
from affairs.selectors.public_notices import (
    notices_posted_in as notices_posted_in,
)
from affairs.selectors.public_notices import (
    notices_waiting as notices_waiting,
)
from affairs.selectors.public_notices import (
    objections_to_settle as objections_to_settle,
)
from affairs.selectors.public_notices import (
    open_notices as open_notices,
)
from affairs.selectors.public_notices import (
    unfinished_notices as unfinished_notices,
)
from affairs.selectors.public_notices import (
    upheld_against as upheld_against,
)
from affairs.selectors.public_notices import (
    with_outcome as with_outcome,
)
from affairs.selectors.reading import (
    Reads as Reads,
)
from affairs.selectors.reading import (
    posted_that_day as posted_that_day,
)
from affairs.selectors.reading import (
    reads_of as reads_of,
)
from affairs.selectors.reading import (
    uncounted_readings as uncounted_readings,
)
from affairs.selectors.reading import (
    visit_of as visit_of,
)
from affairs.selectors.reading import (
    with_reads as with_reads,
)
from affairs.selectors.regulations import (
    collection as collection,
)
from affairs.selectors.regulations import (
    drafts_waiting as drafts_waiting,
)
from affairs.selectors.regulations import (
    latest_version as latest_version,
)
from affairs.selectors.regulations import (
    version_before as version_before,
)
from affairs.selectors.regulations import (
    versions_beginning_within as versions_beginning_within,
)
from affairs.selectors.regulations import (
    versions_of_regulation as versions_of_regulation,
)
from affairs.selectors.review import (
    QUEUES as QUEUES,
)
from affairs.selectors.review import (
    comments_in_hand as comments_in_hand,
)
from affairs.selectors.review import (
    comments_to_settle as comments_to_settle,
)
from affairs.selectors.review import (
    disclosures_waiting as disclosures_waiting,
)
from affairs.selectors.review import (
    files_by_disclosure as files_by_disclosure,
)
from affairs.selectors.review import (
    last_given_back as last_given_back,
)
from affairs.selectors.review import (
    rounds_of as rounds_of,
)
from affairs.selectors.review import (
    waiting_for as waiting_for,
)
from affairs.selectors.review import (
    waiting_for_approval as waiting_for_approval,
)
from affairs.selectors.review import (
    waiting_for_countersigning as waiting_for_countersigning,
)
from affairs.selectors.review import (
    waiting_in_sphere as waiting_in_sphere,
)
from affairs.selectors.review import (
    with_rounds as with_rounds,
)
from affairs.selectors.supervision import (
    SOON as SOON,
)
from affairs.selectors.supervision import (
    disclosures_from as disclosures_from,
)
from affairs.selectors.supervision import (
    follow_ups_due as follow_ups_due,
)
from affairs.selectors.supervision import (
    supervision_in as supervision_in,
)
from affairs.selectors.supervision import (
    supervision_waiting as supervision_waiting,
)
from affairs.selectors.surveys import (
    answered_so_far as answered_so_far,
)
from affairs.selectors.surveys import (
    still_asked as still_asked,
)
from affairs.selectors.surveys import (
    surveys_closed as surveys_closed,
)
from affairs.selectors.surveys import (
    surveys_for as surveys_for,
)
from affairs.selectors.surveys import (
    surveys_over as surveys_over,
)
from affairs.selectors.tickets import (
    Target as Target,
)
from affairs.selectors.tickets import (
    target_of as target_of,
)
from affairs.selectors.tickets import (
    ticket_of as ticket_of,
)
from affairs.selectors.waiting import (
    Waiting as Waiting,
)
