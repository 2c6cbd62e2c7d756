from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from members.enums import SignOffWay
from members.models import Account, SignOffLine, SignOffSheet
from members.services import open_sign_off, record_paper, record_proxy, revoke_sign_off, sign_off
from tests.members.factories import AccountFactory, MemberFactory, SignOffLineFactory, SignOffSheetFactory
from tests.members.trails import last_changes, trail
from unionoffice.inbox import Notice
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=timezone.get_default_timezone())
LATER = NOW + timedelta(minutes=20)


@pytest.fixture
def sheet(occasion) -> SignOffSheet:
    return SignOffSheetFactory(source=SourceRef.to(occasion))


@pytest.fixture
def line(sheet, teacher) -> SignOffLine:
    """The teacher's."""
    return SignOffLineFactory(sheet=sheet, member=teacher.member)


def signature(line) -> tuple:
    line.refresh_from_db()
    return line.signed_at, line.way, line.taken_by, line.recorded_by


UNSIGNED = (None, "", None, None)


class TestOpen:
    def test_everybody_gets_a_line_with_the_common_share_or_an_own_one(self, occasion, secretary, on):
        lin, chen = MemberFactory(name="林芳"), MemberFactory(name="陈静")
        sheet = open_sign_off(
            occasion,
            [lin, chen],
            title="慰问品",
            on=on,
            per_head="大米1袋",
            shares={lin.pk: "大米2袋"},
            by=secretary,
        )
        assert (sheet.source_record, sheet.title, sheet.on) == (occasion, "慰问品", on)
        assert [(line.member.name, line.share) for line in sheet.lines.all()] == [
            ("陈静", "大米1袋"),
            ("林芳", "大米2袋"),
        ]
        assert trail(sheet) == [("开签领表", "陈静", "")]
        assert trail(sheet.lines.first()) == [("列入签领表", "陈静", "")]

    def test_those_on_it_with_an_account_are_told_where_to_sign(self, occasion, teacher, secretary, on):
        people = [teacher.member, MemberFactory()]
        sheet = open_sign_off(occasion, people, title="慰问品", on=on, per_head="大米1袋", by=secretary)
        told = [(notice.account, notice.sentence, notice.url) for notice in Notice.objects.all()]
        url = f"/members/sign-offs/{sheet.pk}/mine/"
        assert told == [(teacher, "慰问品开始发放，领到后请在本页签收。", url)]

    def test_sheet_without_people_is_refused(self, occasion, secretary, on):
        with pytest.raises(Refused, match="签领表里还没有人"):
            open_sign_off(occasion, [], title="慰问品", on=on, per_head="大米1袋", by=secretary)
        assert not SignOffSheet.objects.exists()

    def test_second_sheet_of_a_title_on_a_day_is_refused(self, occasion, teacher, secretary, on):
        open_sign_off(occasion, [teacher.member], title="慰问品", on=on, per_head="大米1袋", by=secretary)
        with pytest.raises(Refused, match="这一天已经有“慰问品”的签领表"):
            open_sign_off(occasion, [teacher.member], title="慰问品", on=on, per_head="大米1袋", by=secretary)


class TestOwnScreen:
    def test_signature_has_time_and_way(self, line, teacher):
        sign_off(line, by=teacher, at=NOW)
        assert signature(line) == (NOW, SignOffWay.SCREEN, None, teacher)
        assert trail(line)[-1] == ("签领", "韩梅", "")

    def test_somebody_elses_line_is_refused(self, line, secretary):
        with pytest.raises(Refused, match="只能签领自己的一份"):
            sign_off(line, by=secretary, at=NOW)
        assert signature(line) == UNSIGNED

    def test_second_signature_is_refused(self, line, teacher):
        sign_off(line, by=teacher, at=NOW)
        with pytest.raises(Refused, match="韩梅的这一份已经签领"):
            sign_off(line, by=teacher, at=LATER)
        assert signature(line)[0] == NOW


class TestPaper:
    def test_lines_signed_already_stay_as_they_are(self, line, teacher, secretary):
        others = SignOffLineFactory.create_batch(2, sheet=line.sheet)
        sign_off(line, by=teacher, at=NOW)
        assert record_paper([line, *others], by=secretary, at=LATER) == 2
        assert signature(line) == (NOW, SignOffWay.SCREEN, None, teacher)
        assert [signature(other) for other in others] == [(LATER, SignOffWay.PAPER, None, secretary)] * 2
        assert trail(others[0])[-1] == ("登记纸质签领", "陈静", "")
        assert last_changes(others[0]) == {"way": ["", "paper"], "signed_at": ["", LATER.isoformat()]}


class TestProxy:
    def test_says_who_took_it(self, line, secretary):
        taker = MemberFactory(name="林芳")
        record_proxy(line, taker, by=secretary, at=NOW)
        assert signature(line) == (NOW, SignOffWay.PROXY, taker, secretary)
        assert trail(line)[-1] == ("登记代领", "陈静", "")

    def test_person_as_own_proxy_is_refused(self, line, teacher, secretary):
        with pytest.raises(Refused, match="代领人就是本人"):
            record_proxy(line, teacher.member, by=secretary, at=NOW)
        assert signature(line) == UNSIGNED

    def test_signed_line_is_refused(self, line, teacher, secretary):
        sign_off(line, by=teacher, at=NOW)
        with pytest.raises(Refused, match="韩梅的这一份已经签领"):
            record_proxy(line, MemberFactory(), by=secretary, at=LATER)


class TestRevoke:
    def test_line_waits_again_and_the_reason_is_kept(self, line, secretary):
        record_proxy(line, MemberFactory(), by=secretary, at=NOW)
        revoke_sign_off(line, by=secretary, reason="登记错人")
        assert signature(line) == UNSIGNED
        assert trail(line)[-1] == ("撤销签领", "陈静", "登记错人")

    def test_unsigned_line_is_refused(self, line, secretary):
        with pytest.raises(Refused, match="韩梅还没有签领"):
            revoke_sign_off(line, by=secretary, reason="登记错人")


def test_person_and_proxy_at_the_same_moment_are_one_signature(at_the_same_moment, occasion):
    account = AccountFactory()
    line = SignOffLineFactory(sheet=SignOffSheetFactory(source=SourceRef.to(occasion)), member=account.member)

    def own():
        return sign_off(SignOffLine.objects.get(pk=line.pk), by=Account.objects.get(pk=account.pk), at=NOW)

    def proxy():
        return record_proxy(SignOffLine.objects.get(pk=line.pk), occasion, by=account, at=NOW)

    outcomes = at_the_same_moment(own, proxy)
    assert [isinstance(outcome, Refused) for outcome in sorted(outcomes, key=repr)].count(True) == 1
    assert SignOffLine.objects.signed().count() == 1
