"""Style sheets, scripts and drawings: which of them are collected for serving."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class AssetsConfig(StaticFilesConfig):
    """Collects of the look's package only the two files that pages load.

    The rest is 40 MB, and some of it names files that the package leaves out, which stops collecting.
    """

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "libs",
        "types",
        "flags",
        "payments",
        "social",
        "tabler-*",
        "*.rtl.*",
        "*.esm.*",
        "tabler.css*",
        "tabler.js*",
    ]
