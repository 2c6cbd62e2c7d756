"""Forms over a record that somebody saved meanwhile; the whole way is walked in the tests of members and funds."""

from datetime import date

import pytest
from django import forms
from django.http import QueryDict

from members.models import Department, Member
from tests.members.factories import DepartmentFactory, MemberFactory
from unionoffice.audit import LogEntry
from unionoffice.pages import DayInput, stale
from unionoffice.pages.stale import Clash


class Fields(forms.Form):
    """One field of each sort that a browser sends in its own way."""

    edited = None

    words = forms.CharField(label="说明", widget=forms.Textarea)
    day = forms.DateField(label="日期", widget=DayInput())
    kind = forms.ChoiceField(label="类别", choices=[("a", "甲"), ("b", "乙")])
    many = forms.MultipleChoiceField(label="范围", choices=[("a", "甲"), ("b", "乙")])
    agreed = forms.BooleanField(label="同意", required=False)
    department = forms.ModelChoiceField(Department.objects.all(), label="部门", required=False)
    paper = forms.FileField(label="附件", required=False)


def form_over(record, **initial):
    form = Fields(initial=initial)
    form.edited = record
    stale.watch(form)
    return form


def sent(form, **typed):
    """What the browser sends after its user typed something over the form."""
    data = QueryDict(mutable=True)
    for name in form.fields:
        if name != "paper":
            data.setlist(name, stale.as_sent(form[name]))
    for name, values in typed.items():
        data.setlist(name, values)
    answered = Fields(data)
    answered.edited = form.edited
    stale.watch(answered)
    answered.is_valid()
    return answered


VALUES = {"words": "第一行\n第二行", "day": date(2026, 3, 8), "kind": "a", "many": ["a", "b"], "agreed": True}
UNTOUCHED = {"words": ["第一行\n第二行"], "day": ["2026-03-08"], "kind": ["a"], "many": ["a", "b"], "agreed": ["on"]}


def test_value_is_known_as_the_browser_sends_it_back():
    form = Fields(initial=VALUES)
    assert {name: stale.as_sent(form[name]) for name in VALUES} == UNTOUCHED
    assert stale.as_sent(Fields(initial={"agreed": False})["agreed"]) == []
    assert stale.as_sent(Fields()["words"]) == [""]


@pytest.mark.django_db
def test_fields_left_alone_take_what_the_record_says_now():
    record, department = MemberFactory(), DepartmentFactory()
    old = form_over(record, **VALUES)
    new = {"words": "改过", "day": date(2026, 5, 4), "kind": "b", "many": ["b"], "agreed": False}
    answered = sent(old, words=["第一行\r\n第二行"])
    data, meanwhile = stale.caught_up(answered, form_over(record, **new, department=department.pk))
    assert {name: data.getlist(name) for name in (*new, "department")} == {
        "words": ["改过"],
        "day": ["2026-05-04"],
        "kind": ["b"],
        "many": ["b"],
        "agreed": [],
        "department": [str(department.pk)],
    }
    assert meanwhile.clashes == ()


@pytest.mark.django_db
def test_fields_that_both_changed_are_shown_in_words():
    record, ours, theirs = MemberFactory(), DepartmentFactory(name="语文组"), DepartmentFactory(name="数学组")
    old = form_over(record, kind="a", many=["a"], agreed=True, words="旧", day=date(2026, 3, 8))
    answered = sent(old, words=["我的"], many=["a", "b"], agreed=[], department=[str(ours.pk)])
    now = form_over(record, kind="b", many=["b"], agreed=True, words="别人的", department=theirs.pk)
    data, meanwhile = stale.caught_up(answered, now)
    assert meanwhile.clashes == (
        Clash("说明", "别人的", "我的"),
        Clash("范围", "乙", "甲、乙"),
        Clash("部门", str(theirs), str(ours)),
    )
    assert {name: data.getlist(name) for name in ("words", "many", "agreed", "kind", "department")} == {
        "words": ["我的"],
        "many": ["a", "b"],
        "agreed": [],
        "kind": ["b"],
        "department": [str(ours.pk)],
    }


@pytest.mark.django_db
def test_both_changed_to_the_same_is_no_clash():
    record = MemberFactory()
    answered = sent(form_over(record, kind="a"), kind=["b"])
    assert stale.caught_up(answered, form_over(record, kind="b"))[1].clashes == ()


@pytest.mark.django_db
def test_who_saved_last_is_told():
    record = MemberFactory()
    record.title = "高级教师"
    record.save()
    _data, meanwhile = stale.caught_up(sent(form_over(record)), form_over(record))
    assert meanwhile.last == LogEntry.objects.get_for_object(record).order_by("-pk").first()


@pytest.mark.django_db
def test_form_of_the_present_version_passes_and_an_older_one_does_not():
    record = MemberFactory()
    answered = sent(form_over(record, **VALUES))
    stale.ensure_current(answered)
    Member.objects.get(pk=record.pk).save()
    with pytest.raises(stale.Stale):
        stale.ensure_current(answered)


def test_form_over_nothing_that_counts_versions_is_left_alone():
    form = Fields()
    stale.watch(form)
    stale.ensure_current(form)
    assert stale.SEEN not in form.fields
