"""Welfare as an installed app."""

from django.apps import AppConfig

from unionoffice.seeding import seed_after_migrating


class WelfareConfig(AppConfig):
    """Seeds its tables after every migration, so that a new database is ready for work."""

    name = "welfare"
    verbose_name = "服务"

    def ready(self) -> None:
        from welfare.seeds import seed

        seed_after_migrating(self, seed)
