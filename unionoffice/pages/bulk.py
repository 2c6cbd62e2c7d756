"""Doing something with several rows of a list at once: those that were ticked, or all that the filters left."""

from hashlib import sha256
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.db.models import BigIntegerField, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django_filters import FilterSet

from unionoffice.pages.base import Crumb
from unionoffice.pages.forms import FormPage, OfficeForm

NAMED = 12
"""Records that the page names before it says how many more there are."""

LONGEST_KEY = len(str(BigIntegerField.MAX_BIGINT))
"""Figures of the largest key that a database can look for."""


class BulkForm(OfficeForm):
    """A form about all of `records`; `standing` is which ones the user was shown."""

    standing = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, records: QuerySet[Any], standing: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.records = records
        self.current = self.initial["standing"] = standing

    def clean(self) -> dict[str, Any]:
        """What is done is done with those that were shown, not with whom a filter means by now."""
        data = super().clean() or self.cleaned_data
        if data.get("standing") != self.current:
            self.data = sent = self.data.copy()  # type: ignore[attr-defined]
            sent["standing"] = self.current
            raise forms.ValidationError(_("名单在这期间有变化，下面是现在的名单。请看过以后再次提交。"))
        return data


class BulkPage(FormPage):
    """One form for many records of `model`, opened from the list's boxes by `ListPage.bulk_actions`.

    The address names them: `chosen` once for each, or `all` with the list's own filters in `within`.
    """

    model: ClassVar[Any]
    filter_class: ClassVar[type[FilterSet]]
    """That of the list."""
    list_url_name: ClassVar[str]
    form_class: ClassVar[type[BulkForm]]
    template_name = "office/bulk.html"
    unit: ClassVar[str | Promise] = _lazy("项")
    """What the records are counted in."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, or lead back to the boxes where none was ticked."""
        return super().get(request, *args, **kwargs) if self.count else self.lead_back()

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Act on all of them."""
        return super().answer(request) if self.count else self.lead_back()

    def lead_back(self) -> HttpResponse:
        """To the list, saying what to do there."""
        messages.warning(self.request, _("还没有选择。请先在名单里勾选，再选择要办的事。"))
        return HttpResponseRedirect(self.get_cancel_url())

    def get_queryset(self) -> QuerySet[Any]:
        """The rows that this user may choose from."""
        rows: QuerySet[Any] = self.model.objects.visible_to(self.request.user)
        return rows

    @cached_property
    def chosen(self) -> QuerySet[Any]:
        """Those that were ticked, or all that the filters leave."""
        asked = self.request.GET
        if "all" in asked:
            found = self.filter_class(QueryDict(asked.get("within", "")), self.get_queryset(), request=self.request)
            return found.qs
        keys = (int(key) for key in asked.getlist("chosen") if key.isdecimal() and len(key) <= LONGEST_KEY)
        return self.get_queryset().filter(pk__in=[key for key in keys if key <= BigIntegerField.MAX_BIGINT])

    @cached_property
    def keys(self) -> list[int]:
        """Their keys, in order."""
        return sorted(self.chosen.order_by().values_list("pk", flat=True))

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.keys)

    @property
    def list_url(self) -> str:
        """The list as it was filtered."""
        within = self.request.GET.get("within", "")
        return f"{reverse(self.list_url_name)}{'?' if within else ''}{within}"

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [Crumb(str(_("返回名单")), self.list_url)]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Whom it is about."""
        standing = sha256(repr(self.keys).encode()).hexdigest()
        return {
            "records": self.model.objects.filter(pk__in=self.chosen.order_by().values("pk")),
            "standing": standing,
        }

    def get_success_url(self, record: Any) -> str:  # noqa: ARG002 -- many records have no page of their own
        """Back to the list."""
        return self.list_url

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """How many, and the first of them by name."""
        named = [str(record) for record in self.chosen[:NAMED]]
        return super().get_context_data(
            count=self.count, unit=self.unit, named=named, more=self.count > NAMED, **kwargs
        )
