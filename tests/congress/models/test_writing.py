"""What the database itself holds of texts that aren't filed."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from congress.enums import ProposalStatus
from congress.models import Delegation, Proposal
from tests.conftest import TODAY
from tests.congress.factories import ProposalFactory, TermFactory
from tests.members.factories import MemberFactory

pytestmark = pytest.mark.django_db

S = ProposalStatus


def breaks(constraint):
    return pytest.raises(IntegrityError, match=constraint)


class TestProposal:
    @pytest.mark.parametrize("part", ["title", "category", "reason", "measures"])
    @pytest.mark.parametrize("status", [S.OFFERED, S.SECONDING])
    def test_shown_to_others_is_whole(self, status, part):
        with breaks("whole_when_shown"):
            ProposalFactory(status=status, **{part: ""})

    def test_draft_may_lack_everything(self):
        ProposalFactory(title="", category="", reason="", measures="")
        assert Proposal.objects.get().missing_parts() == ["案名", "类别", "案由", "建议"]

    def test_asks_by_name_only_while_it_is_offered(self):
        with breaks("asked_while_offered"):
            ProposalFactory(asked=MemberFactory())

    def test_delegation_has_somebody_who_speaks(self):
        delegation = Delegation.objects.create(term=TermFactory(), name="第一代表团")
        with breaks("delegation_has_a_speaker"):
            ProposalFactory(delegation=delegation)

    def test_ends_unfiled_only_as_withdrawn_or_as_a_suggestion(self):
        for status in (S.WITHDRAWN, S.TURNED):
            ProposalFactory(status=status, number="", filed_on=None, session=None, outcome="", reviewed_on=None)
        with breaks("filed_beyond_seconding"):
            ProposalFactory(status=S.FILED, number="", filed_on=None, session=None)

    def test_turned_at_the_review_keeps_its_outcome(self):
        with breaks("reviewed_has_outcome"):
            ProposalFactory(status=S.TURNED, outcome="", reviewed_on=None)

    def test_form_makes_one(self):
        key = uuid.uuid4()
        ProposalFactory(key=key)
        with pytest.raises(IntegrityError), transaction.atomic():
            ProposalFactory(key=key)


def test_one_begs_off_once():
    proposal, member = ProposalFactory(), MemberFactory()
    proposal.refusals.create(member=member, refused_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        proposal.refusals.create(member=member, refused_on=TODAY)
