"""Who sees and keeps what the office is set up with, and who reads the trail of everything."""

from unionoffice.roles import Role, holds

opens_settings = holds(Role.SECRETARY, Role.CHAIR)
"""The chair reads what the secretary keeps."""
keeps_settings = holds(Role.SECRETARY)

opens_trail = holds(Role.SECRETARY, Role.CHAIR, Role.AUDITOR)
sees_every_trail = holds(Role.SECRETARY, Role.CHAIR)
"""Entries of records that don't say to whom they are visible."""
