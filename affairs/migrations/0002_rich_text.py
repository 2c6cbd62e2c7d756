"""The text of a disclosure becomes rich text: lines as they were typed are read as paragraphs and lists."""

from django.db import migrations, models

import unionoffice.richtext


def read_lines(apps, schema_editor):
    """What was published says the same words as before."""
    disclosures = apps.get_model("affairs", "Disclosure").objects.using(schema_editor.connection.alias)
    for pk, body in disclosures.values_list("pk", "body").iterator():
        text = unionoffice.richtext.cleaned(body)
        disclosures.filter(pk=pk).update(body=text, words=unionoffice.richtext.plain(text))


def write_lines(apps, schema_editor):
    """The words alone."""
    disclosures = apps.get_model("affairs", "Disclosure").objects.using(schema_editor.connection.alias)
    disclosures.update(body=models.F("words"))


class Migration(migrations.Migration):
    dependencies = [("affairs", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="disclosure",
            name="body",
            field=unionoffice.richtext.RichTextField(max_length=20000, verbose_name="正文"),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="words",
            field=models.TextField(default="", editable=False, verbose_name="正文文字"),
            preserve_default=False,
        ),
        migrations.RunPython(read_lines, write_lines),
    ]
