"""Every write of democratic management."""

# isort: skip_file
# It would give every name a statement of its own, since each is imported as itself.

from affairs.services.agreement_checks import (
    check_agreement as check_agreement,
    remind_of_checks as remind_of_checks,
    settle_check as settle_check,
)
from affairs.services.agreements import (
    begin_talks as begin_talks,
    discard_agreement as discard_agreement,
    draft_agreement as draft_agreement,
    end_agreement as end_agreement,
    expire_agreements as expire_agreements,
    file_agreement as file_agreement,
    mend_agreement as mend_agreement,
    pass_agreement as pass_agreement,
    record_round as record_round,
    record_signed_agreement as record_signed_agreement,
    remind_of_agreements as remind_of_agreements,
    renew_agreement as renew_agreement,
    reopen_talks as reopen_talks,
    sign_agreement as sign_agreement,
)
from affairs.services.approval import (
    Decided as Decided,
    approve_disclosure as approve_disclosure,
    approve_together as approve_together,
    countersign_disclosure as countersign_disclosure,
    recall_disclosure as recall_disclosure,
    return_disclosure as return_disclosure,
    submit_disclosure as submit_disclosure,
)
from affairs.services.board_checks import (
    finish_issue as finish_issue,
    raise_issue as raise_issue,
    record_check as record_check,
)
from affairs.services.catalogue import (
    catalogue_row as catalogue_row,
    issue_catalogue as issue_catalogue,
    save_item as save_item,
)
from affairs.services.channels import (
    put_up_copy as put_up_copy,
    renew_channel as renew_channel,
    save_channel as save_channel,
    take_down_copy as take_down_copy,
)
from affairs.services.comments import (
    comment_on_passage as comment_on_passage,
    mend_comment as mend_comment,
    remove_comment as remove_comment,
)
from affairs.services.consultations import (
    CONSULTATION_SERIES as CONSULTATION_SERIES,
    LEAST_DAYS as LEAST_DAYS,
    REMIND_BEFORE as REMIND_BEFORE,
    REWRITABLE_CONSULTATION as REWRITABLE_CONSULTATION,
    close_consultation as close_consultation,
    conclude_consultation as conclude_consultation,
    days_to_answer as days_to_answer,
    draft_consultation as draft_consultation,
    extend_consultation as extend_consultation,
    is_too_short as is_too_short,
    keep_consultations as keep_consultations,
    mend_consultation as mend_consultation,
    open_consultation as open_consultation,
    withdraw_consultation as withdraw_consultation,
)
from affairs.services.deputies import (
    end_deputyship as end_deputyship,
    name_deputy as name_deputy,
)
from affairs.services.disclosures import (
    REWRITABLE_DISCLOSURE as REWRITABLE_DISCLOSURE,
    correct_disclosure as correct_disclosure,
    discard_disclosure as discard_disclosure,
    draft_disclosure as draft_disclosure,
    mend_disclosure as mend_disclosure,
    record_past_disclosures as record_past_disclosures,
)
from affairs.services.inspections import (
    Mark as Mark,
    Result as Result,
    add_rectification as add_rectification,
    close_inspection as close_inspection,
    conclude_inspection as conclude_inspection,
    link_evidence as link_evidence,
    mend_inspection as mend_inspection,
    record_inspection as record_inspection,
    remind_of_rectifications as remind_of_rectifications,
    save_scheme as save_scheme,
    score_inspection as score_inspection,
    settle_rectification as settle_rectification,
    unlink_evidence as unlink_evidence,
)
from affairs.services.letter_handling import (
    answer_letter as answer_letter,
    ask_sender as ask_sender,
    close_letter as close_letter,
    extend_letter as extend_letter,
    forward_letter as forward_letter,
    keep_letters as keep_letters,
    publish_reply as publish_reply,
    refuse_letter as refuse_letter,
    take_down_reply as take_down_reply,
    take_up_letter as take_up_letter,
)
from affairs.services.letters import (
    rate_reply as rate_reply,
    record_letter as record_letter,
    write_again as write_again,
    write_anonymous_letter as write_anonymous_letter,
    write_letter as write_letter,
)
from affairs.services.mailboxes import (
    empty_box as empty_box,
    save_mailbox as save_mailbox,
)
from affairs.services.meeting_attendance import (
    ask_meeting_leave as ask_meeting_leave,
    count_heads as count_heads,
    open_meeting_attendance as open_meeting_attendance,
    take_back_leave as take_back_leave,
)
from affairs.services.meeting_lines import (
    add_topic as add_topic,
    answer_opinion as answer_opinion,
    drop_task as drop_task,
    finish_task as finish_task,
    give_task as give_task,
    mend_line as mend_line,
    note_decision as note_decision,
    note_opinion as note_opinion,
    remove_line as remove_line,
    reopen_task as reopen_task,
)
from affairs.services.meeting_minutes import (
    confirm_minutes as confirm_minutes,
    note_correction as note_correction,
    return_minutes as return_minutes,
    submit_minutes as submit_minutes,
    write_minutes as write_minutes,
)
from affairs.services.meetings import (
    MEETING_SERIES as MEETING_SERIES,
    amend_meeting as amend_meeting,
    announce_meeting as announce_meeting,
    cancel_meeting as cancel_meeting,
    copy_meeting as copy_meeting,
    delete_meeting as delete_meeting,
    hold_meeting as hold_meeting,
    plan_meeting as plan_meeting,
    record_past_meeting as record_past_meeting,
    remind_of_meetings as remind_of_meetings,
)
from affairs.services.merges import (
    settle_before_merge as settle_before_merge,
)
from affairs.services.notice_outcomes import (
    Outcome as Outcome,
    conclude_notice as conclude_notice,
    document_notice as document_notice,
    remind_of_notices as remind_of_notices,
)
from affairs.services.notice_people import (
    name_candidates as name_candidates,
    name_reviewers as name_reviewers,
)
from affairs.services.objections import (
    file_objection as file_objection,
    object_anonymously as object_anonymously,
    record_objection as record_objection,
    settle_objection as settle_objection,
)
from affairs.services.official_documents import (
    DOCUMENT_SERIES as DOCUMENT_SERIES,
    REWRITABLE_DOCUMENT as REWRITABLE_DOCUMENT,
    finish_document as finish_document,
    forward_document as forward_document,
    mend_document as mend_document,
    read_document as read_document,
    recall_forward as recall_forward,
    record_past_documents as record_past_documents,
    register_document as register_document,
    void_document as void_document,
)
from affairs.services.opinions import (
    Said as Said,
    answer_point as answer_point,
    gather_each as gather_each,
    gather_opinions as gather_opinions,
    give_opinion as give_opinion,
)
from affairs.services.public_notices import (
    NOTICE_FIELDS as NOTICE_FIELDS,
    NOTICE_SERIES as NOTICE_SERIES,
    approve_notice as approve_notice,
    days_key as days_key,
    delegates_key as delegates_key,
    draft_notice as draft_notice,
    extend_notice as extend_notice,
    mend_notice as mend_notice,
    names_key as names_key,
    recall_notice as recall_notice,
    return_notice as return_notice,
    submit_notice as submit_notice,
    withdraw_notice as withdraw_notice,
)
from affairs.services.publishing import (
    DISCLOSURE_SERIES as DISCLOSURE_SERIES,
    TIME_IS_OVER as TIME_IS_OVER,
    archive_disclosure as archive_disclosure,
    keep_board as keep_board,
    publish_disclosure as publish_disclosure,
    take_down_disclosure as take_down_disclosure,
)
from affairs.services.reading import (
    count_readings as count_readings,
    mark_all_seen as mark_all_seen,
    note_reading as note_reading,
    note_visit as note_visit,
)
from affairs.services.regulations import (
    REWRITABLE_VERSION as REWRITABLE_VERSION,
    abolish_version as abolish_version,
    begin_version as begin_version,
    copy_version as copy_version,
    discard_version as discard_version,
    draft_regulation as draft_regulation,
    enact_version as enact_version,
    mend_version as mend_version,
    record_regulations as record_regulations,
    save_regulation as save_regulation,
    submit_version as submit_version,
)
from affairs.services.reminders import (
    remind_of_disclosures as remind_of_disclosures,
)
from affairs.services.rounds import (
    note_opened as note_opened,
)
from affairs.services.supervision import (
    close_supervision as close_supervision,
    follow_up_supervision as follow_up_supervision,
    mend_supervision as mend_supervision,
    record_supervision as record_supervision,
    remind_of_follow_ups as remind_of_follow_ups,
)
from affairs.services.survey_answers import (
    Reply as Reply,
    answer_survey as answer_survey,
)
from affairs.services.surveys import (
    close_survey as close_survey,
    close_surveys as close_surveys,
    copy_survey as copy_survey,
    delete_question as delete_question,
    discard_survey as discard_survey,
    draft_survey as draft_survey,
    mend_survey as mend_survey,
    open_survey as open_survey,
    record_survey as record_survey,
    remind_of_survey as remind_of_survey,
    save_question as save_question,
)
