import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("unionoffice", "0005_settings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ColumnAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(editable=False, max_length=40, verbose_name="导入内容")),
                ("head", models.CharField(max_length=200, verbose_name="文件中的列")),
                ("column", models.CharField(blank=True, max_length=60, verbose_name="对应的列")),
                ("answered_at", models.DateTimeField(verbose_name="确定时间")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="确定人",
                    ),
                ),
            ],
            options={
                "verbose_name": "列的对应",
                "verbose_name_plural": "列的对应",
                "ordering": ["kind", "head"],
                "constraints": [models.UniqueConstraint(fields=("kind", "head"), name="one_answer_a_head")],
            },
        ),
    ]
