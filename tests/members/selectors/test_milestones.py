"""Birthdays, weddings, years of service and retirement."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from members.enums import Gender, MilestoneKind, PostCategory, RetirementCategory, ServiceStatus
from members.models import Member, RetirementAge
from members.seeds import RETIREMENT_AGES, RETIREMENT_FROM
from members.selectors import Customs, category_of, milestones, milestones_for, retirement_ages
from tests.members.factories import GroupPlaceFactory, MemberFactory
from unionoffice.rules import set_rule

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
OLD = {"service_status": ServiceStatus.RETIRED, "hired_on": date(1980, 9, 1), "joined_on": date(1981, 3, 1)}


def person(**fields):
    """Somebody without any day to mark but those that the test gives."""
    return MemberFactory(**{"birth_date": None, "hired_on": date(2011, 3, 5), **fields})


def told(start, end, on=date(2026, 11, 22)):
    found = milestones(Member.objects.all(), start, end, customs=Customs.of(on))
    return [(one.day, one.kind, one.member.name, one.what) for one in found]


def custom(key, value):
    set_rule(f"members.milestones.{key}", value, valid_from=date(2020, 1, 1), source="教代会决议", by=None)


def test_birthday_tells_the_age(db):
    person(birth_date=date(1985, 11, 22))
    assert told(*NOVEMBER) == [(date(2026, 11, 22), "birthday", "林芳", "41岁生日")]


@pytest.mark.parametrize(("start", "end"), [("2026-11-22", "2026-11-22"), ("2026-10-30", "2026-12-02")])
def test_birthday_on_the_first_and_last_of_the_days_is_found(db, start, end):
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    for day in {first, last, first - timedelta(days=1), last + timedelta(days=1)}:
        person(birth_date=day.replace(year=1985))
    assert {row[0] for row in told(first, last)} == {first, last}


def test_birthday_on_29_february_is_kept_on_the_28th(db):
    person(birth_date=date(1984, 2, 29))
    assert [row[0] for row in told(date(2027, 2, 1), date(2027, 2, 28))] == [date(2027, 2, 28)]
    assert [row[0] for row in told(date(2027, 2, 28), date(2027, 2, 28))] == [date(2027, 2, 28)]
    assert [row[0] for row in told(date(2028, 2, 28), date(2028, 2, 28))] == []


def test_birthdays_of_a_year_end_and_the_next_are_in_order(db):
    person(name="年初", birth_date=date(1985, 1, 2))
    person(name="年末", birth_date=date(1985, 12, 30))
    rows = told(date(2026, 12, 20), date(2027, 1, 10))
    assert [(name, what) for _day, _kind, name, what in rows] == [("年末", "41岁生日"), ("年初", "42岁生日")]


def test_lunar_birthday_takes_the_place_of_the_solar_one(db):
    person(birth_date=date(1966, 9, 29), keeps_lunar_birthday=True)
    assert told(date(2025, 9, 1), date(2025, 10, 31)) == [
        (date(2025, 10, 6), "lunar_birthday", "林芳", "59岁生日（农历八月十五）")
    ]


def test_lunar_birthday_may_fall_twice_in_a_solar_year_and_never_in_the_next(db):
    person(birth_date=date(1980, 12, 31), keeps_lunar_birthday=True)
    assert [row[0] for row in told(date(2024, 1, 1), date(2024, 12, 31))] == [date(2024, 1, 6), date(2024, 12, 25)]
    assert told(date(2025, 1, 1), date(2025, 12, 31)) == []


def test_lunar_birthday_of_who_was_born_before_all_tables_is_kept_by_the_sun(db):
    person(birth_date=date(1885, 11, 22), keeps_lunar_birthday=True, **OLD)
    assert told(*NOVEMBER) == [(date(2026, 11, 22), "birthday", "林芳", "141岁生日")]


@pytest.mark.parametrize(("born", "kind"), [(1966, "round_birthday"), (1976, "birthday"), (1965, "birthday")])
def test_round_birthday_is_one_of_full_tens_from_sixty(db, born, kind):
    person(birth_date=date(born, 11, 22), **OLD)
    assert [row[1] for row in told(*NOVEMBER)] == [kind]


def test_round_birthday_by_nominal_age_comes_a_year_earlier_and_says_so(db):
    custom("age", "nominal")
    person(birth_date=date(1966, 9, 29), keeps_lunar_birthday=True, **OLD)
    person(birth_date=date(1967, 11, 22), **OLD)
    assert [row[1:] for row in told(date(2025, 10, 1), date(2025, 10, 31))] == [
        ("round_birthday", "林芳", "60岁生日（虚岁，农历八月十五）")
    ]
    assert [row[1:] for row in told(*NOVEMBER)] == [("round_birthday", "林芳", "60岁生日（虚岁）")]


def test_round_birthdays_begin_where_the_office_decides(db):
    custom("round_from", 50)
    person(birth_date=date(1976, 11, 22), **OLD)
    assert [row[1] for row in told(*NOVEMBER)] == ["round_birthday"]


def test_weddings_are_those_that_the_office_decides_on(db):
    for years in (25, 50, 60, 49):
        person(married_on=date(2026 - years, 11, 8), **OLD)
    found = {}
    for choice in ("golden", "golden_diamond", "all"):
        set_rule(
            "members.milestones.weddings",
            choice,
            valid_from=date(2020, 1, len(found) + 1),
            source="惯例",
            by=None,
        )
        found[choice] = [row[3] for row in told(*NOVEMBER)]
    assert found == {
        "golden": ["金婚（结婚50年）"],
        "golden_diamond": ["金婚（结婚50年）", "钻石婚（结婚60年）"],
        "all": ["银婚（结婚25年）", "金婚（结婚50年）", "钻石婚（结婚60年）"],
    }


def test_golden_wedding_of_29_february_is_kept_on_the_28th(db):
    person(married_on=date(1976, 2, 29), **OLD)
    assert [row[0] for row in told(date(2026, 2, 28), date(2026, 2, 28))] == [date(2026, 2, 28)]


def test_full_tens_of_years_here_are_marked_for_who_serves(db):
    for hired in (date(2016, 11, 9), date(2006, 11, 10), date(2011, 11, 11)):
        person(hired_on=hired, joined_on=None)
    person(hired_on=date(1996, 11, 12), joined_on=None, service_status=ServiceStatus.RETIRED)
    assert [(row[0].day, row[3]) for row in told(*NOVEMBER)] == [(9, "来校10年"), (10, "来校20年")]


def test_years_of_service_count_from_the_first_job_where_the_office_decides_so(db):
    custom("service_since", "first_job_on")
    person(first_job_on=date(1996, 11, 8), hired_on=date(2006, 11, 1))
    assert [row[3] for row in told(*NOVEMBER)] == ["参加工作30年"]


def test_years_of_service_are_left_out_where_the_office_decides_so(db):
    custom("service_years", 0)
    person(hired_on=date(2016, 11, 9), joined_on=None)
    assert told(*NOVEMBER) == []


@pytest.mark.parametrize("status", [ServiceStatus.LEFT, ServiceStatus.DEAD])
def test_who_no_longer_belongs_to_the_school_has_no_milestones(db, status):
    person(birth_date=date(1985, 11, 22), service_status=status)
    assert told(*NOVEMBER) == []


# --- Retirement ---------------------------------------------------------------------------------------------

AGES = {
    category: RetirementAge(
        category=category, valid_from=RETIREMENT_FROM, old_age=old, new_age=new, months_a_step=step
    )
    for category, (old, new, step) in RETIREMENT_AGES.items()
}
MAN, CADRE, WORKER = RetirementCategory


@pytest.mark.parametrize(
    ("category", "born", "age", "retires"),
    [
        (MAN, (1964, 12, 15), (60, 0), (2024, 12, 15)),
        (MAN, (1965, 1, 15), (60, 1), (2025, 2, 15)),
        (MAN, (1965, 4, 30), (60, 1), (2025, 5, 30)),
        (MAN, (1965, 5, 1), (60, 2), (2025, 7, 1)),
        (MAN, (1976, 8, 31), (62, 11), (2039, 7, 31)),
        (MAN, (1976, 9, 1), (63, 0), (2039, 9, 1)),
        (MAN, (1990, 9, 1), (63, 0), (2053, 9, 1)),
        (CADRE, (1970, 1, 15), (55, 1), (2025, 2, 15)),
        (CADRE, (1981, 8, 15), (57, 11), (2039, 7, 15)),
        (CADRE, (1981, 9, 15), (58, 0), (2039, 9, 15)),
        (WORKER, (1975, 1, 15), (50, 1), (2025, 2, 15)),
        (WORKER, (1975, 3, 15), (50, 2), (2025, 5, 15)),
        (WORKER, (1984, 10, 15), (54, 11), (2039, 9, 15)),
        (WORKER, (1984, 11, 15), (55, 0), (2039, 11, 15)),
    ],
)
def test_age_of_retirement_rises_as_the_law_says(category, born, age, retires):
    law = AGES[category]
    assert (divmod(law.age_of(date(*born)), 12), law.retires_on(date(*born))) == (age, date(*retires))


@given(st.sampled_from(list(AGES)), st.dates(date(1940, 1, 1), date(2010, 1, 1)))
@settings(deadline=None)
def test_who_is_born_later_never_retires_earlier(category, born):
    law = AGES[category]
    assert law.retires_on(born) <= law.retires_on(born + timedelta(days=1))


def test_seeded_law_is_in_force_from_its_day(db):
    assert retirement_ages(date(2024, 12, 31)) == {}
    found = {
        category: (row.old_age, row.new_age, row.months_a_step)
        for category, row in retirement_ages(RETIREMENT_FROM).items()
    }
    assert found == RETIREMENT_AGES


@pytest.mark.parametrize(
    ("gender", "post", "category"),
    [
        (Gender.MALE, PostCategory.WORKER, MAN),
        (Gender.FEMALE, PostCategory.WORKER, WORKER),
        (Gender.FEMALE, PostCategory.TEACHER, CADRE),
        (Gender.FEMALE, "", CADRE),
    ],
)
def test_women_in_worker_posts_are_workers_and_all_other_women_cadres(gender, post, category):
    assert category_of(Member(gender=gender, post_category=post)) == category


def test_retirement_is_told_with_the_age_and_only_of_who_serves(db):
    fields = {"gender": Gender.MALE, "birth_date": date(1966, 5, 20), "hired_on": date(1990, 9, 1), "joined_on": None}
    MemberFactory(**fields)
    MemberFactory(**fields, service_status=ServiceStatus.RETIRED)
    assert told(date(2026, 10, 1), date(2026, 10, 31)) == [
        (date(2026, 10, 20), "retirement", "林芳", "年满60岁5个月，退休到龄")
    ]


def test_retirement_at_a_full_age_tells_no_months(db):
    MemberFactory(gender=Gender.MALE, birth_date=date(1976, 9, 20), hired_on=date(2001, 3, 1), joined_on=None)
    assert [row[3] for row in told(date(2039, 9, 19), date(2039, 9, 20)) if row[1] == MilestoneKind.RETIREMENT] == [
        "年满63岁，退休到龄"
    ]


def test_retirement_of_women_goes_by_their_posts(db):
    for post in (PostCategory.WORKER, PostCategory.TEACHER):
        born, hired = date(1975, 1, 15), date(2001, 3, 1)
        MemberFactory(name=str(post.label), birth_date=born, post_category=post, hired_on=hired)
    found = told(date(2025, 1, 1), date(2032, 12, 31))
    assert [(row[0], row[2]) for row in found if row[1] == MilestoneKind.RETIREMENT] == [
        (date(2025, 2, 15), "工勤"),
        (date(2031, 5, 15), "教师"),
    ]


# --- Who is told --------------------------------------------------------------------------------------------


def seen_by(account, **options):
    return [
        (one.kind, one.years, one.what)
        for one in milestones_for(account, *NOVEMBER, on=date(2026, 11, 22), **options)
    ]


def test_officer_is_told_ages(welfare_officer):
    person(birth_date=date(1966, 11, 22), **OLD)
    assert seen_by(welfare_officer) == [("round_birthday", 60, "60岁生日")]


@pytest.mark.usefixtures("today")
def test_group_leader_is_told_the_birthdays_of_the_own_group_without_ages(group_leader):
    group = group_leader.member.group_places.get().group
    own = {
        "birth_date": date(1966, 11, 22),
        "hired_on": date(2006, 11, 3),
        "married_on": date(1976, 11, 22),
        "joined_on": date(2007, 1, 1),
    }
    GroupPlaceFactory(group=group, member=MemberFactory(**own))
    person(birth_date=date(1966, 11, 22))
    assert seen_by(group_leader) == [("birthday", 0, "生日")]


@pytest.mark.usefixtures("today")
def test_group_leader_is_not_told_which_lunar_birthday_is_a_round_one(group_leader):
    custom("age", "nominal")
    group = group_leader.member.group_places.get().group
    GroupPlaceFactory(
        group=group, member=person(birth_date=date(1967, 11, 22), keeps_lunar_birthday=True, joined_on=None)
    )
    assert seen_by(group_leader) == [("lunar_birthday", 0, "生日（农历十月廿一）")]


@pytest.mark.usefixtures("today")
def test_group_leader_cannot_look_for_the_year_of_birth_in_years_gone_by(group_leader, welfare_officer):
    group = group_leader.member.group_places.get().group
    GroupPlaceFactory(group=group, member=person(birth_date=date(2001, 11, 22), joined_on=None))
    since, until = date(2025, 11, 1), date(2025, 11, 30)
    found = [milestones_for(account, since, until, on=since) for account in (group_leader, welfare_officer)]
    assert [len(days) for days in found] == [0, 1]
    found = milestones_for(group_leader, since, NOVEMBER[1], on=since)
    assert [one.day for one in found] == [date(2026, 3, 12), date(2026, 11, 22)]


def test_teacher_is_told_nothing(teacher):
    person(birth_date=date(1966, 11, 22))
    assert seen_by(teacher) == []


@pytest.mark.parametrize("count", [1, 12])
def test_number_of_queries_does_not_grow_with_the_people(welfare_officer, django_assert_num_queries, count):
    for _ in range(count):
        GroupPlaceFactory(member=person(birth_date=date(1985, 11, 22)))
    welfare_officer.grants.first()
    assert len(milestones_for(welfare_officer, *NOVEMBER, on=date(2026, 11, 22), places=True)) == count
    with django_assert_num_queries(9):
        seen_by(welfare_officer, places=True)
