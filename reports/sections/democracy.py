"""民主管理: the congress, its proposals and the public-affairs board."""

from reports.sections.agenda import agenda
from reports.sections.board import board
from reports.sections.delegates import delegates
from reports.sections.mailbox import mailboxes
from reports.sections.meetings import staff_meetings
from reports.sections.oversight import oversight
from reports.sections.proposals import proposals
from reports.sections.public_notices import public_notices
from reports.sections.regulations import regulations
from reports.sections.suggestions import suggestions
from reports.sections.surveys import surveys
from reports.selectors import Material
from unionoffice.documents.tree import Block


def democracy(material: Material) -> list[Block]:
    """What the areas have to tell, each under its own heading."""
    return [
        *proposals(material),
        *delegates(material),
        *agenda(material),
        *suggestions(material),
        *board(material),
        *public_notices(material),
        *staff_meetings(material),
        *mailboxes(material),
        *regulations(material),
        *oversight(material),
        *surveys(material),
    ]
