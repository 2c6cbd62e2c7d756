"""Who may do what with disclosures."""

from typing import Any

import rules
from django.utils import timezone

from affairs.enums import WRITABLE, DisclosureStatus, Sphere
from affairs.permissions.deputies import (
    answers_for_school_affairs,
    answers_for_union_affairs,
    approves_school_affairs,
    approves_union_affairs,
)
from unionoffice.roles import Role, User, anyone, holds, roles_of, signed_in
from unionoffice.states import in_state

reads_board = anyone
"""Whether there is anything to read is decided by `visible_to`: the school at large sees what is marked for it."""

reads_whole_board = signed_in

keeps_board = holds(Role.SECRETARY, Role.PUBLICITY_OFFICER)
"""Writes for every department, takes down and files."""

drafts_disclosures = keeps_board | holds(Role.DEPARTMENT_HEAD)
"""A department head writes what the catalogue asks of the department."""

MAY_COUNTERSIGN = (Role.PARTY_SECRETARY, Role.VICE_PRINCIPAL)
"""From among whom a school chooses its second approver."""

NO_SECOND = "none"
"""The rule's value where it doesn't set one."""

approves_disclosures = approves_school_affairs | approves_union_affairs

records_past = holds(Role.SECRETARY)
"""Takes in what was disclosed before the office kept its board here."""

sees_all_disclosures = keeps_board | approves_disclosures
"""Also what was never published."""

opens_disclosure_list = drafts_disclosures | approves_disclosures
opens_disclosure = signed_in
"""Whether there is anything to open is decided by `visible_to`."""

keeps_catalogue = holds(Role.SECRETARY)
opens_catalogue = opens_disclosure_list


def _of(sphere: Sphere) -> rules.Predicate:
    return rules.Predicate(lambda _user, disclosure: disclosure.sphere == sphere, name=str(sphere))


@rules.predicate
def is_writer(user: User, disclosure: Any) -> bool:
    """Who drafted it."""
    return disclosure.drafted_by_id == user.pk


@rules.predicate
def had_a_hand_in_it(user: User, disclosure: Any) -> bool:
    """Who drafted or submitted it, and so doesn't approve it."""
    return user.pk in (disclosure.drafted_by_id, disclosure.submitted_by_id)


@rules.predicate
def is_due(_user: User, disclosure: Any) -> bool:
    """The day that was set for it has come."""
    return disclosure.publish_on is not None and disclosure.publish_on <= timezone.localdate()


works_on = keeps_board | is_writer
"""May go on with a disclosure until it is approved."""

approves = (approves_school_affairs & _of(Sphere.SCHOOL)) | (approves_union_affairs & _of(Sphere.UNION))
answers_for = (answers_for_school_affairs & _of(Sphere.SCHOOL)) | (answers_for_union_affairs & _of(Sphere.UNION))

reads_history = sees_all_disclosures | is_writer
"""Comments on what was returned are for those who work on it."""

may_mend = works_on & in_state(*WRITABLE)
may_attach = may_mend
may_submit = may_mend
may_discard = may_mend
may_recall = works_on & in_state(DisclosureStatus.SUBMITTED)
may_approve = approves & in_state(DisclosureStatus.SUBMITTED) & ~had_a_hand_in_it
countersigns = holds(*MAY_COUNTERSIGN)


@rules.predicate
def is_asked_to_countersign(user: User, disclosure: Any) -> bool:
    """Holds the role that was asked, and isn't who endorsed it."""
    return disclosure.second_role in roles_of(user) and disclosure.endorsed_by_id != user.pk


may_countersign = countersigns & is_asked_to_countersign & in_state(DisclosureStatus.ENDORSED) & ~had_a_hand_in_it
"""The second approver, where one is set."""

may_take_back = approves & in_state(DisclosureStatus.APPROVED)
"""Gives back what was approved, as long as nobody read it."""

may_publish = (keeps_board | approves) & in_state(DisclosureStatus.APPROVED) & is_due
may_correct = works_on & in_state(DisclosureStatus.PUBLISHED)
may_take_down = (keeps_board | answers_for) & in_state(DisclosureStatus.PUBLISHED)
may_archive = keeps_board & in_state(DisclosureStatus.TAKEN_DOWN)
