"""What delegates are made up of, beside the rules: as whole numbers."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.selectors import Share, composition
from members.models import Member
from tests.conftest import TODAY
from tests.members.factories import MemberFactory
from unionoffice.rules import rules_read_once, set_rule


def share(count, total, limit, *, at_most=False):
    return Share("x", "教师", count, total, Fraction(limit), at_most, "")


class TestShare:
    @given(st.integers(1, 3000), st.integers(1, 100), st.booleans())
    def test_needed_is_where_the_rule_begins_or_ends_to_hold(self, total, limit, at_most):
        needed = share(0, total, limit, at_most=at_most).needed
        assert share(needed, total, limit, at_most=at_most).is_met
        beyond = needed + 1 if at_most else needed - 1
        assert not share(beyond, total, limit, at_most=at_most).is_met

    @pytest.mark.parametrize(
        ("count", "met", "percent"), [(26, False, "57.7%"), (27, True, "60.0%"), (28, True, "62.2%")]
    )
    def test_sixty_percent_of_forty_five_are_twenty_seven(self, count, met, percent):
        one = share(count, 45, 60)
        assert (one.is_met, one.percent, one.asked) == (met, percent, "不低于60%（至少27人）")

    def test_share_just_below_never_looks_like_the_rule(self):
        assert share(5999, 10000, 60).percent == "59.9%"

    def test_without_a_rule_or_people_nothing_is_judged(self):
        assert (share(3, 9, 0).verdict, share(3, 9, 0).asked, share(0, 0, 60).verdict) == ("", "学校未定比例", "")


@pytest.mark.django_db
class TestComposition:
    def people(self):
        MemberFactory(gender="male", post_category="teacher", birth_date=date(1985, 11, 23))
        MemberFactory(gender="female", post_category="teacher", birth_date=date(1985, 11, 22))
        MemberFactory(gender="female", post_category="management", post_rank="school")
        MemberFactory(gender="male", post_category="worker", birth_date=None, post_rank="middle")
        return Member.objects.exclude(name="陈静")

    def test_counts_each_part(self, django_assert_num_queries):
        people = self.people()
        with rules_read_once(), django_assert_num_queries(2):
            shares = composition(people, TODAY)
        assert [(one.key, one.count, one.total) for one in shares] == [
            ("teachers", 2, 4),
            ("women", 2, 4),
            ("young", 1, 4),
            ("leaders", 2, 4),
        ]
        assert [one.verdict for one in shares] == ["不符合", "", "", "不符合"]

    def test_of_the_members_congress_goes_by_the_rules_of_the_union(self):
        MemberFactory(gender="male", post_category="worker", birth_date=date(1990, 1, 1))
        shares = composition(self.people(), TODAY, body="union")
        assert [(one.key, one.label, one.count) for one in shares] == [
            ("women", "女会员", 2),
            ("young", "青年会员（40周岁及以下）", 2),
            ("leaders", "学校和中层领导干部", 2),
        ]
        assert shares[2].asked == "不超过20%（至多1人）"
        assert {one.source.split("：")[0] for one in shares} == {"《基层工会会员代表大会条例》（总工发〔2019〕6号）"}

    def test_school_sets_its_own_shares_from_a_day_on(self, secretary):
        set_rule("congress.women_share", "33.5", valid_from=TODAY, source="校规", by=secretary)
        women = composition(self.people(), TODAY)[1]
        assert (women.asked, women.source) == ("不低于33.5%（至少2人）", "校规")
        assert composition(self.people(), date(2026, 11, 21))[1].limit == 0
