"""Input about tags."""

from datetime import date
from typing import Any

from members import services
from members.models import Tag
from unionoffice.pages import MoveForm, OfficeModelForm


class TagForm(OfficeModelForm):
    """What a tag is called, and whom it is for."""

    class Meta:
        model = Tag
        fields = ["name", "note", "position"]

    def _post_clean(self) -> None:
        """The service compares and writes: the instance is left as the database has it."""

    def save(self, *, by: Any, on: date) -> Tag:
        """Keep it."""
        typed = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return services.save_tag(self.instance, **typed, by=by)


class DeleteTagForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Tag:
        """Delete."""
        services.delete_tag(self.record, by=by)
        tag: Tag = self.record
        return tag
