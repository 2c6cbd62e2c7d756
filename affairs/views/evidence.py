"""What proves an item's marks, and what is set right after an inspection."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.filters import RectificationFilter
from affairs.forms import LinkEvidenceForm, RectificationForm, SettleRectificationForm, UnlinkEvidenceForm
from affairs.models import Evidence, ItemScore, Rectification, marks_text
from affairs.selectors import found_records
from affairs.tables import RectificationTable
from affairs.views.inspections import InspectionMove, inspections_crumb
from affairs.views.oversight import AREA
from unionoffice.pages import Action, Crumb, Fact, ListPage, RecordPage, TransitionPage
from unionoffice.sources import shown_all


class ItemScoreView(RecordPage):
    """One item of an inspection with its marks and all that proves them."""

    permission = permissions.opens_inspections
    area = AREA
    model = ItemScore
    select_related = ("inspection", "item__parent")

    def get_crumbs(self) -> list[Crumb]:
        """To the inspection."""
        return item_crumbs(self.record)

    def get_actions(self) -> list[Action]:
        """Adding a record, for those who gather them."""
        if not permissions.keeps_inspections.test(self.request.user):
            return []
        return [Action.to(_("添加佐证记录"), "affairs:evidence-link", self.record.pk)]

    def get_facts(self) -> list[Fact]:
        """What the item asks for, and what it was given."""
        record, item = self.record, self.record.item
        return [
            Fact(_("一级指标"), item.parent or item),
            Fact(_("分值"), marks_text(item.full_mark)),
            Fact(_("得分"), "" if record.score is None else marks_text(record.score)),
            Fact(_("扣分原因"), record.reason),
            Fact(_("评分标准"), item.standard),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the records that are linked, as far as the viewer may see them."""
        linked = list(self.record.evidence.all())
        shown = shown_all((one.source for one in linked if one.source), self.request.user)
        evidence = [(one, shown.get(one.source)) for one in linked]
        keeps = permissions.keeps_inspections.test(self.request.user)
        return super().get_context_data(evidence=evidence, keeps=keeps, **kwargs)


def item_crumbs(score: ItemScore) -> list[Crumb]:
    """To the inspection of an item."""
    inspection = score.inspection
    return [inspections_crumb(), Crumb(str(inspection), inspection.get_absolute_url())]


class LinkEvidenceView(TransitionPage):
    """Finding a record of the office, and naming it as evidence."""

    permission = permissions.keeps_inspections
    area = AREA
    model = ItemScore
    title, button = _("添加佐证"), _("添加为佐证")
    form_class = LinkEvidenceForm
    template_name = "affairs/evidence_link.html"
    done = _("佐证已添加。")

    def get_queryset(self) -> Any:
        """With its inspection, for the way back."""
        return super().get_queryset().select_related("inspection", "item")

    def get_crumbs(self) -> list[Crumb]:
        """To the item."""
        return [*item_crumbs(self.record), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """The item, and what was found for the words that were typed."""
        words = self.request.GET.get("q", "")
        return {"record": self.record, "found": found_records(self.request.user, words)}


class UnlinkEvidenceView(TransitionPage):
    """Taking a record away from the evidence."""

    permission = permissions.keeps_inspections
    area = AREA
    model = Evidence
    title, button = _("移除佐证"), _("移除")
    question = _("只移除这条佐证，记录本身不受影响。")
    form_class = UnlinkEvidenceForm
    done = _("佐证已移除。")

    def get_queryset(self) -> Any:
        """Those of the items that the user may see."""
        visible = ItemScore.objects.visible_to(self.request.user)
        return Evidence.objects.filter(shows__in=visible).select_related("shows__item", "shows__inspection")

    def get_crumbs(self) -> list[Crumb]:
        """To the item."""
        score = self.record.shows
        return [*item_crumbs(score), Crumb(str(score), score.get_absolute_url())]


class AddRectificationView(InspectionMove):
    """Something is to be set right."""

    rule = permissions.may_add_rectification
    title, button = _("添加整改"), _("添加")
    form_class = RectificationForm
    template_name = "office/form.html"
    done = _("整改事项已添加。")


class RectificationListView(ListPage):
    """What is set right after all inspections."""

    permission = permissions.opens_inspections
    area = AREA
    title = _("整改事项")
    model = Rectification
    table = RectificationTable
    filter_class = RectificationFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the inspections."""
        return [inspections_crumb()]


class SettleRectificationView(TransitionPage):
    """It was set right."""

    permission = permissions.keeps_inspections
    area = AREA
    model = Rectification
    title, button = _("完成整改"), _("登记完成")
    form_class = SettleRectificationForm
    done = _("整改已登记完成。")

    def get_queryset(self) -> Any:
        """With its inspection."""
        return super().get_queryset().select_related("inspection")

    def get_crumbs(self) -> list[Crumb]:
        """To the inspection."""
        return [inspections_crumb(), Crumb(str(self.record.inspection), self.record.get_absolute_url())]
