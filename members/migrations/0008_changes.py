import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("members", "0007_personal")]

    operations = [
        migrations.AlterField(
            model_name="statuschange",
            name="kind",
            field=models.CharField(
                choices=[
                    ("registered", "建档"),
                    ("joined", "入会"),
                    ("transferred_in", "转入"),
                    ("transferred_out", "转出"),
                    ("retired", "退休"),
                    ("retired_cadre", "离休"),
                    ("left", "调离"),
                    ("returned", "复职"),
                    ("resigned", "退会"),
                    ("died", "去世"),
                ],
                max_length=20,
                verbose_name="变动",
            ),
        ),
        migrations.AddField(
            model_name="statuschange",
            name="keeps_membership",
            field=models.BooleanField(default=True, verbose_name="保留会籍"),
        ),
        migrations.AddField(
            model_name="statuschange",
            name="letter_no",
            field=models.CharField(blank=True, max_length=40, verbose_name="介绍信编号"),
        ),
        migrations.AddField(
            model_name="statuschange",
            name="other_union",
            field=models.CharField(blank=True, max_length=100, verbose_name="对方单位工会"),
        ),
        migrations.AddField(
            model_name="statuschange",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AddConstraint(
            model_name="statuschange",
            constraint=models.UniqueConstraint(
                fields=["letter_no"],
                condition=Q(kind="transferred_out") & ~Q(letter_no=""),
                name="one_letter_a_number",
            ),
        ),
        migrations.CreateModel(
            name="JoinApplication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("filed", "待审批"),
                            ("approved", "已批准"),
                            ("refused", "未批准"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="filed",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("applied_on", models.DateField(verbose_name="申请日期")),
                ("statement", models.TextField(max_length=500, verbose_name="本人申请")),
                ("opinion", models.CharField(blank=True, max_length=200, verbose_name="工会小组意见")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="审批日期")),
                ("decision", models.CharField(blank=True, max_length=200, verbose_name="审批意见")),
                (
                    "change",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="application",
                        to="members.statuschange",
                        verbose_name="入会",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审批人",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="join_applications",
                        to="members.member",
                        verbose_name="申请人",
                    ),
                ),
            ],
            options={
                "verbose_name": "入会申请",
                "verbose_name_plural": "入会申请",
                "ordering": ["-applied_on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["member"], condition=Q(status="filed"), name="one_open_application"
                    ),
                    models.CheckConstraint(
                        condition=Q(status="approved", change__isnull=False)
                        | (~Q(status="approved") & Q(change__isnull=True)),
                        name="approved_application_has_its_change",
                    ),
                    models.CheckConstraint(
                        condition=Q(status__in=("approved", "refused"), decided_on__isnull=False)
                        | Q(status__in=("filed", "withdrawn"), decided_on__isnull=True),
                        name="application_decided_on_a_day",
                    ),
                ],
            },
        ),
    ]
