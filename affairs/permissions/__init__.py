"""Who may do what in democratic management."""

from affairs.permissions.agreements import (
    keeps_agreements as keeps_agreements,
)
from affairs.permissions.agreements import (
    may_attach_to_agreement as may_attach_to_agreement,
)
from affairs.permissions.agreements import (
    may_begin_talks as may_begin_talks,
)
from affairs.permissions.agreements import (
    may_check_agreement as may_check_agreement,
)
from affairs.permissions.agreements import (
    may_discard_agreement as may_discard_agreement,
)
from affairs.permissions.agreements import (
    may_end_agreement as may_end_agreement,
)
from affairs.permissions.agreements import (
    may_file_agreement as may_file_agreement,
)
from affairs.permissions.agreements import (
    may_mend_agreement as may_mend_agreement,
)
from affairs.permissions.agreements import (
    may_pass_agreement as may_pass_agreement,
)
from affairs.permissions.agreements import (
    may_record_round as may_record_round,
)
from affairs.permissions.agreements import (
    may_renew_agreement as may_renew_agreement,
)
from affairs.permissions.agreements import (
    may_reopen_talks as may_reopen_talks,
)
from affairs.permissions.agreements import (
    may_sign_agreement as may_sign_agreement,
)
from affairs.permissions.agreements import (
    opens_agreements as opens_agreements,
)
from affairs.permissions.agreements import (
    reads_agreement_checks as reads_agreement_checks,
)
from affairs.permissions.agreements import (
    sees_all_agreements as sees_all_agreements,
)
from affairs.permissions.board import (
    may_print_sheet as may_print_sheet,
)
from affairs.permissions.board import (
    prints_sheets as prints_sheets,
)
from affairs.permissions.catalogue import (
    adds_to_check as adds_to_check,
)
from affairs.permissions.catalogue import (
    drafts_what_is_due as drafts_what_is_due,
)
from affairs.permissions.catalogue import (
    is_keeper as is_keeper,
)
from affairs.permissions.catalogue import (
    issues_catalogue as issues_catalogue,
)
from affairs.permissions.catalogue import (
    keeps_channels as keeps_channels,
)
from affairs.permissions.catalogue import (
    may_finish_issue as may_finish_issue,
)
from affairs.permissions.catalogue import (
    may_post as may_post,
)
from affairs.permissions.catalogue import (
    may_take_off as may_take_off,
)
from affairs.permissions.catalogue import (
    opens_checks as opens_checks,
)
from affairs.permissions.catalogue import (
    opens_coverage as opens_coverage,
)
from affairs.permissions.catalogue import (
    reads_channels as reads_channels,
)
from affairs.permissions.catalogue import (
    records_checks as records_checks,
)
from affairs.permissions.catalogue import (
    sees_whole_coverage as sees_whole_coverage,
)
from affairs.permissions.catalogue import (
    tends_channel as tends_channel,
)
from affairs.permissions.catalogue import (
    tends_posting as tends_posting,
)
from affairs.permissions.consultations import (
    begins_consultations as begins_consultations,
)
from affairs.permissions.consultations import (
    begun_by as begun_by,
)
from affairs.permissions.consultations import (
    keeps_consultations as keeps_consultations,
)
from affairs.permissions.consultations import (
    may_answer_consultation as may_answer_consultation,
)
from affairs.permissions.consultations import (
    may_attach_to_consultation as may_attach_to_consultation,
)
from affairs.permissions.consultations import (
    may_close_consultation as may_close_consultation,
)
from affairs.permissions.consultations import (
    may_conclude_consultation as may_conclude_consultation,
)
from affairs.permissions.consultations import (
    may_extend_consultation as may_extend_consultation,
)
from affairs.permissions.consultations import (
    may_mend_consultation as may_mend_consultation,
)
from affairs.permissions.consultations import (
    may_open_consultation as may_open_consultation,
)
from affairs.permissions.consultations import (
    may_print_opinions as may_print_opinions,
)
from affairs.permissions.consultations import (
    may_withdraw_consultation as may_withdraw_consultation,
)
from affairs.permissions.consultations import (
    opens_consultations as opens_consultations,
)
from affairs.permissions.consultations import (
    reads_names as reads_names,
)
from affairs.permissions.consultations import (
    reads_points as reads_points,
)
from affairs.permissions.consultations import (
    runs_consultation as runs_consultation,
)
from affairs.permissions.consultations import (
    sees_all_consultations as sees_all_consultations,
)
from affairs.permissions.deputies import (
    MAY_STAND_IN as MAY_STAND_IN,
)
from affairs.permissions.deputies import (
    answers_for_school_affairs as answers_for_school_affairs,
)
from affairs.permissions.deputies import (
    answers_for_union_affairs as answers_for_union_affairs,
)
from affairs.permissions.deputies import (
    approvers_role as approvers_role,
)
from affairs.permissions.deputies import (
    approves_school_affairs as approves_school_affairs,
)
from affairs.permissions.deputies import (
    approves_union_affairs as approves_union_affairs,
)
from affairs.permissions.deputies import (
    gave_it as gave_it,
)
from affairs.permissions.deputies import (
    may_end_deputyship as may_end_deputyship,
)
from affairs.permissions.deputies import (
    names_deputies as names_deputies,
)
from affairs.permissions.deputies import (
    opens_deputyships as opens_deputyships,
)
from affairs.permissions.deputies import (
    spheres_answered_for as spheres_answered_for,
)
from affairs.permissions.deputies import (
    spheres_approved_by as spheres_approved_by,
)
from affairs.permissions.disclosures import (
    MAY_COUNTERSIGN as MAY_COUNTERSIGN,
)
from affairs.permissions.disclosures import (
    NO_SECOND as NO_SECOND,
)
from affairs.permissions.disclosures import (
    answers_for as answers_for,
)
from affairs.permissions.disclosures import (
    approves as approves,
)
from affairs.permissions.disclosures import (
    approves_disclosures as approves_disclosures,
)
from affairs.permissions.disclosures import (
    countersigns as countersigns,
)
from affairs.permissions.disclosures import (
    drafts_disclosures as drafts_disclosures,
)
from affairs.permissions.disclosures import (
    had_a_hand_in_it as had_a_hand_in_it,
)
from affairs.permissions.disclosures import (
    is_due as is_due,
)
from affairs.permissions.disclosures import (
    is_writer as is_writer,
)
from affairs.permissions.disclosures import (
    keeps_board as keeps_board,
)
from affairs.permissions.disclosures import (
    keeps_catalogue as keeps_catalogue,
)
from affairs.permissions.disclosures import (
    may_approve as may_approve,
)
from affairs.permissions.disclosures import (
    may_archive as may_archive,
)
from affairs.permissions.disclosures import (
    may_attach as may_attach,
)
from affairs.permissions.disclosures import (
    may_correct as may_correct,
)
from affairs.permissions.disclosures import (
    may_countersign as may_countersign,
)
from affairs.permissions.disclosures import (
    may_discard as may_discard,
)
from affairs.permissions.disclosures import (
    may_mend as may_mend,
)
from affairs.permissions.disclosures import (
    may_publish as may_publish,
)
from affairs.permissions.disclosures import (
    may_recall as may_recall,
)
from affairs.permissions.disclosures import (
    may_submit as may_submit,
)
from affairs.permissions.disclosures import (
    may_take_back as may_take_back,
)
from affairs.permissions.disclosures import (
    may_take_down as may_take_down,
)
from affairs.permissions.disclosures import (
    opens_catalogue as opens_catalogue,
)
from affairs.permissions.disclosures import (
    opens_disclosure as opens_disclosure,
)
from affairs.permissions.disclosures import (
    opens_disclosure_list as opens_disclosure_list,
)
from affairs.permissions.disclosures import (
    reads_board as reads_board,
)
from affairs.permissions.disclosures import (
    reads_history as reads_history,
)
from affairs.permissions.disclosures import (
    reads_whole_board as reads_whole_board,
)
from affairs.permissions.disclosures import (
    records_past as records_past,
)
from affairs.permissions.disclosures import (
    sees_all_disclosures as sees_all_disclosures,
)
from affairs.permissions.disclosures import (
    works_on as works_on,
)
from affairs.permissions.inspections import (
    has_scheme as has_scheme,
)
from affairs.permissions.inspections import (
    is_unused as is_unused,
)
from affairs.permissions.inspections import (
    keeps_inspections as keeps_inspections,
)
from affairs.permissions.inspections import (
    keeps_schemes as keeps_schemes,
)
from affairs.permissions.inspections import (
    may_add_rectification as may_add_rectification,
)
from affairs.permissions.inspections import (
    may_attach_to_inspection as may_attach_to_inspection,
)
from affairs.permissions.inspections import (
    may_close_inspection as may_close_inspection,
)
from affairs.permissions.inspections import (
    may_conclude_inspection as may_conclude_inspection,
)
from affairs.permissions.inspections import (
    may_copy_scheme as may_copy_scheme,
)
from affairs.permissions.inspections import (
    may_mend_inspection as may_mend_inspection,
)
from affairs.permissions.inspections import (
    may_mend_scheme as may_mend_scheme,
)
from affairs.permissions.inspections import (
    may_print_scores as may_print_scores,
)
from affairs.permissions.inspections import (
    may_score_inspection as may_score_inspection,
)
from affairs.permissions.inspections import (
    opens_inspections as opens_inspections,
)
from affairs.permissions.mailbox import (
    MAILBOX_ROLES as MAILBOX_ROLES,
)
from affairs.permissions.mailbox import (
    answers_for_letter as answers_for_letter,
)
from affairs.permissions.mailbox import (
    follows_letter as follows_letter,
)
from affairs.permissions.mailbox import (
    handles_letter as handles_letter,
)
from affairs.permissions.mailbox import (
    has_letter_door as has_letter_door,
)
from affairs.permissions.mailbox import (
    keeps_mailbox as keeps_mailbox,
)
from affairs.permissions.mailbox import (
    keeps_mailboxes as keeps_mailboxes,
)
from affairs.permissions.mailbox import (
    letter_waits as letter_waits,
)
from affairs.permissions.mailbox import (
    may_answer_letter as may_answer_letter,
)
from affairs.permissions.mailbox import (
    may_ask_sender as may_ask_sender,
)
from affairs.permissions.mailbox import (
    may_close_letter as may_close_letter,
)
from affairs.permissions.mailbox import (
    may_empty_box as may_empty_box,
)
from affairs.permissions.mailbox import (
    may_extend_letter as may_extend_letter,
)
from affairs.permissions.mailbox import (
    may_forward_letter as may_forward_letter,
)
from affairs.permissions.mailbox import (
    may_mend_mailbox as may_mend_mailbox,
)
from affairs.permissions.mailbox import (
    may_print_letter as may_print_letter,
)
from affairs.permissions.mailbox import (
    may_publish_reply as may_publish_reply,
)
from affairs.permissions.mailbox import (
    may_rate_reply as may_rate_reply,
)
from affairs.permissions.mailbox import (
    may_record_letters as may_record_letters,
)
from affairs.permissions.mailbox import (
    may_refuse_letter as may_refuse_letter,
)
from affairs.permissions.mailbox import (
    may_take_down_reply as may_take_down_reply,
)
from affairs.permissions.mailbox import (
    may_take_up_letter as may_take_up_letter,
)
from affairs.permissions.mailbox import (
    may_write_again as may_write_again,
)
from affairs.permissions.mailbox import (
    opens_mailbox_page as opens_mailbox_page,
)
from affairs.permissions.mailbox import (
    opens_mailboxes as opens_mailboxes,
)
from affairs.permissions.mailbox import (
    reads_replies as reads_replies,
)
from affairs.permissions.mailbox import (
    reads_sender as reads_sender,
)
from affairs.permissions.mailbox import (
    runs_mailboxes as runs_mailboxes,
)
from affairs.permissions.mailbox import (
    spheres_of as spheres_of,
)
from affairs.permissions.mailbox import (
    works_on_letter as works_on_letter,
)
from affairs.permissions.mailbox import (
    works_on_letters as works_on_letters,
)
from affairs.permissions.mailbox import (
    writes_anonymously as writes_anonymously,
)
from affairs.permissions.mailbox import (
    writes_letters as writes_letters,
)
from affairs.permissions.mailbox import (
    wrote_letter as wrote_letter,
)
from affairs.permissions.meetings import (
    KINDS_OF as KINDS_OF,
)
from affairs.permissions.meetings import (
    answers_for_kind as answers_for_kind,
)
from affairs.permissions.meetings import (
    chair_signs_here as chair_signs_here,
)
from affairs.permissions.meetings import (
    chairs_it as chairs_it,
)
from affairs.permissions.meetings import (
    counts_without_names as counts_without_names,
)
from affairs.permissions.meetings import (
    follows_task as follows_task,
)
from affairs.permissions.meetings import (
    has_meeting_tasks as has_meeting_tasks,
)
from affairs.permissions.meetings import (
    has_minutes as has_minutes,
)
from affairs.permissions.meetings import (
    is_asked_to as is_asked_to,
)
from affairs.permissions.meetings import (
    is_of_a_day as is_of_a_day,
)
from affairs.permissions.meetings import (
    keeps_all_meetings as keeps_all_meetings,
)
from affairs.permissions.meetings import (
    keeps_its_meeting as keeps_its_meeting,
)
from affairs.permissions.meetings import (
    keeps_meeting as keeps_meeting,
)
from affairs.permissions.meetings import (
    kinds_to_plan as kinds_to_plan,
)
from affairs.permissions.meetings import (
    may_amend_meeting as may_amend_meeting,
)
from affairs.permissions.meetings import (
    may_announce_meeting as may_announce_meeting,
)
from affairs.permissions.meetings import (
    may_answer as may_answer,
)
from affairs.permissions.meetings import (
    may_answer_opinion as may_answer_opinion,
)
from affairs.permissions.meetings import (
    may_ask_leave as may_ask_leave,
)
from affairs.permissions.meetings import (
    may_attach_to_meeting as may_attach_to_meeting,
)
from affairs.permissions.meetings import (
    may_cancel_meeting as may_cancel_meeting,
)
from affairs.permissions.meetings import (
    may_confirm_minutes as may_confirm_minutes,
)
from affairs.permissions.meetings import (
    may_copy_meeting as may_copy_meeting,
)
from affairs.permissions.meetings import (
    may_count_heads as may_count_heads,
)
from affairs.permissions.meetings import (
    may_delete_meeting as may_delete_meeting,
)
from affairs.permissions.meetings import (
    may_drop_task as may_drop_task,
)
from affairs.permissions.meetings import (
    may_finish_task as may_finish_task,
)
from affairs.permissions.meetings import (
    may_hold_meeting as may_hold_meeting,
)
from affairs.permissions.meetings import (
    may_keep_attendance as may_keep_attendance,
)
from affairs.permissions.meetings import (
    may_mend_line as may_mend_line,
)
from affairs.permissions.meetings import (
    may_note_correction as may_note_correction,
)
from affairs.permissions.meetings import (
    may_note_lines as may_note_lines,
)
from affairs.permissions.meetings import (
    may_print_agenda as may_print_agenda,
)
from affairs.permissions.meetings import (
    may_print_meeting_notice as may_print_meeting_notice,
)
from affairs.permissions.meetings import (
    may_print_minutes as may_print_minutes,
)
from affairs.permissions.meetings import (
    may_reopen_task as may_reopen_task,
)
from affairs.permissions.meetings import (
    may_return_minutes as may_return_minutes,
)
from affairs.permissions.meetings import (
    may_submit_minutes as may_submit_minutes,
)
from affairs.permissions.meetings import (
    may_write_minutes as may_write_minutes,
)
from affairs.permissions.meetings import (
    opens_meeting as opens_meeting,
)
from affairs.permissions.meetings import (
    opens_meeting_list as opens_meeting_list,
)
from affairs.permissions.meetings import (
    planned_it as planned_it,
)
from affairs.permissions.meetings import (
    plans_meetings as plans_meetings,
)
from affairs.permissions.meetings import (
    principals_kinds as principals_kinds,
)
from affairs.permissions.meetings import (
    reads_outcome as reads_outcome,
)
from affairs.permissions.meetings import (
    records_it as records_it,
)
from affairs.permissions.official_documents import (
    keeps_documents as keeps_documents,
)
from affairs.permissions.official_documents import (
    knows_internal_documents as knows_internal_documents,
)
from affairs.permissions.official_documents import (
    may_attach_to_document as may_attach_to_document,
)
from affairs.permissions.official_documents import (
    may_finish_document as may_finish_document,
)
from affairs.permissions.official_documents import (
    may_forward_document as may_forward_document,
)
from affairs.permissions.official_documents import (
    may_mend_document as may_mend_document,
)
from affairs.permissions.official_documents import (
    may_void_document as may_void_document,
)
from affairs.permissions.official_documents import (
    opens_documents as opens_documents,
)
from affairs.permissions.official_documents import (
    reads_register as reads_register,
)
from affairs.permissions.official_documents import (
    sees_receipts as sees_receipts,
)
from affairs.permissions.public_notices import (
    drafts_notices as drafts_notices,
)
from affairs.permissions.public_notices import (
    handles_notice as handles_notice,
)
from affairs.permissions.public_notices import (
    handles_objections as handles_objections,
)
from affairs.permissions.public_notices import (
    handles_union_objections as handles_union_objections,
)
from affairs.permissions.public_notices import (
    is_objector as is_objector,
)
from affairs.permissions.public_notices import (
    may_add_evidence as may_add_evidence,
)
from affairs.permissions.public_notices import (
    may_approve_notice as may_approve_notice,
)
from affairs.permissions.public_notices import (
    may_attach_to_notice as may_attach_to_notice,
)
from affairs.permissions.public_notices import (
    may_conclude_notice as may_conclude_notice,
)
from affairs.permissions.public_notices import (
    may_document_notice as may_document_notice,
)
from affairs.permissions.public_notices import (
    may_extend_notice as may_extend_notice,
)
from affairs.permissions.public_notices import (
    may_handle_objection as may_handle_objection,
)
from affairs.permissions.public_notices import (
    may_mend_notice as may_mend_notice,
)
from affairs.permissions.public_notices import (
    may_object as may_object,
)
from affairs.permissions.public_notices import (
    may_recall_notice as may_recall_notice,
)
from affairs.permissions.public_notices import (
    may_record_objection as may_record_objection,
)
from affairs.permissions.public_notices import (
    may_submit_notice as may_submit_notice,
)
from affairs.permissions.public_notices import (
    may_withdraw_notice as may_withdraw_notice,
)
from affairs.permissions.public_notices import (
    opens_notice as opens_notice,
)
from affairs.permissions.public_notices import (
    opens_notice_list as opens_notice_list,
)
from affairs.permissions.public_notices import (
    reads_full_names as reads_full_names,
)
from affairs.permissions.public_notices import (
    reads_notice_history as reads_notice_history,
)
from affairs.permissions.public_notices import (
    reads_objection_files as reads_objection_files,
)
from affairs.permissions.public_notices import (
    sees_all_notices as sees_all_notices,
)
from affairs.permissions.regulations import (
    drafted_it as drafted_it,
)
from affairs.permissions.regulations import (
    drafts_regulations as drafts_regulations,
)
from affairs.permissions.regulations import (
    enacts_regulations as enacts_regulations,
)
from affairs.permissions.regulations import (
    heads_department_of as heads_department_of,
)
from affairs.permissions.regulations import (
    heads_its_department as heads_its_department,
)
from affairs.permissions.regulations import (
    keeps_regulations as keeps_regulations,
)
from affairs.permissions.regulations import (
    may_abolish_version as may_abolish_version,
)
from affairs.permissions.regulations import (
    may_attach_to_version as may_attach_to_version,
)
from affairs.permissions.regulations import (
    may_begin_version as may_begin_version,
)
from affairs.permissions.regulations import (
    may_deliberate_version as may_deliberate_version,
)
from affairs.permissions.regulations import (
    may_discard_version as may_discard_version,
)
from affairs.permissions.regulations import (
    may_enact_version as may_enact_version,
)
from affairs.permissions.regulations import (
    may_mend_version as may_mend_version,
)
from affairs.permissions.regulations import (
    opens_regulations as opens_regulations,
)
from affairs.permissions.regulations import (
    sees_all_regulations as sees_all_regulations,
)
from affairs.permissions.regulations import (
    works_on_regulation as works_on_regulation,
)
from affairs.permissions.regulations import (
    works_on_version as works_on_version,
)
from affairs.permissions.supervision import (
    OFFICERS as OFFICERS,
)
from affairs.permissions.supervision import (
    audits as audits,
)
from affairs.permissions.supervision import (
    is_audit as is_audit,
)
from affairs.permissions.supervision import (
    is_recorder as is_recorder,
)
from affairs.permissions.supervision import (
    keeps_supervision as keeps_supervision,
)
from affairs.permissions.supervision import (
    may_attach_to_supervision as may_attach_to_supervision,
)
from affairs.permissions.supervision import (
    may_close_supervision as may_close_supervision,
)
from affairs.permissions.supervision import (
    may_follow_up_supervision as may_follow_up_supervision,
)
from affairs.permissions.supervision import (
    may_mend_supervision as may_mend_supervision,
)
from affairs.permissions.supervision import (
    opens_supervision as opens_supervision,
)
from affairs.permissions.supervision import (
    opens_supervision_list as opens_supervision_list,
)
from affairs.permissions.supervision import (
    records_supervision as records_supervision,
)
from affairs.permissions.supervision import (
    sees_all_supervision as sees_all_supervision,
)
from affairs.permissions.supervision import (
    works_on_supervision as works_on_supervision,
)
from affairs.permissions.surveys import (
    answers_surveys as answers_surveys,
)
from affairs.permissions.surveys import (
    keeps_surveys as keeps_surveys,
)
from affairs.permissions.surveys import (
    may_attach_to_survey as may_attach_to_survey,
)
from affairs.permissions.surveys import (
    may_close_survey as may_close_survey,
)
from affairs.permissions.surveys import (
    may_copy_survey as may_copy_survey,
)
from affairs.permissions.surveys import (
    may_discard_survey as may_discard_survey,
)
from affairs.permissions.surveys import (
    may_mend_survey as may_mend_survey,
)
from affairs.permissions.surveys import (
    may_open_survey as may_open_survey,
)
from affairs.permissions.surveys import (
    may_remind_survey as may_remind_survey,
)
from affairs.permissions.surveys import (
    reads_survey_results as reads_survey_results,
)
from affairs.permissions.surveys import (
    sees_all_surveys as sees_all_surveys,
)
from affairs.permissions.surveys import (
    was_answered_here as was_answered_here,
)
