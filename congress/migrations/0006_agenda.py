"""Agenda, opinions, resolutions, minutes."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("congress", "0005_sittings")]

    operations = []
