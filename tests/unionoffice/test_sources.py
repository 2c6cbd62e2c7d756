"""References between areas: what is shown of the target depends on who looks."""

import pytest

from finance.models import Entry
from tests.finance.factories import EntryFactory
from tests.members.factories import MemberFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from unionoffice.sources import ShownSource, SourceRef

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit():
    return VisitFactory(number="2026-031", member=MemberFactory(name="林芳"))


class TestSourceRef:
    def test_holds_name_of_model_and_key_alone(self, visit):
        assert SourceRef.to(visit) == SourceRef("welfare.Visit", visit.pk)

    def test_finds_its_record(self, visit):
        assert SourceRef.to(visit).record() == visit

    def test_shows_text_and_address_to_those_who_may_see_the_target(self, visit, chair):
        shown = SourceRef.to(visit).shown_to(chair)
        assert shown == ShownSource("慰问 2026-031 林芳", f"/welfare/visits/{visit.pk}/")

    @pytest.mark.parametrize("viewer", ["treasurer", "cashier", "auditor", "principal", "teacher"])
    def test_shows_its_number_alone_to_everybody_else(self, visit, viewer, request):
        shown = SourceRef.to(visit).shown_to(request.getfixturevalue(viewer))
        assert shown == ShownSource("慰问 2026-031", "")

    def test_shows_the_person_visited_their_own_once_it_was_made(self, teacher):
        made = MadeVisitFactory(number="2026-032", member=teacher.member)
        assert SourceRef.to(made).shown_to(teacher) == ShownSource(
            "慰问 2026-032 韩梅", f"/welfare/visits/{made.pk}/"
        )


class TestFromSource:
    def test_record_without_a_source_stands_by_itself(self):
        assert EntryFactory().source is None

    def test_source_survives_the_database(self, visit):
        entry = EntryFactory.build(requested_by=visit.requested_by, subject=EntryFactory().subject)
        entry.source = SourceRef.to(visit)
        entry.save()
        assert Entry.objects.get(pk=entry.pk).source == SourceRef("welfare.Visit", visit.pk)

    def test_source_can_be_taken_off(self, visit):
        entry = Entry()
        entry.source = SourceRef.to(visit)
        entry.source = None
        assert (entry.source, entry.source_model, entry.source_key) == (None, "", None)
