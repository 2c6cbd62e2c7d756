"""The staff congress as an installed app."""

from django.apps import AppConfig

from unionoffice.seeding import seed_after_migrating


class CongressConfig(AppConfig):
    """Seeds its rules after every migration, so that a new database is ready for work."""

    name = "congress"
    verbose_name = "教代会"

    def ready(self) -> None:
        from congress.seeds import seed

        seed_after_migrating(self, seed)
