"""Reports as an installed app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Gathers from every area; holds no records of its own yet."""

    name = "reports"
    verbose_name = "总结"
