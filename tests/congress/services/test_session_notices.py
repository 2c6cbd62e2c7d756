"""Notices of a session: written, sent in time or with a reason, and told to those whom they are for."""

from datetime import date, time

import pytest

from congress import services
from congress.enums import Evidence, SessionStatus
from congress.models import SessionNotice
from congress.papers.session_notices import session_notice_paper
from congress.selectors import checklist_line, expected_at, latest_day_for
from tests.conftest import TODAY
from tests.congress.factories import DelegateFactory, SessionFactory, TermFactory
from tests.congress.preparation import make_item, make_joint, make_notice, make_topic
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.audit import trail_of
from unionoffice.documents import plain_text
from unionoffice.inbox import Notice, OutboxMessage, Robot
from unionoffice.refusal import Refused
from unionoffice.rules import set_rule

pytestmark = pytest.mark.django_db

LATE = date(2026, 12, 14)


def issue(notice, by, *, on=TODAY, reason=""):
    return services.issue_session_notice(notice, late_reason=reason, by=by, on=on)


class TestIssuing:
    def test_tells_every_delegate_once_and_the_groups(self, secretary):
        notice = make_notice()
        account = AccountFactory(member=DelegateFactory().member)
        AccountFactory(member=DelegateFactory(kind="invited").member)
        AccountFactory(member=MemberFactory())
        AccountFactory(member=DelegateFactory(to_on=date(2026, 11, 1)).member)
        Robot.objects.create(name="教职工群", url="https://oapi.dingtalk.com/robot/send", provider="dingtalk")
        issue(notice, secretary)
        assert Notice.objects.filter(key=f"congress.session-notice.{notice.pk}").count() == 2
        sentence = "第九届第三次教职工代表大会定于2026年12月28日至29日在学校报告厅召开，请准时参加。"
        assert Notice.objects.get(account=account).sentence == sentence
        assert OutboxMessage.objects.filter(channel="robot").values_list("sentence", flat=True).get() == sentence
        assert (notice.status, notice.issued_on, notice.issued_by) == ("issued", TODAY, secretary)
        assert trail_of(notice)[0].verb == "发出通知"

    def test_of_a_call_tells_all_of_the_staff(self, secretary):
        notice = make_notice(SessionFactory(), kind="call")
        staff, retired = MemberFactory(), MemberFactory(service_status="retired")
        assert set(expected_at(notice, TODAY)) >= {staff}
        assert retired not in expected_at(notice, TODAY)
        account = AccountFactory(member=staff)
        issue(notice, secretary)
        assert Notice.objects.get(account=account).sentence == (
            "第九届第三次教职工代表大会征集提案，2026-11-30截止，请在工会办公系统填写。"
        )

    def test_where_everybody_meets_is_for_everybody(self):
        notice = make_notice(SessionFactory(term=TermFactory(assembly="everybody"), place="礼堂"))
        member = MemberFactory()
        assert member in expected_at(notice, TODAY)

    def test_of_a_joint_session_names_the_delegates_of_both(self):
        assert dict(make_notice(make_joint()).facts)["参加人员"] == "全体正式代表、全体会员代表、列席代表和特邀代表"

    def test_of_the_members_congress_alone_is_the_unions_own(self):
        term = TermFactory(body="union", assembly="everybody", number=5)
        notice = make_notice(SessionFactory(term=term, call_from=None, call_to=None))
        assert notice.opening.startswith("经工会委员会研究决定，第五届第三次工会会员大会定于")
        assert (notice.addressees, dict(notice.facts)["参加人员"]) == ("全体会员", "全体会员")

    @pytest.mark.parametrize(("on", "late"), [(date(2026, 12, 13), False), (LATE, True)])
    def test_needs_a_reason_only_after_the_last_day(self, secretary, on, late):
        notice = make_notice()
        assert latest_day_for(notice) == date(2026, 12, 13)
        if late:
            with pytest.raises(Refused, match=r"^按规定应在2026-12-13前发出。请写明迟发的原因。$"):
                issue(notice, secretary, on=on, reason="  ")
        issue(notice, secretary, on=on, reason="上级会议改期")
        assert notice.late_reason == ("上级会议改期" if late else "")

    def test_goes_by_the_schools_own_rule(self, secretary):
        set_rule("congress.notice_days", 20, valid_from=date(2026, 1, 1), source="本校实施办法", by=secretary)
        assert latest_day_for(make_notice()) == date(2026, 12, 8)

    def test_is_done_once_and_never_after_the_session(self, secretary):
        notice = make_notice()
        issue(notice, secretary)
        with pytest.raises(Refused, match="已发出"):
            issue(notice, secretary)
        held = make_notice(SessionFactory(number=2, status=SessionStatus.HELD, place="礼堂"))
        with pytest.raises(Refused, match=r"^会议已经召开，不用再发通知。$"):
            issue(held, secretary)

    def test_ticks_the_checklist_on_its_day(self, secretary):
        notice = make_notice()
        item = make_item(notice.session, evidence=Evidence.NOTICE)
        call = make_item(notice.session, evidence=Evidence.CALL)
        issue(notice, secretary)
        assert (checklist_line(item, TODAY).done_on, checklist_line(call, TODAY).done_on) == (TODAY, None)


class TestDraft:
    def test_is_kept_and_changed_until_it_went_out(self, secretary):
        notice = services.draft_session_notice(
            SessionNotice(session=SessionFactory(place="礼堂"), kind="notice"), "<p>请带好文件。</p>", by=secretary
        )
        services.draft_session_notice(notice, "<p>请着正装。</p>", by=secretary)
        assert SessionNotice.objects.get().text == "<p>请着正装。</p>"
        issue(notice, secretary)
        with pytest.raises(Refused, match=r"^通知已经发出，不能再改。$"):
            services.draft_session_notice(notice, "", by=secretary)

    @pytest.mark.parametrize(
        ("kind", "fields", "sentence"),
        [
            (
                "call",
                {"call_from": None, "call_to": None},
                r"^这次会议没有填写提案征集的起止日期，请先在会议里填写。$",
            ),
            ("notice", {}, r"^这次会议还没有填写地点，请先在会议里填写。$"),
        ],
    )
    def test_of_what_is_not_known_is_refused(self, secretary, kind, fields, sentence):
        with pytest.raises(Refused, match=sentence):
            services.draft_session_notice(
                SessionNotice(session=SessionFactory(**fields), kind=kind), "", by=secretary
            )

    def test_of_a_kind_that_is_there_is_refused(self, secretary):
        notice = make_notice()
        with pytest.raises(Refused, match=r"^这次会议已经有召开通知。$"):
            services.draft_session_notice(SessionNotice(session=notice.session, kind="notice"), "", by=secretary)

    def test_is_read_by_the_staff_once_it_went_out(self, secretary, teacher):
        notice = make_notice()
        assert list(SessionNotice.objects.visible_to(teacher)) == []
        issue(notice, secretary)
        assert list(SessionNotice.objects.visible_to(teacher)) == [notice]


class TestPaper:
    def test_tells_when_where_what_and_for_whom(self, secretary):
        session = SessionFactory(place="学校报告厅", theme="凝聚共识")
        make_topic(session)
        notice = make_notice(session, text="<p>请带好文件。</p>")
        document = session_notice_paper(notice, TODAY)
        assert (document.title, document.draft) == ("关于召开第九届第三次教职工代表大会的通知", True)
        text = plain_text(document)
        for words in ("各位代表：", "会议主题：凝聚共识。", "会议时间：2026年12月28日至29日。", "请带好文件。"):
            assert words in text
        assert "审议学校工作报告" in text
        assert "提案征集时间为2026年11月10日至30日" in text

    def test_tells_the_hours_of_each_sitting(self, secretary):
        session = SessionFactory(place="学校报告厅")
        day = session.starts_on
        for title, starts, ends in (
            ("闭幕式", time(14), None),
            ("开幕式", time(8, 30), time(11, 30)),
            ("分组讨论", None, None),
        ):
            arranged = {"title": title, "day": day, "starts_at": starts, "ends_at": ends}
            services.plan_sitting(session, arranged, by=secretary)
        assert dict(make_notice(session).facts)["会议安排"] == "12月28日08:30至11:30开幕式；12月28日14:00闭幕式"

    def test_on_the_board_is_what_went_out_and_nothing_of_a_draft(self, secretary):
        notice = make_notice()
        assert notice.as_disclosure().body == ""
        issue(notice, secretary)
        draft = notice.as_disclosure()
        assert draft.title == "关于召开第九届第三次教职工代表大会的通知"
        assert "会议地点：学校报告厅" in draft.body
