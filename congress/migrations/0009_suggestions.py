"""Suggestions and the drives that ask for them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("congress", "0008_handling"),
        ("members", "0014_histories_in_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SuggestionDrive",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                ("title", models.CharField(max_length=60, verbose_name="活动名称")),
                ("theme", models.TextField(max_length=1000, verbose_name="征集内容")),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "未开始"), ("open", "征集中"), ("concluded", "已结束")],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="征集自")),
                ("to_on", models.DateField(verbose_name="征集至")),
                ("publishes", models.BooleanField(default=True, verbose_name="结束后公布已答复的建议")),
                ("outcome", models.TextField(blank=True, editable=False, max_length=2000, verbose_name="活动总结")),
                ("concluded_on", models.DateField(editable=False, null=True, verbose_name="结束日期")),
                (
                    "audience",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestion_drives",
                        to="members.audience",
                        verbose_name="征集范围",
                    ),
                ),
            ],
            options={
                "verbose_name": "合理化建议征集活动",
                "verbose_name_plural": "合理化建议征集活动",
                "ordering": ["-from_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                ("number", models.CharField(editable=False, max_length=20, unique=True, verbose_name="编号")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("filed", "待分办"),
                            ("handling", "办理中"),
                            ("answered", "已答复"),
                            ("followed", "落实中"),
                            ("done", "已落实"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="filed",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("teaching", "教育教学"),
                            ("management", "学校管理"),
                            ("staff", "队伍建设"),
                            ("pay", "薪酬待遇"),
                            ("welfare", "生活福利"),
                            ("logistics", "后勤保障"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="类别",
                    ),
                ),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                ("text", models.TextField(max_length=4100, verbose_name="内容")),
                ("show_name", models.BooleanField(default=True, verbose_name="公开我的姓名")),
                ("may_publish", models.BooleanField(default=False, verbose_name="答复后全体教职工可以看到")),
                ("handed_in_on", models.DateField(editable=False, verbose_name="提出日期")),
                ("due_on", models.DateField(editable=False, null=True, verbose_name="答复期限")),
                ("answer", models.TextField(blank=True, editable=False, max_length=4000, verbose_name="答复内容")),
                ("answered_on", models.DateField(editable=False, null=True, verbose_name="答复日期")),
                (
                    "adoption",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("adopted", "采纳"),
                            ("partly", "部分采纳"),
                            ("declined", "未采纳"),
                            ("noted", "留作参考"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="采纳情况",
                    ),
                ),
                ("fulfilment", models.CharField(blank=True, editable=False, max_length=500, verbose_name="落实情况")),
                ("done_on", models.DateField(editable=False, null=True, verbose_name="落实日期")),
                ("is_outstanding", models.BooleanField(default=False, editable=False, verbose_name="优秀建议")),
                (
                    "answered_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="答复人",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="members.member",
                        verbose_name="提出人",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.department",
                        verbose_name="承办部门",
                    ),
                ),
                (
                    "from_proposal",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestion",
                        to="congress.proposal",
                        verbose_name="原提案",
                    ),
                ),
                (
                    "drive",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="congress.suggestiondrive",
                        verbose_name="征集活动",
                    ),
                ),
            ],
            options={
                "verbose_name": "意见建议",
                "verbose_name_plural": "意见建议",
                "ordering": ["-handed_in_on", "-pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="suggestiondrive",
            constraint=models.CheckConstraint(
                condition=models.Q(("to_on__gte", models.F("from_on"))), name="suggestion_drive_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestiondrive",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("concluded_on__isnull", False),
                        ("status", "concluded"),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("status", "concluded"), _negated=True),
                        ("concluded_on__isnull", True),
                        ("outcome", ""),
                    ),
                    _connector="OR",
                ),
                name="concluded_drive_has_its_outcome",
            ),
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(fields=["status", "due_on"], name="suggestions_by_due_day"),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "handling"), _negated=True),
                    models.Q(("department__isnull", False), ("due_on__isnull", False)),
                    _connector="OR",
                ),
                name="suggestion_due_from_a_department",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answered_by__isnull", False),
                        ("answered_on__isnull", False),
                        ("status__in", ("answered", "followed", "done")),
                        models.Q(("answer", ""), _negated=True),
                        models.Q(("adoption", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("status__in", ("answered", "followed", "done")), _negated=True),
                        ("adoption", ""),
                        ("answer", ""),
                        ("answered_by__isnull", True),
                        ("answered_on__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="suggestion_answered_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("adoption__in", ("adopted", "partly")), ("status__in", ("followed", "done"))),
                    models.Q(
                        models.Q(("status__in", ("followed", "done")), _negated=True),
                        models.Q(("adoption__in", ("adopted", "partly")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="adopted_suggestion_is_followed",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("done_on__isnull", False), ("status", "done"), models.Q(("fulfilment", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("status", "done"), _negated=True), ("done_on__isnull", True), ("fulfilment", "")
                    ),
                    _connector="OR",
                ),
                name="suggestion_done_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_outstanding", False), ("status__in", ("answered", "followed", "done")), _connector="OR"
                ),
                name="outstanding_suggestion_is_answered",
            ),
        ),
    ]
