import django.core.validators
import django.db.models.deletion
import unionoffice.untraceable
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("affairs", "0010_oversight"),
        ("members", "0013_merges"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Survey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "草稿"),
                            ("open", "进行中"),
                            ("closed", "已结束"),
                            ("discarded", "已作废"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="问卷标题")),
                ("intro", models.TextField(blank=True, max_length=2000, verbose_name="说明")),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="截止日期")),
                ("opened_on", models.DateField(blank=True, null=True, verbose_name="开始日期")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                ("minimum", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="最少答卷数")),
                ("sent", models.PositiveIntegerField(blank=True, null=True, verbose_name="发放份数")),
                ("answered", models.PositiveIntegerField(blank=True, null=True, verbose_name="回收份数")),
                (
                    "satisfaction",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(Decimal("100")),
                        ],
                        verbose_name="满意度（%）",
                    ),
                ),
                ("recorded_late", models.BooleanField(default=False, editable=False, verbose_name="补录")),
                ("short_number", models.CharField(editable=False, max_length=12, unique=True, verbose_name="编号")),
                ("drafted_on", models.DateField(editable=False, verbose_name="起草日期")),
                (
                    "audience",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="surveys",
                        to="members.audience",
                        verbose_name="调查范围",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="起草人",
                    ),
                ),
            ],
            options={
                "verbose_name": "问卷",
                "verbose_name_plural": "问卷",
                "ordering": ["-drafted_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SurveyPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answered", models.BooleanField(default=False, verbose_name="已填写")),
                (
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survey_places",
                        to="members.member",
                        verbose_name="调查对象",
                    ),
                ),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="affairs.survey",
                        verbose_name="问卷",
                    ),
                ),
            ],
            options={
                "verbose_name": "问卷名单",
                "verbose_name_plural": "问卷名单",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="SurveyQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="题号")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("single", "单选"),
                            ("multiple", "多选"),
                            ("satisfaction", "满意度"),
                            ("scale", "1至5分"),
                            ("text", "填空"),
                        ],
                        max_length=12,
                        verbose_name="题型",
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="题目")),
                ("choices", models.JSONField(blank=True, default=list, verbose_name="选项")),
                ("is_required", models.BooleanField(default=True, verbose_name="必答")),
                (
                    "survey",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="affairs.survey",
                        verbose_name="问卷",
                    ),
                ),
            ],
            options={
                "verbose_name": "题目",
                "verbose_name_plural": "题目",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SurveyAnswer",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        default=unionoffice.untraceable.random_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("choice", models.PositiveSmallIntegerField(null=True, verbose_name="选项")),
                ("text", models.TextField(blank=True, max_length=1000, verbose_name="填写内容")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="affairs.surveyquestion",
                        verbose_name="题目",
                    ),
                ),
            ],
            options={
                "verbose_name": "答案",
                "verbose_name_plural": "答案",
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", False), ("status", "closed")),
                    models.Q(models.Q(("status", "closed"), _negated=True), ("closed_on__isnull", True)),
                    _connector="OR",
                ),
                name="survey_closed_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recorded_late", True), ("status", "closed")),
                    models.Q(
                        ("audience__isnull", False),
                        ("closes_on__isnull", False),
                        ("minimum__isnull", False),
                        ("opened_on__isnull", False),
                        ("recorded_late", False),
                        ("sent__isnull", False),
                        ("status", "open"),
                    ),
                    models.Q(
                        ("answered__isnull", False),
                        ("minimum__isnull", False),
                        ("opened_on__isnull", False),
                        ("recorded_late", False),
                        ("sent__isnull", False),
                        ("status", "closed"),
                    ),
                    models.Q(
                        ("opened_on__isnull", True), ("recorded_late", False), ("status__in", ["draft", "discarded"])
                    ),
                    _connector="OR",
                ),
                name="survey_opened_to_a_roll_until_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered__isnull", True),
                    ("sent__isnull", True),
                    ("answered__lte", models.F("sent")),
                    _connector="OR",
                ),
                name="no_more_answers_than_were_asked",
            ),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("satisfaction__isnull", True),
                    models.Q(("satisfaction__gte", 0), ("satisfaction__lte", 100)),
                    _connector="OR",
                ),
                name="satisfaction_is_a_percentage",
            ),
        ),
        migrations.AddIndex(
            model_name="surveyplace",
            index=models.Index(fields=["member", "answered"], name="surveys_of_a_person"),
        ),
        migrations.AddConstraint(
            model_name="surveyplace",
            constraint=models.UniqueConstraint(fields=("survey", "member"), name="asked_once_in_a_survey"),
        ),
        migrations.AddConstraint(
            model_name="surveyplace",
            constraint=models.CheckConstraint(
                condition=models.Q(("member__isnull", False), ("answered", True), _connector="OR"),
                name="nameless_place_has_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="question_asks_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("choice__isnull", False), ("text", "")),
                    models.Q(("choice__isnull", True), models.Q(("text", ""), _negated=True)),
                    _connector="OR",
                ),
                name="answer_is_a_choice_or_a_text",
            ),
        ),
    ]
