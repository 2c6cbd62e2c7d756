import re
from datetime import date
from decimal import Decimal

import pytest

from members.enums import ChangeKind, CommitteePost, ContractKind, Gender, ServiceStatus, UnionStatus
from members.figures import figures
from members.models import Member, StatusChange
from members.services import change_status, register_member
from tests.members.factories import CommitteeTermFactory, GroupPlaceFactory, MemberFactory, UnionGroupFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.figures import Measure
from unionoffice.periods import calendar_year, half_year, quarter, school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
KEYS = [
    "members.staff",
    "members.members",
    "members.women",
    "members.rate",
    "members.retirees",
    "members.offices",
    "members.offices.held",
    "members.joined",
    "members.transferred_in",
    "members.transferred_out",
    "members.retired",
    "members.retired_cadre",
    "members.left",
    "members.returned",
    "members.resigned",
    "members.died",
]
PERIODS = [calendar_year(2026), half_year(2026, 1), quarter(2026, 3), school_year(2025, 2026), calendar_year(2025)]


NOTHING = dict.fromkeys(KEYS[KEYS.index("members.joined") :], 0)
"""No change of any kind."""


def _values(period, scope=WHOLE_UNION) -> dict[str, int | Decimal]:
    return {figure.key: figure.value for figure in figures(period, scope).figures}


def _counted(measures: dict[str, str]) -> int:
    """The number of people under a list; nothing stands under an empty one but 0."""
    return int(re.fullmatch(r"(\d+)人", measures["人数"])[1])


@pytest.fixture
def group():
    return UnionGroupFactory(name="第一工会小组")


@pytest.fixture
def school(chair, group):
    """The chair, and seven others: who stays, moves, joins, retires, leaves, works for a time, was never a member."""
    people = {
        "stays": MemberFactory(gender=Gender.MALE),
        "moves": MemberFactory(),
        "retires": MemberFactory(),
        "leaves": MemberFactory(),
        "outside": MemberFactory(union_status=UnionStatus.NON_MEMBER, joined_on=None),
        "temporary": MemberFactory(
            union_status=UnionStatus.NON_MEMBER, joined_on=None, contract_kind=ContractKind.TEMPORARY
        ),
    }
    people["joins"] = register_member(
        Member(
            employee_no="2026001",
            name="尉迟婉清",
            gender=Gender.FEMALE,
            hired_on=date(2026, 2, 20),
            joined_on=date(2026, 8, 31),
            union_status=UnionStatus.MEMBER,
        ),
        by=chair,
        on=date(2026, 9, 1),
        group=group,
    )
    today = date(2026, 11, 22)
    change_status(people["retires"], ChangeKind.RETIRED, on=date(2026, 6, 30), today=today, by=chair)
    change_status(people["leaves"], ChangeKind.LEFT, on=date(2026, 7, 1), today=today, by=chair)
    for name in ("stays", "retires", "temporary"):
        GroupPlaceFactory(member=people[name], group=group)
    GroupPlaceFactory(member=people["moves"], group=group, to_on=date(2026, 6, 30))
    return people


def test_whole_year_is_counted_at_its_last_day(school):
    assert _values(calendar_year(2026)) == NOTHING | {
        "members.staff": 6,
        "members.members": 4,
        "members.women": 3,
        "members.rate": Decimal("80.0"),
        "members.retirees": 1,
        "members.offices": 0,
        "members.offices.held": 0,
        "members.joined": 1,
        "members.retired": 1,
        "members.left": 1,
    }


def test_first_half_is_counted_at_the_end_of_june(school):
    assert _values(half_year(2026, 1)) == NOTHING | {
        "members.staff": 7,
        "members.members": 4,
        "members.women": 3,
        "members.rate": Decimal("66.7"),
        "members.retirees": 1,
        "members.offices": 0,
        "members.offices.held": 0,
        "members.joined": 0,
        "members.retired": 1,
    }


def test_last_year_is_counted_without_what_came_later(school):
    assert _values(calendar_year(2025)) == NOTHING | {
        "members.staff": 7,
        "members.members": 5,
        "members.women": 4,
        "members.rate": Decimal("83.3"),
        "members.retirees": 0,
        "members.offices": 0,
        "members.offices.held": 0,
        "members.joined": 0,
        "members.retired": 0,
    }


def test_group_is_counted_by_those_who_were_in_it_on_the_day(school, group):
    scope = Scope(group.pk, group.name)
    assert _values(calendar_year(2026), scope) == NOTHING | {
        "members.staff": 3,
        "members.members": 2,
        "members.women": 1,
        "members.rate": Decimal("100.0"),
        "members.retirees": 1,
        "members.offices": 0,
        "members.offices.held": 0,
        "members.joined": 1,
        "members.retired": 1,
    }
    assert _values(half_year(2026, 1), scope)["members.members"] == 2
    assert _values(calendar_year(2025), scope)["members.members"] == 3


def test_nobody_gives_nothing():
    values = _values(calendar_year(2026))
    assert list(values) == KEYS
    assert set(values.values()) == {0}


def test_first_day_and_last_day_of_a_period_belong_to_it(school, chair):
    member = MemberFactory(union_status=UnionStatus.NON_MEMBER, joined_on=None)
    change_status(member, ChangeKind.JOINED, on=date(2026, 7, 1), today=date(2026, 11, 22), by=chair)
    assert _values(quarter(2026, 2))["members.joined"] == 0
    assert _values(quarter(2026, 3))["members.joined"] == 2


def test_who_joins_twice_in_a_period_is_one_person(school, chair, measures_behind):
    member = school["outside"]
    for kind in (ChangeKind.JOINED, ChangeKind.RESIGNED, ChangeKind.JOINED):
        change_status(member, kind, on=date(2026, 10, 1), today=date(2026, 11, 22), by=chair)
    assert StatusChange.objects.filter(member=member, kind=ChangeKind.JOINED).count() == 2
    figure = figures(calendar_year(2026), WHOLE_UNION)["members.joined"]
    assert (figure.value, _counted(measures_behind(figure))) == (2, 2)


def test_change_outside_the_group_is_neither_counted_nor_listed(school, group, chair, measures_behind):
    change_status(MemberFactory(), ChangeKind.RETIRED, on=date(2026, 3, 1), today=date(2026, 11, 22), by=chair)
    whole = figures(calendar_year(2026), WHOLE_UNION)["members.retired"]
    of_group = figures(calendar_year(2026), Scope(group.pk, group.name))["members.retired"]
    assert (whole.value, _counted(measures_behind(whole))) == (2, 2)
    assert (of_group.value, _counted(measures_behind(of_group))) == (1, 1)


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.code)
@pytest.mark.parametrize("of_group", [False, True], ids=["whole union", "group"])
@pytest.mark.parametrize("key", [key for key in KEYS if key != "members.rate" and "offices" not in key])
def test_list_behind_a_figure_has_as_many_people(key, of_group, period, school, group, chair, signed_in):
    figure = figures(period, Scope(group.pk, group.name) if of_group else WHOLE_UNION)[key]
    page = signed_in(chair).get(figure.url)
    assert (page.status_code, page.context["is_partial"]) == (200, False)
    assert (page.context["page"].paginator.count, len(page.context["rows"])) == (figure.value, figure.value)
    assert _counted(dict(page.context["measures"])) == figure.value


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.code)
@pytest.mark.parametrize("of_group", [False, True], ids=["whole union", "group"])
def test_list_behind_the_rate_is_of_all_counted_and_its_members_are_the_part(
    of_group, period, school, group, chair, signed_in
):
    figure = figures(period, Scope(group.pk, group.name) if of_group else WHOLE_UNION)["members.rate"]
    client = signed_in(chair)
    page = client.get(figure.url)
    whole = page.context["page"].paginator.count
    part = client.get(f"{figure.url}&union=member").context["page"].paginator.count
    assert figure.value == (Decimal(100 * part) / whole).quantize(Decimal("0.1"))
    assert dict(page.context["measures"])["入会率"] == f"{figure.value}%"


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("members.joined", ["joins"]),
        ("members.retired", ["retires"]),
        ("members.retirees", ["retires"]),
        ("members.members", ["joins", "moves", "stays"]),
        ("members.women", ["joins", "moves"]),
        ("members.staff", ["joins", "moves", "outside", "stays", "temporary"]),
        ("members.rate", ["joins", "moves", "outside", "stays"]),
    ],
)
def test_list_behind_a_figure_names_exactly_those_people(key, names, school, chair, signed_in):
    page = signed_in(chair).get(figures(calendar_year(2026), WHOLE_UNION)[key].url)
    found = {row.url for row in page.context["rows"]} - {chair.member.get_absolute_url()}
    assert found == {school[name].get_absolute_url() for name in names}


# --- Committees --------------------------------------------------------------------------------------------


@pytest.fixture
def offices():
    """Two offices of a term that began in May 2024, and one taken in 2026 in the place of another."""
    term = CommitteeTermFactory(number=6, from_on=date(2024, 5, 8), approval_no="江教工〔2024〕12号")
    for post, from_on, to_on in (
        (CommitteePost.CHAIR, date(2024, 5, 8), None),
        (CommitteePost.MEMBER, date(2024, 5, 8), date(2026, 3, 31)),
        (CommitteePost.MEMBER, date(2026, 4, 1), None),
    ):
        term.offices.create(member=MemberFactory(), post=post, from_on=from_on, to_on=to_on)
    return term


@pytest.mark.parametrize(
    ("period", "taken"), [(calendar_year(2024), 2), (calendar_year(2025), 0), (calendar_year(2026), 1)]
)
def test_list_behind_offices_has_those_taken_in_the_period(period, taken, offices, measures_behind):
    figure = figures(period, WHOLE_UNION)["members.offices"]
    assert (figure.value, measures_behind(figure).get("任职", "0人次")) == (taken, f"{taken}人次")


@pytest.mark.parametrize(
    ("period", "held"), [(calendar_year(2023), 0), (calendar_year(2025), 2), (half_year(2026, 1), 2)]
)
def test_list_behind_offices_held_has_those_of_the_last_day(period, held, offices, measures_behind):
    figure = figures(period, WHOLE_UNION)["members.offices.held"]
    assert (figure.value, measures_behind(figure).get("任职", "0人次")) == (held, f"{held}人次")


def test_group_has_no_offices_and_no_terms(offices, group):
    found = figures(calendar_year(2024), Scope(group.pk, group.name))
    counted = [found[key].value for key in ("members.offices", "members.offices.held")]
    assert (counted, found.notables) == ([0, 0], ())


def test_term_is_notable_in_the_period_in_which_it_began(offices, chair, signed_in):
    (term,) = figures(calendar_year(2024), WHOLE_UNION).notables
    assert (term.kind, term.text) == ("term", "5月8日第六届工会委员会开始履职（江教工〔2024〕12号）")
    assert signed_in(chair).get(term.url).context["page"].paginator.count == 3
    assert figures(calendar_year(2025), WHOLE_UNION).notables == ()


def test_leader_is_told_that_not_all_of_a_figure_is_in_sight(school, group_leader, signed_in):
    figure = figures(calendar_year(2026), WHOLE_UNION)["members.staff"]
    page = signed_in(group_leader).get(figure.url)
    assert (len(page.context["rows"]), page.context["is_partial"]) == (1, True)
    assert "这里只列出您有权查看的记录，可能少于总结中的数字。" in page.content.decode()


def test_figures_count_everything_whoever_asks():
    MemberFactory(service_status=ServiceStatus.RETIRED)
    assert _values(calendar_year(2026))["members.retirees"] == 1


def test_figures_say_what_they_measure():
    found = figures(calendar_year(2026), WHOLE_UNION).figures
    assert [(figure.label, figure.unit, figure.measure) for figure in found] == [
        ("在职教职工", "人", Measure.PEOPLE),
        ("工会会员", "人", Measure.PEOPLE),
        ("女会员", "人", Measure.PEOPLE),
        ("入会率", "%", Measure.RATIO),
        ("退休人员", "人", Measure.PEOPLE),
        ("新任委员", "人次", Measure.COUNT),
        ("在任委员", "人次", Measure.COUNT),
        ("新入会", "人", Measure.PEOPLE),
        ("转入会员", "人", Measure.PEOPLE),
        ("转出会员", "人", Measure.PEOPLE),
        ("新退休", "人", Measure.PEOPLE),
        ("新离休", "人", Measure.PEOPLE),
        ("调离", "人", Measure.PEOPLE),
        ("复职", "人", Measure.PEOPLE),
        ("退会", "人", Measure.PEOPLE),
        ("去世", "人", Measure.PEOPLE),
    ]


def test_figures_take_the_same_number_of_queries_for_few_and_many(school, django_assert_num_queries):
    with django_assert_num_queries(10):
        figures(calendar_year(2026), WHOLE_UNION)
    MemberFactory.create_batch(50)
    with django_assert_num_queries(10):
        figures(calendar_year(2026), WHOLE_UNION)
