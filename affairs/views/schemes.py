"""评分方案: the list, one of them with its items, and keeping them."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.filters import SchemeFilter
from affairs.forms import SchemeForm
from affairs.models import InspectionScheme, marks_text
from affairs.papers import scheme_workbook
from affairs.tables import SchemeTable
from affairs.views.inspections import inspections_crumb
from affairs.views.oversight import AREA
from unionoffice.pages import (
    Action,
    Crumb,
    EditPage,
    Fact,
    FormPage,
    ListPage,
    RecordPage,
    Step,
    WorkbookPage,
)


def schemes_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("评分方案"), reverse("affairs:scheme-list"))


class SchemeListView(ListPage):
    """All schemes."""

    permission = permissions.opens_inspections
    area = AREA
    title = _("评分方案")
    model = InspectionScheme
    table = SchemeTable
    filter_class = SchemeFilter
    main_action = (_("添加方案"), "affairs:scheme-add", permissions.keeps_schemes)

    def get_crumbs(self) -> list[Crumb]:
        """To the inspections."""
        return [inspections_crumb()]


class SchemeDetailView(RecordPage):
    """One scheme with its items."""

    permission = permissions.opens_inspections
    area = AREA
    model = InspectionScheme
    steps = (Step(_("修改"), "affairs:scheme-mend", permissions.may_mend_scheme),)

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [schemes_crumb()]

    def get_actions(self) -> list[Action]:
        """The step, a copy to change, and the workbook."""
        actions = super().get_actions()
        if permissions.may_copy_scheme.test(self.request.user):
            address = f"{reverse('affairs:scheme-add')}?copy={self.record.pk}"
            actions.append(Action(_("复制一份"), address, primary=False))
        workbook = Action.to(_("导出 Excel"), "affairs:scheme-workbook", self.record.pk, primary=False, download=True)
        return [*actions, workbook]

    def get_facts(self) -> list[Fact]:
        """Whose it is, from when, and for how many marks."""
        record = self.record
        return [
            Fact(_("制定单位"), record.issuer),
            Fact(_("执行年份"), f"{record.valid_from}"),
            Fact(_("满分"), marks_text(record.full_mark)),
            Fact(_("依据"), record.note),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the items."""
        items = [(item, marks_text(item.full_mark)) for item in self.record.items.all()]
        return super().get_context_data(items=items, **kwargs)


class AddSchemeView(FormPage):
    """A new scheme, or a copy of another to be changed (`?copy=<pk>`)."""

    permission = permissions.keeps_schemes
    area = AREA
    title = _("添加评分方案")
    form_class = SchemeForm
    done = _("方案已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [schemes_crumb()]

    def get_form_kwargs(self) -> dict[str, Any]:
        """The scheme to begin with."""
        asked = self.request.GET.get("copy", "")
        if not asked:
            return {}
        visible = InspectionScheme.objects.visible_to(self.request.user)
        copied = visible.filter(pk=asked).first() if asked.isascii() and asked.isdigit() else None
        if copied is None:
            raise Http404
        return {"copied": copied}


class MendSchemeView(EditPage):
    """Changing one by which nothing was scored yet."""

    permission, rule = permissions.keeps_schemes, permissions.may_mend_scheme
    area = AREA
    model = InspectionScheme
    title = _("修改")
    form_class = SchemeForm
    done = _("方案已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the scheme."""
        return [schemes_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class SchemeWorkbookView(WorkbookPage):
    """The items as a workbook."""

    permission = permissions.opens_inspections
    area = AREA
    model = InspectionScheme

    def get_workbook(self) -> bytes:
        """Item by item."""
        return scheme_workbook(self.record)
