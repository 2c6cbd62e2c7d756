"""Drives for suggestions: planned, announced, concluded."""

from datetime import date

import pytest

from congress import services
from congress.enums import DriveStatus, SuggestionStatus
from congress.models import SuggestionDrive
from tests.conftest import TODAY, make_actor
from tests.congress.steps import notices, verbs
from tests.congress.suggestions import DriveFactory, SuggestionFactory
from tests.members.factories import AudienceFactory
from unionoffice.inbox import OutboxMessage, Robot
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

PLANNED, OPEN, CONCLUDED = DriveStatus.PLANNED, DriveStatus.OPEN, DriveStatus.CONCLUDED
AFTER = date(2026, 12, 1)


@pytest.fixture
def robot():
    return Robot.objects.create(name="教职工群", provider="wecom", url="https://example.invalid/", secret="")


def stored(drive):
    return SuggestionDrive.objects.get(pk=drive.pk)


class TestPlanning:
    def test_nobody_is_told(self, secretary, teacher):
        drive = services.plan_drive(DriveFactory.build(status=PLANNED, audience=AudienceFactory()), by=secretary)
        assert (stored(drive).status, notices(teacher), verbs(drive)) == (PLANNED, [], [("陈静", "登记征集活动")])

    def test_days_the_wrong_way_round_are_refused(self, secretary):
        drive = DriveFactory.build(status=PLANNED, to_on=date(2026, 11, 1))
        with pytest.raises(Refused, match="最后一天不能早于第一天"):
            services.plan_drive(drive, by=secretary)

    def test_once_announced_what_people_were_told_stays(self, secretary):
        drive = DriveFactory()
        for changes in ({"publishes": False}, {"audience": AudienceFactory()}):
            with pytest.raises(Refused, match="不能再改征集范围和是否公布"):
                services.mend_drive(drive, changes, by=secretary)
        services.mend_drive(drive, {"to_on": date(2026, 12, 10)}, by=secretary)
        assert stored(drive).to_on == date(2026, 12, 10)

    def test_concluded_one_is_not_changed(self, secretary):
        with pytest.raises(Refused, match="已经结束，不能修改"):
            services.mend_drive(DriveFactory(status=CONCLUDED), {"title": "另一个"}, by=secretary)

    def test_only_what_was_never_announced_is_thrown_away(self, secretary):
        services.discard_drive(DriveFactory(status=PLANNED), by=secretary)
        kept = DriveFactory()
        with pytest.raises(Refused, match="已经发布，不能删除"):
            services.discard_drive(kept, by=secretary)
        assert list(SuggestionDrive.objects.all()) == [kept]


class TestAnnouncing:
    def test_those_it_asks_are_told_and_the_groups(self, secretary, teacher, robot):
        outsider = make_actor(None, "林芳")
        audience = AudienceFactory(rule={"included": [teacher.member_id]})
        drive = services.open_drive(DriveFactory(status=PLANNED, audience=audience), by=secretary, on=TODAY)
        told = "“‘我为学校献一策’合理化建议征集”开始征集，请在2026年11月30日前提出您的建议。"
        assert (notices(teacher), notices(outsider), stored(drive).status) == ([told], [], OPEN)
        assert [message.sentence for message in OutboxMessage.objects.filter(robot=robot)] == [told]

    def test_whose_last_day_is_over_is_refused(self, secretary, teacher):
        drive = DriveFactory(status=PLANNED, to_on=date(2026, 11, 21))
        with pytest.raises(Refused, match="最后一天已经过去"):
            services.open_drive(drive, by=secretary, on=TODAY)
        assert (stored(drive).status, notices(teacher)) == (PLANNED, [])

    def test_day_before_the_last_those_who_gave_nothing_are_reminded_once(self, teacher):
        given = make_actor(None, "林芳")
        drive = DriveFactory(to_on=date(2026, 11, 23))
        SuggestionFactory(drive=drive, author=given.member)
        services.remind_of_drives(TODAY)
        services.remind_of_drives(TODAY)
        assert (len(notices(teacher)), notices(given)) == (1, [])


class TestConcluding:
    def test_outstanding_ones_are_chosen_and_their_authors_told(self, secretary):
        author, drive = make_actor(None, "林芳"), DriveFactory()
        best = SuggestionFactory(drive=drive, status=SuggestionStatus.DONE, author=author.member, number="2026-004")
        other = SuggestionFactory(drive=drive, status=SuggestionStatus.ANSWERED)
        services.conclude_drive(drive, outcome="收到2条", outstanding=[best], by=secretary, on=AFTER)
        best.refresh_from_db()
        other.refresh_from_db()
        assert (stored(drive).status, stored(drive).concluded_on, stored(drive).outcome) == (
            CONCLUDED,
            AFTER,
            "收到2条",
        )
        assert (best.is_outstanding, other.is_outstanding) == (True, False)
        assert "您的意见建议 2026-004被评为“‘我为学校献一策’合理化建议征集”优秀建议。" in notices(author)
        assert verbs(best)[-1] == ("陈静", "评为优秀建议")

    @pytest.mark.parametrize(
        ("on", "outcome", "sentence"),
        [
            (date(2026, 11, 30), "收到2条", "征集到2026年11月30日才截止"),
            (AFTER, " ", "请写明活动总结"),
        ],
    )
    def test_before_its_end_or_without_words_is_refused(self, secretary, on, outcome, sentence):
        with pytest.raises(Refused, match=sentence):
            services.conclude_drive(DriveFactory(), outcome=outcome, outstanding=[], by=secretary, on=on)

    def test_suggestion_of_elsewhere_or_without_an_answer_is_refused(self, secretary):
        drive = DriveFactory()
        for suggestion, sentence in (
            (SuggestionFactory(status=SuggestionStatus.DONE), "不是这次活动征集的建议"),
            (SuggestionFactory(drive=drive), "还没有答复，不能评为优秀建议"),
        ):
            with pytest.raises(Refused, match=sentence):
                services.conclude_drive(drive, outcome="好", outstanding=[suggestion], by=secretary, on=AFTER)
        assert stored(drive).status == OPEN
