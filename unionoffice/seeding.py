"""When an app's seed is put in place: whenever migrations have made the database the one that the code knows."""

from collections.abc import Callable
from typing import Any

from django.apps import AppConfig, apps
from django.apps.registry import Apps
from django.db.models.signals import post_migrate


def seed_after_migrating(config: AppConfig, seed: Callable[[], None]) -> None:
    """Run an app's seed after every migration that leaves the database whole; the seed is safe to repeat.

    A migration that stops halfway (`manage.py migrate affairs 0005`) leaves tables and columns out that a seed may
    write to. Nothing is lost: the one that goes to the end puts it in place.
    """

    def receive(*, apps: Apps = apps, **_kwargs: Any) -> None:
        if is_whole(apps):
            seed()

    post_migrate.connect(receive, sender=config, weak=False, dispatch_uid=f"seed {config.label}")


def is_whole(migrated: Apps) -> bool:
    """Whether models as migrations have left them store exactly what those of the code do."""
    return migrated is apps or _columns(migrated) == _columns(apps)


def _columns(registry: Apps) -> set[tuple[str, str | None]]:
    return {
        (model._meta.db_table, field.column)
        for model in registry.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
    }
