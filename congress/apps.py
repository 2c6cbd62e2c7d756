"""The staff congress as an installed app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CongressConfig(AppConfig):
    """Seeds its rules after every migration, so that a new database is ready for work."""

    name = "congress"
    verbose_name = "教代会"

    def ready(self) -> None:
        from congress.seeds import seed

        post_migrate.connect(seed, sender=self)
