from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("unionoffice", "0005_settings")]

    operations = []
