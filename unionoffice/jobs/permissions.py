"""Who sees which job."""

from unionoffice.roles import Role, holds, signed_in

opens_job = signed_in
"""Whether there is anything to open is decided by `visible_to`."""

sees_all_jobs = holds(Role.SECRETARY)
"""Looks after what others started."""
