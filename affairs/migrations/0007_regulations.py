import django.db.models.deletion
import unionoffice.richtext.fields
import unionoffice.untraceable
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("affairs", "0006_notices"),
        ("members", "0013_merges"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Regulation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("democracy", "民主管理"),
                            ("union", "工会工作"),
                            ("personnel", "聘用与岗位"),
                            ("appraisal", "考核与奖惩"),
                            ("pay", "校内分配"),
                            ("welfare", "福利慰问"),
                            ("finance", "财务与采购"),
                            ("teaching", "教学科研"),
                            ("students", "学生工作"),
                            ("logistics", "安全与后勤"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="类别",
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
                ("needs_congress", models.BooleanField(default=False, verbose_name="须经教代会讨论通过")),
            ],
            options={
                "verbose_name": "制度",
                "verbose_name_plural": "制度",
                "ordering": ["title", "pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RegulationVersion",
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
                    "regulation",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="affairs.regulation",
                        verbose_name="制度",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="第几版")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "起草"),
                            ("consulting", "征求意见"),
                            ("deliberating", "审议"),
                            ("in_force", "生效"),
                            ("abolished", "废止"),
                            ("replaced", "已改稿"),
                            ("discarded", "已作废"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("text", unionoffice.richtext.fields.RichTextField(max_length=30000, verbose_name="正文")),
                ("change_note", models.CharField(blank=True, max_length=300, verbose_name="修订说明")),
                ("document_no", models.CharField(blank=True, max_length=60, verbose_name="发文字号")),
                ("adopted_by", models.CharField(blank=True, max_length=100, verbose_name="通过或批准")),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="通过日期")),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="施行日期")),
                ("to_on", models.DateField(blank=True, editable=False, null=True, verbose_name="施行至")),
                ("abolished_on", models.DateField(editable=False, null=True, verbose_name="废止日期")),
                ("end_reason", models.CharField(blank=True, editable=False, max_length=200, verbose_name="废止原因")),
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
                ("drafted_on", models.DateField(editable=False, verbose_name="起草日期")),
            ],
            options={
                "verbose_name": "制度版本",
                "verbose_name_plural": "制度版本",
                "ordering": ["regulation", "-number"],
                "indexes": [models.Index(fields=["status", "from_on"], name="versions_by_first_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("regulation", "number"), name="one_version_of_a_number"),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ("draft", "consulting", "deliberating"))),
                        fields=("regulation",),
                        name="one_version_under_way",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ("in_force", "abolished")), ("to_on__isnull", True)),
                        fields=("regulation",),
                        name="one_version_without_end",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("from_on__isnull", False)),
                        fields=("regulation", "from_on"),
                        name="one_version_begins_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_on__isnull", False), ("status__in", ("in_force", "abolished"))),
                            models.Q(
                                models.Q(("status__in", ("in_force", "abolished")), _negated=True),
                                ("from_on__isnull", True),
                                ("to_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="days_exactly_when_enacted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("abolished_on__gt", models.F("to_on")),
                                ("status", "abolished"),
                                ("to_on__isnull", False),
                                models.Q(("end_reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "abolished"), _negated=True),
                                ("abolished_on__isnull", True),
                                ("end_reason", ""),
                            ),
                            _connector="OR",
                        ),
                        name="abolished_on_a_day_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True),
                            ("from_on__isnull", True),
                            ("to_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="version_holds_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficialDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                (
                    "direction",
                    models.CharField(
                        choices=[("incoming", "收文"), ("outgoing", "发文")],
                        editable=False,
                        max_length=10,
                        verbose_name="收发",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("filed", "已登记"), ("pending", "待办"), ("done", "已办结"), ("void", "已作废")],
                        default="filed",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(editable=False, verbose_name="年度")),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="登记号")),
                ("document_no", models.CharField(blank=True, max_length=60, verbose_name="文号")),
                ("party", models.CharField(max_length=200, verbose_name="来文或主送单位")),
                ("title", models.CharField(max_length=150, verbose_name="标题")),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="成文日期")),
                ("handled_on", models.DateField(verbose_name="收到或发出日期")),
                (
                    "urgency",
                    models.CharField(
                        choices=[("plain", "平件"), ("urgent", "加急"), ("at_once", "特急")],
                        default="plain",
                        max_length=10,
                        verbose_name="紧急程度",
                    ),
                ),
                (
                    "secrecy",
                    models.CharField(
                        choices=[("none", "无"), ("internal", "内部")],
                        default="none",
                        max_length=10,
                        verbose_name="密级",
                    ),
                ),
                ("summary", models.TextField(blank=True, max_length=1000, verbose_name="内容摘要")),
                ("asks_for", models.CharField(blank=True, max_length=300, verbose_name="办理要求")),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.department",
                        verbose_name="承办部门",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="办理期限")),
                ("done_on", models.DateField(editable=False, null=True, verbose_name="办结日期")),
                ("outcome", models.CharField(blank=True, editable=False, max_length=300, verbose_name="办理结果")),
                (
                    "void_reason",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="作废原因"),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "收发文",
                "verbose_name_plural": "收发文",
                "ordering": ["-handled_on", "-pk"],
                "indexes": [models.Index(fields=["direction", "handled_on"], name="documents_by_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("direction", "year", "number"), name="one_document_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("done_on__isnull", False),
                                ("status", "done"),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            ("status", "void"),
                            models.Q(
                                ("status__in", ["filed", "pending"]), ("done_on__isnull", True), ("outcome", "")
                            ),
                            _connector="OR",
                        ),
                        name="document_done_on_a_day_with_an_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "void"), models.Q(("void_reason", ""), _negated=True)),
                            models.Q(models.Q(("status", "void"), _negated=True), ("void_reason", "")),
                            _connector="OR",
                        ),
                        name="document_void_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "pending"), _negated=True),
                            models.Q(("asks_for", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="pending_document_asks_for_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentForward",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forwards",
                        to="affairs.officialdocument",
                        verbose_name="文件",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="document_forwards",
                        to="members.member",
                        verbose_name="传阅对象",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.department",
                        verbose_name="按部门传阅",
                    ),
                ),
                ("forwarded_on", models.DateField(verbose_name="传阅日期")),
                (
                    "forwarded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="传阅人",
                    ),
                ),
                ("due_on", models.DateField(null=True, verbose_name="请于何日前阅")),
                ("read_on", models.DateField(null=True, verbose_name="阅读日期")),
                ("remark", models.CharField(blank=True, max_length=300, verbose_name="阅后意见")),
            ],
            options={
                "verbose_name": "传阅",
                "verbose_name_plural": "传阅",
                "ordering": ["document", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("document", "member"), name="forward_to_a_person_once"),
                    models.CheckConstraint(
                        condition=models.Q(("remark", ""), ("read_on__isnull", False), _connector="OR"),
                        name="remark_by_who_has_read",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "草稿"),
                            ("open", "征求意见中"),
                            ("answering", "整理答复中"),
                            ("concluded", "已结束"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="年度")),
                ("number", models.PositiveIntegerField(editable=False, null=True, verbose_name="编号")),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                (
                    "regulation_version",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="affairs.regulationversion",
                        verbose_name="制度版本",
                    ),
                ),
                ("lead", models.TextField(blank=True, max_length=1000, verbose_name="说明")),
                ("text", unionoffice.richtext.fields.RichTextField(max_length=30000, verbose_name="征求意见稿")),
                ("questions", models.TextField(blank=True, max_length=1000, verbose_name="想请大家回答的问题")),
                (
                    "audience",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.audience",
                        verbose_name="征求范围",
                    ),
                ),
                ("closes_on", models.DateField(verbose_name="截止日期")),
                ("opened_on", models.DateField(editable=False, null=True, verbose_name="开始日期")),
                ("closed_on", models.DateField(editable=False, null=True, verbose_name="截止之日")),
                (
                    "revised_text",
                    unionoffice.richtext.fields.RichTextField(blank=True, max_length=30000, verbose_name="修改稿"),
                ),
                ("conclusion", models.TextField(blank=True, max_length=2000, verbose_name="采纳情况说明")),
                (
                    "resulting_version",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="affairs.regulationversion",
                        verbose_name="形成的版本",
                    ),
                ),
                ("concluded_on", models.DateField(editable=False, null=True, verbose_name="结束日期")),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="撤回原因"),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                ("drafted_on", models.DateField(editable=False, verbose_name="起草日期")),
            ],
            options={
                "verbose_name": "征求意见",
                "verbose_name_plural": "征求意见",
                "ordering": ["-drafted_on", "-pk"],
                "indexes": [models.Index(fields=["status", "closes_on"], name="consultations_by_end")],
                "constraints": [
                    models.UniqueConstraint(fields=("year", "number"), name="one_consultation_of_a_number"),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "withdrawn"), _negated=True),
                        fields=("regulation_version",),
                        name="one_consultation_on_a_version",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("number__isnull", False),
                                ("opened_on__isnull", False),
                                ("status__in", ("open", "answering", "concluded")),
                                ("year__isnull", False),
                            ),
                            models.Q(("number__isnull", True), ("opened_on__isnull", True), ("status", "draft")),
                            ("status", "withdrawn"),
                            _connector="OR",
                        ),
                        name="consultation_numbered_once_opened",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opened_on__isnull", True), ("closes_on__gte", models.F("opened_on")), _connector="OR"
                        ),
                        name="consultation_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("concluded_on__isnull", False),
                                ("status", "concluded"),
                                models.Q(("conclusion", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "concluded"), _negated=True), ("concluded_on__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="consultation_concluded_with_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "withdrawn"), models.Q(("withdrawn_reason", ""), _negated=True)),
                            models.Q(models.Q(("status", "withdrawn"), _negated=True), ("withdrawn_reason", "")),
                            _connector="OR",
                        ),
                        name="consultation_withdrawn_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OpinionPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="affairs.consultation",
                        verbose_name="征求意见",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("passage", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="针对内容")),
                ("text", models.TextField(max_length=1000, verbose_name="意见要点")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("adopted", "采纳"), ("partly", "部分采纳"), ("declined", "未采纳")],
                        max_length=10,
                        verbose_name="答复",
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=1000, verbose_name="理由")),
                ("new_wording", models.TextField(blank=True, max_length=2000, verbose_name="修改为")),
            ],
            options={
                "verbose_name": "意见要点",
                "verbose_name_plural": "意见要点",
                "ordering": ["consultation", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("consultation", "number"), name="one_point_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", ""), ("new_wording", ""), ("reason", "")),
                            models.Q(
                                models.Q(("decision", ""), _negated=True), models.Q(("reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="point_answered_with_a_reason",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        default=unionoffice.untraceable.random_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinions",
                        to="affairs.consultation",
                        verbose_name="征求意见",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinions",
                        to="affairs.opinionpoint",
                        verbose_name="归入要点",
                    ),
                ),
                (
                    "voice",
                    models.CharField(
                        choices=[
                            ("open", "署名，公布时显示我的姓名"),
                            ("named", "署名，公布时不显示姓名"),
                            ("anonymous", "匿名，谁也查不到是我"),
                            ("group", "小组集体意见"),
                        ],
                        max_length=10,
                        verbose_name="提出方式",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinions",
                        to="members.member",
                        verbose_name="提出人",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.uniongroup",
                        verbose_name="工会小组",
                    ),
                ),
                ("headcount", models.PositiveSmallIntegerField(default=1, verbose_name="人数")),
                ("passage", models.PositiveSmallIntegerField(null=True, verbose_name="针对内容")),
                ("question", models.PositiveSmallIntegerField(null=True, verbose_name="回答的问题")),
                ("text", models.TextField(max_length=1000, verbose_name="意见")),
                ("once", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="表单键")),
            ],
            options={
                "verbose_name": "意见",
                "verbose_name_plural": "意见",
                "ordering": ["id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("group__isnull", True),
                                ("headcount", 1),
                                ("member__isnull", True),
                                ("voice", "anonymous"),
                            ),
                            models.Q(
                                ("group__isnull", True),
                                ("headcount", 1),
                                ("member__isnull", False),
                                ("voice__in", ["open", "named"]),
                            ),
                            models.Q(
                                ("group__isnull", False),
                                ("headcount__gt", 0),
                                ("member__isnull", False),
                                ("voice", "group"),
                            ),
                            _connector="OR",
                        ),
                        name="opinion_tells_whose_it_is_as_its_voice_says",
                    )
                ],
                "indexes": [],
            },
        ),
    ]
