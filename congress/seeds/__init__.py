"""The rules of the congress, each with its source; a school changes them in the settings."""

from congress.seeds.proposals import seed_proposal_rules

SEEDED = (seed_proposal_rules,)
"""Each family of records puts in place what it needs; each is safe to repeat."""


def seed() -> None:
    """After every migration."""
    for put in SEEDED:
        put()
