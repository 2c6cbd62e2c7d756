"""What a model says that takes files."""

from dataclasses import dataclass

import rules
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLE = _("附件")


@dataclass(frozen=True)
class AttachmentRules:
    """Who adds files to a record, and who reads those that are more sensitive than the record itself.

    Both predicates are asked with user and record. A model declares it as `ATTACHMENTS`; whoever sees the record
    reads its other files. Whoever may add a file may also remove one, as long as the record takes any.
    """

    may_add: rules.Predicate
    reads_sensitive: rules.Predicate = rules.always_deny
    all_sensitive: bool = False
    """Every file is sensitive, as proof of an illness is: nobody is asked, so nobody forgets."""
    names_uploader: rules.Predicate = rules.always_allow
    """Who is told, asked like the others, who brought a file: a record may hide whose it is."""
    title: str | Promise = TITLE
    """What these files are called on the record's page."""
