"""Settings for tests: the office's own, with fixed secrets, quick password hashes and no need of collected files."""

import os

os.environ.setdefault("SECRET_KEY", "tests-only-" + "k" * 50)
os.environ.setdefault("SALT_KEY", "tests-only-" + "s" * 50)

from unionoffice.settings import *  # noqa: F403 -- the environment must be set first

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",
    "members.accounts.hashers.FirstPasswordHasher",
]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# The live server would hand out what was last collected, however old: here is nothing, so it asks for the sources.
STATIC_ROOT = VAR_DIR / "never-collected"  # noqa: F405
