from django.db import migrations, models

from unionoffice import names

BATCH = 500


def fill(apps, _schema):
    """Give everybody who is there already a place in the order."""
    member_model = apps.get_model("members", "Member")
    own = dict(apps.get_model("unionoffice", "StrokeOrder").objects.values_list("character", "strokes"))
    people = list(member_model.objects.only("pk", "name"))
    for member in people:
        member.stroke_key = names.stroke_key(member.name, own=own, single_first=False)
        member.single_first_key = names.stroke_key(member.name, own=own, single_first=True)
    member_model.objects.bulk_update(people, ["stroke_key", "single_first_key"], batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("members", "0003_audiences"), ("unionoffice", "0005_settings")]

    operations = [
        migrations.AddField(
            model_name="member",
            name="stroke_key",
            field=models.TextField(default="", editable=False, verbose_name="笔画排序"),
        ),
        migrations.AddField(
            model_name="member",
            name="single_first_key",
            field=models.TextField(default="", editable=False, verbose_name="笔画排序（单名在前）"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
