"""Taking in activities of former years: send a table in, look at what it would add, apply it."""

from django.utils.translation import gettext_lazy as _

from activities.importers import ACTIVITIES
from activities.permissions import organises_all
from activities.views.activities import AREA
from unionoffice.pages import ImportPage, ImportPlanPage, ImportTemplatePage

LIST = "activities:activity-list"


class ImportActivitiesView(ImportPage):
    """Sending a table in."""

    permission = organises_all
    area = AREA
    importer = ACTIVITIES
    list_url_name = LIST


class ActivityTemplateView(ImportTemplatePage):
    """An empty table to fill in."""

    permission = organises_all
    importer = ACTIVITIES


class ActivityPlanView(ImportPlanPage):
    """What the table would add."""

    permission = organises_all
    area = AREA
    importer = ACTIVITIES
    list_url_name = LIST
    done = _("往年活动已导入。")
