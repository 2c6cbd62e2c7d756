"""The tests' settings with the rivals beside the office: Django's admin and django-import-export."""

from tests.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin", "import_export"]  # noqa: F405
ROOT_URLCONF = "tests.benchmarks.urls"
SILENCED_SYSTEM_CHECKS = ["admin.E408", "admin.E409", "admin.E410"]
