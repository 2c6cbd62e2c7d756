"""Something that waits for an approver, whatever it is: a leaf, so that every family of records can make one."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Waiting:
    """One line of the approver's queue."""

    kind: str
    """What it is, in the words of the office: 校务公开, 公示."""
    title: str
    url: str
    """Where it is read and decided."""
    writer: str
    department: str
    submitted_on: date
    is_change: bool
    """A correction of what is public already, and not something new."""
    publish_on: date | None = None
    """The day for which it is meant; None: as soon as it is approved."""
    disclosure_id: int | None = None
    """A disclosure can be approved together with others."""
    round_no: int = 1
    """Handed in for the how-manieth time: 2 after it was returned once."""
    opened: bool | None = None
    """Whether this approver had it before them already; None where nobody keeps that."""
