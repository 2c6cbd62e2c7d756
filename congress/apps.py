"""The staff congress as an installed app."""

from django.apps import AppConfig


class CongressConfig(AppConfig):
    """Proposals from draft to rating, and later terms, sessions and votes."""

    name = "congress"
    verbose_name = "教代会"
