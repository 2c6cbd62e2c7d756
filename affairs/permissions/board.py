"""Who may do what with what hangs on the board."""

from affairs.enums import DisclosureStatus
from affairs.permissions.disclosures import answers_for, keeps_board
from unionoffice.states import in_state

prints_sheets = keeps_board
"""Fills the glass case."""

may_print_sheet = (keeps_board | answers_for) & in_state(DisclosureStatus.PUBLISHED)
"""A sheet says what hangs on the board now: what was corrected or taken down isn't put up on paper any more."""
