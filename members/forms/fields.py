"""People to choose from, for the forms of every area."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members.models import Member

INDENT = "\u3000"
"""The blank that is as wide as a character: browsers keep it before a choice."""


class MemberSelect(forms.Select):
    """People to choose from; what they are also found by stands beside each: pinyin, initials, employee number."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Hand the finder in the page its keys."""
        option = super().create_option(*args, **kwargs)
        if member := getattr(option["value"], "instance", None):
            option["attrs"]["data-keys"] = f"{member.pinyin} {member.initials} {member.employee_no}"
        return option


class MemberChoiceField(forms.ModelChoiceField):
    """One person; two of the same name are told apart by their numbers."""

    def __init__(self, **kwargs: Any) -> None:
        widget = MemberSelect(attrs={"data-search": _("输入姓名、拼音或工号查找")})
        super().__init__(Member.objects.none(), widget=widget, empty_label=_("请选择"), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """陈静（00104）."""
        return f"{obj.name}（{obj.employee_no}）"


class UnitLabels:
    """Departments and union groups by name: what stands under a group is put in, what was closed says so."""

    def label_from_instance(self, obj: Any) -> str:
        """第一工会小组."""
        name = str(obj) if obj.is_open else gettext("%(name)s（已撤销）") % {"name": obj}
        return INDENT * getattr(obj, "level", 0) + name


class UnitChoiceField(UnitLabels, forms.ModelChoiceField):
    """One department or group."""


class UnitsChoiceField(UnitLabels, forms.ModelMultipleChoiceField):
    """Several of them."""
