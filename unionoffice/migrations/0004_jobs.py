import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("unionoffice", "0003_inbox"),
    ]

    operations = [
        migrations.CreateModel(
            name="ScheduledRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=80, verbose_name="工作")),
                ("day", models.DateField(verbose_name="日期")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="已尝试次数")),
                ("next_try_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="下次办理时间")),
                ("done_at", models.DateTimeField(null=True, verbose_name="完成时间")),
            ],
            options={
                "verbose_name": "每日工作",
                "verbose_name_plural": "每日工作",
                "ordering": ["-day", "key"],
                "constraints": [models.UniqueConstraint(fields=("key", "day"), name="once_a_day")],
            },
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=120, verbose_name="工作")),
                ("title", models.CharField(max_length=120, verbose_name="名称")),
                ("arguments", models.JSONField(default=dict, verbose_name="参数")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="申请时间")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "排队中"),
                            ("running", "进行中"),
                            ("done", "已完成"),
                            ("failed", "未完成"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("task_id", models.UUIDField(editable=False, null=True, verbose_name="队列编号")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="已尝试次数")),
                ("heartbeat_at", models.DateTimeField(null=True, verbose_name="最近活动时间")),
                ("done", models.PositiveIntegerField(default=0, verbose_name="已完成")),
                ("total", models.PositiveIntegerField(default=0, verbose_name="总数")),
                ("message", models.TextField(blank=True, verbose_name="说明")),
                ("result_url", models.CharField(blank=True, max_length=300, verbose_name="结果页面")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="结束时间")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="申请人",
                    ),
                ),
            ],
            options={
                "verbose_name": "后台工作",
                "verbose_name_plural": "后台工作",
                "ordering": ["-asked_at", "-pk"],
                "indexes": [models.Index(fields=["status", "heartbeat_at"], name="jobs_that_may_be_stale")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", False), ("status__in", ("done", "failed"))),
                            models.Q(
                                models.Q(("status__in", ("done", "failed")), _negated=True),
                                ("ended_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="ended_job_has_its_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "running"), _negated=True),
                            ("heartbeat_at__isnull", False),
                            _connector="OR",
                        ),
                        name="running_job_has_a_heartbeat",
                    ),
                ],
            },
        ),
    ]
