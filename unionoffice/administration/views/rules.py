"""Pages of the rules: what is in force, what was and what comes."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionoffice import audit
from unionoffice.administration.forms import SetRuleForm, WithdrawRuleForm
from unionoffice.administration.permissions import keeps_settings, opens_settings
from unionoffice.administration.views.entrance import SettingMove, settings_crumb
from unionoffice.areas import areas
from unionoffice.pages import TRAIL_LENGTH, Action, Crumb, Fact, FormPage, Page, RecordPage
from unionoffice.rules import RuleSetting, RuleStanding


def rules_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(str(_("规则与标准")), reverse("settings:rules"))


class RuleListView(Page):
    """Every rule with the value of today, area by area."""

    permission = opens_settings
    title = _("规则与标准")

    def get_crumbs(self) -> list[Crumb]:
        """To the entrance."""
        return [settings_crumb()]

    def get(self, request: HttpRequest) -> HttpResponse:
        """One query for all of them."""
        context = self.get_context_data(groups=self.groups())
        return TemplateResponse(request, "unionoffice/rules.html", context)

    def groups(self) -> list[tuple[str, list[RuleStanding]]]:
        """The rules under the names of their areas, in the order of the areas."""
        labels = {area.key: str(area.label) for area in areas()}
        by_area: dict[str, list[RuleStanding]] = {}
        for key, settings in groupby(RuleSetting.objects.all(), lambda setting: setting.key):
            label = labels.get(key.split(".")[0], str(_("通用")))
            by_area.setdefault(label, []).append(RuleStanding.of(list(settings), self.on))
        order = [*labels.values(), str(_("通用"))]
        return sorted(by_area.items(), key=lambda group: order.index(group[0]))


class _OneRule:
    """A page of one rule, which its address names by its key."""

    def find(self) -> RuleStanding:
        """The rule as it stands today."""
        settings = list(RuleSetting.objects.filter(key=self.kwargs["key"]))
        if not settings:
            raise Http404
        return RuleStanding.of(settings, self.on)


class RuleDetailView(_OneRule, RecordPage):
    """One rule: its value in words, its source, and all its values in time."""

    permission = opens_settings
    model = RuleSetting

    def get_record(self) -> RuleSetting:
        """The value in force; before any is, the first to come."""
        self.standing = self.find()
        return self.standing.now or self.standing.coming[-1]

    def get_title(self) -> str:
        """The rule's name."""
        return self.record.label

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [settings_crumb(), rules_crumb()]

    def get_facts(self) -> list[Fact]:
        """What holds today and why."""
        now = self.standing.now
        return [
            Fact(_("现行取值"), now.words if now else ""),
            Fact(_("自何日起"), _("最初") if now and now.is_seeded else now and now.valid_from),
            Fact(_("依据"), now.source if now else ""),
        ]

    def get_actions(self) -> list[Action]:
        """A new value, for who keeps the rules."""
        if not keeps_settings.test(self.request.user):
            return []
        return [Action.to(_("设定新的取值"), "settings:rule-set", self.record.key)]

    def get_trail(self) -> Any:
        """Of all its values."""
        return audit.trail_of(*self.standing.settings)[:TRAIL_LENGTH]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With every value, the latest first."""
        may_withdraw = keeps_settings.test(self.request.user)
        return super().get_context_data(standing=self.standing, may_withdraw=may_withdraw, **kwargs)


class SetRuleView(_OneRule, FormPage):
    """A new value from a day on."""

    permission = keeps_settings
    form_class = SetRuleForm
    template_name = "unionoffice/rule_set.html"
    button = _("设定")
    done = _("新的取值已记下，到生效那天起按它办理。")

    def prepare(self) -> None:
        """Find the rule."""
        self.standing = self.find()
        self.record = self.standing.settings[0]

    def get_title(self) -> str:
        """Which rule."""
        return f"{_('设定新的取值')}：{self.record.label}"

    def get_crumbs(self) -> list[Crumb]:
        """To the rule."""
        return [settings_crumb(), rules_crumb(), Crumb(self.record.label, self.record.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """From today, unless another day is chosen."""
        return {"record": self.record, "initial": {"valid_from": self.on}}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what holds now."""
        return super().get_context_data(standing=self.standing, **kwargs)


class WithdrawRuleView(SettingMove):
    """Taking back a value that isn't in force yet."""

    permission = keeps_settings
    model = RuleSetting
    form_class = WithdrawRuleForm
    title, button = _("撤回取值"), _("撤回")
    done = _("已撤回，现行取值不变。")

    def get_crumbs(self) -> list[Crumb]:
        """To the rule."""
        return [settings_crumb(), rules_crumb(), Crumb(self.record.label, self.record.get_absolute_url())]

    def get_question(self) -> str:
        """What would have come into force when."""
        return _("撤回后，“%(label)s”不再从 %(day)s 起改为“%(words)s”。撤回？") % {
            "label": self.record.label,
            "day": self.record.valid_from,
            "words": self.record.words,
        }
