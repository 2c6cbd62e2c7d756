"""Democratic management as an installed app."""

from django.apps import AppConfig


class AffairsConfig(AppConfig):
    """The public-affairs board, and later notices, regulations, meetings and letters."""

    name = "affairs"
    verbose_name = "民主管理"
