"""Rounds of approval are kept, with comments on passages; somebody may approve in another's place."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import unionoffice.richtext


class Migration(migrations.Migration):
    dependencies = [("affairs", "0004_catalogue"), ("members", "0013_merges")]

    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("round_no", models.PositiveSmallIntegerField(verbose_name="第几次送审")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "待审批"),
                            ("recalled", "已撤回"),
                            ("returned", "已退回"),
                            ("approved", "已同意"),
                            ("taken_back", "同意后退回"),
                        ],
                        default="waiting",
                        max_length=12,
                        verbose_name="结果",
                    ),
                ),
                ("matter", models.CharField(max_length=60, verbose_name="公开目录")),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                ("body", unionoffice.richtext.RichTextField(verbose_name="正文")),
                ("correction_note", models.CharField(blank=True, max_length=200, verbose_name="更正说明")),
                (
                    "stage",
                    models.CharField(
                        choices=[("before", "事前公开"), ("during", "事中公开"), ("after", "事后公开")],
                        max_length=10,
                        verbose_name="公开阶段",
                    ),
                ),
                (
                    "reach",
                    models.CharField(
                        choices=[("staff", "全体教职工"), ("public", "社会")], max_length=10, verbose_name="公开范围"
                    ),
                ),
                ("period_code", models.CharField(blank=True, max_length=20, verbose_name="所属时段")),
                ("publish_on", models.DateField(null=True, verbose_name="何日公开")),
                ("posted_until", models.DateField(null=True, verbose_name="公开至")),
                ("files", models.JSONField(default=list, verbose_name="附件")),
                ("submitted_on", models.DateField(verbose_name="提交日期")),
                ("decider", models.CharField(blank=True, max_length=60, verbose_name="审批人")),
                ("decided_on", models.DateField(null=True, verbose_name="审批日期")),
                ("comment", models.TextField(blank=True, verbose_name="审批意见")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审批账号",
                    ),
                ),
                (
                    "disclosure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="affairs.disclosure",
                        verbose_name="公开事项",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提交人",
                    ),
                ),
            ],
            options={
                "verbose_name": "送审记录",
                "verbose_name_plural": "送审记录",
                "ordering": ["disclosure", "-round_no"],
            },
        ),
        migrations.CreateModel(
            name="PassageComment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField(verbose_name="第几段")),
                ("quote", models.CharField(max_length=300, verbose_name="原文")),
                ("text", models.CharField(max_length=500, verbose_name="批注")),
                ("made_on", models.DateField(verbose_name="批注日期")),
                ("done_on", models.DateField(null=True, verbose_name="改好日期")),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="修改人",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="批注人",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="affairs.submission",
                        verbose_name="送审记录",
                    ),
                ),
            ],
            options={
                "verbose_name": "批注",
                "verbose_name_plural": "批注",
                "ordering": ["submission", "place", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Opened",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("opened_on", models.DateField(verbose_name="打开日期")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审批账号",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to="affairs.submission",
                        verbose_name="送审记录",
                    ),
                ),
            ],
            options={
                "verbose_name": "已打开",
                "verbose_name_plural": "已打开",
            },
        ),
        migrations.CreateModel(
            name="Deputyship",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sphere",
                    models.CharField(
                        choices=[("school", "校务"), ("union", "会务")], max_length=10, verbose_name="公开事务"
                    ),
                ),
                ("from_on", models.DateField(verbose_name="自何日起")),
                ("to_on", models.DateField(verbose_name="至何日止")),
                ("reason", models.CharField(max_length=60, verbose_name="原因")),
                ("named_on", models.DateField(verbose_name="委托日期")),
                ("ended_on", models.DateField(null=True, verbose_name="提前结束日期")),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deputyships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="代理人",
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="given_deputyships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审批人",
                    ),
                ),
            ],
            options={
                "verbose_name": "代理审批",
                "verbose_name_plural": "代理审批",
                "ordering": ["-from_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("to_on__gte", models.F("from_on"))), name="deputyship_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("named_by", models.F("deputy")), _negated=True),
                        name="nobody_deputises_for_themselves",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="deputyship_has_a_reason"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(fields=("disclosure", "round_no"), name="one_round_of_a_number"),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "waiting")), fields=("disclosure",), name="one_round_waits"
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", True), ("decider", ""), ("status", "waiting")),
                    models.Q(
                        models.Q(("status", "waiting"), _negated=True),
                        ("decided_on__isnull", False),
                        models.Q(("decider", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="round_decided_exactly_when_over",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ("returned", "taken_back")), _negated=True),
                    models.Q(("comment", ""), _negated=True),
                    _connector="OR",
                ),
                name="round_given_back_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="passagecomment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_by__isnull", True), ("done_on__isnull", True)),
                    models.Q(("done_by__isnull", False), ("done_on__isnull", False)),
                    _connector="OR",
                ),
                name="passage_done_by_somebody_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="opened",
            constraint=models.UniqueConstraint(fields=("submission", "account"), name="opened_once_by_one"),
        ),
    ]
