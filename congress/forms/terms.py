"""Input about terms."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import Assembly, Body
from congress.forms.records import RecordForm
from congress.models import Term
from congress.selectors import electors
from unionoffice.pages import DayInput
from unionoffice.rules import rule


class TermForm(RecordForm):
    """A term with its days, and the form of the congress that the number of staff asks for."""

    class Meta:
        model = Term
        fields = ["body", "assembly", "number", "from_on", "to_on"]
        widgets = {"from_on": DayInput, "to_on": DayInput}
        help_texts = {"number": _("填写数字，例如第九届填9。"), "to_on": _("每届3年或5年。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = electors(Body.STAFF, self.on).count()
        limit = int(rule("congress.delegates_from", on=self.on))
        suggested = Assembly.EVERYBODY if staff < limit else Assembly.DELEGATES
        if self.instance.pk is None:
            self.initial["assembly"] = suggested
        told = {"staff": staff, "limit": limit, "form": suggested.label}
        sentence = _t(
            "现有在册教职工%(staff)d人。教职工满%(limit)d人的建立教职工代表大会，不足的召开教职工大会，宜选“%(form)s”。"
        )
        self.fields["assembly"].help_text = sentence % told + self._of_members()

    def _of_members(self) -> str:
        """The same of the union's members, who may all meet however many they are."""
        members = electors(Body.UNION, self.on).count()
        limit = int(rule("congress.members_delegates_from", on=self.on))
        if members < limit:
            sentence = _t("工会会员%(members)d人，不足%(limit)d人，召开会员大会，宜选“全体大会”。")
        else:
            sentence = _t("工会会员%(members)d人，满%(limit)d人，召开会员代表大会或者会员大会都可以。")
        return sentence % {"members": members, "limit": limit}

    def clean(self) -> dict[str, Any]:
        """In order."""
        data = super().clean() or self.cleaned_data
        if data.get("from_on") and data.get("to_on") and data["to_on"] <= data["from_on"]:
            self.add_error("to_on", _("任期要在开始之后结束，请核对。"))
        if data.get("number") == 0:
            self.add_error("number", _("届次从1开始。"))
        return data

    def save(self, *, by: Any, on: date) -> Term:
        """Enter or correct."""
        return services.save_term(self.instance, self.values(), by=by)
