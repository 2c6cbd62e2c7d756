"""Who may do what with public notices and the objections against them."""

from typing import Any

import rules
from django.utils import timezone

from affairs.enums import NOTICE_WRITABLE, NoticeStatus, Sphere
from affairs.permissions.disclosures import (
    approves,
    approves_disclosures,
    drafts_disclosures,
    had_a_hand_in_it,
    is_writer,
    keeps_board,
    reads_whole_board,
    works_on,
)
from unionoffice.roles import Role, User, holds, signed_in
from unionoffice.states import in_state

drafts_notices = drafts_disclosures

handles_objections = holds(Role.SECRETARY, Role.CHAIR, Role.PRINCIPAL, Role.PARTY_SECRETARY)
"""Objections are known to those who look into them, and to nobody else."""

handles_union_objections = holds(Role.SECRETARY, Role.CHAIR)

sees_all_notices = keeps_board | approves_disclosures | handles_objections
"""Also what never hung on the board, and everybody by their full name."""

opens_notice_list = drafts_notices | approves_disclosures | handles_objections
opens_notice = signed_in
"""Whether there is anything to open is decided by `visible_to`."""

reads_full_names = sees_all_notices | is_writer
reads_notice_history = reads_full_names


@rules.predicate
def is_union_affair(_user: User, notice: Any) -> bool:
    """The union's own, and so for its own people to look into."""
    return notice.sphere == Sphere.UNION


@rules.predicate
def is_named_in_it(user: User, notice: Any) -> bool:
    """One of the people that it is about, who keeps out of it (回避)."""
    return notice.names_member(getattr(user, "member_id", None))


@rules.predicate
def time_is_over(_user: User, notice: Any) -> bool:
    """Its last day has ended."""
    return notice.ends_on is not None and notice.ends_on < timezone.localdate()


handles_notice = ((handles_objections & ~is_union_affair) | handles_union_objections) & ~is_named_in_it
"""Looks into the objections against this notice."""

is_posted = in_state(NoticeStatus.POSTED)
may_mend_notice = works_on & in_state(*NOTICE_WRITABLE)
may_submit_notice = may_mend_notice
may_recall_notice = works_on & in_state(NoticeStatus.SUBMITTED)
may_approve_notice = approves & in_state(NoticeStatus.SUBMITTED) & ~had_a_hand_in_it
may_object = reads_whole_board & is_posted & ~time_is_over
may_record_objection = handles_notice & is_posted
may_extend_notice = (keeps_board | approves) & is_posted & ~is_named_in_it
may_conclude_notice = handles_notice & is_posted & time_is_over
may_document_notice = keeps_board & in_state(NoticeStatus.CONCLUDED)
may_withdraw_notice = may_mend_notice | ((approves | handles_notice) & is_posted)
may_attach_to_notice = may_mend_notice | (keeps_board & in_state(NoticeStatus.CONCLUDED, NoticeStatus.DOCUMENTED))
"""While it is written; and the document that followed from it."""


@rules.predicate
def is_objector(user: User, objection: Any) -> bool:
    """Who filed it under their own name."""
    return objection.filed_by_id is not None and objection.filed_by_id == user.pk


@rules.predicate
def is_open(_user: User, objection: Any) -> bool:
    """Nobody has come to a finding yet."""
    return objection.handled_on is None


@rules.predicate
def _handles_its_notice(user: User, objection: Any) -> bool:
    return handles_notice.test(user, objection.notice)


reads_objection_files = _handles_its_notice | is_objector
may_handle_objection = _handles_its_notice & is_open & ~is_objector
"""Nobody looks into what they brought up themselves."""

may_add_evidence = is_objector & is_open
