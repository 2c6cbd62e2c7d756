"""How proposals are written: drafts kept as they are typed, delegations that propose, delegates asked by name."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("congress", "0006_agenda"), ("members", "0014_histories_in_order")]

    operations = [
        migrations.RemoveConstraint(model_name="proposal", name="filed_beyond_seconding"),
        migrations.RemoveConstraint(model_name="proposal", name="reviewed_has_outcome"),
        migrations.AddField(
            model_name="proposal",
            name="asked",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="members.member",
                verbose_name="请谁领衔",
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="delegation",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proposals",
                to="congress.delegation",
                verbose_name="提案代表团",
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="key",
            field=models.UUIDField(editable=False, null=True, unique=True, verbose_name="表单键"),
        ),
        migrations.CreateModel(
            name="TakeUpRefusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(blank=True, max_length=200, verbose_name="留言")),
                ("refused_on", models.DateField(verbose_name="婉拒日期")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.member",
                        verbose_name="代表",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refusals",
                        to="congress.proposal",
                        verbose_name="提案",
                    ),
                ),
            ],
            options={"verbose_name": "婉拒领衔", "verbose_name_plural": "婉拒领衔", "ordering": ["pk"]},
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("status__in", ("draft", "offered", "seconding")), _negated=True),
                        models.Q(
                            models.Q(("number", ""), _negated=True),
                            ("status__in", ("withdrawn", "turned")),
                            _connector="OR",
                        ),
                    ),
                    models.Q(("number", ""), ("status__in", ("draft", "offered", "seconding"))),
                    _connector="OR",
                ),
                name="filed_beyond_seconding",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ("offered", "seconding")), _negated=True),
                    models.Q(
                        models.Q(("title", ""), _negated=True),
                        models.Q(("category", ""), _negated=True),
                        models.Q(("reason", ""), _negated=True),
                        models.Q(("measures", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="whole_when_shown",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("delegation__isnull", True), ("proposer__isnull", False), _connector="OR"),
                name="delegation_has_a_speaker",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("asked__isnull", True), ("status", "offered"), _connector="OR"),
                name="asked_while_offered",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "status__in",
                            (
                                "accepted",
                                "assigned",
                                "handling",
                                "answered",
                                "signed",
                                "followed",
                                "closed",
                                "merged",
                                "turned",
                                "refused",
                            ),
                        ),
                        _negated=True,
                    ),
                    models.Q(("number", ""), ("outcome", ""), ("status", "turned")),
                    models.Q(models.Q(("outcome", ""), _negated=True), ("reviewed_on__isnull", False)),
                    _connector="OR",
                ),
                name="reviewed_has_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="takeuprefusal",
            constraint=models.UniqueConstraint(fields=("proposal", "member"), name="refuse_take_up_once"),
        ),
    ]
