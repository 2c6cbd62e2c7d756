"""Sittings: who is due, who is present."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("congress", "0004_preparation")]

    operations = []
