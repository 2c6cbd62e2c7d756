"""What is counted of delegates and their elections, each figure against the list it leads to."""

from datetime import date

import pytest

from congress import services
from congress.enums import ElectionMethod, ElectionStatus, Occasion
from congress.figures.terms import delegate_figures
from tests.conftest import TODAY
from tests.congress.elections import ElectionFactory
from tests.congress.factories import DelegateFactory, TermFactory
from tests.members.factories import GroupPlaceFactory, MemberFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.periods import calendar_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2026)


def over(method=ElectionMethod.DIRECT, occasion=Occasion.REGULAR, day=TODAY, **fields):
    return ElectionFactory(method=method, occasion=occasion, status=ElectionStatus.DONE, concluded_on=day, **fields)


@pytest.fixture
def year(secretary):
    """Four who vote, of whom one is gone as the year ends; three elections of the year, and what doesn't count."""
    young = {"post_category": "teacher", "birth_date": date(1995, 1, 1), "gender": "male"}
    DelegateFactory(member=MemberFactory(**young))
    DelegateFactory(member=MemberFactory(post_category="teacher", post_rank="middle"))
    DelegateFactory(member=MemberFactory(gender="male"))
    DelegateFactory(kind="attending", member=MemberFactory(**young))
    DelegateFactory(kind="invited")
    DelegateFactory(term=TermFactory(number=2, body="union"))
    vote = services.RecallVote(held_on=TODAY, due=9, present=9, in_favour=5)
    services.recall_delegate(DelegateFactory(), vote, reason="不履职", by=secretary, on=TODAY)
    first = over()
    over(method=ElectionMethod.TWICE)
    by = over(occasion=Occasion.BY, day=date(2026, 1, 1))
    before = over(day=date(2025, 12, 31))
    for election in (by, first, before):
        gone = {"from_on": date(2026, 1, 5), "to_on": date(2026, 3, 1), "departure": "left"} if election == by else {}
        DelegateFactory(election=election, qualified_on=TODAY, term=election.term, kind="attending", **gone)
    ElectionFactory()


def told(scope=WHOLE_UNION):
    """Key and value of every figure that isn't nothing."""
    shown = delegate_figures(YEAR, scope).figures
    return {one.key.removeprefix("congress."): one.value for one in shown if not one.is_nothing}


def test_delegates_as_the_year_ends_and_elections_in_it(year):
    assert told() == {
        "delegates": 3,
        "delegates.attending": 3,
        "delegates.invited": 1,
        "delegates.teachers": 2,
        "delegates.women": 1,
        "delegates.young": 1,
        "delegates.leaders": 1,
        "delegates.elected": 2,
        "delegates.elected.by": 1,
        "delegates.departed": 2,
        "delegates.departed.left": 1,
        "delegates.recalled": 1,
        "elections": 3,
        "elections.direct": 2,
        "elections.twice": 1,
        "elections.by": 1,
    }


def test_every_figure_is_the_measure_under_its_list(year, measures_behind):
    for figure in delegate_figures(YEAR, WHOLE_UNION).figures:
        label = "选举" if ".elections" in figure.key else "代表"
        assert (figure.key, measures_behind(figure)[label]) == (figure.key, f"{figure.value}{figure.unit}")


def test_group_has_its_delegates_and_no_elections(year):
    place = GroupPlaceFactory(member=MemberFactory(post_category="teacher"))
    DelegateFactory(member=place.member)
    assert told(Scope(group_id=place.group_id)) == {
        "delegates": 1,
        "delegates.teachers": 1,
        "delegates.women": 1,
    }


def test_without_delegates_nothing_is_told():
    assert told() == {}
