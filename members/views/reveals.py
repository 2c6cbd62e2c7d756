"""What is masked on pages, and the pages that tell it to those who ask."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models import CorrectionRequest, Member
from members.permissions import has_own_record, is_oneself, opens_member, reads
from members.services import reveal
from unionoffice.days import in_full
from unionoffice.pages import Fact, Page
from unionoffice.refusal import Refused


@dataclass(frozen=True)
class Secret:
    """A masked value, and the address that tells it to those who ask."""

    masked: str
    reveal_url: str


def fact_of(member: Member, name: str) -> Fact:
    """A field as its panel shows it; what is encrypted is masked."""
    label, value = str(Member._meta.get_field(name).verbose_name), getattr(member, name)
    if name in Member.MASKS:
        url = reverse("members:member-reveal", args=[member.pk, name])
        return Fact(label, Secret(Member.MASKS[name](value), url) if value else "")
    if name == "birth_date" and value and member.keeps_lunar_birthday:
        return Fact(label, f"{in_full(value)}（{_('过农历生日')}）")
    words = getattr(member, f"get_{name}_display", None)
    return Fact(label, words() if words else value)


class Asked(NamedTuple):
    """A value that somebody asks for: in which field of which record it is, about whom, and what pages call it."""

    record: Any
    field: str
    person: Member
    label: str


class RevealPage(Page):
    """One masked value in full: after a question, or at once where the button beside the mask asks.

    The value is told in the answer to this one request, and nothing keeps a copy of it.
    """

    area = "members"

    def find(self) -> Asked:
        """What is asked for, if the user may read it: else it isn't there."""
        raise NotImplementedError

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Ask."""
        return self.answer(request, self.find())

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Tell."""
        asked = self.find()
        try:
            value = reveal(asked.record, asked.field, person=asked.person, by=request.user, at=timezone.now())
        except Refused as refusal:
            return self.answer(request, asked, refusal=str(refusal))
        return self.answer(request, asked, value=value)

    def answer(self, request: Any, asked: Asked, **told: str) -> HttpResponse:
        """A part for the page that asked, or a page of its own."""
        is_own = is_oneself.test(request.user, asked.person)
        title = f"{asked.person}：{asked.label}"
        context = self.get_context_data() | told
        context |= {"title": title, "back": asked.record.get_absolute_url(), "is_own": is_own}
        template = "members/_revealed.html" if request.htmx else "members/member_reveal.html"
        response = TemplateResponse(request, template, context)
        response["Cache-Control"] = "private, no-store"
        return response


class RevealMemberView(RevealPage):
    """A masked field of a person."""

    permission = opens_member

    def find(self) -> Asked:
        """The field, as far as the user sees the person and reads this of them."""
        name = self.kwargs["name"]
        member = Member.objects.visible_to(self.request.user).filter(pk=self.kwargs["pk"]).first()
        if member is None or name not in Member.MASKS or not reads(self.request.user, member, name):
            raise Http404
        return Asked(member, name, member, str(Member._meta.get_field(name).verbose_name))


class RevealCorrectionView(RevealPage):
    """What somebody asks to be put into such a field."""

    permission = has_own_record

    def find(self) -> Asked:
        """The proposed value, for who decides and who proposed it."""
        requests = CorrectionRequest.objects.visible_to(self.request.user).select_related("member")
        correction = requests.filter(pk=self.kwargs["pk"]).first()
        if correction is None or not correction.is_sensitive:
            raise Http404
        return Asked(correction, "proposed", correction.member, correction.what)
