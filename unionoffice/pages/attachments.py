"""Files of records in pages: the section under a record's facts, adding, removing, and handing them out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionoffice.attachments import (
    ACCEPT,
    Attachment,
    Kind,
    attach,
    attachments_of,
    remove_attachment,
    rights_of,
)
from unionoffice.formkeys import new_key
from unionoffice.pages.base import Crumb, Page
from unionoffice.pages.forms import FormPage, OfficeForm
from unionoffice.roles import anyone, signed_in

FILES_AT_ONCE = 10
FILE_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""Nothing in a file is run or fetched. The style is the browser's own, which fits a photo into its window."""


class FilesInput(forms.FileInput):
    """Several files; a phone offers its camera as well."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__(attrs={"accept": ACCEPT})


class FilesField(forms.FileField):
    """One file or several. What they are is looked at by the service."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file by itself; nothing chosen is one missing file."""
        if len(data or ()) > FILES_AT_ONCE:
            raise forms.ValidationError(_("一次最多上传%(limit)d个文件。") % {"limit": FILES_AT_ONCE})
        return [super(FilesField, self).clean(one, initial) for one in data or [None]]


class AddAttachmentsForm(OfficeForm):
    """Files for one record, all or none. It stands in the record's own page too, and so brings its one-use key."""

    uploads = FilesField(
        label=gettext_lazy("选择文件"),
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("请选择要上传的文件。")},
        help_text=gettext_lazy("可以一次选几个：照片、PDF、Word、Excel、PowerPoint 或纯文本，每个不超过20兆。"),
    )
    label = forms.CharField(label=gettext_lazy("说明"), max_length=60, required=False)
    sensitive = forms.BooleanField(label=gettext_lazy("内部材料，只给经办人看"), required=False)
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=new_key)

    def __init__(self, *args: Any, record: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record
        rights = rights_of(record)
        if rights.all_sensitive or not rights.reads_sensitive.test(self.user, record):
            del self.fields["sensitive"]

    def save(self, *, by: Any, on: Any) -> Any:  # noqa: ARG002 -- what is uploaded bears the time of the upload
        """Attach each file; the first that is refused takes all back."""
        label, sensitive = self.cleaned_data["label"], self.cleaned_data.get("sensitive", False)
        for file in self.cleaned_data["uploads"]:
            attach(self.record, file, by=by, label=label, sensitive=sensitive)
        return self.record


class RemoveAttachmentForm(OfficeForm):
    """Nothing to fill in."""

    def __init__(self, *args: Any, record: Any, attachment: Attachment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record, self.attachment = record, attachment

    def save(self, *, by: Any, on: Any) -> Any:  # noqa: ARG002 -- a deletion bears its time in the trail
        """Delete the file and lead back to its record."""
        remove_attachment(self.attachment, by=by)
        return self.record


@dataclass(frozen=True)
class AttachmentSection:
    """The files of a record as one viewer may read them, with the form for adding where they may."""

    title: str
    files: tuple[Attachment, ...]
    names_uploader: bool
    form: AddAttachmentsForm | None
    add_url: str


def attachment_section(record: Any, *, user: Any, on: Any) -> AttachmentSection:
    """What a record's page shows of its files, in one query."""
    rights = rights_of(record)
    files = attachments_of(record).select_related("uploaded_by")
    if not rights.reads_sensitive.test(user, record):
        files = files.filter(sensitive=False)
    form = AddAttachmentsForm(user=user, on=on, record=record) if rights.may_add.test(user, record) else None
    add_url = reverse("attachment-add", args=[record._meta.label_lower, record.pk])
    names_uploader = rights.names_uploader.test(user, record)
    return AttachmentSection(str(rights.title), tuple(files), names_uploader, form, add_url)


class AboutRecord(FormPage):
    """A form about a record of any area, and about the record's files."""

    permission = signed_in
    record: Any

    def ensure_may_change(self) -> None:
        """Files come and go only by those who may add them."""
        if not rights_of(self.record).may_add.test(self.request.user, self.record):
            raise PermissionDenied

    def get_crumbs(self) -> list[Crumb]:
        """To the record."""
        return [Crumb(str(self.record), self.record.get_absolute_url())]


class AddAttachmentsView(AboutRecord):
    """Adding files: the section's form leads here, and its mistakes are shown here."""

    form_class = AddAttachmentsForm
    button = gettext_lazy("上传")
    done = gettext_lazy("文件已上传。")

    def prepare(self) -> None:
        """Find the record, of any model that takes files, among those that the user may see."""
        try:
            model: Any = apps.get_model(self.kwargs["model"])
        except (LookupError, ValueError):
            raise Http404 from None
        if not hasattr(model, "ATTACHMENTS"):
            raise Http404
        self.record = model._default_manager.visible_to(self.request.user).filter(pk=self.kwargs["pk"]).first()
        if self.record is None:
            raise Http404
        self.ensure_may_change()

    def get_form_kwargs(self) -> dict[str, Any]:
        """The record to add to."""
        return {"record": self.record}

    def get_title(self) -> str:
        """What is added to what."""
        return _("上传%(title)s：%(record)s") % {"title": rights_of(self.record).title, "record": self.record}


class RemoveAttachmentView(AboutRecord):
    """Deleting one file, after a question."""

    form_class = RemoveAttachmentForm
    template_name = "office/transition.html"
    button = gettext_lazy("删除")
    done = gettext_lazy("文件已删除。")

    def prepare(self) -> None:
        """Find the file among those that the user may read."""
        self.attachment, self.record = readable_attachment(self.kwargs["token"], self.request.user)
        self.ensure_may_change()

    def get_form_kwargs(self) -> dict[str, Any]:
        """The file, and the record to lead back to."""
        return {"record": self.record, "attachment": self.attachment}

    def get_title(self) -> str:
        """What is deleted."""
        return _("删除%(title)s：%(name)s") % {
            "title": rights_of(self.record).title,
            "name": self.attachment.name,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the question."""
        question = _("“%(name)s”将从“%(record)s”中删除，删除后不能恢复。") % {
            "name": self.attachment.name,
            "record": self.record,
        }
        return super().get_context_data(question=question, **kwargs)


class AttachmentView(Page):
    """The file itself. Whoever may not read it is told that it isn't there, strangers too."""

    permission = anyone

    def get(self, request: HttpRequest, token: str) -> HttpResponseBase:
        """Photos, which were made anew, may be shown; everything else is only ever saved.

        The browser may keep a copy but must ask each time whether it may still be shown; of a sensitive file it
        keeps none. Whatever the file holds, it runs without the office's origin.
        """
        attachment, _record = readable_attachment(token, request.user)
        return handed_out(request, attachment, lambda: file_of(attachment))


def handed_out(
    request: HttpRequest, attachment: Attachment, make: Callable[[], HttpResponseBase], *, version: str = ""
) -> HttpResponseBase:
    """What `make` gives of a file, unless the browser has it; `version` tells apart what is made of one file."""
    etag = f'"{attachment.digest}{version}"'
    response = get_conditional_response(request, etag=etag) or make()
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-store" if attachment.sensitive else "private, no-cache"
    response["Content-Security-Policy"] = FILE_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    return response


def readable_attachment(token: str, user: Any) -> tuple[Attachment, Any]:
    """The file and its record, if the user may read it; else it isn't there."""
    attachment = Attachment.objects.filter(token=token).first()
    record = attachment.record_for(user) if attachment else None
    if attachment is None or record is None:
        raise Http404
    return attachment, record


def file_of(attachment: Attachment) -> FileResponse:
    """The bytes under their own name. What the disk has lost, as after a restored backup, isn't there."""
    kind = Kind(attachment.kind)
    try:
        content = attachment.open()
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(
        content, as_attachment=not kind.is_photo, filename=attachment.name, content_type=kind.content_type
    )
