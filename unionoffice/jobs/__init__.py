"""Long work, done by the worker while a page shows how far it is."""

from unionoffice.jobs.models import Job
from unionoffice.jobs.running import JobKind, RunningJob, as_job, start_job

__all__ = ["Job", "JobKind", "RunningJob", "as_job", "start_job"]
