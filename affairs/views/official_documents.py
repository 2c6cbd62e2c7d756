"""The register of documents, one of them, and who reads it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import Direction, DocumentStatus
from affairs.filters import OfficialDocumentFilter
from affairs.forms import (
    DocumentForm,
    FinishDocumentForm,
    ForwardDocumentForm,
    MendDocumentForm,
    ReadDocumentForm,
    RecallForwardForm,
    VoidDocumentForm,
)
from affairs.models import DocumentForward, OfficialDocument
from affairs.papers import circulation_paper, register_paper
from affairs.selectors import readers_of
from affairs.tables import OfficialDocumentTable, document_badge
from affairs.views.regulations import AREA
from unionoffice.days import in_full
from unionoffice.documents import Document
from unionoffice.formkeys import new_key
from unionoffice.pages import (
    Badge,
    Crumb,
    EditPage,
    Fact,
    FormPage,
    ListPage,
    Page,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
    asked_format,
    paper_response,
)


def documents_crumb() -> Crumb:
    """The way back to the register."""
    return Crumb(_("收发文"), reverse("affairs:document-list"))


class DocumentListView(ListPage):
    """The documents that the user may see."""

    permission = permissions.opens_documents
    area = AREA
    title = _("收发文")
    model = OfficialDocument
    table = OfficialDocumentTable
    filter_class = OfficialDocumentFilter
    main_action = (_("登记收文"), "affairs:document-receive", permissions.keeps_documents)
    other_actions = (
        (_("登记发文"), "affairs:document-send", permissions.keeps_documents),
        (_("打印登记簿"), "affairs:document-register", permissions.reads_register),
        (_("导入登记簿"), "affairs:document-import", permissions.keeps_documents),
    )


class DocumentDetailView(RecordPage):
    """One document: what it says, what it asks for, and who has read it."""

    permission = permissions.opens_documents
    area = AREA
    model = OfficialDocument
    select_related = ("department", "registered_by")
    steps = (
        Step(_("传阅"), "affairs:document-forward", permissions.may_forward_document),
        Step(_("办结"), "affairs:document-finish", permissions.may_finish_document),
        Step(_("修改"), "affairs:document-mend", permissions.may_mend_document, primary=False),
        Step(
            _("传阅单"),
            "affairs:document-circulation",
            permissions.sees_receipts,
            primary=False,
            download=True,
        ),
        Step(_("作废"), "affairs:document-void", permissions.may_void_document, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the register."""
        return [documents_crumb()]

    def get_badge(self) -> Badge:
        """What is still to be done."""
        return document_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """What the register says."""
        record = self.record
        incoming = record.direction == Direction.INCOMING
        facts = [
            Fact(_("登记号"), record.short_number),
            Fact(_("文号"), record.document_no),
            Fact(_("来文单位") if incoming else _("主送单位"), record.party),
            Fact(_("收到日期") if incoming else _("发出日期"), record.handled_on),
            Fact(_("成文日期"), record.dated_on),
            Fact(_("紧急程度"), record.get_urgency_display()),
            Fact(_("密级"), record.get_secrecy_display()),
        ]
        if record.asks_for:
            facts += [
                Fact(_("办理要求"), record.asks_for),
                Fact(_("办理期限"), record.due_on),
                Fact(_("承办部门"), record.department),
            ]
        if record.status == DocumentStatus.DONE:
            facts += [Fact(_("办结日期"), record.done_on), Fact(_("办理结果"), record.outcome)]
        if record.void_reason:
            facts.append(Fact(_("作废原因"), record.void_reason))
        return facts

    def get_trail(self) -> Any:
        """Who was given it and who set it in order is between the office and the register."""
        return super().get_trail() if permissions.sees_receipts.test(self.request.user) else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the receipts for those who may know, and the reader's own."""
        user = self.request.user
        receipts = list(readers_of(self.record)) if permissions.sees_receipts.test(user) else []
        own = self.record.forwards.filter(member=user.member_id).first() if user.member_id else None
        return super().get_context_data(
            receipts=receipts,
            read_count=sum(receipt.read_on is not None for receipt in receipts),
            own=own,
            form_key=new_key(),
            may_recall=permissions.may_forward_document.test(user, self.record),
            **kwargs,
        )


class RegisterDocumentView(FormPage):
    """An entry of the register."""

    permission = permissions.keeps_documents
    area = AREA
    form_class = DocumentForm
    button = _("登记")
    done = _("已登记。可以添加附件，再传阅。")
    direction = Direction.INCOMING

    def get_crumbs(self) -> list[Crumb]:
        """To the register."""
        return [documents_crumb()]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Which way it goes."""
        return {"direction": self.direction}


class ReceiveDocumentView(RegisterDocumentView):
    """收文."""

    title = _("登记收文")


class SendDocumentView(RegisterDocumentView):
    """发文."""

    title = _("登记发文")
    direction = Direction.OUTGOING


class DocumentMove(TransitionPage):
    """A move of one document."""

    permission = permissions.opens_documents
    area = AREA
    model = OfficialDocument
    done = _("已办理。")

    def get_crumbs(self) -> list[Crumb]:
        """To the document."""
        return [documents_crumb(), Crumb(self.record.title, self.record.get_absolute_url())]


class MendDocumentView(DocumentMove, EditPage):
    """The entry is set in order."""

    rule = permissions.may_mend_document
    title = _("修改")
    form_class = MendDocumentForm
    done = _("已保存。")


class ForwardDocumentView(DocumentMove):
    """It goes round."""

    rule = permissions.may_forward_document
    title, button = _("传阅"), _("发送传阅")
    question = _("传阅对象会收到通知，在手机上阅读后标记已阅。")
    form_class = ForwardDocumentForm
    done = _("已发送传阅。")


class FinishDocumentView(DocumentMove):
    """What it asked for is done."""

    rule = permissions.may_finish_document
    title, button = _("办结收文"), _("办结")
    question = _("写明办理结果，办结后登记簿上显示。")
    form_class = FinishDocumentForm


class VoidDocumentView(DocumentMove):
    """Its number is struck."""

    rule = permissions.may_void_document
    title, button = _("作废"), _("作废")
    question = _("作废后登记号保留，不再使用，不计入统计。")
    form_class = VoidDocumentForm


class ReadDocumentView(DocumentMove):
    """Its reader says so."""

    title, button = _("已阅"), _("已阅")
    form_class = ReadDocumentForm
    done = _("已标记已阅。")

    def prepare(self) -> None:
        """Only what was given to this reader."""
        super().prepare()
        member_id = self.request.user.member_id
        self.forward = self.record.forwards.filter(member=member_id).first() if member_id else None
        if self.forward is None:
            raise Http404

    def get_form_kwargs(self) -> dict[str, Any]:
        """The reader's own receipt."""
        return {**super().get_form_kwargs(), "forward": self.forward}


class RecallForwardView(TransitionPage):
    """Given to the wrong person."""

    permission = permissions.keeps_documents
    area = AREA
    title, button = _("取消传阅"), _("取消传阅")
    question = _("对方还没有阅读。取消后对方看不到这份文件。")
    form_class = RecallForwardForm
    model = DocumentForward
    done = _("已取消传阅。")

    def get_queryset(self) -> Any:
        """Those of documents that the user may see."""
        seen = OfficialDocument.objects.visible_to(self.request.user)
        return DocumentForward.objects.filter(document__in=seen).select_related("document", "member")

    def get_crumbs(self) -> list[Crumb]:
        """To the document."""
        document = self.record.document
        return [documents_crumb(), Crumb(document.title, document.get_absolute_url())]


class CirculationView(PaperPage):
    """传阅单 of one document."""

    permission = permissions.opens_documents
    rule = permissions.sees_receipts
    area = AREA
    model = OfficialDocument

    def get_document(self) -> Document:
        """With everybody that it went to."""
        return circulation_paper(self.record, list(readers_of(self.record)))


class RegisterPaperView(Page):
    """登记簿 of a direction and a year, as far as the user may see it; which one is asked first."""

    permission = permissions.reads_register
    area = AREA
    title = _("打印登记簿")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The choice, or the file."""
        rows = OfficialDocument.objects.visible_to(request.user)
        direction = request.GET.get("direction", "")
        year = request.GET.get("year", "")
        if direction not in Direction.values or not (year.isascii() and year.isdigit() and len(year) == len("2026")):
            return self.choose(request, rows)
        chosen = rows.filter(direction=direction, year=int(year)).order_by("number")
        period = gettext("%(year)s年（打印于%(day)s）") % {"year": year, "day": in_full(self.on)}
        return paper_response(register_paper(chosen, direction, period=period), asked_format(request))

    def choose(self, request: HttpRequest, rows: Any) -> HttpResponse:
        """Which book of which year."""
        years = sorted({*rows.values_list("year", flat=True).distinct(), self.on.year}, reverse=True)
        context = self.get_context_data(years=years, directions=Direction.choices)
        return TemplateResponse(request, "affairs/document_register.html", context)

    def get_crumbs(self) -> list[Crumb]:
        """To the register."""
        return [documents_crumb()]
