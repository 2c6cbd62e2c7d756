import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import unionoffice.untraceable


class Migration(migrations.Migration):
    dependencies = [("affairs", "0002_rich_text"), ("members", "0013_merges")]

    operations = [
        migrations.CreateModel(
            name="BoardVisit",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="账号",
                    ),
                ),
                ("before_day", models.DateField(verbose_name="上次来访")),
                ("before_known", models.JSONField(default=list, verbose_name="上次来访当日已公开的")),
                ("seen_at", models.DateTimeField(verbose_name="这次来访")),
                ("seen_day", models.DateField(verbose_name="这次来访之日")),
                ("seen_known", models.JSONField(default=list, verbose_name="这次来访当日已公开的")),
            ],
            options={
                "verbose_name": "来访",
                "verbose_name_plural": "来访",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("before_day__lte", models.F("seen_day"))), name="visits_in_their_order"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sphere",
                    models.CharField(
                        choices=[("school", "校务"), ("union", "会务")], max_length=10, verbose_name="公开事务"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("number", models.PositiveIntegerField(verbose_name="编号")),
                ("staff", models.PositiveIntegerField(default=0, verbose_name="教职工阅读次数")),
                ("outside", models.PositiveIntegerField(default=0, verbose_name="校外阅读次数")),
            ],
            options={
                "verbose_name": "阅读次数",
                "verbose_name_plural": "阅读次数",
                "ordering": ["sphere", "year", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("sphere", "year", "number"), name="one_count_of_a_matter")
                ],
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        default=unionoffice.untraceable.random_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "sphere",
                    models.CharField(
                        choices=[("school", "校务"), ("union", "会务")], max_length=10, verbose_name="公开事务"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("number", models.PositiveIntegerField(verbose_name="编号")),
                ("day", models.DateField(verbose_name="日期")),
                ("inside", models.BooleanField(verbose_name="教职工")),
                ("reader", models.CharField(max_length=64, unique=True, verbose_name="读者摘要")),
            ],
            options={
                "verbose_name": "阅读",
                "verbose_name_plural": "阅读",
                "ordering": ["id"],
                "abstract": False,
                "indexes": [models.Index(fields=["sphere", "year", "number"], name="readings_of_a_matter")],
            },
        ),
    ]
