"""How proposals are handled: extensions, reminders, promises that are followed up, and those chosen."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("congress", "0007_writing"),
        ("members", "0014_histories_in_order"),
    ]

    operations = [
        migrations.AddField(
            model_name="proposal",
            name="expected_on",
            field=models.DateField(editable=False, null=True, verbose_name="预计完成日期"),
        ),
        migrations.AddField(
            model_name="proposal",
            name="outstanding_by",
            field=models.CharField(blank=True, editable=False, max_length=100, verbose_name="评选决定"),
        ),
        migrations.AddField(
            model_name="proposal",
            name="outstanding_on",
            field=models.DateField(editable=False, null=True, verbose_name="评为优秀提案的日期"),
        ),
        migrations.AddField(
            model_name="proposal",
            name="priority_on",
            field=models.DateField(editable=False, null=True, verbose_name="列为重点提案的日期"),
        ),
        migrations.AddField(
            model_name="proposal",
            name="supervisor",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="members.member",
                verbose_name="督办领导",
            ),
        ),
        migrations.AddField(
            model_name="answer",
            name="expected_on",
            field=models.DateField(null=True, verbose_name="预计完成日期"),
        ),
        migrations.AddField(
            model_name="answer",
            name="without",
            field=models.CharField(blank=True, max_length=200, verbose_name="缺少协办意见的说明"),
        ),
        migrations.AddField(
            model_name="assistance",
            name="due_on",
            field=models.DateField(editable=False, null=True, verbose_name="意见期限"),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("expected_on__isnull", True), ("result__in", ("b", "c")), _connector="OR"),
                name="expected_where_promised",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("priority_on__isnull", True), ("supervisor__isnull", True)),
                    models.Q(("priority_on__isnull", False), ("supervisor__isnull", False)),
                    _connector="OR",
                ),
                name="priority_has_supervisor",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outstanding_by", ""), ("outstanding_on__isnull", True)),
                    models.Q(
                        ("outstanding_on__isnull", False),
                        ("status__in", ("followed", "closed")),
                        models.Q(("outstanding_by", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="outstanding_once_rated",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(("expected_on__isnull", True), ("result__in", ("b", "c")), _connector="OR"),
                name="answer_promises_by_a_day",
            ),
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="congress.proposal",
                        verbose_name="提案",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.department",
                        verbose_name="主办部门",
                    ),
                ),
                ("due_was", models.DateField(verbose_name="原期限")),
                ("until", models.DateField(verbose_name="延期至")),
                ("reason", models.CharField(max_length=500, verbose_name="延期理由")),
                (
                    "decider",
                    models.CharField(
                        choices=[("secretary", "工会秘书"), ("leader", "校领导")],
                        max_length=10,
                        verbose_name="由谁审批",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "待审批"),
                            ("granted", "同意延期"),
                            ("refused", "不同意延期"),
                            ("dropped", "不再需要"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=10,
                        verbose_name="审批结果",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="申请人",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="申请日期")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审批人",
                    ),
                ),
                ("decided_on", models.DateField(null=True, verbose_name="审批日期")),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="审批意见")),
            ],
            options={
                "verbose_name": "延期申请",
                "verbose_name_plural": "延期申请",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "asked")), fields=("proposal",), name="one_extension_asked_for"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("due_was"))), name="extension_gives_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                                ("status__in", ("granted", "refused")),
                            ),
                            models.Q(
                                models.Q(("status__in", ("granted", "refused")), _negated=True),
                                ("decided_by__isnull", True),
                                ("decided_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="extension_decided_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "refused"), _negated=True),
                            models.Q(("remark", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="extension_refused_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="congress.proposal",
                        verbose_name="提案",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("ahead", "答复到期前提醒"),
                            ("late", "答复逾期催办"),
                            ("escalated", "答复长期逾期，报校领导"),
                            ("opinion", "协办意见到期前提醒"),
                            ("promise_ahead", "落实到期前提醒"),
                            ("promise_late", "落实逾期催办"),
                        ],
                        max_length=14,
                        verbose_name="事由",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="期限")),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="第几次")),
                ("sent_on", models.DateField(verbose_name="提醒日期")),
            ],
            options={
                "verbose_name": "提案提醒",
                "verbose_name_plural": "提案提醒",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("proposal", "stage", "due_on", "round"), name="remind_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="congress.proposal",
                        verbose_name="提案",
                    ),
                ),
                ("noted_on", models.DateField(verbose_name="日期")),
                ("text", models.CharField(max_length=500, verbose_name="落实进展")),
                ("expected_on", models.DateField(null=True, verbose_name="预计完成日期")),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "落实进展",
                "verbose_name_plural": "落实进展",
                "ordering": ["noted_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="follow_up_says_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Acknowledgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acknowledgements",
                        to="congress.proposal",
                        verbose_name="提案",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="反馈人",
                    ),
                ),
                ("told_on", models.DateField(verbose_name="办结日期")),
                ("is_done", models.BooleanField(verbose_name="已经落实")),
                ("comment", models.CharField(blank=True, max_length=500, verbose_name="反馈意见")),
                ("given_on", models.DateField(verbose_name="反馈日期")),
            ],
            options={
                "verbose_name": "落实反馈",
                "verbose_name_plural": "落实反馈",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("proposal", "member", "told_on"), name="acknowledge_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_done", True), models.Q(("comment", ""), _negated=True), _connector="OR"
                        ),
                        name="undone_says_why",
                    ),
                ],
            },
        ),
    ]
