"""What democratic management takes in from files."""

from affairs.importers.disclosures import DISCLOSURES, plan_disclosures, write_disclosures
from affairs.importers.official_documents import DOCUMENTS, plan_documents, write_documents
from affairs.importers.regulations import REGULATIONS, plan_regulations, write_regulations

__all__ = [
    "DISCLOSURES",
    "DOCUMENTS",
    "REGULATIONS",
    "plan_disclosures",
    "plan_documents",
    "plan_regulations",
    "write_disclosures",
    "write_documents",
    "write_regulations",
]
