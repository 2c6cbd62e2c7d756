from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("affairs", "0002_rich_text")]

    operations = []
