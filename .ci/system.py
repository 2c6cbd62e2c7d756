"""Brings onto the machine what pip and npm can't: system libraries, fonts, a browser, a database server.

`python3 .ci/system.py run|test|postgres` looks for each thing itself rather than for its Debian package, so that a
machine that has them from elsewhere passes. What is missing comes through apt where it exists and we may use it;
elsewhere the script says exactly what to install and stops. It runs before anything is installed and must do with
the standard library.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

FANGSONG_FILE = Path("var/fonts/FandolFang-Regular.otf")
TEX_FONTS = Path("usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")


@dataclass(frozen=True)
class Need:
    package: str
    what: str
    is_there: Callable[[], bool]


def has_library(name: str) -> bool:
    for file_name in (f"{name}.so.0", f"{name}.0.dylib"):
        try:
            ctypes.CDLL(file_name)
        except OSError:
            continue
        return True
    return False


def has_font(pattern: str) -> bool:
    if shutil.which("fc-list") is None:
        return False
    return bool(subprocess.run(["fc-list", pattern], capture_output=True, check=True).stdout)


def has_command(name: str) -> bool:
    return shutil.which(name) is not None


def has_ensurepip() -> bool:
    return Path(".venv/bin/python").exists() or importlib.util.find_spec("ensurepip") is not None


def has_postgres() -> bool:
    return has_command("initdb") or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def has_msgfmt_if_needed() -> bool:
    return has_command("msgfmt") or not any(Path("locale").glob("*/LC_MESSAGES/*.po"))


def library(package: str, name: str) -> Need:
    return Need(package, name, partial(has_library, name))


def font(package: str, pattern: str) -> Need:
    return Need(package, pattern, partial(has_font, pattern))


def command(package: str, name: str) -> Need:
    return Need(package, name, partial(has_command, name))


# 仿宋, the text face of official papers: one file of a package of 49 MB, which is read and not installed.
FANGSONG = Need("texlive-lang-chinese", f"{FANGSONG_FILE} (TeX: fandol)", FANGSONG_FILE.exists)

RUN = (
    Need(f"python{sys.version_info.major}.{sys.version_info.minor}-venv", "Python's ensurepip", has_ensurepip),
    Need("gettext", "msgfmt", has_msgfmt_if_needed),
    library("libpango-1.0-0", "libpango-1.0"),
    library("libpangoft2-1.0-0", "libpangoft2-1.0"),
    # Without it WeasyPrint subsets Chinese fonts in Python: 14 s a page instead of 0.2 s.
    library("libharfbuzz-subset0", "libharfbuzz-subset"),
    command("fontconfig", "fc-list"),
    font("fonts-noto-cjk", "Noto Serif CJK SC:bold"),
    font("fonts-noto-cjk", "Noto Sans CJK SC:bold"),
    font("fonts-noto-cjk-extra", "Noto Serif CJK SC:black"),
    font("fonts-lxgw-wenkai", "LXGW WenKai"),
    FANGSONG,
)
TEST = (
    *RUN,
    Need("chromium", "/usr/bin/chromium", Path("/usr/bin/chromium").exists),
    command("poppler-utils", "pdftoppm"),
)
POSTGRES = (Need("postgresql", "PostgreSQL server: initdb, pg_ctl", has_postgres),)
PURPOSES = {"run": RUN, "test": TEST, "postgres": POSTGRES}


class Apt:
    """Debian's apt-get. Its lists are brought up to date once, and only when something is missing."""

    def __init__(self) -> None:
        self.exists = has_command("apt-get")
        self._as_root = self._way_to_root()
        self.may_install = self.exists and self._as_root is not None
        self._is_updated = False

    @staticmethod
    def _way_to_root() -> list[str] | None:
        """The words to put before a command, or None where we are neither root nor have sudo without a password."""
        if os.geteuid() == 0:
            return []
        sudo = ["sudo", "--non-interactive"]
        if has_command("sudo") and subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0:
            return sudo
        return None

    def install(self, packages: list[str]) -> None:
        self._update()
        self._run("install", "--yes", "--no-install-recommends", *packages)

    def download(self, package: str, folder: Path) -> Path:
        """Fetch the package's file without installing it, for which we needn't be root."""
        if self.may_install:
            self._update()
        self._run("download", package, folder=folder)
        return next(folder.glob("*.deb"))

    def _update(self) -> None:
        if not self._is_updated:
            self._run("update")
            self._is_updated = True

    def _run(self, verb: str, *arguments: str, folder: Path | None = None) -> None:
        # dpkg refuses to work without sbin, which `su` and an empty environment leave out.
        path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin", "/sbin"])
        settings = ["DEBIAN_FRONTEND=noninteractive", f"PATH={path}"]
        # The sandbox user can't write where a download goes.
        options = ["-qq", "-o", "Acquire::Retries=3", "-o", "Dpkg::Use-Pty=0", "-o", "APT::Sandbox::User=root"]
        call = [*(self._as_root or []), "env", *settings, "apt-get", *options, verb, *arguments]
        subprocess.run(call, check=True, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def place_fangsong(apt: Apt) -> None:
    """Take the font from a TeX installation, else out of Debian's package."""
    with tempfile.TemporaryDirectory() as scratch:
        source = "/" / TEX_FONTS / FANGSONG_FILE.name
        if not source.exists():
            package = apt.download(FANGSONG.package, Path(scratch))
            subprocess.run(["dpkg-deb", "--extract", package, scratch], check=True)
            source = scratch / TEX_FONTS / FANGSONG_FILE.name
        FANGSONG_FILE.parent.mkdir(parents=True, exist_ok=True)
        unfinished = FANGSONG_FILE.with_suffix(".unfinished")
        shutil.copyfile(source, unfinished)
        unfinished.rename(FANGSONG_FILE)


def explain(missing: list[Need]) -> str:
    """What a person has to do where we can't do it."""
    packages = " ".join(dict.fromkeys(need.package for need in missing))
    return "\n".join(
        [
            "本机缺少以下软件，程序无法自行安装。请先安装，再重新运行原来的命令。",
            "This machine lacks what follows and we can't install it. Please do, then repeat your command.",
            *(f"  - {need.what}" for need in missing),
            "Debian, Ubuntu:",
            "  sudo apt-get update",
            f"  sudo apt-get install --no-install-recommends {packages}",
        ]
    )


def main(purpose: str) -> None:
    needs = PURPOSES[purpose]
    missing = [need for need in needs if not need.is_there()]
    if not missing:
        return
    apt = Apt()
    packages = list(dict.fromkeys(need.package for need in missing if need is not FANGSONG))
    if not apt.exists or (packages and not apt.may_install):
        sys.exit(explain(missing))
    try:
        if packages:
            print("Installing", *packages, flush=True)
            apt.install(packages)
        if FANGSONG in missing:
            print("Fetching", FANGSONG_FILE, flush=True)
            place_fangsong(apt)
    except subprocess.CalledProcessError:
        print("安装没有成功，原因见上。 / Installing failed for the reason above.", file=sys.stderr)
        sys.exit(explain([need for need in needs if not need.is_there()]))


main(sys.argv[1])
