"""The papers of suggestions."""

from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.models import Suggestion
from congress.papers.suggestions import suggestion_register
from congress.views.registers import RegisterPage
from congress.views.suggestions import suggestions_crumb
from unionoffice.days import in_full
from unionoffice.documents import Document
from unionoffice.pages import Crumb


class SuggestionRegisterView(RegisterPage):
    """登记表 of a year; the names that authors don't show stand there only for who knows them."""

    permission = permissions.reads_all_suggestions
    title = _("打印意见建议登记表")
    name, label = "year", _("年度")
    question = _("登记表按编号排列，撤回的也在内。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [suggestions_crumb()]

    def get_choices(self) -> list[tuple[Any, str]]:
        """The years in which something was handed in, and this one."""
        known = Suggestion.objects.visible_to(self.request.user).dates("handed_in_on", "year")
        years = sorted({day.year for day in known} | {self.on.year}, reverse=True)
        return [(year, _t("%(year)d年") % {"year": year}) for year in years]

    def get_document(self, value: Any, words: str) -> Document:
        """Every number of the year."""
        user = self.request.user
        rows: Any = Suggestion.objects.visible_to(user).filter(handed_in_on__year=value)
        listed = rows.listed_for(user, self.on).select_related("department").order_by("number")
        period = _t("%(words)s（打印于%(day)s）") % {"words": words, "day": in_full(self.on)}
        return suggestion_register(listed, period=period)
