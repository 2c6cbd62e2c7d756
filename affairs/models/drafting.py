"""What a record has to say of itself to the board."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DisclosureDraft:
    """The beginning of a disclosure about a record, to be looked over by whoever drafts it.

    A model that is worth disclosing has a method `as_disclosure() -> DisclosureDraft`; its page then leads to
    `affairs:disclosure-draft` with `?source=<app.Model>:<pk>`. With a category the first matter of the catalogue
    there is chosen already. Whoever may see the record may read all of it: leave out what the board mustn't tell.
    """

    title: str
    body: str
    category: str = ""
