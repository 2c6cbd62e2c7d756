"""Drives for suggestions: the list, one of them, and what is done with it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import DriveStatus
from congress.filters import DriveFilter
from congress.forms import suggestions as forms
from congress.models import Suggestion, SuggestionDrive
from congress.selectors import drives_for
from congress.tables import DriveTable, drive_badge, drive_counts, suggestion_badge
from congress.views.suggestions import AREA, suggestions_crumb
from unionoffice.pages import (
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
)
from unionoffice.templatetags.office import until


def drives_crumbs() -> list[Crumb]:
    """The way back to the drives."""
    return [suggestions_crumb(), Crumb(_("征集活动"), reverse("congress:drive-list"))]


class DriveListView(ListPage):
    """The drives that were announced; all of them for who runs them."""

    permission = permissions.is_staff
    area = AREA
    title = _("合理化建议征集活动")
    model = SuggestionDrive
    table = DriveTable
    filter_class = DriveFilter
    main_action = (_("发起征集活动"), "congress:drive-create", permissions.keeps_suggestions)

    def is_partial(self) -> bool:
        """Figures count what was announced, and everybody sees that."""
        return False

    def get_crumbs(self) -> list[Crumb]:
        """To the suggestions."""
        return [suggestions_crumb()]


class CreateDriveView(FormPage):
    """A new drive."""

    permission = permissions.keeps_suggestions
    area = AREA
    title = _("发起征集活动")
    form_class = forms.DriveForm
    done = _("已保存，核对后发布。")

    def get_crumbs(self) -> list[Crumb]:
        """To the drives."""
        return drives_crumbs()


class DriveDetailView(RecordPage):
    """What is asked for and until when; the button to hand in; one's own; afterwards what came of it."""

    permission = permissions.is_staff
    area = AREA
    model = SuggestionDrive
    select_related = ("audience",)
    steps = (
        Step(_("发布"), "congress:drive-open", permissions.may_open_drive),
        Step(_("结束活动"), "congress:drive-conclude", permissions.may_conclude_drive, primary=False),
        Step(_("修改"), "congress:drive-update", permissions.may_edit_drive, primary=False),
        Step(_("删除"), "congress:drive-discard", permissions.may_discard_drive, primary=False),
    )

    def get_record(self) -> Any:
        """With the numbers of its suggestions."""
        record = super().get_record()
        record.counts = SuggestionDrive.objects.filter(pk=record.pk).values(**drive_counts()).get()
        return record

    def get_crumbs(self) -> list[Crumb]:
        """To the drives."""
        return drives_crumbs()

    def get_badge(self) -> Badge:
        """Where it stands."""
        return drive_badge(self.record)

    def get_actions(self) -> list[Action]:
        """First of all handing in, to whom it asks today."""
        actions = super().get_actions()
        if drives_for(self.request.user, self.on).filter(pk=self.record.pk).exists():
            address = f"{reverse('congress:suggestion-hand-in')}?drive={self.record.pk}"
            actions.insert(0, Action(_("提出建议"), address))
        return actions

    def get_facts(self) -> list[Fact]:
        """When, for whom, how many."""
        drive, counts = self.record, self.record.counts
        facts = [
            Fact(_("征集时间"), f"{drive.when}{self.left()}"),
            Fact(_("征集范围"), drive.audience.name),
            Fact(_("公布"), _t("结束后公布已答复的建议") if drive.publishes else _t("只公布提出人同意公开的建议")),
        ]
        if drive.status != DriveStatus.PLANNED:
            told = _t("收到%(received)d条，已答复%(answered)d条，采纳%(taken)d条") % counts
            facts.append(Fact(_("建议"), told, f"{reverse('congress:suggestion-list')}?drive={drive.pk}"))
        if drive.concluded_on:
            facts.append(Fact(_("结束日期"), drive.concluded_on))
        return facts

    def left(self) -> str:
        """（3天后截止）, while it takes suggestions."""
        drive = self.record
        if drive.status != DriveStatus.OPEN or not drive.from_on <= self.on <= drive.to_on:
            return ""
        return _t("（%(left)s截止）") % {"left": until(drive.to_on, self.on)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """One's own suggestions, and the outstanding ones that one may read."""
        user = self.request.user
        seen: Any = Suggestion.objects.visible_to(user).filter(drive=self.record)
        own = [(one, suggestion_badge(one)) for one in seen.made_by(user.member_id)]
        honoured = seen.filter(is_outstanding=True).listed_for(user, self.on).order_by("number")
        return super().get_context_data(own=own, honoured=honoured, **kwargs)

    def get_template_names(self) -> list[str]:
        """With its suggestions."""
        return ["congress/suggestions/drive.html"]


class DriveMove(TransitionPage):
    """A move of one drive."""

    permission = permissions.keeps_suggestions
    area = AREA
    model = SuggestionDrive

    def get_crumbs(self) -> list[Crumb]:
        """To the drive."""
        return [*drives_crumbs(), Crumb(str(self.record), self.record.get_absolute_url())]


class UpdateDriveView(DriveMove, EditPage):
    """Changing what is asked for and until when."""

    rule = permissions.may_edit_drive
    title = _("修改征集活动")
    form_class = forms.MendDriveForm
    done = _("已保存。")


class DiscardDriveView(DriveMove):
    """Throwing away what was never announced."""

    rule = permissions.may_discard_drive
    title, button = _("删除征集活动"), _("删除")
    question = _("还没有发布，删除后不能恢复。")
    form_class = forms.DiscardDriveForm
    done = _("已删除。")

    def get_success_url(self, _record: Any) -> str:
        """To the list: its page is gone."""
        return reverse("congress:drive-list")


class OpenDriveView(DriveMove):
    """Announcing it."""

    rule = permissions.may_open_drive
    title, button = _("发布征集活动"), _("发布并通知")
    question = _("征集范围内的人会收到通知，群机器人会在群里发布。发布后不能再改征集范围和是否公布。")
    form_class = forms.OpenDriveForm
    done = _("已发布。")


class ConcludeDriveView(DriveMove):
    """What came of it."""

    rule = permissions.may_conclude_drive
    title, button = _("结束征集活动"), _("结束活动")
    form_class = forms.ConcludeDriveForm
    done = _("活动已结束。")

    def get_question(self) -> str:
        """What will be shown then."""
        if self.record.publishes:
            return _t("结束后向全体教职工公布已答复的建议，提出人不公开姓名的不显示姓名。")
        return _t("结束后不能再改。")
