"""Welfare as an installed app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class WelfareConfig(AppConfig):
    """Seeds its tables after every migration, so that a new database is ready for work."""

    name = "welfare"
    verbose_name = "服务"

    def ready(self) -> None:
        from welfare.seeds import seed

        post_migrate.connect(seed, sender=self)
