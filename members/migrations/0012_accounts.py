import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import unionoffice.privacy


class Migration(migrations.Migration):
    dependencies = [("members", "0011_milestones")]

    operations = [
        migrations.CreateModel(
            name="FirstPasswordSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="开通时间")),
                ("count", models.PositiveIntegerField(verbose_name="账号数")),
                (
                    "content",
                    unionoffice.privacy.SecretField(blank=True, default="", null=True, verbose_name="初始密码"),
                ),
                ("destroyed_at", models.DateTimeField(blank=True, null=True, verbose_name="销毁时间")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="开通人",
                    ),
                ),
            ],
            options={
                "verbose_name": "初始密码单",
                "verbose_name_plural": "初始密码单",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="account",
            name="blocked_on",
            field=models.DateField(blank=True, null=True, verbose_name="停用日期"),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(("blocked_on", None), ("is_active", False), _connector="OR"),
                name="blocked_is_not_active",
            ),
        ),
    ]
