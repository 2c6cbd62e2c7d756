"""Pages of meetings: the lists, the page of one for each reader, the record written in place, the papers."""

from datetime import timedelta

import pytest
from django.urls import reverse

from affairs.enums import MeetingKind, MeetingStatus, TaskStatus
from affairs.models import Meeting, MeetingDecision, MeetingOpinion, MeetingTask, MeetingTopic
from tests.affairs.meetings import (
    DecisionFactory,
    HeldFactory,
    LeaveFactory,
    MeetingFactory,
    OpinionFactory,
    ParticipantFactory,
    TaskFactory,
    TopicFactory,
    announced,
    drafted,
    held,
    planned,
    seated,
    signed,
)
from tests.conftest import TODAY, make_actor
from tests.members.factories import AudienceFactory, CommitteeFactory, GroupPlaceFactory, MemberFactory
from tests.members.views.forms import errors, fill
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LIST = reverse("affairs:meeting-list")
TASKS = reverse("affairs:meeting-task-list")
OPINIONS = reverse("affairs:meeting-opinion-list")
HTMX = {"HX-Request": "true"}


def url(page, record):
    return reverse(f"affairs:meeting-{page}", args=[record.pk])


def cells(response):
    return [[cell.text for cell in row.cells] for row in response.context["rows"]]


def labels(client, record):
    context = client.get(record.get_absolute_url()).context
    return [str(action.label) for action in (*context["actions"], *context.get("more_actions", ()))]


def primary(client, record):
    actions = client.get(record.get_absolute_url()).context["actions"]
    return next((str(action.label) for action in actions if action.primary), None)


class TestLists:
    def test_line_tells_when_where_and_how_many_came(self, secretary, signed_in):
        HeldFactory(headcount=30, qualifier="over", number=3, chair=MemberFactory(name="周敏"))
        MeetingFactory(held_on=TODAY + timedelta(days=3))
        line, coming = reversed(cells(signed_in(secretary).get(LIST)))
        title, place = "女教师代表座谈会", "会议室"
        assert line == [title, "2026-11-22", "15:30", "座谈会", "2026年第3次", place, "周敏", "30余人", "已召开"]
        assert coming == [title, "2026-11-25", "15:30", "座谈会", "—", place, "—", "—", "已通知"]

    @pytest.mark.parametrize(
        ("page", "factory", "queries"),
        [(LIST, HeldFactory, 10), (TASKS, TaskFactory, 12), (OPINIONS, OpinionFactory, 10)],
    )
    def test_queries_dont_grow_with_the_rows(
        self, page, factory, queries, secretary, signed_in, django_assert_num_queries
    ):
        client = signed_in(secretary)
        for more in (3, 6):
            factory.create_batch(more, **({"chair": MemberFactory()} if factory is HeldFactory else {}))
            client.get(page)
            with django_assert_num_queries(queries):
                client.get(page)

    @pytest.mark.parametrize(
        ("query", "left"),
        [
            ("kind=committee", 1),
            ("status=held", 2),
            ("q=女教师", 1),
            ("q=njs", 1),
            ("year=2025", 1),
            ("held=true", 2),
        ],
    )
    def test_is_narrowed(self, secretary, signed_in, query, left):
        HeldFactory(kind=MeetingKind.COMMITTEE, title="工会委员会议")
        HeldFactory(held_on=TODAY.replace(year=2025), title="联席会")
        MeetingFactory()
        assert len(cells(signed_in(secretary).get(f"{LIST}?{query}"))) == left

    def test_tasks_of_ones_own(self, secretary, teacher, signed_in):
        TaskFactory(member=teacher.member, text="自己的", due_on=TODAY - timedelta(days=2))
        TaskFactory(text="别人的")
        assert len(cells(signed_in(secretary).get(TASKS))) == 2
        assert cells(signed_in(secretary).get(f"{TASKS}?mine=true")) == []
        [line] = cells(signed_in(teacher).get(TASKS))
        assert (line[0], line[-1]) == ("自己的", "逾期2天")

    def test_opinions_without_an_answer(self, secretary, signed_in):
        OpinionFactory(text="没有答复")
        OpinionFactory(text="有", outcome="adopted", answer="好", answered_on=TODAY)
        client = signed_in(secretary)
        assert [line[0] for line in cells(client.get(f"{OPINIONS}?answered=false"))] == ["没有答复"]
        assert [line[4] for line in cells(client.get(f"{OPINIONS}?answered=true"))] == ["采纳"]


class TestPlanning:
    def test_meeting_of_a_committee_means_its_committee(self, secretary, signed_in):
        committee = CommitteeFactory()
        client = signed_in(secretary)
        client.post(
            reverse("affairs:meeting-plan"),
            fill(client, reverse("affairs:meeting-plan"), kind="committee", held_on="2026-11-26"),
        )
        meeting = Meeting.objects.get()
        assert (meeting.title, meeting.committee, meeting.recorder) == ("工会委员会议", committee, secretary.member)
        assert (meeting.status, meeting.planned_by) == ("planned", secretary)

    def test_people_are_asked_by_name(self, secretary, teacher, signed_in):
        client, page = signed_in(secretary), reverse("affairs:meeting-plan")
        client.post(page, fill(client, page, kind="forum", held_on="2026-11-26", people="韩梅", observers="陈静"))
        asked = Meeting.objects.get().participants.all()
        assert {(one.member.name, one.is_observer) for one in asked} == {("韩梅", False), ("陈静", True)}

    @pytest.mark.parametrize(
        ("role", "kinds"),
        [
            (Role.AUDITOR, ["audit"]),
            (Role.WOMEN_OFFICER, ["women", "forum"]),
            (Role.PRINCIPAL, ["all_staff", "forum", "administrative", "leadership", "other"]),
        ],
    )
    def test_each_office_calls_its_own_kinds(self, role, kinds, signed_in):
        form = signed_in(make_actor(role, "冯岚")).get(reverse("affairs:meeting-plan")).context["form"]
        assert [value for value, _label in form.fields["kind"].choices] == kinds

    def test_group_leader_calls_the_own_group_only(self, group_leader, signed_in):
        other = GroupPlaceFactory().group
        client, page = signed_in(group_leader), reverse("affairs:meeting-plan")
        response = client.post(page, fill(client, page, kind="group", held_on="2026-11-26", group=other.pk))
        assert (response.status_code, "group" in errors(response)) == (422, True)

    def test_past_meeting_is_recorded_with_its_topics(self, secretary, signed_in):
        client, page = signed_in(secretary), reverse("affairs:meeting-record")
        told = {"kind": "forum", "held_on": "2026-06-10", "precision": "month", "topics": "条例\n食堂"}
        client.post(page, fill(client, page, **told, headcount=40, qualifier="over"))
        meeting = Meeting.objects.get()
        assert (meeting.when, meeting.headcount, meeting.topics.count()) == ("2026年6月", 40, 2)


class TestPage:
    def test_participant_sees_what_when_and_where_and_nothing_of_what_is_said(self, secretary, teacher, signed_in):
        meeting = announced(secretary, people=[teacher.member])
        TopicFactory(meeting=meeting, title="食堂供餐", text="请先看方案", outcome="机密一")
        OpinionFactory(meeting=meeting, text="机密二")
        DecisionFactory(meeting=meeting, text="机密三")
        page = signed_in(teacher).get(meeting.get_absolute_url())
        shown = page.content.decode()
        assert [word in shown for word in ("食堂供餐", "请先看方案", "不能参加，请假")] == [True] * 3
        assert "机密" not in shown
        assert (labels(signed_in(teacher), meeting), page.context["trail"]) == (["会议通知", "议程"], [])

    def test_participant_reads_decisions_once_they_are_confirmed(self, teacher, signed_in):
        meeting = HeldFactory(status=MeetingStatus.CONFIRMED)
        ParticipantFactory(meeting=meeting, member=teacher.member)
        DecisionFactory(meeting=meeting, text="供餐延长半小时")
        page = signed_in(teacher).get(meeting.get_absolute_url()).content.decode()
        assert ("供餐延长半小时" in page, "会议讨论了食堂供餐" in page) == (True, True)

    def test_who_isnt_due_isnt_asked_to_come(self, secretary, signed_in):
        page = signed_in(secretary).get(MeetingFactory().get_absolute_url())
        assert page.context["is_due"] is False

    def test_next_step_follows_the_state(self, secretary, chair, signed_in):
        client = signed_in(secretary)
        tomorrow = planned(secretary, held_on=TODAY + timedelta(days=1))
        assert (primary(client, tomorrow), primary(client, MeetingFactory())) == ("发出通知", "登记召开")
        made = held(secretary)
        assert primary(client, made) == "编写纪要"
        Meeting.objects.filter(pk=made.pk).update(minutes="<p>讨论。</p>")
        assert primary(client, made) == "提交纪要"
        assert primary(signed_in(chair), drafted(secretary, chair=chair.member)) == "确认纪要"

    def test_committee_without_a_majority_is_warned(self, secretary, signed_in):
        seats = MemberFactory.create_batch(4)
        meeting = held(secretary, kind=MeetingKind.COMMITTEE, committee=seated(*seats))
        signed(meeting, secretary, *seats[:2])
        page = signed_in(secretary).get(meeting.get_absolute_url()).content.decode()
        assert "应到委员4人，实到2人，没有过半数，作出的决定请在下次会议追认。" in page

    def test_queries_dont_grow_with_the_record(self, secretary, signed_in, django_assert_num_queries):
        client = signed_in(secretary)
        for size in (3, 7):
            meeting = HeldFactory(chair=MemberFactory(), committee=seated(MemberFactory(), name=f"委员会{size}"))
            signed(meeting, secretary, *MemberFactory.create_batch(size))
            for _line in range(size):
                topic = TopicFactory(meeting=meeting, presenter=MemberFactory())
                OpinionFactory(meeting=meeting, topic=topic, member=MemberFactory())
                DecisionFactory(meeting=meeting, topic=topic)
                TaskFactory(meeting=meeting, topic=topic)
                LeaveFactory(meeting=meeting)
            client.get(meeting.get_absolute_url())
            with django_assert_num_queries(34):
                client.get(meeting.get_absolute_url())

    def test_decisions_can_go_to_the_board_once_confirmed(self, secretary, signed_in):
        client = signed_in(secretary)
        assert "起草公开" not in labels(client, HeldFactory())
        meeting = HeldFactory(status=MeetingStatus.CONFIRMED)
        DecisionFactory(meeting=meeting, text="供餐延长半小时")
        page = client.get(f"{reverse('affairs:disclosure-draft')}?source=affairs.Meeting:{meeting.pk}")
        assert "供餐延长半小时" in page.context["form"]["body"].value()


class TestRecordInPlace:
    def test_form_opens_alone_and_stays_open_for_the_next_line(self, secretary, signed_in):
        meeting = held(secretary)
        topic = TopicFactory(meeting=meeting)
        client, page = signed_in(secretary), f"{url('opinion-add', meeting)}?topic={topic.pk}"
        part = client.get(page, headers=HTMX)
        assert part.templates[0].name == "affairs/meetings/_line_form.html"
        data = {"text": "希望延长供餐时间。", "topic": topic.pk, "form_key": part.context["form"]["form_key"].value()}
        response = client.post(page, data, headers=HTMX)
        assert (response.status_code, response.templates[0].name) == (200, "affairs/meetings/_lines.html")
        assert response.content.decode().count("希望延长供餐时间。") == 1
        assert response.context["form"]["form_key"].value() != data["form_key"]
        assert (MeetingOpinion.objects.get().topic, response.context["form_place"]) == (topic, str(topic.pk))

    def test_same_form_sent_twice_notes_once(self, secretary, signed_in):
        meeting = held(secretary)
        client, page = signed_in(secretary), url("decision-add", meeting)
        data = fill(client, page, text="供餐延长半小时。")
        for _time in range(2):
            assert client.post(page, data, headers=HTMX).status_code == 200
        assert MeetingDecision.objects.count() == 1

    def test_what_is_wrong_is_said_in_the_form(self, secretary, signed_in):
        meeting = held(secretary)
        client, page = signed_in(secretary), url("task-add", meeting)
        response = client.post(page, fill(client, page, text="勘察"), headers=HTMX)
        assert (response["HX-Retarget"], response["HX-Reswap"]) == ("#slot-free", "innerHTML")
        assert "请选择责任人或责任部门。" in response.content.decode()

    def test_works_as_whole_pages_without_a_script(self, secretary, teacher, signed_in):
        meeting = held(secretary)
        client = signed_in(secretary)
        for page, told in (
            ("topic-add", {"title": "食堂"}),
            ("opinion-add", {"text": "意见"}),
            ("decision-add", {"text": "决定"}),
            ("task-add", {"text": "任务", "member": teacher.member_id}),
        ):
            address = url(page, meeting)
            response = client.post(address, fill(client, address, **told))
            assert response.url == f"{meeting.get_absolute_url()}#lines"
        models = (MeetingTopic, MeetingOpinion, MeetingDecision, MeetingTask)
        assert [model.objects.count() for model in models] == [1, 1, 1, 1]

    def test_line_is_mended_and_removed(self, secretary, signed_in):
        opinion = OpinionFactory(meeting=held(secretary))
        client, page = signed_in(secretary), url("opinion-mend", opinion)
        client.post(page, fill(client, page, text="希望增加素菜。"))
        assert MeetingOpinion.objects.get().text == "希望增加素菜。"
        page = url("opinion-remove", opinion)
        client.post(page, fill(client, page))
        assert MeetingOpinion.objects.count() == 0

    def test_answer_is_noted(self, secretary, signed_in):
        opinion = OpinionFactory(meeting=held(secretary))
        client, page = signed_in(secretary), url("opinion-answer", opinion)
        client.post(page, fill(client, page, outcome="adopted", answer="下周起延长。", answered_by="总务处"))
        opinion.refresh_from_db()
        assert (opinion.get_outcome_display(), opinion.answer) == ("采纳", "下周起延长。")

    def test_record_of_another_page_is_placed_on_an_agenda(self, secretary, signed_in):
        source, meeting = HeldFactory(status=MeetingStatus.CONFIRMED, title="上次座谈会"), planned(secretary)
        client = signed_in(secretary)
        page = f"{reverse('affairs:meeting-place')}?source=affairs.Meeting:{source.pk}"
        client.post(page, fill(client, page, meeting=meeting.pk, title="落实座谈会意见"))
        topic = MeetingTopic.objects.get()
        assert (topic.meeting, topic.title, topic.source_record) == (meeting, "落实座谈会意见", source)


class TestSteps:
    def test_leave_is_asked_and_taken_back(self, secretary, teacher, signed_in):
        meeting = announced(secretary, people=[teacher.member])
        client, page = signed_in(teacher), url("leave", meeting)
        client.post(page, fill(client, page, reason="外出培训"))
        assert "您已请假：外出培训" in client.get(meeting.get_absolute_url()).content.decode()
        assert "韩梅（外出培训）" in signed_in(secretary).get(meeting.get_absolute_url()).content.decode()
        page = url("leave-back", meeting)
        client.post(page, fill(client, page))
        assert meeting.leaves.count() == 0

    def test_minutes_begin_with_what_was_noted(self, secretary, chair, signed_in):
        meeting = held(secretary, chair=chair.member)
        topic = TopicFactory(meeting=meeting, title="食堂供餐", outcome="总务处作了说明。")
        OpinionFactory(
            meeting=meeting, topic=topic, text="希望延长", outcome="adopted", answer="延长半小时", answered_on=TODAY
        )
        DecisionFactory(meeting=meeting, topic=topic, number=1)
        client, page = signed_in(secretary), url("minutes", meeting)
        text = client.get(page).context["form"]["minutes"].value()
        assert text == (
            "<h2>一、食堂供餐</h2><p>总务处作了说明。</p><p>与会人员提出以下意见：</p>"
            "<ol><li><p>希望延长。答复（采纳）：延长半小时。</p></li></ol><p>会议决定：供餐延长半小时。</p>"
        )
        client.post(page, fill(client, page, minutes=text))
        for step, account in (("submit", secretary), ("confirm", chair)):
            page, client = url(step, meeting), signed_in(account)
            client.post(page, fill(client, page))
        meeting.refresh_from_db()
        assert meeting.status == MeetingStatus.CONFIRMED

    def test_task_is_finished_by_who_was_asked(self, secretary, teacher, signed_in):
        task = TaskFactory(member=teacher.member, meeting=held(secretary))
        client, page = signed_in(teacher), url("task-finish", task)
        client.post(page, fill(client, page, note="已办"))
        task.refresh_from_db()
        assert (task.status, task.done_on, task.note) == (TaskStatus.DONE, TODAY, "已办")
        facts = {str(fact.label): fact for fact in client.get(task.get_absolute_url()).context["facts"]}
        assert (facts["会议"].value, facts["会议"].url) == ("2026年第1次座谈会", "")

    def test_who_isnt_asked_cant_finish_a_task(self, teacher, signed_in):
        meeting = HeldFactory(status=MeetingStatus.CONFIRMED)
        ParticipantFactory(meeting=meeting, member=teacher.member)
        task = TaskFactory(meeting=meeting)
        assert signed_in(teacher).get(url("task-finish", task)).status_code == 403

    def test_notice_says_how_many_are_told(self, secretary, signed_in):
        MemberFactory.create_batch(2)
        meeting = planned(secretary, audience=AudienceFactory())
        page = signed_in(secretary).get(url("announce", meeting))
        assert page.context["question"] == (
            "2026年11月22日15:30，会议室。应到3人都会收到通知，能看到议题和会议材料。"
        )
