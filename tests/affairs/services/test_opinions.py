"""Opinions and their answers: what is kept, what is refused, and that nobody finds out who was anonymous."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from affairs import services
from affairs.enums import ConsultationStatus, Voice
from affairs.models import Consultation, Opinion
from members.models import Audience
from tests.affairs.regulations import (
    ConsultationFactory,
    OpinionFactory,
    PointFactory,
    asked,
    say,
)
from tests.affairs.steps import verbs
from tests.conftest import TODAY
from tests.members.factories import AccountFactory, UnionGroupFactory
from unionoffice.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)


class TestSay:
    def test_signed_one_is_its_authors(self, secretary, teacher):
        consultation = asked(secretary)
        assert say(consultation, teacher, " 标准偏低。 ", passage=1) is True
        kept = Opinion.objects.get()
        assert (kept.text, kept.member, kept.voice, kept.passage, kept.headcount) == (
            "标准偏低。",
            teacher.member,
            "named",
            1,
            1,
        )

    def test_same_form_sent_twice_is_one_opinion(self, secretary, teacher):
        consultation, once = asked(secretary), uuid4()
        sent = [say(consultation, teacher, voice=voice, once=once) for voice in (Voice.ANONYMOUS, Voice.ANONYMOUS)]
        assert (sent, Opinion.objects.count()) == ([True, False], 1)

    @pytest.mark.parametrize("day", [YESTERDAY, TODAY])
    def test_last_day_is_still_heard(self, secretary, teacher, day):
        consultation = asked(secretary, days=0)
        assert say(consultation, teacher, on=day) is True

    @pytest.mark.parametrize("status", set(ConsultationStatus) - {ConsultationStatus.OPEN})
    def test_outside_the_window_nobody_is_heard(self, teacher, status):
        with pytest.raises(Refused, match=r"^征求意见已经截止，不能再提交。$"):
            say(ConsultationFactory(status=status), teacher)

    def test_day_after_the_last_is_refused(self, secretary, teacher):
        with pytest.raises(Refused, match=r"^征求意见已经截止，不能再提交。$"):
            say(asked(secretary, days=0), teacher, on=TOMORROW)

    def test_who_is_not_asked_is_refused(self, secretary, teacher):
        consultation = asked(secretary)
        Consultation.objects.update(audience=Audience.objects.get(key="retired"))
        for author in (teacher, AccountFactory(member=None, employee_no="ops", name="运维")):
            with pytest.raises(Refused, match=r"^这次征求意见的范围是“退休教职工”，不包括您。$"):
                say(consultation, author, voice=Voice.ANONYMOUS)

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"text": "  "}, "请写下您的意见。"),
            ({"passage": 4}, "没有这一条，请重新选择。"),
            ({"passage": 0}, "没有这一条，请重新选择。"),
            ({"question": 2}, "没有这个问题，请重新选择。"),
            ({"headcount": 3}, "个人意见不用填写小组和人数。"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, secretary, teacher, fields, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            say(asked(secretary, questions="几点关门？"), teacher, **fields)

    def test_group_speaks_through_its_leader(self, secretary, group_leader):
        consultation = asked(secretary)
        group = group_leader.member.group_places.get().group
        say(consultation, group_leader, voice=Voice.GROUP, group=group, headcount=12)
        kept = Opinion.objects.get()
        assert (kept.group, kept.headcount, kept.shown_name(names=False)) == (group, 12, f"{group}（12人）")

    def test_group_that_somebody_else_leads_is_refused(self, secretary, teacher, group_leader):
        consultation = asked(secretary)
        other = UnionGroupFactory()
        for author, group in ((teacher, other), (group_leader, other), (group_leader, None)):
            with pytest.raises(Refused, match=r"^只有小组长可以提交本小组的集体意见。$"):
                say(consultation, author, voice=Voice.GROUP, group=group, headcount=3)

    @pytest.mark.parametrize(
        "fields",
        [
            {"voice": "anonymous", "headcount": 2},
            {"voice": "named"},
            {"voice": "group", "headcount": 3},
        ],
    )
    def test_row_that_does_not_tell_whose_it_is_as_its_voice_says_is_none(self, fields):
        with pytest.raises(IntegrityError, match="opinion_tells_whose_it_is_as_its_voice_says"), transaction.atomic():
            OpinionFactory(**fields)

    def test_anonymous_row_with_a_name_is_none(self, teacher):
        with pytest.raises(IntegrityError, match="opinion_tells_whose_it_is_as_its_voice_says"), transaction.atomic():
            OpinionFactory(member=teacher.member)


@pytest.mark.parametrize(
    ("voice", "own", "office"),
    [
        (Voice.OPEN, "韩梅", "韩梅"),
        (Voice.NAMED, "署名，不公布姓名", "韩梅"),
        (Voice.ANONYMOUS, "匿名", "匿名"),
    ],
)
def test_names_are_shown_as_their_owners_want(secretary, teacher, voice, own, office):
    say(asked(secretary), teacher, voice=voice)
    kept = Opinion.objects.get()
    assert (kept.shown_name(names=False), kept.shown_name(names=True)) == (own, office)


def everything():
    """Every row of every table, as the database has it."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- names of our own tables
            found[table] = sorted(repr(row) for row in cursor.fetchall())
    return found


def test_anonymous_opinion_leaves_one_row_and_no_trace_of_its_author(secretary, teacher, signed_in):
    """Handed in by the page as a person who is signed in: the only thing that changes anywhere is the opinion."""
    consultation = asked(secretary)
    client = signed_in(teacher)
    url = f"/affairs/consultations/{consultation.pk}/say/?passage=1"
    once = str(client.get(url).context["form"]["once"].value())
    before = everything()
    answer = client.post(url, {"text": "标准偏低。", "voice": "anonymous", "passage": "1", "once": once})
    after = everything()
    assert answer.status_code == 302
    changed = {table for table in after if after[table] != before[table]}
    assert changed == {"affairs_opinion"}
    kept = Opinion.objects.values().get()
    assert {name: value for name, value in kept.items() if name not in ("id", "once")} == {
        "consultation_id": consultation.pk,
        "point_id": None,
        "voice": "anonymous",
        "member_id": None,
        "group_id": None,
        "headcount": 1,
        "passage": 1,
        "question": None,
        "text": "标准偏低。",
    }
    assert (str(kept["once"]), client.get(answer.url).status_code) == (once, 200)
    assert everything() == after


def test_keys_of_opinions_do_not_tell_their_order(secretary, teacher):
    consultation = asked(secretary)
    for number in range(12):
        say(consultation, teacher, str(number), voice=Voice.ANONYMOUS)
    texts = list(Opinion.objects.values_list("text", flat=True))
    assert texts != sorted(texts, key=int)


class TestAnswer:
    def test_alike_ones_are_one_point_in_the_words_of_the_office(self, secretary, teacher):
        consultation = asked(secretary)
        for text in ("太低了。", "标准要提高。"):
            say(consultation, teacher, text, passage=1)
        services.close_consultation(consultation, by=secretary, on=TODAY)
        point = services.gather_opinions(consultation, Opinion.objects.all(), text=" 提高标准。 ", by=secretary)
        assert (point.number, point.passage, point.text, point.opinions.count()) == (1, 1, "提高标准。", 2)
        assert verbs(point) == [("陈静", "归并意见")]

    def test_several_without_words_are_refused(self, secretary):
        consultation = ConsultationFactory(status="answering")
        OpinionFactory.create_batch(2, consultation=consultation)
        with pytest.raises(Refused, match=r"^归并多条意见时，请写明意见要点。$"):
            services.gather_opinions(consultation, Opinion.objects.all(), by=secretary)
        with pytest.raises(Refused, match=r"^请至少选择一条意见。$"):
            services.gather_opinions(consultation, [], by=secretary)

    def test_of_another_consultation_are_refused(self, secretary):
        consultation = ConsultationFactory(status="answering")
        for told_to in ({"text": "要点"}, {"point": PointFactory()}):
            opinion = OpinionFactory(**({"consultation": consultation} if "point" in told_to else {}))
            with pytest.raises(Refused, match=r"^只能归并同一次征求意见的意见。$"):
                services.gather_opinions(consultation, [opinion], by=secretary, **told_to)

    def test_point_that_lost_its_last_opinion_goes(self, secretary):
        consultation = ConsultationFactory(status="answering")
        OpinionFactory.create_batch(2, consultation=consultation)
        services.gather_each(consultation, by=secretary)
        first, second = consultation.points.all()
        services.gather_opinions(consultation, second.opinions.all(), point=first, by=secretary)
        assert list(consultation.points.values_list("pk", flat=True)) == [first.pk]

    def test_points_follow_the_text_and_end_with_the_whole(self, secretary):
        consultation = ConsultationFactory(status="answering")
        for passage in (None, 3, 1, 2):
            OpinionFactory(consultation=consultation, passage=passage)
        assert services.gather_each(consultation, by=secretary) == 4
        assert list(consultation.points.values_list("passage", flat=True)) == [1, 2, 3, None]

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"decision": ""}, "请选择采纳、部分采纳或未采纳。"),
            ({"reason": " "}, "请写明理由：采纳的写明怎样修改，未采纳的写明原因。"),
            ({"decision": "declined", "new_wording": "改"}, "未采纳的意见没有修改内容，请留空。"),
        ],
    )
    def test_answer_that_says_too_little_or_too_much_is_refused(self, secretary, fields, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.answer_point(
                PointFactory(), **{"decision": "adopted", "reason": "已改。", **fields}, by=secretary
            )

    @pytest.mark.parametrize(
        ("status", "sentence"),
        [
            ("open", "还在征求意见，截止以后再整理答复。"),
            ("concluded", "答复已经公布或撤回，不能再改。"),
            ("withdrawn", "答复已经公布或撤回，不能再改。"),
        ],
    )
    def test_only_between_the_end_and_the_publication(self, secretary, status, sentence):
        consultation = ConsultationFactory(status=ConsultationStatus(status))
        point = PointFactory(consultation=consultation)
        opinion = OpinionFactory(consultation=consultation)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.answer_point(point, decision="adopted", reason="已改。", by=secretary)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.gather_opinions(consultation, [opinion], by=secretary)
