"""A row that has held as long as anyone remembers is the oldest of its history, on PostgreSQL too."""

from django.db import migrations, models

LATEST_FIRST = models.OrderBy(models.F("from_on"), descending=True, nulls_last=True)


def in_order(model, name, *before):
    options = {"ordering": [*before, LATEST_FIRST, "-pk"], "verbose_name": name, "verbose_name_plural": name}
    return migrations.AlterModelOptions(name=model, options=options)


class Migration(migrations.Migration):
    dependencies = [("members", "0013_merges")]

    operations = [
        in_order("departmenthead", "部门任职", "is_deputy"),
        in_order("departmentplace", "部门归属"),
        in_order("groupleader", "小组任职", "is_deputy"),
        in_order("groupplace", "小组归属"),
        in_order("tagplace", "标签归属", "tag__order_key"),
    ]
