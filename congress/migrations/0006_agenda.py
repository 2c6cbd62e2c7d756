"""Agenda, opinions, resolutions, minutes."""

import django.db.models.deletion
import django.db.models.expressions
import unionoffice.richtext.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("affairs", "0012_second_approver"),
        ("congress", "0005_sittings"),
        ("members", "0014_histories_in_order"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[("secret", "无记名投票"), ("hands", "举手表决"), ("applause", "鼓掌通过")],
                        editable=False,
                        max_length=10,
                        verbose_name="表决方式",
                    ),
                ),
                ("due", models.PositiveIntegerField(editable=False, null=True, verbose_name="应到")),
                ("present", models.PositiveIntegerField(editable=False, null=True, verbose_name="实到")),
                ("in_favour", models.PositiveIntegerField(editable=False, null=True, verbose_name="赞成")),
                ("against", models.PositiveIntegerField(editable=False, null=True, verbose_name="反对")),
                ("abstained", models.PositiveIntegerField(editable=False, null=True, verbose_name="弃权")),
                ("needed", models.PositiveIntegerField(editable=False, null=True, verbose_name="通过所需票数")),
                ("place", models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="第几项")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hear", "听取"),
                            ("deliberate", "审议"),
                            ("pass", "讨论通过"),
                            ("appraise", "评议"),
                            ("elect", "选举"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="方式",
                    ),
                ),
                (
                    "matter",
                    models.CharField(
                        choices=[
                            ("other", "其他事项"),
                            ("charter", "学校章程"),
                            ("plan", "发展规划和重大改革"),
                            ("work", "学校工作报告"),
                            ("finance", "财务工作报告"),
                            ("union", "工会工作报告"),
                            ("proposals", "提案办理情况"),
                            ("between", "闭会期间决定和决议落实"),
                            ("leaders", "领导干部评议"),
                            ("welfare", "福利"),
                            ("pay", "校内分配"),
                            ("hiring", "聘任"),
                            ("appraisal", "考核"),
                            ("reward", "奖惩"),
                            ("contract", "集体合同草案"),
                        ],
                        default="other",
                        max_length=12,
                        verbose_name="事项",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="议程名称")),
                ("presented_by", models.CharField(blank=True, max_length=60, verbose_name="报告人职务")),
                ("text", models.TextField(blank=True, max_length=2000, verbose_name="说明")),
                ("covers", models.TextField(blank=True, max_length=500, verbose_name="报告的方面")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "待议"),
                            ("heard", "已听取"),
                            ("agreed", "审议同意"),
                            ("passed", "通过"),
                            ("failed", "未通过"),
                            ("again", "待再议"),
                            ("appraised", "已评议"),
                            ("elected", "已选举"),
                            ("settled", "已议定"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                ("decided_on", models.DateField(editable=False, null=True, verbose_name="日期")),
                ("is_current", models.BooleanField(default=False, editable=False, verbose_name="正在进行")),
                (
                    "again_of",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_up_again",
                        to="congress.agendaitem",
                        verbose_name="再次提交的议程",
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="affairs.consultation",
                        verbose_name="会前征求意见",
                    ),
                ),
                (
                    "presenter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="报告人",
                    ),
                ),
                (
                    "regulation_version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="affairs.regulationversion",
                        verbose_name="制度草案",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agenda",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agenda",
                        to="congress.sitting",
                        verbose_name="单元",
                    ),
                ),
            ],
            options={
                "verbose_name": "议程",
                "verbose_name_plural": "议程",
                "ordering": ["session", "place", "pk"],
            },
        ),
        migrations.CreateModel(
            name="InterimDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                (
                    "decider",
                    models.CharField(
                        choices=[
                            ("heads", "代表团（组）长联席会议"),
                            ("committee", "专门委员会（工作小组）"),
                            ("union", "工会委员会"),
                        ],
                        max_length=10,
                        verbose_name="决定机构",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="决定事项")),
                ("text", models.TextField(max_length=2000, verbose_name="决定内容")),
                ("decided_on", models.DateField(verbose_name="决定日期")),
                ("due_count", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="应到人数")),
                ("present_count", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="实到人数")),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.committee",
                        verbose_name="哪个委员会",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.workinggroup",
                        verbose_name="哪个工作小组",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reported_decisions",
                        to="congress.agendaitem",
                        verbose_name="报告的议程",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="affairs.meeting",
                        verbose_name="会议记录",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interim_decisions",
                        to="congress.term",
                        verbose_name="届",
                    ),
                ),
            ],
            options={
                "verbose_name": "闭会期间决定",
                "verbose_name_plural": "闭会期间决定",
                "ordering": ["-decided_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ItemOpinion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("text", models.TextField(max_length=1000, verbose_name="意见")),
                ("raised_on", models.DateField(editable=False, verbose_name="提出日期")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("adopted", "采纳"), ("partly", "部分采纳"), ("declined", "未采纳")],
                        editable=False,
                        max_length=10,
                        verbose_name="处理",
                    ),
                ),
                ("answer", models.TextField(blank=True, editable=False, max_length=1000, verbose_name="答复")),
                ("office", models.CharField(blank=True, editable=False, max_length=60, verbose_name="答复单位")),
                ("answered_on", models.DateField(editable=False, null=True, verbose_name="答复日期")),
                (
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.delegation",
                        verbose_name="代表团",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinions",
                        to="congress.agendaitem",
                        verbose_name="议程",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="提出人",
                    ),
                ),
            ],
            options={
                "verbose_name": "代表意见",
                "verbose_name_plural": "代表意见",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Resolution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                ("number", models.PositiveSmallIntegerField(editable=False, verbose_name="编号")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "落实中"), ("done", "已落实")],
                        default="open",
                        editable=False,
                        max_length=4,
                        verbose_name="落实情况",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="决议名称")),
                ("text", unionoffice.richtext.fields.RichTextField(max_length=10000, verbose_name="决议正文")),
                ("adopted_on", models.DateField(verbose_name="通过日期")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="完成时限")),
                ("done_on", models.DateField(editable=False, null=True, verbose_name="落实日期")),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.department",
                        verbose_name="落实部门",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="congress.agendaitem",
                        verbose_name="来自议程",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "决议",
                "verbose_name_plural": "决议",
                "ordering": ["-adopted_on", "number"],
            },
        ),
        migrations.CreateModel(
            name="ResolutionStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(max_length=1000, verbose_name="落实情况")),
                ("office", models.CharField(max_length=60, verbose_name="落实单位")),
                ("noted_on", models.DateField(verbose_name="日期")),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="congress.resolution",
                        verbose_name="决议",
                    ),
                ),
            ],
            options={
                "verbose_name": "决议落实情况",
                "verbose_name_plural": "决议落实情况",
                "ordering": ["noted_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SessionMinutes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "起草"), ("confirmed", "已确认")],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("text", unionoffice.richtext.fields.RichTextField(max_length=30000, verbose_name="纪要正文")),
                ("confirmed_on", models.DateField(editable=False, null=True, verbose_name="确认日期")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="确认人",
                    ),
                ),
                (
                    "session",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "教代会纪要",
                "verbose_name_plural": "教代会纪要",
                "ordering": ["pk"],
            },
        ),
        migrations.AddIndex(
            model_name="agendaitem",
            index=models.Index(fields=["outcome", "decided_on"], name="items_by_outcome_and_day"),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_current", True)), fields=("session",), name="one_current_item_of_a_session"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", True), ("outcome", "")),
                    models.Q(models.Q(("outcome", ""), _negated=True), ("decided_on__isnull", False)),
                    _connector="OR",
                ),
                name="item_decided_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("abstained__isnull", False),
                        ("against__isnull", False),
                        ("due__isnull", False),
                        ("in_favour__isnull", False),
                        ("needed__isnull", False),
                        ("present__isnull", False),
                        ("way__in", ("secret", "hands")),
                    ),
                    models.Q(
                        ("abstained__isnull", True),
                        ("against__isnull", True),
                        ("due__isnull", True),
                        ("in_favour__isnull", True),
                        ("needed__isnull", True),
                        ("present__isnull", True),
                        ("way__in", ["", "applause"]),
                    ),
                    _connector="OR",
                ),
                name="item_counted_wholly",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due__isnull", True),
                    models.Q(
                        ("needed__gte", 1),
                        (
                            "present__gte",
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    models.F("in_favour"), "+", models.F("against")
                                ),
                                "+",
                                models.F("abstained"),
                            ),
                        ),
                        ("present__lte", models.F("due")),
                    ),
                    _connector="OR",
                ),
                name="item_counted_possibly",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ("passed", "agreed")), _negated=True),
                    ("due__isnull", True),
                    ("in_favour__gte", models.F("needed")),
                    _connector="OR",
                ),
                name="item_adopted_with_enough_votes",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "passed"), _negated=True),
                    models.Q(("kind", "pass"), models.Q(("way", ""), _negated=True)),
                    _connector="OR",
                ),
                name="item_passed_by_a_vote",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "failed"), _negated=True),
                    models.Q(("due__isnull", False), ("in_favour__lt", models.F("needed"))),
                    _connector="OR",
                ),
                name="item_failed_for_want_of_votes",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("again_of", models.F("pk")), _negated=True), name="item_again_of_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="interimdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("due_count__isnull", True), ("present_count__isnull", True)),
                    models.Q(
                        ("due_count__isnull", False),
                        ("present_count__isnull", False),
                        ("present_count__lte", models.F("due_count")),
                    ),
                    _connector="OR",
                ),
                name="interim_present_of_those_due",
                violation_error_message="应到和实到人数要一起填写，实到不能多于应到。",
            ),
        ),
        migrations.AddConstraint(
            model_name="itemopinion",
            constraint=models.CheckConstraint(
                condition=models.Q(("member__isnull", True), ("delegation__isnull", True), _connector="XOR"),
                name="item_opinion_of_one_side",
            ),
        ),
        migrations.AddConstraint(
            model_name="itemopinion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_on__isnull", True), ("office", ""), ("outcome", "")),
                    models.Q(
                        models.Q(("outcome", ""), _negated=True),
                        models.Q(("answer", ""), _negated=True),
                        models.Q(("office", ""), _negated=True),
                        ("answered_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="item_opinion_answered_by_an_office",
            ),
        ),
        migrations.AddConstraint(
            model_name="resolution",
            constraint=models.UniqueConstraint(fields=("session", "number"), name="one_resolution_of_a_number"),
        ),
        migrations.AddConstraint(
            model_name="resolution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_on__isnull", False), ("status", "done")),
                    models.Q(("done_on__isnull", True), ("status", "open")),
                    _connector="OR",
                ),
                name="resolution_done_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="resolution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_on__isnull", True), ("due_on__gte", models.F("adopted_on")), _connector="OR"
                ),
                name="resolution_due_after_adoption",
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionminutes",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("confirmed_by__isnull", False), ("confirmed_on__isnull", False), ("status", "confirmed")
                    ),
                    models.Q(("confirmed_by__isnull", True), ("confirmed_on__isnull", True), ("status", "draft")),
                    _connector="OR",
                ),
                name="session_minutes_confirmed_by_somebody",
            ),
        ),
    ]
