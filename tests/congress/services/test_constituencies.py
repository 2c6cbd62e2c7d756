"""Constituencies: whom they cover, and how many seats they have."""

import pytest

from congress import services
from congress.models import Constituency
from congress.selectors import apportionment, electors_of, suggested_total, vacancies
from tests.conftest import TODAY
from tests.congress.elections import ConstituencyFactory, ElectionFactory, constituency_of
from tests.congress.factories import DelegateFactory, TermFactory
from tests.members.factories import (
    DepartmentFactory,
    DepartmentPlaceFactory,
    GroupPlaceFactory,
    MemberFactory,
    UnionGroupFactory,
)
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


def save(by, groups=(), departments=(), **fields):
    one = Constituency(**{"term": TermFactory(), "name": "初中部", **fields})
    return services.save_constituency(one, {}, groups=list(groups), departments=list(departments), by=by)


class TestSave:
    def test_covers_groups_and_departments(self, secretary):
        group, department = UnionGroupFactory(), DepartmentFactory()
        made = save(secretary, [group], [department])
        assert (list(made.groups.all()), list(made.departments.all())) == ([group], [department])

    def test_refusals(self, secretary):
        group = UnionGroupFactory(name="第一工会小组")
        with pytest.raises(Refused, match=r"^请选择这个选举单位包括的工会小组或部门。$"):
            save(secretary)
        save(secretary, [group])
        with pytest.raises(Refused, match=r"^第九届教代会已经有“初中部”，请核对名称。$"):
            save(secretary, [UnionGroupFactory()])
        with pytest.raises(Refused, match=r"^第一工会小组已经属于初中部，不能重复划分。$"):
            save(secretary, [group], name="高中部")
        with pytest.raises(Refused, match=r"^第十届教职工大会由全体人员参加，不用划分选举单位。$"):
            save(secretary, [group], term=TermFactory(number=10, assembly="everybody"))

    def test_one_that_elected_stays(self, secretary):
        used, unused = ElectionFactory(constituency__name="初中部").constituency, ConstituencyFactory()
        with pytest.raises(Refused, match=r"^初中部已经有代表或选举，不能删除。$"):
            services.remove_constituency(used, by=secretary)
        services.remove_constituency(unused, by=secretary)
        assert list(Constituency.objects.all()) == [used]


class TestPeople:
    def test_group_counts_those_below_it_but_not_a_part_that_elects_itself(self):
        above = UnionGroupFactory()
        part, own = UnionGroupFactory(parent=above), UnionGroupFactory(parent=above)
        people = [GroupPlaceFactory(group=group).member for group in (above, part, own)]
        large, small = ConstituencyFactory(groups=[above]), ConstituencyFactory(groups=[own])
        assert set(electors_of(large, large.term, TODAY)) == set(people[:2])
        assert set(electors_of(small, small.term, TODAY)) == {people[2]}

    def test_who_belongs_to_none_or_to_two_is_told(self, django_assert_num_queries):
        one, people = constituency_of(4)
        department = DepartmentPlaceFactory(member=people[0]).department
        ConstituencyFactory(term=one.term).departments.set([department])
        DepartmentPlaceFactory()
        with django_assert_num_queries(7):
            seats = apportionment(one.term, TODAY)
        assert [line.people for line in seats.lines] == [4, 1]
        assert (seats.electors, seats.left_out, seats.counted_twice) == (5, 1, 1)

    def test_members_congress_counts_members(self):
        one, people = constituency_of(3, term=TermFactory(body="union", number=2))
        people[0].status_changes.update(union_status="non_member")
        assert [line.people for line in apportionment(one.term, TODAY).lines] == [2]


class TestSeats:
    @pytest.fixture
    def two(self):
        large, _people = constituency_of(9, name="初中部", seats=None)
        small, _people = constituency_of(1, name="行政后勤", seats=None)
        return large, small

    def seats(self):
        return list(Constituency.objects.order_by("pk").values_list("seats", "adjusted_because"))

    def test_are_shared_out_by_people_and_adjusted_with_a_reason(self, two, secretary):
        services.share_out_seats(two[0].term, 5, by=secretary, on=TODAY)
        assert self.seats() == [(4, ""), (1, "")]
        services.adjust_seats(two[1], 2, reason="照顾后勤一线", by=secretary, on=TODAY)
        assert self.seats() == [(4, ""), (2, "照顾后勤一线")]
        assert trail_of(two[1])[0].note == "照顾后勤一线"
        services.share_out_seats(two[0].term, 6, by=secretary, on=TODAY)
        assert self.seats() == [(5, ""), (1, "")]

    def test_refusals(self, two, secretary):
        term = two[0].term
        with pytest.raises(Refused, match=r"^共有2个选举单位，每个至少1名，总名额不能少于2名。$"):
            services.share_out_seats(term, 1, by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^每个选举单位至少1名代表。$"):
            services.adjust_seats(two[0], 0, reason="无", by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^请写明调整名额的理由。$"):
            services.adjust_seats(two[0], 2, reason=" ", by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^请先登记选举单位，再分配名额。$"):
            services.share_out_seats(TermFactory(number=8), 5, by=secretary, on=TODAY)
        assert self.seats() == [(None, ""), (None, "")]

    def test_fewer_than_there_are_delegates_are_refused_and_nothing_is_kept(self, two, secretary):
        DelegateFactory.create_batch(2, constituency=two[1])
        with pytest.raises(Refused, match=r"^行政后勤已有2名代表，名额不能少于2名。$"):
            services.share_out_seats(two[0].term, 5, by=secretary, on=TODAY)
        assert self.seats() == [(None, ""), (None, "")]

    def test_suggestion_is_the_usual_share_rounded_up(self, two):
        assert suggested_total(two[0].term, TODAY) == 2

    @pytest.mark.parametrize(("members", "seats"), [(3, 3), (100, 30), (200, 30), (201, 40)])
    def test_suggestion_for_the_members_congress_goes_by_steps(self, members, seats):
        MemberFactory.create_batch(members)
        term = TermFactory(body="union", number=5)
        assert suggested_total(term, TODAY) == seats

    def test_vacant_ones_are_told_while_nobody_elects_there(self):
        seat = DelegateFactory(constituency=ConstituencyFactory(seats=2))
        DelegateFactory(constituency=ConstituencyFactory(seats=1))
        ElectionFactory()
        assert [(one, one.vacant) for one in vacancies(TODAY)] == [(seat.constituency, 1)]
