"""Who leads a session, who works for it, and who reviews proposals."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model

from congress import permissions, services
from congress.enums import Evidence, GroupKind, PresidiumRole
from congress.models import DiscussionGroup, GroupSeat, PresidiumMember
from congress.selectors import checklist_line, reviewers_on, teachers_are_most
from tests.conftest import TODAY
from tests.congress.factories import DelegateFactory, SessionFactory, TermFactory
from tests.congress.preparation import make_group, make_item, seat, voters
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

CHAIR, MEMBER = PresidiumRole.CHAIR, PresidiumRole.MEMBER


class TestPresidium:
    def test_is_named_from_those_with_a_vote_and_named_anew(self, secretary):
        session = SessionFactory()
        first, second, third = voters(3)
        services.name_presidium(session, {first.pk: CHAIR, second.pk: MEMBER}, by=secretary, on=TODAY)
        kept = session.presidium.get(member=first)
        services.name_presidium(session, {first.pk: CHAIR, third.pk: MEMBER}, by=secretary, on=TODAY)
        assert dict(session.presidium.values_list("member", "role")) == {first.pk: "chair", third.pk: "member"}
        assert session.presidium.get(member=first) == kept
        assert [entry.verb for entry in trail_of(kept)] == ["提名主席团"]

    def test_refuses_who_has_no_vote(self, secretary):
        session = SessionFactory()
        listener = DelegateFactory(kind="attending", member__name="林芳").member
        stranger = MemberFactory(name="王磊")
        with pytest.raises(Refused, match=r"^林芳、王磊没有这次会议的表决权，不能进入主席团。$"):
            services.name_presidium(session, {listener.pk: CHAIR, stranger.pk: MEMBER}, by=secretary, on=TODAY)

    @pytest.mark.parametrize(
        ("teachers", "others", "most"), [(5, 4, True), (4, 4, False), (1, 0, True), (0, 1, False), (3, 4, False)]
    )
    def test_teachers_are_more_than_half(self, teachers, others, most):
        people = [*MemberFactory.build_batch(teachers, post_category="teacher")]
        people += MemberFactory.build_batch(others, post_category="worker")
        assert teachers_are_most(PresidiumMember(member=member) for member in people) is most

    def test_ticks_the_checklist_once_somebody_chairs_and_teachers_are_most(self, secretary):
        session = SessionFactory()
        item = make_item(session, evidence=Evidence.PRESIDIUM)
        teacher, worker = voters(1, member__post_category="teacher") + voters(1, member__post_category="worker")
        steps = [({teacher.pk: MEMBER}, False), ({teacher.pk: CHAIR, worker.pk: MEMBER}, False)]
        for named, done in [*steps, ({teacher.pk: CHAIR}, True)]:
            services.name_presidium(session, named, by=secretary, on=TODAY)
            assert checklist_line(item, TODAY).is_done is done

    def test_of_the_unions_own_congress_needs_no_majority_of_teachers(self, secretary):
        term = TermFactory(body="union", number=3)
        session = SessionFactory(term=term, number=1)
        item = make_item(session, evidence=Evidence.PRESIDIUM)
        (worker,) = voters(1, term=term, member__post_category="worker")
        services.name_presidium(session, {worker.pk: CHAIR}, by=secretary, on=TODAY)
        assert checklist_line(item, TODAY).done_on == TODAY


class TestGroup:
    def test_is_set_up_with_its_head_and_changed_from_a_day_on(self, secretary):
        session, head, stays, goes, comes = SessionFactory(), *MemberFactory.create_batch(4)
        told = {"session": session, "kind": GroupKind.PROPOSALS, "by": secretary}
        services.set_up_group(head=head, members=[stays.pk, goes.pk], from_on=date(2026, 11, 1), **told)
        services.set_up_group(head=head, members=[stays.pk, comes.pk], from_on=date(2026, 11, 20), **told)
        seats = GroupSeat.objects.values_list("member", "is_head", "from_on", "to_on")
        assert set(seats) == {
            (head.pk, True, date(2026, 11, 1), None),
            (stays.pk, False, date(2026, 11, 1), None),
            (goes.pk, False, date(2026, 11, 1), date(2026, 11, 19)),
            (comes.pk, False, date(2026, 11, 20), None),
        }

    def test_that_gets_another_head_keeps_who_led_before(self, secretary):
        session, old, new = SessionFactory(), *MemberFactory.create_batch(2)
        told = {"session": session, "kind": GroupKind.APPRAISAL, "by": secretary}
        services.set_up_group(head=old, members=[new.pk], from_on=date(2026, 11, 1), **told)
        services.set_up_group(head=new, members=[old.pk], from_on=date(2026, 11, 20), **told)
        current = GroupSeat.objects.filter(to_on=None).values_list("member", "is_head")
        assert set(current) == {(new.pk, True), (old.pk, False)}
        assert GroupSeat.objects.filter(to_on=date(2026, 11, 19)).count() == 2

    def test_takes_over_from_that_of_the_session_before(self, secretary):
        before = make_group(session=SessionFactory(number=2))
        old = seat(before)
        services.set_up_group(
            SessionFactory(), GroupKind.PROPOSALS, head=MemberFactory(), members=[], from_on=TODAY, by=secretary
        )
        old.refresh_from_db()
        assert old.to_on == date(2026, 11, 21)

    def test_is_not_changed_before_it_was_set_up(self, secretary):
        group = make_group()
        with pytest.raises(Refused, match=r"^小组2026-11-01成立，调整日期不能早于这一天。$"):
            services.set_up_group(
                group.session, group.kind, head=MemberFactory(), members=[], from_on=date(2026, 10, 31), by=secretary
            )


class TestReview:
    @pytest.mark.parametrize(
        ("kind", "to_on", "sits"),
        [
            ("proposals", None, True),
            ("proposals", TODAY, True),
            ("proposals", date(2026, 11, 21), False),
            ("secretariat", None, False),
        ],
    )
    def test_is_of_those_who_sit_in_its_group_on_the_day(self, kind, to_on, sits):
        account = AccountFactory(member=MemberFactory())
        seat(make_group(kind=kind), account.member, to_on=to_on)
        assert list(reviewers_on(TODAY)) == ([account.member] if sits else [])

    @pytest.mark.usefixtures("today")
    def test_is_asked_once_for_a_user(self, django_assert_num_queries):
        account = AccountFactory(member=MemberFactory())
        seat(make_group(), account.member)
        user = get_user_model().objects.select_related("member").get(pk=account.pk)
        with django_assert_num_queries(1):
            assert [permissions.sits_in_review_group.test(user) for _ in range(3)] == [True, True, True]

    @pytest.mark.usefixtures("today")
    def test_ends_with_the_term(self):
        term = TermFactory(number=8, from_on=date(2019, 9, 1), to_on=date(2024, 8, 31))
        account = AccountFactory(member=MemberFactory())
        seat(make_group(session=SessionFactory(term=term, number=1), set_up_on=date(2024, 1, 1)), account.member)
        assert not permissions.sits_in_review_group.test(account)


def test_delegations_are_given_places_and_one_without_a_place_is_not_arranged(secretary):
    session, convener, recorder = SessionFactory(), *MemberFactory.create_batch(2)
    first, second = (session.term.delegations.create(name=name) for name in ("第一代表团", "第二代表团"))
    item = make_item(session, evidence=Evidence.DISCUSSION)
    arranged = {first: ("会议室一", convener, recorder), second: ("", None, None)}
    services.arrange_discussions(session, arranged, by=secretary, on=TODAY)
    assert list(DiscussionGroup.objects.values_list("delegation__name", "place", "convener", "recorder")) == [
        ("第一代表团", "会议室一", convener.pk, recorder.pk)
    ]
    assert checklist_line(item, TODAY).is_done is False
    services.arrange_discussions(session, {second: ("会议室二", convener, None)}, by=secretary, on=TODAY)
    assert checklist_line(item, TODAY).done_on == TODAY
    services.arrange_discussions(session, {first: ("", None, None)}, by=secretary, on=TODAY)
    assert [group.delegation for group in DiscussionGroup.objects.all()] == [second]
