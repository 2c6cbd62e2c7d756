"""Consultations and opinions: what is kept, what is refused, and that nobody finds out who was anonymous."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from affairs import services
from affairs.enums import ConsultationStatus, Decision, Voice
from affairs.models import Consultation, Opinion
from affairs.selectors import OpinionCount, count_opinions
from members.models import Audience
from tests.affairs.regulations import (
    LATER,
    TEXT,
    ConsultationFactory,
    OpinionFactory,
    PointFactory,
    VersionFactory,
    answered,
    asked,
    concluded,
    drafted,
    say,
    staff_account,
    stored_again,
)
from tests.affairs.steps import told, verbs
from tests.conftest import TODAY
from tests.members.factories import AccountFactory, UnionGroupFactory
from unionoffice.refusal import Refused
from unionoffice.richtext import plain
from unionoffice.rules import set_rule

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)


class TestOpen:
    def test_is_numbered_and_tells_everybody_asked(self, secretary, teacher):
        consultation = asked(secretary, days=10)
        assert (stored_again(consultation).status, consultation.public_number) == ("open", "征求意见 2026-001")
        url = f"/affairs/consultations/{consultation.pk}/read/"
        assert told(teacher) == [("请您提意见：职工之家使用规则征求意见，12月2日截止", url)]

    def test_version_is_laid_before_them_and_cannot_be_changed_meanwhile(self, secretary):
        version = drafted(secretary)
        consultation = asked(secretary, version=version, text="")
        assert (plain(consultation.text), stored_again(version).status) == (TEXT, "consulting")
        with pytest.raises(Refused, match=r"^第1版现在是“征求意见”，不能修改。"):
            services.mend_version(version, changes={"text": LATER}, by=secretary)

    def test_text_of_the_version_is_that_of_the_day_of_opening(self, secretary):
        version = drafted(secretary)
        consultation = ConsultationFactory(regulation_version=version, text=TEXT)
        services.mend_version(version, changes={"text": LATER}, by=secretary)
        services.open_consultation(consultation, by=secretary, on=TODAY)
        assert plain(stored_again(consultation).text) == LATER

    def test_last_day_that_is_over_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^截止日期已经过了，请先修改截止日期。$"):
            services.open_consultation(ConsultationFactory(closes_on=YESTERDAY), by=secretary, on=TODAY)

    def test_audience_without_anybody_is_refused(self, secretary):
        retired = Audience.objects.get(key="retired")
        with pytest.raises(Refused, match=r"^“退休教职工”现在没有人有账号，请另选征求范围。$"):
            services.open_consultation(ConsultationFactory(audience=retired), by=secretary, on=TODAY)

    def test_version_that_is_no_draft_is_refused(self, secretary):
        version = VersionFactory(status="deliberating")
        with pytest.raises(Refused, match=r"现在是“审议”，只有起草中的版本可以征求意见。$"):
            asked(secretary, version=version)

    def test_second_on_the_same_version_is_refused(self, secretary):
        version = drafted(secretary)
        ConsultationFactory(regulation_version=version)
        with pytest.raises(Refused, match=r"已经有一次征求意见，不用再起草。$"):
            asked(secretary, version=version)

    def test_mended_only_before_it_is_opened(self, secretary):
        consultation = services.mend_consultation(ConsultationFactory(), changes={"title": "新标题"}, by=secretary)
        assert stored_again(consultation).title == "新标题"
        with pytest.raises(Refused, match=r"^已经开始征求意见，内容不能再改。"):
            services.mend_consultation(asked(secretary), changes={"title": "新标题"}, by=secretary)

    @pytest.mark.parametrize(("days", "short"), [(5, True), (6, False)])
    def test_fewer_days_than_the_rule_wants_are_told(self, days, short):
        consultation = ConsultationFactory(closes_on=TODAY + timedelta(days=days))
        assert services.is_too_short(consultation, TODAY) is short

    def test_rule_is_that_of_the_day(self, secretary):
        consultation = ConsultationFactory(closes_on=TODAY + timedelta(days=6))
        set_rule("affairs.consultation.days", 10, valid_from=TODAY, source="本校规定", by=secretary)
        assert (services.is_too_short(consultation, TODAY), services.is_too_short(consultation, YESTERDAY)) == (
            True,
            False,
        )

    def test_extended_it_tells_them_once_more(self, secretary, teacher):
        consultation = asked(secretary, days=3)
        services.extend_consultation(consultation, closes_on=TODAY + timedelta(days=9), by=secretary, on=TODAY)
        assert told(teacher)[-1][0] == "征求意见延期：职工之家使用规则征求意见，延至12月1日"
        with pytest.raises(Refused, match=r"^新的截止日期要晚于12月1日。$"):
            services.extend_consultation(consultation, closes_on=TOMORROW, by=secretary, on=TODAY)
        services.close_consultation(consultation, by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^只有征求意见期间可以延期。$"):
            services.extend_consultation(consultation, closes_on=TOMORROW, by=secretary, on=TODAY)

    def test_withdrawn_its_version_is_a_draft_again(self, secretary):
        version = drafted(secretary)
        consultation = asked(secretary, version=version)
        with pytest.raises(Refused, match=r"^请写明撤回的原因。$"):
            services.withdraw_consultation(consultation, reason="", by=secretary)
        services.withdraw_consultation(consultation, reason="另行研究", by=secretary)
        assert (stored_again(version).status, stored_again(consultation).status) == ("draft", "withdrawn")
        assert asked(secretary, version=stored_again(version)).status == "open"


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

    @pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TODAY])
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


class TestConclude:
    def test_refused_while_an_opinion_is_in_no_point_or_a_point_has_no_answer(self, secretary):
        consultation = ConsultationFactory(status="answering")
        OpinionFactory(consultation=consultation)
        with pytest.raises(Refused, match=r"^还有1条意见没有归入要点，请全部归并后再公布。$"):
            services.conclude_consultation(consultation, conclusion="好", by=secretary, on=TODAY)
        services.gather_each(consultation, by=secretary)
        with pytest.raises(Refused, match=r"^还有1个要点没有答复，请逐条答复后再公布。$"):
            services.conclude_consultation(consultation, conclusion="好", by=secretary, on=TODAY)

    def test_without_words_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^请写明采纳情况说明。$"):
            services.conclude_consultation(
                ConsultationFactory(status="answering"), conclusion=" ", by=secretary, on=TODAY
            )

    def test_changed_text_becomes_a_new_version_that_is_deliberated(self, secretary, teacher):
        version = drafted(secretary, needs_congress=True)
        consultation = asked(secretary, version=version)
        say(consultation, teacher, passage=1)
        concluded(consultation, secretary, revised_text=LATER)
        kept = stored_again(consultation)
        new = kept.resulting_version
        assert (stored_again(version).status, plain(stored_again(version).text)) == ("replaced", TEXT)
        assert (new.status, new.number, plain(new.text)) == ("deliberating", 2, LATER)
        assert new.change_note == "按征求意见2026-001的采纳情况修改"
        assert told(teacher)[-1] == (
            "征求意见的采纳情况已公布：职工之家使用规则征求意见",
            f"/affairs/consultations/{consultation.pk}/",
        )

    @pytest.mark.parametrize("revised_text", ["", TEXT])
    def test_unchanged_version_goes_on_as_it_was(self, secretary, revised_text):
        version = drafted(secretary)
        kept = stored_again(concluded(asked(secretary, version=version), secretary, revised_text=revised_text))
        assert (kept.resulting_version, stored_again(version).status) == (version, "deliberating")

    def test_text_of_its_own_is_kept_before_and_after(self, secretary, teacher):
        kept = stored_again(concluded(asked(secretary), secretary, revised_text=LATER))
        assert (plain(kept.text), plain(kept.revised_text), kept.resulting_version) == (TEXT, LATER, None)
        assert kept.as_disclosure().title == "“职工之家使用规则征求意见”征求意见采纳情况"


class TestDailyRound:
    def test_closes_what_is_over_and_tells_the_clerk(self, secretary):
        consultation = asked(secretary, days=3)
        assert [services.keep_consultations(on=TODAY + timedelta(days=days)) for days in (3, 4, 4)] == [0, 1, 0]
        assert stored_again(consultation).status == "answering"
        assert told(secretary)[-1][0] == "征求意见已截止，请整理答复：职工之家使用规则征求意见"

    def test_reminds_everybody_alike_before_the_end_and_once(self, secretary, teacher):
        other = staff_account("卫东")
        consultation = asked(secretary, days=5)
        say(consultation, teacher)
        for days in (2, 3, 4):
            services.keep_consultations(on=TODAY + timedelta(days=days))
        sentence = "征求意见即将截止：职工之家使用规则征求意见，11月27日前都可以提"
        assert [[one for one, _url in told(person)].count(sentence) for person in (teacher, other)] == [1, 1]


def test_counts_leave_out_what_is_still_open(secretary, teacher, group_leader):
    group = group_leader.member.group_places.get().group
    over, running = asked(secretary), asked(secretary, title="另一次")
    for consultation in (over, running):
        say(consultation, teacher, voice=Voice.OPEN)
        say(consultation, teacher, voice=Voice.NAMED)
        say(consultation, teacher, voice=Voice.ANONYMOUS)
        say(consultation, group_leader, voice=Voice.GROUP, group=group, headcount=12)
    answered(over, secretary, decision=Decision.PARTLY)
    assert count_opinions([over.pk, running.pk]) == OpinionCount(
        by_voice={"open": 1, "named": 1, "anonymous": 1, "group": 1},
        people=1,
        in_groups=12,
        points={"partly": 4},
    )
