"""The pages on which a suggestion is moved, one decision each."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.filters import SuggestionFilter
from congress.forms import suggestions as forms
from congress.models import Suggestion
from congress.views.suggestions import AREA, suggestions_crumb
from unionoffice.pages import BulkPage, Crumb, TransitionPage


class SuggestionMove(TransitionPage):
    """A move of one suggestion, which is read first."""

    permission = permissions.is_staff
    area = AREA
    model = Suggestion
    template_name = "congress/suggestions/move.html"

    def get_queryset(self) -> Any:
        """With the people and the department that rules ask about."""
        related = ("author", "department__head", "drive", "from_proposal__originator")
        return super().get_queryset().select_related(*related)

    def get_crumbs(self) -> list[Crumb]:
        """To the suggestion."""
        return [suggestions_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class WithdrawSuggestionView(SuggestionMove):
    """Taking it back."""

    rule = permissions.may_withdraw_suggestion
    title, button = _("撤回意见建议"), _("撤回")
    question = _("撤回后不再办理，编号不再使用。")
    form_class = forms.WithdrawSuggestionForm
    done = _("已撤回。")


class AssignSuggestionView(SuggestionMove):
    """To a department."""

    permission, rule = permissions.keeps_suggestions, permissions.may_assign_suggestion
    title, button = _("分办意见建议"), _("分办")
    question = _("部门负责人和提出人会收到通知。")
    form_class = forms.AssignSuggestionForm
    done = _("已分办。")


class ReassignSuggestionView(AssignSuggestionView):
    """To another department, or until another day."""

    rule = permissions.may_reassign_suggestion
    title, button = _("改派意见建议"), _("改派")
    done = _("已改派。")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The department that has it now."""
        return {**super().get_form_kwargs(), "initial": {"department": self.record.department}}


class SendBackSuggestionView(SuggestionMove):
    """The department isn't the right one."""

    rule = permissions.may_send_back_suggestion
    title, button = _("退回分办"), _("退回")
    question = _("不属于本部门职责的，写明理由后由工会秘书另行分办。")
    form_class = forms.SendBackSuggestionForm
    done = _("已退回，由工会秘书另行分办。")

    def get_success_url(self, _record: Any) -> str:
        """To the list: it isn't the department's any more."""
        return reverse("congress:suggestion-list")


class AnswerSuggestionView(SuggestionMove):
    """The answer."""

    rule = permissions.may_answer_suggestion
    title, button = _("答复意见建议"), _("答复提出人")
    question = _("答复后提出人马上看到，不能修改。采纳的转入落实。")
    form_class = forms.AnswerSuggestionForm
    done = _("已答复。")


class AdoptSuggestionView(SuggestionMove):
    """Adopted after all."""

    permission, rule = permissions.keeps_suggestions, permissions.may_adopt_suggestion
    title, button = _("改为采纳"), _("改为采纳")
    question = _("原来的答复保留，理由记入办理经过，提出人会收到通知。")
    form_class = forms.AdoptSuggestionForm
    done = _("已改为采纳，转入落实。")


class FinishSuggestionView(SuggestionMove):
    """What was adopted is done."""

    rule = permissions.may_finish_suggestion
    title, button = _("登记落实情况"), _("登记已落实")
    question = _("落实情况会告诉提出人。")
    form_class = forms.FinishSuggestionForm
    done = _("已登记落实。")


class AssignSuggestionsView(BulkPage):
    """Several to one department."""

    permission = permissions.keeps_suggestions
    area = AREA
    title, button = _("批量分办"), _("分办")
    model = Suggestion
    filter_class = SuggestionFilter
    list_url_name = "congress:suggestion-list"
    form_class = forms.AssignSuggestionsForm
    unit = _("条")
    done = _("已分办。")
