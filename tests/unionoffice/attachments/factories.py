"""Files of records for tests, with their bytes on the tests' disk."""

import hashlib

import factory
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from finance.enums import EntryStatus
from tests.finance.factories import EntryFactory
from tests.members.factories import AccountFactory
from tests.unionoffice.attachments.files import PDF
from unionoffice.attachments import Attachment, Kind
from unionoffice.sources import SourceRef


class AttachmentFactory(factory.django.DjangoModelFactory):
    """The invoice of an entry that waits for the chair."""

    class Meta:
        model = Attachment
        skip_postgeneration_save = True

    source = factory.LazyFunction(lambda: SourceRef.to(EntryFactory(status=EntryStatus.SUBMITTED)))
    name = "发票.pdf"
    kind = Kind.PDF
    size = len(PDF)
    digest = hashlib.sha256(PDF).hexdigest()
    uploaded_by = factory.SubFactory(AccountFactory)

    @factory.post_generation
    def content(self, _create, given, **_kwargs):
        default_storage.save(self.path, ContentFile(given or PDF))
