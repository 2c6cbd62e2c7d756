"""Pages that change something: a form, or one move of a record."""

from collections.abc import Iterable
from typing import Any, ClassVar

import rules
from crispy_forms.helper import FormHelper
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.fields import BLANK_CHOICE_DASH
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionoffice import formkeys
from unionoffice.pages import stale
from unionoffice.pages.base import Page
from unionoffice.refusal import Refused
from unionoffice.versions import Versioned


class _WithHelper:
    """Crispy rendering inside the page's own `<form>`, and browsers' checks left to us: ours speak Chinese."""

    edited: Versioned | None = None
    """The record whose fields the form shows for editing: it is compared with what the user saw."""

    def __init__(self, *args: Any, user: Any, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.on = user, on
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        # A layout that names its fields must not lose the one-use key.
        self.helper.render_hidden_fields = True
        for field in self.fields.values():
            _name_blank_choice(field)
            _take_text_whole(field)


class OfficeForm(_WithHelper, forms.Form):
    """A form whose `save` calls one service and returns the record that the user is led to."""

    def save(self, *, by: Any, on: Any) -> Any:
        """Do what the form is for; raises Refused."""
        raise NotImplementedError


class OfficeModelForm(_WithHelper, forms.ModelForm):
    """The same over a model's fields; the service writes, never the form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A key that is drawn at random is there before the record is.
        if isinstance(self.instance, Versioned) and not self.instance._state.adding:  # noqa: SLF001 -- Django says it nowhere else
            self.edited = self.instance

    def save(self, *, by: Any, on: Any) -> Any:
        """Do what the form is for; raises Refused."""
        raise NotImplementedError


class MoveForm(OfficeForm):
    """A form about one `record` that is there already, as `TransitionPage` shows it."""

    def __init__(self, *args: Any, record: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record


class FormPage(Page):
    """A form with a one-use key. What a rule refuses is shown over the form, with everything typed still there.

    A form over a versioned record that somebody else saved meanwhile is shown again, with both texts. The template
    is `template_name`, by default the general one.
    """

    form_class: ClassVar[type[OfficeForm] | type[OfficeModelForm]]
    template_name: ClassVar[str] = "office/form.html"
    button: ClassVar[str | Promise] = gettext_lazy("保存")
    done: ClassVar[str | Promise] = ""
    """The sentence shown when it worked."""

    def get(self, _request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Show the form."""
        self.prepare()
        return self.show(self.get_form())

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Act on the form, once: sent again, it leads where it led before."""
        try:
            formkeys.ensure_unspent(request.POST.get("form_key", ""), user=request.user)
            return self.answer(request)
        except formkeys.AlreadySent as sent:
            messages.info(request, _("这份表单已经提交过，没有重复办理。"))
            return HttpResponseRedirect(sent.result_url)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Act, and lead on to the result; or show the form again with what is wrong."""
        self.prepare()
        form = self.get_form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form)
        try:
            url = self.act(form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.show(form)
        except stale.Stale:
            return self.show_caught_up(form)
        if self.done:
            messages.success(request, self.done)
        return HttpResponseRedirect(url)

    def prepare(self) -> None:
        """Fetch and check what the form is about; nothing by default."""

    @transaction.atomic
    def act(self, form: Any) -> str:
        """Spend the key and save in one transaction; returns where to go next."""
        key = form.cleaned_data["form_key"]
        formkeys.spend(key, user=self.request.user)
        stale.ensure_current(form)
        url = self.get_success_url(form.save(by=self.request.user, on=self.on))
        formkeys.remember_result(key, url)
        return url

    def get_form(self, data: Any = None, files: Any = None) -> Any:
        """The form with its hidden key: a new one when it is shown, the one that was sent after that."""
        form = self.form_class(data, files, user=self.request.user, on=self.on, **self.get_form_kwargs())
        form.fields["form_key"] = forms.UUIDField(widget=forms.HiddenInput, initial=formkeys.new_key)
        stale.watch(form)
        return form

    def get_form_kwargs(self) -> dict[str, Any]:
        """What else the form needs: its initial values, or the record it edits."""
        return {}

    def get_success_url(self, record: Any) -> str:
        """Where the user is led: the page of the record."""
        return record.get_absolute_url()

    def get_cancel_url(self) -> str:
        """The way back without doing it: the last crumb."""
        crumbs = self.get_crumbs()
        return crumbs[-1].url if crumbs else "/"

    def show_caught_up(self, form: Any) -> HttpResponse:
        """The form over the record as it is now, with what the user typed, to be looked over and sent again."""
        self.prepare()
        data, meanwhile = stale.caught_up(form, self.get_form())
        return self.show(self.get_form(data, self.request.FILES), meanwhile=meanwhile)

    def show(self, form: Any, **extra: Any) -> HttpResponse:
        """The page with the form; 422 when it was sent and couldn't be taken."""
        context = self.get_context_data(form=form, button=self.button, cancel_url=self.get_cancel_url(), **extra)
        status = 422 if form.is_bound else 200
        return TemplateResponse(self.request, self.template_name, context, status=status)


class NotYours(PermissionDenied):
    """A move that this user can't make with a record that they see: made already, or somebody else's turn.

    `record_url` is empty where the record has no page of its own.
    """

    def __init__(self, record: Any) -> None:
        super().__init__()
        self.record_url = record.get_absolute_url() if hasattr(record, "get_absolute_url") else ""


class TransitionPage(FormPage):
    """One move of one record: asks first, naming what will happen, then calls one service.

    `rule` is asked with the user and the record: may this user make this move with this one.
    """

    model: ClassVar[Any]
    rule: ClassVar[rules.Predicate] = rules.always_allow
    template_name = "office/transition.html"
    question: ClassVar[str | Promise] = ""

    def prepare(self) -> None:
        """Find the record among those that the user may see, and check the right to move it."""
        self.record = self.get_queryset().filter(pk=self.kwargs["pk"]).first()
        if self.record is None:
            raise Http404
        if not self.rule.test(self.request.user, self.record):
            raise NotYours(self.record)

    def get_queryset(self) -> Any:
        """The records that this user may move."""
        return self.model.objects.visible_to(self.request.user)

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form is about the record."""
        return {"record": self.record}

    def get_title(self) -> str:
        """What is done to what."""
        return f"{self.title}：{self.record}"

    def get_question(self) -> str:
        """The sentence that names what will happen."""
        return str(self.question)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The record and the question."""
        return super().get_context_data(record=self.record, question=self.get_question(), **kwargs)


class EditPage(TransitionPage):
    """Setting a record right in the form over its own fields; `rule` says who may, and in which state of it."""

    template_name = "office/form.html"
    button = gettext_lazy("保存修改")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form is over the record's own fields."""
        return {"instance": self.record}


def _take_text_whole(field: forms.Field) -> None:
    """A browser silently cuts off what is pasted beyond the limit; the form keeps it and says how much is over."""
    if isinstance(field.widget, forms.Textarea):
        field.widget.attrs.pop("maxlength", None)


def _name_blank_choice(field: forms.Field) -> None:
    """Words instead of Django's dashes, where the form itself didn't choose any."""
    dashes = BLANK_CHOICE_DASH[0][1]
    words = _("请选择") if field.required else _("不填")
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = words if field.empty_label == dashes else field.empty_label
    elif isinstance(field, forms.ChoiceField):
        choices: Iterable[Any] = field.choices
        field.choices = [(value, words if label == dashes else label) for value, label in choices]
