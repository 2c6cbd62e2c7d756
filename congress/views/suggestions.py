"""Suggestions: the lists, one of them, handing in."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.filters import SuggestionFilter
from congress.forms.suggestions import HandInSuggestionForm
from congress.models import Proposal, Suggestion
from congress.selectors import drives_for
from congress.tables import SuggestionTable, suggestion_badge
from unionoffice import audit
from unionoffice.pages import TRAIL_LENGTH, Action, Badge, Crumb, Fact, FormPage, ListPage, RecordPage, Step
from unionoffice.templatetags.office import day, until

AREA = "congress"


def suggestions_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("意见建议"), reverse("congress:suggestion-list"))


class SuggestionListView(ListPage):
    """The suggestions that the user may see; to those who keep them, the register."""

    permission = permissions.is_staff
    area = AREA
    title = _("意见建议")
    model = Suggestion
    table = SuggestionTable
    filter_class = SuggestionFilter
    main_action = (_("提出意见建议"), "congress:suggestion-hand-in", permissions.is_staff)
    other_actions = (
        (_("我的意见建议"), "congress:suggestion-own", permissions.is_staff),
        (_("征集活动"), "congress:drive-list", permissions.is_staff),
        (_("登记表"), "congress:suggestion-register", permissions.oversees),
    )
    bulk_actions = ((_("分办"), "congress:suggestion-assign-many", permissions.keeps_suggestions),)

    def filtered(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With what is late, and the authors' names that this viewer may know."""
        found: Any = super().filtered(rows)
        return found.listed_for(self.request.user, self.on)


class OwnSuggestionsView(SuggestionListView):
    """What one has handed in oneself, and what came of it."""

    title = _("我的意见建议")
    other_actions = ()
    bulk_actions = ()

    def get_crumbs(self) -> list[Crumb]:
        """To all of them."""
        return [suggestions_crumb()]

    def filtered(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """One's own."""
        return super().filtered(rows.filter(pk__in=Suggestion.objects.made_by(self.request.user.member_id)))


class HandInSuggestionView(FormPage):
    """Everything on one screen; `?drive=<pk>` chooses the drive."""

    permission = permissions.is_staff
    area = AREA
    title = _("提出意见建议")
    form_class = HandInSuggestionForm
    button = _("提交意见建议")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [suggestions_crumb()]

    def get_form_kwargs(self) -> dict[str, Any]:
        """The drive that the address names, if it takes suggestions of this person today."""
        asked = self.request.GET.get("drive", "")
        running = drives_for(self.request.user, self.on)
        chosen = next((drive for drive in running if str(drive.pk) == asked), None)
        return {"initial": {"drive": chosen}}

    def get_success_url(self, record: Any) -> str:
        """The number is what people note down."""
        sentence = _t("已提交，编号 %(number)s。答复后会通知您。")
        messages.success(self.request, sentence % {"number": record.number})
        return super().get_success_url(record)


class SuggestionDetailView(RecordPage):
    """One suggestion: what is said, how far it is, what was answered."""

    permission = permissions.is_staff
    area = AREA
    model = Suggestion
    select_related = ("author", "department__head", "drive", "from_proposal", "answered_by")
    steps = (
        Step(_("分办"), "congress:suggestion-assign", permissions.may_assign_suggestion),
        Step(_("答复"), "congress:suggestion-answer", permissions.may_answer_suggestion),
        Step(_("登记落实"), "congress:suggestion-finish", permissions.may_finish_suggestion),
        Step(_("退回分办"), "congress:suggestion-send-back", permissions.may_send_back_suggestion, primary=False),
        Step(_("改派"), "congress:suggestion-reassign", permissions.may_reassign_suggestion, primary=False),
        Step(_("改为采纳"), "congress:suggestion-adopt", permissions.may_adopt_suggestion, primary=False),
        Step(_("撤回"), "congress:suggestion-withdraw", permissions.may_withdraw_suggestion, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [suggestions_crumb()]

    def get_badge(self) -> Badge:
        """Where it stands."""
        return suggestion_badge(self.record, late=self.record.is_overdue(self.on))

    def get_facts(self) -> list[Fact]:
        """What is known so far, and of that what the viewer may know; nothing empty."""
        suggestion = self.record
        facts = [
            Fact(_("编号"), suggestion.number),
            Fact(_("类别"), suggestion.get_category_display()),
            self.get_author(),
            Fact(_("提出日期"), suggestion.handed_in_on),
            Fact(_("征集活动"), suggestion.drive, suggestion.drive.get_absolute_url() if suggestion.drive else ""),
            *self.get_origin(),
            Fact(_("承办部门"), suggestion.department),
            Fact(_("答复期限"), self.due()),
            Fact(_("采纳情况"), suggestion.get_adoption_display()),
            Fact(_("落实情况"), suggestion.fulfilment),
            Fact(_("落实日期"), suggestion.done_on),
            Fact(_("优秀建议"), _t("评为优秀建议") if suggestion.is_outstanding else ""),
            *self.get_reach(),
        ]
        return [fact for fact in facts if fact.value not in (None, "")]

    def get_author(self) -> Fact:
        """The author, to those who may know; to the author, that others don't."""
        suggestion, user = self.record, self.request.user
        if not permissions.reads_author.test(user, suggestion):
            return Fact(_("提出人"), _("未公开"))
        name = suggestion.author.name
        return Fact(_("提出人"), name if suggestion.show_name else _t("%(name)s（姓名不公开）") % {"name": name})

    def get_origin(self) -> list[Fact]:
        """The proposal that it was, with a link for who may see that."""
        source = self.record.from_proposal
        if source is None:
            return []
        is_seen = Proposal.objects.visible_to(self.request.user).filter(pk=source.pk).exists()
        told = str(source) if is_seen else source.public_number
        return [Fact(_("原提案"), told, source.get_absolute_url() if is_seen else "")]

    def get_reach(self) -> list[Fact]:
        """Who may read it, told to those whom it concerns."""
        suggestion, user = self.record, self.request.user
        if not (permissions.made_suggestion.test(user, suggestion) or permissions.oversees.test(user)):
            return []
        is_shown = suggestion.may_publish or (suggestion.drive is not None and suggestion.drive.publishes)
        words = _t("答复后全体教职工可以看到") if is_shown else _t("只有提出人、工会、校长和承办部门可以看到")
        return [Fact(_("公开范围"), words)]

    def due(self) -> str:
        """The last day for the answer; while it runs, with how far off it is."""
        suggestion = self.record
        if suggestion.due_on is None:
            return ""
        if suggestion.answered_on is None:
            return f"{day(suggestion.due_on)}（{until(suggestion.due_on, self.on)}）"
        return day(suggestion.due_on)

    def get_trail(self) -> Any:
        """The lines that the viewer may read."""
        user, suggestion = self.request.user, self.record
        entries = audit.trail_of(suggestion)[:TRAIL_LENGTH]
        verbs = {entry.verb for entry in entries}
        rules = permissions.READS_SUGGESTION_DEED
        reads = {verb: rules.get(verb, permissions.reads_author).test(user, suggestion) for verb in verbs}
        return [entry for entry in entries if reads[entry.verb]]

    def get_actions(self) -> list[Action]:
        """To one who only reads it, the way to hand in one's own."""
        return super().get_actions() or [Action.to(_("提出意见建议"), "congress:suggestion-hand-in", primary=False)]
