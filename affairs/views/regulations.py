"""Regulations: the list on a day, one of them with its versions, comparing two, and the collection."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import ENACTED, RegulationKind
from affairs.filters import RegulationFilter
from affairs.forms import BeginVersionForm, CompareForm, RegulationFactsForm, RegulationForm
from affairs.models import Regulation, RegulationQuerySet, RegulationVersion
from affairs.papers import collection_paper, regulation_text
from affairs.selectors import collection, version_before, versions_of_regulation
from affairs.tables import RegulationTable, version_badge
from unionoffice.dated import holds_on
from unionoffice.days import in_full
from unionoffice.documents import render_html
from unionoffice.pages import (
    Action,
    Badge,
    Crumb,
    EditPage,
    Fact,
    FormPage,
    ListPage,
    Page,
    RecordPage,
    Step,
    TransitionPage,
    paper_response,
)
from unionoffice.richtext import compare

AREA = "affairs"


def regulations_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("制度"), reverse("affairs:regulation-list"))


def day_asked(request: HttpRequest, on: date) -> date:
    """The day of the address; today where there is none, or none that can be understood."""
    try:
        return parse_date(request.GET.get("on", "")) or on
    except ValueError:
        return on


class RegulationListView(ListPage):
    """Regulations as they stand today, or on the day that is asked for."""

    permission = permissions.opens_regulations
    area = AREA
    title = _("制度")
    model = Regulation
    table = RegulationTable
    filter_class = RegulationFilter
    main_action = (_("起草制度"), "affairs:regulation-draft", permissions.drafts_regulations)
    other_actions = (
        (_("制度汇编"), "affairs:collection", permissions.opens_regulations),
        (_("征求意见"), "affairs:consultation-list", permissions.opens_consultations),
        (_("导入台账"), "affairs:regulation-import", permissions.keeps_regulations),
    )

    def filtered(self, rows: Any) -> Any:
        """As they stand on the day."""
        found: RegulationQuerySet = super().filtered(rows)
        return found.standing_on(day_asked(self.request, self.on), self.request.user)

    def get_notice(self) -> str:
        """Which day the list is of, where it isn't today."""
        day = day_asked(self.request, self.on)
        return gettext("这是%(day)s有效的制度。") % {"day": in_full(day)} if day != self.on else ""


class RegulationDetailView(RecordPage):
    """What holds of a regulation on a day, and all of its versions."""

    permission = permissions.opens_regulations
    area = AREA
    model = Regulation
    select_related = ("department",)
    steps = (
        Step(_("起草新版本"), "affairs:regulation-revise", permissions.works_on_regulation, primary=False),
        Step(_("修改基本信息"), "affairs:regulation-mend", permissions.works_on_regulation, primary=False),
    )

    def get_record(self) -> Regulation:
        """With its versions, and the one that holds on the day."""
        record: Regulation = super().get_record()
        self.day = day_asked(self.request, self.on)
        self.versions = list(versions_of_regulation(record, self.request.user))
        enacted = (version for version in self.versions if version.status in ENACTED)
        self.shown = next((version for version in enacted if holds_on(version, self.day)), None)
        return record

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [regulations_crumb()]

    def get_badge(self) -> Badge | None:
        """How it stands on the day."""
        if self.shown:
            return version_badge(self.shown, self.day)
        return version_badge(self.versions[0], self.day) if self.versions else None

    def get_actions(self) -> list[Action]:
        """What is under way comes first; then what can be begun."""
        actions = [step for step in super().get_actions() if step.url not in self.blocked()]
        if self.shown:
            number = self.shown.pk
            actions.append(Action.to(_("打印"), "affairs:version-paper", number, "pdf", primary=False, download=True))
        if len(self.versions) > 1:
            actions.append(Action.to(_("比较版本"), "affairs:regulation-compare", self.record.pk, primary=False))
        return actions

    def blocked(self) -> set[str]:
        """A new version waits until what is under way is done."""
        drafted = any(version.status in ("draft", "consulting") for version in self.versions)
        return {reverse("affairs:regulation-revise", args=[self.record.pk])} if drafted else set()

    def get_facts(self) -> list[Fact]:
        """What it is, and of what holds the days."""
        record, shown = self.record, self.shown
        facts = [
            Fact(_("类别"), record.get_kind_display()),
            Fact(_("责任部门"), record.department),
            Fact(_("须经教代会讨论通过"), record.needs_congress),
        ]
        if shown:
            facts += [
                Fact(_("现行版本"), gettext("第%(n)d版") % {"n": shown.number}, shown.get_absolute_url()),
                Fact(_("施行日期"), shown.from_on),
                Fact(_("通过或批准"), shown.adopted_by),
                Fact(_("发文字号"), shown.document_no),
            ]
        return facts

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the text that holds, and each version as it stands on the day."""
        return super().get_context_data(
            shown=self.shown,
            text=render_html(regulation_text(self.shown)) if self.shown else "",
            day=self.day,
            versions=[(version, version_badge(version, self.day)) for version in self.versions],
            **kwargs,
        )


class DraftRegulationView(FormPage):
    """A regulation that the school hasn't got yet."""

    permission = permissions.drafts_regulations
    area = AREA
    title = _("起草制度")
    form_class = RegulationForm
    button = _("保存草稿")
    done = _("草稿已保存。可以继续修改，或征求意见、提交审议。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [regulations_crumb()]


class RegulationMove(TransitionPage):
    """Something done with a regulation as a whole."""

    permission, rule = permissions.opens_regulations, permissions.works_on_regulation
    area = AREA
    model = Regulation

    def get_queryset(self) -> Any:
        """With the department, which the rule asks."""
        return super().get_queryset().select_related("department")

    def get_crumbs(self) -> list[Crumb]:
        """To the regulation."""
        return [regulations_crumb(), Crumb(self.record.title, self.record.get_absolute_url())]


class MendRegulationView(RegulationMove, EditPage):
    """Its kind and department."""

    title = _("修改基本信息")
    form_class = RegulationFactsForm
    done = _("已保存。")


class BeginVersionView(RegulationMove):
    """A new version is begun."""

    title, button = _("起草新版本"), _("起草新版本")
    question = _("系统会复制最近的一版供修改。现行版本继续有效，直到新版本施行。")
    form_class = BeginVersionForm
    done = _("新版本已建好，请修改正文。")

    def get_success_url(self, record: RegulationVersion) -> str:
        """On to writing it."""
        return reverse("affairs:version-mend", args=[record.pk])


class CompareVersionsView(Page):
    """Two versions of a regulation side by side; without a choice the latest with what held before it."""

    permission = permissions.opens_regulations
    area = AREA
    title = _("比较版本")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show them; a choice that can't be understood shows the usual two."""
        self.record = Regulation.objects.visible_to(request.user).filter(pk=pk).first()
        if self.record is None:
            raise Http404
        versions = versions_of_regulation(self.record, request.user)
        before, after = self.get_usual(list(versions))
        form = CompareForm(request.GET or None, versions=versions, initial={"before": before, "after": after})
        if form.is_bound and form.is_valid():
            before, after = form.cleaned_data["before"], form.cleaned_data["after"]
        lines = compare(before.text, after.text)
        context = self.get_context_data(
            record=self.record,
            form=form,
            before=before,
            after=after,
            differences=lines,
            changed=sum(line.kind != "same" for line in lines),
        )
        return TemplateResponse(request, "affairs/regulation_compare.html", context)

    def get_usual(self, versions: list[RegulationVersion]) -> tuple[RegulationVersion, RegulationVersion]:
        """The latest version and the one that it changes."""
        after = versions[0]
        before = version_before(after)
        known = next((version for version in versions if before and version.pk == before.pk), None)
        return known or versions[-1], after

    def get_title(self) -> str:
        """Of which regulation."""
        return f"{self.title}：{self.record}"

    def get_crumbs(self) -> list[Crumb]:
        """To the regulation."""
        return [regulations_crumb(), Crumb(self.record.title, self.record.get_absolute_url())]


class CollectionView(Page):
    """制度汇编: what is in force on a day, to read and to take along as PDF or Word."""

    permission = permissions.opens_regulations
    area = AREA
    title = _("制度汇编")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The contents, or the file."""
        day = day_asked(request, self.on)
        kind = request.GET.get("kind", "")
        versions = collection(day, kind=kind if kind in RegulationKind.values else "")
        if (wanted := request.GET.get("format")) in ("pdf", "docx") and versions:
            return paper_response(collection_paper(versions, day), wanted)
        context = self.get_context_data(
            day=day, kinds=RegulationKind.choices, kind=kind, chapters=_chapters(versions), count=len(versions)
        )
        return TemplateResponse(request, "affairs/collection.html", context)

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [regulations_crumb()]


def _chapters(versions: list[RegulationVersion]) -> list[tuple[str, list[RegulationVersion]]]:
    """The versions by kind, in the order of a collection."""
    found: dict[str, list[RegulationVersion]] = {}
    for version in versions:
        found.setdefault(str(version.regulation.get_kind_display()), []).append(version)
    return list(found.items())
