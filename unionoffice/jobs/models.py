"""Long work that somebody asked for."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionoffice.jobs.enums import ENDED, JobStatus
from unionoffice.jobs.permissions import sees_all_jobs


class JobQuerySet(models.QuerySet["Job"]):
    """Questions asked of jobs."""

    def visible_to(self, user: Any) -> Self:
        """One's own; all for who looks after the office."""
        if not user.is_authenticated:
            return self.none()
        return self if sees_all_jobs.test(user) else self.filter(asked_by=user)


class Job(models.Model):
    """One piece of long work: how far it is, whether its worker lives, where it led."""

    UNAUDITED = "Says how far a piece of work is; what the work changes is in the trail of the records it changes."

    kind = models.CharField(_("工作"), max_length=120)
    title = models.CharField(_("名称"), max_length=120)
    arguments = models.JSONField(_("参数"), default=dict)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("申请人")
    )
    asked_at = models.DateTimeField(_("申请时间"), default=timezone.now)
    status = models.CharField(_("状态"), max_length=10, choices=JobStatus, default=JobStatus.WAITING)
    task_id = models.UUIDField(_("队列编号"), null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("已尝试次数"), default=0)
    heartbeat_at = models.DateTimeField(_("最近活动时间"), null=True)
    done = models.PositiveIntegerField(_("已完成"), default=0)
    total = models.PositiveIntegerField(_("总数"), default=0)
    message = models.TextField(_("说明"), blank=True)
    result_url = models.CharField(_("结果页面"), max_length=300, blank=True)
    ended_at = models.DateTimeField(_("结束时间"), null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("后台工作")
        verbose_name_plural = verbose_name
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["status", "heartbeat_at"], name="jobs_that_may_be_stale")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=ENDED, ended_at__isnull=False)
                | (~Q(status__in=ENDED) & Q(ended_at__isnull=True)),
                name="ended_job_has_its_time",
            ),
            models.CheckConstraint(
                condition=~Q(status=JobStatus.RUNNING) | Q(heartbeat_at__isnull=False),
                name="running_job_has_a_heartbeat",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The job's page."""
        return reverse("job", args=[self.pk])

    @property
    def has_ended(self) -> bool:
        """Nothing more will happen."""
        return self.status in ENDED
