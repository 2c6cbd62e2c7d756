"""The ground floor as an installed app."""

from django.apps import AppConfig

from unionoffice.seeding import seed_after_migrating


class OfficeConfig(AppConfig):
    """Registers every audited model once all apps are loaded, and seeds the rules after every migration."""

    name = "unionoffice"
    verbose_name = "基础"

    def ready(self) -> None:
        from unionoffice.audit import register_models
        from unionoffice.seeds import seed

        register_models()
        seed_after_migrating(self, seed)
