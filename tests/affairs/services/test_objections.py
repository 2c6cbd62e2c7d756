"""Objections as they come in and are settled, and how they stand in the way of a result."""

from datetime import date

import pytest

from affairs import services
from affairs.enums import CandidateResult, Finding, NoticeStatus, ObjectionWay
from affairs.models import Objection, PublicNotice
from affairs.services import Outcome
from tests.affairs.public_notices import (
    DAY_AFTER,
    LAST_DAY,
    MONDAY,
    anonymous,
    concluded,
    filed,
    objection_to,
    outcomes_of,
    posted,
    settled,
    submitted,
)
from tests.affairs.steps import told, verbs
from tests.conftest import make_actor
from tests.members.factories import MemberFactory
from unionoffice.codes import digest_of, new_slip, normalised
from unionoffice.inbox import Notice
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.rules import set_rule

pytestmark = pytest.mark.django_db

OVER = "公示期已过，不能再提出异议"


@pytest.fixture
def notice(secretary, principal):
    return posted(secretary, principal, people=[MemberFactory(name="张静怡"), MemberFactory(name="欧阳玥")])


def people_of(notice):
    return list(notice.candidates.all())


class TestNamed:
    def test_only_who_looks_into_it_is_told(self, notice, teacher, secretary, principal, chair, treasurer):
        before = {account: len(told(account)) for account in (secretary, principal, chair)}
        objection = filed(notice, teacher)
        assert (objection.name, objection.received_on, objection.way) == ("韩梅", MONDAY, ObjectionWay.ONLINE)
        for account, count in before.items():
            sentence = "收到对“市级优秀教师推荐人选公示”的异议，请认定。"
            assert told(account)[count:] == [(sentence, objection.get_absolute_url())]
        assert told(treasurer) == []

    def test_whoever_is_named_is_not_told_and_does_not_see_it(self, secretary, principal, chair, teacher):
        notice = posted(secretary, principal, people=[chair.member])
        objection = filed(notice, teacher)
        assert told(chair) == []
        assert list(Objection.objects.visible_to(chair)) == []
        assert list(Objection.objects.visible_to(secretary)) == [objection]

    def test_author_sees_their_own_and_nobody_elses(self, notice, teacher, delegate):
        own = filed(notice, teacher)
        filed(notice, delegate)
        anonymous(notice)
        assert list(Objection.objects.visible_to(teacher)) == [own]

    def test_on_the_last_day_it_is_in_time_and_the_day_after_not(self, notice, teacher):
        filed(notice, teacher, on=LAST_DAY)
        with pytest.raises(Refused, match=OVER):
            filed(notice, teacher, on=DAY_AFTER)

    def test_without_words_is_refused(self, notice, teacher):
        with pytest.raises(Refused, match="请写明异议的内容"):
            filed(notice, teacher, text="  ")

    def test_about_somebody_of_another_notice_is_refused(self, notice, secretary, principal, teacher):
        other = posted(secretary, principal).candidates.get()
        with pytest.raises(Refused, match="所选的人不在这份公示的名单里"):
            filed(notice, teacher, candidate=other)

    def test_against_what_does_not_hang_is_refused(self, secretary, principal, teacher):
        with pytest.raises(Refused, match=OVER):
            filed(submitted(secretary), teacher)


class TestRecorded:
    def test_stands_in_the_history_without_its_author(self, notice, secretary):
        objection = objection_to(notice, way=ObjectionWay.WRITTEN, name="孙明", received_on=LAST_DAY)
        services.record_objection(objection, by=secretary, on=DAY_AFTER)
        assert (objection.name, objection.filed_by) == ("孙明", None)
        assert verbs(notice)[-1] == ("陈静", "登记一条异议（书面）")

    def test_anonymous_letter_keeps_no_name(self, notice, secretary):
        objection = objection_to(
            notice, way=ObjectionWay.WRITTEN, name="孙明", contact="1380", is_anonymous=True, received_on=MONDAY
        )
        services.record_objection(objection, by=secretary, on=MONDAY)
        assert (objection.name, objection.contact) == ("", "")

    @pytest.mark.parametrize("day", [date(2026, 11, 8), DAY_AFTER])
    def test_day_outside_the_time_is_refused(self, notice, secretary, day):
        objection = objection_to(notice, way=ObjectionWay.SPOKEN, name="孙明", received_on=day)
        with pytest.raises(Refused, match="收到日期应在公示期内"):
            services.record_objection(objection, by=secretary, on=DAY_AFTER)

    def test_without_a_name_it_must_say_that_it_is_anonymous(self, notice, secretary):
        objection = objection_to(notice, way=ObjectionWay.SPOKEN, received_on=MONDAY)
        with pytest.raises(Refused, match="没有署名的请选“匿名”"):
            services.record_objection(objection, by=secretary, on=MONDAY)


class TestSettled:
    def test_named_objector_is_answered_and_the_history_tells_the_finding(self, notice, teacher, secretary):
        objection = settled(filed(notice, teacher), secretary, finding="partly", reply="评分表已补充。")
        assert (objection.finding, objection.handled_by, objection.handled_on) == ("partly", secretary, MONDAY)
        assert told(teacher)[-1] == (
            "您对“市级优秀教师推荐人选公示”的异议已有答复。",
            objection.get_absolute_url(),
        )
        assert verbs(notice)[-1] == ("陈静", "认定一条异议：部分属实")

    def test_twice_is_refused(self, notice, teacher, secretary):
        objection = settled(filed(notice, teacher), secretary)
        with pytest.raises(Refused, match="已经认定过"):
            settled(objection, secretary, finding="true")

    def test_by_who_brought_it_up_is_refused(self, notice, chair):
        with pytest.raises(Refused, match="不能认定自己提出的异议"):
            settled(filed(notice, chair), chair)

    def test_by_who_is_named_is_refused(self, secretary, principal, chair, teacher):
        notice = posted(secretary, principal, people=[chair.member])
        with pytest.raises(Refused, match="应当回避"):
            settled(filed(notice, teacher), chair)

    def test_without_a_reason_is_refused(self, notice, teacher, secretary):
        with pytest.raises(Refused, match="请写明核查的情况"):
            settled(filed(notice, teacher), secretary, text=" ")


class TestConclusion:
    def test_every_candidate_passes(self, notice, secretary):
        concluded(notice, secretary)
        stored = PublicNotice.objects.get(pk=notice.pk)
        assert (stored.status, stored.result, stored.concluded_on) == (
            NoticeStatus.CONCLUDED,
            CandidateResult.PASSED,
            DAY_AFTER,
        )
        assert stored.shown_until == date(2026, 12, 17)
        assert [one.result for one in people_of(stored)] == ["passed", "passed"]
        assert verbs(notice)[-1] == ("陈静", "结束公示")

    def test_one_who_fails_makes_it_a_part(self, notice, secretary):
        first, second = people_of(notice)
        outcomes = {first.pk: Outcome("passed"), second.pk: Outcome("failed", "材料不实。")}
        services.conclude_notice(notice, outcomes=outcomes, conclusion="", by=secretary, on=DAY_AFTER)
        assert notice.result == CandidateResult.PARTLY

    @pytest.mark.parametrize("day", [MONDAY, LAST_DAY])
    def test_before_its_last_day_has_ended_is_refused(self, notice, secretary, day):
        with pytest.raises(Refused, match="公示期到2026年11月16日24时才满"):
            concluded(notice, secretary, on=day)
        assert [one.result for one in people_of(notice)] == ["", ""]

    def test_while_an_objection_waits_is_refused(self, notice, secretary, teacher):
        objection = filed(notice, teacher)
        with pytest.raises(Refused, match="还有1条异议没有认定。请先逐条认定，再结束公示。"):
            concluded(notice, secretary)
        settled(objection, secretary)
        assert concluded(notice, secretary).result == CandidateResult.PASSED

    def test_after_an_extension_only_the_new_last_day_counts(self, notice, secretary):
        services.extend_notice(notice, days=2, reason="补充材料", by=secretary, on=MONDAY)
        with pytest.raises(Refused, match="11月18日24时"):
            concluded(notice, secretary, on=DAY_AFTER)

    def test_without_a_result_for_everybody_is_refused(self, notice, secretary):
        first, _second = people_of(notice)
        with pytest.raises(Refused, match="欧阳玥还没有结果"):
            services.conclude_notice(
                notice, outcomes={first.pk: Outcome("passed")}, conclusion="", by=secretary, on=DAY_AFTER
            )

    @pytest.mark.parametrize("result", ["partly", "failed"])
    def test_who_does_not_pass_is_told_why(self, notice, secretary, result):
        with pytest.raises(Refused, match="张静怡没有全部通过，请写明原因"):
            concluded(notice, secretary, result=result)

    @pytest.mark.parametrize("finding", ["true", "partly"])
    def test_upheld_against_somebody_they_pass_only_with_a_reason(self, notice, secretary, teacher, finding):
        first, _second = people_of(notice)
        settled(filed(notice, teacher, candidate=first), secretary, finding=finding)
        with pytest.raises(Refused, match="针对张静怡的异议认定属实，仍然通过的请写明理由"):
            concluded(notice, secretary)
        outcomes = outcomes_of(notice) | {first.pk: Outcome("passed", "不影响评选条件。")}
        services.conclude_notice(notice, outcomes=outcomes, conclusion="", by=secretary, on=DAY_AFTER)
        assert people_of(notice)[0].result_note == "不影响评选条件。"

    @pytest.mark.parametrize("finding", ["untrue", "unverifiable"])
    def test_what_was_not_upheld_asks_nothing(self, notice, secretary, teacher, finding):
        settled(filed(notice, teacher, candidate=people_of(notice)[0]), secretary, finding=finding)
        assert concluded(notice, secretary).result == CandidateResult.PASSED

    def test_upheld_against_the_whole_notice_the_conclusion_says_what_was_done(self, notice, secretary, teacher):
        settled(filed(notice, teacher), secretary, finding=Finding.TRUE)
        with pytest.raises(Refused, match="请在结论里写明如何处理"):
            concluded(notice, secretary, conclusion=" ")
        assert (
            concluded(notice, secretary, conclusion="已重新评审，结果不变。").conclusion == "已重新评审，结果不变。"
        )

    def test_document_follows(self, notice, secretary):
        concluded(notice, secretary)
        services.document_notice(notice, document_no=" 明中发〔2026〕18号 ", document_on=DAY_AFTER, by=secretary)
        assert (notice.status, notice.document_no) == (NoticeStatus.DOCUMENTED, "明中发〔2026〕18号")

    def test_document_before_the_end_is_refused(self, notice, secretary):
        concluded(notice, secretary)
        with pytest.raises(Refused, match="发文日期不能早于公示结束的日期"):
            services.document_notice(notice, document_no="1号", document_on=LAST_DAY, by=secretary)


class TestAnonymous:
    def test_same_form_sent_twice_is_one_objection_with_one_code(self, notice):
        slip = new_slip()
        codes = {services.object_anonymously(objection_to(notice), slip=slip, on=MONDAY) for _twice in range(2)}
        assert (len(codes), Objection.objects.count()) == (1, 1)
        assert Objection.objects.get().code_digest == digest_of(normalised(codes.pop()))

    def test_late_is_refused(self, notice):
        with pytest.raises(Refused, match=OVER):
            anonymous(notice, on=DAY_AFTER)

    def test_flood_is_stopped_by_the_day_without_asking_for_anybody(self, notice, secretary):
        set_rule("affairs.notice_objections_a_day", 2, valid_from=MONDAY, source="试行", by=secretary)
        for _twice in range(2):
            services.object_anonymously(objection_to(notice), slip=new_slip(), on=MONDAY)
        with pytest.raises(Refused, match="今天收到的匿名异议已经很多"):
            services.object_anonymously(objection_to(notice), slip=new_slip(), on=MONDAY)
        services.object_anonymously(objection_to(notice), slip=new_slip(), on=date(2026, 11, 10))

    def test_nobody_is_told_at_that_moment_but_by_the_morning_run(self, notice, secretary):
        told_before = Notice.objects.count()
        anonymous(notice)
        assert (Notice.objects.count(), len(verbs(notice))) == (told_before, 5)
        services.remind_of_notices(on=date(2026, 11, 10))
        services.remind_of_notices(on=date(2026, 11, 11))
        assert [sentence for sentence, _url in told(secretary) if "异议" in sentence] == [
            "“市级优秀教师推荐人选公示”有1条异议待认定。"
        ]


class TestMorning:
    def test_result_is_asked_for_once_when_time_is_over(self, notice, secretary):
        services.remind_of_notices(on=LAST_DAY)
        assert all("期满" not in sentence for sentence, _url in told(secretary))
        services.remind_of_notices(on=DAY_AFTER)
        services.remind_of_notices(on=date(2026, 11, 18))
        assert [sentence for sentence, _url in told(secretary) if "已满" in sentence] == [
            "“市级优秀教师推荐人选公示”公示期已满，请填写结果。"
        ]

    def test_party_secretary_looks_into_the_schools_but_not_the_unions(self, secretary, principal, chair, teacher):
        party = make_actor(Role.PARTY_SECRETARY, "书记")
        school = filed(posted(secretary, principal), teacher)
        filed(posted(secretary, chair, sphere="union"), teacher)
        assert list(Objection.objects.visible_to(party)) == [school]
