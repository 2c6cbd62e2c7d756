import django.db.models.deletion
import unionoffice.privacy
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("members", "0005_organisation")]

    operations = [
        migrations.CreateModel(
            name="RosterImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="文件名")),
                ("digest", models.CharField(max_length=64, verbose_name="文件摘要")),
                ("new", models.PositiveIntegerField(verbose_name="新增")),
                ("changed", models.PositiveIntegerField(verbose_name="变更")),
                ("unchanged", models.PositiveIntegerField(verbose_name="不变")),
                ("absent", models.PositiveIntegerField(default=0, verbose_name="表中没有的人")),
                ("applied_at", models.DateTimeField(verbose_name="导入时间")),
                ("taken_back_at", models.DateTimeField(null=True, verbose_name="收回时间")),
                (
                    "journal",
                    unionoffice.privacy.SecretField(
                        blank=True, default="", editable=False, null=True, verbose_name="导入经过"
                    ),
                ),
                (
                    "applied_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="导入人",
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收回人",
                    ),
                ),
            ],
            options={
                "verbose_name": "花名册导入",
                "verbose_name_plural": "花名册导入",
                "ordering": ["-applied_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(
                            ("taken_back_at__isnull", False), ("taken_back_by__isnull", True), _connector="OR"
                        ),
                        name="taken_back_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=Q(("taken_back_at__isnull", True), ("journal__isnull", True), _connector="OR"),
                        name="taken_back_is_forgotten",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="member",
            name="came_with",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="people",
                to="members.rosterimport",
                verbose_name="随哪次导入登记",
            ),
        ),
    ]
