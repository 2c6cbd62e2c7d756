"""Pages of the school's calendar."""

from datetime import date

import pytest
from django.urls import reverse

from tests.members.views.forms import errors, fill
from tests.unionoffice.administration.factories import SchoolSpanFactory, SpecialDayFactory
from unionoffice.school_calendar import DayKind, SchoolSpan, SpanKind, SpecialDay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

PAGE, HOLIDAYS = reverse("settings:calendar"), reverse("settings:holidays")
NOTICE = """一、元旦：1月1日（周五）放假，与周末连休。
二、春节：2月5日（周五）至11日（周四）放假调休。2月14日（周日）上班。"""


def test_page_shows_the_calendar_of_the_last_year_on(chair, signed_in):
    span, day = SchoolSpanFactory(), SpecialDayFactory()
    SchoolSpanFactory(first_day=date(2020, 9, 1), last_day=date(2021, 1, 22))
    context = signed_in(chair).get(PAGE).context
    assert (list(context["spans"]), list(context["days"]), context["actions"]) == ([span], [day], [])


def test_page_warns_of_a_year_whose_holidays_nobody_entered(chair, signed_in):
    text = signed_in(chair).get(PAGE).content.decode()
    assert ["2026年的节假日和调休还没有录入" in text, "2027年的节假日和调休还没有录入" in text] == [False, True]


@pytest.mark.parametrize("number", [3, 20])
def test_page_of_any_length_takes_the_same_queries(chair, signed_in, django_assert_num_queries, number):
    SpecialDayFactory.create_batch(number)
    SchoolSpanFactory.create_batch(number)
    client = signed_in(chair)
    client.get(PAGE)
    with django_assert_num_queries(PAGE_QUERIES):
        client.get(PAGE)


PAGE_QUERIES = 10
"""Session, account, three for its roles, the bell, the school, then spans, special days, and those of two years."""


def test_vacation_is_entered(secretary, signed_in):
    client, url = signed_in(secretary), reverse("settings:span-add")
    typed = {"kind": SpanKind.VACATION, "name": "寒假", "first_day": "2027-01-23", "last_day": "2027-02-21"}
    response = client.post(url, fill(client, url, **typed))
    made = SchoolSpan.objects.get()
    assert (response.url, made.kind, made.name, made.last_day) == (PAGE, "vacation", "寒假", date(2027, 2, 21))


def test_term_that_meets_another_is_refused_over_the_form(secretary, signed_in):
    SchoolSpanFactory()
    client, url = signed_in(secretary), reverse("settings:span-add")
    typed = {"kind": SpanKind.TERM, "name": "又一学期", "first_day": "2027-01-01", "last_day": "2027-07-01"}
    response = client.post(url, fill(client, url, **typed))
    assert errors(response) == {"": ["与“2026—2027学年第一学期”（2026-09-01至2027-01-22）的日期重叠，请核对。"]}


def test_term_is_corrected(secretary, signed_in):
    span = SchoolSpanFactory()
    client, url = signed_in(secretary), reverse("settings:span-update", args=[span.pk])
    client.post(url, fill(client, url, last_day="2027-01-15"))
    assert SchoolSpan.objects.get().last_day == date(2027, 1, 15)


def test_term_that_is_not_there_cannot_be_corrected(secretary, signed_in):
    assert signed_in(secretary).get(reverse("settings:span-update", args=[99])).status_code == 404


@pytest.mark.parametrize(
    ("factory", "name", "question"),
    [
        (
            SchoolSpanFactory,
            "settings:span-remove",
            "从校历中删除“2026—2027学年第一学期”（2026-09-01至2027-01-22）？",
        ),
        (SpecialDayFactory, "settings:special-day-remove", None),
    ],
)
def test_entry_is_removed_after_a_question(secretary, signed_in, factory, name, question):
    record = factory()
    client, url = signed_in(secretary), reverse(name, args=[record.pk])
    expected = question or f"删除后，{record.day} 按周末和法定节假日的一般安排计算。删除？"
    assert client.get(url).context["question"] == expected
    assert client.post(url, fill(client, url)).url == PAGE
    assert type(record).objects.count() == 0


def test_special_day_is_entered(secretary, signed_in):
    client, url = signed_in(secretary), reverse("settings:special-day-add")
    typed = {"day": "2026-11-27", "kind": DayKind.OFF, "label": "补休", "source": "校历"}
    client.post(url, fill(client, url, **typed))
    assert str(SpecialDay.objects.get()) == "2026-11-27 放假（补休）"


def test_holidays_are_shown_first_and_written_once_confirmed(secretary, signed_in):
    client = signed_in(secretary)
    first = client.post(HOLIDAYS, fill(client, HOLIDAYS, notice=NOTICE))
    planned = [(day.day, day.kind) for day in first.context["plan"]]
    assert (first.status_code, len(planned), SpecialDay.objects.count()) == (200, 7, 0)
    form = first.context["form"]
    sent = {field.html_name: field.value() for field in form}
    assert client.post(HOLIDAYS, sent).url == PAGE
    assert list(SpecialDay.objects.values_list("day", "kind")) == planned


def test_plan_that_changed_since_it_was_shown_is_shown_again(secretary, signed_in):
    client = signed_in(secretary)
    first = client.post(HOLIDAYS, fill(client, HOLIDAYS, notice=NOTICE))
    sent = {field.html_name: field.value() for field in first.context["form"]}
    SpecialDayFactory(day=date(2027, 1, 1))
    again = client.post(HOLIDAYS, sent)
    assert (again.status_code, again.context["plan"][0].is_news, SpecialDay.objects.count()) == (200, False, 1)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"year": "2027", "notice": ""}, {"notice": ["系统里还没有2027年的安排，请粘贴国务院办公厅通知的原文。"]}),
        ({"year": "2029", "notice": ""}, {"year": ["请填写2000至2028之间的年份。"]}),
        ({"year": "明年", "notice": ""}, {"year": ["请填写整数。"]}),
    ],
)
def test_holidays_that_cannot_be_planned_are_told_at_the_field(secretary, signed_in, typed, said):
    client = signed_in(secretary)
    response = client.post(HOLIDAYS, fill(client, HOLIDAYS, **typed))
    assert (response.status_code, errors(response)) == (422, said)
