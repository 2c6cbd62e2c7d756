"""What a state means, the same in every area; pages give each meaning one colour and an icon or a word."""

from enum import StrEnum


class Tone(StrEnum):
    """The meaning of a state badge; the values are class names of our style sheet."""

    WAITS = "waits"
    ACTIVE = "active"
    DONE = "done"
    CLOSED = "closed"
    OFFICIAL = "official"
