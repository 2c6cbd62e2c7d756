"""Pages of the catalogue (公开目录)."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.filters import CatalogueItemFilter
from affairs.forms import CatalogueItemForm
from affairs.models import CatalogueItem
from affairs.tables import CatalogueItemTable
from unionoffice.figures import list_url
from unionoffice.pages import Crumb, Fact, FormPage, ListPage, RecordPage, Step, TransitionPage

AREA = "affairs"


def catalogue_crumbs() -> list[Crumb]:
    """The way back: to the disclosures, and to the catalogue."""
    return [
        Crumb(_("公开事项"), reverse("affairs:disclosure-list")),
        Crumb(_("公开目录"), reverse("affairs:item-list")),
    ]


class CatalogueItemListView(ListPage):
    """What is to be disclosed."""

    permission = permissions.opens_catalogue
    area = AREA
    title = _("公开目录")
    model = CatalogueItem
    table = CatalogueItemTable
    filter_class = CatalogueItemFilter
    main_action = (_("添加一项"), "affairs:item-add", permissions.keeps_catalogue)

    def get_crumbs(self) -> list[Crumb]:
        """To the disclosures."""
        return catalogue_crumbs()[:1]


class CatalogueItemDetailView(RecordPage):
    """One matter, with the way to what was disclosed of it."""

    permission = permissions.opens_catalogue
    area = AREA
    model = CatalogueItem
    select_related = ("department",)
    steps = (Step(_("修改"), "affairs:item-mend", permissions.keeps_catalogue),)

    def get_crumbs(self) -> list[Crumb]:
        """To the catalogue."""
        return catalogue_crumbs()

    def get_facts(self) -> list[Fact]:
        """What the catalogue says of it."""
        item = self.record
        disclosed = item.disclosures.visible_to(self.request.user).firsts().count()
        return [
            Fact(_("公开事务"), item.get_sphere_display()),
            Fact(_("类别"), item.get_category_display()),
            Fact(_("责任部门"), item.department),
            Fact(_("公开时限"), item.timing_text),
            Fact(_("公开阶段"), item.get_stage_display()),
            Fact(_("公开范围"), item.get_reach_display()),
            Fact(_("使用中"), item.is_in_use),
            Fact(
                _("公开事项"),
                _("%(count)s项") % {"count": disclosed},
                list_url("affairs:disclosure-list", item=item.pk, corrections="false"),
            ),
        ]


class AddCatalogueItemView(FormPage):
    """A new matter."""

    permission = permissions.keeps_catalogue
    area = AREA
    title = _("添加公开目录")
    form_class = CatalogueItemForm
    button = _("添加")
    done = _("已添加。")

    def get_crumbs(self) -> list[Crumb]:
        """To the catalogue."""
        return catalogue_crumbs()


class MendCatalogueItemView(TransitionPage):
    """Setting a matter in order."""

    permission = permissions.keeps_catalogue
    area = AREA
    title = _("修改公开目录")
    model = CatalogueItem
    form_class = CatalogueItemForm
    template_name = "office/form.html"
    button = _("保存修改")
    done = _("已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the matter."""
        return [*catalogue_crumbs(), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """The matter to set in order."""
        return {"instance": self.record}
