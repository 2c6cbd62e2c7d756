"""What several filters of the congress are made of."""

from django import forms
from django.db.models import BigIntegerField
from django.utils.translation import gettext_lazy as _

ALL = _("全部")
GROUP = {"widget": forms.HiddenInput, "min_value": 0, "max_value": BigIntegerField.MAX_BIGINT}
