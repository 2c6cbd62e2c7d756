"""How a session is prepared: its checklist, topics, notices and people, the meetings before it, and who asked for it."""

import django.db.models.deletion
import unionoffice.richtext.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("congress", "0003_delegates")]

    operations = [
        migrations.CreateModel(
            name="SessionRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "asked_by",
                    models.CharField(
                        choices=[("delegates", "代表联名"), ("school", "学校"), ("union", "学校工会")],
                        max_length=10,
                        verbose_name="提议方",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="提议日期")),
                ("reason", models.CharField(max_length=300, verbose_name="事由")),
                ("count", models.PositiveIntegerField(blank=True, null=True, verbose_name="联名代表人数")),
                ("voters", models.PositiveIntegerField(editable=False, null=True, verbose_name="当日正式代表人数")),
                (
                    "status",
                    models.CharField(
                        choices=[("waiting", "待安排"), ("called", "已安排会议"), ("withdrawn", "已撤回")],
                        default="waiting",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("answer", models.CharField(blank=True, editable=False, max_length=200, verbose_name="撤回原因")),
                (
                    "session",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="request",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="congress.term",
                        verbose_name="届",
                    ),
                ),
            ],
            options={
                "verbose_name": "临时会议提议",
                "verbose_name_plural": "临时会议提议",
                "ordering": ["-asked_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RequestSigner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signers",
                        to="congress.sessionrequest",
                        verbose_name="提议",
                    ),
                ),
            ],
            options={
                "verbose_name": "联名代表",
                "verbose_name_plural": "联名代表",
                "ordering": ["member__pinyin", "pk"],
            },
        ),
        migrations.CreateModel(
            name="StandardMatter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("title", models.CharField(max_length=60, verbose_name="筹备事项")),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("secretary", "工会秘书"),
                            ("chair", "工会主席"),
                            ("organisation_officer", "组织委员"),
                            ("publicity_officer", "宣传委员"),
                            ("sports_officer", "文体委员"),
                            ("treasurer", "会计"),
                            ("party_secretary", "书记"),
                            ("principal", "校长"),
                        ],
                        default="secretary",
                        max_length=20,
                        verbose_name="责任岗位",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="依据")),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("topics", "三方商定议题"),
                            ("call", "提案征集通知"),
                            ("notice", "召开通知"),
                            ("presidium", "主席团名单"),
                            ("groups", "工作小组名单"),
                            ("preparatory", "预备会记录"),
                            ("discussion", "分组名单"),
                        ],
                        max_length=12,
                        verbose_name="凭记录自动完成",
                    ),
                ),
                ("key", models.CharField(blank=True, editable=False, max_length=20, verbose_name="标识")),
                (
                    "body",
                    models.CharField(
                        blank=True,
                        choices=[("staff", "教职工代表大会"), ("union", "工会会员代表大会")],
                        max_length=5,
                        verbose_name="适用会议",
                    ),
                ),
                (
                    "assembly",
                    models.CharField(
                        blank=True,
                        choices=[("delegates", "代表大会"), ("everybody", "全体大会")],
                        max_length=10,
                        verbose_name="适用形式",
                    ),
                ),
                ("days_from", models.PositiveSmallIntegerField(verbose_name="会前几天开始")),
                ("days_until", models.PositiveSmallIntegerField(verbose_name="会前几天完成")),
                ("is_in_use", models.BooleanField(default=True, verbose_name="使用中")),
            ],
            options={
                "verbose_name": "筹备事项标准",
                "verbose_name_plural": "筹备事项标准",
                "ordering": ["-days_until", "-days_from", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        fields=("key",),
                        name="one_standard_matter_a_key",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days_from__gte", models.F("days_until"))),
                        name="standard_matter_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("place", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
                ("title", models.CharField(max_length=120, verbose_name="议题")),
                (
                    "proposed_by",
                    models.CharField(
                        choices=[("party", "党组织"), ("administration", "行政"), ("union", "工会")],
                        max_length=14,
                        verbose_name="提出方",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                (
                    "session",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="topics",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "议题",
                "verbose_name_plural": "议题",
                "ordering": ["place", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TopicAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "side",
                    models.CharField(
                        choices=[("party", "党组织"), ("administration", "行政"), ("union", "工会")],
                        max_length=14,
                        verbose_name="商定方",
                    ),
                ),
                ("agreed_on", models.DateField(verbose_name="同意日期")),
                ("note", models.CharField(blank=True, max_length=100, verbose_name="说明")),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "议题商定",
                "verbose_name_plural": "议题商定",
                "ordering": ["agreed_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="WorkingGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("proposals", "提案审理小组"),
                            ("qualification", "代表资格审查小组"),
                            ("secretariat", "秘书组"),
                            ("logistics", "会务组"),
                            ("appraisal", "民主评议小组"),
                        ],
                        max_length=14,
                        verbose_name="工作小组",
                    ),
                ),
                ("set_up_on", models.DateField(verbose_name="成立日期")),
                (
                    "session",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groups",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "工作小组",
                "verbose_name_plural": "工作小组",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="GroupSeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_head", models.BooleanField(default=False, verbose_name="组长")),
                ("from_on", models.DateField(verbose_name="自何日起")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="至何日止")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="group_seats",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="congress.workinggroup",
                        verbose_name="小组",
                    ),
                ),
            ],
            options={
                "verbose_name": "工作小组成员",
                "verbose_name_plural": "工作小组成员",
                "ordering": ["-is_head", "member__pinyin", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ChecklistItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("title", models.CharField(max_length=60, verbose_name="筹备事项")),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("secretary", "工会秘书"),
                            ("chair", "工会主席"),
                            ("organisation_officer", "组织委员"),
                            ("publicity_officer", "宣传委员"),
                            ("sports_officer", "文体委员"),
                            ("treasurer", "会计"),
                            ("party_secretary", "书记"),
                            ("principal", "校长"),
                        ],
                        default="secretary",
                        max_length=20,
                        verbose_name="责任岗位",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="依据")),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("topics", "三方商定议题"),
                            ("call", "提案征集通知"),
                            ("notice", "召开通知"),
                            ("presidium", "主席团名单"),
                            ("groups", "工作小组名单"),
                            ("preparatory", "预备会记录"),
                            ("discussion", "分组名单"),
                        ],
                        max_length=12,
                        verbose_name="凭记录自动完成",
                    ),
                ),
                ("key", models.CharField(blank=True, editable=False, max_length=20, verbose_name="标识")),
                ("from_on", models.DateField(verbose_name="开始日期")),
                ("due_on", models.DateField(verbose_name="完成日期")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "待办"), ("done", "已完成"), ("dropped", "不适用")],
                        default="open",
                        editable=False,
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("settled_on", models.DateField(editable=False, null=True, verbose_name="办结日期")),
                ("note", models.CharField(blank=True, editable=False, max_length=200, verbose_name="说明")),
                (
                    "assignee",
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
                    "session",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checklist",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "筹备事项",
                "verbose_name_plural": "筹备事项",
                "ordering": ["due_on", "from_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("from_on"))), name="checklist_item_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_on__isnull", True), ("status", "open")),
                            models.Q(models.Q(("status", "open"), _negated=True), ("settled_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="checklist_item_settled_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dropped"), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="dropped_matter_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiscussionGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=60, verbose_name="讨论地点")),
                ("made_on", models.DateField(verbose_name="编组日期")),
                (
                    "convener",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="召集人",
                    ),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="discussion_groups",
                        to="congress.delegation",
                        verbose_name="代表团",
                    ),
                ),
                (
                    "recorder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="记录人",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="discussion_groups",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "分组",
                "verbose_name_plural": "分组",
                "ordering": ["delegation__pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "delegation"), name="one_discussion_group_a_delegation"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PreparatoryMeeting",
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
                ("number", models.PositiveSmallIntegerField(editable=False, verbose_name="第几次预备会")),
                ("topic", models.CharField(max_length=120, verbose_name="议题")),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="地点")),
                ("due_count", models.PositiveIntegerField(blank=True, null=True, verbose_name="应到人数")),
                ("present_count", models.PositiveIntegerField(blank=True, null=True, verbose_name="实到人数")),
                ("on_agenda", models.BooleanField(default=False, verbose_name="通过大会议程和主席团名单")),
                ("settled", models.TextField(blank=True, max_length=2000, verbose_name="议定事项")),
                (
                    "minutes",
                    unionoffice.richtext.fields.RichTextField(blank=True, max_length=10000, verbose_name="会议记录"),
                ),
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
                    "session",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="preparatory",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "预备会",
                "verbose_name_plural": "预备会",
                "ordering": ["-held_on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("session", "number"), name="one_preparatory_meeting_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("held_until", models.F("held_on")), ("precision", "day")),
                            models.Q(
                                models.Q(("precision", "day"), _negated=True), ("held_until__gt", models.F("held_on"))
                            ),
                            _connector="OR",
                        ),
                        name="preparatory_meeting_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("present_count__isnull", True),
                            ("due_count__isnull", True),
                            ("present_count__lte", models.F("due_count")),
                            _connector="OR",
                        ),
                        name="preparatory_present_of_those_due",
                        violation_error_message="实到人数不能多于应到人数。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PresidiumMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("chair", "执行主席"), ("member", "成员"), ("secretary", "秘书长")],
                        default="member",
                        max_length=10,
                        verbose_name="职责",
                    ),
                ),
                ("named_on", models.DateField(verbose_name="提名日期")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="presidium",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "主席团成员",
                "verbose_name_plural": "主席团成员",
                "ordering": ["role", "member__pinyin", "pk"],
                "constraints": [models.UniqueConstraint(fields=("session", "member"), name="in_a_presidium_once")],
            },
        ),
        migrations.CreateModel(
            name="SessionNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "kind",
                    models.CharField(
                        choices=[("notice", "召开通知"), ("call", "提案征集通知")],
                        editable=False,
                        max_length=8,
                        verbose_name="通知种类",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "草稿"), ("issued", "已发出")],
                        default="draft",
                        editable=False,
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "text",
                    unionoffice.richtext.fields.RichTextField(blank=True, max_length=5000, verbose_name="补充说明"),
                ),
                ("issued_on", models.DateField(editable=False, null=True, verbose_name="发出日期")),
                (
                    "late_reason",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="迟发原因"),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发出人",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "会议通知",
                "verbose_name_plural": "会议通知",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("session", "kind"), name="one_notice_of_a_kind"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issued_by__isnull", False), ("issued_on__isnull", False), ("status", "issued")
                            ),
                            models.Q(("issued_by__isnull", True), ("issued_on__isnull", True), ("status", "draft")),
                            _connector="OR",
                        ),
                        name="session_notice_issued_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("late_reason", ""), ("issued_on__isnull", False), _connector="OR"),
                        name="late_reason_of_an_issued_notice",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="sessionrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("asked_by", "delegates"), ("count__isnull", False), ("voters__isnull", False)),
                    models.Q(
                        models.Q(("asked_by", "delegates"), _negated=True),
                        ("count__isnull", True),
                        ("voters__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="delegates_who_ask_are_counted",
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("session__isnull", False), ("status", "called")),
                    models.Q(models.Q(("status", "called"), _negated=True), ("session__isnull", True)),
                    _connector="OR",
                ),
                name="request_called_with_its_session",
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "withdrawn"), _negated=True),
                    models.Q(("answer", ""), _negated=True),
                    _connector="OR",
                ),
                name="request_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="requestsigner",
            constraint=models.UniqueConstraint(fields=("request", "member"), name="signs_a_request_once"),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.UniqueConstraint(fields=("session", "title"), name="one_topic_of_a_title"),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="topic_has_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="topicagreement",
            constraint=models.UniqueConstraint(fields=("session", "side"), name="one_agreement_a_side"),
        ),
        migrations.AddConstraint(
            model_name="workinggroup",
            constraint=models.UniqueConstraint(fields=("session", "kind"), name="one_group_of_a_kind"),
        ),
        migrations.AddConstraint(
            model_name="groupseat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("to_on", None)),
                fields=("group", "member"),
                name="in_a_working_group_once_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="groupseat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_on__isnull", True),
                    ("from_on__isnull", True),
                    ("to_on__gte", models.F("from_on")),
                    _connector="OR",
                ),
                name="group_seat_in_order",
            ),
        ),
    ]
