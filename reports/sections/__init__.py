"""The sections of a summary, one module each.

Each is told from what was recorded; a section of which nothing was recorded is left out.
"""

from reports.sections.outline import SECTIONS, Section
from reports.sections.telling import as_table

__all__ = ["SECTIONS", "Section", "as_table"]
