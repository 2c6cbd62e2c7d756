import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0010_committees")]

    operations = [
        migrations.CreateModel(
            name="RetirementAge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("man", "男职工"),
                            ("woman_cadre", "原法定退休年龄为五十五周岁的女职工"),
                            ("woman_worker", "原法定退休年龄为五十周岁的女职工"),
                        ],
                        max_length=20,
                        verbose_name="适用人员",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="自何日起")),
                ("old_age", models.PositiveSmallIntegerField(verbose_name="原退休年龄（月）")),
                ("new_age", models.PositiveSmallIntegerField(verbose_name="延迟后的退休年龄（月）")),
                ("months_a_step", models.PositiveSmallIntegerField(verbose_name="每几个月延迟一个月")),
                ("source", models.TextField(verbose_name="依据")),
            ],
            options={
                "verbose_name": "法定退休年龄",
                "verbose_name_plural": "法定退休年龄",
                "ordering": ["category", "-valid_from"],
                "constraints": [
                    models.UniqueConstraint(fields=("category", "valid_from"), name="one_retirement_age_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(("new_age__gte", models.F("old_age"))), name="retirement_age_rises"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("months_a_step__gt", 0)), name="retirement_age_rises_in_steps"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(editable=False, max_length=64, unique=True, verbose_name="订阅地址")),
                ("made_on", models.DateField(verbose_name="生成日期")),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_key",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="账号",
                    ),
                ),
            ],
            options={"verbose_name": "日历订阅", "verbose_name_plural": "日历订阅"},
        ),
    ]
