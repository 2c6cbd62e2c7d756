"""Whatever the office enters, corrects and withdraws, in whatever order: a day's list, counts and rate are a replay.

The replay here is written out anew, from the rules as people tell them, and shares no code with the office.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.http import QueryDict
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from members.enums import ChangeKind
from members.figures import figures
from members.filters import MemberFilter
from members.models import Member
from members.selectors import membership_rate
from members.services import change_status, correct_change, register_member, withdraw_change
from members.tables import member_table_on
from unionoffice.areas import WHOLE_UNION
from unionoffice.periods import month
from unionoffice.refusal import Refused

FIRST, TODAY = date(2026, 1, 1), date(2026, 4, 10)
DAYS = (TODAY - FIRST).days
FIGURES = {
    "joined": "members.joined",
    "transferred_in": "members.transferred_in",
    "transferred_out": "members.transferred_out",
    "retired": "members.retired",
    "retired_cadre": "members.retired_cadre",
    "left": "members.left",
    "returned": "members.returned",
    "resigned": "members.resigned",
    "died": "members.died",
}


def may_follow(service: str, union: str, kind: str) -> bool:
    """By words of the rule: only who serves joins, moves, retires or leaves; only who left or retired returns; the
    dead stay as they are; nobody joins twice, and only who is in the union can leave it or be handed over."""
    serves = service == "in_service"
    return {
        "joined": serves and union != "member",
        "transferred_in": service in ("in_service", "left") and union != "member",
        "transferred_out": serves and union != "non_member",
        "returned": service in ("retired", "left"),
        "resigned": service not in ("left", "dead") and union != "non_member",
        "died": service != "dead",
    }.get(kind, serves)


def then(service: str, union: str, kind: str, *, keeps: bool) -> tuple[str, str]:
    """How somebody stands after a change."""
    if kind in ("retired", "retired_cadre"):
        return kind, "retained" if keeps and union != "non_member" else "non_member"
    return {
        "joined": (service, "member"),
        "transferred_in": ("in_service", "member"),
        "transferred_out": ("left", "non_member"),
        "left": ("left", "non_member"),
        "returned": ("in_service", union),
        "resigned": (service, "non_member"),
        "died": ("dead", "non_member"),
    }[kind]


@dataclass
class Person:
    """What was told of one person: how they came, and each change with its day, in the order of entry."""

    start: date
    came_as: tuple[str, str]
    is_temporary: bool
    told: dict[int, tuple[date, str, bool]] = field(default_factory=dict)
    member: Member | None = None

    def stands(self, day: date, told: dict | None = None) -> tuple[str, str] | None:
        """How they stand at the end of a day, None before they came; ValueError where a change couldn't follow."""
        if day < self.start:
            return None
        service, union = self.came_as
        entries = sorted((self.told if told is None else told).items(), key=lambda entry: (entry[1][0], entry[0]))
        for _order, (on, kind, keeps) in entries:
            if on <= day:
                if not may_follow(service, union, kind):
                    raise ValueError(kind)
                service, union = then(service, union, kind, keeps=keeps)
        return service, union

    def takes(self, told: dict) -> bool:
        """Whether the history could be so."""
        try:
            self.stands(date.max, told)
        except ValueError:
            return False
        return all(self.start <= on <= TODAY for on, _kind, _keeps in told.values())


PEOPLE = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.sampled_from([("in_service", "member"), ("in_service", "non_member"), ("retired", "retained")]),
        st.none() | st.integers(0, 20),
        st.booleans(),
    ),
    min_size=1,
    max_size=3,
)
WHO = st.integers(0, 2)
DAY = st.integers(-5, DAYS + 3) | st.sampled_from((45, 46))
"""Often two things happen on one day, where the order of entry counts."""
KINDS = st.sampled_from([kind for kind in ChangeKind if kind != ChangeKind.REGISTERED])
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("enter"), WHO, DAY, KINDS, st.booleans()),
        st.tuples(st.just("enter"), WHO, DAY, KINDS, st.booleans()),
        st.tuples(st.just("move"), WHO, DAY, st.integers(0, 5), st.booleans()),
        st.tuples(st.just("withdraw"), WHO, DAY, st.integers(0, 5), st.booleans()),
    ),
    min_size=1,
    max_size=14,
)


class AsOfTest(TestCase):
    """The office and the replay, side by side."""

    @settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(people=PEOPLE, deeds=DEEDS, asked=st.lists(DAY, min_size=3, max_size=3))
    def test_every_day_is_a_replay_of_what_was_entered(self, people, deeds, asked):
        crowd = [self.come(place, *told) for place, told in enumerate(people)]
        for what, who, day, which, keeps in deeds:
            self.do(what, crowd[who % len(crowd)], FIRST + timedelta(days=day), which, keeps=keeps)
        for day in (*(FIRST + timedelta(days=days) for days in asked), TODAY):
            self.compare(crowd, day)
        for number in (1, 2, 3):
            self.compare_figures(crowd, month(2026, number))
        self.compare_today(crowd)

    def come(self, place, days, came_as, joins_after, is_temporary):
        """Somebody is registered; who joined after coming was no member before."""
        start = FIRST + timedelta(days=days)
        joined = start + timedelta(days=joins_after) if joins_after is not None and came_as[1] == "member" else None
        member = register_member(
            Member(
                employee_no=str(place),
                name="林芳",
                gender="female",
                hired_on=start,
                joined_on=joined,
                service_status=came_as[0],
                union_status=came_as[1],
                contract_kind="temporary" if is_temporary else "contract",
            ),
            by=None,
            on=TODAY,
        )
        person = Person(start, came_as, is_temporary, member=member)
        if joined:
            row = member.status_changes.get(kind="joined")
            person.came_as, person.told = (came_as[0], "non_member"), {row.pk: (joined, "joined", True)}
        return person

    def do(self, what, person, day, which, *, keeps):
        """One deed; the office refuses exactly what couldn't be."""
        told = dict(person.told)
        if what == "enter":
            told[10**9] = (day, which.value, keeps)
            change = self.tried(
                change_status, person.member, which, on=day, today=TODAY, by=None, keeps_membership=keeps
            )
        elif not told:
            return
        else:
            pk = sorted(told)[which % len(told)]
            row = person.member.status_changes.get(pk=pk)
            if what == "move":
                told[pk] = (day, told[pk][1], keeps)
                values = {"on": day, "keeps_membership": keeps}
                change = self.tried(correct_change, row, told=values, why="误登", by=None, today=TODAY)
            else:
                del told[pk]
                change = self.tried(withdraw_change, row, reason="误登", by=None, today=TODAY)
        event(f"{what} {'refused' if change is None else 'done'}")
        assert (change is not None) == person.takes(told), (what, day, which, told)
        if change is not None:
            person.told = told
            if what == "enter":
                person.told[change.pk] = person.told.pop(10**9)

    def tried(self, service, *args, **kwargs):
        try:
            return service(*args, **kwargs)
        except Refused:
            return None

    def compare(self, crowd, day):
        """Statuses, staff, members, rate and the list's own rows at the end of a day."""
        replayed = {person.member.pk: person.stands(day) for person in crowd}
        found = {member.pk: (member.service_on, member.union_on) for member in Member.objects.as_of(day)}
        assert found == {pk: stands or (None, None) for pk, stands in replayed.items()}
        staff = {pk for pk, stands in replayed.items() if stands and stands[0] == "in_service"}
        assert {member.pk for member in Member.objects.staff_on(day)} == staff
        members = {pk for pk in staff if replayed[pk][1] == "member"}
        assert {member.pk for member in Member.objects.union_members_on(day)} == members
        counted = staff - {person.member.pk for person in crowd if person.is_temporary}
        rate = Decimal(100 * len(members & counted)) / len(counted) if counted else Decimal(0)
        expected = rate.quantize(Decimal("0.1"), ROUND_HALF_UP)
        assert membership_rate(Member.objects.counted_in_rate_on(day)) == expected
        self.compare_list(replayed, day, expected)

    def compare_list(self, replayed, day, rate):
        words = {
            "in_service": "在职",
            "retired": "退休",
            "retired_cadre": "离休",
            "left": "调离",
            "dead": "去世",
            "member": "会员",
            "retained": "保留会籍",
            "non_member": "非会员",
        }
        listed = MemberFilter({"on": day.isoformat()}, queryset=Member.objects.all())
        table = member_table_on(day, with_rate=True)
        rows = table.values(table.prepare(listed.qs).order_by("pk"), table.columns)
        shown = {row[0]: tuple(row[-2:]) for row in rows}
        numbers = dict(Member.objects.values_list("pk", "employee_no"))
        known = {pk: stands for pk, stands in replayed.items() if stands}
        assert shown == {numbers[pk]: (words[service], words[union]) for pk, (service, union) in known.items()}
        measures = dict(table.measures(listed.qs, count=listed.qs.count()))
        assert measures == {"人数": f"{len(known)}人", "入会率": f"{rate or 0}%"}

    def compare_figures(self, crowd, period):
        """Whom each change befell in a month, and the list behind each number."""
        found = figures(period, WHOLE_UNION)
        for kind, key in FIGURES.items():
            people = [
                person
                for person in crowd
                if any(told == kind and period.start <= on <= period.end for on, told, _keeps in person.told.values())
            ]
            behind = MemberFilter(QueryDict(found[key].url.partition("?")[2]), queryset=Member.objects.all()).qs
            assert (found[key].value, behind.count()) == (len(people), len(people)), key
        standing = [person.stands(period.end) for person in crowd]
        assert found["members.staff"].value == sum(bool(stands) and stands[0] == "in_service" for stands in standing)

    def compare_today(self, crowd):
        """The record itself says how the history ends."""
        for person in crowd:
            member = Member.objects.get(pk=person.member.pk)
            assert (member.service_status, member.union_status) == person.stands(TODAY)
            joined = [on for on, kind, _keeps in person.told.values() if kind == "joined"]
            assert member.joined_on == max(joined, default=None)
