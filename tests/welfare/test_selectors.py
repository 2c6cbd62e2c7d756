"""The standard against a visit: what is within, what is over, what can't be given at all."""

from datetime import date
from decimal import Decimal

import pytest

from finance.enums import Fund, SubjectCode
from tests.finance.factories import subject
from tests.members.factories import GroupPlaceFactory, MemberFactory, UnionGroupFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.periods import calendar_year
from welfare.enums import Condition, Occasion, Relation, VisitStatus
from welfare.models import Standard, Visit
from welfare.seeds import STANDARDS
from welfare.selectors import check_against_standard, of_group, standard_for, visits_made, visits_waiting

pytestmark = pytest.mark.django_db


def visit(**fields):
    """An unsaved visit to somebody new."""
    return VisitFactory.build(**{"member": MemberFactory(), **fields})


def gift(value):
    return {"cash": Decimal(0), "goods": "慰问品", "goods_value": Decimal(value)}


class TestSeededStandards:
    @pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard[0])
    def test_allows_its_cap_in_full_and_not_a_cent_more(self, standard):
        name, occasion, relation, condition, cap, _times, _cash, _evidence, _subject = standard
        kind = {"occasion": occasion, "relation": relation, "condition": condition}
        within, over = (
            check_against_standard(visit(**kind, **gift(value))) for value in (cap, cap + Decimal("0.01"))
        )
        assert (within.standard.name, within.over, within.forbidden) == (name, False, "")
        assert within.text == f"符合“{name}”，每次不超过{cap:,}.00元。"
        assert (over.over, over.text) == (True, f"超过“{name}”每次{cap:,}.00元的上限0.01元。")

    @pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard[0])
    def test_forbids_cash_exactly_where_it_wants_goods(self, standard):
        name, occasion, relation, condition, _cap, _times, cash_allowed, _evidence, _subject = standard
        check = check_against_standard(
            visit(occasion=occasion, relation=relation, condition=condition, cash=Decimal(1))
        )
        sentence = f"“{name}”只能发实物，不能用工会经费发现金。请改为慰问品，或改用其他经费，再提交申请。"
        assert (check.forbidden, check.over) == ("" if cash_allowed else sentence, False)

    @pytest.mark.parametrize("standard", [row for row in STANDARDS if row[5]], ids=lambda standard: standard[0])
    def test_counts_the_times_of_the_year(self, standard):
        name, occasion, relation, condition, _cap, times, _cash, _evidence, _subject = standard
        kind = {"member": MemberFactory(), "occasion": occasion, "relation": relation, "condition": condition}
        for earlier in range(times):
            assert check_against_standard(visit(**kind, **gift(100))).over is False, earlier
            VisitFactory(**kind, **gift(100), status=VisitStatus.CHECKED)
        check = check_against_standard(visit(**kind, **gift(100)))
        assert check.text == f"本年度按“{name}”已有{times}次，标准为每年{times}次。"

    def test_a_parents_death_has_no_number_of_times(self):
        kind = {"member": MemberFactory(), "occasion": Occasion.BEREAVEMENT, "relation": Relation.PARENT}
        VisitFactory.create_batch(4, **kind, status=VisitStatus.CHECKED)
        assert check_against_standard(visit(**kind)).over is False

    def test_surgery_has_a_standard_of_its_own(self):
        check = check_against_standard(visit(condition=Condition.SURGERY, cash=Decimal(2000)))
        assert (check.standard.name, check.over) == ("住院手术慰问", False)


class TestTimesOfTheYear:
    """Two visits in hospital a year are within the standard: does another one fill the year?"""

    @pytest.mark.parametrize(
        ("other", "counts"),
        [
            ({}, True),
            ({"status": VisitStatus.APPROVED}, True),
            ({"status": VisitStatus.VISITED}, True),
            ({"status": VisitStatus.REQUESTED}, False),
            ({"status": VisitStatus.REFUSED}, False),
            ({"status": VisitStatus.WITHDRAWN}, False),
            ({"fund": Fund.DONATION}, False),
            ({"cash": Decimal(0)}, False),
            ({"condition": Condition.SURGERY}, False),
            ({"occasion": Occasion.INJURY}, False),
            ({"relation": Relation.SPOUSE}, False),
            ({"happened_on": date(2026, 1, 1)}, True),
            ({"happened_on": date(2025, 12, 31)}, False),
        ],
        ids=str,
    )
    def test_visit_that_counts(self, other, counts):
        member = MemberFactory()
        VisitFactory(member=member, status=VisitStatus.CHECKED)
        VisitFactory(**{"member": member, "status": VisitStatus.CHECKED, **other})
        assert check_against_standard(visit(member=member)).over is counts

    def test_visits_to_others_do_not_count(self):
        VisitFactory.create_batch(3, status=VisitStatus.CHECKED)
        assert check_against_standard(visit()).over is False

    def test_visit_does_not_count_itself(self):
        member = MemberFactory()
        VisitFactory(member=member, status=VisitStatus.CHECKED)
        assert check_against_standard(VisitFactory(member=member, status=VisitStatus.CHECKED)).over is False

    def test_both_findings_are_told(self):
        member = MemberFactory()
        VisitFactory.create_batch(2, member=member, status=VisitStatus.CHECKED)
        assert check_against_standard(visit(member=member, cash=Decimal(1500))).findings == (
            "超过“住院慰问”每次1,000.00元的上限500.00元",
            "本年度按“住院慰问”已有2次，标准为每年2次",
        )


class TestWithoutStandard:
    def test_occasion_that_no_rule_knows_is_for_the_chair(self):
        check = check_against_standard(visit(occasion=Occasion.MISFORTUNE))
        assert (check.standard, check.over, check.text) == (None, True, "没有适用的慰问标准。")

    @pytest.mark.parametrize("fund", [fund for fund in Fund if fund != Fund.UNION])
    def test_other_money_meets_no_cap_and_no_ban(self, fund):
        check = check_against_standard(visit(occasion=Occasion.WEDDING, cash=Decimal(9999), fund=fund))
        assert (check.standard, check.over, check.forbidden) == (None, False, "")
        assert check.text == "非工会经费，不适用慰问标准。"

    @pytest.mark.parametrize("occasion", [Occasion.WEDDING, Occasion.ILLNESS, Occasion.MISFORTUNE])
    def test_visit_without_a_gift_needs_no_standard(self, occasion):
        check = check_against_standard(visit(occasion=occasion, cash=Decimal(0)))
        assert (check.over, check.forbidden, check.text) == (False, "", "没有慰问金和慰问品，不适用慰问标准。")


class TestStandardFor:
    @pytest.fixture
    def raised(self):
        return Standard.objects.create(
            name="住院慰问（新）",
            occasion=Occasion.ILLNESS,
            relation=Relation.SELF,
            cap=Decimal(1500),
            cash_allowed=True,
            subject=subject(SubjectCode.WARMTH),
            valid_from=date(2026, 11, 20),
            source="省总工会新规定",
        )

    @pytest.mark.parametrize(
        ("day", "name"),
        [(date(2026, 11, 19), "住院慰问"), (date(2026, 11, 20), "住院慰问（新）"), (date(2017, 12, 31), None)],
    )
    def test_is_the_one_in_force_on_the_day_it_happened(self, raised, day, name):
        found = standard_for(visit(happened_on=day))
        assert (found.name if found else None) == name


class TestVisitsMade:
    def test_first_and_last_day_count_and_only_what_happened(self):
        inside = [MadeVisitFactory(visited_on=day) for day in (date(2026, 1, 1), date(2026, 12, 31))]
        MadeVisitFactory(visited_on=date(2025, 12, 31))
        MadeVisitFactory(visited_on=date(2027, 1, 1))
        VisitFactory(status=VisitStatus.CHECKED, recorded_late=True, visited_on=date(2026, 3, 1))
        assert set(visits_made(calendar_year(2026), WHOLE_UNION)) == set(inside)

    def test_group_is_that_of_the_day_of_the_visit(self):
        group, member = UnionGroupFactory(), MemberFactory()
        GroupPlaceFactory(member=member, group=group, from_on=date(2026, 3, 1), to_on=date(2026, 3, 31))
        GroupPlaceFactory(member=member, from_on=date(2026, 4, 1))
        days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1)]
        made = [MadeVisitFactory(member=member, visited_on=day) for day in days]
        assert set(visits_made(calendar_year(2026), Scope(group.pk))) == {made[1], made[2]}

    def test_place_without_a_first_day_is_as_old_as_anyone_remembers(self):
        place = GroupPlaceFactory(from_on=None)
        made = MadeVisitFactory(member=place.member)
        assert list(visits_made(calendar_year(2026), Scope(place.group_id))) == [made]

    def test_without_a_group_everybody_is_left_in(self):
        MadeVisitFactory.create_batch(2)
        assert of_group(Visit.objects.all(), None).count() == 2


def test_those_who_wait_longest_come_first():
    late, early = VisitFactory(requested_on=date(2026, 11, 21)), VisitFactory(requested_on=date(2026, 11, 20))
    VisitFactory(status=VisitStatus.CHECKED)
    assert list(visits_waiting(VisitStatus.REQUESTED)) == [early, late]
