"""Activities as an installed app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ActivitiesConfig(AppConfig):
    """What the union holds for its members: sign-up, attendance, reports."""

    name = "activities"
    verbose_name = "活动"

    def ready(self) -> None:
        from activities.seeds import seed

        post_migrate.connect(seed, sender=self)
