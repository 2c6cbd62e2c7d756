"""Who may read what is gathered from all areas."""

from unionoffice.roles import Role, holds, signed_in

opens_desk = signed_in

reads_summary = holds(Role.CHAIR, Role.SECRETARY)
"""The summary tells of money and of everybody: for those who answer for it."""

exports_clean_summary = holds(Role.CHAIR)
"""Without the word 草稿 on every page: it is the chair who lets a summary out."""
