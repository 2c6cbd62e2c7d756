"""Who may do what with surveys. Nobody reads an answer before the end, and never whose it was."""

from typing import Any

import rules

from affairs.enums import SurveyStatus
from affairs.permissions.supervision import OFFICERS
from unionoffice.roles import Role, User, holds, signed_in
from unionoffice.states import in_state

keeps_surveys = holds(*OFFICERS)
sees_all_surveys = keeps_surveys | holds(Role.PRINCIPAL, Role.PARTY_SECRETARY)
"""Others see those that they are asked to answer, while they run; what came out is disclosed."""

answers_surveys = signed_in
"""Whether there is anything to answer the frozen roll says."""


@rules.predicate
def was_answered_here(_user: User, survey: Any) -> bool:
    """Whether it ran in the office: of one that was recorded afterwards there are only numbers."""
    return not survey.recorded_late


may_mend_survey = keeps_surveys & in_state(SurveyStatus.DRAFT)
may_open_survey = may_mend_survey
may_discard_survey = may_mend_survey
may_remind_survey = keeps_surveys & in_state(SurveyStatus.OPEN)
may_close_survey = keeps_surveys & in_state(SurveyStatus.OPEN)
may_copy_survey = keeps_surveys & was_answered_here & in_state(SurveyStatus.CLOSED)
reads_survey_results = sees_all_surveys & was_answered_here & in_state(SurveyStatus.CLOSED)
may_attach_to_survey = keeps_surveys
