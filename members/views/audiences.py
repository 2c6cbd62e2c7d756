"""Audiences: the list with how many each has today, who belongs, and the form that says whom a name means."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.filters import AudienceFilter
from members.forms import AudienceForm, DeleteAudienceForm
from members.models import Audience, Member
from members.permissions import keeps_audiences, may_delete_audience
from members.selectors import audience_members, members_meant, rules_in_words, with_current_places
from members.tables import audience_table
from unionoffice.pages import Badge, Crumb, EditPage, Fact, FormPage, ListPage, Page, RecordPage, Step, TransitionPage
from unionoffice.tones import Tone

FIRST_NAMES = 12
"""Names that the form shows of those whom it means so far."""


def audiences_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("范围"), reverse("members:audience-list"))


class AudienceListView(ListPage):
    """Every name with what it asks and how many it means today."""

    permission = keeps_audiences
    area = "members"
    title = _("范围")
    model = Audience
    filter_class = AudienceFilter
    main_action = (_("新建范围"), "members:audience-create", keeps_audiences)

    def filtered(self, rows: Any) -> Any:
        """Once it is known whose list it is: with everybody counted on the day of looking."""
        self.table = audience_table(rows, self.on)
        return super().filtered(rows)


class AudienceDetailView(RecordPage):
    """What an audience asks, and whom it means today."""

    permission = keeps_audiences
    area = "members"
    model = Audience
    steps = (
        Step(_("修改范围"), "members:audience-update", keeps_audiences),
        Step(_("删除"), "members:audience-delete", may_delete_audience, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [audiences_crumb()]

    def get_badge(self) -> Badge | None:
        """Whether every office has it."""
        return Badge(str(_("预置")), Tone.CLOSED) if self.record.is_seeded else None

    def get_facts(self) -> list[Fact]:
        """The conditions."""
        (words,) = rules_in_words([self.record.asks])
        return [Fact(label, text) for label, text in words]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the people."""
        people = with_current_places(audience_members(self.record, self.on).defer(*Member.SENSITIVE))
        return super().get_context_data(people=people, **kwargs)


class AudienceFormPage(FormPage):
    """Saying whom a name means, with a count beside that follows what is chosen."""

    permission = keeps_audiences
    area = "members"
    form_class = AudienceForm
    template_name = "members/audience_form.html"
    done = _("已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [audiences_crumb()]


class CreateAudienceView(AudienceFormPage):
    """A new name."""

    title, button = _("新建范围"), _("保存范围")


class UpdateAudienceView(AudienceFormPage, EditPage):
    """What the name means from now on."""

    title = _("修改范围")
    model = Audience

    def get_crumbs(self) -> list[Crumb]:
        """To the audience."""
        return [audiences_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class DeleteAudienceView(TransitionPage):
    """A name that nobody needs any more."""

    permission, rule = keeps_audiences, may_delete_audience
    area = "members"
    model = Audience
    form_class = DeleteAudienceForm
    title, button = _("删除范围"), _("删除")
    question = _("删除后不能恢复，已有记录在用的范围不能删除。")
    done = _("已删除。")

    def get_crumbs(self) -> list[Crumb]:
        """To the audience."""
        return [audiences_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_success_url(self, record: Audience) -> str:  # noqa: ARG002 -- it is gone
        """The list."""
        return reverse("members:audience-list")


class PreviewAudienceView(Page):
    """The part of the form that says how many are meant so far; it is asked with the form as it stands."""

    permission = keeps_audiences

    def get(self, request: HttpRequest) -> HttpResponse:
        """For conditions in the address."""
        return self.show(request.GET)

    def post(self, request: HttpRequest) -> HttpResponse:
        """For a form as it stands, which may be too long for an address; nothing is written."""
        return self.show(request.POST)

    def show(self, data: QueryDict) -> HttpResponse:
        """How many, and the first names."""
        form = AudienceForm(data, user=self.request.user, on=self.on)
        del form.fields["name"]
        people = members_meant(form.rule, self.on).only("name") if form.is_valid() else Member.objects.none()
        context = {"form": form, "size": len(people), "people": people[:FIRST_NAMES], "first": FIRST_NAMES}
        return TemplateResponse(self.request, "members/_audience_preview.html", context)
