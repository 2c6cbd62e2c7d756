"""Who may do what with the catalogue, its channels and the checks of the board."""

from typing import Any

import rules

from affairs.enums import DisclosureStatus
from affairs.permissions.disclosures import drafts_disclosures, keeps_board, opens_catalogue, sees_all_disclosures
from unionoffice.roles import Role, User, holds, signed_in
from unionoffice.states import in_state

issues_catalogue = holds(Role.SECRETARY)
opens_coverage = opens_catalogue
sees_whole_coverage = sees_all_disclosures
drafts_what_is_due = drafts_disclosures

reads_channels = signed_in
"""Where the boards hang is no secret among the staff."""

keeps_channels = keeps_board
"""Adds channels and says who keeps which."""

records_checks = keeps_board | holds(Role.CHAIR, Role.AUDITOR)
"""The auditors sit in the supervision group of most schools; whoever keeps the board may enter the group's paper."""

opens_checks = records_checks | sees_all_disclosures


@rules.predicate
def is_keeper(user: User, channel: Any) -> bool:
    """Who keeps this channel."""
    member: int | None = getattr(user, "member_id", None)
    return member is not None and channel.keeper_id == member


@rules.predicate
def is_keeper_of_posting(user: User, posting: Any) -> bool:
    """Who keeps the channel where it hangs."""
    return is_keeper.test(user, posting.channel)


@rules.predicate
def is_hanging(_user: User, posting: Any) -> bool:
    """Nobody has taken it down yet."""
    return posting.down_on is None


@rules.predicate
def is_named_on_check(user: User, check: Any) -> bool:
    """Who took part in the check."""
    member: int | None = getattr(user, "member_id", None)
    return member is not None and any(person.member_id == member for person in check.people.all())


@rules.predicate
def is_unfinished(_user: User, issue: Any) -> bool:
    """Nothing was done about it yet."""
    return issue.done_on is None


@rules.predicate
def is_handler(user: User, issue: Any) -> bool:
    """Who is to put it right."""
    member: int | None = getattr(user, "member_id", None)
    return member is not None and issue.handler_id == member


tends_channel = keeps_channels | is_keeper
"""Puts up and takes down there, and adds photos of the place."""

may_post = keeps_channels & in_state(DisclosureStatus.PUBLISHED)
"""Records from a disclosure's page where a copy was put up; keepers do it from the page of their channel."""

tends_posting = keeps_channels | is_keeper_of_posting
may_take_off = tends_posting & is_hanging

adds_to_check = records_checks | is_named_on_check
may_finish_issue = (records_checks | is_handler) & is_unfinished
