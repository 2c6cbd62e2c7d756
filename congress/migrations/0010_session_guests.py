"""How many came to a session without a vote."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("congress", "0009_suggestions"),
    ]

    operations = [
        migrations.AddField(
            model_name="session",
            name="attending_count",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="到会列席人数"),
        ),
        migrations.AddField(
            model_name="session",
            name="invited_count",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="到会特邀人数"),
        ),
    ]
