"""Earlier proposals like a title that is being typed: what is alike, in which order, and who is shown what."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.enums import ProposalStatus
from congress.models import Proposal
from congress.selectors import likeness, pairs_of, similar_proposals
from tests.conftest import TODAY
from tests.congress.factories import ProposalFactory
from tests.members.factories import MemberFactory
from unionoffice.roles import roles_of

S = ProposalStatus

TITLES = st.text(alphabet="食堂早餐教室空调饮水机A2 关于的提案", max_size=30)


class TestPairs:
    @pytest.mark.parametrize(
        ("title", "pairs"),
        [
            ("食堂早餐", {"食堂", "堂早", "早餐"}),
            ("关于改善食堂早餐的提案", {"食堂", "堂早", "早餐"}),
            ("为3楼装ＷiFi", {"为", "3", "楼装", "wifi"}),
            ("关于进一步完善的建议", set()),
            ("", set()),
        ],
    )
    def test_are_those_that_say_what_it_is_about(self, title, pairs):
        assert pairs_of(title) == pairs


class TestLikeness:
    def test_is_one_for_the_same_matter_and_zero_for_another(self):
        same = likeness(pairs_of("关于改善食堂早餐的提案"), pairs_of("食堂早餐"))
        assert (same, likeness(pairs_of("食堂早餐"), pairs_of("教室空调"))) == (1, 0)

    def test_is_the_share_of_pairs_that_both_have(self):
        assert likeness(pairs_of("食堂早餐"), pairs_of("食堂午餐")) == pytest.approx(1 / 3)

    def test_of_nothing_is_zero(self):
        assert likeness(frozenset(), frozenset()) == 0

    @given(TITLES, TITLES)
    def test_lies_between_and_is_the_same_both_ways(self, one, other):
        found = likeness(pairs_of(one), pairs_of(other))
        assert 0 <= found <= 1
        assert found == likeness(pairs_of(other), pairs_of(one))

    @given(TITLES)
    def test_of_a_title_to_itself_is_one_unless_it_says_nothing(self, title):
        pairs = pairs_of(title)
        assert likeness(pairs, pairs) == bool(pairs)


@pytest.mark.django_db
class TestSimilar:
    def found(self, title, user, **asked):
        return [one.proposal.title for one in similar_proposals(title, user=user, on=TODAY, **asked)]

    def test_stand_with_the_likest_first(self, teacher):
        for title in ("教室空调更换", "食堂早餐", "增加食堂早餐品种", "食堂排队太久"):
            ProposalFactory(status=S.ACCEPTED, title=title)
        assert self.found("改善食堂早餐", teacher) == ["食堂早餐", "增加食堂早餐品种"]

    def test_of_two_alike_the_one_whose_reason_speaks_of_it_comes_first(self, teacher):
        ProposalFactory(status=S.ACCEPTED, title="食堂午餐", reason="食堂早餐太少")
        ProposalFactory(status=S.ACCEPTED, title="食堂晚餐", reason="人多")
        found = similar_proposals("食堂早餐", user=teacher, on=TODAY)
        likest = [(one.proposal.title, round(one.likeness, 3)) for one in found]
        assert likest == [("食堂午餐", 0.467), ("食堂晚餐", 0.267)]

    def test_leave_out_what_the_viewer_may_not_see_and_the_one_being_written(self, teacher):
        ProposalFactory(status=S.FILED, title="食堂早餐")
        own = ProposalFactory(title="食堂早餐", originator=teacher.member)
        assert self.found("食堂早餐", teacher) == ["食堂早餐"]
        assert self.found("食堂早餐", teacher, but=own.pk) == []

    @pytest.mark.parametrize(("filed_on", "shown"), [(date(2021, 11, 25), True), (date(2021, 11, 1), False)])
    def test_go_back_five_years(self, teacher, filed_on, shown):
        ProposalFactory(status=S.ACCEPTED, title="食堂早餐", filed_on=filed_on)
        assert bool(self.found("食堂早餐", teacher)) is shown

    def test_are_five_at_the_most(self, teacher):
        for _ in range(6):
            ProposalFactory(status=S.ACCEPTED, title="食堂早餐")
        newest = list(Proposal.objects.order_by("-pk").values_list("pk", flat=True)[:5])
        assert [one.proposal.pk for one in similar_proposals("食堂早餐", user=teacher, on=TODAY)] == newest

    @pytest.mark.parametrize("title", ["", "关于…的提案", "%", "_"])
    def test_nothing_is_like_a_title_that_says_nothing(self, teacher, title, django_assert_num_queries):
        ProposalFactory(status=S.ACCEPTED, title="食堂早餐")
        with django_assert_num_queries(0):
            assert self.found(title, teacher) == []

    @pytest.mark.parametrize("many", [3, 30])
    def test_take_two_queries_however_many_there_are(self, teacher, many, django_assert_num_queries):
        member = MemberFactory()
        for _ in range(many):
            ProposalFactory(status=S.ACCEPTED, title="食堂早餐", originator=member)
        roles_of(teacher)
        with django_assert_num_queries(2):
            similar_proposals("食堂早餐", user=teacher, on=TODAY)
