import django.db.models.deletion
import django.utils.timezone
import unionoffice.privacy
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("unionoffice", "0002_attachments"),
    ]

    operations = [
        migrations.CreateModel(
            name="Robot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, verbose_name="群名")),
                (
                    "provider",
                    models.CharField(
                        choices=[("wecom", "企业微信"), ("dingtalk", "钉钉"), ("feishu", "飞书")],
                        editable=False,
                        max_length=10,
                        verbose_name="平台",
                    ),
                ),
                (
                    "url",
                    unionoffice.privacy.SecretField(
                        blank=True, default="", max_length=500, null=True, verbose_name="机器人地址"
                    ),
                ),
                (
                    "secret",
                    unionoffice.privacy.SecretField(
                        blank=True, default="", max_length=200, null=True, verbose_name="加签密钥"
                    ),
                ),
                ("is_active", models.BooleanField(default=True, editable=False, verbose_name="使用中")),
            ],
            options={
                "verbose_name": "群机器人",
                "verbose_name_plural": "群机器人",
                "ordering": ["-is_active", "name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=120, verbose_name="事由")),
                ("sentence", models.TextField(verbose_name="内容")),
                ("url", models.CharField(max_length=300, verbose_name="页面")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="时间")),
                ("read_at", models.DateTimeField(null=True, verbose_name="阅读时间")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收件人",
                    ),
                ),
            ],
            options={
                "verbose_name": "通知",
                "verbose_name_plural": "通知",
                "ordering": ["-made_at", "-pk"],
                "indexes": [
                    models.Index(fields=["account", "-made_at"], name="notices_of_an_account"),
                    models.Index(condition=models.Q(("read_at", None)), fields=["account"], name="unread_notices"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("account", "key"), name="noticed_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("url__startswith", "/"), models.Q(("url__startswith", "//"), _negated=True)
                        ),
                        name="notice_leads_into_the_office",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "邮件"), ("robot", "群消息")],
                        default="email",
                        max_length=10,
                        verbose_name="方式",
                    ),
                ),
                (
                    "address",
                    unionoffice.privacy.SecretField(
                        blank=True, default="", max_length=254, null=True, verbose_name="地址"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收件人",
                    ),
                ),
            ],
            options={
                "verbose_name": "接收通知的地址",
                "verbose_name_plural": "接收通知的地址",
                "constraints": [models.UniqueConstraint(fields=("user", "channel"), name="one_address_a_channel")],
            },
        ),
        migrations.CreateModel(
            name="OutboxMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "邮件"), ("robot", "群消息")], max_length=10, verbose_name="方式"
                    ),
                ),
                ("key", models.CharField(max_length=120, verbose_name="事由")),
                ("sentence", models.TextField(verbose_name="内容")),
                ("url", models.CharField(max_length=300, verbose_name="页面")),
                (
                    "status",
                    models.CharField(
                        choices=[("waiting", "待发送"), ("sent", "已发送"), ("failed", "发送失败")],
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="已尝试次数")),
                ("next_try_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="下次发送时间")),
                ("last_error", models.CharField(blank=True, max_length=200, verbose_name="未发出的原因")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="生成时间")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="发出时间")),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收件人",
                    ),
                ),
                (
                    "robot",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="unionoffice.robot",
                        verbose_name="群机器人",
                    ),
                ),
            ],
            options={
                "verbose_name": "发送记录",
                "verbose_name_plural": "发送记录",
                "ordering": ["-made_at", "-pk"],
                "indexes": [models.Index(fields=["status", "next_try_at"], name="messages_due")],
                "constraints": [
                    models.UniqueConstraint(fields=("account", "channel", "key"), name="one_message_a_person"),
                    models.UniqueConstraint(fields=("robot", "key"), name="one_message_a_group"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("account__isnull", False), ("channel", "email"), ("robot__isnull", True)),
                            models.Q(("account__isnull", True), ("channel", "robot"), ("robot__isnull", False)),
                            _connector="OR",
                        ),
                        name="message_to_a_person_or_a_group",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at__isnull", False), ("status", "sent")),
                            models.Q(models.Q(("status", "sent"), _negated=True), ("sent_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="sent_has_its_time",
                    ),
                ],
            },
        ),
    ]
