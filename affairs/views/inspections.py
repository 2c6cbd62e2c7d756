"""检查评估: the list, one of them with its score sheet, and its moves."""

from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.filters import InspectionFilter
from affairs.forms import (
    CloseInspectionForm,
    ConcludeInspectionForm,
    InspectionForm,
    MendInspectionForm,
    ScoreInspectionForm,
)
from affairs.models import Inspection
from affairs.papers import score_paper, score_workbook
from affairs.selectors import evidence_shown, score_sheet
from affairs.tables import InspectionTable, inspection_badge, rectification_badge
from affairs.views.oversight import AREA, disclosure_action, disclosure_facts
from unionoffice.documents import Document
from unionoffice.pages import (
    Action,
    Badge,
    Crumb,
    EditPage,
    Fact,
    FormPage,
    ListPage,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
    WorkbookPage,
)


def inspections_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("检查评估"), reverse("affairs:inspection-list"))


class InspectionListView(ListPage):
    """All inspections."""

    permission = permissions.opens_inspections
    area = AREA
    title = _("检查评估")
    model = Inspection
    table = InspectionTable
    filter_class = InspectionFilter
    main_action = (_("登记检查"), "affairs:inspection-record", permissions.keeps_inspections)
    other_actions = (
        (_("评分方案"), "affairs:scheme-list", permissions.opens_inspections),
        (_("整改事项"), "affairs:rectification-list", permissions.opens_inspections),
    )


class InspectionDetailView(RecordPage):
    """One inspection: its result, the marks item by item with their evidence, and what is set right."""

    permission = permissions.opens_inspections
    area = AREA
    model = Inspection
    select_related = ("scheme", "recorded_by")
    steps = (
        Step(_("评分"), "affairs:inspection-score", permissions.may_score_inspection),
        Step(_("登记结果"), "affairs:inspection-conclude", permissions.may_conclude_inspection),
        Step(_("办结"), "affairs:inspection-close", permissions.may_close_inspection),
        Step(_("添加整改"), "affairs:rectification-add", permissions.may_add_rectification, primary=False),
        Step(_("修改"), "affairs:inspection-mend", permissions.may_mend_inspection, primary=False),
        Step(
            _("打印评分表"),
            "affairs:inspection-paper",
            permissions.may_print_scores,
            primary=False,
            download=True,
        ),
        Step(
            _("导出 Excel"),
            "affairs:inspection-workbook",
            permissions.may_print_scores,
            primary=False,
            download=True,
        ),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [inspections_crumb()]

    def get_badge(self) -> Badge:
        """Where it stands."""
        return inspection_badge(self.record)

    def get_actions(self) -> list[Action]:
        """The steps, and the way to the board once there is a result."""
        actions = super().get_actions()
        return actions if self.record.is_preparing else [*actions, *disclosure_action(self.record, self.request.user)]

    def get_facts(self) -> list[Fact]:
        """Who inspected what, and how it ended."""
        record = self.record
        scheme = record.scheme
        return [
            Fact(_("编号"), record.short_number),
            Fact(_("类型"), record.get_kind_display()),
            Fact(_("级别"), record.get_level_display()),
            Fact(_("检查单位"), record.by_whom),
            Fact(_("日期"), record.when),
            Fact(_("评分方案"), scheme, scheme.get_absolute_url() if scheme else ""),
            Fact(_("得分"), record.score_text),
            Fact(_("结果"), record.result),
            Fact(_("检查意见"), record.comment),
            Fact(_("登记人"), record.recorded_by),
            *([Fact(_("办结日期"), record.closed_on)] if record.closed_on else []),
            *disclosure_facts(record, self.request.user),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the score sheet, its evidence, and what is set right."""
        shown = evidence_shown(self.record, self.request.user) if self.record.scheme_id else {}
        nothing: tuple[list[Any], int] = ([], 0)
        lines = [
            (line, *(shown.get(line.score.pk, nothing) if line.score else nothing))
            for line in score_sheet(self.record)
        ]
        may_settle = permissions.may_add_rectification.test(self.request.user, self.record)
        demands = [
            (demand, rectification_badge(demand), may_settle and demand.done_on is None)
            for demand in self.record.rectifications.all()
        ]
        return super().get_context_data(lines=lines, demands=demands, **kwargs)


class RecordInspectionView(FormPage):
    """Entering an inspection, past or coming."""

    permission = permissions.keeps_inspections
    area = AREA
    title = _("登记检查评估")
    form_class = InspectionForm
    button = _("登记")
    done = _("检查已登记。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [inspections_crumb()]


class InspectionMove(TransitionPage):
    """A move of one inspection."""

    permission = permissions.keeps_inspections
    area = AREA
    model = Inspection
    done = _("已办理。")

    def get_crumbs(self) -> list[Crumb]:
        """To the inspection."""
        return [inspections_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class MendInspectionView(InspectionMove, EditPage):
    """Setting it right before there is a result."""

    rule = permissions.may_mend_inspection
    title = _("修改")
    form_class = MendInspectionForm
    done = _("已保存。")


class ScoreInspectionView(InspectionMove):
    """The score sheet to be filled in; it can be saved half done."""

    rule = permissions.may_score_inspection
    title, button = _("评分"), _("保存评分")
    form_class = ScoreInspectionForm
    template_name = "affairs/inspection_score.html"
    done = _("评分已保存，总分已重新合计。")

    def get_queryset(self) -> Any:
        """With the scheme."""
        return super().get_queryset().select_related("scheme")


class ConcludeInspectionView(InspectionMove):
    """The result is known."""

    rule = permissions.may_conclude_inspection
    title, button = _("登记结果"), _("登记结果")
    form_class = ConcludeInspectionForm

    def get_question(self) -> str:
        """The total that stands, where items give one."""
        if self.record.score_text:
            return str(_("逐项评分合计%(score)s。登记结果后不能再改评分。") % {"score": self.record.score_text})
        return str(_("登记结果后不能再修改。"))


class CloseInspectionView(InspectionMove):
    """It is brought to an end."""

    rule = permissions.may_close_inspection
    title, button = _("办结检查"), _("办结")
    question = _("没有整改或整改都已完成的可以办结。")
    form_class = CloseInspectionForm


class _ScoreSheet:
    """A sheet of marks is there only where a scheme is."""

    permission = permissions.opens_inspections
    area = AREA
    model = Inspection
    select_related: ClassVar[tuple[str, ...]] = ("scheme",)
    rule = permissions.may_print_scores


class ScorePaperView(_ScoreSheet, PaperPage):
    """评分表 on paper."""

    def get_document(self) -> Document:
        """The sheet."""
        return score_paper(self.record)


class ScoreWorkbookView(_ScoreSheet, WorkbookPage):
    """评分表 as a workbook."""

    def get_title(self) -> str:
        """Of which inspection."""
        return f"{self.record}{_('评分表')}"

    def get_workbook(self) -> bytes:
        """The sheet."""
        return score_workbook(self.record)
