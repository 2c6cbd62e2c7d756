"""Sittings, leave from them, and who left the room."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("congress", "0004_preparation"),
        ("members", "0014_histories_in_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Sitting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("session", "大会全体会议"),
                            ("constituency", "选举单位会议"),
                            ("committee", "委员会会议"),
                            ("all_staff", "全体教职工会议"),
                            ("all_members", "全体会员会议"),
                        ],
                        default="session",
                        max_length=12,
                        verbose_name="会议类型",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="第几单元")),
                ("title", models.CharField(max_length=60, verbose_name="名称")),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "待召开"), ("opened", "会议中"), ("closed", "已结束")],
                        default="planned",
                        editable=False,
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("day", models.DateField(verbose_name="日期")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="开始时间")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="结束时间")),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="地点")),
                ("due_count", models.PositiveIntegerField(editable=False, null=True, verbose_name="应到人数")),
                (
                    "present_count",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="开会时实到人数"),
                ),
                ("needed_count", models.PositiveIntegerField(editable=False, null=True, verbose_name="法定人数")),
                (
                    "quorum_rule",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="法定人数依据"),
                ),
                ("opened_at", models.DateTimeField(editable=False, null=True, verbose_name="宣布开会")),
                ("closed_at", models.DateTimeField(editable=False, null=True, verbose_name="宣布结束")),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.committee",
                        verbose_name="委员会",
                    ),
                ),
                (
                    "constituency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sittings",
                        to="congress.constituency",
                        verbose_name="选举单位",
                    ),
                ),
                (
                    "joint_with",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joined_by",
                        to="congress.sitting",
                        verbose_name="合并召开",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="开会登记人",
                    ),
                ),
                (
                    "presider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="presided_sittings",
                        to="members.member",
                        verbose_name="主持人",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sittings",
                        to="congress.session",
                        verbose_name="所属大会",
                    ),
                ),
            ],
            options={
                "verbose_name": "单元会议",
                "verbose_name_plural": "单元会议",
                "ordering": ["-day", "-starts_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Leave",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=200, verbose_name="请假事由")),
                (
                    "status",
                    models.CharField(
                        choices=[("asked", "待审批"), ("granted", "已准假"), ("declined", "未准假")],
                        default="asked",
                        editable=False,
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("asked_on", models.DateField(editable=False, verbose_name="申请日期")),
                ("decided_on", models.DateField(editable=False, null=True, verbose_name="审批日期")),
                ("comment", models.CharField(blank=True, editable=False, max_length=200, verbose_name="未准假原因")),
                (
                    "decided_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审批人",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leaves",
                        to="congress.sitting",
                        verbose_name="会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "会议请假",
                "verbose_name_plural": "会议请假",
                "ordering": ["-asked_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Exit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("left_at", models.DateTimeField(verbose_name="离场时间")),
                ("returned_at", models.DateTimeField(null=True, verbose_name="返回时间")),
                (
                    "attendance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exits",
                        to="members.attendance",
                        verbose_name="出席",
                    ),
                ),
            ],
            options={
                "verbose_name": "离场",
                "verbose_name_plural": "离场",
                "ordering": ["left_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("returned_at", None)),
                        fields=("attendance",),
                        name="out_of_the_room_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("returned_at__isnull", True), ("returned_at__gte", models.F("left_at")), _connector="OR"
                        ),
                        name="exit_in_order",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="sitting",
            index=models.Index(fields=["status", "day"], name="sittings_by_state_and_day"),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "session"), ("session__isnull", True), _connector="XOR"),
                name="sitting_of_a_session",
            ),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(("session__isnull", True), ("number__isnull", False), _connector="XOR"),
                name="sittings_of_sessions_are_numbered",
            ),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "constituency"), ("constituency__isnull", True), _connector="XOR"),
                name="sitting_of_a_constituency",
            ),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "committee"), ("committee__isnull", True), _connector="XOR"),
                name="sitting_of_a_committee",
            ),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.UniqueConstraint(fields=("session", "number"), name="one_sitting_of_a_number"),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(("joint_with", models.F("pk")), _negated=True), name="sitting_joint_with_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_at__isnull", True),
                    ("ends_at__isnull", True),
                    ("ends_at__gt", models.F("starts_at")),
                    _connector="OR",
                ),
                name="sitting_ends_after_it_starts",
                violation_error_message="结束时间应当晚于开始时间。",
            ),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("quorum_rule", ""),
                        ("status", "planned"),
                        ("due_count__isnull", True),
                        ("needed_count__isnull", True),
                        ("opened_at__isnull", True),
                        ("opened_by__isnull", True),
                        ("present_count__isnull", True),
                    ),
                    models.Q(
                        models.Q(("status", "planned"), _negated=True),
                        models.Q(("quorum_rule", ""), _negated=True),
                        ("due_count__isnull", False),
                        ("needed_count__isnull", False),
                        ("opened_at__isnull", False),
                        ("opened_by__isnull", False),
                        ("present_count__isnull", False),
                        ("present_count__gte", models.F("needed_count")),
                        ("present_count__lte", models.F("due_count")),
                    ),
                    _connector="OR",
                ),
                name="sitting_opened_with_a_quorum",
            ),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(("status", "closed"), ("closed_at__isnull", True), _connector="XOR"),
                name="sitting_closed_exactly_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="leave",
            constraint=models.UniqueConstraint(fields=("sitting", "member"), name="one_leave_a_sitting"),
        ),
        migrations.AddConstraint(
            model_name="leave",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_by__isnull", True), ("decided_on__isnull", True), ("status", "asked")),
                    models.Q(
                        models.Q(("status", "asked"), _negated=True),
                        ("decided_by__isnull", False),
                        ("decided_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="leave_decided_exactly_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="leave",
            constraint=models.CheckConstraint(
                condition=models.Q(("status", "declined"), ("comment", ""), _connector="XOR"),
                name="leave_declined_with_a_reason",
            ),
        ),
    ]
