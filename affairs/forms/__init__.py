"""Input of democratic management."""

from affairs.forms.catalogue import (
    CatalogueItemForm,
)
from affairs.forms.disclosures import (
    LONG,
    SHORT,
    ArchiveDisclosureForm,
    CorrectDisclosureForm,
    DiscardDisclosureForm,
    DisclosureForm,
    ItemChoiceField,
    MendDisclosureForm,
    PublishDisclosureForm,
    ReasonForm,
    RecallDisclosureForm,
    ReturnDisclosureForm,
    ReviewDisclosureForm,
    SubmitDisclosureForm,
    TakeDownDisclosureForm,
    period_choices,
)

__all__ = [
    "LONG",
    "SHORT",
    "ArchiveDisclosureForm",
    "CatalogueItemForm",
    "CorrectDisclosureForm",
    "DiscardDisclosureForm",
    "DisclosureForm",
    "ItemChoiceField",
    "MendDisclosureForm",
    "PublishDisclosureForm",
    "ReasonForm",
    "RecallDisclosureForm",
    "ReturnDisclosureForm",
    "ReviewDisclosureForm",
    "SubmitDisclosureForm",
    "TakeDownDisclosureForm",
    "period_choices",
]
