"""Importing a roster: send it in, look at what it would change, apply it."""

from dataclasses import replace
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.forms import ApplyRosterForm, SendRosterForm
from members.importers import COLUMNS, plan_roster
from members.permissions import keeps_roster
from members.views.people import member_crumbs
from unionoffice import privacy
from unionoffice.pages import XLSX, Crumb, FormPage, Page, TransitionPage, file_response
from unionoffice.sheets import Change, Plan, template_workbook
from unionoffice.sheets.uploads import SheetUpload

SHOWN_ROWS = 200
"""Rows of each kind that the plan shows; the counts are of all."""

MASKS = {"phone": privacy.mask_phone, "id_number": privacy.mask_id_number}


class ImportRosterView(FormPage):
    """Sending a workbook in. What is no roster is refused here, with what to do."""

    permission = keeps_roster
    area = "members"
    title = _("导入花名册")
    form_class = SendRosterForm
    template_name = "members/roster_import.html"
    button = _("上传并检查")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return member_crumbs()


class RosterTemplateView(Page):
    """An empty roster to fill in."""

    permission = keeps_roster

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Hand it out."""
        return file_response(template_workbook(COLUMNS), name=f"{_('花名册模板')}.xlsx", content_type=XLSX)


class RosterPlanView(TransitionPage):
    """What the file would change; applied only when no row has a problem."""

    permission = keeps_roster
    area = "members"
    title = _("导入计划")
    model = SheetUpload
    form_class = ApplyRosterForm
    template_name = "members/roster_plan.html"
    button = _("导入")
    done = _("花名册已导入。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list and the form."""
        return [*member_crumbs(), Crumb(str(_("导入花名册")), reverse("members:roster-import"))]

    def get_queryset(self) -> Any:
        """One's own rosters."""
        return super().get_queryset().filter(kind="members:roster")

    @cached_property
    def plan(self) -> Plan | None:
        """The plan, made anew from the file; none for a file that was applied or thrown away."""
        return plan_roster(self.record.data, name=self.record.name) if self.record.is_open else None

    def show(self, form: ApplyRosterForm) -> HttpResponse:
        """The page; what is agreed to there is the plan as it is shown."""
        if self.plan is not None:
            form.agree_to(self.plan)
        return super().show(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The plan, as much of it as a page holds."""
        changed = self.plan.changed[:SHOWN_ROWS] if self.plan else ()
        return super().get_context_data(
            plan=self.plan,
            changed=[(row, [_masked(change) for change in row.changes]) for row in changed],
            shown=SHOWN_ROWS,
            **kwargs,
        )

    def get_success_url(self, record: Any) -> str:  # noqa: ARG002 -- the plan is done with
        """To the list of people."""
        return member_crumbs()[0].url


def _masked(change: Change) -> Change:
    """A change as a page may show it: numbers that are masked elsewhere are masked here too."""
    mask = MASKS.get(change.key)
    return replace(change, old_text=mask(change.old_text), new_text=mask(change.new_text)) if mask else change
