import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import unionoffice.privacy


class Migration(migrations.Migration):
    dependencies = [("members", "0006_rosters")]

    operations = [
        migrations.AddField(
            model_name="member",
            name="keeps_lunar_birthday",
            field=models.BooleanField(default=False, verbose_name="过农历生日"),
        ),
        migrations.CreateModel(
            name="Portrait",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("image", models.BinaryField(verbose_name="照片")),
                ("digest", models.CharField(max_length=64, verbose_name="照片摘要")),
                (
                    "member",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="portrait",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
            ],
            options={
                "verbose_name": "照片",
                "verbose_name_plural": "照片",
            },
        ),
        migrations.CreateModel(
            name="Child",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "name",
                    unionoffice.privacy.SecretField(
                        blank=True, default="", max_length=60, null=True, verbose_name="姓名"
                    ),
                ),
                (
                    "gender",
                    models.CharField(
                        blank=True, choices=[("male", "男"), ("female", "女")], max_length=10, verbose_name="性别"
                    ),
                ),
                ("birth_date", models.DateField(verbose_name="出生日期")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
            ],
            options={
                "verbose_name": "子女",
                "verbose_name_plural": "子女",
                "ordering": ["birth_date", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CorrectionRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("field", models.CharField(max_length=30, verbose_name="更正项目")),
                (
                    "proposed",
                    unionoffice.privacy.SecretField(
                        blank=True, default="", max_length=500, null=True, verbose_name="应为"
                    ),
                ),
                (
                    "explanation",
                    unionoffice.privacy.SecretField(
                        blank=True, default="", max_length=500, null=True, verbose_name="说明"
                    ),
                ),
                ("requested_on", models.DateField(verbose_name="申请日期")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "待处理"), ("corrected", "已更正"), ("declined", "不予更正")],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=200, verbose_name="答复")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="办理日期")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="办理人",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="members.member",
                        verbose_name="申请人",
                    ),
                ),
            ],
            options={
                "verbose_name": "更正申请",
                "verbose_name_plural": "更正申请",
                "ordering": ["-requested_on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "open")), fields=("member", "field"), name="one_open_correction"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_by__isnull", True), ("decided_on__isnull", True), ("status", "open")),
                            models.Q(
                                models.Q(("status", "open"), _negated=True),
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="correction_decided_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "declined"), _negated=True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="declined_with_a_reason",
                    ),
                ],
            },
        ),
    ]
