"""Every write of democratic management."""

from affairs.services.agreement_checks import (
    check_agreement as check_agreement,
)
from affairs.services.agreement_checks import (
    remind_of_checks as remind_of_checks,
)
from affairs.services.agreement_checks import (
    settle_check as settle_check,
)
from affairs.services.agreements import (
    begin_talks as begin_talks,
)
from affairs.services.agreements import (
    discard_agreement as discard_agreement,
)
from affairs.services.agreements import (
    draft_agreement as draft_agreement,
)
from affairs.services.agreements import (
    end_agreement as end_agreement,
)
from affairs.services.agreements import (
    expire_agreements as expire_agreements,
)
from affairs.services.agreements import (
    file_agreement as file_agreement,
)
from affairs.services.agreements import (
    mend_agreement as mend_agreement,
)
from affairs.services.agreements import (
    pass_agreement as pass_agreement,
)
from affairs.services.agreements import (
    record_round as record_round,
)
from affairs.services.agreements import (
    record_signed_agreement as record_signed_agreement,
)
from affairs.services.agreements import (
    remind_of_agreements as remind_of_agreements,
)
from affairs.services.agreements import (
    renew_agreement as renew_agreement,
)
from affairs.services.agreements import (
    reopen_talks as reopen_talks,
)
from affairs.services.agreements import (
    sign_agreement as sign_agreement,
)
from affairs.services.approval import (
    Decided as Decided,
)
from affairs.services.approval import (
    approve_disclosure as approve_disclosure,
)
from affairs.services.approval import (
    approve_together as approve_together,
)
from affairs.services.approval import (
    countersign_disclosure as countersign_disclosure,
)
from affairs.services.approval import (
    recall_disclosure as recall_disclosure,
)
from affairs.services.approval import (
    return_disclosure as return_disclosure,
)
from affairs.services.approval import (
    submit_disclosure as submit_disclosure,
)
from affairs.services.board_checks import (
    finish_issue as finish_issue,
)
from affairs.services.board_checks import (
    raise_issue as raise_issue,
)
from affairs.services.board_checks import (
    record_check as record_check,
)
from affairs.services.catalogue import (
    catalogue_row as catalogue_row,
)
from affairs.services.catalogue import (
    issue_catalogue as issue_catalogue,
)
from affairs.services.catalogue import (
    save_item as save_item,
)
from affairs.services.channels import (
    put_up_copy as put_up_copy,
)
from affairs.services.channels import (
    renew_channel as renew_channel,
)
from affairs.services.channels import (
    save_channel as save_channel,
)
from affairs.services.channels import (
    take_down_copy as take_down_copy,
)
from affairs.services.comments import (
    comment_on_passage as comment_on_passage,
)
from affairs.services.comments import (
    mend_comment as mend_comment,
)
from affairs.services.comments import (
    remove_comment as remove_comment,
)
from affairs.services.consultations import (
    CONSULTATION_SERIES as CONSULTATION_SERIES,
)
from affairs.services.consultations import (
    LEAST_DAYS as LEAST_DAYS,
)
from affairs.services.consultations import (
    REMIND_BEFORE as REMIND_BEFORE,
)
from affairs.services.consultations import (
    REWRITABLE_CONSULTATION as REWRITABLE_CONSULTATION,
)
from affairs.services.consultations import (
    close_consultation as close_consultation,
)
from affairs.services.consultations import (
    conclude_consultation as conclude_consultation,
)
from affairs.services.consultations import (
    days_to_answer as days_to_answer,
)
from affairs.services.consultations import (
    draft_consultation as draft_consultation,
)
from affairs.services.consultations import (
    extend_consultation as extend_consultation,
)
from affairs.services.consultations import (
    is_too_short as is_too_short,
)
from affairs.services.consultations import (
    keep_consultations as keep_consultations,
)
from affairs.services.consultations import (
    mend_consultation as mend_consultation,
)
from affairs.services.consultations import (
    open_consultation as open_consultation,
)
from affairs.services.consultations import (
    withdraw_consultation as withdraw_consultation,
)
from affairs.services.deputies import (
    end_deputyship as end_deputyship,
)
from affairs.services.deputies import (
    name_deputy as name_deputy,
)
from affairs.services.disclosures import (
    REWRITABLE_DISCLOSURE as REWRITABLE_DISCLOSURE,
)
from affairs.services.disclosures import (
    correct_disclosure as correct_disclosure,
)
from affairs.services.disclosures import (
    discard_disclosure as discard_disclosure,
)
from affairs.services.disclosures import (
    draft_disclosure as draft_disclosure,
)
from affairs.services.disclosures import (
    mend_disclosure as mend_disclosure,
)
from affairs.services.disclosures import (
    record_past_disclosures as record_past_disclosures,
)
from affairs.services.inspections import (
    Mark as Mark,
)
from affairs.services.inspections import (
    Result as Result,
)
from affairs.services.inspections import (
    add_rectification as add_rectification,
)
from affairs.services.inspections import (
    close_inspection as close_inspection,
)
from affairs.services.inspections import (
    conclude_inspection as conclude_inspection,
)
from affairs.services.inspections import (
    link_evidence as link_evidence,
)
from affairs.services.inspections import (
    mend_inspection as mend_inspection,
)
from affairs.services.inspections import (
    record_inspection as record_inspection,
)
from affairs.services.inspections import (
    remind_of_rectifications as remind_of_rectifications,
)
from affairs.services.inspections import (
    save_scheme as save_scheme,
)
from affairs.services.inspections import (
    score_inspection as score_inspection,
)
from affairs.services.inspections import (
    settle_rectification as settle_rectification,
)
from affairs.services.inspections import (
    unlink_evidence as unlink_evidence,
)
from affairs.services.letter_handling import (
    answer_letter as answer_letter,
)
from affairs.services.letter_handling import (
    ask_sender as ask_sender,
)
from affairs.services.letter_handling import (
    close_letter as close_letter,
)
from affairs.services.letter_handling import (
    extend_letter as extend_letter,
)
from affairs.services.letter_handling import (
    forward_letter as forward_letter,
)
from affairs.services.letter_handling import (
    keep_letters as keep_letters,
)
from affairs.services.letter_handling import (
    publish_reply as publish_reply,
)
from affairs.services.letter_handling import (
    refuse_letter as refuse_letter,
)
from affairs.services.letter_handling import (
    take_down_reply as take_down_reply,
)
from affairs.services.letter_handling import (
    take_up_letter as take_up_letter,
)
from affairs.services.letters import (
    rate_reply as rate_reply,
)
from affairs.services.letters import (
    record_letter as record_letter,
)
from affairs.services.letters import (
    write_again as write_again,
)
from affairs.services.letters import (
    write_anonymous_letter as write_anonymous_letter,
)
from affairs.services.letters import (
    write_letter as write_letter,
)
from affairs.services.mailboxes import (
    empty_box as empty_box,
)
from affairs.services.mailboxes import (
    save_mailbox as save_mailbox,
)
from affairs.services.meeting_attendance import (
    ask_meeting_leave as ask_meeting_leave,
)
from affairs.services.meeting_attendance import (
    count_heads as count_heads,
)
from affairs.services.meeting_attendance import (
    open_meeting_attendance as open_meeting_attendance,
)
from affairs.services.meeting_attendance import (
    take_back_leave as take_back_leave,
)
from affairs.services.meeting_lines import (
    add_topic as add_topic,
)
from affairs.services.meeting_lines import (
    answer_opinion as answer_opinion,
)
from affairs.services.meeting_lines import (
    drop_task as drop_task,
)
from affairs.services.meeting_lines import (
    finish_task as finish_task,
)
from affairs.services.meeting_lines import (
    give_task as give_task,
)
from affairs.services.meeting_lines import (
    mend_line as mend_line,
)
from affairs.services.meeting_lines import (
    note_decision as note_decision,
)
from affairs.services.meeting_lines import (
    note_opinion as note_opinion,
)
from affairs.services.meeting_lines import (
    remove_line as remove_line,
)
from affairs.services.meeting_lines import (
    reopen_task as reopen_task,
)
from affairs.services.meeting_minutes import (
    confirm_minutes as confirm_minutes,
)
from affairs.services.meeting_minutes import (
    note_correction as note_correction,
)
from affairs.services.meeting_minutes import (
    return_minutes as return_minutes,
)
from affairs.services.meeting_minutes import (
    submit_minutes as submit_minutes,
)
from affairs.services.meeting_minutes import (
    write_minutes as write_minutes,
)
from affairs.services.meetings import (
    MEETING_SERIES as MEETING_SERIES,
)
from affairs.services.meetings import (
    amend_meeting as amend_meeting,
)
from affairs.services.meetings import (
    announce_meeting as announce_meeting,
)
from affairs.services.meetings import (
    cancel_meeting as cancel_meeting,
)
from affairs.services.meetings import (
    copy_meeting as copy_meeting,
)
from affairs.services.meetings import (
    delete_meeting as delete_meeting,
)
from affairs.services.meetings import (
    hold_meeting as hold_meeting,
)
from affairs.services.meetings import (
    plan_meeting as plan_meeting,
)
from affairs.services.meetings import (
    record_past_meeting as record_past_meeting,
)
from affairs.services.meetings import (
    remind_of_meetings as remind_of_meetings,
)
from affairs.services.merges import (
    settle_before_merge as settle_before_merge,
)
from affairs.services.notice_outcomes import (
    Outcome as Outcome,
)
from affairs.services.notice_outcomes import (
    conclude_notice as conclude_notice,
)
from affairs.services.notice_outcomes import (
    document_notice as document_notice,
)
from affairs.services.notice_outcomes import (
    remind_of_notices as remind_of_notices,
)
from affairs.services.notice_people import (
    name_candidates as name_candidates,
)
from affairs.services.notice_people import (
    name_reviewers as name_reviewers,
)
from affairs.services.objections import (
    file_objection as file_objection,
)
from affairs.services.objections import (
    object_anonymously as object_anonymously,
)
from affairs.services.objections import (
    record_objection as record_objection,
)
from affairs.services.objections import (
    settle_objection as settle_objection,
)
from affairs.services.official_documents import (
    DOCUMENT_SERIES as DOCUMENT_SERIES,
)
from affairs.services.official_documents import (
    REWRITABLE_DOCUMENT as REWRITABLE_DOCUMENT,
)
from affairs.services.official_documents import (
    finish_document as finish_document,
)
from affairs.services.official_documents import (
    forward_document as forward_document,
)
from affairs.services.official_documents import (
    mend_document as mend_document,
)
from affairs.services.official_documents import (
    read_document as read_document,
)
from affairs.services.official_documents import (
    recall_forward as recall_forward,
)
from affairs.services.official_documents import (
    register_document as register_document,
)
from affairs.services.official_documents import (
    void_document as void_document,
)
from affairs.services.opinions import (
    Said as Said,
)
from affairs.services.opinions import (
    answer_point as answer_point,
)
from affairs.services.opinions import (
    gather_each as gather_each,
)
from affairs.services.opinions import (
    gather_opinions as gather_opinions,
)
from affairs.services.opinions import (
    give_opinion as give_opinion,
)
from affairs.services.public_notices import (
    NOTICE_FIELDS as NOTICE_FIELDS,
)
from affairs.services.public_notices import (
    NOTICE_SERIES as NOTICE_SERIES,
)
from affairs.services.public_notices import (
    approve_notice as approve_notice,
)
from affairs.services.public_notices import (
    days_key as days_key,
)
from affairs.services.public_notices import (
    delegates_key as delegates_key,
)
from affairs.services.public_notices import (
    draft_notice as draft_notice,
)
from affairs.services.public_notices import (
    extend_notice as extend_notice,
)
from affairs.services.public_notices import (
    mend_notice as mend_notice,
)
from affairs.services.public_notices import (
    names_key as names_key,
)
from affairs.services.public_notices import (
    recall_notice as recall_notice,
)
from affairs.services.public_notices import (
    return_notice as return_notice,
)
from affairs.services.public_notices import (
    submit_notice as submit_notice,
)
from affairs.services.public_notices import (
    withdraw_notice as withdraw_notice,
)
from affairs.services.publishing import (
    DISCLOSURE_SERIES as DISCLOSURE_SERIES,
)
from affairs.services.publishing import (
    TIME_IS_OVER as TIME_IS_OVER,
)
from affairs.services.publishing import (
    archive_disclosure as archive_disclosure,
)
from affairs.services.publishing import (
    keep_board as keep_board,
)
from affairs.services.publishing import (
    publish_disclosure as publish_disclosure,
)
from affairs.services.publishing import (
    take_down_disclosure as take_down_disclosure,
)
from affairs.services.reading import (
    count_readings as count_readings,
)
from affairs.services.reading import (
    mark_all_seen as mark_all_seen,
)
from affairs.services.reading import (
    note_reading as note_reading,
)
from affairs.services.reading import (
    note_visit as note_visit,
)
from affairs.services.regulations import (
    REWRITABLE_VERSION as REWRITABLE_VERSION,
)
from affairs.services.regulations import (
    abolish_version as abolish_version,
)
from affairs.services.regulations import (
    begin_version as begin_version,
)
from affairs.services.regulations import (
    copy_version as copy_version,
)
from affairs.services.regulations import (
    discard_version as discard_version,
)
from affairs.services.regulations import (
    draft_regulation as draft_regulation,
)
from affairs.services.regulations import (
    enact_version as enact_version,
)
from affairs.services.regulations import (
    mend_version as mend_version,
)
from affairs.services.regulations import (
    record_regulations as record_regulations,
)
from affairs.services.regulations import (
    save_regulation as save_regulation,
)
from affairs.services.regulations import (
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
)
from affairs.services.supervision import (
    follow_up_supervision as follow_up_supervision,
)
from affairs.services.supervision import (
    mend_supervision as mend_supervision,
)
from affairs.services.supervision import (
    record_supervision as record_supervision,
)
from affairs.services.supervision import (
    remind_of_follow_ups as remind_of_follow_ups,
)
from affairs.services.survey_answers import (
    Reply as Reply,
)
from affairs.services.survey_answers import (
    answer_survey as answer_survey,
)
from affairs.services.surveys import (
    close_survey as close_survey,
)
from affairs.services.surveys import (
    close_surveys as close_surveys,
)
from affairs.services.surveys import (
    copy_survey as copy_survey,
)
from affairs.services.surveys import (
    delete_question as delete_question,
)
from affairs.services.surveys import (
    discard_survey as discard_survey,
)
from affairs.services.surveys import (
    draft_survey as draft_survey,
)
from affairs.services.surveys import (
    mend_survey as mend_survey,
)
from affairs.services.surveys import (
    open_survey as open_survey,
)
from affairs.services.surveys import (
    record_survey as record_survey,
)
from affairs.services.surveys import (
    remind_of_survey as remind_of_survey,
)
from affairs.services.surveys import (
    save_question as save_question,
)
