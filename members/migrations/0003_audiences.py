import django.db.models.deletion
import members.models.audiences
import members.models.gatherings
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0002_accounts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Audience",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("name", models.CharField(max_length=40, unique=True, verbose_name="名称")),
                ("rule", models.JSONField(validators=[members.models.audiences.check_stored], verbose_name="条件")),
                (
                    "key",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("staff", "全体在职教职工"),
                            ("union_members", "全体会员"),
                            ("women", "女教职工"),
                            ("retired", "退休教职工"),
                            ("new_teachers", "新教师"),
                            ("party_members", "全体党员"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="预置范围",
                    ),
                ),
            ],
            options={
                "verbose_name": "范围",
                "verbose_name_plural": "范围",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key", ""), _negated=True), fields=("key",), name="seeded_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Gathering",
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
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("on", models.DateField(verbose_name="日期")),
                ("admits_others", models.BooleanField(default=False, verbose_name="范围外的人也可以签到")),
                (
                    "secret",
                    models.CharField(
                        default=members.models.gatherings.new_secret,
                        editable=False,
                        max_length=32,
                        verbose_name="签到密钥",
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="开始签到")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="结束签到")),
                (
                    "audience",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gatherings",
                        to="members.audience",
                        verbose_name="范围",
                    ),
                ),
            ],
            options={
                "verbose_name": "签到",
                "verbose_name_plural": "签到",
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("present", "出席"), ("on_leave", "请假"), ("absent", "缺席")],
                        max_length=10,
                        verbose_name="出席情况",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("scan", "扫码"), ("hand", "手工"), ("import", "导入")],
                        max_length=10,
                        verbose_name="登记方式",
                    ),
                ),
                ("beyond", models.BooleanField(default=False, verbose_name="范围外")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
                (
                    "gathering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="members.gathering",
                        verbose_name="签到",
                    ),
                ),
            ],
            options={
                "verbose_name": "出席",
                "verbose_name_plural": "出席",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SignOffSheet",
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
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("on", models.DateField(verbose_name="发放日期")),
                ("per_head", models.CharField(max_length=100, verbose_name="每人领取")),
            ],
            options={
                "verbose_name": "签领表",
                "verbose_name_plural": "签领表",
                "ordering": ["-on", "-pk"],
                "indexes": [models.Index(fields=["source_model", "source_key"], name="sheets_of_a_record")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source_model", "source_key", "on", "title"), name="one_sheet_a_title"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source_key__isnull", False)), name="sheet_belongs_somewhere"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignOffLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("share", models.CharField(max_length=100, verbose_name="领取")),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="签领时间")),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[("screen", "本人在线"), ("paper", "本人纸质"), ("proxy", "代领")],
                        max_length=10,
                        verbose_name="签领方式",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_offs",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="代领人",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="members.signoffsheet",
                        verbose_name="签领表",
                    ),
                ),
            ],
            options={
                "verbose_name": "签领",
                "verbose_name_plural": "签领",
                "ordering": ["member__pinyin", "member__employee_no"],
            },
        ),
        migrations.AddIndex(
            model_name="gathering",
            index=models.Index(fields=["source_model", "source_key"], name="gatherings_of_a_record"),
        ),
        migrations.AddConstraint(
            model_name="gathering",
            constraint=models.UniqueConstraint(
                fields=("source_model", "source_key", "on", "title"), name="one_gathering_of_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="gathering",
            constraint=models.CheckConstraint(
                condition=models.Q(("source_key__isnull", False)), name="gathering_belongs_somewhere"
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(fields=("gathering", "member"), name="one_attendance_a_person"),
        ),
        migrations.AddConstraint(
            model_name="signoffline",
            constraint=models.UniqueConstraint(fields=("sheet", "member"), name="one_line_a_person"),
        ),
        migrations.AddConstraint(
            model_name="signoffline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recorded_by__isnull", True), ("signed_at__isnull", True), ("way", "")),
                    models.Q(
                        ("recorded_by__isnull", False),
                        ("signed_at__isnull", False),
                        models.Q(("way", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="signed_somehow_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="signoffline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_by__isnull", False), ("way", "proxy")),
                    models.Q(models.Q(("way", "proxy"), _negated=True), ("taken_by__isnull", True)),
                    _connector="OR",
                ),
                name="proxy_has_a_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="signoffline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("taken_by__isnull", True),
                    models.Q(("taken_by", models.F("member")), _negated=True),
                    _connector="OR",
                ),
                name="proxy_is_another",
            ),
        ),
    ]
