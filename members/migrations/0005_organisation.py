from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0004_orders")]

    operations = [
        migrations.AddField(
            model_name="department",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="uniongroup",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
        ),
    ]
