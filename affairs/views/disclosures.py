"""Disclosures for those who work on them: the list, one of them, and writing."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import ON_BOARD, PUBLISHED_ONCE, WRITABLE
from affairs.filters import DisclosureFilter
from affairs.forms import MendDisclosureForm
from affairs.models import Disclosure
from affairs.papers import disclosure_paper
from affairs.selectors import comments_to_settle, postings_of, rounds_of
from affairs.tables import DisclosureTable, disclosure_badge
from affairs.views.passages import commented_text
from unionoffice.documents import render_html
from unionoffice.pages import Action, Badge, Crumb, EditPage, Fact, ListPage, RecordPage, Step

AREA = "affairs"


def disclosures_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("公开事项"), reverse("affairs:disclosure-list"))


def board_crumb() -> Crumb:
    """The way back for those who only read."""
    return Crumb(_("公开栏"), reverse("affairs:board"))


class DisclosureListView(ListPage):
    """The disclosures that the user may see."""

    permission = permissions.opens_disclosure_list
    area = AREA
    title = _("公开事项")
    model = Disclosure
    table = DisclosureTable
    filter_class = DisclosureFilter
    main_action = (_("起草公开事项"), "affairs:disclosure-draft", permissions.drafts_disclosures)
    other_actions = (
        (_("审批"), "affairs:review", permissions.approves_disclosures),
        (_("公开目录"), "affairs:item-list", permissions.opens_catalogue),
        (_("补录往年"), "affairs:disclosure-import", permissions.records_past),
    )
    bulk_actions = ((_("打印张贴页"), "affairs:disclosure-sheets", permissions.prints_sheets),)


class DisclosureDetailView(RecordPage):
    """One version: what it says, where it stands, and who did what with it."""

    permission = permissions.opens_disclosure
    area = AREA
    model = Disclosure
    select_related = ("item__department", "drafted_by", "submitted_by", "corrects")
    steps = (
        Step(_("审批"), "affairs:disclosure-review", permissions.may_approve),
        Step(_("会签"), "affairs:disclosure-countersign", permissions.may_countersign),
        Step(_("提交审批"), "affairs:disclosure-submit", permissions.may_submit),
        Step(_("公开"), "affairs:disclosure-publish", permissions.may_publish),
        Step(_("修改"), "affairs:disclosure-mend", permissions.may_mend, primary=False),
        Step(_("撤回修改"), "affairs:disclosure-recall", permissions.may_recall, primary=False),
        Step(_("退回修改"), "affairs:disclosure-return", permissions.may_take_back, primary=False),
        Step(_("张贴页 A4"), "affairs:disclosure-sheet", permissions.may_print_sheet, primary=False, download=True),
        Step(
            _("张贴页 A3"),
            "affairs:disclosure-sheet-a3",
            permissions.may_print_sheet,
            primary=False,
            download=True,
        ),
        Step(_("更正"), "affairs:disclosure-correct", permissions.may_correct, primary=False),
        Step(_("撤下"), "affairs:disclosure-take-down", permissions.may_take_down, primary=False),
        Step(_("归档"), "affairs:disclosure-archive", permissions.may_archive),
        Step(_("作废"), "affairs:disclosure-discard", permissions.may_discard, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list, for those who have one."""
        opens = permissions.opens_disclosure_list.test(self.request.user)
        return [disclosures_crumb() if opens else board_crumb()]

    def get_badge(self) -> Badge:
        """Where it stands."""
        return disclosure_badge(self.record)

    def get_actions(self) -> list[Action]:
        """The steps, and the way to where it hangs."""
        actions = super().get_actions()
        if self.record.status in ON_BOARD:
            actions.append(Action(_("在公开栏查看"), self.record.get_board_url(), primary=False))
        return actions

    def get_facts(self) -> list[Fact]:
        """What the board says of it; how it came there only for those who work on it."""
        record = self.record
        source = record.source.shown_to(self.request.user) if record.source else None
        facts = [
            Fact(_("编号"), record.public_number if record.number else ""),
            Fact(_("公开目录"), record.item),
            Fact(_("类别"), record.get_category_display()),
            Fact(_("责任部门"), record.item.department),
            Fact(_("公开时限"), record.get_timing_display()),
            Fact(_("公开阶段"), record.get_stage_display()),
            Fact(_("公开范围"), record.get_reach_display()),
            Fact(_("所属时段"), record.period),
            Fact(_("公开日期"), record.published_on or record.publish_on),
            Fact(_("公开至"), record.posted_until or _("长期")),
        ]
        if record.corrects:
            facts.append(Fact(_("更正的版本"), record.corrects.public_number, record.corrects.get_absolute_url()))
            facts.append(Fact(_("更正说明"), record.correction_note))
        if source:
            facts.append(Fact(_("来源"), source.text, source.url))
        return facts + self.get_history_facts()

    def get_history_facts(self) -> list[Fact]:
        """Who wrote and approved it, and why it came down."""
        record = self.record
        if not permissions.reads_history.test(self.request.user, record):
            return []
        facts = [Fact(_("起草人"), record.drafted_by), Fact(_("审批人"), record.approver or record.endorser)]
        if record.taken_down_on:
            facts += [Fact(_("撤下日期"), record.taken_down_on), Fact(_("撤下原因"), record.take_down_reason)]
        return facts

    def get_trail(self) -> Any:
        """Comments on what was returned are for those who work on it."""
        return super().get_trail() if permissions.reads_history.test(self.request.user, self.record) else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the text as the board shows it; what came back with what was said of its passages."""
        record, user = self.record, self.request.user
        rounds = list(rounds_of(record.pk, user))
        text: str = render_html(disclosure_paper(record))
        if rounds and record.status in WRITABLE:
            text = commented_text(record.body, comments_to_settle(record))
        postings = list(postings_of(record, user)) if record.status in PUBLISHED_ONCE else []
        may_post = permissions.may_post.test(user, record)
        return super().get_context_data(text=text, rounds=rounds, postings=postings, may_post=may_post, **kwargs)


class MendDisclosureView(EditPage):
    """Going on with a draft, or with what came back."""

    permission, rule = permissions.opens_disclosure, permissions.may_mend
    area = AREA
    title = _("修改")
    model = Disclosure
    form_class = MendDisclosureForm
    template_name = "affairs/disclosure_form.html"
    done = _("已保存。核对后提交审批。")

    def get_crumbs(self) -> list[Crumb]:
        """To the disclosure."""
        return [disclosures_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]
