"""The papers of a term's delegates, to print or to go on writing."""

from typing import Any

from django.http import Http404

from congress import permissions
from congress.enums import Body
from congress.models import Candidacy, Session, Term
from congress.papers.delegates import delegate_cards, delegate_roll, qualification_report
from congress.selectors import (
    apportionment,
    candidates_of,
    composition,
    delegates_in_term,
    in_stroke_order,
    voters_in_term,
)
from unionoffice.documents import Document
from unionoffice.pages import PaperPage, asked_format


class TermPaper(PaperPage):
    """A paper of one term: PDF, or Word with `?format=docx`. Where everybody meets there is none."""

    permission = permissions.is_staff
    model = Term

    def get_record(self) -> Any:
        """Only of terms with delegates."""
        record = super().get_record()
        if not record.has_delegates:
            raise Http404
        return record

    def get_format(self) -> str:
        """As asked for."""
        return asked_format(self.request)

    def get_delegates(self) -> Any:
        """Those of the term by the strokes of their names, with what their papers say."""
        along = ("member", "term", "group", "constituency", "delegation__head")
        return in_stroke_order(delegates_in_term(self.record, self.on).select_related(*along), self.on)


class DelegateRollView(TermPaper):
    """代表名单."""

    def get_document(self) -> Document:
        """Everybody who sits there."""
        return delegate_roll(self.record, list(self.get_delegates()))


class DelegateCardsView(TermPaper):
    """代表证: they let people check in, so only who keeps the congress prints them."""

    permission = permissions.keeps_congress

    def get_document(self) -> Document:
        """With the name of the session that comes next, else of the term."""
        coming = Session.objects.filter(term=self.record, ends_on__gte=self.on).order_by("starts_on").first()
        named = coming.printed_name if coming else str(self.record)
        return delegate_cards(self.record, list(self.get_delegates().order_by("number", "pk")), named)


class QualificationReportView(TermPaper):
    """代表资格审查报告: it says who was refused and why."""

    permission = permissions.oversees

    def get_document(self) -> Document:
        """Over all elections of the term that were checked."""
        checked = Candidacy.objects.filter(round__election__term=self.record, has_passed__isnull=False)
        shares = composition(voters_in_term(self.record, self.on), self.on, body=Body(self.record.body))
        return qualification_report(
            self.record,
            apportionment(self.record, self.on),
            list(candidates_of(checked, self.on)),
            shares,
            self.on,
        )
