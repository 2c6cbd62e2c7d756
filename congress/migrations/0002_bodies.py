"""Whose congress it is and who meets; what is known of a session of former times."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("congress", "0001_initial"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="session",
            options={
                "ordering": ["term__body", "-term__number", "-number"],
                "verbose_name": "会议",
                "verbose_name_plural": "会议",
            },
        ),
        migrations.AlterModelOptions(
            name="term",
            options={"ordering": ["body", "-number"], "verbose_name": "届", "verbose_name_plural": "届"},
        ),
        migrations.AddField(
            model_name="session",
            name="due_count",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="应到代表"),
        ),
        migrations.AddField(
            model_name="session",
            name="joint_with",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="joined_by",
                to="congress.session",
                verbose_name="合并召开",
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="place",
            field=models.CharField(blank=True, max_length=60, verbose_name="地点"),
        ),
        migrations.AddField(
            model_name="session",
            name="precision",
            field=models.CharField(
                choices=[("day", "到日"), ("month", "只知道月份"), ("term", "只知道学期"), ("year", "只知道年份")],
                default="day",
                max_length=8,
                verbose_name="日期准确程度",
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="present_count",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="实到代表"),
        ),
        migrations.AddField(
            model_name="session",
            name="theme",
            field=models.CharField(blank=True, max_length=60, verbose_name="会议主题"),
        ),
        migrations.AddField(
            model_name="term",
            name="assembly",
            field=models.CharField(
                choices=[("delegates", "代表大会"), ("everybody", "全体大会")],
                default="delegates",
                max_length=10,
                verbose_name="形式",
            ),
        ),
        migrations.AddField(
            model_name="term",
            name="body",
            field=models.CharField(
                choices=[("staff", "教职工代表大会"), ("union", "工会会员代表大会")],
                default="staff",
                max_length=5,
                verbose_name="会议",
            ),
        ),
        migrations.AlterField(
            model_name="session",
            name="status",
            field=models.CharField(
                choices=[("planned", "筹备中"), ("opened", "进行中"), ("held", "已召开")],
                default="planned",
                editable=False,
                max_length=8,
                verbose_name="状态",
            ),
        ),
        migrations.AlterField(
            model_name="term",
            name="number",
            field=models.PositiveSmallIntegerField(verbose_name="届次"),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("due_count__isnull", True), ("present_count__isnull", True)),
                    models.Q(
                        ("due_count__isnull", False),
                        ("present_count__isnull", False),
                        ("present_count__lte", models.F("due_count")),
                    ),
                    _connector="OR",
                ),
                name="session_present_of_those_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("joint_with", models.F("pk")), _negated=True), name="session_joint_with_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.UniqueConstraint(fields=("body", "number"), name="one_congress_term_of_a_number"),
        ),
    ]
