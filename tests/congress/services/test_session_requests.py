"""Requests for extraordinary sessions: a third of the delegates, counted in whole people."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress import services
from congress.enums import SessionKind
from congress.models import Session, SessionRequest
from congress.selectors import are_enough, enough_of
from tests.conftest import TODAY
from tests.congress.factories import DelegateFactory, SessionFactory, TermFactory
from tests.congress.preparation import make_request, voters
from tests.members.factories import MemberFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

DAY = date(2026, 12, 1)


def asked(by, signers=(), **fields):
    told = {"asked_by": "delegates", "asked_on": TODAY, "reason": "绩效方案急需审议", **fields}
    request = SessionRequest(**{"term": TermFactory(), **told})
    return services.record_session_request(request, signers=signers, by=by, on=TODAY)


class TestAThird:
    @pytest.mark.parametrize(("voters", "needed"), [(1, 1), (2, 1), (3, 1), (4, 2), (42, 14), (43, 15), (80, 27)])
    def test_of_delegates_is_counted_in_whole_people(self, voters, needed):
        assert enough_of(voters) == needed
        assert (are_enough(needed, voters), are_enough(needed - 1, voters)) == (True, False)

    @given(st.integers(1, 10_000), st.integers(0, 10_000))
    def test_is_reached_exactly_from_its_smallest_number_on(self, voters, count):
        assert are_enough(count, voters) is (count >= enough_of(voters))

    @pytest.mark.parametrize(
        ("term", "words"),
        [
            ({"body": "union", "number": 5}, "林芳当日不是会员代表，不能联名。"),
            ({"assembly": "everybody"}, "林芳当日不是有表决权的人员，不能联名。"),
        ],
        ids=["members", "everybody"],
    )
    def test_without_a_vote_is_told_which_vote(self, term, words, secretary):
        outside = MemberFactory(name="林芳", service_status="retired")
        with pytest.raises(Refused, match=f"^{words}$"):
            asked(secretary, [outside.pk], term=TermFactory(**term))

    def test_that_asks_is_taken_with_its_names(self, secretary):
        people = voters(4)
        request = asked(secretary, [member.pk for member in people[:2]])
        assert (request.count, request.voters) == (2, 4)
        assert set(request.signers.values_list("member", flat=True)) == {people[0].pk, people[1].pk}
        assert trail_of(request)[0].verb == "登记提议"

    def test_below_it_is_refused_with_the_numbers(self, secretary):
        people = voters(7)
        sentence = r"^联名2名，当日正式代表7名，至少要有3名联名才能提议。$"
        with pytest.raises(Refused, match=sentence):
            asked(secretary, [member.pk for member in people[:2]])
        with pytest.raises(Refused, match=sentence):
            asked(secretary, count=2)

    def test_may_be_a_number_where_not_all_names_are_known(self, secretary):
        people = voters(6)
        assert asked(secretary, [people[0].pk], count=2).signers.count() == 1
        with pytest.raises(Refused, match=r"^联名人数少于所列姓名，请核对。$"):
            asked(secretary, [member.pk for member in people], count=5)

    def test_has_only_names_with_a_vote(self, secretary):
        listener = DelegateFactory(kind="attending", member__name="林芳").member
        with pytest.raises(Refused, match=r"^林芳当日不是正式代表，不能联名。$"):
            asked(secretary, [listener.pk, *(member.pk for member in voters(2))])


class TestRequest:
    def test_of_the_school_needs_no_names(self, secretary):
        assert asked(secretary, asked_by="school").voters is None
        with pytest.raises(Refused, match=r"^只有代表联名提议时才填写联名代表。$"):
            asked(secretary, asked_by="union", count=3)

    @pytest.mark.parametrize(
        ("asked_on", "sentence"),
        [
            (date(2026, 11, 23), r"^提议日期不能晚于今天。$"),
            (date(2024, 8, 31), r"^提议日期不在第九届教代会的任期之内，请核对。$"),
        ],
    )
    def test_on_another_day_is_refused(self, secretary, asked_on, sentence):
        with pytest.raises(Refused, match=sentence):
            asked(secretary, asked_by="school", asked_on=asked_on)

    def test_is_met_by_an_extraordinary_session_with_its_checklist(self, secretary):
        request = make_request()
        session = services.call_requested_session(
            request, {"number": 4, "starts_on": DAY, "ends_on": DAY}, by=secretary, on=TODAY
        )
        request.refresh_from_db()
        assert (session.kind, session.term, request.status, request.session) == (
            SessionKind.EXTRAORDINARY,
            request.term,
            "called",
            session,
        )
        assert session.checklist.count() == 17
        with pytest.raises(Refused, match="已安排会议"):
            services.call_requested_session(
                request, {"number": 5, "starts_on": DAY, "ends_on": DAY}, by=secretary, on=TODAY
            )
        assert Session.objects.count() == 1

    def test_is_withdrawn_with_a_reason(self, secretary):
        request = make_request()
        with pytest.raises(Refused, match=r"^请写明撤回的原因。$"):
            services.withdraw_session_request(request, reason="", by=secretary)
        services.withdraw_session_request(request, reason="并入例会", by=secretary)
        assert (request.status, request.answer) == ("withdrawn", "并入例会")

    def test_is_linked_to_a_session_on_record_once(self, secretary):
        session = SessionFactory(kind="extraordinary")
        services.link_requested_session(make_request(), session, by=secretary)
        with pytest.raises(Refused, match=r"^第九届第三次已经对应了另一件提议。$"):
            services.link_requested_session(make_request(), session, by=secretary)

    def test_is_not_linked_to_an_ordinary_session(self, secretary):
        with pytest.raises(Refused, match=r"^只能对应同一届的临时会议。$"):
            services.link_requested_session(make_request(), SessionFactory(), by=secretary)
