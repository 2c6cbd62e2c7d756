"""The catalogue gets an order, forms and a history; channels, paper copies and checks of the board come with it."""

import django.db.models.deletion
from django.db import migrations, models


def begin_history(apps, schema_editor):
    """What is in use holds as it stands, as long as anyone remembers."""
    alias = schema_editor.connection.alias
    duties = apps.get_model("affairs", "CatalogueDuty").objects.using(alias)
    items = apps.get_model("affairs", "CatalogueItem").objects.using(alias).filter(is_in_use=True)
    same = ("department_id", "timing", "interval", "stage")
    duties.bulk_create(
        duties.model(item=item, **{name: getattr(item, name) for name in same}) for item in items.iterator()
    )


class Migration(migrations.Migration):
    dependencies = [("affairs", "0003_board"), ("members", "0013_merges")]

    operations = [
        migrations.AlterModelOptions(
            name="catalogueitem",
            options={
                "ordering": ["sphere", "category", "position", "content"],
                "verbose_name": "公开目录",
                "verbose_name_plural": "公开目录",
            },
        ),
        migrations.RemoveConstraint(
            model_name="catalogueitem",
            name="interval_exactly_when_regular",
        ),
        migrations.AddField(
            model_name="catalogueitem",
            name="position",
            field=models.PositiveSmallIntegerField(
                default=100, help_text="数字小的排在本类别的前面。", verbose_name="排序号"
            ),
        ),
        migrations.AddField(
            model_name="catalogueitem",
            name="ways",
            field=models.JSONField(blank=True, default=list, verbose_name="公开形式"),
        ),
        migrations.AlterField(
            model_name="catalogueitem",
            name="interval",
            field=models.CharField(
                blank=True,
                choices=[
                    ("month", "每月"),
                    ("quarter", "每季度"),
                    ("half", "每半年"),
                    ("term", "每学期"),
                    ("year", "每年"),
                    ("school_year", "每学年"),
                ],
                max_length=12,
                verbose_name="公开周期",
            ),
        ),
        migrations.AddConstraint(
            model_name="catalogueitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("interval__in", ["month", "quarter", "half", "term", "year", "school_year"]),
                        ("timing", "regular"),
                    ),
                    models.Q(models.Q(("timing", "regular"), _negated=True), ("interval", "")),
                    _connector="OR",
                ),
                name="interval_exactly_when_regular",
            ),
        ),
        migrations.CreateModel(
            name="CatalogueDuty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "timing",
                    models.CharField(
                        choices=[("long", "长期公开"), ("regular", "定期公开"), ("anytime", "随时公开")],
                        max_length=10,
                        verbose_name="公开时限",
                    ),
                ),
                (
                    "interval",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("month", "每月"),
                            ("quarter", "每季度"),
                            ("half", "每半年"),
                            ("term", "每学期"),
                            ("year", "每年"),
                            ("school_year", "每学年"),
                        ],
                        max_length=12,
                        verbose_name="公开周期",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[("before", "事前公开"), ("during", "事中公开"), ("after", "事后公开")],
                        max_length=10,
                        verbose_name="公开阶段",
                    ),
                ),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="自何日起")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="至何日止")),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.department",
                        verbose_name="责任部门",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="affairs.catalogueitem",
                        verbose_name="公开目录",
                    ),
                ),
            ],
            options={
                "verbose_name": "公开要求",
                "verbose_name_plural": "公开要求",
                "ordering": [
                    "item",
                    models.OrderBy(models.F("from_on"), descending=True, nulls_last=True),
                    "-pk",
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="catalogueduty",
            constraint=models.UniqueConstraint(
                condition=models.Q(("to_on__isnull", True)), fields=("item",), name="one_standing_duty_an_item"
            ),
        ),
        migrations.AddConstraint(
            model_name="catalogueduty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("interval__in", ["month", "quarter", "half", "term", "year", "school_year"]),
                        ("timing", "regular"),
                    ),
                    models.Q(models.Q(("timing", "regular"), _negated=True), ("interval", "")),
                    _connector="OR",
                ),
                name="duty_interval_exactly_when_regular",
            ),
        ),
        migrations.AddConstraint(
            model_name="catalogueduty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_on__isnull", True),
                    ("from_on__isnull", True),
                    ("to_on__gte", models.F("from_on")),
                    _connector="OR",
                ),
                name="duty_in_order",
            ),
        ),
        migrations.CreateModel(
            name="CatalogueEdition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(editable=False, unique=True, verbose_name="版次")),
                ("issued_on", models.DateField(verbose_name="发布日期")),
                ("from_on", models.DateField(verbose_name="施行日期")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="发布说明")),
                ("rows", models.JSONField(editable=False, verbose_name="目录内容")),
            ],
            options={
                "verbose_name": "目录版本",
                "verbose_name_plural": "目录版本",
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="Channel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("board", "公开栏"),
                            ("wall", "墙报"),
                            ("meeting", "会议"),
                            ("web", "网页"),
                            ("document", "文件"),
                            ("letter", "家长信"),
                            ("card", "联系卡"),
                            ("phone", "公开电话"),
                            ("mailbox", "信箱"),
                            ("screen", "电子屏"),
                            ("other", "其他"),
                        ],
                        default="board",
                        max_length=10,
                        verbose_name="类型",
                    ),
                ),
                ("name", models.CharField(max_length=40, unique=True, verbose_name="名称")),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="地点")),
                ("content", models.TextField(blank=True, max_length=500, verbose_name="公开什么")),
                (
                    "timing",
                    models.CharField(
                        choices=[("long", "长期公开"), ("regular", "定期公开"), ("anytime", "随时公开")],
                        default="anytime",
                        max_length=10,
                        verbose_name="更新时限",
                    ),
                ),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="启用日期")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                (
                    "keeper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="管理人",
                    ),
                ),
            ],
            options={
                "verbose_name": "公开渠道",
                "verbose_name_plural": "公开渠道",
                "ordering": ["kind", "name"],
            },
        ),
        migrations.AddConstraint(
            model_name="channel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_on__isnull", True),
                    ("from_on__isnull", True),
                    ("to_on__gte", models.F("from_on")),
                    _connector="OR",
                ),
                name="channel_in_order",
            ),
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("up_on", models.DateField(verbose_name="张贴日期")),
                ("down_on", models.DateField(blank=True, editable=False, null=True, verbose_name="取下日期")),
                (
                    "channel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="postings",
                        to="affairs.channel",
                        verbose_name="公开渠道",
                    ),
                ),
                (
                    "disclosure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="postings",
                        to="affairs.disclosure",
                        verbose_name="公开事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "张贴",
                "verbose_name_plural": "张贴",
                "ordering": ["-up_on", "-pk"],
            },
        ),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(fields=["up_on"], name="postings_by_day"),
        ),
        migrations.AddConstraint(
            model_name="posting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("down_on__isnull", True)),
                fields=("disclosure", "channel"),
                name="hangs_once_at_a_channel",
            ),
        ),
        migrations.AddConstraint(
            model_name="posting",
            constraint=models.CheckConstraint(
                condition=models.Q(("down_on__isnull", True), ("down_on__gte", models.F("up_on")), _connector="OR"),
                name="down_after_it_went_up",
            ),
        ),
        migrations.CreateModel(
            name="BoardCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("checked_on", models.DateField(verbose_name="检查日期")),
                ("scope", models.CharField(max_length=200, verbose_name="检查内容")),
                ("finding", models.TextField(max_length=2000, verbose_name="检查情况")),
                (
                    "items",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="affairs.catalogueitem", verbose_name="检查的目录"
                    ),
                ),
                (
                    "channels",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="affairs.channel", verbose_name="检查的渠道"
                    ),
                ),
            ],
            options={
                "verbose_name": "监督检查",
                "verbose_name_plural": "监督检查",
                "ordering": ["-checked_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="CheckPerson",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "check_held",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="affairs.boardcheck",
                        verbose_name="监督检查",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="检查人",
                    ),
                ),
            ],
            options={
                "verbose_name": "检查人",
                "verbose_name_plural": "检查人",
                "ordering": ["check_held", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="checkperson",
            constraint=models.UniqueConstraint(fields=("check_held", "member"), name="checks_once_a_check"),
        ),
        migrations.CreateModel(
            name="CheckIssue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("problem", models.CharField(max_length=200, verbose_name="发现的问题")),
                ("demand", models.CharField(max_length=200, verbose_name="整改要求")),
                ("due_on", models.DateField(verbose_name="整改期限")),
                ("done_on", models.DateField(blank=True, editable=False, null=True, verbose_name="完成日期")),
                ("outcome", models.CharField(blank=True, editable=False, max_length=200, verbose_name="整改结果")),
                (
                    "check_held",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issues",
                        to="affairs.boardcheck",
                        verbose_name="监督检查",
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="整改责任人",
                    ),
                ),
            ],
            options={
                "verbose_name": "整改事项",
                "verbose_name_plural": "整改事项",
                "ordering": ["check_held", "due_on", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="checkissue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_on__isnull", True), ("outcome", "")),
                    models.Q(("done_on__isnull", False), models.Q(("outcome", ""), _negated=True)),
                    _connector="OR",
                ),
                name="done_on_a_day_with_an_outcome",
            ),
        ),
        migrations.RunPython(begin_history, migrations.RunPython.noop),
    ]
