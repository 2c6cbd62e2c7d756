"""Surveys from the draft to the end: the frozen roll, one answer each, and totals that betray nobody."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from affairs import services
from affairs.enums import SURVEY_MOVES, QuestionKind, SurveyStatus
from affairs.models import Survey, SurveyAnswer, SurveyPlace, SurveyQuestion
from affairs.models.survey_totals import total_of_choices
from affairs.services import Reply
from tests.affairs.steps import told, verbs
from tests.affairs.surveys import LAST_DAY, add, answer, closed, members_asked, recorded, running, survey
from tests.conftest import TODAY
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.refusal import Refused
from unionoffice.rules import set_rule

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

SINGLE, MULTIPLE, TEXT = QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.TEXT
SATISFACTION, SCALE = QuestionKind.SATISFACTION, QuestionKind.SCALE


def asked(made):
    return [(question.position, question.text) for question in made.questions.all()]


class TestQuestions:
    def test_stand_where_they_are_put_and_close_up(self, secretary):
        made = survey(secretary, questions=())
        for text, position in (("甲", 1), ("乙", 2), ("丙", 1), ("丁", 99)):
            add(made, TEXT, text=text, position=position, by=secretary)
        assert asked(made) == [(1, "丙"), (2, "甲"), (3, "乙"), (4, "丁")]
        moved = made.questions.get(text="丁")
        moved.position = 2
        services.save_question(made, moved, by=secretary)
        services.delete_question(made.questions.get(text="丙"), by=secretary)
        assert asked(made) == [(1, "丁"), (2, "甲"), (3, "乙")]

    @pytest.mark.parametrize(
        ("choices", "sentence"),
        [(["一"], "选择题至少要有两个选项，每行写一个。"), (["一", "一"], "选项有重复，请核对。")],
    )
    def test_choices_are_several_and_different(self, secretary, choices, sentence):
        made = survey(secretary, questions=())
        with pytest.raises(Refused, match=f"^{sentence}$"):
            add(made, SINGLE, choices, by=secretary)
        assert made.questions.count() == 0

    def test_several_choices_must_be_answered_and_fixed_ones_bring_their_own(self, secretary):
        made = survey(secretary, questions=())
        add(made, MULTIPLE, ["一", "二"], required=False, by=secretary)
        add(made, SATISFACTION, ["别的"], required=False, position=2, by=secretary)
        kept = [(one.is_required, one.options) for one in made.questions.all()]
        assert kept == [(True, ["一", "二"]), (False, ["非常满意", "满意", "基本满意", "不满意"])]

    def test_open_survey_stays_as_it_was_sent(self, secretary):
        made = running(secretary)
        for deed in (
            lambda: add(made, TEXT, by=secretary),
            lambda: services.delete_question(made.questions.get(), by=secretary),
            lambda: services.mend_survey(made, changes={"title": "改"}, by=secretary),
        ):
            with pytest.raises(Refused, match=r"^问卷已经发布，不能再修改。$"):
                deed()

    def test_copied_with_its_questions(self, secretary):
        made = closed(secretary)
        copied = services.copy_survey(made, by=secretary, on=TODAY)
        assert (copied.status, asked(copied), copied.closes_on) == ("draft", asked(made), None)
        assert copied.short_number != made.short_number


class TestOpen:
    def test_freezes_the_roll_and_tells_who_is_asked(self, secretary):
        reader = AccountFactory(name="读者")
        made = running(secretary)
        MemberFactory()
        assert (made.sent, made.minimum, SurveyPlace.objects.filter(survey=made).count()) == (made.sent, 5, made.sent)
        assert made.sent == 8
        assert told(reader) == [("请填写问卷“食堂满意度”，2026-11-29截止", f"/surveys/{made.pk}/")]

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"questions": ()}, "还没有题目，请先添加题目。"),
            ({"audience": None}, "还没有选择调查范围，请先修改问卷。"),
            ({"closes_on": None}, "请先修改问卷，填写今天或以后的截止日期。"),
            ({"closes_on": TODAY - timedelta(days=1)}, "请先修改问卷，填写今天或以后的截止日期。"),
        ],
    )
    def test_refused_where_something_is_missing(self, secretary, fields, sentence):
        MemberFactory.create_batch(6)
        made = survey(secretary, **fields)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.open_survey(made, by=secretary, on=TODAY)
        assert (Survey.objects.get().status, SurveyPlace.objects.count()) == ("draft", 0)

    def test_refused_where_there_could_never_be_totals(self, secretary):
        with pytest.raises(Refused, match=r"^调查范围只有4人，少于最少答卷数5份，结果不能公布。请扩大范围。$"):
            running(secretary, people=3)
        assert running(secretary, people=1).sent == 5

    def test_reminder_reaches_only_who_has_not_answered_once_a_day(self, secretary):
        made, first, second = running(secretary), AccountFactory(), AccountFactory()
        SurveyPlace.objects.create(survey=made, member=first.member)
        SurveyPlace.objects.create(survey=made, member=second.member)
        answer(made, 0, member=first.member_id)
        for _turn in range(2):
            services.remind_of_survey(made, by=secretary, on=TODAY)
        assert told(first) == []
        assert told(second) == [("问卷“食堂满意度”还没有填写，2026-11-29截止", f"/surveys/{made.pk}/")]

    def test_only_a_running_one_reminds(self, secretary):
        with pytest.raises(Refused, match=r"^只有进行中的问卷可以提醒。$"):
            services.remind_of_survey(survey(secretary), by=secretary, on=TODAY)


class TestAnswer:
    def test_second_hand_in_is_refused_and_changes_nothing(self, secretary):
        made = running(secretary)
        member = members_asked(made)[0]
        answer(made, 0, member=member)
        with pytest.raises(Refused, match=r"^您已经填写过这份问卷，每人填写一次。$"):
            answer(made, 3, member=member)
        assert list(SurveyAnswer.objects.values_list("choice", flat=True)) == [0]

    def test_who_is_not_asked_and_who_comes_late_is_refused(self, secretary):
        made = running(secretary)
        with pytest.raises(Refused, match=r"^您不在这份问卷的调查范围内。$"):
            answer(made, 0, member=MemberFactory().pk)
        late = members_asked(made)[0]
        services.close_survey(made, by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^问卷已经结束，不能再填写。$"):
            answer(made, 0, member=late)

    @pytest.mark.parametrize(
        ("said", "sentence"),
        [
            ([None, (0,), 0, None], "第1题还没有填写。"),
            ([0, (), 0, None], "第2题还没有填写。"),
            ([2, (0,), 0, None], "第1题的填写不符合题型，请重新选择。"),
            ([(0, 1), (0,), 0, None], "第1题的填写不符合题型，请重新选择。"),
            (["字", (0,), 0, None], "第1题的填写不符合题型，请重新选择。"),
            ([0, (0, 9), 0, None], "第2题的填写不符合题型，请重新选择。"),
            ([0, (0,), 5, None], "第3题的填写不符合题型，请重新选择。"),
            ([0, (0,), 0, 1], "第4题的填写不符合题型，请重新选择。"),
        ],
    )
    def test_what_does_not_fit_a_question_is_refused_whole(self, secretary, said, sentence):
        made = survey(secretary, questions=((SINGLE, ["一", "二"]), (MULTIPLE, ["一", "二"]), (SCALE, ())))
        add(made, TEXT, required=False, position=4, by=secretary)
        MemberFactory.create_batch(5)
        services.open_survey(made, by=secretary, on=TODAY)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            answer(made, *said)
        assert (SurveyAnswer.objects.count(), SurveyPlace.objects.filter(answered=True).count()) == (0, 0)

    def test_each_choice_is_a_row_and_blanks_are_none(self, secretary):
        made = survey(secretary, questions=((MULTIPLE, ["一", "二", "三"]),))
        add(made, TEXT, required=False, position=2, by=secretary)
        MemberFactory.create_batch(5)
        services.open_survey(made, by=secretary, on=TODAY)
        answer(made, (2, 0, 2), "  ")
        answer(made, (1,), " 好 ")
        rows = SurveyAnswer.objects.order_by("question__position", "choice").values_list("choice", "text")
        assert list(rows) == [(0, ""), (1, ""), (2, ""), (None, "好")]


class TestEnd:
    def test_numbers_are_frozen_with_the_satisfaction(self, secretary):
        made = closed(secretary, answers=[0, 0, 1, 2, 3])
        kept = Survey.objects.get()
        assert (kept.status, kept.closed_on, kept.sent, kept.answered) == ("closed", TODAY, 7, 5)
        assert (kept.satisfaction, kept.rate) == (Decimal("80.0"), Decimal("71.4"))
        assert verbs(made)[-1] == ("陈静", "结束")

    def test_rule_says_which_grades_are_satisfied(self, secretary):
        set_rule("affairs.survey.satisfied_with", "satisfied", valid_from=TODAY, source="校规", by=secretary)
        assert closed(secretary, answers=[0, 0, 1, 2, 3]).satisfaction == Decimal("60.0")

    def test_daily_run_ends_what_is_over_on_its_last_day(self, secretary):
        made = running(secretary)
        assert services.close_surveys(on=LAST_DAY) == 0
        assert services.close_surveys(on=LAST_DAY + timedelta(days=2)) == 1
        made.refresh_from_db()
        assert (made.closed_on, made.satisfaction, services.close_surveys(on=LAST_DAY)) == (LAST_DAY, None, 0)

    def test_answers_are_written_anew_in_the_order_of_their_keys(self, secretary):
        made = running(secretary)
        for choice in (0, 1, 2, 3, 0):
            answer(made, choice)
        before = set(SurveyAnswer.objects.values_list("pk", "choice"))
        services.close_survey(made, by=secretary, on=TODAY)
        assert set(SurveyAnswer.objects.values_list("pk", "choice")) == before

    def test_draft_is_given_up_for_a_reason(self, secretary):
        made = survey(secretary)
        with pytest.raises(Refused, match=r"^请写明作废的原因。$"):
            services.discard_survey(made, reason=" ", by=secretary)
        assert services.discard_survey(made, reason="不做了", by=secretary).status == "discarded"


class TestTotals:
    def test_nothing_before_the_end_or_below_the_minimum(self, secretary):
        made = running(secretary)
        for _turn in range(4):
            answer(made, 0)
        assert made.totals() == []
        services.close_survey(made, by=secretary, on=TODAY)
        assert (made.has_enough, made.totals(), made.satisfaction) == (False, [], None)

    def test_minimum_is_the_one_that_held_when_it_opened(self, secretary):
        made = running(secretary)
        set_rule("affairs.survey.minimum", 2, valid_from=TODAY, source="校规", by=secretary)
        for _turn in range(4):
            answer(made, 0)
        assert services.close_survey(made, by=secretary, on=TODAY).totals() == []

    def test_each_kind_is_told_in_its_way(self, secretary):
        questions = ((SINGLE, ["一", "二"]), (MULTIPLE, ["甲", "乙"]), (SCALE, ()), (SATISFACTION, ()), (TEXT, ()))
        answers = [[n % 2, (0, 1) if n else (1,), n, min(n, 3), f"话{n}"] for n in range(5)]
        totals = closed(secretary, questions=questions, answers=answers).totals()
        shown = [(total.count, [(option.count, option.share) for option in total.options]) for total in totals]
        assert shown == [
            (5, [(3, Decimal("60.0")), (2, Decimal("40.0"))]),
            (5, [(4, Decimal("80.0")), (5, Decimal("100.0"))]),
            (5, [(1, Decimal("20.0"))] * 5),
            (5, [(1, Decimal("20.0"))] * 3 + [(2, Decimal("40.0"))]),
            (5, []),
        ]
        assert [total.summary for total in totals] == ["", "", "平均3.0分", "满意度60.0%", ""]
        assert set(totals[4].texts) == {f"话{n}" for n in range(5)}

    @pytest.mark.parametrize("kind", [SATISFACTION, TEXT])
    def test_question_that_too_few_answered_says_nothing_at_all(self, secretary, kind):
        made = survey(secretary, questions=((SINGLE, ["一", "二"]),))
        add(made, kind, required=False, position=2, by=secretary)
        MemberFactory.create_batch(6)
        services.open_survey(made, by=secretary, on=TODAY)
        for turn in range(6):
            answer(made, 0, None if turn > 3 else ("话" if kind == TEXT else 0))
        first, second = services.close_survey(made, by=secretary, on=TODAY).totals()
        assert (first.enough, second.enough) == (True, False)
        assert (second.count, second.options, second.texts, second.satisfied) == (0, (), (), None)

    @given(st.lists(st.integers(0, 3), max_size=60), st.integers(1, 12))
    def test_choices_add_up_to_the_answers_or_nothing_is_told(self, chosen, minimum):
        counts = [chosen.count(place) for place in range(4)]
        question = SurveyQuestion(kind=SATISFACTION)
        total = total_of_choices(question, counts, answered=len(chosen), minimum=minimum, on=TODAY)
        told_counts = [option.count for option in total.options]
        assert total.enough == (len(chosen) >= minimum)
        assert told_counts == (counts if total.enough else [])
        assert (total.count, sum(told_counts)) == ((len(chosen),) * 2 if total.enough else (0, 0))

    def test_disclosure_tells_totals_and_no_words_of_anybody(self, secretary):
        made = closed(secretary, questions=((SATISFACTION, ()), (TEXT, ())), answers=[[0, "机密"]] * 5)
        draft = made.as_disclosure()
        assert draft.title == "“食堂满意度”结果"
        assert draft.body.splitlines() == [
            "“食堂满意度”于2026年11月22日结束，发放7份，回收5份，满意度100.0%。",
            "1. 问题1（满意度100.0%）：非常满意100.0%，满意0.0%，基本满意0.0%，不满意0.0%。",
        ]


class TestPast:
    def test_is_taken_in_with_its_numbers(self, secretary):
        made = recorded(secretary)
        assert (made.status, made.rate, made.totals()) == ("closed", Decimal("98.3"), [])
        assert recorded(secretary, sent=None, answered=None).rate is None

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"closed_on": None}, "请填写结束日期，不能晚于今天。"),
            ({"closed_on": TODAY + timedelta(days=1)}, "请填写结束日期，不能晚于今天。"),
            ({"opened_on": TODAY}, "开始日期不能晚于结束日期。"),
            ({"answered": 121}, "回收份数不能多于发放份数，请核对。"),
        ],
    )
    def test_what_cannot_be_is_refused(self, secretary, fields, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            recorded(secretary, **fields)
        assert Survey.objects.count() == 0


def test_moves_that_the_table_does_not_allow_are_refused(secretary):
    deeds = {
        SurveyStatus.OPEN: lambda one: services.open_survey(one, by=secretary, on=TODAY),
        SurveyStatus.CLOSED: lambda one: services.close_survey(one, by=secretary, on=TODAY),
        SurveyStatus.DISCARDED: lambda one: services.discard_survey(one, reason="废", by=secretary),
    }
    made = {
        SurveyStatus.DRAFT: survey(secretary),
        SurveyStatus.OPEN: running(secretary),
        SurveyStatus.CLOSED: closed(secretary),
        SurveyStatus.DISCARDED: services.discard_survey(survey(secretary), reason="废", by=secretary),
    }
    for status, one in made.items():
        for to, deed in deeds.items():
            if to not in SURVEY_MOVES[status]:
                with pytest.raises(Refused, match=r"状态，不能"):
                    deed(one)
        one.refresh_from_db()
        assert one.status == status


def test_database_holds_the_end_and_the_numbers(secretary):
    made = running(secretary)
    for broken in (
        {"status": "closed"},
        {"closed_on": TODAY},
        {"sent": None},
        {"answered": 99},
        {"satisfaction": 101},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Survey.objects.filter(pk=made.pk).update(**broken)
    place = SurveyPlace.objects.filter(survey=made).first()
    with pytest.raises(IntegrityError), transaction.atomic():
        SurveyPlace.objects.filter(pk=place.pk).update(member=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        SurveyAnswer.objects.create(question=made.questions.get(), choice=1, text="两样")


def test_two_hand_ins_at_the_same_moment_count_once(at_the_same_moment):
    made = running()
    member = members_asked(made)[0]
    said = {made.questions.get().pk: Reply(choices=(0,))}
    outcomes = at_the_same_moment(*[lambda: services.answer_survey(made, said, member_id=member)] * 3)
    assert [isinstance(outcome, Refused) for outcome in outcomes].count(True) == 2
    assert SurveyAnswer.objects.count() == 1
