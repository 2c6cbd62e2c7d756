"""Activities as an installed app."""

from django.apps import AppConfig

from unionoffice.seeding import seed_after_migrating


class ActivitiesConfig(AppConfig):
    """What the union holds for its members: sign-up, attendance, reports."""

    name = "activities"
    verbose_name = "活动"

    def ready(self) -> None:
        from activities.seeds import seed

        seed_after_migrating(self, seed)
