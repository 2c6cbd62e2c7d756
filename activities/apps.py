"""Activities as an installed app."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """What the union holds for its members: sign-up, attendance, reports."""

    name = "activities"
    verbose_name = "活动"
