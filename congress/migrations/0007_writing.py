"""How proposals are written."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("congress", "0006_agenda")]

    operations = []
