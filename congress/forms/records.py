"""What the congress's forms over records share."""

from typing import Any

from unionoffice.pages import OfficeModelForm


class RecordForm(OfficeModelForm):
    """A form whose service compares, checks and writes: the instance is left as the database has it."""

    def _post_clean(self) -> None:
        """Nothing is put into the instance."""

    def values(self) -> dict[str, Any]:
        """What was typed into the fields that it asks for."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.fields}
