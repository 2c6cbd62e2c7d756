"""Importing a roster: send it in, look at what it would change, apply it."""

from django.utils.translation import gettext_lazy as _

from members.importers import ROSTER
from members.permissions import keeps_roster
from unionoffice.pages import ImportPage, ImportPlanPage, ImportTemplatePage


class _Roster:
    """Who takes them in, and where they stand afterwards."""

    permission = keeps_roster
    area = "members"
    importer = ROSTER
    list_url_name = "members:member-list"


class ImportRosterView(_Roster, ImportPage):
    """Sending a roster in."""


class RosterTemplateView(_Roster, ImportTemplatePage):
    """An empty roster to fill in."""


class RosterPlanView(_Roster, ImportPlanPage):
    """What the roster would change."""

    done = _("花名册已导入。")
