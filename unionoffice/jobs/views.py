"""The page of a job."""

from django.utils.translation import gettext_lazy as _

from unionoffice.jobs import permissions
from unionoffice.jobs.enums import JobStatus
from unionoffice.jobs.models import Job
from unionoffice.pages import Action, Badge, Fact, RecordPage, label_of
from unionoffice.templatetags.office import moment
from unionoffice.tones import Tone

TONES = {
    JobStatus.WAITING: Tone.WAITS,
    JobStatus.RUNNING: Tone.ACTIVE,
    JobStatus.DONE: Tone.DONE,
    JobStatus.FAILED: Tone.OFFICIAL,
}


class JobView(RecordPage):
    """How far a job is: the page asks again by itself until the job has ended."""

    permission = permissions.opens_job
    model = Job
    select_related = ("asked_by",)

    def get_badge(self) -> Badge:
        """Where the job stands."""
        return Badge(label_of(JobStatus, self.record.status), TONES[JobStatus(self.record.status)])

    def get_facts(self) -> list[Fact]:
        """Who asked and when, and how it ended."""
        job = self.record
        return [
            Fact(_("申请人"), job.asked_by),
            Fact(_("申请时间"), moment(job.asked_at, self.on)),
            Fact(_("结束时间"), moment(job.ended_at, self.on) if job.ended_at else ""),
            Fact(_("已尝试次数"), job.attempts),
        ]

    def get_actions(self) -> list[Action]:
        """To what came of it."""
        return [Action(str(_("查看结果")), self.record.result_url)] if self.record.result_url else []
