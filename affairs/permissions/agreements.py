"""Who may do what with collective agreements: a signed one (集体合同) is made known to all staff."""

from affairs.enums import BINDING, REWRITABLE_AGREEMENTS, SIGNED_ONCE, AgreementStatus
from unionoffice.roles import Role, holds, signed_in
from unionoffice.states import in_state

keeps_agreements = holds(Role.CHAIR, Role.SECRETARY, Role.WOMEN_OFFICER)
"""Negotiates in the union's name and keeps the file."""

sees_all_agreements = keeps_agreements | holds(Role.PRINCIPAL, Role.PARTY_SECRETARY)
"""Also what isn't signed yet, and what checks of it found."""

opens_agreements = signed_in
reads_agreement_checks = sees_all_agreements

may_mend_agreement = keeps_agreements & in_state(*REWRITABLE_AGREEMENTS)
may_begin_talks = keeps_agreements & in_state(AgreementStatus.DRAFT)
may_record_round = keeps_agreements & in_state(AgreementStatus.NEGOTIATING)
may_pass_agreement = keeps_agreements & in_state(AgreementStatus.NEGOTIATING)
may_reopen_talks = keeps_agreements & in_state(AgreementStatus.PASSED)
may_sign_agreement = keeps_agreements & in_state(AgreementStatus.PASSED)
may_file_agreement = keeps_agreements & in_state(AgreementStatus.SIGNED)
may_end_agreement = keeps_agreements & in_state(*BINDING)
may_renew_agreement = keeps_agreements & in_state(*BINDING, AgreementStatus.EXPIRED)
may_check_agreement = keeps_agreements & in_state(*SIGNED_ONCE)
may_discard_agreement = keeps_agreements & in_state(*REWRITABLE_AGREEMENTS)
may_attach_to_agreement = keeps_agreements & ~in_state(AgreementStatus.DISCARDED)
