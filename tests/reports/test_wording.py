"""Sentences from figures: what was recorded is told, what wasn't is left out."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.wording import Sentence, paragraph, tells
from tests.reports.material import figure, material, said
from unionoffice.documents import Text, Value
from unionoffice.figures import Measure

VISITS = Sentence("一年来，", ("看望生病教职工[[ill]]", "祝贺新婚[[wed]]", "合计[[money]]"))


def told(sentence, *figures):
    return said(sentence.runs(material(*figures)))


def test_all_clauses_are_told_in_their_order():
    figures = figure("ill", 3, "人次"), figure("wed", 1, "人次"), figure("money", Decimal(4200), "元", Measure.SUM)
    assert told(VISITS, *figures) == "一年来，看望生病教职工3人次，祝贺新婚1人次，合计4,200.00元。"


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ([figure("wed", 1, "人次")], "一年来，祝贺新婚1人次。"),
        ([figure("ill", 0, "人次"), figure("wed", 1, "人次")], "一年来，祝贺新婚1人次。"),
        (
            [figure("ill", 2, "人次"), figure("wed", 0), figure("money", Decimal("0.00"))],
            "一年来，看望生病教职工2人次。",
        ),
    ],
    ids=["not counted", "counted as none", "no money"],
)
def test_clause_of_which_nothing_was_recorded_is_left_out(figures, sentence):
    assert told(VISITS, *figures) == sentence


@pytest.mark.parametrize("figures", [[], [figure("ill", 0), figure("wed", 0)], [figure("other", 5)]])
def test_sentence_without_any_clause_is_left_out_whole(figures):
    assert VISITS.runs(material(*figures)) == []


def test_clause_of_two_figures_needs_both():
    clause = "为[[people]]慰问[[times]]"
    both = material(figure("people", 2), figure("times", 3, "次"))
    assert tells(clause, both) is True
    assert tells(clause, material(figure("people", 2))) is False
    assert tells(clause, material(figure("people", 2), figure("times", 0))) is False
    assert said(Sentence("", (clause,)).runs(both)) == "为2人慰问3次。"


def test_closing_is_the_sentences_own():
    assert (
        told(Sentence("工会现有", ("女会员[[women]]",), "，依法维护。"), figure("women", 7))
        == "工会现有女会员7人，依法维护。"
    )


def test_figure_in_a_sentence_keeps_its_key_and_leads_to_its_records():
    runs = Sentence("共", ("慰问[[ill]]",)).runs(material(figure("ill", 3, "人次")))
    assert runs == [Text("共"), Text("慰问"), Value("3人次", "ill", "/list/?figure=ill"), Text("。")]


def test_sentences_of_a_paragraph_follow_each_other_and_empty_ones_leave_no_trace():
    silent, open_ended = Sentence("其中，", ("新婚[[wed]]",)), Sentence("", ("生病[[ill]]",))
    [whole] = paragraph(material(figure("ill", 3)), silent, open_ended, open_ended)
    assert said(whole.content) == "生病3人。生病3人。"


def test_paragraph_of_nothing_is_none():
    assert paragraph(material(), VISITS, VISITS) == []


KEYS = ("a", "b.c", "d_1.e")


@given(st.dictionaries(st.sampled_from(KEYS), st.integers(0, 9)), st.lists(st.sampled_from(KEYS), max_size=6))
def test_sentence_tells_exactly_the_clauses_that_have_something_to_tell(values, wanted):
    clauses = [f"{key}：[[{key}]]" for key in wanted]
    runs = Sentence("", clauses).runs(material(*(figure(key, value) for key, value in values.items())))
    assert [run.key for run in runs if isinstance(run, Value)] == [key for key in wanted if values.get(key)]
    assert "[[" not in said(runs)
