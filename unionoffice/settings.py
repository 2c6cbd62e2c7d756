"""Settings of the office. What differs between schools comes from the environment or from `.env`."""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
VAR_DIR.mkdir(exist_ok=True)

env = environ.Env()
env.read_env(BASE_DIR / ".env")

# --- Secrets and where we are reached -------------------------------------------------------------------

SECRET_KEY = env.str("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
SALT_KEY = env.list("SALT_KEY")
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# HTTPS is the rule for a school; `make run` serves plain HTTP on the loopback address only.
HTTPS = env.bool("HTTPS", default=False)
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)

SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
# HSTS for the school's other hosts, and preloading, aren't ours to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Seconds without a sign of life until a session ends: `members.accounts.presence` renews it.
SESSION_COOKIE_AGE = 30 * 60

# --- The house -------------------------------------------------------------------------------------------

# Each area's face to the floors below it (`unionoffice/areas.py`), from the ground up.
AREAS = (
    "members.area.area",
    "affairs.area.area",
    "finance.area.area",
    "congress.area.area",
    "welfare.area.area",
    "activities.area.area",
    "reports.area.area",
)

INSTALLED_APPS = [
    "unionoffice",
    "members",
    "affairs",
    "finance",
    "congress",
    "welfare",
    "activities",
    "reports",
    "auditlog",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "unionoffice.assets.AssetsConfig",
    "django.forms",
]

# Below these, requests are stripped of what tells who asks (docs/decisions/0018-anonymous-letters.md).
INCOGNITO_PATHS = ("/letters/anonymous/", "/letters/follow/", "/board/objections/")

MIDDLEWARE = [
    "unionoffice.incognito.IncognitoMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "members.accounts.presence.PresenceMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "members.accounts.gates.GateMiddleware",
    "unionoffice.audit.AuditMiddleware",
    "unionoffice.rules.RulesMiddleware",
    "members.views.merges.MergedRecordsMiddleware",
]

ROOT_URLCONF = "unionoffice.urls"
WSGI_APPLICATION = "unionoffice.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "unionoffice.templatetags.office",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "unionoffice.pages.frame",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

CSRF_FAILURE_VIEW = "unionoffice.views.stale_form"

# --- Data ------------------------------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'office.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # With Django's defaults three of four writers that meet fail as locked; FULL loses no acknowledged write.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
# Counters of failed sign-ins must be the same for every worker process: never in process memory.
CACHES = {"default": env.cache_url("CACHE_URL", default="dbcache://office_cache")}

# --- Accounts --------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "members.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "members.accounts.hashers.FirstPasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("employee_no", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "reports:desk"
ACCOUNT_ADAPTER = "members.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {"login": "members.forms.SignInForm", "change_password": "members.forms.ChangePasswordForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "employee_no"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = True
# The office's computers are shared: a session ends with the browser, and nobody is asked.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# A whole school sits behind one router: per address the limit is high. Per account the library's limit makes way for
# a lock that the trail tells of and the secretary can open. That failures are limited and idle sign-ins end is asked
# for by 网络安全等级保护基本要求 (GB/T 22239—2019, 8.1.4.1); the numbers are ours: five slips happen to people, and
# fifteen minutes leave a guesser fewer than 500 guesses a day.
ACCOUNT_RATE_LIMITS = {"login": "3000/m/ip", "login_failed": "600/m/ip"}
SIGN_IN_FAILURES = 5
SIGN_IN_LOCK_MINUTES = 15

# --- Language, time, files -------------------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
# Scripts that stand on packages: `make` puts each together in one file.
BUNDLES_DIR = VAR_DIR / "bundles"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    BUNDLES_DIR,
    ("tabler", BASE_DIR / "node_modules" / "@tabler" / "core" / "dist"),
    ("echarts", BASE_DIR / "node_modules" / "echarts" / "dist"),
    # Built for browsers of some years ago too; the character maps are for papers that don't bring their Chinese type.
    ("pdfjs", BASE_DIR / "node_modules" / "pdfjs-dist" / "legacy" / "build"),
    ("pdfjs/cmaps", BASE_DIR / "node_modules" / "pdfjs-dist" / "cmaps"),
    ("pdfjs/fonts", BASE_DIR / "node_modules" / "pdfjs-dist" / "standard_fonts"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Maps are for those who debug, and slow to compress.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("jpg", "jpeg", "png", "gif", "webp", "zip", "gz", "br", "woff", "woff2", "map")
MEDIA_ROOT = VAR_DIR / "media"
ICONS_DIR = BASE_DIR / "node_modules" / "@tabler" / "icons" / "icons"
FONTS_DIR = VAR_DIR / "fonts"
STROKES_FILE = BASE_DIR / "node_modules" / "cnchar-order" / "cnchar.order.min.js"

# Bytes. An office's largest workbook, some 10,000 rows of 22 columns, has about 2 MB.
UPLOAD_MAX_BYTES = 20 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- Notices and work behind the scenes --------------------------------------------------------------------

# Where people reach the office: links in e-mails and in chat groups begin with it.
SITE_URL = env.str("SITE_URL", default=f"{'https' if HTTPS else 'http'}://{ALLOWED_HOSTS[0]}").rstrip("/")
MAIL_IS_SET_UP = bool(env.str("EMAIL_URL", default=""))
if MAIL_IS_SET_UP:
    vars().update(env.email_url("EMAIL_URL"))
    DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default=vars()["EMAIL_HOST_USER"])
EMAIL_TIMEOUT = 10

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# A job whose worker has given no sign of life for so long is taken up again by the next one.
JOB_STALE_SECONDS = env.float("JOB_STALE_SECONDS", default=120)

# --- What a page may load: our own files only, and nothing written into the page --------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

# --- Audit -----------------------------------------------------------------------------------------------

AUDITLOG_LOGENTRY_MODEL = "unionoffice.LogEntry"
AUDITLOG_DISABLE_ON_RAW_SAVE = True
# Ours takes the place of the library's table: its migrations would leave an empty one behind, in the way of a flush.
MIGRATION_MODULES = {"auditlog": None}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
