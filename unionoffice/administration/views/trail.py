"""Pages of the trail of everything."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionoffice import trail
from unionoffice.administration.filters import TrailFilter
from unionoffice.administration.permissions import opens_trail
from unionoffice.administration.tables import TrailTable, kind_of
from unionoffice.audit import LogEntry
from unionoffice.pages import Crumb, Fact, ListPage, RecordPage
from unionoffice.templatetags.office import moment


class TrailListView(ListPage):
    """Who did what, as far as the user may see the records."""

    permission = opens_trail
    title = _("操作记录")
    model = LogEntry
    table = TrailTable
    filter_class = TrailFilter


class TrailEntryView(RecordPage):
    """One entry: what each field said before and after."""

    permission = opens_trail
    model = LogEntry
    select_related = ("content_type",)

    def get_title(self) -> str:
        """What was done to what."""
        return f"{self.record.what}：{self.record.object_repr}"

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [Crumb(str(TrailListView.title), reverse("trail-list"))]

    def get_facts(self) -> list[Fact]:
        """Who, when, where from, to what."""
        entry = self.record
        return [
            Fact(_("何人"), entry.actor_name or _("系统")),
            Fact(_("时间"), moment(entry.timestamp)),
            Fact(_("做了什么"), entry.what),
            Fact(_("说明"), entry.note),
            Fact(_("记录类型"), kind_of(entry)),
            Fact(_("记录"), entry.object_repr, self.record_url()),
            Fact(_("网络地址"), entry.remote_addr),
        ]

    def record_url(self) -> str:
        """The page of the record, if it is still there and has one."""
        model: Any = self.record.content_type.model_class()
        if not hasattr(model, "get_absolute_url"):
            return ""
        record = model._default_manager.filter(pk=self.record.object_id).first()
        return record.get_absolute_url() if record else ""

    def get_trail(self) -> Any:
        """An entry has no history: it is one."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the changes in words."""
        (entry,) = trail.told([self.record], self.request.user)
        return super().get_context_data(changes=entry.told, **kwargs)
