"""Taking in activities of former years: send a table in, look at what it would add, apply it."""

from django.utils.translation import gettext_lazy as _

from activities.importers import ACTIVITIES
from activities.permissions import organises_all
from activities.views.activities import AREA
from unionoffice.pages import ImportColumnsPage, ImportPage, ImportPlanPage, ImportTemplatePage


class _Activities:
    """Who takes them in, and where they stand afterwards."""

    permission = organises_all
    area = AREA
    importer = ACTIVITIES
    list_url_name = "activities:activity-list"


class ImportActivitiesView(_Activities, ImportPage):
    """Sending a table in."""


class ActivityTemplateView(_Activities, ImportTemplatePage):
    """An empty table to fill in."""


class ActivityColumnsView(_Activities, ImportColumnsPage):
    """What its other heads mean."""


class ActivityPlanView(_Activities, ImportPlanPage):
    """What the table would add."""

    done = _("往年活动已导入。")
