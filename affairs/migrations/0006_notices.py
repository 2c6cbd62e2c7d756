import django.core.validators
import django.db.models.deletion
import unionoffice.money
import unionoffice.richtext.fields
import unionoffice.untraceable
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("affairs", "0005_review"),
        ("members", "0013_merges"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "草稿"),
                            ("submitted", "待审批"),
                            ("returned", "已退回"),
                            ("posted", "公示中"),
                            ("concluded", "公示结束"),
                            ("documented", "已发文"),
                            ("withdrawn", "已终止"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "sphere",
                    models.CharField(
                        choices=[("school", "校务"), ("union", "会务")],
                        default="school",
                        max_length=10,
                        verbose_name="公开事务",
                    ),
                ),
                (
                    "object",
                    models.CharField(
                        choices=[
                            ("commendation", "评优评先"),
                            ("titles", "职称评聘"),
                            ("posts", "岗位聘任"),
                            ("appraisal", "考核结果"),
                            ("hardship", "困难帮扶"),
                            ("candidates", "候选人"),
                            ("cadres", "干部任用"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="公示对象",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                ("text", unionoffice.richtext.fields.RichTextField(max_length=5000, verbose_name="正文")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="依据文件")),
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
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="评审日期")),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="公示期（工作日）"
                    ),
                ),
                (
                    "names_to_staff",
                    models.CharField(
                        choices=[
                            ("full", "全名"),
                            ("surname", "姓＋某"),
                            ("initial", "首字＋**"),
                            ("hidden", "不公布姓名"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="对教职工",
                    ),
                ),
                (
                    "names_outside",
                    models.CharField(
                        choices=[
                            ("full", "全名"),
                            ("surname", "姓＋某"),
                            ("initial", "首字＋**"),
                            ("hidden", "不公布姓名"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="对社会",
                    ),
                ),
                ("contact", models.CharField(max_length=60, verbose_name="受理人")),
                ("contact_phone", models.CharField(max_length=40, verbose_name="受理电话")),
                ("contact_place", models.CharField(max_length=60, verbose_name="受理地点")),
                ("is_public", models.BooleanField(default=False, editable=False, verbose_name="也向社会公示")),
                ("year", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="年度")),
                ("number", models.PositiveIntegerField(editable=False, null=True, verbose_name="编号")),
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
                (
                    "submitted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提交人",
                    ),
                ),
                ("submitted_on", models.DateField(editable=False, null=True, verbose_name="提交日期")),
                ("return_comment", models.TextField(blank=True, editable=False, verbose_name="退回意见")),
                (
                    "approved_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审批账号",
                    ),
                ),
                ("approver", models.CharField(blank=True, editable=False, max_length=60, verbose_name="审批人")),
                ("approved_on", models.DateField(editable=False, null=True, verbose_name="审批日期")),
                ("posted_on", models.DateField(editable=False, null=True, verbose_name="公示之日")),
                ("ends_on", models.DateField(editable=False, null=True, verbose_name="截止日期")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("passed", "通过"), ("partly", "部分通过"), ("failed", "不通过")],
                        editable=False,
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                ("conclusion", models.TextField(blank=True, editable=False, max_length=1000, verbose_name="结论")),
                ("concluded_on", models.DateField(editable=False, null=True, verbose_name="结束日期")),
                ("shown_until", models.DateField(editable=False, null=True, verbose_name="结果公布至")),
                ("document_no", models.CharField(blank=True, editable=False, max_length=60, verbose_name="结果文号")),
                ("document_on", models.DateField(editable=False, null=True, verbose_name="发文日期")),
                ("withdrawn_on", models.DateField(editable=False, null=True, verbose_name="终止日期")),
                (
                    "withdraw_reason",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="终止原因"),
                ),
            ],
            options={
                "verbose_name": "公示",
                "verbose_name_plural": "公示",
                "ordering": ["-drafted_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="NoticeCandidate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="candidates",
                        to="affairs.publicnotice",
                        verbose_name="公示",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="次序")),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                ("department", models.CharField(blank=True, max_length=60, verbose_name="部门或单位")),
                ("proposed", models.CharField(blank=True, max_length=100, verbose_name="拟定内容")),
                (
                    "amount",
                    unionoffice.money.MoneyField(
                        blank=True, decimal_places=2, max_digits=13, null=True, verbose_name="金额"
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("passed", "通过"), ("partly", "部分通过"), ("failed", "不通过")],
                        editable=False,
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                (
                    "result_note",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="结果说明"),
                ),
            ],
            options={
                "verbose_name": "公示人选",
                "verbose_name_plural": "公示人选",
                "ordering": ["place"],
            },
        ),
        migrations.CreateModel(
            name="NoticeReviewer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviewers",
                        to="affairs.publicnotice",
                        verbose_name="公示",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="次序")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="教职工",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                (
                    "duty",
                    models.CharField(
                        choices=[("head", "组长"), ("member", "成员")],
                        default="member",
                        max_length=10,
                        verbose_name="职责",
                    ),
                ),
                ("is_delegate", models.BooleanField(default=False, verbose_name="教职工代表")),
            ],
            options={
                "verbose_name": "评审小组成员",
                "verbose_name_plural": "评审小组成员",
                "ordering": ["place"],
            },
        ),
        migrations.CreateModel(
            name="NoticeExtension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="affairs.publicnotice",
                        verbose_name="公示",
                    ),
                ),
                ("days", models.PositiveSmallIntegerField(verbose_name="延长的工作日")),
                ("reason", models.CharField(max_length=200, verbose_name="延长原因")),
                ("ended_on", models.DateField(verbose_name="原截止日期")),
                ("ends_on", models.DateField(verbose_name="新截止日期")),
                ("extended_on", models.DateField(verbose_name="办理日期")),
                (
                    "extended_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
            ],
            options={
                "verbose_name": "延长公示",
                "verbose_name_plural": "延长公示",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        default=unionoffice.untraceable.random_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objections",
                        to="affairs.publicnotice",
                        verbose_name="公示",
                    ),
                ),
                (
                    "candidate",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objections",
                        to="affairs.noticecandidate",
                        verbose_name="针对谁",
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="异议内容")),
                (
                    "way",
                    models.CharField(
                        choices=[("online", "网上提交"), ("written", "书面"), ("spoken", "当面或电话")],
                        default="online",
                        max_length=10,
                        verbose_name="提出方式",
                    ),
                ),
                ("is_anonymous", models.BooleanField(default=False, verbose_name="匿名")),
                (
                    "filed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出账号",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=60, verbose_name="提出人")),
                ("contact", models.CharField(blank=True, max_length=60, verbose_name="联系方式")),
                ("received_on", models.DateField(verbose_name="提出日期")),
                (
                    "code_digest",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="查询码摘要"),
                ),
                (
                    "finding",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("true", "属实"),
                            ("partly", "部分属实"),
                            ("untrue", "不属实"),
                            ("unverifiable", "无法核实"),
                        ],
                        editable=False,
                        max_length=14,
                        verbose_name="认定",
                    ),
                ),
                (
                    "finding_text",
                    models.TextField(blank=True, editable=False, max_length=1000, verbose_name="认定说明"),
                ),
                ("reply", models.TextField(blank=True, editable=False, max_length=1000, verbose_name="答复")),
                (
                    "handled_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="处理人",
                    ),
                ),
                ("handled_on", models.DateField(editable=False, null=True, verbose_name="处理日期")),
            ],
            options={
                "verbose_name": "异议",
                "verbose_name_plural": "异议",
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="publicnotice",
            index=models.Index(fields=["status", "ends_on"], name="notices_by_last_day"),
        ),
        migrations.AddIndex(
            model_name="publicnotice",
            index=models.Index(fields=["posted_on"], name="notices_by_day"),
        ),
        migrations.AddConstraint(
            model_name="publicnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ends_on__isnull", False),
                        ("number__isnull", False),
                        ("posted_on__isnull", False),
                        ("status__in", ("posted", "concluded", "documented", "withdrawn")),
                        ("year__isnull", False),
                    ),
                    models.Q(
                        models.Q(("status__in", ("posted", "concluded", "documented")), _negated=True),
                        ("ends_on__isnull", True),
                        ("number__isnull", True),
                        ("posted_on__isnull", True),
                        ("year__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="notice_numbered_when_posted",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicnotice",
            constraint=models.UniqueConstraint(fields=("year", "number"), name="one_notice_a_number"),
        ),
        migrations.AddConstraint(
            model_name="publicnotice",
            constraint=models.CheckConstraint(condition=models.Q(("days__gte", 1)), name="notice_hangs_a_day"),
        ),
        migrations.AddConstraint(
            model_name="publicnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True), ("ends_on__gt", models.F("posted_on")), _connector="OR"
                ),
                name="notice_ends_after_posting",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("posted_on__isnull", True),
                    models.Q(("approved_on__isnull", False), models.Q(("approver", ""), _negated=True)),
                    _connector="OR",
                ),
                name="notice_approved_before_posted",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by__isnull", True),
                    models.Q(
                        models.Q(("approved_by", models.F("drafted_by")), _negated=True),
                        models.Q(("approved_by", models.F("submitted_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="nobody_approves_their_own_notice",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("concluded_on__gt", models.F("ends_on")),
                        ("status__in", ("concluded", "documented")),
                        models.Q(("result", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("status__in", ("concluded", "documented")), _negated=True),
                        ("concluded_on__isnull", True),
                        ("conclusion", ""),
                        ("result", ""),
                    ),
                    _connector="OR",
                ),
                name="notice_concluded_once_over",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(
                            ("status__in", ("concluded", "documented")),
                            models.Q(("posted_on__isnull", False), ("status", "withdrawn")),
                            _connector="OR",
                        ),
                        ("shown_until__isnull", False),
                    ),
                    models.Q(
                        models.Q(("status__in", ("concluded", "documented")), _negated=True),
                        models.Q(
                            models.Q(("status", "withdrawn"), _negated=True),
                            ("posted_on__isnull", True),
                            _connector="OR",
                        ),
                        ("shown_until__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="notice_result_shown_for_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("document_on__isnull", False),
                        ("status", "documented"),
                        models.Q(("document_no", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("status", "documented"), _negated=True),
                        ("document_no", ""),
                        ("document_on__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="notice_document_when_documented",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status", "withdrawn"),
                        ("withdrawn_on__isnull", False),
                        models.Q(("withdraw_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("status", "withdrawn"), _negated=True),
                        ("withdraw_reason", ""),
                        ("withdrawn_on__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="notice_withdrawn_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("contact", ""), ("filed_by__isnull", True), ("is_anonymous", True), ("name", "")),
                    models.Q(("code_digest", ""), ("is_anonymous", False), models.Q(("name", ""), _negated=True)),
                    _connector="OR",
                ),
                name="objection_anonymous_or_signed",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("finding__in", ["true", "partly", "untrue", "unverifiable"]),
                        ("handled_by__isnull", False),
                        ("handled_on__isnull", False),
                        models.Q(("finding_text", ""), _negated=True),
                    ),
                    models.Q(
                        ("finding", ""),
                        ("finding_text", ""),
                        ("handled_by__isnull", True),
                        ("handled_on__isnull", True),
                        ("reply", ""),
                    ),
                    _connector="OR",
                ),
                name="objection_settled_with_a_finding",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("handled_on__isnull", True), ("handled_on__gte", models.F("received_on")), _connector="OR"
                ),
                name="objection_settled_after_it_came",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.UniqueConstraint(
                condition=models.Q(("code_digest", ""), _negated=True),
                fields=("code_digest",),
                name="one_objection_a_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticereviewer",
            constraint=models.UniqueConstraint(fields=("notice", "place"), name="one_reviewer_a_place"),
        ),
        migrations.AddConstraint(
            model_name="noticeextension",
            constraint=models.CheckConstraint(
                condition=models.Q(("days__gte", 1), ("ends_on__gt", models.F("ended_on"))),
                name="extension_is_longer",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticeextension",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="extended_for_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="noticecandidate",
            constraint=models.UniqueConstraint(fields=("notice", "place"), name="one_candidate_a_place"),
        ),
        migrations.AddConstraint(
            model_name="noticecandidate",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="candidate_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="noticecandidate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("result__in", ["", "passed"]), models.Q(("result_note", ""), _negated=True), _connector="OR"
                ),
                name="candidate_not_passed_for_a_reason",
            ),
        ),
    ]
