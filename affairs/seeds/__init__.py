"""What every school's democratic management begins with. What the school changes stays as it is."""

from affairs.seeds.catalogue import seed_catalogue
from affairs.seeds.mailbox import seed_mailboxes
from affairs.seeds.meetings import seed_meetings
from affairs.seeds.oversight import seed_agreement_rules
from affairs.seeds.public_notices import seed_notice_rules
from affairs.seeds.regulations import seed_consultation_rules
from affairs.seeds.review import seed_second_approvers
from affairs.seeds.surveys import seed_survey_rules

SEEDED = (
    seed_catalogue,
    seed_mailboxes,
    seed_meetings,
    seed_notice_rules,
    seed_consultation_rules,
    seed_agreement_rules,
    seed_second_approvers,
    seed_survey_rules,
)
"""Each family of records puts in place what it needs; each is safe to repeat."""


def seed() -> None:
    """After every migration."""
    for put in SEEDED:
        put()
