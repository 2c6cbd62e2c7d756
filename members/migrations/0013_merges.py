import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import unionoffice.privacy


class Migration(migrations.Migration):
    dependencies = [("members", "0012_accounts")]

    operations = [
        migrations.CreateModel(
            name="MergedMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("former_key", models.PositiveBigIntegerField(unique=True, verbose_name="原档案")),
                ("employee_no", models.CharField(max_length=20, verbose_name="原工号")),
                ("name", models.CharField(max_length=60, verbose_name="原姓名")),
                ("given_up_no", models.CharField(db_index=True, max_length=20, verbose_name="停用的工号")),
                ("merged_on", models.DateField(verbose_name="合并日期")),
                ("moved", models.JSONField(default=dict, verbose_name="转移的记录")),
                (
                    "former_values",
                    unionoffice.privacy.SecretField(
                        blank=True, default="", max_length=20000, null=True, verbose_name="原档案内容"
                    ),
                ),
                (
                    "closed_account",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closed_by_merge",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="停用的账号",
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merges",
                        to="members.member",
                        verbose_name="并入",
                    ),
                ),
                (
                    "merged_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="合并人",
                    ),
                ),
            ],
            options={
                "verbose_name": "档案合并",
                "verbose_name_plural": "档案合并",
                "ordering": ["-merged_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="DistinctPair",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("found_on", models.DateField(verbose_name="核对日期")),
                (
                    "found_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核对人",
                    ),
                ),
                (
                    "high",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="另一份档案",
                    ),
                ),
                (
                    "low",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="一份档案",
                    ),
                ),
            ],
            options={
                "verbose_name": "不是同一人",
                "verbose_name_plural": "不是同一人",
                "ordering": ["-found_on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("low", "high"), name="one_finding_a_pair"),
                    models.CheckConstraint(condition=models.Q(("low__lt", models.F("high"))), name="pair_in_order"),
                ],
            },
        ),
    ]
