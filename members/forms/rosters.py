"""Taking an import back."""

from typing import Any

from members.models import RosterImport
from members.services import take_back_import
from unionoffice.pages import MoveForm


class TakeBackImportForm(MoveForm):
    """No questions: the page says what will happen."""

    def save(self, *, by: Any, on: Any) -> RosterImport:
        """Undo the import as a whole."""
        return take_back_import(self.record, by=by)
