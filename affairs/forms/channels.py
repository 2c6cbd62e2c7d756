"""Input about channels and the paper copies that hang there."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.models import Channel, Disclosure, Posting, channels_for
from affairs.selectors import hanging_at, worth_posting
from members.forms import MemberChoiceField
from members.selectors import colleagues
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm

PHOTOS = "image/jpeg,image/png,image/webp"
"""A phone that reads of images alone offers its camera first."""

PHOTO_HELP = _("可以不传；用手机直接拍下贴好的样子。")


class PhotoField(forms.FileField):
    """One photo, taken with the phone's camera or chosen; what it is is looked at by the service."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.FileInput(attrs={"accept": PHOTOS}), **kwargs)


class ChannelForm(OfficeModelForm):
    """A place where the school discloses, and who keeps it."""

    keeper = MemberChoiceField(
        label=_("管理人"), required=False, help_text=_("负责张贴和取下，内容撤下或更正时会收到待办。")
    )

    class Meta:
        model = Channel
        fields = ["kind", "name", "place", "keeper", "content", "timing", "from_on", "to_on"]
        widgets = {"content": forms.Textarea(attrs={"rows": 3}), "from_on": DayInput, "to_on": DayInput}
        help_texts = {
            "name": _("例如：办公楼大厅公开栏。"),
            "content": _("这里公开哪些内容；联系卡和公开电话，请把电话写在这里。"),
            "from_on": _("记不清的留空。"),
            "to_on": _("还在使用的留空。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keeper"].queryset = colleagues()

    def clean(self) -> dict[str, Any]:
        """It doesn't end before it begins."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("from_on"), data.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", _("停用日期不能早于启用日期。"))
        return data

    def save(self, *, by: Any, on: date) -> Channel:
        """Keep the channel."""
        return services.save_channel(self.instance, by=by)


class PutUpForm(MoveForm):
    """Where and when a paper copy of this disclosure was put up."""

    channel = forms.ModelChoiceField(Channel.objects.none(), label=_("贴在哪里"))
    up_on = forms.DateField(label=_("张贴日期"), widget=DayInput)
    photo = PhotoField(label=_("照片"), help_text=PHOTO_HELP)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["channel"].queryset = channels_for(self.on)
        self.initial.setdefault("up_on", self.on)

    def save(self, *, by: Any, on: date) -> Posting:
        """Record it."""
        data = self.cleaned_data
        return services.put_up_copy(
            self.record, data["channel"], up_on=data["up_on"], photo=data["photo"], by=by, on=on
        )


class TakeDownCopyForm(MoveForm):
    """When the paper copy was taken down."""

    down_on = forms.DateField(label=_("取下日期"), widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("down_on", self.on)

    def save(self, *, by: Any, on: date) -> Posting:
        """Record it."""
        return services.take_down_copy(self.record, down_on=self.cleaned_data["down_on"], by=by, on=on)


class CopiesField(forms.ModelMultipleChoiceField):
    """Paper copies to tick, each with what became of its text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Posting.objects.none(), widget=forms.CheckboxSelectMultiple, required=False, **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """第三季度经费使用情况（10月8日起，已更正）."""
        day = f"{obj.up_on:%Y-%m-%d}"
        state = f"，{obj.disclosure.get_status_display()}" if obj.is_stale else ""
        return f"{obj.disclosure.title}（{day}起{state}）"


class NewCopiesField(forms.ModelMultipleChoiceField):
    """Disclosures to tick, each with the day since when it is on the board."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Disclosure.objects.none(), widget=forms.CheckboxSelectMultiple, required=False, **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """校务 2026-003 第三季度经费使用情况（11月8日公开）."""
        return f"{obj.get_sphere_display()} {obj.short_number} {obj.title}（{obj.published_on:%Y-%m-%d}公开）"


class RenewChannelForm(MoveForm):
    """今天换栏: what came down at one place and what went up."""

    down = CopiesField(label=_("取下的"))
    up = NewCopiesField(label=_("贴上的"))
    day = forms.DateField(label=_("换栏日期"), widget=DayInput)
    photo = PhotoField(label=_("换好以后的照片"), help_text=PHOTO_HELP)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["down"].queryset = hanging_at(self.record)
        self.fields["up"].queryset = worth_posting(self.record, self.on)
        self.initial.setdefault("day", self.on)
        if not self.is_bound:
            self.initial["down"] = [copy.pk for copy in hanging_at(self.record).stale()]
        if not self.fields["down"].queryset:
            self.fields["down"].help_text = _("这里现在没有张贴。")
        self.fields["up"].help_text = _("列出最近60天公开、还没有贴在这里的；更早的，在公开事项的页面上登记张贴。")

    def save(self, *, by: Any, on: date) -> Channel:
        """Record all of it."""
        data = self.cleaned_data
        return services.renew_channel(
            self.record, down=data["down"], up=data["up"], day=data["day"], photo=data["photo"], by=by, on=on
        )
