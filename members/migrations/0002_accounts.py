import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="account",
            name="must_change_password",
            field=models.BooleanField(default=False, verbose_name="须先修改密码"),
        ),
        migrations.CreateModel(
            name="FailedSignIn",
            fields=[
                (
                    "login_digest",
                    models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name="工号摘要"),
                ),
                ("times", models.PositiveSmallIntegerField(verbose_name="连续失败次数")),
                ("last_at", models.DateTimeField(db_index=True, verbose_name="最近一次")),
            ],
            options={
                "verbose_name": "登录失败",
                "verbose_name_plural": "登录失败",
            },
        ),
        migrations.CreateModel(
            name="SignIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("session_key", models.CharField(max_length=40, unique=True, verbose_name="会话")),
                ("address", models.GenericIPAddressField(null=True, verbose_name="网络地址")),
                ("agent", models.CharField(blank=True, max_length=300, verbose_name="浏览器")),
                ("started_at", models.DateTimeField(verbose_name="登录时间")),
                ("last_seen_at", models.DateTimeField(db_index=True, verbose_name="最近使用")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sign_ins",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="账号",
                    ),
                ),
            ],
            options={
                "verbose_name": "登录",
                "verbose_name_plural": "登录",
                "ordering": ["-last_seen_at", "-pk"],
            },
        ),
        migrations.AlterField(
            model_name="rolegrant",
            name="role",
            field=models.CharField(
                choices=[
                    ("chair", "工会主席"),
                    ("secretary", "工会秘书"),
                    ("treasurer", "会计"),
                    ("cashier", "出纳"),
                    ("auditor", "经审委员"),
                    ("welfare_officer", "生活委员"),
                    ("sports_officer", "文体委员"),
                    ("women_officer", "女工委员"),
                    ("organisation_officer", "组织委员"),
                    ("publicity_officer", "宣传委员"),
                    ("principal", "校长"),
                    ("party_secretary", "书记"),
                    ("vice_principal", "分管校领导"),
                    ("department_head", "部门负责人"),
                    ("group_leader", "小组长"),
                    ("delegate", "教代会代表"),
                    ("staff", "教职工"),
                ],
                max_length=30,
                verbose_name="角色",
            ),
        ),
    ]
