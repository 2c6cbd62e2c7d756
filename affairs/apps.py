"""Democratic management as an installed app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AffairsConfig(AppConfig):
    """The public-affairs board; seeds its catalogue after every migration."""

    name = "affairs"
    verbose_name = "民主管理"

    def ready(self) -> None:
        from affairs.seeds import seed

        post_migrate.connect(seed, sender=self)
