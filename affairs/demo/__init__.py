"""The demo school's democratic management."""

from datetime import date

from affairs.demo.board import have_it_read
from affairs.demo.catalogue import assign_departments, keep_a_catalogue
from affairs.demo.consultations import keep_consultations_of_demo
from affairs.demo.disclosures import keep_a_board
from affairs.demo.mailbox import keep_mailboxes
from affairs.demo.meetings import hold_meetings
from affairs.demo.official_documents import keep_register
from affairs.demo.oversight import oversee
from affairs.demo.public_notices import post_notices
from affairs.demo.regulations import keep_regulations
from affairs.demo.review import keep_reviews
from affairs.demo.surveys import ask_around
from affairs.models import Disclosure, Letter, Meeting, PublicNotice, Regulation, Supervision, Survey
from unionoffice.areas import DemoAccount

__all__ = ["build"]


def build(on: date) -> list[DemoAccount]:
    """A year of each family of records, by the people whose office it is."""
    if not Disclosure.objects.exists():
        assign_departments(on)
        keep_a_board(on)
        keep_a_catalogue(on)
        keep_reviews(on)
        have_it_read(on)
    if not Letter.objects.exists():
        keep_mailboxes(on)
    if not Meeting.objects.exists():
        hold_meetings(on)
    if not PublicNotice.objects.exists():
        post_notices(on)
    if not Supervision.objects.exists():
        oversee(on)
    if not Regulation.objects.exists():
        keep_regulations(on)
        keep_consultations_of_demo(on)
        keep_register(on)
    if not Survey.objects.exists():
        ask_around(on)
    return []
