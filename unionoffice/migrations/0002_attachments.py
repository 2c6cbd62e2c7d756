import django.db.models.deletion
import unionoffice.attachments.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("unionoffice", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "source_model",
                    models.CharField(blank=True, editable=False, max_length=80, verbose_name="来源类型"),
                ),
                (
                    "source_key",
                    models.PositiveBigIntegerField(blank=True, editable=False, null=True, verbose_name="来源记录"),
                ),
                (
                    "token",
                    models.CharField(
                        default=unionoffice.attachments.models.new_token,
                        editable=False,
                        max_length=32,
                        unique=True,
                        verbose_name="存储名",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="文件名")),
                ("label", models.CharField(blank=True, max_length=60, verbose_name="说明")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("jpeg", "JPEG 照片"),
                            ("png", "PNG 图片"),
                            ("webp", "WebP 图片"),
                            ("pdf", "PDF 文件"),
                            ("docx", "Word 文档"),
                            ("xlsx", "Excel 表格"),
                            ("pptx", "PowerPoint 演示文稿"),
                            ("doc", "旧版 Word 文档"),
                            ("xls", "旧版 Excel 表格"),
                            ("ppt", "旧版 PowerPoint 演示文稿"),
                            ("text", "纯文本"),
                        ],
                        max_length=8,
                        verbose_name="类型",
                    ),
                ),
                ("size", models.PositiveIntegerField(verbose_name="大小（字节）")),
                ("digest", models.CharField(max_length=64, verbose_name="文件摘要")),
                ("sensitive", models.BooleanField(default=False, verbose_name="内部材料")),
                ("uploaded_at", models.DateTimeField(auto_now_add=True, verbose_name="上传时间")),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="上传人",
                    ),
                ),
            ],
            options={
                "verbose_name": "附件",
                "verbose_name_plural": "附件",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["source_model", "source_key"], name="files_of_a_record")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source_key__isnull", False)), name="file_has_its_record"
                    ),
                ],
            },
        ),
    ]
