"""The rules of the congress, each with its source; a school changes them in the settings."""

from congress.seeds.agenda import seed_agenda_rules
from congress.seeds.delegates import seed_composition_rules, seed_delegate_rules, seed_members_rules
from congress.seeds.handling import seed_handling_rules
from congress.seeds.proposals import seed_proposal_rules
from congress.seeds.sessions import seed_session_rules
from congress.seeds.sittings import seed_sitting_rules
from congress.seeds.suggestions import seed_suggestion_rules

SEEDED = (
    seed_delegate_rules,
    seed_composition_rules,
    seed_members_rules,
    seed_agenda_rules,
    seed_proposal_rules,
    seed_handling_rules,
    seed_session_rules,
    seed_sitting_rules,
    seed_suggestion_rules,
)
"""Each family of records puts in place what it needs; each is safe to repeat."""


def seed() -> None:
    """After every migration."""
    for put in SEEDED:
        put()
