"""Members as an installed app."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """Member records, organisation and accounts."""

    name = "members"
    verbose_name = "会员"
