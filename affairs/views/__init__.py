"""Pages of the public-affairs board."""

from affairs.views.board import BoardItemView, BoardVersionView, BoardView
from affairs.views.catalogue import (
    AddCatalogueItemView,
    CatalogueItemDetailView,
    CatalogueItemListView,
    MendCatalogueItemView,
)
from affairs.views.disclosures import (
    DisclosureDetailView,
    DisclosureListView,
    DraftDisclosureView,
    MendDisclosureView,
)
from affairs.views.imports import (
    DisclosureColumnsView,
    DisclosurePlanView,
    DisclosureTemplateView,
    ImportDisclosuresView,
)
from affairs.views.moves import (
    ArchiveDisclosureView,
    CorrectDisclosureView,
    DiscardDisclosureView,
    PublishDisclosureView,
    RecallDisclosureView,
    ReturnDisclosureView,
    SubmitDisclosureView,
    TakeDownDisclosureView,
)
from affairs.views.review import ReviewDisclosureView, ReviewQueueView

__all__ = [
    "AddCatalogueItemView",
    "ArchiveDisclosureView",
    "BoardItemView",
    "BoardVersionView",
    "BoardView",
    "CatalogueItemDetailView",
    "CatalogueItemListView",
    "CorrectDisclosureView",
    "DiscardDisclosureView",
    "DisclosureColumnsView",
    "DisclosureDetailView",
    "DisclosureListView",
    "DisclosurePlanView",
    "DisclosureTemplateView",
    "DraftDisclosureView",
    "ImportDisclosuresView",
    "MendCatalogueItemView",
    "MendDisclosureView",
    "PublishDisclosureView",
    "RecallDisclosureView",
    "ReturnDisclosureView",
    "ReviewDisclosureView",
    "ReviewQueueView",
    "SubmitDisclosureView",
    "TakeDownDisclosureView",
]
