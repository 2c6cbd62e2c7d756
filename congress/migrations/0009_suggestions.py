"""Suggestions."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("congress", "0008_handling")]

    operations = []
