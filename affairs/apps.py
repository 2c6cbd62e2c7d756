"""Democratic management as an installed app."""

from django.apps import AppConfig

from unionoffice.seeding import seed_after_migrating


class AffairsConfig(AppConfig):
    """The public-affairs board; seeds its catalogue after every migration."""

    name = "affairs"
    verbose_name = "民主管理"

    def ready(self) -> None:
        from affairs.seeds import seed

        seed_after_migrating(self, seed)
