"""Pages of those who set mailboxes up, and empty the ones on a wall."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import MailboxKind
from affairs.filters import MailboxFilter
from affairs.forms import EmptyBoxForm, MailboxForm, RecordLetterForm
from affairs.models import Mailbox
from affairs.tables import MailboxTable, mailbox_badge
from affairs.views.disclosures import AREA
from unionoffice.pages import Badge, Crumb, EditPage, Fact, FormPage, ListPage, RecordPage, Step, TransitionPage

OPENINGS = 20
"""Openings that a mailbox's page shows, the latest first."""


def mailbox_list_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("信箱管理"), reverse("affairs:mailbox-list"))


class MailboxListView(ListPage):
    """All mailboxes, those of earlier years too."""

    permission = permissions.keeps_mailboxes
    area = AREA
    title = _("信箱管理")
    model = Mailbox
    table = MailboxTable
    filter_class = MailboxFilter
    main_action = (_("设立信箱"), "affairs:mailbox-add", permissions.runs_mailboxes)

    def get_crumbs(self) -> list[Crumb]:
        """To the letters."""
        return [Crumb(_("来信办理"), reverse("affairs:letter-list"))]


class MailboxDetailView(RecordPage):
    """One mailbox, and when it was emptied. Not what is in it."""

    permission = permissions.works_on_letters
    area = AREA
    model = Mailbox
    select_related = ("keeper",)
    steps = (
        Step(_("登记开箱"), "affairs:mailbox-empty", permissions.may_empty_box),
        Step(_("录入来信"), "affairs:mailbox-record", permissions.may_record_letters, primary=False),
        Step(_("修改"), "affairs:mailbox-mend", permissions.may_mend_mailbox, primary=False),
    )

    def get_record(self) -> Any:
        """For those who set it up or keep it; for others it isn't there: what they may know stands on 信箱."""
        record = super().get_record()
        if not permissions.opens_mailbox_page.test(self.request.user, record):
            raise Http404
        return record

    def get_crumbs(self) -> list[Crumb]:
        """To the list, for those who have one."""
        if permissions.keeps_mailboxes.test(self.request.user):
            return [mailbox_list_crumb()]
        return [Crumb(_("来信办理"), reverse("affairs:letter-list"))]

    def get_badge(self) -> Badge:
        """Whether it is in use."""
        return mailbox_badge(self.record, self.on)

    def get_facts(self) -> list[Fact]:
        """What people find, and who answers."""
        record = self.record
        return [
            Fact(_("形式"), record.get_kind_display()),
            Fact(_("由谁答复"), record.answered_by),
            Fact(_("地点"), record.place),
            Fact(_("开箱安排"), record.opening_days),
            Fact(_("公布的电话"), "\n".join(record.phone_lines)),
            Fact(_("网上写信"), _("可以") if record.takes_letters_here else _("不可以")),
            Fact(_("谁可以写信"), record.get_writers_display()),
            Fact(_("启用日期"), record.in_use_from or _("还没有启用")),
            Fact(_("停用日期"), record.in_use_to),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With its openings."""
        openings = None
        if self.record.kind == MailboxKind.HUNG:
            openings = self.record.openings.select_related("opener", "witness")[:OPENINGS]
        return super().get_context_data(openings=openings, **kwargs)


class AddMailboxView(FormPage):
    """Setting one up."""

    permission = permissions.runs_mailboxes
    area = AREA
    title = _("设立信箱")
    form_class = MailboxForm
    button = _("设立")
    done = _("信箱已设立。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [mailbox_list_crumb()]


class MailboxMove(TransitionPage):
    """Something that is done at a mailbox, by those who set it up or keep it."""

    permission = permissions.works_on_letters
    area = AREA
    model = Mailbox
    template_name = "office/form.html"

    def get_crumbs(self) -> list[Crumb]:
        """To the mailbox."""
        return [mailbox_list_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class MendMailboxView(MailboxMove, EditPage):
    """Changing one: opening it for letters, putting it out of use."""

    rule = permissions.may_mend_mailbox
    title = _("修改")
    form_class = MailboxForm
    done = _("已保存。")


class EmptyBoxView(MailboxMove):
    """A box on the wall was emptied."""

    rule = permissions.may_empty_box
    title, button = _("登记开箱"), _("登记")
    form_class = EmptyBoxForm
    done = _("已登记开箱。有信的请逐封录入。")


class RecordLetterView(MailboxMove):
    """A letter on paper, or a call."""

    rule = permissions.may_record_letters
    title, button = _("录入来信"), _("录入")
    form_class = RecordLetterForm
    done = _("已录入，交由信箱主人受理。")
