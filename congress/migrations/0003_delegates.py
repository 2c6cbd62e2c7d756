"""Constituencies, delegations, delegate elections."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("congress", "0002_bodies")]

    operations = []
