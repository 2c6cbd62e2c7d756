"""Pages of the ledger."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from finance import papers, permissions
from finance.filters import EntryFilter
from finance.forms import (
    ApproveEntryForm,
    BookEntryForm,
    CancelEntryForm,
    DraftEntryForm,
    MendEntryForm,
    PayEntryForm,
    ReturnEntryForm,
)
from finance.models import Entry
from finance.tables import EntryTable, entry_badge
from unionoffice.documents import Document
from unionoffice.money import format_money
from unionoffice.pages import (
    Action,
    Badge,
    Crumb,
    Fact,
    FormPage,
    ListPage,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
)

AREA = "finance"


def ledger_crumb() -> Crumb:
    """The way back to the ledger."""
    return Crumb(_("经费台账"), reverse("finance:entry-list"))


class EntryListView(ListPage):
    """Every entry, for those who work with the money."""

    permission = permissions.sees_ledger
    area = AREA
    title = _("经费台账")
    model = Entry
    table = EntryTable
    filter_class = EntryFilter
    main_action = (_("登记收支"), "finance:entry-draft", permissions.records_entries)


class EntryDetailView(RecordPage):
    """One entry with where it comes from and who did what."""

    permission = permissions.sees_ledger
    area = AREA
    model = Entry
    select_related = ("subject__parent", "account", "requested_by", "approved_by", "paid_by", "booked_by")
    steps = (
        Step(_("修改后重新提交"), "finance:entry-mend", permissions.may_mend),
        Step(_("批准"), "finance:entry-approve", permissions.may_approve),
        Step(_("退回修改"), "finance:entry-return", permissions.may_return, primary=False),
        Step(_("收付款"), "finance:entry-pay", permissions.may_pay),
        Step(_("记账"), "finance:entry-book", permissions.may_book),
        Step(_("撤销"), "finance:entry-cancel", permissions.may_cancel, primary=False),
        Step(_("打印凭证"), "finance:entry-voucher", permissions.may_print_voucher, download=True),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the ledger."""
        return [ledger_crumb()]

    def get_badge(self) -> Badge:
        """Where the entry stands."""
        return entry_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """The line and the people who dealt with it."""
        entry = self.record
        facts = [
            Fact(_("方向"), entry.get_direction_display()),
            Fact(_("金额"), f"{format_money(entry.amount)}元"),
            Fact(_("大写"), entry.amount_in_capitals),
            Fact(_("科目"), f"{entry.subject.code} {entry.subject.full_name}"),
            Fact(_("事由"), entry.purpose),
            Fact(_("收付款方"), entry.counterparty),
            Fact(_("发生日期"), entry.occurred_on),
            Fact(_("账户"), entry.account),
            Fact(_("经办人"), entry.handler),
            Fact(_("申请人"), entry.requested_by),
            Fact(_("批准人"), entry.approved_by),
            Fact(_("出纳"), entry.paid_by),
            Fact(_("收付日期"), entry.paid_on),
            Fact(_("记账人"), entry.booked_by),
            Fact(_("记账日期"), entry.booked_on),
        ]
        if entry.source is not None:
            shown = entry.source.shown_to(self.request.user)
            facts.append(Fact(_("来源"), shown.text, shown.url))
        return facts

    def get_actions(self) -> list[Action]:
        """The next step of the entry; what another area posted is paid on that area's own page."""
        actions, entry = super().get_actions(), self.record
        if permissions.may_pay_elsewhere.test(self.request.user, entry):
            url = entry.source.record().get_payment_url()
            actions += [Action(str(_("付款")), url)] if url else []
        return actions


class EntryVoucherView(PaperPage):
    """The voucher as PDF."""

    permission = permissions.sees_ledger
    rule = permissions.may_print_voucher
    model = Entry
    select_related = EntryDetailView.select_related

    def get_document(self) -> Document:
        """The form for the binder."""
        return papers.voucher(self.record)


class DraftEntryView(FormPage):
    """Entering income or spending by hand."""

    permission = permissions.records_entries
    area = AREA
    title = _("登记收支")
    form_class = DraftEntryForm
    button = _("提交批准")
    done = _("已提交，等待主席批准。")

    def get_crumbs(self) -> list[Crumb]:
        """To the ledger."""
        return [ledger_crumb()]


class EntryMove(TransitionPage):
    """A move of one entry: asks with its amount and purpose in view."""

    done = _("已办理。")
    area = AREA
    model = Entry

    def get_crumbs(self) -> list[Crumb]:
        """To the entry."""
        return [ledger_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_question(self) -> str:
        """What, to whom, how much."""
        entry = self.record
        return f"{entry.purpose}，{entry.counterparty}，{format_money(entry.amount)}元。{self.question}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the entry's state."""
        return super().get_context_data(badge=entry_badge(self.record), **kwargs)


class MendEntryView(EntryMove):
    """A draft that was given back goes to the chair again."""

    permission, rule = permissions.records_entries, permissions.may_mend
    title, button = _("修改收支"), _("重新提交")
    question = _("请按退回的原因修改，提交后由主席批准。")
    form_class = MendEntryForm


class CancelEntryView(EntryMove):
    """Nothing was paid yet, and nothing will be."""

    permission, rule = permissions.records_entries | permissions.approves_entries, permissions.may_cancel
    title, button = _("撤销收支"), _("撤销")
    question = _("撤销后不能恢复。")
    form_class = CancelEntryForm


class ApproveEntryView(EntryMove):
    """The chair signs."""

    permission, rule = permissions.approves_entries, permissions.may_approve
    title, button = _("批准收支"), _("批准")
    question = _("批准后由出纳办理。")
    form_class = ApproveEntryForm


class ReturnEntryView(EntryMove):
    """The chair sends it back."""

    permission, rule = permissions.approves_entries, permissions.may_return
    title, button = _("退回修改"), _("退回修改")
    form_class = ReturnEntryForm


class PayEntryView(EntryMove):
    """The cashier pays, or takes in."""

    permission, rule = permissions.pays, permissions.may_pay
    title, button = _("收付款"), _("确认已收付")
    question = _("请在款项收付之后登记。")
    form_class = PayEntryForm


class BookEntryView(EntryMove):
    """The treasurer books: the number is given now and for ever."""

    permission, rule = permissions.books, permissions.may_book
    title, button = _("记账"), _("记账")
    question = _("记账后编号不能更改，记录不能修改。")
    form_class = BookEntryForm
