"""The pages on which a session is prepared, and what the desk, the search and the calendar tell of it."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from congress.area import calendar, search, tasks
from congress.enums import ChecklistStatus, GroupKind, SessionStatus
from congress.models import (
    ChecklistItem,
    DiscussionGroup,
    GroupSeat,
    PreparatoryMeeting,
    Session,
    SessionNotice,
    SessionRequest,
    Topic,
)
from congress.selectors import missing_session
from congress.services import remind_of_preparation
from tests.conftest import TODAY
from tests.congress.factories import SessionFactory, TermFactory
from tests.congress.preparation import (
    make_item,
    make_joint,
    make_meeting,
    make_notice,
    make_request,
    make_topic,
    voters,
)
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.inbox import Notice
from unionoffice.rules import set_rule

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def send(client, name, *args, **data):
    response = client.post(reverse(f"congress:{name}", args=args), {"form_key": str(uuid.uuid4()), **data})
    assert response.status_code == 302, response.context["form"].errors
    return response


def parts(client, session):
    response = client.get(session.get_absolute_url())
    return {one.template.rpartition("/_")[2].removesuffix(".html"): one.told for one in response.context["parts"]}


PAGE_QUERIES = 33
"""Those of all parts of the page, whichever family they belong to."""


class TestSessionPage:
    def test_begins_with_the_checklist_while_it_is_prepared_and_ends_with_it_afterwards(self, secretary, signed_in):
        session, client = SessionFactory(), signed_in(secretary)
        make_item(session)
        assert next(iter(parts(client, session))) == "checklist"
        Session.objects.update(status=SessionStatus.HELD)
        assert list(parts(client, session))[-1] in ("checklist", "notices")

    def test_shows_the_staff_nothing_of_what_is_not_settled(self, teacher, signed_in):
        session = SessionFactory()
        make_item(session)
        make_topic(session)
        make_notice(session)
        shown = parts(signed_in(teacher), session)
        assert not {"topics", "notices", "people"} & set(shown)

    def test_of_a_joint_one_names_both_and_links_the_other(self, teacher, signed_in):
        session = make_joint()
        context = signed_in(teacher).get(session.get_absolute_url()).context
        assert context["title"] == "第九届第三次教职工代表大会暨第五届第二次工会会员代表大会"
        facts = {str(fact.label): fact.url for fact in context["facts"]}
        assert facts["合并召开"] == session.partner.get_absolute_url()

    @pytest.mark.parametrize("count", [3, 12])
    def test_queries_do_not_grow(self, count, secretary, signed_in, django_assert_num_queries):
        session, client = SessionFactory(place="礼堂"), signed_in(secretary)
        for number in range(count):
            make_item(session, evidence="topics" if number % 2 else "notice")
            make_topic(session, title=f"议题{number}")
            make_meeting(session, number=number + 1, chair=MemberFactory())
            session.presidium.create(member=MemberFactory(), named_on=TODAY)
        make_notice(session)
        client.get(session.get_absolute_url())
        with django_assert_num_queries(PAGE_QUERIES):
            client.get(session.get_absolute_url())


class TestPreparing:
    def test_a_session_ahead_leads_to_its_checklist(self, secretary, signed_in):
        told = {"term": TermFactory().pk, "number": "4", "kind": "ordinary", "precision": "day"}
        client = signed_in(secretary)
        send(client, "session-create", **told, starts_on="2026-12-28", theme="凝聚共识", place="礼堂")
        session = Session.objects.get()
        assert (session.ends_on, session.checklist.count()) == (date(2026, 12, 28), 17)

    def test_an_item_is_added_finished_and_reopened(self, secretary, signed_in):
        session, client = SessionFactory(), signed_in(secretary)
        told = {"title": "印制选票", "from_on": "2026-11-22", "due_on": "2026-12-20", "office": "secretary"}
        send(client, "checklist-add", session.pk, **told)
        item = ChecklistItem.objects.get()
        assert send(client, "checklist-finish", item.pk, done_on="2026-11-22").url.endswith("#checklist")
        item.refresh_from_db()
        assert item.status == ChecklistStatus.DONE
        send(client, "checklist-reopen", item.pk)
        send(client, "checklist-drop", item.pk, note="本次不选举")
        item.refresh_from_db()
        assert item.note == "本次不选举"

    def test_the_person_who_was_given_an_item_finishes_it(self, teacher, signed_in):
        item = make_item(assignee=teacher.member)
        assert signed_in(teacher).get(item.get_absolute_url()).status_code == 200
        send(signed_in(teacher), "checklist-finish", item.pk, done_on="2026-11-22")
        other = make_item()
        assert signed_in(teacher).get(other.get_absolute_url()).status_code == 404

    def test_topics_are_put_forward_and_agreed_on(self, secretary, signed_in):
        session, client = SessionFactory(), signed_in(secretary)
        send(client, "topic-add", session.pk, title="听取校长工作报告", proposed_by="administration")
        days = {f"{side}_on": "2026-11-20" for side in ("party", "administration", "union")}
        send(client, "topics-agree", session.pk, **days, party_note="党委会")
        assert session.agreements.count() == 3
        assert parts(client, session)["topics"]["is_settled"] is True
        send(client, "topic-list", Topic.objects.get().pk, kind="hear", title="校长工作报告", matter="work")
        assert [listed for _topic, listed in parts(client, session)["topics"]["lines"]] == [True]

    def test_presidium_and_groups_are_typed_by_name(self, secretary, signed_in):
        session, client = SessionFactory(), signed_in(secretary)
        first, second = voters(1, member__name="林芳") + voters(1, member__name="王磊")
        send(client, "session-presidium", session.pk, chair="林芳", member="王磊")
        assert set(session.presidium.values_list("member__name", "role")) == {("林芳", "chair"), ("王磊", "member")}
        told = {"head": first.pk, "members": "王磊", "from_on": "2026-11-22"}
        send(client, "session-group", session.pk, GroupKind.PROPOSALS, **told)
        assert set(GroupSeat.objects.values_list("member", "is_head")) == {(first.pk, True), (second.pk, False)}
        assert client.get(reverse("congress:session-group", args=[session.pk, "dance"])).status_code == 404

    def test_one_person_in_two_places_of_the_presidium_is_told(self, secretary, signed_in):
        session = SessionFactory()
        voters(1, member__name="林芳")
        url = reverse("congress:session-presidium", args=[session.pk])
        told = {"form_key": str(uuid.uuid4()), "chair": "林芳", "member": "林芳"}
        response = signed_in(secretary).post(url, told)
        assert response.context["form"].non_field_errors() == ["同一个人只能列一处，请核对名单。"]

    def test_delegations_get_their_places(self, secretary, signed_in):
        session = SessionFactory()
        one = session.term.delegations.create(name="第一代表团", head=MemberFactory())
        told = {f"place-{one.pk}": "会议室一", f"convener-{one.pk}": one.head.pk}
        send(signed_in(secretary), "session-discussions", session.pk, **told)
        assert DiscussionGroup.objects.get().convener == one.head

    def test_a_preparatory_meeting_of_a_month(self, secretary, signed_in):
        session = SessionFactory()
        told = {"topic": "绩效工资奖励条例", "held_on": "2026-06-12", "precision": "month", "settled": "并为六项"}
        response = send(signed_in(secretary), "preparatory-record", session.pk, **told, minutes="<p>讨论热烈。</p>")
        assert PreparatoryMeeting.objects.get().when == "2026年6月"
        page = signed_in(secretary).get(response.url)
        assert "讨论热烈。" in page.context["minutes"]

    def test_a_notice_is_drafted_issued_and_printed(self, secretary, signed_in):
        session, client = SessionFactory(place="礼堂"), signed_in(secretary)
        response = send(client, "session-notice-draft", session.pk, "notice", text="")
        notice = SessionNotice.objects.get()
        assert (
            "late_reason"
            not in client.get(reverse("congress:session-notice-issue", args=[notice.pk])).context["form"].fields
        )
        send(client, "session-notice-issue", notice.pk)
        notice.refresh_from_db()
        assert notice.issued_on == TODAY
        actions = {str(one.label) for one in client.get(response.url).context["actions"]}
        assert actions == {"起草公开", "通知 PDF", "通知 Word"}
        for form in ("pdf", "docx"):
            paper = client.get(reverse("congress:session-notice-paper", args=[notice.pk, form]))
            assert (paper.status_code, paper["Content-Type"].startswith("application/")) == (200, True)
        assert client.get(reverse("congress:session-notice-paper", args=[notice.pk, "odt"])).status_code == 404

    def test_a_late_notice_asks_for_the_reason(self, secretary, signed_in):
        session = SessionFactory(starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 1), place="礼堂")
        notice = make_notice(session)
        url = reverse("congress:session-notice-issue", args=[notice.pk])
        page = signed_in(secretary).get(url)
        assert "late_reason" in page.context["form"].fields
        assert page.context["question"].startswith("按规定应在2026年11月16日前发出，现在已经迟了。")

    def test_a_request_becomes_a_session(self, secretary, signed_in):
        term, client = TermFactory(), signed_in(secretary)
        told = {"term": term.pk, "asked_by": "union", "asked_on": "2026-11-20", "reason": "聘任方案"}
        send(client, "session-request-create", **told)
        request = SessionRequest.objects.get()
        response = send(
            client,
            "session-request-call",
            request.pk,
            number="4",
            starts_on="2026-12-10",
            ends_on="",
            precision="day",
        )
        session = Session.objects.get()
        assert (response.url, session.kind) == (session.get_absolute_url(), "extraordinary")

    def test_two_sessions_are_joined_and_parted(self, secretary, signed_in):
        staff = SessionFactory()
        union = SessionFactory(term=TermFactory(body="union", number=5), number=2)
        client = signed_in(secretary)
        send(client, "session-join", staff.pk, other=union.pk)
        assert Session.objects.get(pk=union.pk).partner == staff
        send(client, "session-part", union.pk)
        assert Session.objects.get(pk=staff.pk).partner is None


class TestChecklistList:
    @pytest.fixture
    def recorded(self, secretary):
        """Done by a record, noted as done, to be done now, and not needed."""
        session = SessionFactory()
        make_notice(session, status="issued", issued_on=date(2026, 11, 9), issued_by=secretary)
        make_item(session, title="甲", evidence="notice", due_on=date(2026, 12, 2))
        make_item(session, title="乙", status="done", settled_on=date(2026, 11, 8), due_on=date(2026, 12, 3))
        make_item(session, title="丙", evidence="groups", due_on=date(2026, 12, 4))
        make_item(session, title="丁", status="dropped", settled_on=TODAY, note="不选举", due_on=date(2026, 12, 5))

    def rows(self, client, **asked):
        shown = client.get(reverse("congress:checklist-list"), asked).context["rows"]
        return [(row.cells[0].text, *(cell.text for cell in row.cells[-2:])) for row in shown]

    @pytest.mark.usefixtures("recorded")
    def test_tells_of_what_a_record_made_done_as_the_session_does(self, secretary, signed_in):
        assert self.rows(signed_in(secretary)) == [
            ("甲", "2026-11-09", "已完成"),
            ("乙", "2026-11-08", "已完成"),
            ("丙", "—", "正在办理"),
            ("丁", "2026-11-22", "不适用"),
        ]

    @pytest.mark.usefixtures("recorded")
    @pytest.mark.parametrize(("status", "titles"), [("done", "甲乙"), ("open", "丙"), ("dropped", "丁")])
    def test_is_narrowed_by_how_matters_stand(self, status, titles, secretary, signed_in):
        assert "".join(row[0] for row in self.rows(signed_in(secretary), status=status)) == titles

    @pytest.mark.usefixtures("recorded")
    def test_calendar_leaves_out_what_a_record_made_done(self, secretary):
        entries = calendar(secretary, date(2026, 12, 1), date(2026, 12, 6))
        assert [entry.title for entry in entries if entry.icon == "checklist"] == ["丙"]


@pytest.mark.parametrize("count", [3, 12])
@pytest.mark.parametrize(
    ("name", "make", "queries"),
    [
        ("checklist-list", lambda session, _number: make_item(session, assignee=MemberFactory()), 10),
        ("preparatory-list", lambda session, number: make_meeting(session, number=number + 1), 10),
        ("session-request-list", lambda _session, _number: make_request(), 9),
    ],
)
def test_queries_of_lists_do_not_grow(count, name, make, queries, secretary, signed_in, django_assert_num_queries):
    session = SessionFactory()
    for number in range(count):
        make(session, number)
    client = signed_in(secretary)
    client.get(reverse(f"congress:{name}"))
    with django_assert_num_queries(queries):
        assert len(client.get(reverse(f"congress:{name}")).context["rows"]) == count


class TestDesk:
    def sentences(self, user):
        return [task.sentence for task in tasks(user, TODAY)]

    def test_tells_whoever_is_responsible_of_what_is_to_be_done_now(self, secretary, chair, teacher):
        session = SessionFactory()
        make_item(session, title="会议文件发给代表", assignee=teacher.member)
        make_item(session, title="商定议题", office="chair")
        make_item(session, title="以后再办", office="chair", from_on=date(2026, 11, 23))
        assert self.sentences(teacher) == ["第九届第三次筹备：会议文件发给代表"]
        assert self.sentences(chair) == ["第九届第三次筹备：商定议题"]

    def test_tells_the_office_of_what_is_overdue(self, secretary, chair, teacher):
        make_item(due_on=date(2026, 11, 21), assignee=teacher.member)
        assert self.sentences(chair) == ["第九届第三次有1项筹备事项已逾期"]
        assert "第九届第三次有1项筹备事项已逾期" in self.sentences(secretary)

    def test_tells_the_secretary_of_a_request_that_waits(self, secretary, chair):
        make_request()
        sentence = "学校2026年11月20日提议召开临时会议，待安排会议"
        assert (sentence in self.sentences(secretary), sentence in self.sentences(chair)) == (True, False)


class TestReminders:
    def keys(self):
        return sorted(Notice.objects.values_list("sentence", flat=True))

    def test_come_once_before_the_day_and_once_after_it(self, secretary):
        make_item(due_on=date(2026, 11, 25))
        for day in (21, 22, 23, 25):
            remind_of_preparation(date(2026, 11, day))
        ahead = "第九届第三次筹备：“会议文件发给代表”应在11月25日前完成，请安排。"
        assert self.keys() == [ahead]
        for day in (26, 27):
            remind_of_preparation(date(2026, 11, day))
        assert self.keys() == sorted([ahead, "第九届第三次筹备：“会议文件发给代表”已过11月25日的期限，请尽快完成。"])

    def test_come_to_the_person_and_not_of_what_is_done(self, secretary):
        account = AccountFactory(member=MemberFactory())
        make_item(due_on=TODAY, assignee=account.member)
        make_item(due_on=TODAY, status="done", settled_on=TODAY)
        remind_of_preparation(TODAY)
        assert Notice.objects.get().account == account


class TestMissingSession:
    @pytest.mark.parametrize(
        ("on", "left"), [(date(2027, 6, 1), None), (date(2027, 6, 2), 90), (date(2027, 8, 31), 0)]
    )
    def test_is_told_near_the_end_of_the_school_year(self, on, left):
        TermFactory()
        found = missing_session(on)
        assert (found and found.days_left) == left

    @pytest.mark.parametrize(
        ("changes", "missing"),
        [
            ({}, False),
            ({"kind": "extraordinary"}, True),
            ({"starts_on": date(2026, 8, 31), "ends_on": date(2026, 8, 31)}, True),
        ],
        ids=str,
    )
    def test_only_an_ordinary_one_of_the_year_serves(self, changes, missing):
        SessionFactory(**{"starts_on": date(2027, 6, 20), "ends_on": date(2027, 6, 20), **changes})
        assert (missing_session(date(2027, 6, 10)) is not None) is missing

    def test_is_asked_of_each_term_where_the_school_says_so(self, secretary):
        SessionFactory(starts_on=date(2026, 10, 20), ends_on=date(2026, 10, 20))
        on = date(2027, 6, 10)
        assert missing_session(on) is None
        set_rule("congress.rhythm", "term", valid_from=date(2026, 9, 1), source="本校实施办法", by=secretary)
        assert missing_session(on).sentence == (
            "2026—2027学年第二学期还有82天结束，还没有安排教代会例会。按规定要召开，请尽快安排。"
        )

    def test_is_nobodys_without_a_term(self):
        assert missing_session(date(2027, 8, 1)) is None

    def test_stands_over_the_list_for_those_who_call_it(self, secretary, teacher, signed_in):
        TermFactory()
        set_rule("congress.rhythm_warning", 365, valid_from=date(2026, 1, 1), source="试验", by=secretary)
        url = reverse("congress:session-list")
        notices = [signed_in(one).get(url).context["notice"] for one in (secretary, teacher)]
        assert notices == [
            "2026—2027学年还有282天结束，还没有安排教代会例会。按规定要召开，请尽快安排。",
            "",
        ]


def test_search_finds_sessions_by_theme_and_meetings_by_topic(teacher):
    make_meeting(SessionFactory(theme="凝聚共识"))
    assert [hit.title for hit in search(teacher, "凝聚")] == ["第九届第三次教职工代表大会"]
    assert [hit.title for hit in search(teacher, "绩效")] == ["第九届第三次会议第一次预备会"]


def test_calendar_tells_of_days_that_are_known_and_of_ones_own_matters(teacher, chair):
    session = SessionFactory(call_from=None, call_to=None)
    SessionFactory(number=4, precision="month", starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 31))
    make_item(session, assignee=teacher.member)
    december = date(2026, 12, 1), date(2026, 12, 31)
    assert [(entry.day, entry.title) for entry in calendar(teacher, *december)] == [
        (date(2026, 12, 28), "第九届第三次教职工代表大会"),
        (date(2026, 12, 21), "会议文件发给代表"),
    ]
    assert [entry.title for entry in calendar(chair, *december) if entry.title == "会议文件发给代表"] == []
