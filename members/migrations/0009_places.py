import django.db.models.deletion
from django.db import migrations, models

from unionoffice.natural import BELOW, natural_key

POSITION_HELP = "数字小的排在前面；相同的按名称排，第一在第二之前。"


def in_order(name):
    """A dated row doesn't end before it begins."""
    return models.CheckConstraint(
        condition=models.Q(
            ("to_on__isnull", True), ("from_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
        ),
        name=name,
    )


def dated():
    """The days of a dated row."""
    return [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("from_on", models.DateField(blank=True, null=True, verbose_name="自何日起")),
        ("to_on", models.DateField(blank=True, null=True, verbose_name="至何日止")),
    ]


def pointing(related_name, to, verbose_name):
    """A reference that keeps its target."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=related_name, to=to, verbose_name=verbose_name
    )


def unit_fields(model_name):
    """Where a unit stands in lists, and from when to when there is one."""
    fields = {
        "from_on": models.DateField(blank=True, null=True, verbose_name="设立日期"),
        "order_key": models.TextField(default="", editable=False, verbose_name="排序"),
        "position": models.PositiveSmallIntegerField(default=100, help_text=POSITION_HELP, verbose_name="排序号"),
        "to_on": models.DateField(blank=True, editable=False, null=True, verbose_name="撤销日期"),
    }
    return [migrations.AddField(model_name=model_name, name=name, field=field) for name, field in fields.items()]


def leading(name, member_name, unit, unit_label, verbose_name):
    """Who led units of a kind."""
    return migrations.CreateModel(
        name=name,
        fields=[
            *dated(),
            ("is_deputy", models.BooleanField(default=False, verbose_name="副职")),
            ("member", pointing(member_name, "members.member", "教职工")),
            ("unit", pointing("leaders", unit, unit_label)),
        ],
        options={
            "verbose_name": verbose_name,
            "verbose_name_plural": verbose_name,
            "ordering": ["is_deputy", "-from_on", "-pk"],
        },
    )


def led_once(model_name, one, once, order):
    """One leads at a time, and nobody is two things there."""
    constraints = (
        models.UniqueConstraint(
            condition=models.Q(("is_deputy", False), ("to_on", None)), fields=("unit",), name=one
        ),
        models.UniqueConstraint(condition=models.Q(("to_on", None)), fields=("unit", "member"), name=once),
        in_order(order),
    )
    return [migrations.AddConstraint(model_name=model_name, constraint=constraint) for constraint in constraints]


def fill(apps, _schema_editor):
    """Put units in their natural order, and keep whoever leads one as a dated row: since when, nobody wrote down."""
    for name, leader, dated_name in (
        ("Department", "head_id", "DepartmentHead"),
        ("UnionGroup", "leader_id", "GroupLeader"),
    ):
        units = {unit.pk: unit for unit in apps.get_model("members", name).objects.all()}
        for unit in units.values():
            put_in_place(unit, units)
            unit.save()
            if getattr(unit, leader) is not None:
                apps.get_model("members", dated_name).objects.create(unit=unit, member_id=getattr(unit, leader))


def put_in_place(unit, units):
    """The order of a unit below that of the one above it."""
    own = f"{unit.position:05}{natural_key(unit.name)}"
    above = units.get(getattr(unit, "parent_id", None))
    if above is None:
        unit.order_key = own
        return
    put_in_place(above, units)
    unit.order_key, unit.level = f"{above.order_key}{BELOW}{own}", above.level + 1


class Migration(migrations.Migration):
    dependencies = [("members", "0008_changes")]

    operations = [
        leading("DepartmentHead", "headed_departments", "members.department", "部门", "部门任职"),
        leading("GroupLeader", "led_groups", "members.uniongroup", "工会小组", "小组任职"),
        migrations.CreateModel(
            name="Tag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
                (
                    "position",
                    models.PositiveSmallIntegerField(default=100, help_text=POSITION_HELP, verbose_name="排序号"),
                ),
                ("order_key", models.TextField(default="", editable=False, verbose_name="排序")),
                ("name", models.CharField(max_length=20, unique=True, verbose_name="标签")),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="什么人加这个标签，由谁提供名单。",
                        max_length=200,
                        verbose_name="说明",
                    ),
                ),
            ],
            options={"verbose_name": "标签", "verbose_name_plural": "标签", "ordering": ["order_key", "pk"]},
        ),
        migrations.CreateModel(
            name="TagPlace",
            fields=[
                *dated(),
                ("member", pointing("tag_places", "members.member", "教职工")),
                ("tag", pointing("places", "members.tag", "标签")),
            ],
            options={
                "verbose_name": "标签归属",
                "verbose_name_plural": "标签归属",
                "ordering": ["tag__order_key", "-from_on", "-pk"],
            },
        ),
        migrations.AlterModelOptions(
            name="department",
            options={"ordering": ["order_key", "pk"], "verbose_name": "部门", "verbose_name_plural": "部门"},
        ),
        migrations.AlterModelOptions(
            name="uniongroup",
            options={"ordering": ["order_key", "pk"], "verbose_name": "工会小组", "verbose_name_plural": "工会小组"},
        ),
        *unit_fields("department"),
        *unit_fields("uniongroup"),
        migrations.AddField(
            model_name="uniongroup",
            name="level",
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="层级"),
        ),
        migrations.AddConstraint(model_name="department", constraint=in_order("department_in_order")),
        migrations.AddConstraint(model_name="uniongroup", constraint=in_order("group_in_order")),
        migrations.AddConstraint(
            model_name="uniongroup",
            constraint=models.CheckConstraint(condition=models.Q(("level__lt", 4)), name="group_not_too_deep"),
        ),
        *led_once("departmenthead", "one_department_head", "department_head_once", "department_head_in_order"),
        *led_once("groupleader", "one_group_leader", "group_leader_once", "group_leader_in_order"),
        migrations.AddConstraint(
            model_name="tagplace",
            constraint=models.UniqueConstraint(
                condition=models.Q(("to_on", None)), fields=("member", "tag"), name="tag_once_at_a_time"
            ),
        ),
        migrations.AddConstraint(model_name="tagplace", constraint=in_order("tag_place_in_order")),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
