"""Members as an installed app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class MembersConfig(AppConfig):
    """Member records, organisation and accounts; seeds its audiences after every migration."""

    name = "members"
    verbose_name = "会员"

    def ready(self) -> None:
        """Listen to sign-ins, and to migrations."""
        from members.accounts import presence  # noqa: F401 -- it listens once it is imported
        from members.seeds import seed

        post_migrate.connect(seed, sender=self)
