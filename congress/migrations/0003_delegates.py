"""Constituencies, delegations, delegate elections; a delegate's number and the key of the card.

A delegation was a name written with each delegate; now it is a record of its term.
"""

import congress.models.delegates
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models
from django.utils.crypto import get_random_string

from unionoffice.natural import natural_key

POSITION = 100


def settle_delegates(apps, schema_editor):
    """Give every delegate a key and the next number of the term, and every name of a delegation its record."""
    Delegate, Delegation = apps.get_model("congress", "Delegate"), apps.get_model("congress", "Delegation")
    numbers = {}
    for delegate in Delegate.objects.order_by("term", "pk"):
        numbers[delegate.term_id] = numbers.get(delegate.term_id, 0) + 1
        delegate.number, delegate.card_key = numbers[delegate.term_id], get_random_string(24)
        if delegate.delegation_name:
            made = {"position": POSITION, "order_key": f"{POSITION:05}{natural_key(delegate.delegation_name)}"}
            delegate.delegation, _made = Delegation.objects.get_or_create(
                term_id=delegate.term_id, name=delegate.delegation_name, defaults=made
            )
        delegate.save()
    # PostgreSQL alters no table in a transaction that still has links to check.
    schema_editor.connection.check_constraints()


def name_delegations(apps, schema_editor):
    """The way back: the name is written with each delegate."""
    for delegate in apps.get_model("congress", "Delegate").objects.exclude(delegation=None):
        delegate.delegation_name = delegate.delegation.name
        delegate.save()
    schema_editor.connection.check_constraints()


class Migration(migrations.Migration):
    dependencies = [
        ("congress", "0002_bodies"),
    ]

    operations = [
        migrations.RenameField(model_name="delegate", old_name="delegation", new_name="delegation_name"),
        migrations.CreateModel(
            name="Candidacy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("votes", models.PositiveIntegerField(null=True, verbose_name="得票")),
                ("is_elected", models.BooleanField(default=False, verbose_name="当选")),
                ("has_passed", models.BooleanField(null=True, verbose_name="资格审查")),
                ("refused_because", models.CharField(blank=True, max_length=200, verbose_name="未通过的理由")),
            ],
            options={
                "verbose_name": "候选人",
                "verbose_name_plural": "候选人",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Constituency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=100,
                        help_text="数字小的排在前面；相同的按名称排，第一在第二之前。",
                        verbose_name="排序号",
                    ),
                ),
                ("order_key", models.TextField(default="", editable=False, verbose_name="排序")),
                ("name", models.CharField(max_length=60, verbose_name="选举单位")),
                ("seats", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="名额")),
                (
                    "adjusted_because",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="调整理由"),
                ),
            ],
            options={
                "verbose_name": "选举单位",
                "verbose_name_plural": "选举单位",
                "ordering": ["order_key", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DelegateElection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "method",
                    models.CharField(
                        choices=[("direct", "直接选举"), ("twice", "二上二下")],
                        default="direct",
                        max_length=6,
                        verbose_name="选举方式",
                    ),
                ),
                (
                    "occasion",
                    models.CharField(
                        choices=[("regular", "换届选举"), ("by", "补选")],
                        default="regular",
                        max_length=7,
                        verbose_name="选举类型",
                    ),
                ),
                ("seats", models.PositiveSmallIntegerField(verbose_name="应选人数")),
                (
                    "status",
                    models.CharField(
                        choices=[("running", "选举中"), ("elected", "待资格审查"), ("done", "已完成")],
                        default="running",
                        editable=False,
                        max_length=7,
                        verbose_name="状态",
                    ),
                ),
                ("concluded_on", models.DateField(editable=False, null=True, verbose_name="选举结束日期")),
                ("checked_on", models.DateField(editable=False, null=True, verbose_name="资格审查日期")),
            ],
            options={
                "verbose_name": "代表选举",
                "verbose_name_plural": "代表选举",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=100,
                        help_text="数字小的排在前面；相同的按名称排，第一在第二之前。",
                        verbose_name="排序号",
                    ),
                ),
                ("order_key", models.TextField(default="", editable=False, verbose_name="排序")),
                ("name", models.CharField(max_length=60, verbose_name="代表团")),
            ],
            options={
                "verbose_name": "代表团",
                "verbose_name_plural": "代表团",
                "ordering": ["order_key", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ElectionRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="轮次")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("naming", "确定候选人"),
                            ("first_up", "一上：提名"),
                            ("first_down", "一下：征求意见"),
                            ("second_up", "二上：提名"),
                            ("second_down", "二下：征求意见"),
                            ("ballot", "投票选举"),
                        ],
                        max_length=11,
                        verbose_name="环节",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="日期")),
                ("notes", models.TextField(blank=True, max_length=4000, verbose_name="情况和意见")),
                ("due", models.PositiveIntegerField(null=True, verbose_name="应到人数")),
                ("present", models.PositiveIntegerField(null=True, verbose_name="实到人数")),
                ("issued", models.PositiveIntegerField(null=True, verbose_name="发出选票")),
                ("returned", models.PositiveIntegerField(null=True, verbose_name="收回选票")),
                ("valid", models.PositiveIntegerField(null=True, verbose_name="有效票")),
            ],
            options={
                "verbose_name": "选举环节",
                "verbose_name_plural": "选举环节",
                "ordering": ["number", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Recall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField(verbose_name="会议日期")),
                ("due", models.PositiveIntegerField(verbose_name="应到人数")),
                ("present", models.PositiveIntegerField(verbose_name="实到人数")),
                ("in_favour", models.PositiveIntegerField(verbose_name="同意撤换票数")),
                ("reason", models.CharField(max_length=500, verbose_name="撤换理由")),
            ],
            options={
                "verbose_name": "撤换",
                "verbose_name_plural": "撤换",
                "ordering": ["-held_on", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="delegate",
            name="card_key",
            field=models.CharField(default="", editable=False, max_length=24, verbose_name="代表证密钥"),
        ),
        migrations.AddField(
            model_name="delegate",
            name="departure",
            field=models.CharField(
                blank=True,
                choices=[
                    ("retired", "退休"),
                    ("left", "调离或离职"),
                    ("resigned", "本人辞去"),
                    ("died", "去世"),
                    ("recalled", "撤换"),
                    ("other", "其他"),
                ],
                editable=False,
                max_length=8,
                verbose_name="终止原因",
            ),
        ),
        migrations.AddField(
            model_name="delegate",
            name="departure_note",
            field=models.CharField(blank=True, editable=False, max_length=200, verbose_name="终止说明"),
        ),
        migrations.AddField(
            model_name="delegate",
            name="number",
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="代表证编号"),
        ),
        migrations.AddField(
            model_name="delegate",
            name="qualified_on",
            field=models.DateField(editable=False, null=True, verbose_name="资格审查通过日期"),
        ),
        migrations.AddField(
            model_name="term",
            name="delegate_total",
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="代表总名额"),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.CheckConstraint(
                condition=models.Q(("delegate_total__isnull", True), ("assembly", "delegates"), _connector="OR"),
                name="only_delegates_are_shared_out",
            ),
        ),
        migrations.AddField(
            model_name="candidacy",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="members.member",
                verbose_name="教职工",
            ),
        ),
        migrations.AddField(
            model_name="constituency",
            name="departments",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="members.department", verbose_name="包括的部门"
            ),
        ),
        migrations.AddField(
            model_name="constituency",
            name="groups",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="members.uniongroup", verbose_name="包括的工会小组"
            ),
        ),
        migrations.AddField(
            model_name="constituency",
            name="term",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="constituencies",
                to="congress.term",
                verbose_name="届",
            ),
        ),
        migrations.AddField(
            model_name="delegate",
            name="constituency",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="delegates",
                to="congress.constituency",
                verbose_name="选举单位",
            ),
        ),
        migrations.AddField(
            model_name="delegateelection",
            name="constituency",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="elections",
                to="congress.constituency",
                verbose_name="选举单位",
            ),
        ),
        migrations.AddField(
            model_name="delegateelection",
            name="replaces",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="successions",
                to="congress.delegate",
                verbose_name="接替的代表",
            ),
        ),
        migrations.AddField(
            model_name="delegateelection",
            name="term",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="elections",
                to="congress.term",
                verbose_name="届",
            ),
        ),
        migrations.AddField(
            model_name="delegate",
            name="election",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="delegates",
                to="congress.delegateelection",
                verbose_name="选举",
            ),
        ),
        migrations.AddField(
            model_name="delegation",
            name="head",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="members.member",
                verbose_name="团长",
            ),
        ),
        migrations.AddField(
            model_name="delegation",
            name="term",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="delegations",
                to="congress.term",
                verbose_name="届",
            ),
        ),
        migrations.AddField(
            model_name="delegate",
            name="delegation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="delegates",
                to="congress.delegation",
                verbose_name="代表团",
            ),
        ),
        migrations.RunPython(settle_delegates, name_delegations),
        migrations.RemoveField(model_name="delegate", name="delegation_name"),
        migrations.AlterField(
            model_name="delegate",
            name="card_key",
            field=models.CharField(
                default=congress.models.delegates.new_card_key,
                editable=False,
                max_length=24,
                unique=True,
                verbose_name="代表证密钥",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number__isnull", False)),
                fields=("term", "number"),
                name="one_delegate_of_a_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegate",
            constraint=models.CheckConstraint(
                condition=models.Q(("election__isnull", True), ("qualified_on__isnull", False), _connector="OR"),
                name="elected_delegate_qualified",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegate",
            constraint=models.CheckConstraint(
                condition=models.Q(("departure", ""), ("to_on__isnull", False), _connector="OR"),
                name="departed_delegate_has_a_last_day",
            ),
        ),
        migrations.AddField(
            model_name="electionround",
            name="election",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rounds",
                to="congress.delegateelection",
                verbose_name="代表选举",
            ),
        ),
        migrations.AddField(
            model_name="candidacy",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="names",
                to="congress.electionround",
                verbose_name="选举环节",
            ),
        ),
        migrations.AddField(
            model_name="recall",
            name="delegate",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="recall",
                to="congress.delegate",
                verbose_name="代表",
            ),
        ),
        migrations.AddConstraint(
            model_name="constituency",
            constraint=models.UniqueConstraint(fields=("term", "name"), name="one_constituency_of_a_name"),
        ),
        migrations.AddConstraint(
            model_name="constituency",
            constraint=models.CheckConstraint(
                condition=models.Q(("seats__isnull", True), ("seats__gte", 1), _connector="OR"),
                name="constituency_has_a_seat",
            ),
        ),
        migrations.AddConstraint(
            model_name="constituency",
            constraint=models.CheckConstraint(
                condition=models.Q(("adjusted_because", ""), ("seats__isnull", False), _connector="OR"),
                name="only_set_seats_are_adjusted",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegateelection",
            constraint=models.CheckConstraint(condition=models.Q(("seats__gte", 1)), name="election_fills_a_seat"),
        ),
        migrations.AddConstraint(
            model_name="delegateelection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("concluded_on__isnull", True), ("status", "running")),
                    models.Q(models.Q(("status", "running"), _negated=True), ("concluded_on__isnull", False)),
                    _connector="OR",
                ),
                name="election_over_when_concluded",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegateelection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_on__isnull", True),
                    models.Q(("checked_on__gte", models.F("concluded_on")), ("status", "done")),
                    _connector="OR",
                ),
                name="election_done_when_checked",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegateelection",
            constraint=models.CheckConstraint(
                condition=models.Q(("replaces__isnull", True), ("occasion", "by"), _connector="OR"),
                name="only_by_election_replaces",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegateelection",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "running")),
                fields=("constituency",),
                name="one_election_runs_in_a_constituency",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegateelection",
            constraint=models.UniqueConstraint(
                condition=models.Q(("constituency__isnull", True), ("status", "running")),
                fields=("term",),
                name="one_election_of_all_runs_in_a_term",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.UniqueConstraint(fields=("term", "name"), name="one_delegation_of_a_name"),
        ),
        migrations.AddConstraint(
            model_name="electionround",
            constraint=models.UniqueConstraint(
                fields=("election", "number"), name="one_round_of_an_election_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="electionround",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stage", "ballot"), _negated=True),
                fields=("election", "stage"),
                name="only_ballots_are_repeated",
            ),
        ),
        migrations.AddConstraint(
            model_name="electionround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("due__isnull", False),
                        ("issued__isnull", False),
                        ("issued__lte", models.F("present")),
                        ("present__isnull", False),
                        ("present__lte", models.F("due")),
                        ("returned__isnull", False),
                        ("returned__lte", models.F("issued")),
                        ("stage", "ballot"),
                        ("valid__isnull", False),
                        ("valid__lte", models.F("returned")),
                    ),
                    models.Q(
                        models.Q(("stage", "ballot"), _negated=True),
                        ("due__isnull", True),
                        ("issued__isnull", True),
                        ("present__isnull", True),
                        ("returned__isnull", True),
                        ("valid__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="ballot_counts_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidacy",
            constraint=models.UniqueConstraint(fields=("round", "member"), name="named_once_a_round"),
        ),
        migrations.AddConstraint(
            model_name="candidacy",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_elected", False), ("votes__isnull", False), _connector="OR"),
                name="elected_by_counted_votes",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidacy",
            constraint=models.CheckConstraint(
                condition=models.Q(("has_passed__isnull", True), ("is_elected", True), _connector="OR"),
                name="only_elected_are_checked",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidacy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("has_passed", False), models.Q(("refused_because", ""), _negated=True)),
                    models.Q(
                        models.Q(("has_passed__isnull", True), ("has_passed", True), _connector="OR"),
                        ("refused_because", ""),
                    ),
                    _connector="OR",
                ),
                name="refused_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="recall",
            constraint=models.CheckConstraint(
                condition=models.Q(("in_favour__lte", models.F("present")), ("present__lte", models.F("due"))),
                name="recall_counts_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="recall",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "in_favour__gt",
                        django.db.models.expressions.CombinedExpression(models.F("due"), "-", models.F("in_favour")),
                    )
                ),
                name="recall_by_majority",
            ),
        ),
    ]
