"""Pages of the catalogue (公开目录)."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.filters import CatalogueEditionFilter, CatalogueItemFilter
from affairs.forms import CatalogueItemForm, IssueCatalogueForm
from affairs.models import CatalogueEdition, CatalogueItem
from affairs.papers import catalogue_paper
from affairs.services import catalogue_row
from affairs.tables import CatalogueEditionTable, CatalogueItemTable
from unionoffice.documents import render_html
from unionoffice.figures import list_url
from unionoffice.pages import (
    Action,
    Crumb,
    EditPage,
    Fact,
    FormPage,
    ListPage,
    Page,
    RecordPage,
    Step,
    paper_response,
)

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
    other_actions = (
        (_("发布目录"), "affairs:edition-issue", permissions.issues_catalogue),
        (_("目录版本"), "affairs:edition-list", permissions.opens_catalogue),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the disclosures."""
        return catalogue_crumbs()[:1]

    def get_actions(self) -> list[Action]:
        """With the catalogue as a paper, as it stands today."""
        return [*super().get_actions(), *_papers("affairs:catalogue-paper")]


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
            Fact(_("公开形式"), item.ways_text),
            Fact(_("公开时限"), item.timing_text),
            Fact(_("公开阶段"), item.get_stage_display()),
            Fact(_("公开范围"), item.get_reach_display()),
            Fact(_("排序号"), item.position),
            Fact(_("使用中"), item.is_in_use),
            Fact(
                _("公开事项"),
                _("%(count)s项") % {"count": disclosed},
                list_url("affairs:disclosure-list", item=item.pk, corrections="false"),
            ),
        ]

    def get_actions(self) -> list[Action]:
        """Writing on it, for those who may, and whether it was kept."""
        actions = super().get_actions()
        if self.record.is_in_use and permissions.drafts_disclosures.test(self.request.user):
            url = list_url("affairs:disclosure-draft", item=self.record.pk)
            actions.insert(0, Action(str(_("起草公开")), url))
        if self.record.interval:
            url = list_url("affairs:coverage", item=self.record.pk)
            actions.append(Action(str(_("公开情况")), url, primary=False))
        return actions

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With how it was to be disclosed since when."""
        duties = self.record.duties.select_related("department")
        return super().get_context_data(duties=duties, **kwargs)


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


class MendCatalogueItemView(EditPage):
    """Setting a matter in order."""

    permission = permissions.keeps_catalogue
    area = AREA
    title = _("修改公开目录")
    model = CatalogueItem
    form_class = CatalogueItemForm
    done = _("已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the matter."""
        return [*catalogue_crumbs(), Crumb(str(self.record), self.record.get_absolute_url())]


class CatalogueEditionListView(ListPage):
    """The issued catalogues."""

    permission = permissions.opens_catalogue
    area = AREA
    title = _("目录版本")
    model = CatalogueEdition
    table = CatalogueEditionTable
    filter_class = CatalogueEditionFilter
    main_action = (_("发布目录"), "affairs:edition-issue", permissions.issues_catalogue)

    def get_crumbs(self) -> list[Crumb]:
        """To the catalogue."""
        return catalogue_crumbs()


class IssueCatalogueView(FormPage):
    """The catalogue is issued as it stands."""

    permission = permissions.issues_catalogue
    area = AREA
    title = _("发布目录")
    form_class = IssueCatalogueForm
    template_name = "affairs/catalogueedition_issue.html"
    button = _("发布目录")
    done = _("目录已发布。")

    def get_crumbs(self) -> list[Crumb]:
        """To the catalogue."""
        return catalogue_crumbs()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With how much is in it."""
        return super().get_context_data(count=CatalogueItem.objects.in_use().count(), **kwargs)


class CatalogueEditionDetailView(RecordPage):
    """One edition, as it was issued."""

    permission = permissions.opens_catalogue
    area = AREA
    model = CatalogueEdition

    def get_crumbs(self) -> list[Crumb]:
        """To the editions."""
        return [*catalogue_crumbs(), Crumb(_("目录版本"), reverse("affairs:edition-list"))]

    def get_facts(self) -> list[Fact]:
        """Its days."""
        edition = self.record
        return [
            Fact(_("发布日期"), edition.issued_on),
            Fact(_("施行日期"), edition.from_on),
            Fact(_("目录"), _("%(count)s项") % {"count": len(edition.rows)}),
            Fact(_("发布说明"), edition.note),
        ]

    def get_actions(self) -> list[Action]:
        """The paper."""
        return _papers("affairs:edition-paper", self.record.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the paper itself."""
        paper = catalogue_paper(self.record.rows, edition=self.record, on=self.on)
        return super().get_context_data(text=render_html(paper), **kwargs)


class CatalogueEditionPaperView(CatalogueEditionDetailView):
    """An edition as PDF or DOCX."""

    def get(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:  # noqa: ARG002 -- as its parent
        """Print it."""
        record = self.get_record()
        return paper_response(
            catalogue_paper(record.rows, edition=record, on=self.on), known_format(self.kwargs["file_format"])
        )


class CataloguePaperView(Page):
    """The catalogue as it stands, as a draft of the next edition."""

    permission = permissions.opens_catalogue
    area = AREA

    def get(self, request: HttpRequest, file_format: str) -> HttpResponse:
        """Print it."""
        items = CatalogueItem.objects.visible_to(request.user).in_use().in_order().select_related("department")
        rows = [catalogue_row(item) for item in items]
        return paper_response(catalogue_paper(rows, edition=None, on=self.on), known_format(file_format))


def known_format(file_format: str) -> str:
    """A format that papers have; any other isn't there."""
    if file_format not in FORMATS:
        raise Http404
    return file_format


FORMATS = ("pdf", "docx")


def _papers(url_name: str, *args: Any) -> list[Action]:
    """The buttons for a paper in each of its formats."""
    labels = {"pdf": _("打印目录"), "docx": _("下载Word版")}
    return [
        Action.to(str(labels[one]), url_name, *args, one, primary=False, download=one == "docx") for one in FORMATS
    ]
