"""Objections: filing one by name, looking into them, and coming to a finding."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.filters import ObjectionFilter
from affairs.forms import ObjectForm, RecordObjectionForm, SettleObjectionForm
from affairs.models import Objection, PublicNotice
from affairs.tables import ObjectionTable, objection_badge
from affairs.views.notice_moves import NoticeMove
from affairs.views.public_notices import AREA, crumb_of, notices_crumb
from affairs.views.tickets import NOTICE, ticket_of
from unionoffice.pages import Badge, Crumb, Fact, ListPage, RecordPage, Step, TransitionPage


class ObjectionListView(ListPage):
    """Every objection that the user may look into."""

    permission = permissions.handles_objections
    area = AREA
    title = _("异议")
    model = Objection
    table = ObjectionTable
    filter_class = ObjectionFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the notices."""
        return [notices_crumb()]


class ObjectionDetailView(RecordPage):
    """One objection: to who filed it the reply, to who looks into it everything."""

    permission = permissions.opens_notice
    area = AREA
    model = Objection
    select_related = ("notice", "candidate", "handled_by")
    steps = (Step(_("认定"), "affairs:objection-settle", permissions.may_handle_objection),)

    def get_crumbs(self) -> list[Crumb]:
        """To the notice."""
        if permissions.handles_objections.test(self.request.user):
            return crumb_of(self.record.notice)
        return [Crumb(str(self.record.notice), self.record.notice.get_absolute_url())]

    def get_badge(self) -> Badge:
        """What was found."""
        return objection_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """What, by whom, and what was found; how it was looked into stays with those who did."""
        record, user = self.record, self.request.user
        own = permissions.is_objector.test(user, record)
        names = record.notice.names_for(user)
        about = record.candidate.shown_name(names) if record.candidate else _("整份公示")
        facts = [
            Fact(_("公示"), record.notice, record.notice.get_absolute_url()),
            Fact(_("针对谁"), about),
            Fact(_("提出人"), record.author),
            Fact(_("联系方式"), record.contact),
            Fact(_("提出方式"), record.get_way_display()),
            Fact(_("提出日期"), record.received_on),
        ]
        if record.handled_on:
            facts += [Fact(_("认定"), record.get_finding_display()), Fact(_("处理日期"), record.handled_on)]
            facts.append(Fact(_("答复"), record.reply))
            if not own:
                facts += [Fact(_("认定说明"), record.finding_text), Fact(_("处理人"), record.handled_by)]
        return facts

    def get_trail(self) -> Any:
        """It has none: the notice's history says what was done."""
        return []


class SettleObjectionView(TransitionPage):
    """Coming to a finding."""

    permission, rule = permissions.handles_objections, permissions.may_handle_objection
    area = AREA
    title, button = _("认定异议"), _("认定")
    question = _("认定后不能修改。具名的提出人会收到答复，匿名的凭查询码查看答复。")
    model = Objection
    form_class = SettleObjectionForm
    template_name = "affairs/notices/settle.html"
    done = _("已认定。")

    def get_queryset(self) -> Any:
        """With what it is about."""
        return super().get_queryset().select_related("notice", "candidate")

    def get_crumbs(self) -> list[Crumb]:
        """To the objection."""
        return [*crumb_of(self.record.notice), Crumb(str(self.record), self.record.get_absolute_url())]


class RecordObjectionView(NoticeMove):
    """What came on paper or by word of mouth."""

    rule = permissions.may_record_objection
    title, button = _("登记异议"), _("登记异议")
    question = _("登记书面、当面或电话提出的异议。按原话记，提出人的姓名只有受理人能看到。")
    form_class = RecordObjectionForm
    done = _("异议已登记。")


class ObjectView(NoticeMove):
    """Somebody on the staff objects under their own name; beside it the way to do so without one."""

    permission, rule = permissions.reads_whole_board, permissions.may_object
    title, button = _("提出异议"), _("提交异议")
    question = _("您的姓名和联系方式只有受理人能看到。处理后会通知您结果。")
    form_class = ObjectForm
    template_name = "affairs/notices/object.html"
    done = _("异议已提交，只有受理人能看到是您提出的。处理后会通知您。")

    def get_queryset(self) -> Any:
        """What hangs on the board for this reader."""
        return PublicNotice.objects.readable_by(self.request.user)

    def get_crumbs(self) -> list[Crumb]:
        """To the board."""
        return [Crumb(str(self.record), self.record.get_board_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the address that knows nobody."""
        return super().get_context_data(ticket=ticket_of(NOTICE, self.record.pk, self.on), **kwargs)
