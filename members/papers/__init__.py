"""Papers of members: attendance and goods, committees, handovers. Ruled tables whose head repeats on every sheet."""

from members.papers.attendance import attendance_sheet, sign_off_sheet
from members.papers.changes import application_form, change_sheet, introduction_letter
from members.papers.committees import committee_names, committee_roll, organisation_chart_paper
from members.papers.first_passwords import first_password_sheet
from members.papers.handovers import handover_paper
from members.papers.milestones import milestone_sheet

__all__ = [
    "application_form",
    "attendance_sheet",
    "change_sheet",
    "committee_names",
    "committee_roll",
    "first_password_sheet",
    "handover_paper",
    "introduction_letter",
    "milestone_sheet",
    "organisation_chart_paper",
    "sign_off_sheet",
]
