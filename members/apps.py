"""Members as an installed app."""

from django.apps import AppConfig

from unionoffice.seeding import seed_after_migrating


class MembersConfig(AppConfig):
    """Member records, organisation and accounts; seeds its audiences after every migration."""

    name = "members"
    verbose_name = "会员"

    def ready(self) -> None:
        """Listen to sign-ins, and to migrations."""
        from members.accounts import presence  # noqa: F401 -- it listens once it is imported
        from members.seeds import seed

        seed_after_migrating(self, seed)
