"""Input about departments and union groups."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from members import services
from members.enums import ServiceStatus, UnionStatus
from members.forms.fields import MemberChoiceField
from members.models import Department, Member, UnionGroup
from unionoffice.pages import OfficeModelForm

SHOWN = ("name", "employee_no", "pinyin", "initials")


class DepartmentForm(OfficeModelForm):
    """Name, kind and head."""

    head = MemberChoiceField(
        label=_("负责人"), required=False, help_text=_("提案交办到部门后，由负责人答复。暂时没有可以不选。")
    )

    class Meta:
        model = Department
        fields = ["name", "kind", "head"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        serving = Q(service_status=ServiceStatus.IN_SERVICE)
        self.fields["head"].queryset = _people(serving | Q(pk=self.instance.head_id))

    def _post_clean(self) -> None:
        """The service compares and writes: the instance is left as the database has it."""

    def save(self, *, by: Any, on: date) -> Department:  # noqa: ARG002 -- not dated
        """Keep it."""
        return services.save_department(self.instance, **_typed(self), by=by)


class UnionGroupForm(OfficeModelForm):
    """Name, the group above and leader."""

    leader = MemberChoiceField(
        label=_("组长"), required=False, help_text=_("组长可以查看本组会员的资料，为本组登记慰问。暂时没有可以不选。")
    )

    class Meta:
        model = UnionGroup
        fields = ["name", "parent", "leader"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_union = ~Q(union_status=UnionStatus.NON_MEMBER)
        self.fields["leader"].queryset = _people(in_union | Q(pk=self.instance.leader_id))
        self.fields["parent"].queryset = UnionGroup.objects.exclude(pk=self.instance.pk)

    def _post_clean(self) -> None:
        """The service compares and writes: the instance is left as the database has it."""

    def save(self, *, by: Any, on: date) -> UnionGroup:  # noqa: ARG002 -- not dated
        """Keep it."""
        return services.save_group(self.instance, **_typed(self), by=by)


def _people(wanted: Q) -> Any:
    return Member.objects.filter(wanted).only(*SHOWN).order_by("pinyin", "employee_no")


def _typed(form: Any) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in form.Meta.fields}
