import django.db.models.deletion
import unionoffice.untraceable
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("affairs", "0008_meetings"),
        ("members", "0013_merges"),
    ]

    operations = [
        migrations.CreateModel(
            name="Mailbox",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[("online", "网上信箱"), ("hung", "挂设的信箱"), ("phone", "公布的电话")],
                        max_length=10,
                        verbose_name="形式",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("principal", "校长"),
                            ("party_secretary", "书记"),
                            ("vice_principal", "分管校领导"),
                            ("chair", "工会主席"),
                            ("secretary", "工会秘书"),
                            ("auditor", "经审委员"),
                            ("welfare_officer", "生活委员"),
                            ("women_officer", "女工委员"),
                            ("organisation_officer", "组织委员"),
                        ],
                        max_length=30,
                        verbose_name="由谁答复",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="挂设地点")),
                ("phones", models.TextField(blank=True, max_length=500, verbose_name="公布的电话")),
                ("opening_days", models.CharField(blank=True, max_length=60, verbose_name="开箱安排")),
                ("takes_letters_here", models.BooleanField(default=True, verbose_name="可以在网上写信")),
                (
                    "writers",
                    models.CharField(
                        choices=[("staff", "全体教职工"), ("public", "社会")],
                        default="staff",
                        max_length=10,
                        verbose_name="谁可以写信",
                    ),
                ),
                ("in_use_from", models.DateField(blank=True, null=True, verbose_name="启用日期")),
                ("in_use_to", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                (
                    "keeper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="指定答复人",
                    ),
                ),
            ],
            options={
                "verbose_name": "信箱",
                "verbose_name_plural": "信箱",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="BoxOpening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("opened_on", models.DateField(verbose_name="开箱日期")),
                ("found", models.PositiveSmallIntegerField(verbose_name="信件数")),
                (
                    "opener",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="开箱人",
                    ),
                ),
                (
                    "witness",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="监督人",
                    ),
                ),
                (
                    "mailbox",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to="affairs.mailbox",
                        verbose_name="信箱",
                    ),
                ),
            ],
            options={
                "verbose_name": "开箱记录",
                "verbose_name_plural": "开箱记录",
                "ordering": ["-opened_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "id",
                    models.BigIntegerField(
                        default=unionoffice.untraceable.random_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("received", "待受理"),
                            ("handling", "办理中"),
                            ("asked", "待来信人补充"),
                            ("answered", "已答复"),
                            ("closed", "已办结"),
                            ("refused", "不予受理"),
                        ],
                        default="received",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("online", "网上"), ("paper", "纸质"), ("phone", "电话")],
                        default="online",
                        editable=False,
                        max_length=10,
                        verbose_name="来信方式",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("teaching", "教学"),
                            ("logistics", "后勤"),
                            ("treatment", "待遇"),
                            ("ethics", "师德师风"),
                            ("safety", "校园安全"),
                            ("management", "学校管理"),
                            ("union", "工会工作"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="类别",
                    ),
                ),
                ("subject", models.CharField(max_length=60, verbose_name="标题")),
                ("body", models.TextField(max_length=4000, verbose_name="内容")),
                (
                    "wish",
                    models.CharField(
                        choices=[("private", "只答复本人"), ("may_publish", "可以隐去个人信息后公开")],
                        default="private",
                        max_length=12,
                        verbose_name="答复方式",
                    ),
                ),
                ("signature", models.CharField(blank=True, max_length=40, verbose_name="落款")),
                ("hides_name", models.BooleanField(default=False, verbose_name="姓名对承办部门保密")),
                ("code_digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("received_on", models.DateField(editable=False, verbose_name="收到日期")),
                ("due_on", models.DateField(editable=False, verbose_name="答复期限")),
                ("year", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="年度")),
                ("number", models.PositiveIntegerField(editable=False, null=True, verbose_name="编号")),
                ("handle_by", models.DateField(editable=False, null=True, verbose_name="承办期限")),
                ("answered_on", models.DateField(editable=False, null=True, verbose_name="首次答复日期")),
                ("closed_on", models.DateField(editable=False, null=True, verbose_name="办结日期")),
                (
                    "refusal_reason",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="不予受理的原因"),
                ),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[("satisfied", "满意"), ("fairly", "基本满意"), ("dissatisfied", "不满意")],
                        editable=False,
                        max_length=12,
                        verbose_name="来信人评价",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="来信人",
                    ),
                ),
                (
                    "disclosure",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="affairs.disclosure",
                        verbose_name="公开事项",
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="承办人",
                    ),
                ),
                (
                    "opening",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="affairs.boxopening",
                        verbose_name="开箱记录",
                    ),
                ),
                (
                    "mailbox",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="affairs.mailbox",
                        verbose_name="信箱",
                    ),
                ),
            ],
            options={
                "verbose_name": "来信",
                "verbose_name_plural": "来信",
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LetterMessage",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        default=unionoffice.untraceable.random_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                (
                    "side",
                    models.CharField(
                        choices=[("sender", "来信人"), ("office", "答复人")], max_length=8, verbose_name="谁"
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="内容")),
                ("is_answer", models.BooleanField(default=False, verbose_name="正式答复")),
                ("written_on", models.DateField(verbose_name="日期")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="答复人",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="affairs.letter",
                        verbose_name="来信",
                    ),
                ),
            ],
            options={
                "verbose_name": "往来",
                "verbose_name_plural": "往来",
                "ordering": ["id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("letter", "position"), name="one_message_a_position"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("by__isnull", False), ("side", "office")),
                            models.Q(("by__isnull", True), ("is_answer", False), ("side", "sender")),
                            _connector="OR",
                        ),
                        name="account_exactly_beside_the_office",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterFile",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        default=unionoffice.untraceable.random_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("kind", models.CharField(max_length=8, verbose_name="类型")),
                ("content", models.BinaryField(verbose_name="内容")),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="affairs.letter",
                        verbose_name="来信",
                    ),
                ),
            ],
            options={
                "verbose_name": "来信附件",
                "verbose_name_plural": "来信附件",
                "ordering": ["id"],
                "abstract": False,
                "constraints": [models.UniqueConstraint(fields=("letter", "position"), name="one_file_a_position")],
            },
        ),
        migrations.CreateModel(
            name="PublishedReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                ("question", models.TextField(max_length=2000, verbose_name="问题")),
                ("answer", models.TextField(max_length=4000, verbose_name="答复")),
                (
                    "reach",
                    models.CharField(
                        choices=[("staff", "全体教职工"), ("public", "社会")],
                        default="staff",
                        max_length=10,
                        verbose_name="公开范围",
                    ),
                ),
                ("published_on", models.DateField(verbose_name="公开日期")),
                ("taken_down_on", models.DateField(null=True, verbose_name="撤下日期")),
                ("take_down_reason", models.CharField(blank=True, max_length=200, verbose_name="撤下原因")),
                (
                    "approved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="同意公开",
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication",
                        to="affairs.letter",
                        verbose_name="来信",
                    ),
                ),
            ],
            options={
                "verbose_name": "公开的答复",
                "verbose_name_plural": "公开的答复",
                "ordering": ["-published_on", "-pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="mailbox",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("keeper__isnull", True), models.Q(("role", ""), _negated=True)),
                    models.Q(("keeper__isnull", False), ("role", "")),
                    _connector="OR",
                ),
                name="mailbox_of_a_role_or_a_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailbox",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "hung"), _negated=True), models.Q(("place", ""), _negated=True), _connector="OR"
                ),
                name="hung_mailbox_has_its_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailbox",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "phone"), _negated=True),
                    models.Q(("phones", ""), _negated=True),
                    _connector="OR",
                ),
                name="posted_phones_are_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailbox",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "online"), _negated=True), ("takes_letters_here", True), _connector="OR"
                ),
                name="page_takes_letters",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailbox",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_use_to__isnull", True),
                    models.Q(("in_use_from__isnull", False), ("in_use_to__gte", models.F("in_use_from"))),
                    _connector="OR",
                ),
                name="mailbox_ends_after_it_begins",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["received_on"], name="letters_by_day"),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("disclosure__isnull", True), ("mailbox__isnull", False)),
                    models.Q(("disclosure__isnull", False), ("mailbox__isnull", True)),
                    _connector="OR",
                ),
                name="letter_to_a_mailbox_or_about_a_disclosure",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("author__isnull", True), ("way", "online"), models.Q(("code_digest", ""), _negated=True)
                    ),
                    models.Q(("author__isnull", False), ("code_digest", ""), ("way", "online")),
                    models.Q(
                        models.Q(("way", "online"), _negated=True), ("author__isnull", True), ("code_digest", "")
                    ),
                    _connector="OR",
                ),
                name="code_exactly_for_anonymous_online",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("way", "online"), _negated=True),
                    models.Q(("opening__isnull", True), ("signature", "")),
                    _connector="OR",
                ),
                name="no_signature_beside_an_account",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hides_name", False),
                    ("author__isnull", False),
                    models.Q(("signature", ""), _negated=True),
                    _connector="OR",
                ),
                name="only_a_name_can_be_hidden",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("number__isnull", False),
                        ("status__in", ("handling", "asked", "answered", "closed")),
                        ("year__isnull", False),
                    ),
                    models.Q(
                        models.Q(("status__in", ("handling", "asked", "answered", "closed")), _negated=True),
                        ("handler__isnull", True),
                        ("number__isnull", True),
                        ("year__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="letter_numbered_once_taken_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ("answered", "closed")), _negated=True),
                    ("answered_on__isnull", False),
                    _connector="OR",
                ),
                name="replied_letter_has_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", False), ("status", "closed")),
                    models.Q(models.Q(("status", "closed"), _negated=True), ("closed_on__isnull", True)),
                    _connector="OR",
                ),
                name="letter_closed_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "refused"), models.Q(("refusal_reason", ""), _negated=True)),
                    models.Q(models.Q(("status", "refused"), _negated=True), ("refusal_reason", "")),
                    _connector="OR",
                ),
                name="letter_refused_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("satisfaction", ""), ("status__in", ("answered", "closed")), _connector="OR"),
                name="only_a_reply_is_rated",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(fields=("year", "number"), name="one_letter_of_a_number"),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("code_digest", ""), _negated=True),
                fields=("code_digest",),
                name="one_letter_of_a_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="boxopening",
            constraint=models.UniqueConstraint(fields=("mailbox", "opened_on"), name="one_opening_a_day"),
        ),
        migrations.AddConstraint(
            model_name="publishedreply",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("take_down_reason", ""), ("taken_down_on__isnull", True)),
                    models.Q(("taken_down_on__isnull", False), models.Q(("take_down_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="reply_taken_down_for_a_reason",
            ),
        ),
    ]
