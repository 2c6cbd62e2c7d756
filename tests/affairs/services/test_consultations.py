"""Consultations: opening, mending, closing and concluding them, and what their numbers say."""

from datetime import timedelta

import pytest

from affairs import services
from affairs.enums import Decision, Voice
from affairs.selectors import OpinionCount, count_opinions
from members.models import Audience
from tests.affairs.regulations import (
    LATER,
    TEXT,
    ConsultationFactory,
    OpinionFactory,
    VersionFactory,
    answered,
    asked,
    concluded,
    drafted,
    say,
    staff_account,
    stored_again,
)
from tests.affairs.steps import told
from tests.conftest import TODAY
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
