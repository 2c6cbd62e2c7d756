"""Who may do what with incoming and outgoing documents."""

from affairs.enums import DocumentStatus
from unionoffice.roles import Role, holds, signed_in
from unionoffice.states import in_state

keeps_documents = holds(Role.SECRETARY)
"""Keeps the register, forwards, and sees to it that what is asked for is done."""

knows_internal_documents = holds(Role.SECRETARY, Role.CHAIR)
"""Need to know: all others read an internal document only where it was forwarded to them."""

reads_register = holds(Role.SECRETARY, Role.CHAIR, Role.PRINCIPAL, Role.PARTY_SECRETARY, Role.VICE_PRINCIPAL)
opens_documents = signed_in
"""Everybody reads what was forwarded to them."""

_STANDS = in_state(DocumentStatus.FILED, DocumentStatus.PENDING, DocumentStatus.DONE)

may_mend_document = keeps_documents & _STANDS
may_forward_document = keeps_documents & _STANDS
may_finish_document = keeps_documents & in_state(DocumentStatus.PENDING)
may_void_document = keeps_documents & _STANDS
may_attach_to_document = keeps_documents & _STANDS
sees_receipts = knows_internal_documents | reads_register
"""Who of those it went to has read it is between them and the office."""
