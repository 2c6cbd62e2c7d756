"""A school may set somebody who agrees after the approver."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

STATES = [
    ("draft", "草稿"),
    ("submitted", "待审批"),
    ("endorsed", "待会签"),
    ("returned", "已退回"),
    ("approved", "待公开"),
    ("published", "公开中"),
    ("corrected", "已更正"),
    ("taken_down", "已撤下"),
    ("archived", "已归档"),
    ("discarded", "已作废"),
]


class Migration(migrations.Migration):
    dependencies = [("affairs", "0011_surveys"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddField(
            model_name="disclosure",
            name="second_role",
            field=models.CharField(blank=True, default="", editable=False, max_length=20, verbose_name="会签角色"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="disclosure",
            name="endorsed_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="首签账号",
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="endorser",
            field=models.CharField(blank=True, default="", editable=False, max_length=60, verbose_name="首签人"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="disclosure",
            name="endorsed_on",
            field=models.DateField(editable=False, null=True, verbose_name="首签日期"),
        ),
        migrations.AlterField(
            model_name="disclosure",
            name="approver",
            field=models.CharField(blank=True, editable=False, max_length=120, verbose_name="审批人"),
        ),
        migrations.AlterField(
            model_name="disclosure",
            name="status",
            field=models.CharField(
                choices=STATES, default="draft", editable=False, max_length=12, verbose_name="状态"
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by__isnull", True),
                    ("endorsed_by__isnull", True),
                    models.Q(("approved_by", models.F("endorsed_by")), _negated=True),
                    _connector="OR",
                ),
                name="second_approver_is_somebody_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("endorsed_by__isnull", True),
                        ("endorsed_on__isnull", True),
                        ("endorser", ""),
                        ("second_role", ""),
                    ),
                    models.Q(
                        models.Q(("second_role", ""), _negated=True),
                        ("endorsed_by__isnull", False),
                        ("endorsed_on__isnull", False),
                        models.Q(("endorser", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="endorsed_exactly_where_a_second_follows",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "endorsed"), _negated=True),
                    models.Q(("second_role", ""), _negated=True),
                    _connector="OR",
                ),
                name="endorsed_for_a_second",
            ),
        ),
    ]
