"""Statistics against the records they count, and the lists behind their numbers."""

from datetime import date, timedelta

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from members.enums import (
    ChangeKind,
    Circle,
    ContractKind,
    Gender,
    PoliticalStatus,
    PostCategory,
    ServiceStatus,
    UnionStatus,
)
from members.models import Member, StatusChange
from members.selectors import growth, growth_chart, membership_rate, statistics
from members.selectors.statistics import age_bands
from tests.members.factories import DepartmentFactory, DepartmentPlaceFactory, MemberFactory

ON = date(2026, 11, 22)
HIRED = date(2011, 9, 1)


@pytest.fixture
def school(db):
    """Six people: four who serve, one of them outside the union, a retiree, and one who left."""
    chinese, maths = DepartmentFactory(name="语文组"), DepartmentFactory(name="数学组")
    people = [
        MemberFactory(name="林芳", title="高级教师", political_status=PoliticalStatus.PARTY_MEMBER),
        MemberFactory(
            name="何梅", title="一级教师", birth_date=date(1996, 11, 22), post_category=PostCategory.TEACHER
        ),
        MemberFactory(name="石磊", gender=Gender.MALE, title="一级教师", birth_date=date(1996, 11, 23)),
        MemberFactory(
            name="段强",
            gender=Gender.MALE,
            birth_date=None,
            contract_kind=ContractKind.TEMPORARY,
            union_status=UnionStatus.NON_MEMBER,
            joined_on=None,
        ),
        MemberFactory(
            name="周国栋",
            birth_date=date(1956, 1, 2),
            service_status=ServiceStatus.RETIRED,
            union_status=UnionStatus.RETAINED,
        ),
        MemberFactory(name="江一鸣", service_status=ServiceStatus.LEFT, union_status=UnionStatus.NON_MEMBER),
    ]
    for person, department in zip(people, (chinese, maths, maths), strict=False):
        DepartmentPlaceFactory(member=person, department=department)
    DepartmentPlaceFactory(member=people[0], department=maths, is_main=False)
    return {person.name: person for person in people}


@pytest.fixture
def office(chair):
    """The chair, who is counted nowhere here."""
    chair.member.status_changes.all().delete()
    return chair


def counted(user, circle=Circle.STAFF, on=ON):
    return {
        table.key: [(line.label, line.count) for line in table.lines] for table in statistics(circle, on, user=user)
    }


def test_staff_are_counted_once_in_each_table(school, office):
    assert counted(office) == {
        "gender": [("男", 2), ("女", 2)],
        "age": [
            ("25岁以下", 0),
            ("25-29岁", 1),
            ("30-34岁", 1),
            ("35-39岁", 0),
            ("40-44岁", 1),
            ("45-49岁", 0),
            ("50-54岁", 0),
            ("55-59岁", 0),
            ("60岁及以上", 0),
            ("未填写", 1),
        ],
        "department": [("数学组", 2), ("语文组", 1), ("未填写", 1)],
        "title": [("一级教师", 2), ("高级教师", 1), ("未填写", 1)],
        "department_title": [("数学组", 2), ("语文组", 1), ("未填写", 1)],
        "political_status": [("中共党员", 1), ("未填写", 3)],
        "union": [("会员", 3), ("非会员", 1)],
        "post_category": [("教师", 1), ("未填写", 3)],
        "contract_kind": [("编制内", 3), ("临时", 1)],
    }


def test_shares_are_of_everybody_in_the_circle(school, office):
    gender, age, *_rest = statistics(Circle.MEMBERS, ON, user=office)
    assert [(line.label, str(line.share)) for line in gender.lines] == [("男", "33.3"), ("女", "66.7")]
    assert sum(line.count for line in age.lines) == age.total == gender.total == 3


def test_departments_are_split_by_sex_and_title(school, office):
    tables = {table.key: table for table in statistics(Circle.STAFF, ON, user=office)}
    assert tables["department"].parts == ("男", "女")
    assert [line.parts for line in tables["department"].lines] == [(1, 1), (0, 1), (1, 0)]
    assert tables["department"].sums == [2, 2]
    assert tables["department_title"].parts == ("一级教师", "高级教师", "未填写")
    assert [line.parts for line in tables["department_title"].lines] == [(2, 0, 0), (0, 1, 0), (0, 0, 1)]


def test_retirees_are_those_in_retirement_and_have_bands_of_their_own(school, office):
    found = counted(office, Circle.RETIREES)
    assert found["union"] == [("保留会籍", 1)]
    assert [label for label, count in found["age"] if count] == ["70-74岁"]


def test_statuses_are_those_of_the_day(school, office):
    person = school["林芳"]
    StatusChange.objects.create(
        member=person,
        kind=ChangeKind.RETIRED,
        on=date(2026, 6, 1),
        service_status=ServiceStatus.RETIRED,
        union_status=UnionStatus.RETAINED,
    )
    assert counted(office)["gender"] == [("男", 2), ("女", 1)]
    assert counted(office, on=date(2026, 5, 31))["gender"] == [("男", 2), ("女", 2)]
    assert counted(office, Circle.RETIREES)["gender"] == [("女", 2)]


def test_department_is_that_of_the_day(school, office):
    place = school["林芳"].department_places.get(is_main=True)
    place.to_on = date(2026, 8, 31)
    place.save()
    DepartmentPlaceFactory(
        member=school["林芳"], department=DepartmentFactory(name="教务处"), from_on=date(2026, 9, 1)
    )
    assert counted(office)["department"] == [("数学组", 2), ("教务处", 1), ("未填写", 1)]
    assert counted(office, on=date(2026, 8, 31))["department"] == [("数学组", 2), ("语文组", 1), ("未填写", 1)]


def test_political_status_is_for_who_reads_it_of_one_person(school, welfare_officer):
    assert "political_status" not in counted(welfare_officer)


@pytest.mark.parametrize(
    ("circle", "on"),
    [(Circle.STAFF, ON), (Circle.MEMBERS, date(2012, 2, 29)), (Circle.RETIREES, ON)],
)
def test_every_number_opens_the_list_of_exactly_its_people(school, office, circle, on, today):
    client = Client()
    client.force_login(office)
    lines = [line for table in statistics(circle, on, user=office) for line in table.lines if line.count]
    found = [(line.url, client.get(line.url).context["page"].paginator.count) for line in lines]
    assert found == [(line.url, line.count) for line in lines]
    assert lines


def test_numbers_of_growth_open_their_lists(school, office, today):
    client = Client()
    client.force_login(office)
    for end in growth(ON):
        found = [client.get(url).context["page"].paginator.count for url in (end.staff_url, end.members_url)]
        assert found == [end.staff, end.members]


def test_group_leader_cannot_try_out_what_the_list_does_not_show(group_leader, today):
    client = Client()
    client.force_login(group_leader)
    for query in ("born_from=1900-01-01", "title=", "title=x", "circle=staff", "lacking=title", "main_department=1"):
        response = client.get(f"/members/?{query}")
        expected = 1 if query == "title=" else 0
        assert (query, response.context["page"].paginator.count) == (query, expected)


@pytest.mark.parametrize("query", ["political_status=masses", "lacking=political_status"])
def test_welfare_officer_cannot_try_out_political_statuses(welfare_officer, today, query):
    MemberFactory(political_status=PoliticalStatus.MASSES)
    client = Client()
    client.force_login(welfare_officer)
    assert client.get(f"/members/?{query}").context["page"].paginator.count == 0


@given(
    st.dates(date(1930, 1, 1), date(2012, 1, 1)),
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.sampled_from(Circle),
)
@settings(deadline=None)
def test_everybody_is_in_one_band_of_ages(birth, on, circle):
    bands = [
        label for label, first, last in age_bands(circle, on) if (first or date.min) <= birth <= (last or date.max)
    ]
    assert len(bands) == 1


def test_who_turns_thirty_today_is_in_the_next_band():
    bands = {label: (first, last) for label, first, last in age_bands(Circle.STAFF, ON)}
    assert bands["25-29岁"] == (date(1996, 11, 23), date(2001, 11, 22))
    assert bands["30-34岁"] == (date(1991, 11, 23), date(1996, 11, 22))


# --- Growth ---------------------------------------------------------------------------------------------------


def test_years_are_told_at_their_ends_and_this_one_today(school, office):
    ends = growth(ON)
    assert [end.on for end in ends] == [date(year, 12, 31) for year in range(2017, 2026)] + [ON]
    assert (ends[-1].staff, ends[-1].members, str(ends[-1].rate)) == (4, 3, "100.0")


def test_growth_begins_with_the_first_change(db):
    MemberFactory(hired_on=date(2024, 9, 1), joined_on=None)
    assert [(end.on, end.staff) for end in growth(ON)] == [
        (date(2024, 12, 31), 1),
        (date(2025, 12, 31), 1),
        (ON, 1),
    ]


def test_school_without_people_has_no_growth(db):
    assert growth(ON) == []


STANDINGS = st.tuples(st.sampled_from(ServiceStatus.values), st.sampled_from(UnionStatus.values))
HISTORIES = st.lists(
    st.tuples(
        st.sampled_from(ContractKind.values),
        st.lists(st.tuples(st.dates(date(2019, 1, 1), date(2026, 12, 31)), STANDINGS), min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=4,
)


@given(HISTORIES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_growth_is_what_as_of_counts_on_each_of_its_days(db, histories):
    StatusChange.objects.all().delete()
    Member.objects.all().delete()
    for contract, changes in histories:
        person = MemberFactory(contract_kind=contract)
        person.status_changes.all().delete()
        for day, (service, union) in changes:
            StatusChange.objects.create(
                member=person, kind=ChangeKind.JOINED, on=day, service_status=service, union_status=union
            )
    for end in growth(ON):
        everybody = Member.objects.all()
        assert (end.staff, end.members, end.rate) == (
            everybody.staff_on(end.on).count(),
            everybody.union_members_on(end.on).count(),
            membership_rate(everybody.counted_in_rate_on(end.on)),
        )


def test_chart_of_growth_has_a_place_for_each_year(school, office):
    chart = growth_chart(growth(ON))
    assert chart.categories == [str(year) for year in range(2017, 2027)]
    assert [(series.name, series.second, len(series.values)) for series in chart.series] == [
        ("在职教职工", False, 10),
        ("在职会员", False, 10),
        ("入会率", True, 10),
    ]


def test_chart_of_a_table_shows_its_lines(school, office):
    charts = {table.key: table.chart for table in statistics(Circle.STAFF, ON, user=office)}
    assert (charts["gender"].categories, charts["gender"].series[0].values) == (["男", "女"], [2, 2])
    assert [(series.name, series.values) for series in charts["department"].series] == [
        ("男", [1, 0, 1]),
        ("女", [1, 1, 0]),
    ]
    assert (charts["department"].stacked, charts["department_title"]) == (True, None)


@pytest.mark.parametrize("count", [1, 12])
def test_number_of_queries_does_not_grow_with_the_people(office, django_assert_num_queries, count):
    for number in range(count):
        DepartmentPlaceFactory(member=MemberFactory(hired_on=HIRED + timedelta(days=number), joined_on=None))
    statistics(Circle.STAFF, ON, user=office)
    with django_assert_num_queries(3):
        statistics(Circle.STAFF, ON, user=office)
        growth(ON)
