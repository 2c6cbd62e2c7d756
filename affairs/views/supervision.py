"""监督: the list, one of them, entering, following up and closing."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.filters import SupervisionFilter
from affairs.forms import (
    CloseSupervisionForm,
    FollowUpSupervisionForm,
    MendSupervisionForm,
    SupervisionForm,
)
from affairs.models import Supervision
from affairs.papers import supervision_paper
from affairs.tables import SupervisionTable, supervision_badge
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
)


def supervision_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("民主监督"), reverse("affairs:supervision-list"))


class SupervisionListView(ListPage):
    """The supervision that the user may see."""

    permission = permissions.opens_supervision_list
    area = AREA
    title = _("民主监督")
    model = Supervision
    table = SupervisionTable
    filter_class = SupervisionFilter
    main_action = (_("登记监督"), "affairs:supervision-record", permissions.records_supervision)
    other_actions = ((_("检查评估"), "affairs:inspection-list", permissions.opens_inspections),)


class SupervisionDetailView(RecordPage):
    """One supervision: what was looked at, who was there, what they found, and what came of it."""

    permission = permissions.opens_supervision
    area = AREA
    model = Supervision
    select_related = ("recorded_by",)
    steps = (
        Step(_("修改"), "affairs:supervision-mend", permissions.may_mend_supervision, primary=False),
        Step(_("提出整改"), "affairs:supervision-follow-up", permissions.may_follow_up_supervision, primary=False),
        Step(_("办结"), "affairs:supervision-close", permissions.may_close_supervision),
    )

    def get_record(self) -> Any:
        """With who was there."""
        record = super().get_record()
        self.people = record.people_in_words()
        return record

    def get_crumbs(self) -> list[Crumb]:
        """To the list, for those who have one."""
        return [supervision_crumb()] if permissions.opens_supervision_list.test(self.request.user) else []

    def get_badge(self) -> Badge:
        """Where it stands."""
        return supervision_badge(self.record)

    def get_actions(self) -> list[Action]:
        """The steps, the paper and the way to the board."""
        return [
            *super().get_actions(),
            *disclosure_action(self.record, self.request.user),
            Action.to(_("打印记录表"), "affairs:supervision-paper", self.record.pk, primary=False, download=True),
        ]

    def get_facts(self) -> list[Fact]:
        """What was looked at, by whom, and what came of it."""
        record = self.record
        facts = [
            Fact(_("编号"), record.short_number),
            Fact(_("监督类别"), record.get_kind_display()),
            Fact(_("监督方式"), record.get_part_display()),
            Fact(_("日期"), record.when),
            Fact(_("涉及金额"), record.amount),
            Fact(_("参加人员"), self.people),
            Fact(_("其他参加人员"), record.others),
            Fact(_("监督意见"), record.finding),
        ]
        if record.follow_up:
            facts += [
                Fact(_("整改要求"), record.follow_up),
                Fact(_("整改责任人"), record.responsible),
                Fact(_("整改期限"), record.due_on),
            ]
        if record.closed_on:
            facts += [Fact(_("办理结果"), record.outcome), Fact(_("办结日期"), record.closed_on)]
        facts += [Fact(_("通报情况"), record.reported_at), Fact(_("登记人"), record.recorded_by)]
        return facts + disclosure_facts(record, self.request.user)


class RecordSupervisionView(FormPage):
    """Entering what was looked at."""

    permission = permissions.records_supervision
    area = AREA
    title = _("登记监督")
    form_class = SupervisionForm
    button = _("登记")
    done = _("监督已登记。可以添加佐证材料，有监督意见后办结。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [supervision_crumb()]


class SupervisionMove(TransitionPage):
    """A move of one supervision; who may make it depends on the supervision."""

    permission = permissions.opens_supervision
    area = AREA
    model = Supervision
    done = _("已办理。")

    def get_crumbs(self) -> list[Crumb]:
        """To the supervision."""
        return [Crumb(str(self.record), self.record.get_absolute_url())]


class MendSupervisionView(SupervisionMove, EditPage):
    """Setting it right."""

    rule = permissions.may_mend_supervision
    title = _("修改")
    form_class = MendSupervisionForm
    done = _("已保存。")


class FollowUpSupervisionView(SupervisionMove):
    """Something is to be put right."""

    rule = permissions.may_follow_up_supervision
    title, button = _("提出整改"), _("提出整改")
    question = _("提出整改要求后，到期前和逾期时会提醒登记人。")
    form_class = FollowUpSupervisionForm


class CloseSupervisionView(SupervisionMove):
    """It is brought to an end."""

    rule = permissions.may_close_supervision
    title, button = _("办结监督"), _("办结")
    question = _("办结后内容不能再修改，佐证材料还可以补充。")
    form_class = CloseSupervisionForm


class SupervisionPaperView(PaperPage):
    """监督记录表."""

    permission = permissions.opens_supervision
    area = AREA
    model = Supervision

    def get_document(self) -> Document:
        """The sheet."""
        return supervision_paper(self.record)
