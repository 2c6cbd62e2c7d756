import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0009_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="Handover",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("chair", "工会主席"),
                            ("secretary", "工会秘书"),
                            ("treasurer", "会计"),
                            ("cashier", "出纳"),
                            ("auditor", "经审委员"),
                            ("welfare_officer", "生活委员"),
                            ("sports_officer", "文体委员"),
                            ("women_officer", "女工委员"),
                            ("organisation_officer", "组织委员"),
                            ("publicity_officer", "宣传委员"),
                            ("principal", "校长"),
                            ("party_secretary", "书记"),
                            ("vice_principal", "分管校领导"),
                            ("department_head", "部门负责人"),
                            ("group_leader", "小组长"),
                            ("delegate", "教代会代表"),
                            ("staff", "教职工"),
                        ],
                        max_length=30,
                        verbose_name="角色",
                    ),
                ),
                ("on", models.DateField(verbose_name="交接日期")),
                ("unlisted", models.PositiveSmallIntegerField(default=0, verbose_name="未列出的事项")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="说明")),
            ],
            options={
                "verbose_name": "交接",
                "verbose_name_plural": "交接",
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="HandoverItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("matter", "未办结事项"), ("thing", "移交物品和资料")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("text", models.CharField(max_length=400, verbose_name="内容")),
            ],
            options={
                "verbose_name": "交接内容",
                "verbose_name_plural": "交接内容",
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="committee",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="elected_how",
            field=models.CharField(blank=True, max_length=120, verbose_name="选举方式和地点"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="elected_on",
            field=models.DateField(blank=True, null=True, verbose_name="选举日期"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="end_moved_by",
            field=models.CharField(blank=True, max_length=120, verbose_name="调整届满日期的依据"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="guided_by",
            field=models.CharField(blank=True, max_length=60, verbose_name="现场指导人"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="note",
            field=models.TextField(blank=True, max_length=1000, verbose_name="备注"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="replied_on",
            field=models.DateField(blank=True, null=True, verbose_name="复函日期"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="reply_no",
            field=models.CharField(blank=True, max_length=60, verbose_name="复函文号"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="report_no",
            field=models.CharField(blank=True, max_length=60, verbose_name="选举结果报告文号"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="reported_on",
            field=models.DateField(blank=True, null=True, verbose_name="上报日期"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="request_no",
            field=models.CharField(blank=True, max_length=60, verbose_name="请示文号"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="requested_on",
            field=models.DateField(blank=True, null=True, verbose_name="请示日期"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="size_approved",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="批准的委员名额"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="committeeterm",
            name="years",
            field=models.PositiveSmallIntegerField(default=5, verbose_name="任期（年）"),
        ),
        migrations.AddField(
            model_name="officeholding",
            name="document_no",
            field=models.CharField(blank=True, max_length=60, verbose_name="任职文号"),
        ),
        migrations.AddField(
            model_name="officeholding",
            name="ended_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("term_over", "任期届满"),
                    ("resigned", "辞去"),
                    ("reassigned", "职务调整"),
                    ("transferred", "调离"),
                    ("retired", "退休"),
                    ("died", "去世"),
                    ("removed", "撤换"),
                ],
                max_length=20,
                verbose_name="卸任原因",
            ),
        ),
        migrations.AddField(
            model_name="officeholding",
            name="how_chosen",
            field=models.CharField(
                blank=True,
                choices=[("elected", "选举"), ("added", "增补"), ("substituted", "替补"), ("appointed", "任命")],
                max_length=20,
                verbose_name="产生方式",
            ),
        ),
        migrations.AlterField(
            model_name="committee",
            name="kind",
            field=models.CharField(
                choices=[
                    ("union", "工会委员会"),
                    ("audit", "经费审查委员会"),
                    ("women", "女职工委员会"),
                    ("mediation", "劳动争议调解委员会"),
                    ("other", "其他"),
                ],
                max_length=20,
                verbose_name="类型",
            ),
        ),
        migrations.AddConstraint(
            model_name="officeholding",
            constraint=models.UniqueConstraint(
                condition=models.Q(("post__in", ("chair", "director")), ("to_on", None)),
                fields=("term", "post"),
                name="one_head_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="officeholding",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_because", ""), ("to_on__isnull", False), _connector="OR"),
                name="reason_of_an_end",
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="giver",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="members.member",
                verbose_name="移交人",
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="office",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="members.officeholding",
                verbose_name="职务",
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="supervised_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="members.member",
                verbose_name="监交人",
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="taker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="members.member",
                verbose_name="接收人",
            ),
        ),
        migrations.AddField(
            model_name="handoveritem",
            name="handover",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="members.handover",
                verbose_name="交接",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(("giver", models.F("taker")), _negated=True), name="handover_between_two"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("office__isnull", False), ("role", "")),
                    models.Q(("office__isnull", True), models.Q(("role", ""), _negated=True)),
                    _connector="OR",
                ),
                name="handover_of_one_thing",
            ),
        ),
    ]
