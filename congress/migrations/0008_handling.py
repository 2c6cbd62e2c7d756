"""How proposals are handled."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("congress", "0007_writing")]

    operations = []
