"""Finance as an installed app."""

from django.apps import AppConfig

from unionoffice.seeding import seed_after_migrating


class FinanceConfig(AppConfig):
    """Seeds its tables after every migration, so that a new database is ready for work."""

    name = "finance"
    verbose_name = "经费"

    def ready(self) -> None:
        from finance.seeds import seed

        seed_after_migrating(self, seed)
