"""Finance as an installed app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FinanceConfig(AppConfig):
    """Seeds its tables after every migration, so that a new database is ready for work."""

    name = "finance"
    verbose_name = "经费"

    def ready(self) -> None:
        from finance.seeds import seed

        post_migrate.connect(seed, sender=self)
