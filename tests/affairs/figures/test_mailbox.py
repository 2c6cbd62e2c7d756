"""Figures of mailboxes and letters: each is the measure under the list that it leads to."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from affairs import services
from affairs.enums import LetterCategory, LetterStatus, MailboxKind, Satisfaction
from affairs.figures.mailbox import mailbox_figures
from tests.affairs.letters import anonymous, answered, at, on_paper, open_mailbox, published, signed
from tests.conftest import TODAY
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.figures import Measure
from unionoffice.periods import calendar_year

pytestmark = pytest.mark.django_db

YEAR = calendar_year(2026)


@pytest.fixture
def year(principal, secretary, teacher):
    """A year of one mailbox: five letters that count, and one that was abuse."""
    mailbox = open_mailbox()
    open_mailbox(
        name="意见箱",
        kind=MailboxKind.HUNG,
        place="教学楼",
        phones="校长 88001\n书记 88002",
        takes_letters_here=False,
    )
    open_mailbox(name="往年信箱", in_use_from=date(2013, 1, 1), in_use_to=date(2025, 12, 31))
    good = answered(signed(teacher, mailbox), principal)
    services.rate_reply(good, Satisfaction.SATISFIED, on=TODAY)
    published(good, principal)
    late = answered(anonymous(mailbox, category=LetterCategory.TEACHING)[0], principal, on=TODAY + timedelta(days=16))
    services.rate_reply(late, Satisfaction.DISSATISFIED, on=TODAY + timedelta(days=17))
    anonymous(mailbox)
    on_paper(mailbox, secretary, signature="一位老师")
    anonymous(mailbox, on=date(2025, 12, 31))
    at(LetterStatus.REFUSED, mailbox=mailbox)


def test_figures_count_letters_and_mailboxes(year):
    told = {figure.key: figure.text for figure in mailbox_figures(YEAR, WHOLE_UNION).figures if not figure.is_nothing}
    assert told == {
        "affairs.mailbox": "2个",
        "affairs.mailbox.kind.online": "1个",
        "affairs.mailbox.kind.hung": "1个",
        "affairs.mailbox.phones": "2个",
        "affairs.letters": "4封",
        "affairs.letters.signed": "2封",
        "affairs.letters.anonymous": "2封",
        "affairs.letters.way.online": "3封",
        "affairs.letters.way.paper": "1封",
        "affairs.letters.category.logistics": "3封",
        "affairs.letters.category.teaching": "1封",
        "affairs.letters.replied": "2封",
        "affairs.letters.in_time": "1封",
        "affairs.letters.in_time_rate": "50.0%",
        "affairs.letters.published": "1条",
        "affairs.letters.satisfaction.satisfied": "1封",
        "affairs.letters.satisfaction.dissatisfied": "1封",
        "affairs.letters.satisfaction_rate": "50.0%",
    }


def test_each_figure_of_letters_is_the_measure_of_the_list_it_leads_to(year, principal, signed_in, today):
    client = signed_in(principal)
    for figure in mailbox_figures(YEAR, WHOLE_UNION).figures:
        response = client.get(figure.url)
        measures = dict(response.context["measures"])
        told = {"affairs.mailbox.phones": "公布的电话", "affairs.letters.in_time_rate": "按期答复率"}
        told["affairs.letters.satisfaction_rate"] = "满意率"
        first = "信箱" if figure.key.startswith("affairs.mailbox") else "来信"
        shown = measures[told.get(figure.key, first)]
        expected = figure.text.replace("条", "封")
        assert (figure.key, shown) == (figure.key, expected)
        if figure.measure is Measure.COUNT and figure.key != "affairs.mailbox.phones":
            assert len(response.context["rows"]) == figure.value


def test_list_behind_a_figure_says_that_it_may_show_less_to_who_keeps_another_mailbox(year, chair, signed_in, today):
    figure = mailbox_figures(YEAR, WHOLE_UNION)["affairs.letters"]
    response = signed_in(chair).get(figure.url)
    assert (figure.value, len(response.context["rows"]), response.context["is_partial"]) == (4, 0, True)


def test_group_has_no_figures_of_its_own(year):
    assert mailbox_figures(YEAR, Scope(group_id=1, label="第一小组")).figures == ()


def test_school_that_has_opened_no_mailbox_tells_nothing(db):
    assert [figure for figure in mailbox_figures(YEAR, WHOLE_UNION).figures if not figure.is_nothing] == []


def test_rates_are_percentages_with_one_place(year):
    rate = mailbox_figures(YEAR, WHOLE_UNION)["affairs.letters.in_time_rate"]
    assert (rate.value, rate.measure, rate.url.startswith(reverse("affairs:letter-list"))) == (
        Decimal("50.0"),
        Measure.RATIO,
        True,
    )
