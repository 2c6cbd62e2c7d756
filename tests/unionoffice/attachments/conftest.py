"""A disk of the test's own, and records that take files."""

import pytest
from django.core.files.storage import default_storage

from finance.enums import EntryStatus
from tests.finance.factories import EntryFactory
from tests.welfare.factories import VisitFactory
from unionoffice.attachments import Attachment


@pytest.fixture
def disk(settings, tmp_path):
    """The names of the files under MEDIA_ROOT, as often as it is asked."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }
    return lambda: sorted(path.name for path in (tmp_path / "media").rglob("*") if path.is_file())


@pytest.fixture
def entry(db):
    return EntryFactory(status=EntryStatus.SUBMITTED)


@pytest.fixture
def visit(db):
    return VisitFactory(number="2026-031", member__name="林芳")


@pytest.fixture
def stored(disk, django_capture_on_commit_callbacks):
    """Keeps a file with a record as a committed request does: `stored(entry, upload, by=secretary)`."""
    from unionoffice.attachments import attach

    def keep(record, upload, *, by, **kwargs) -> Attachment:
        with django_capture_on_commit_callbacks(execute=True):
            return attach(record, upload, by=by, **kwargs)

    return keep


def content_of(attachment):
    with default_storage.open(attachment.path) as file:
        return file.read()
