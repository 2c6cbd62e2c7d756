"""Consultations for those who run them, and their results for those who were asked."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import CLOSED_ONCE, SAID_OPENLY, ConsultationStatus
from affairs.filters import ConsultationFilter
from affairs.forms import (
    CloseConsultationForm,
    ConcludeConsultationForm,
    ConsultationForm,
    ExtendConsultationForm,
    MendConsultationForm,
    OpenConsultationForm,
    WithdrawConsultationForm,
)
from affairs.models import Consultation, Opinion, OpinionPoint, RegulationVersion
from affairs.papers import SUMMARY_HEAD, summary_lines, summary_paper
from affairs.selectors import count_opinions, opinions_on, points_of
from affairs.services import LEAST_DAYS, days_to_answer, is_too_short
from affairs.tables import ConsultationTable, consultation_badge
from affairs.views.regulations import AREA
from affairs.views.versions import disclose
from unionoffice.documents import Document, render_html
from unionoffice.pages import (
    XLSX,
    Action,
    Badge,
    Crumb,
    EditPage,
    Fact,
    FormPage,
    ListPage,
    RecordPage,
    Step,
    TransitionPage,
    file_response,
    paper_response,
)
from unionoffice.richtext import blocks_of, compare
from unionoffice.rules import rule
from unionoffice.sheets import write_workbook


def consultations_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("征求意见"), reverse("affairs:consultation-list"))


def shown_text(text: str) -> Any:
    """A text as pages show it."""
    return render_html(Document(title="", blocks=blocks_of(text)))


class ConsultationListView(ListPage):
    """The consultations that the user runs, answers for or is asked in."""

    permission = permissions.opens_consultations
    area = AREA
    title = _("征求意见")
    model = Consultation
    table = ConsultationTable
    filter_class = ConsultationFilter
    main_action = (_("起草征求意见"), "affairs:consultation-draft", permissions.begins_consultations)

    def get_crumbs(self) -> list[Crumb]:
        """To the regulations, which most of them are about."""
        return [Crumb(_("制度"), reverse("affairs:regulation-list"))]


class ConsultationDetailView(RecordPage):
    """Where it stands; while it is answered, what came in; once it is concluded, what became of it."""

    permission = permissions.opens_consultations
    area = AREA
    model = Consultation
    select_related = (
        "audience",
        "drafted_by",
        "regulation_version__regulation",
        "resulting_version__regulation",
    )
    steps = (
        Step(_("开始征求意见"), "affairs:consultation-open", permissions.may_open_consultation),
        Step(_("归并和答复"), "affairs:consultation-gather", permissions.may_answer_consultation),
        Step(_("公布采纳情况"), "affairs:consultation-conclude", permissions.may_conclude_consultation),
        Step(_("修改"), "affairs:consultation-mend", permissions.may_mend_consultation, primary=False),
        Step(_("延期"), "affairs:consultation-extend", permissions.may_extend_consultation, primary=False),
        Step(_("提前截止"), "affairs:consultation-close", permissions.may_close_consultation, primary=False),
        Step(_("撤回"), "affairs:consultation-withdraw", permissions.may_withdraw_consultation, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [consultations_crumb()]

    def get_badge(self) -> Badge:
        """Where it stands."""
        return consultation_badge(self.record)

    def get_actions(self) -> list[Action]:
        """The steps; having a say comes first for who is asked; papers once it is closed."""
        record, user = self.record, self.request.user
        actions = super().get_actions()
        if record.status == ConsultationStatus.OPEN and Consultation.objects.asking(user).filter(pk=record.pk):
            actions.insert(0, Action(str(_("我要提意见")), record.get_opinion_url()))
        if permissions.may_print_opinions.test(user, record):
            for file_format, label in (("pdf", _("打印汇总表")), ("docx", _("导出 Word")), ("xlsx", _("导出表格"))):
                url = reverse("affairs:consultation-paper", args=[record.pk, file_format])
                actions.append(Action(str(label), url, primary=False, download=True))
        if record.status == ConsultationStatus.CONCLUDED and permissions.drafts_disclosures.test(user):
            actions.append(disclose(record))
        return actions

    def get_facts(self) -> list[Fact]:
        """Whom it asks until when, and on what."""
        record = self.record
        facts = [
            Fact(_("编号"), record.short_number),
            Fact(_("征求范围"), record.audience),
            Fact(_("开始日期"), record.opened_on),
            Fact(_("截止日期"), record.closes_on),
            Fact(_("经办人"), record.drafted_by),
        ]
        if version := record.regulation_version:
            facts.append(Fact(_("制度版本"), version, version.get_absolute_url()))
        if version := record.resulting_version:
            facts.append(Fact(_("形成的版本"), version, version.get_absolute_url()))
        if record.concluded_on:
            facts.append(Fact(_("公布日期"), record.concluded_on))
        if record.withdrawn_reason:
            facts.append(Fact(_("撤回原因"), record.withdrawn_reason))
        return facts

    def get_trail(self) -> Any:
        """How it was run is for those who run it."""
        user, record = self.request.user, self.record
        works = permissions.sees_all_consultations.test(user) or permissions.runs_consultation.test(user, record)
        return super().get_trail() if works else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The answers with what was said, as far as this reader may read it."""
        record, user = self.record, self.request.user
        shown = permissions.reads_points.test(user, record)
        names = permissions.reads_names.test(user, record)
        points = told_points(record, names=names) if shown else []
        lines = compare(record.text, record.revised_text) if record.changed_text else []
        return super().get_context_data(
            text=shown_text(record.text),
            points=points,
            is_shown=shown,
            counted=count_opinions([record.pk]) if shown else None,
            left=record.opinions.ungathered().count() if record.status == ConsultationStatus.ANSWERING else 0,
            differences=lines if record.concluded_on else [],
            too_short=record.status == ConsultationStatus.DRAFT and is_too_short(record, self.on),
            least=rule(LEAST_DAYS, on=self.on),
            **kwargs,
        )


def told_points(consultation: Consultation, *, names: bool) -> list[dict[str, Any]]:
    """Each point with its passage, its answer, and what was said in their own words; without `names` only the words
    of those who said them openly.
    """
    of_point: dict[int | None, list[tuple[str, str]]] = {}
    opinions = list(opinions_on(consultation))
    for opinion in opinions:
        if not names and opinion.voice not in SAID_OPENLY:
            continue
        told = (opinion.text, opinion.shown_name(names=names))
        of_point.setdefault(opinion.point_id, []).append(told)
    points: Sequence[OpinionPoint] = list(points_of(consultation))
    lines = summary_lines(consultation, points, opinions)
    return [
        {"point": point, "line": line, "opinions": of_point.get(point.pk, [])}
        for point, line in zip(points, lines, strict=True)
    ]


class DraftConsultationView(FormPage):
    """A consultation on a text of its own."""

    permission = permissions.begins_consultations
    area = AREA
    title = _("起草征求意见")
    form_class = ConsultationForm
    button = _("保存草稿")
    done = _("草稿已保存。可以添加附件，核对后开始征求意见。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [consultations_crumb()]


class ConsultOnVersionView(DraftConsultationView):
    """A consultation on a version of a regulation."""

    def prepare(self) -> None:
        """Find the version among the user's drafts."""
        rows = RegulationVersion.objects.visible_to(self.request.user).select_related("regulation__department")
        self.version = rows.filter(pk=self.kwargs["pk"]).first()
        if self.version is None or not permissions.may_mend_version.test(self.request.user, self.version):
            raise Http404

    def get_crumbs(self) -> list[Crumb]:
        """To the version."""
        return [Crumb(str(self.version), self.version.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """What people are asked about."""
        return {"regulation_version": self.version}


class ConsultationMove(TransitionPage):
    """A move of one consultation."""

    permission = permissions.opens_consultations
    area = AREA
    model = Consultation
    done = _("已办理。")

    def get_queryset(self) -> Any:
        """With what the questions tell."""
        return super().get_queryset().select_related("audience", "regulation_version__regulation")

    def get_crumbs(self) -> list[Crumb]:
        """To the consultation."""
        return [consultations_crumb(), Crumb(self.record.title, self.record.get_absolute_url())]


class MendConsultationView(ConsultationMove, EditPage):
    """Going on with a draft."""

    rule = permissions.may_mend_consultation
    title = _("修改")
    form_class = MendConsultationForm
    done = _("已保存。")


class OpenConsultationView(ConsultationMove):
    """It is laid before those asked."""

    rule = permissions.may_open_consultation
    title, button = _("开始征求意见"), _("开始征求意见")
    form_class = OpenConsultationForm
    done = _("已开始征求意见，征求范围内的人会收到通知。")

    def get_question(self) -> str:
        """Whom it asks how long, and whether that is long enough."""
        record = self.record
        told = {"audience": record.audience, "days": days_to_answer(record, self.on)}
        words = gettext("将通知“%(audience)s”，可以提%(days)d天意见。开始后正文不能修改。") % told
        if is_too_short(record, self.on):
            least = rule(LEAST_DAYS, on=self.on)
            words += gettext("时间短于本校规定的%(least)d天，建议先推迟截止日期。") % {"least": least}
        return words


class ExtendConsultationView(ConsultationMove):
    """More time."""

    rule = permissions.may_extend_consultation
    title, button = _("延期"), _("延期")
    question = _("征求范围内的人会收到通知。")
    form_class = ExtendConsultationForm


class CloseConsultationView(ConsultationMove):
    """No more opinions."""

    rule = permissions.may_close_consultation
    title, button = _("提前截止"), _("提前截止")
    question = _("截止后不能再提意见，可以开始归并和答复。到截止日期会自动截止，通常不用提前。")
    form_class = CloseConsultationForm


class WithdrawConsultationView(ConsultationMove):
    """Called off."""

    rule = permissions.may_withdraw_consultation
    title, button = _("撤回"), _("撤回")
    question = _("撤回后不再征求意见，已经收到的意见保留，不公布、不计入统计。")
    form_class = WithdrawConsultationForm


class ConcludeConsultationView(ConsultationMove):
    """The answers are published, and the text goes on."""

    rule = permissions.may_conclude_consultation
    title, button = _("公布采纳情况"), _("公布采纳情况")
    form_class = ConcludeConsultationForm
    template_name = "affairs/consultation_conclude.html"
    done = _("已公布，被征求意见的人会收到通知。")

    def get_question(self) -> str:
        """What becomes of the text."""
        if self.record.regulation_version is None:
            return gettext("公布后，被征求意见的人可以看到每条意见的答复和修改前后的对照，不能再改。")
        return gettext("公布后不能再改。正文有修改的，自动形成新的版本并提交审议；没有修改的，原版本提交审议。")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the points, to write the text by."""
        return super().get_context_data(points=told_points(self.record, names=False), **kwargs)


class ConsultationPaperView(RecordPage):
    """征求意见汇总表 as PDF, Word or workbook."""

    permission = permissions.opens_consultations
    area = AREA
    model = Consultation
    select_related = ("audience",)

    def get(self, request: HttpRequest, *_args: Any, **kwargs: Any) -> HttpResponse:
        """In the format of the address; while opinions come in, there is none yet."""
        record: Consultation = self.get_record()
        if record.status not in CLOSED_ONCE or not permissions.may_print_opinions.test(request.user, record):
            raise Http404
        points: list[OpinionPoint] = list(points_of(record))
        opinions: list[Opinion] = list(opinions_on(record))
        if kwargs["file_format"] != "xlsx":
            return paper_response(summary_paper(record, points, opinions), kwargs["file_format"])
        title = gettext("征求意见汇总表")
        rows = (line.cells() for line in summary_lines(record, points, opinions))
        content = write_workbook(SUMMARY_HEAD, rows, sheet=title, title=f"{record.title} {title}")
        return file_response(content, name=f"{record.title}{title}.xlsx", content_type=XLSX)
