"""The page of one record: its facts, what can be done with it next, and its history."""

from dataclasses import dataclass
from typing import Any, ClassVar

import rules
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from unionoffice import audit, trail
from unionoffice.pages.attachments import AttachmentSection, attachment_section
from unionoffice.pages.base import Page
from unionoffice.pages.tables import Badge

TRAIL_LENGTH = 100
"""Entries that a page shows of a history, the newest first."""


@dataclass(frozen=True)
class Action:
    """A button that leads to a page where something is done."""

    label: str
    url: str
    primary: bool = True
    download: bool = False

    @classmethod
    def to(cls, label: str, url_name: str, *args: Any, primary: bool = True, download: bool = False) -> "Action":
        """The button for a named URL."""
        return cls(label, reverse(url_name, args=args), primary, download)


@dataclass(frozen=True)
class Step:
    """Something that may be done with a record, by whom and in which state: `rule` is asked with user and record."""

    label: str
    url_name: str
    rule: rules.Predicate
    primary: bool = True
    download: bool = False


@dataclass(frozen=True)
class Fact:
    """One line of what is known: a label and its value, perhaps with the address of where it leads."""

    label: str
    value: Any
    url: str = ""


class RecordPage(Page):
    """One record of `model`, if the user may see it: otherwise it isn't there (404), whatever its number.

    The template is `<app>/<model>_detail.html`, or the general one where that adds nothing.
    """

    model: ClassVar[Any]
    select_related: ClassVar[tuple[str, ...]] = ()
    steps: ClassVar[tuple[Step, ...]] = ()

    def get(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Show the record."""
        self.record = self.get_record()
        return TemplateResponse(request, self.get_template_names(), self.get_context_data())

    def get_record(self) -> Any:
        """The record of the address, as far as it is visible to the user."""
        rows = self.model.objects.visible_to(self.request.user).select_related(*self.select_related)
        record = rows.filter(pk=self.kwargs["pk"]).first()
        if record is None:
            raise Http404
        return record

    def get_title(self) -> str:
        """The record's own name."""
        return str(self.record)

    def get_badge(self) -> Badge | None:
        """The record's state, where it has one."""
        return None

    def get_facts(self) -> list[Fact]:
        """What is known, in the order in which people ask; empty values are shown as —."""
        return []

    def get_actions(self) -> list[Action]:
        """What this user can do with the record now; the first primary one is the next step."""
        return [
            Action.to(step.label, step.url_name, self.record.pk, primary=step.primary, download=step.download)
            for step in self.steps
            if step.rule.test(self.request.user, self.record)
        ]

    def get_trail(self) -> Any:
        """The record's history: as visible as the record, unless the page says otherwise."""
        return audit.trail_of(self.record)[:TRAIL_LENGTH]

    def get_attachments(self) -> AttachmentSection | None:
        """The record's files, where its model takes any."""
        if not hasattr(self.model, "ATTACHMENTS"):
            return None
        return attachment_section(self.record, user=self.request.user, on=self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The record with its facts, files, state, next steps and history."""
        return super().get_context_data(
            record=self.record,
            badge=self.get_badge(),
            facts=self.get_facts(),
            actions=self.get_actions(),
            attachments=self.get_attachments(),
            trail=trail.by_deed(trail.told(self.get_trail(), self.request.user)),
            **kwargs,
        )

    def get_template_names(self) -> list[str]:
        """The record's own template, else the general one."""
        meta = self.model._meta
        return [f"{meta.app_label}/{meta.model_name}_detail.html", "office/detail.html"]
