"""Files of records: what is taken, how it is kept, and who may read it. The pages are in `unionoffice.pages`."""

from unionoffice.attachments.kinds import ACCEPT, Kind
from unionoffice.attachments.models import Attachment
from unionoffice.attachments.photos import square, thumbnail
from unionoffice.attachments.rights import AttachmentRules
from unionoffice.attachments.services import (
    attach,
    attachments_of,
    copy_attachments,
    remove_attachment,
    remove_attachments,
    rights_of,
    taken_in,
)

__all__ = [
    "ACCEPT",
    "Attachment",
    "AttachmentRules",
    "Kind",
    "attach",
    "attachments_of",
    "copy_attachments",
    "remove_attachment",
    "remove_attachments",
    "rights_of",
    "square",
    "taken_in",
    "thumbnail",
]
