import affairs.models.schemes
import django.core.validators
import django.db.models.deletion
import unionoffice.money
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("affairs", "0009_mailbox"),
        ("members", "0013_merges"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("sound", models.CharField(editable=False, max_length=900, verbose_name="标题读音")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "起草中"),
                            ("negotiating", "协商中"),
                            ("passed", "已审议通过"),
                            ("signed", "已签订"),
                            ("filed", "已备案"),
                            ("expired", "已到期"),
                            ("ended", "已终止"),
                            ("discarded", "已作废"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("collective", "集体合同"),
                            ("wages", "工资专项集体合同"),
                            ("women", "女职工权益保护专项集体合同"),
                            ("safety", "劳动安全卫生专项集体合同"),
                            ("other", "其他专项协议"),
                        ],
                        default="collective",
                        max_length=12,
                        verbose_name="类型",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("employer", models.CharField(max_length=60, verbose_name="用人单位")),
                ("employer_side", models.CharField(blank=True, max_length=200, verbose_name="学校方协商代表")),
                ("employer_signer", models.CharField(blank=True, max_length=60, verbose_name="学校方签字人")),
                ("union_side", models.CharField(blank=True, max_length=200, verbose_name="职工方协商代表")),
                ("union_signer", models.CharField(blank=True, max_length=60, verbose_name="职工方签字人")),
                ("passed_on", models.DateField(blank=True, null=True, verbose_name="审议通过日期")),
                ("passed_at", models.CharField(blank=True, max_length=100, verbose_name="审议通过的会议")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="签订日期")),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="期限自")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="期限至")),
                ("filed_on", models.DateField(blank=True, null=True, verbose_name="备案日期")),
                ("filing_no", models.CharField(blank=True, max_length=60, verbose_name="备案号")),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="终止日期")),
                ("end_reason", models.CharField(blank=True, editable=False, max_length=200, verbose_name="终止原因")),
                ("short_number", models.CharField(editable=False, max_length=12, unique=True, verbose_name="编号")),
                ("drafted_on", models.DateField(editable=False, verbose_name="起草日期")),
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
                (
                    "renews",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renewed_by",
                        to="affairs.agreement",
                        verbose_name="续签的合同",
                    ),
                ),
            ],
            options={
                "verbose_name": "集体合同",
                "verbose_name_plural": "集体合同",
                "ordering": ["-drafted_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="AgreementCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("checked_on", models.DateField(verbose_name="检查日期")),
                ("people", models.CharField(max_length=200, verbose_name="检查人员")),
                ("summary", models.TextField(blank=True, max_length=2000, verbose_name="检查情况")),
                ("follow_up", models.TextField(blank=True, max_length=2000, verbose_name="整改要求")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="整改期限")),
                ("outcome", models.TextField(blank=True, editable=False, max_length=2000, verbose_name="整改结果")),
                ("done_on", models.DateField(editable=False, null=True, verbose_name="整改完成日期")),
                (
                    "agreement",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="affairs.agreement",
                        verbose_name="集体合同",
                    ),
                ),
            ],
            options={
                "verbose_name": "履行检查",
                "verbose_name_plural": "履行检查",
                "ordering": ["-checked_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="AgreementClause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("text", models.TextField(verbose_name="条款")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clauses",
                        to="affairs.agreement",
                        verbose_name="集体合同",
                    ),
                ),
            ],
            options={
                "verbose_name": "合同条款",
                "verbose_name_plural": "合同条款",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="CheckFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "fulfilment",
                    models.CharField(
                        choices=[
                            ("kept", "已履行"),
                            ("partly", "部分履行"),
                            ("not_kept", "未履行"),
                            ("not_due", "尚未到期"),
                        ],
                        max_length=10,
                        verbose_name="履行情况",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                (
                    "check_of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="affairs.agreementcheck",
                        verbose_name="履行检查",
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="affairs.agreementclause",
                        verbose_name="条款",
                    ),
                ),
            ],
            options={
                "verbose_name": "条款履行情况",
                "verbose_name_plural": "条款履行情况",
                "ordering": ["clause__position"],
            },
        ),
        migrations.CreateModel(
            name="InspectionScheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("name", models.CharField(max_length=100, verbose_name="名称")),
                ("issuer", models.CharField(max_length=60, verbose_name="制定单位")),
                ("valid_from", models.PositiveSmallIntegerField(verbose_name="自哪一年起执行")),
                (
                    "full_mark",
                    affairs.models.schemes.MarksField(
                        decimal_places=1,
                        max_digits=5,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.1"))],
                        verbose_name="满分",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="依据")),
            ],
            options={
                "verbose_name": "评分方案",
                "verbose_name_plural": "评分方案",
                "ordering": ["-valid_from", "name", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("name", "valid_from"), name="one_scheme_of_a_name_and_year"),
                    models.CheckConstraint(condition=models.Q(("full_mark__gt", 0)), name="scheme_has_marks_to_give"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inspection",
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
                            ("preparing", "准备中"),
                            ("concluded", "已有结果"),
                            ("rectifying", "整改中"),
                            ("closed", "已办结"),
                        ],
                        default="preparing",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("received", "上级检查"), ("self", "自评")],
                        default="received",
                        max_length=10,
                        verbose_name="类型",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("school", "校级"),
                            ("county", "区县级"),
                            ("city", "市级"),
                            ("province", "省级"),
                            ("nation", "国家级"),
                        ],
                        max_length=10,
                        verbose_name="级别",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="检查评估名称")),
                ("by_whom", models.CharField(max_length=60, verbose_name="检查单位")),
                (
                    "score",
                    affairs.models.schemes.MarksField(
                        blank=True,
                        decimal_places=1,
                        max_digits=5,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="得分",
                    ),
                ),
                (
                    "full_mark",
                    affairs.models.schemes.MarksField(
                        blank=True,
                        decimal_places=1,
                        max_digits=5,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.1"))],
                        verbose_name="满分",
                    ),
                ),
                ("result", models.CharField(blank=True, max_length=40, verbose_name="结果")),
                ("comment", models.TextField(blank=True, max_length=5000, verbose_name="检查意见")),
                ("closed_on", models.DateField(editable=False, null=True, verbose_name="办结日期")),
                ("short_number", models.CharField(editable=False, max_length=12, unique=True, verbose_name="编号")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspections",
                        to="affairs.inspectionscheme",
                        verbose_name="评分方案",
                    ),
                ),
            ],
            options={
                "verbose_name": "检查评估",
                "verbose_name_plural": "检查评估",
                "ordering": ["-held_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ItemScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "score",
                    affairs.models.schemes.MarksField(decimal_places=1, max_digits=5, null=True, verbose_name="得分"),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="扣分原因")),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="affairs.inspection",
                        verbose_name="检查评估",
                    ),
                ),
            ],
            options={
                "verbose_name": "指标得分",
                "verbose_name_plural": "指标得分",
                "ordering": ["item__position"],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                ("note", models.CharField(blank=True, max_length=100, verbose_name="说明")),
                (
                    "shows",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="affairs.itemscore",
                        verbose_name="指标",
                    ),
                ),
            ],
            options={
                "verbose_name": "佐证记录",
                "verbose_name_plural": "佐证记录",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="NegotiationRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(editable=False, verbose_name="第几轮")),
                ("held_on", models.DateField(verbose_name="协商日期")),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="地点")),
                ("matters", models.TextField(max_length=2000, verbose_name="协商内容")),
                ("outcome", models.TextField(max_length=2000, verbose_name="协商结果")),
                (
                    "agreement",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="affairs.agreement",
                        verbose_name="集体合同",
                    ),
                ),
            ],
            options={
                "verbose_name": "协商记录",
                "verbose_name_plural": "协商记录",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="Rectification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("demand", models.TextField(max_length=1000, verbose_name="整改事项")),
                ("responsible", models.CharField(max_length=60, verbose_name="责任人")),
                ("due_on", models.DateField(verbose_name="整改期限")),
                ("outcome", models.TextField(blank=True, editable=False, max_length=1000, verbose_name="整改结果")),
                ("done_on", models.DateField(editable=False, null=True, verbose_name="完成日期")),
                (
                    "inspection",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rectifications",
                        to="affairs.inspection",
                        verbose_name="检查评估",
                    ),
                ),
            ],
            options={
                "verbose_name": "整改事项",
                "verbose_name_plural": "整改事项",
                "ordering": ["due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SchemeItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("title", models.CharField(max_length=200, verbose_name="指标")),
                ("standard", models.TextField(blank=True, verbose_name="评分标准")),
                ("full_mark", affairs.models.schemes.MarksField(decimal_places=1, max_digits=5, verbose_name="分值")),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="affairs.schemeitem",
                        verbose_name="一级指标",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="affairs.inspectionscheme",
                        verbose_name="评分方案",
                    ),
                ),
            ],
            options={
                "verbose_name": "评分指标",
                "verbose_name_plural": "评分指标",
                "ordering": ["position"],
            },
        ),
        migrations.AddField(
            model_name="itemscore",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="scores",
                to="affairs.schemeitem",
                verbose_name="指标",
            ),
        ),
        migrations.CreateModel(
            name="Supervision",
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
                        choices=[("recorded", "已登记"), ("followed", "整改中"), ("closed", "已办结")],
                        default="recorded",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("purchase", "采购"),
                            ("tender", "招标"),
                            ("building", "基建"),
                            ("canteen", "食堂"),
                            ("shop", "商店"),
                            ("finance", "学校财务审核"),
                            ("fees", "收费"),
                            ("admission", "招生"),
                            ("titles", "职称评聘"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="监督类别",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="监督事项")),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("prices", "参加询价"),
                            ("sitting_in", "列席评标"),
                            ("acceptance", "参加验收"),
                            ("review", "审核"),
                            ("check", "检查"),
                            ("hearing", "听取汇报"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="监督方式",
                    ),
                ),
                (
                    "amount",
                    unionoffice.money.MoneyField(
                        blank=True, decimal_places=2, max_digits=13, null=True, verbose_name="涉及金额"
                    ),
                ),
                ("others", models.CharField(blank=True, max_length=200, verbose_name="其他参加人员")),
                ("finding", models.TextField(blank=True, max_length=5000, verbose_name="监督意见")),
                ("follow_up", models.TextField(blank=True, editable=False, max_length=2000, verbose_name="整改要求")),
                (
                    "responsible",
                    models.CharField(blank=True, editable=False, max_length=60, verbose_name="整改责任人"),
                ),
                ("due_on", models.DateField(editable=False, null=True, verbose_name="整改期限")),
                ("outcome", models.TextField(blank=True, editable=False, max_length=2000, verbose_name="办理结果")),
                ("reported_at", models.CharField(blank=True, max_length=200, verbose_name="通报情况")),
                ("closed_on", models.DateField(editable=False, null=True, verbose_name="办结日期")),
                ("short_number", models.CharField(editable=False, max_length=12, unique=True, verbose_name="编号")),
                (
                    "recorded_by",
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
                "verbose_name": "监督",
                "verbose_name_plural": "监督",
                "ordering": ["-held_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SupervisionPerson",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("committee", "工会委员"),
                            ("delegate", "教代会代表"),
                            ("auditor", "经审委员"),
                            ("group", "监督小组成员"),
                            ("member", "会员"),
                        ],
                        max_length=10,
                        verbose_name="身份",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervisions",
                        to="members.member",
                        verbose_name="参加人",
                    ),
                ),
                (
                    "supervision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="affairs.supervision",
                        verbose_name="监督",
                    ),
                ),
            ],
            options={
                "verbose_name": "监督人员",
                "verbose_name_plural": "监督人员",
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("from_on__isnull", False),
                        ("signed_on__isnull", False),
                        ("status__in", ("signed", "filed", "expired", "ended")),
                        ("to_on__gt", models.F("from_on")),
                        models.Q(("employer_signer", ""), _negated=True),
                        models.Q(("union_signer", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("status__in", ("signed", "filed", "expired", "ended")), _negated=True),
                        ("signed_on__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="agreement_signed_by_both_sides_for_a_term",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "passed"), _negated=True), ("passed_on__isnull", False), _connector="OR"
                ),
                name="agreement_passed_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "filed"), _negated=True), ("filed_on__isnull", False), _connector="OR"
                ),
                name="agreement_filed_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("filed_on__isnull", True),
                    models.Q(("filed_on__gte", models.F("signed_on")), ("signed_on__isnull", False)),
                    _connector="OR",
                ),
                name="agreement_filed_after_it_was_signed",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_on__isnull", False), ("status", "ended"), models.Q(("end_reason", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("status", "ended"), _negated=True), ("end_reason", ""), ("ended_on__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="agreement_ended_on_a_day_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "discarded"), _negated=True),
                fields=("renews",),
                name="one_renewal_of_an_agreement",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("due_on__isnull", False), models.Q(("follow_up", ""), _negated=True)),
                    models.Q(("due_on__isnull", True), ("follow_up", "")),
                    _connector="OR",
                ),
                name="check_demands_something_by_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("done_on__isnull", False),
                        ("due_on__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    models.Q(("done_on__isnull", True), ("outcome", "")),
                    _connector="OR",
                ),
                name="check_settled_with_an_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementclause",
            constraint=models.UniqueConstraint(fields=("agreement", "position"), name="one_clause_a_position"),
        ),
        migrations.AddConstraint(
            model_name="agreementclause",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="clause_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="checkfinding",
            constraint=models.UniqueConstraint(fields=("check_of", "clause"), name="one_finding_a_clause"),
        ),
        migrations.AddConstraint(
            model_name="checkfinding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fulfilment__in", ["kept", "not_due"]), models.Q(("note", ""), _negated=True), _connector="OR"
                ),
                name="unkept_clause_says_why",
            ),
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(fields=["held_on", "held_until"], name="inspections_by_day"),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("held_until", models.F("held_on")), ("precision", "day")),
                    models.Q(models.Q(("precision", "day"), _negated=True), ("held_until__gt", models.F("held_on"))),
                    _connector="OR",
                ),
                name="inspection_has_its_span",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("full_mark__isnull", True), ("score__isnull", True)),
                    models.Q(
                        ("full_mark__isnull", False),
                        ("score__gte", 0),
                        ("score__isnull", False),
                        ("score__lte", models.F("full_mark")),
                    ),
                    _connector="OR",
                ),
                name="score_stands_with_its_full_mark",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", False), ("status", "closed")),
                    models.Q(models.Q(("status", "closed"), _negated=True), ("closed_on__isnull", True)),
                    _connector="OR",
                ),
                name="inspection_closed_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ("concluded", "rectifying", "closed")), _negated=True),
                    ("scheme__isnull", True),
                    ("score__isnull", False),
                    _connector="OR",
                ),
                name="inspection_by_scheme_has_its_score",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.UniqueConstraint(
                fields=("shows", "source_model", "source_key"), name="linked_to_an_item_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("source_key__isnull", False)), name="evidence_is_a_record"
            ),
        ),
        migrations.AddConstraint(
            model_name="negotiationround",
            constraint=models.UniqueConstraint(fields=("agreement", "number"), name="one_round_a_number"),
        ),
        migrations.AddConstraint(
            model_name="rectification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_on__isnull", False), models.Q(("outcome", ""), _negated=True)),
                    models.Q(("done_on__isnull", True), ("outcome", "")),
                    _connector="OR",
                ),
                name="rectified_with_an_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="schemeitem",
            constraint=models.UniqueConstraint(fields=("scheme", "position"), name="one_item_a_position"),
        ),
        migrations.AddConstraint(
            model_name="schemeitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("full_mark__gt", 0)), name="item_has_marks_to_give"
            ),
        ),
        migrations.AddConstraint(
            model_name="schemeitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent__isnull", True), models.Q(("parent", models.F("id")), _negated=True), _connector="OR"
                ),
                name="item_does_not_stand_under_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="itemscore",
            constraint=models.UniqueConstraint(fields=("inspection", "item"), name="one_score_an_item"),
        ),
        migrations.AddConstraint(
            model_name="itemscore",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__isnull", True), ("score__gte", 0), _connector="OR"),
                name="item_score_not_below_zero",
            ),
        ),
        migrations.AddIndex(
            model_name="supervision",
            index=models.Index(fields=["held_on", "held_until"], name="supervision_by_day"),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("held_until", models.F("held_on")), ("precision", "day")),
                    models.Q(models.Q(("precision", "day"), _negated=True), ("held_until__gt", models.F("held_on"))),
                    _connector="OR",
                ),
                name="supervision_has_its_span",
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_on__isnull", False), ("status", "closed"), models.Q(("finding", ""), _negated=True)
                    ),
                    models.Q(models.Q(("status", "closed"), _negated=True), ("closed_on__isnull", True)),
                    _connector="OR",
                ),
                name="supervision_closed_on_a_day_with_a_finding",
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("due_on__isnull", False),
                        models.Q(("follow_up", ""), _negated=True),
                        models.Q(("responsible", ""), _negated=True),
                    ),
                    models.Q(("due_on__isnull", True), ("follow_up", ""), ("responsible", "")),
                    _connector="OR",
                ),
                name="follow_up_names_who_and_by_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "followed"), _negated=True),
                    models.Q(("follow_up", ""), _negated=True),
                    _connector="OR",
                ),
                name="followed_up_has_its_demand",
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__isnull", True), ("amount__gte", 0), _connector="OR"),
                name="supervised_amount_not_below_zero",
            ),
        ),
        migrations.AddConstraint(
            model_name="supervisionperson",
            constraint=models.UniqueConstraint(fields=("supervision", "member"), name="once_at_a_supervision"),
        ),
    ]
