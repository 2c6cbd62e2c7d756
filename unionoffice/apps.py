"""The ground floor as an installed app."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """Registers every audited model once all apps are loaded."""

    name = "unionoffice"
    verbose_name = "基础"

    def ready(self) -> None:
        from unionoffice.audit import register_models

        register_models()
