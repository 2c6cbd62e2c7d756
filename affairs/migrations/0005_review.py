from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("affairs", "0004_catalogue")]

    operations = []
