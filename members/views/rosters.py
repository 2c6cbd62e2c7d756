"""Importing a roster: send it in, look at what it would change, apply it."""

from django.utils.translation import gettext_lazy as _

from members.importers import ROSTER
from members.permissions import keeps_roster
from unionoffice.pages import ImportPage, ImportPlanPage, ImportTemplatePage


class ImportRosterView(ImportPage):
    """Sending a roster in."""

    permission = keeps_roster
    area = "members"
    importer = ROSTER
    list_url_name = "members:member-list"


class RosterTemplateView(ImportTemplatePage):
    """An empty roster to fill in."""

    permission = keeps_roster
    importer = ROSTER


class RosterPlanView(ImportPlanPage):
    """What the roster would change."""

    permission = keeps_roster
    area = "members"
    importer = ROSTER
    list_url_name = "members:member-list"
    done = _("花名册已导入。")
