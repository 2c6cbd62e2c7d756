"""Writes to channels and to the paper copies that hang there."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from affairs import services
from affairs.enums import DisclosureStatus
from affairs.models import Channel, Posting
from tests.affairs.catalogue import ChannelFactory, PostingFactory
from tests.affairs.factories import DisclosureFactory, PostedFactory
from tests.affairs.steps import verbs
from tests.conftest import TODAY
from tests.unionoffice.attachments.files import photo, upload
from unionoffice.attachments import attachments_of
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def board():
    return ChannelFactory(name="大厅公开栏")


def put_up(disclosure, channel, by, **told):
    return services.put_up_copy(disclosure, channel, **{"up_on": TODAY, "on": TODAY, **told}, by=by)


class TestSaveChannel:
    def test_is_kept_and_told_in_the_trail(self, secretary):
        made = services.save_channel(Channel(name="会计室公开栏", place="会计室"), by=secretary)
        assert [str(channel) for channel in Channel.objects.all()] == ["会计室公开栏"]
        assert [entry.what for entry in trail_of(made)] == ["新建"]

    def test_out_of_use_while_something_hangs_is_refused(self, board, secretary):
        PostingFactory(channel=board)
        board.to_on = TODAY
        with pytest.raises(Refused, match="请先取下"):
            services.save_channel(board, by=secretary)


class TestPutUp:
    def test_records_where_and_when_with_a_photo(self, board, secretary):
        posting = put_up(PostedFactory(), board, secretary, photo=upload(photo(), "board.jpg"))
        assert (posting.channel, posting.up_on, posting.is_hanging) == (board, TODAY, True)
        assert attachments_of(posting).count() == 1
        assert verbs(posting) == [("陈静", "张贴"), ("陈静", "上传照片")]

    @pytest.mark.parametrize("day", [date(2026, 11, 20), TOMORROW])
    def test_day_before_it_was_public_or_to_come_is_refused(self, board, secretary, day):
        with pytest.raises(Refused, match="11月21日到2026年11月22日之间"):
            put_up(PostedFactory(), board, secretary, up_on=day)

    def test_what_is_not_on_the_board_is_refused(self, board, secretary):
        with pytest.raises(Refused, match="只有公开中的才能张贴"):
            put_up(DisclosureFactory(), board, secretary)

    def test_channel_out_of_use_is_refused(self, secretary):
        with pytest.raises(Refused, match="在这一天没有启用"):
            put_up(PostedFactory(), ChannelFactory(to_on=YESTERDAY), secretary)

    def test_second_copy_at_one_channel_is_refused(self, board, secretary):
        disclosure = PostedFactory()
        put_up(disclosure, board, secretary)
        with pytest.raises(Refused, match="不用再登记"):
            put_up(disclosure, board, secretary)

    def test_goes_up_again_after_it_came_down(self, board, secretary):
        disclosure = PostedFactory()
        first = put_up(disclosure, board, secretary)
        services.take_down_copy(first, down_on=TODAY, by=secretary, on=TODAY)
        put_up(disclosure, board, secretary)
        assert Posting.objects.hanging().count() == 1


class TestTakeDown:
    def test_records_the_day(self, secretary):
        posting = services.take_down_copy(PostingFactory(), down_on=TODAY, by=secretary, on=TODAY)
        assert (posting.down_on, posting.is_hanging) == (TODAY, False)
        assert verbs(posting)[-1] == ("陈静", "取下")

    @pytest.mark.parametrize("day", [YESTERDAY, TOMORROW])
    def test_day_before_it_went_up_or_to_come_is_refused(self, secretary, day):
        with pytest.raises(Refused, match="请修改日期"):
            services.take_down_copy(PostingFactory(), down_on=day, by=secretary, on=TODAY)

    def test_twice_is_refused(self, secretary):
        posting = PostingFactory(down_on=TODAY)
        with pytest.raises(Refused, match="已在2026年11月22日取下"):
            services.take_down_copy(posting, down_on=TODAY, by=secretary, on=TODAY)


class TestRenew:
    def renew(self, board, by, *, down=(), up=(), **told):
        return services.renew_channel(board, down=down, up=up, by=by, **{"day": TODAY, "on": TODAY, **told})

    def test_takes_down_and_puts_up_at_once_with_a_photo_of_the_whole(self, board, secretary):
        old, new = PostingFactory(channel=board), PostedFactory(title="新的")
        self.renew(board, secretary, down=[old], up=[new], photo=upload(photo(), "board.jpg"))
        assert [posting.disclosure.title for posting in board.postings.hanging()] == ["新的"]
        assert [file.label for file in attachments_of(board)] == ["2026年11月22日换栏"]

    def test_nothing_ticked_is_refused(self, board, secretary):
        with pytest.raises(Refused, match="至少一项"):
            self.renew(board, secretary)

    def test_what_one_part_refuses_takes_all_back(self, board, secretary):
        old = PostingFactory(channel=board)
        with pytest.raises(Refused, match="只有公开中的"):
            self.renew(board, secretary, down=[old], up=[DisclosureFactory()])
        assert Posting.objects.get(pk=old.pk).is_hanging


class TestStale:
    @pytest.mark.parametrize("status", [DisclosureStatus.CORRECTED, DisclosureStatus.TAKEN_DOWN])
    def test_copy_of_what_is_no_longer_said_is_stale_until_it_comes_down(self, status):
        posting = PostingFactory(disclosure__status=status)
        assert list(Posting.objects.stale()) == [posting]
        Posting.objects.update(down_on=TODAY)
        assert list(Posting.objects.stale()) == []

    def test_copy_of_what_is_on_the_board_is_not(self):
        PostingFactory()
        assert list(Posting.objects.stale()) == []


class TestConstraints:
    def test_hangs_once_at_a_channel(self):
        posting = PostingFactory()
        with pytest.raises(IntegrityError), transaction.atomic():
            PostingFactory(channel=posting.channel, disclosure=posting.disclosure)

    def test_comes_down_after_it_went_up(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            PostingFactory(down_on=YESTERDAY)
