"""Entering terms, sessions and delegates."""

from datetime import date

import pytest

from congress import services
from congress.enums import DelegateKind
from congress.models import Delegate, Term
from tests.conftest import TODAY
from tests.congress.factories import DelegateFactory, TermFactory
from tests.members.factories import MemberFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def term():
    return TermFactory()


class TestTerm:
    def test_is_entered_and_corrected_with_its_trail(self, secretary):
        days = {"number": 8, "from_on": date(2019, 9, 1), "to_on": date(2024, 8, 31)}
        term = services.save_term(Term(), days, by=secretary)
        services.save_term(term, {"to_on": date(2024, 7, 31)}, by=secretary)
        assert Term.objects.get().to_on == date(2024, 7, 31)
        assert [entry.verb for entry in reversed(trail_of(term))] == ["登记届次", "修改届次"]

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"number": 9}, "第九届教代会已经登记，请核对届次。"),
            ({"number": 10}, "任期与第九届教代会重叠，请核对起止日期。"),
        ],
    )
    def test_number_or_days_of_another_are_refused(self, term, secretary, changes, sentence):
        days = {"from_on": term.to_on, "to_on": date(2034, 8, 31), **changes}
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.save_term(Term(), days, by=secretary)

    def test_next_one_begins_the_day_after(self, term, secretary):
        days = {"number": 10, "from_on": date(2029, 9, 1), "to_on": date(2034, 8, 31)}
        assert str(services.save_term(Term(), days, by=secretary)) == "第十届教代会"


class TestDelegate:
    def told(self, term, **changes):
        return {"term": term, "member": MemberFactory(name="林芳"), "from_on": TODAY, **changes}

    def test_is_entered(self, term, secretary):
        delegate = services.save_delegate(Delegate(), self.told(term), by=secretary)
        assert list(Delegate.objects.voting_on(TODAY)) == [delegate]

    @pytest.mark.parametrize("day", [date(2024, 8, 31), date(2029, 9, 1)])
    def test_day_outside_the_term_is_refused(self, term, secretary, day):
        with pytest.raises(Refused, match=r"^起始日期不在第九届教代会的任期之内，请核对。$"):
            services.save_delegate(Delegate(), self.told(term, from_on=day), by=secretary)

    @pytest.mark.parametrize(
        ("from_on", "to_on", "clashes"),
        [
            (date(2026, 3, 1), None, True),
            (date(2024, 10, 1), date(2025, 1, 1), True),
            (date(2026, 3, 2), None, False),
            (date(2024, 9, 1), date(2024, 12, 31), False),
        ],
    )
    def test_same_person_twice_at_a_time_is_refused(self, term, secretary, from_on, to_on, clashes):
        earlier = DelegateFactory(term=term, member__name="林芳", from_on=date(2025, 1, 1), to_on=date(2026, 3, 1))
        told = {"term": term, "member": earlier.member, "from_on": from_on, "to_on": to_on}
        if clashes:
            with pytest.raises(Refused, match=r"^林芳在这段时间已是第九届教代会的代表。$"):
                services.save_delegate(Delegate(), told, by=secretary)
        else:
            assert services.save_delegate(Delegate(), told, by=secretary).pk

    def test_who_retired_has_no_vote_but_may_listen(self, term, secretary):
        told = self.told(term, member=MemberFactory(name="林芳", service_status="retired"))
        with pytest.raises(Refused, match=r"^林芳已不在职，不能是正式代表。"):
            services.save_delegate(Delegate(), told, by=secretary)
        assert services.save_delegate(Delegate(), {**told, "kind": DelegateKind.ATTENDING}, by=secretary).pk

    def test_who_retires_is_ended_not_refused(self, term, secretary):
        delegate = DelegateFactory(term=term, member__service_status="retired")
        services.save_delegate(delegate, {"to_on": TODAY}, by=secretary)
        assert Delegate.objects.get().to_on == TODAY
