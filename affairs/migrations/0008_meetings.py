import django.db.models.deletion
import unionoffice.richtext.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("affairs", "0007_regulations"),
        ("members", "0013_merges"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("held_on", models.DateField(verbose_name="日期")),
                ("held_until", models.DateField(editable=False, verbose_name="最晚日期")),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "到日"),
                            ("month", "只知道月份"),
                            ("term", "只知道学期"),
                            ("year", "只知道年份"),
                        ],
                        default="day",
                        max_length=8,
                        verbose_name="日期准确程度",
                    ),
                ),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "筹备中"),
                            ("announced", "已通知"),
                            ("held", "已召开"),
                            ("drafted", "纪要待确认"),
                            ("confirmed", "纪要已确认"),
                            ("cancelled", "已取消"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("committee", "工会委员会议"),
                            ("audit", "经审委员会议"),
                            ("women", "女职工委员会议"),
                            ("joint", "联席会议"),
                            ("all_staff", "全体教职工会议"),
                            ("forum", "座谈会"),
                            ("administrative", "行政办公会"),
                            ("leadership", "党政工联席会"),
                            ("group", "工会小组会"),
                            ("other", "其他会议"),
                        ],
                        max_length=20,
                        verbose_name="会议类型",
                    ),
                ),
                ("theme", models.CharField(blank=True, max_length=60, verbose_name="专题")),
                ("title", models.CharField(max_length=100, verbose_name="会议名称")),
                ("year", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="年度")),
                ("number", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="次数")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="开始时间")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="结束时间")),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="地点")),
                (
                    "chair",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="主持人",
                    ),
                ),
                (
                    "recorder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="记录人",
                    ),
                ),
                ("convener", models.CharField(blank=True, max_length=60, verbose_name="召集")),
                (
                    "audience",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.audience",
                        verbose_name="参会范围",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.committee",
                        verbose_name="委员会",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.uniongroup",
                        verbose_name="工会小组",
                    ),
                ),
                ("with_heads", models.BooleanField(default=False, verbose_name="部门负责人、教研组长参加")),
                ("with_group_leaders", models.BooleanField(default=False, verbose_name="工会小组长参加")),
                ("with_school_leaders", models.BooleanField(default=False, verbose_name="校领导参加")),
                ("headcount", models.PositiveIntegerField(blank=True, null=True, verbose_name="到会人数")),
                (
                    "qualifier",
                    models.CharField(
                        blank=True,
                        choices=[("over", "余"), ("nearly", "近"), ("at_least", "至少")],
                        max_length=10,
                        verbose_name="人数说明",
                    ),
                ),
                (
                    "minutes",
                    unionoffice.richtext.fields.RichTextField(blank=True, max_length=20000, verbose_name="纪要正文"),
                ),
                ("sent_to", models.CharField(blank=True, max_length=200, verbose_name="发送")),
                ("recorded_late", models.BooleanField(default=False, editable=False, verbose_name="补录")),
                ("announced_on", models.DateField(editable=False, null=True, verbose_name="通知日期")),
                (
                    "planned_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "return_comment",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="退回意见"),
                ),
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
                ("confirmed_on", models.DateField(editable=False, null=True, verbose_name="确认日期")),
                (
                    "cancelled_because",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="取消原因"),
                ),
            ],
            options={
                "verbose_name": "会议",
                "verbose_name_plural": "会议",
                "ordering": ["-held_on", "-pk"],
                "indexes": [models.Index(fields=["kind", "held_on"], name="meetings_by_kind_and_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("held_until", models.F("held_on")), ("precision", "day")),
                            models.Q(
                                models.Q(("precision", "day"), _negated=True), ("held_until__gt", models.F("held_on"))
                            ),
                            _connector="OR",
                        ),
                        name="meeting_day_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("precision", "day"), ("recorded_late", True), _connector="OR"),
                        name="vague_meetings_lie_in_the_past",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("number__isnull", False),
                                ("status__in", ("held", "drafted", "confirmed")),
                                ("year__isnull", False),
                            ),
                            models.Q(
                                models.Q(("status__in", ("held", "drafted", "confirmed")), _negated=True),
                                ("number__isnull", True),
                                ("year__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="meeting_numbered_exactly_when_held",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("group", None)),
                        fields=("kind", "year", "number"),
                        name="one_meeting_of_a_number",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("group__isnull", False)),
                        fields=("group", "year", "number"),
                        name="one_group_meeting_of_a_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("group__isnull", False), ("kind", "group")),
                            models.Q(models.Q(("kind", "group"), _negated=True), ("group__isnull", True)),
                            _connector="OR",
                        ),
                        name="group_exactly_of_group_meetings",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "announced"), _negated=True),
                            ("announced_on__isnull", False),
                            _connector="OR",
                        ),
                        name="announced_meeting_has_its_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_at__isnull", True),
                            ("ends_at__isnull", True),
                            ("ends_at__gt", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="meeting_ends_after_it_starts",
                        violation_error_message="结束时间应当晚于开始时间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("headcount__isnull", True), ("headcount__gt", 0), _connector="OR"),
                        name="meeting_headcount_above_zero",
                        violation_error_message="到会人数至少为1人；不清楚的留空。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("qualifier", ""), ("headcount__isnull", False), _connector="OR"),
                        name="qualifier_of_a_headcount",
                        violation_error_message="选了人数说明的，请填写到会人数。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("drafted", "confirmed")), _negated=True),
                            models.Q(("minutes", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="minutes_before_they_are_confirmed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_by__isnull", False),
                                ("confirmed_on__isnull", False),
                                ("status", "confirmed"),
                            ),
                            models.Q(
                                models.Q(("status", "confirmed"), _negated=True),
                                ("confirmed_by__isnull", True),
                                ("confirmed_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="confirmed_exactly_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status", "cancelled"), ("cancelled_because", ""), _connector="XOR"),
                        name="meeting_cancelled_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingTopic",
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
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="topics",
                        to="affairs.meeting",
                        verbose_name="会议",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(default=1, verbose_name="第几项")),
                ("title", models.CharField(max_length=100, verbose_name="议题")),
                (
                    "presenter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="汇报人",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=2000, verbose_name="说明")),
                ("outcome", models.TextField(blank=True, max_length=2000, verbose_name="讨论情况")),
            ],
            options={
                "verbose_name": "议题",
                "verbose_name_plural": "议题",
                "ordering": ["place", "pk"],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="MeetingOpinion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="affairs.meetingtopic",
                        verbose_name="议题",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinions",
                        to="affairs.meeting",
                        verbose_name="会议",
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
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.uniongroup",
                        verbose_name="提出小组",
                    ),
                ),
                ("text", models.TextField(max_length=1000, verbose_name="意见")),
                ("answer", models.TextField(blank=True, max_length=1000, verbose_name="答复")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("adopted", "采纳"),
                            ("partly", "部分采纳"),
                            ("declined", "未采纳"),
                            ("explained", "已说明"),
                        ],
                        max_length=10,
                        verbose_name="处理",
                    ),
                ),
                ("answered_by", models.CharField(blank=True, max_length=60, verbose_name="答复人")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
            ],
            options={
                "verbose_name": "会议意见",
                "verbose_name_plural": "会议意见",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("member__isnull", True), ("group__isnull", True), _connector="OR"),
                        name="opinion_of_one_side",
                        violation_error_message="提出人和提出小组只填一项；不记名的都留空。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""), ("answered_by", ""), ("answered_on__isnull", True), ("outcome", "")
                            ),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                models.Q(("answer", ""), _negated=True),
                                ("answered_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="answered_with_words_on_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="affairs.meetingtopic",
                        verbose_name="议题",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="affairs.meeting",
                        verbose_name="会议",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(editable=False, verbose_name="序号")),
                ("text", models.TextField(max_length=1000, verbose_name="决定")),
            ],
            options={
                "verbose_name": "会议决定",
                "verbose_name_plural": "会议决定",
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "number"), name="one_decision_of_a_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingTask",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="affairs.meetingtopic",
                        verbose_name="议题",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="affairs.meeting",
                        verbose_name="会议",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "办理中"), ("done", "已办结"), ("dropped", "不再办理")],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="办理情况",
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="任务")),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="责任人",
                    ),
                ),
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
                ("due_on", models.DateField(blank=True, null=True, verbose_name="完成时限")),
                ("done_on", models.DateField(editable=False, null=True, verbose_name="办结日期")),
                ("note", models.CharField(blank=True, editable=False, max_length=200, verbose_name="办理说明")),
            ],
            options={
                "verbose_name": "会议任务",
                "verbose_name_plural": "会议任务",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["status", "due_on"], name="meeting_tasks_by_due_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("member__isnull", False), ("department__isnull", False), _connector="OR"),
                        name="task_is_somebodys",
                        violation_error_message="请选择责任人或责任部门。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_on__isnull", False), ("status", "done")),
                            models.Q(models.Q(("status", "done"), _negated=True), ("done_on__isnull", True)),
                            _connector="OR",
                        ),
                        name="task_done_on_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="affairs.meeting",
                        verbose_name="会议",
                    ),
                ),
                ("text", models.CharField(max_length=500, verbose_name="更正说明")),
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
            ],
            options={
                "verbose_name": "纪要更正说明",
                "verbose_name_plural": "纪要更正说明",
                "ordering": ["pk"],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="MeetingParticipant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participants",
                        to="affairs.meeting",
                        verbose_name="会议",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
                ("is_observer", models.BooleanField(default=False, verbose_name="列席")),
            ],
            options={
                "verbose_name": "参会人员",
                "verbose_name_plural": "参会人员",
                "ordering": ["is_observer", "member__pinyin", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "member"), name="asked_to_a_meeting_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingLeave",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leaves",
                        to="affairs.meeting",
                        verbose_name="会议",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
                ("reason", models.CharField(max_length=100, verbose_name="请假事由")),
                ("asked_on", models.DateField(verbose_name="请假日期")),
            ],
            options={
                "verbose_name": "会议请假",
                "verbose_name_plural": "会议请假",
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("meeting", "member"), name="one_leave_a_meeting")],
            },
        ),
    ]
