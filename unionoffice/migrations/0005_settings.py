import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("unionoffice", "0004_jobs")]

    operations = [
        migrations.CreateModel(
            name="SpecialDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(unique=True, verbose_name="日期")),
                (
                    "kind",
                    models.CharField(
                        choices=[("off", "放假"), ("worked", "上班")], max_length=10, verbose_name="安排"
                    ),
                ),
                ("label", models.CharField(max_length=60, verbose_name="事由")),
                ("source", models.CharField(max_length=200, verbose_name="依据")),
            ],
            options={
                "verbose_name": "特殊日期",
                "verbose_name_plural": "特殊日期",
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="StrokeOrder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("character", models.CharField(max_length=1, unique=True, verbose_name="字")),
                (
                    "strokes",
                    models.CharField(
                        max_length=64,
                        validators=[
                            django.core.validators.RegexValidator("^[1-5]+$", "笔顺只用数字1至5，按书写顺序填写。")
                        ],
                        verbose_name="笔顺",
                    ),
                ),
            ],
            options={
                "verbose_name": "笔顺",
                "verbose_name_plural": "笔顺",
                "ordering": ["character"],
            },
        ),
        migrations.AddField(
            model_name="rulesetting",
            name="choices",
            field=models.JSONField(blank=True, default=list, verbose_name="选项"),
        ),
        migrations.AddField(
            model_name="rulesetting",
            name="kind",
            field=models.CharField(
                choices=[
                    ("flag", "是或否"),
                    ("count", "个数"),
                    ("days", "天数"),
                    ("money", "金额"),
                    ("percent", "百分比"),
                    ("choice", "选项"),
                ],
                default="flag",
                max_length=10,
                verbose_name="类型",
            ),
        ),
        migrations.AddField(
            model_name="rulesetting",
            name="unit",
            field=models.CharField(blank=True, max_length=20, verbose_name="单位"),
        ),
        migrations.AddField(
            model_name="schoolprofile",
            name="contract_staff",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="在册教职工人数"),
        ),
        migrations.AddField(
            model_name="schoolprofile",
            name="logo",
            field=models.BinaryField(default=b"", verbose_name="校徽图片"),
        ),
        migrations.AddField(
            model_name="schoolprofile",
            name="logo_name",
            field=models.CharField(blank=True, editable=False, max_length=64, verbose_name="校徽"),
        ),
        migrations.AddField(
            model_name="schoolprofile",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="unionprofile",
            name="founding_document",
            field=models.CharField(blank=True, max_length=120, verbose_name="成立批复"),
        ),
        migrations.AddField(
            model_name="unionprofile",
            name="legal_id_from",
            field=models.DateField(blank=True, null=True, verbose_name="法人资格证有效期自"),
        ),
        migrations.AddField(
            model_name="unionprofile",
            name="legal_id_until",
            field=models.DateField(blank=True, null=True, verbose_name="法人资格证有效期至"),
        ),
        migrations.AddField(
            model_name="unionprofile",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
        ),
        migrations.CreateModel(
            name="SchoolSpan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "kind",
                    models.CharField(
                        choices=[("term", "学期"), ("vacation", "假期")], max_length=10, verbose_name="类别"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("first_day", models.DateField(verbose_name="第一天")),
                ("last_day", models.DateField(verbose_name="最后一天")),
            ],
            options={
                "verbose_name": "学期与假期",
                "verbose_name_plural": "学期与假期",
                "ordering": ["first_day", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))), name="span_ends_after_start"
                    )
                ],
            },
        ),
    ]
