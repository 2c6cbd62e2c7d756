"""问卷 for those who keep them: the list, one of them with its questions and results, and its moves."""

from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import SurveyStatus
from affairs.filters import SurveyFilter
from affairs.forms import (
    CloseSurveyForm,
    CopySurveyForm,
    DeleteQuestionForm,
    DiscardSurveyForm,
    MendSurveyForm,
    OpenSurveyForm,
    RecordSurveyForm,
    RemindSurveyForm,
    SurveyForm,
    SurveyQuestionForm,
)
from affairs.models import Survey, SurveyQuestion
from affairs.papers import survey_paper, survey_workbook
from affairs.selectors import answered_so_far
from affairs.tables import SurveyTable, survey_badge
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


def surveys_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("问卷管理"), reverse("affairs:survey-list"))


class SurveyListView(ListPage):
    """All surveys."""

    permission = permissions.sees_all_surveys
    area = AREA
    title = _("问卷管理")
    model = Survey
    table = SurveyTable
    filter_class = SurveyFilter
    main_action = (_("新建问卷"), "affairs:survey-draft", permissions.keeps_surveys)
    other_actions = (
        (_("补录问卷"), "affairs:survey-record", permissions.keeps_surveys),
        (_("待我填写"), "affairs:survey-own", permissions.answers_surveys),
    )


class SurveyDetailView(RecordPage):
    """One survey: its questions; how many have answered; after the end what came out."""

    permission = permissions.sees_all_surveys
    area = AREA
    model = Survey
    select_related = ("audience", "drafted_by")
    steps = (
        Step(_("发布"), "affairs:survey-open", permissions.may_open_survey),
        Step(_("添加题目"), "affairs:question-add", permissions.may_mend_survey, primary=False),
        Step(_("修改"), "affairs:survey-mend", permissions.may_mend_survey, primary=False),
        Step(_("提醒填写"), "affairs:survey-remind", permissions.may_remind_survey),
        Step(_("提前结束"), "affairs:survey-close", permissions.may_close_survey, primary=False),
        Step(_("打印报告"), "affairs:survey-paper", permissions.reads_survey_results, primary=False, download=True),
        Step(
            _("导出 Excel"),
            "affairs:survey-workbook",
            permissions.reads_survey_results,
            primary=False,
            download=True,
        ),
        Step(_("再做一次"), "affairs:survey-copy", permissions.may_copy_survey, primary=False),
        Step(_("作废"), "affairs:survey-discard", permissions.may_discard_survey, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [surveys_crumb()]

    def get_badge(self) -> Badge:
        """Where it stands."""
        return survey_badge(self.record)

    def get_actions(self) -> list[Action]:
        """The steps, and after the end the way to the board."""
        actions = super().get_actions()
        closed = self.record.status == SurveyStatus.CLOSED
        return [*actions, *disclosure_action(self.record, self.request.user)] if closed else actions

    def get_facts(self) -> list[Fact]:
        """Whom it asks, and how many answered; never who."""
        record = self.record
        return [
            Fact(_("编号"), record.short_number),
            Fact(_("调查范围"), record.audience),
            Fact(_("截止日期"), record.closes_on),
            Fact(_("起草人"), record.drafted_by),
            *self.get_numbers(),
            Fact(_("说明"), record.intro),
            *disclosure_facts(record, self.request.user),
        ]

    def get_numbers(self) -> list[Fact]:
        """How it goes, or went, once it was sent out."""
        record = self.record
        if record.status == SurveyStatus.OPEN:
            return [
                Fact(_("开始日期"), record.opened_on),
                Fact(_("发放份数"), record.sent),
                Fact(_("回收份数"), answered_so_far(record)),
            ]
        if record.status != SurveyStatus.CLOSED:
            return []
        return [
            Fact(_("开始日期"), record.opened_on),
            Fact(_("结束日期"), record.closed_on),
            Fact(_("发放份数"), record.sent),
            Fact(_("回收份数"), record.answered),
            Fact(_("回收率"), "" if record.rate is None else f"{record.rate}%"),
            Fact(_("满意度"), "" if record.satisfaction is None else f"{record.satisfaction}%"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the questions, or the results once there are any."""
        record = self.record
        return super().get_context_data(
            questions=record.questions.all(),
            totals=record.totals(),
            may_mend=permissions.may_mend_survey.test(self.request.user, record),
            too_few=record.status == SurveyStatus.CLOSED and not record.recorded_late and not record.has_enough,
            **kwargs,
        )


class DraftSurveyView(FormPage):
    """Beginning one."""

    permission = permissions.keeps_surveys
    area = AREA
    title = _("新建问卷")
    form_class = SurveyForm
    done = _("问卷已建好，请添加题目。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [surveys_crumb()]


class RecordSurveyView(FormPage):
    """Taking in one that ran elsewhere."""

    permission = permissions.keeps_surveys
    area = AREA
    title = _("补录问卷")
    form_class = RecordSurveyForm
    button = _("补录")
    done = _("问卷已补录。可以把统计表作为附件上传。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [surveys_crumb()]


class SurveyMove(TransitionPage):
    """A move of one survey."""

    permission = permissions.keeps_surveys
    area = AREA
    model = Survey
    done = _("已办理。")

    def get_crumbs(self) -> list[Crumb]:
        """To the survey."""
        return [surveys_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class MendSurveyView(SurveyMove, EditPage):
    """Changing what is said of it."""

    rule = permissions.may_mend_survey
    title = _("修改")
    form_class = MendSurveyForm
    done = _("已保存。")


class OpenSurveyView(SurveyMove):
    """It is sent out."""

    rule = permissions.may_open_survey
    title, button = _("发布"), _("发布问卷")
    form_class = OpenSurveyForm
    question = _("发布后范围内的人会收到通知，题目和名单不能再改。答案不记名，结束以后才能看到结果。")
    done = _("问卷已发布。")


class RemindSurveyView(SurveyMove):
    """Those who haven't answered are reminded."""

    rule = permissions.may_remind_survey
    title, button = _("提醒填写"), _("发送提醒")
    form_class = RemindSurveyForm
    question = _("只提醒还没有填写的人，每天最多一次。不会显示他们是谁。")
    done = _("已提醒还没有填写的人。")


class CloseSurveyView(SurveyMove):
    """It ends before its last day."""

    rule = permissions.may_close_survey
    title, button = _("提前结束"), _("结束问卷")
    form_class = CloseSurveyForm
    question = _("结束后不能再填写，结果随即可以查看。结束后不能恢复。")
    done = _("问卷已结束。")


class CopySurveyView(SurveyMove):
    """Another with the same questions."""

    rule = permissions.may_copy_survey
    title, button = _("再做一次"), _("新建同样的问卷")
    form_class = CopySurveyForm
    question = _("系统会按这份问卷的题目建一份新的草稿，可以修改后发布。")
    done = _("新的问卷已建好，请填写截止日期。")


class DiscardSurveyView(SurveyMove):
    """A draft is given up."""

    rule = permissions.may_discard_survey
    title, button = _("作废"), _("作废")
    form_class = DiscardSurveyForm
    question = _("作废后不能恢复，记录保留。")


class AddQuestionView(SurveyMove):
    """A question more."""

    rule = permissions.may_mend_survey
    title, button = _("添加题目"), _("保存题目")
    form_class = SurveyQuestionForm
    template_name = "office/form.html"
    done = _("题目已保存。")


class QuestionMove(TransitionPage):
    """A move of one question of a draft."""

    permission = permissions.keeps_surveys
    area = AREA
    model = SurveyQuestion

    def get_queryset(self) -> Any:
        """Those of drafts that the user may see."""
        drafts = Survey.objects.visible_to(self.request.user).filter(status=SurveyStatus.DRAFT)
        return SurveyQuestion.objects.filter(survey__in=drafts).select_related("survey")

    def get_crumbs(self) -> list[Crumb]:
        """To the survey."""
        survey = self.record.survey
        return [surveys_crumb(), Crumb(str(survey), survey.get_absolute_url())]


class MendQuestionView(QuestionMove, EditPage):
    """It is changed."""

    title = _("修改题目")
    form_class = SurveyQuestionForm
    done = _("题目已保存。")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The question, and its survey."""
        return {"instance": self.record, "record": self.record.survey}


class DeleteQuestionView(QuestionMove):
    """It is taken out."""

    title, button = _("删除题目"), _("删除题目")
    form_class = DeleteQuestionForm
    question = _("删除后不能恢复，后面的题目依次提前。")
    done = _("题目已删除。")


class _Results:
    """What came out, for those who may read it."""

    permission = permissions.sees_all_surveys
    area = AREA
    model = Survey
    select_related: ClassVar[tuple[str, ...]] = ("audience",)
    rule = permissions.reads_survey_results


class SurveyPaperView(_Results, PaperPage):
    """The report."""

    def get_document(self) -> Document:
        """The report's tree."""
        return survey_paper(self.record)


class SurveyWorkbookView(_Results, WorkbookPage):
    """The totals as a workbook."""

    def get_title(self) -> str:
        """Of which survey."""
        return f"{self.record}{_('结果')}"

    def get_workbook(self) -> bytes:
        """The totals."""
        return survey_workbook(self.record)
