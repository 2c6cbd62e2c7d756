"""Beginning a disclosure: from nothing, from a matter of the catalogue that is due, or from a record."""

import re
from contextlib import suppress
from typing import Any

from django.apps import apps
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.forms import DisclosureForm
from affairs.models import DisclosureDraft
from affairs.selectors import items_to_write_on
from affairs.views.disclosures import AREA, disclosures_crumb
from unionoffice.pages import Crumb, FormPage
from unionoffice.periods import Period
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef

KEY = re.compile(r"[0-9]{1,18}")


class DraftDisclosureView(FormPage):
    """A new draft. `?source=<app.Model>:<pk>` takes title and text from a record that the user may see, and keeps
    where it comes from; `?item=<pk>&period=<code>` chooses what is due by the catalogue.
    """

    permission = permissions.drafts_disclosures
    area = AREA
    title = _("起草公开事项")
    form_class = DisclosureForm
    template_name = "affairs/disclosure_form.html"
    button = _("保存草稿")
    done = _("草稿已保存。可以添加附件，核对后提交审批。")

    def prepare(self) -> None:
        """Find the record that it is to come from."""
        asked = self.request.GET.get("source")
        self.record = recorded(asked, self.request.user) if asked else None

    def get_crumbs(self) -> list[Crumb]:
        """To the list, or to the record."""
        if self.record is None:
            return [disclosures_crumb()]
        return [Crumb(str(self.record), self.record.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """What is known before anything is written."""
        if self.record is None:
            return {"initial": self.get_due()}
        draft: DisclosureDraft = self.record.as_disclosure()
        told = {"title": draft.title, "body": draft.body, "item": self.get_matter(category=draft.category)}
        return {"initial": {**told, **self.get_due()}, "source": SourceRef.to(self.record)}

    def get_due(self) -> dict[str, Any]:
        """The matter and the period of the address; what can't be understood of it is left aside."""
        item, period = self.request.GET.get("item", ""), self.request.GET.get("period", "")
        due: dict[str, Any] = {}
        if KEY.fullmatch(item):
            due["item"] = self.get_matter(pk=int(item))
        with suppress(Refused):
            due["period_code"] = Period.parse(period).code
        return {name: value for name, value in due.items() if value}

    def get_matter(self, **wanted: Any) -> Any:
        """The first such matter that the user may write on."""
        return items_to_write_on(self.request.user).filter(**wanted).first()


def recorded(asked: str, user: Any) -> Any:
    """The record that `app.Model:pk` names, if it can be disclosed and the user may see it; else it isn't there."""
    label, _colon, key = asked.rpartition(":")
    try:
        model: Any = apps.get_model(label)
    except (LookupError, ValueError):
        raise Http404 from None
    if not (hasattr(model, "as_disclosure") and KEY.fullmatch(key)):
        raise Http404
    record = model._default_manager.visible_to(user).filter(pk=int(key)).first()
    if record is None:
        raise Http404
    return record
