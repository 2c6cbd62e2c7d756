"""How a session is prepared."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("congress", "0003_delegates")]

    operations = []
