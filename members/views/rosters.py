"""Importing a roster: send it in, look at what it would change, apply it, take it back."""

from typing import Any, ClassVar
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members.enums import HERE
from members.filters import RosterImportFilter
from members.forms import TakeBackImportForm
from members.importers import ROSTER
from members.models import RosterImport
from members.permissions import keeps_roster, manages_accounts, may_take_back_import
from members.selectors import people_of_import
from members.tables import RosterImportTable, import_badge
from unionoffice.figures import list_url
from unionoffice.pages import (
    Action,
    Badge,
    Crumb,
    Fact,
    ImportColumnsPage,
    ImportPage,
    ImportPlanPage,
    ImportTemplatePage,
    ListPage,
    RecordPage,
    Step,
    TransitionPage,
)


class _Roster:
    """Who takes them in, and where they stand afterwards."""

    permission = keeps_roster
    area = "members"
    importer = ROSTER
    list_url_name = "members:member-list"


class ImportRosterView(_Roster, ImportPage):
    """Sending a roster in."""

    template_name = "members/roster_import.html"


class RosterTemplateView(_Roster, ImportTemplatePage):
    """An empty roster to fill in."""


class RosterColumnsView(_Roster, ImportColumnsPage):
    """What its other heads mean."""


class RosterPlanView(_Roster, ImportPlanPage):
    """What the roster would change."""

    done = _("花名册已导入。")


class RosterImportListView(ListPage):
    """Every roster that was taken in."""

    permission = keeps_roster
    area = "members"
    title = _("导入记录")
    model = RosterImport
    table = RosterImportTable
    filter_class = RosterImportFilter
    main_action = (_("导入花名册"), "members:roster-import", keeps_roster)

    def get_crumbs(self) -> list[Crumb]:
        """To the people."""
        return [Crumb(gettext("会员"), reverse("members:member-list"))]


class _Import:
    """Where an import stands."""

    permission = keeps_roster
    area = "members"
    model = RosterImport
    select_related: ClassVar[tuple[str, ...]] = ("applied_by", "taken_back_by")

    def get_crumbs(self) -> list[Crumb]:
        """To the people and to all imports."""
        return [
            Crumb(gettext("会员"), reverse("members:member-list")),
            Crumb(gettext("导入记录"), reverse("members:import-list")),
        ]


class RosterImportDetailView(_Import, RecordPage):
    """One import: whose file, when, how many rows, and the way to the people whom it entered."""

    steps = (Step(_("收回这次导入"), "members:import-take-back", may_take_back_import, primary=False),)

    def get_badge(self) -> Badge:
        """Whether it stands."""
        return import_badge(self.record)

    def get_actions(self) -> list[Action]:
        """What comes next: accounts for the new people, as long as some have none."""
        actions = super().get_actions()
        waiting = people_of_import(self.record).filter(account=None, service_status__in=HERE)
        if manages_accounts.test(self.request.user) and waiting.exists():
            within = urlencode({"came_with": self.record.pk})
            url = f"{reverse('members:accounts-open')}?{urlencode({'all': 1, 'within': within})}"
            actions = [Action(gettext("为新增人员开通账号"), url), *actions]
        return actions

    def get_facts(self) -> list[Fact]:
        """What it did, and who took it back."""
        record = self.record
        people = people_of_import(record).exists()
        facts = [
            Fact(_("导入人"), record.applied_by),
            Fact(_("导入时间"), _moment(record.applied_at)),
            Fact(_("新增"), _people(record.new), _list_of(record) if people else ""),
            Fact(_("变更"), _people(record.changed)),
            Fact(_("不变"), _people(record.unchanged)),
            Fact(_("表中没有的人"), _people(record.absent)),
        ]
        if record.is_taken_back:
            facts += [Fact(_("收回人"), record.taken_back_by), Fact(_("收回时间"), _moment(record.taken_back_at))]
        return facts


class TakeBackImportView(_Import, TransitionPage):
    """Undoing an import as a whole."""

    form_class = TakeBackImportForm
    rule = may_take_back_import
    title = _("收回导入")
    button = _("收回这次导入")
    done = _("已收回，名册恢复到导入之前。")

    def get_question(self) -> str:
        """What will happen to whom."""
        return gettext(
            "将删除这次新增的%(new)d人（连同为他们开通、还没有登录过的账号），把变更的%(changed)d人恢复原样。收回这次导入？"
        ) % {"new": self.record.new, "changed": self.record.changed}

    def get_crumbs(self) -> list[Crumb]:
        """To the import."""
        return [*super().get_crumbs(), Crumb(str(self.record), self.record.get_absolute_url())]


def _list_of(record: RosterImport) -> str:
    """The list of the new people, as far as they are still there."""
    return list_url("members:member-list", came_with=record.pk)


def _people(count: int) -> str:
    return gettext("%(count)d人") % {"count": count}


def _moment(moment: Any) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
