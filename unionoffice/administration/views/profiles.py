"""Pages of who we are, and the logo that every page shows."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionoffice import audit, profiles, trail
from unionoffice.administration.forms import SchoolProfileForm, UnionProfileForm
from unionoffice.administration.permissions import keeps_settings, opens_settings
from unionoffice.administration.views.entrance import settings_crumb
from unionoffice.pages import TRAIL_LENGTH, Action, Crumb, EditPage, Fact, FormPage, Page
from unionoffice.profiles import SchoolProfile
from unionoffice.roles import anyone

A_YEAR = 365 * 24 * 60 * 60


class ProfilesView(Page):
    """The school and its union, with a warning where the union's certificate runs out."""

    permission = opens_settings
    title = _("学校与工会信息")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Both at once: neither has many facts."""
        school, union = profiles.school(), profiles.union()
        entries = audit.trail_of(*(one for one in (school, union) if one.pk))[:TRAIL_LENGTH]
        context = self.get_context_data(
            union_facts=self.union_facts(union),
            school_facts=self.school_facts(school),
            warning=union.certificate_warning(self.on),
            actions=self.get_actions() if keeps_settings.test(request.user) else [],
            trail=trail.told(entries, request.user),
        )
        return TemplateResponse(request, "unionoffice/profiles.html", context)

    def get_crumbs(self) -> list[Crumb]:
        """To the entrance."""
        return [settings_crumb()]

    def get_actions(self) -> list[Action]:
        """The form of each."""
        return [
            Action.to(_("修改工会信息"), "settings:union"),
            Action.to(_("修改学校信息"), "settings:school", primary=False),
        ]

    def school_facts(self, school: SchoolProfile) -> list[Fact]:
        """What is known of the school."""
        return [
            Fact(_("学校名称"), school.name),
            Fact(_("简称"), school.short_name),
            Fact(_("在册教职工人数"), school.contract_staff),
            Fact(_("校徽"), _("已设置") if school.logo_name else ""),
        ]

    def union_facts(self, union: profiles.UnionProfile) -> list[Fact]:
        """What is known of the union."""
        return [
            Fact(_("工会名称"), union.name),
            Fact(_("上级工会"), union.upper_union),
            Fact(_("成立批复"), union.founding_document),
            Fact(_("法定代表人"), union.legal_representative),
            Fact(_("法人资格证号"), union.legal_id_no),
            Fact(_("有效期自"), union.legal_id_from),
            Fact(_("有效期至"), union.legal_id_until),
        ]


class ProfileForm(FormPage):
    """Correcting one of the two profiles."""

    permission = keeps_settings
    button = EditPage.button
    done = _("已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To both."""
        return [settings_crumb(), Crumb(str(ProfilesView.title), reverse("settings:profiles"))]


class SchoolProfileView(ProfileForm):
    """The school."""

    title = _("修改学校信息")
    form_class = SchoolProfileForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Before set-up, an empty one."""
        return {"instance": SchoolProfile.objects.first()}


class UnionProfileView(ProfileForm):
    """The union."""

    title = _("修改工会信息")
    form_class = UnionProfileForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Before set-up, an empty one."""
        return {"instance": profiles.UnionProfile.objects.first()}


class LogoView(Page):
    """The school's logo, also for the page where people sign in; its address changes with the picture."""

    permission = anyone

    def get(self, _request: HttpRequest, digest: str) -> HttpResponse:
        """The picture, to be kept by the browser."""
        school = SchoolProfile.objects.filter(logo_name=digest).first()
        if school is None:
            raise Http404
        headers = {"Cache-Control": f"public, max-age={A_YEAR}, immutable", "X-Content-Type-Options": "nosniff"}
        return HttpResponse(bytes(school.logo), content_type="image/png", headers=headers)
