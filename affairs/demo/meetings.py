"""The demo school's meetings: a year of every kind, at each step between plan and confirmed minutes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from affairs.enums import MeetingKind, MeetingStatus, OpinionOutcome, Qualifier
from affairs.models import Meeting, MeetingDecision, MeetingOpinion, MeetingTask, MeetingTopic
from affairs.papers import composed_minutes
from affairs.selectors import carried_over, lines_of
from affairs.services import (
    add_topic,
    announce_meeting,
    answer_opinion,
    ask_meeting_leave,
    confirm_minutes,
    finish_task,
    give_task,
    hold_meeting,
    note_decision,
    note_opinion,
    open_meeting_attendance,
    plan_meeting,
    record_past_meeting,
    submit_minutes,
    write_minutes,
)
from members.enums import AttendanceState, AudienceKey, CommitteeKind
from members.models import Account, Audience, Committee, Department, Member
from members.selectors import holder_of
from members.services import close_gathering, mark_attendance
from unionoffice.demo import as_of
from unionoffice.precision import Precision
from unionoffice.roles import Role

CHAIR, SECRETARY, PRINCIPAL = Role.CHAIR, Role.SECRETARY, Role.PRINCIPAL
WOMEN, AUDITOR = Role.WOMEN_OFFICER, Role.AUDITOR
"""Who leads the meetings of the year."""

LATE = 23
"""One in so many stays away without a word."""


@dataclass(frozen=True)
class _Said:
    """An opinion with its answer; without a name where `by` is None."""

    text: str
    answer: str = ""
    outcome: OpinionOutcome = OpinionOutcome.EXPLAINED
    answered_by: str = "工会"
    named: bool = False


@dataclass(frozen=True)
class _Asked:
    """A task: who, how many days after the meeting it is due, and when it was done."""

    text: str
    department: str = ""
    days: int = 14
    done_after: int | None = None


@dataclass(frozen=True)
class _Topic:
    title: str
    outcome: str = ""
    opinions: Sequence[_Said] = ()
    decisions: Sequence[str] = ()
    tasks: Sequence[_Asked] = ()


@dataclass(frozen=True)
class _Told:
    """One meeting, so many days ago (before, where below 0), and how far it came."""

    days_ago: int
    kind: MeetingKind
    title: str
    topics: Sequence[_Topic]
    led_by: Role = CHAIR
    until: MeetingStatus = MeetingStatus.CONFIRMED
    at: time = time(15, 30)
    place: str = "行政楼二楼会议室"
    whom: dict[str, Any] = field(default_factory=dict)
    theme: str = ""
    leave: str = ""


BUDGET = _Topic(
    "讨论下一年度工会经费预算",
    "会计汇报了预算编制情况，与会委员逐项审议。",
    [
        _Said("文体活动经费比上年减少，请说明原因。", "上年含运动服购置，属一次性支出。", named=True),
        _Said("建议增加困难职工慰问预备金。", "已在帮扶项目中增列2,000.00元。", OpinionOutcome.ADOPTED, named=True),
    ],
    ["原则通过下一年度工会经费预算草案，提交会员大会审议。", "预算草案在公开栏公示五个工作日，征求全体教职工意见。"],
    [_Asked("按会议意见修改预算草案，交主席审核", days=7, done_after=5), _Asked("整理公示期间收到的意见", days=20)],
)
CANTEEN = _Topic(
    "食堂供餐和午休",
    "",
    [
        _Said(
            "晚自习教师下班后食堂已经没有热菜，希望延长供餐时间。",
            "从下周起延长半小时。",
            OpinionOutcome.ADOPTED,
            "总务处",
        ),
        _Said("午休室床位不够，能否错开使用。", "已增设六个床位，按年级错开。", OpinionOutcome.PARTLY, "总务处"),
        _Said("哺乳室离教学楼太远。"),
    ],
    [],
    [
        _Asked("延长食堂晚间供餐半小时", "总务处", days=7, done_after=4),
        _Asked("勘察教学楼内增设哺乳室的地点", "总务处", days=10),
    ],
)
PAY = _Topic(
    "绩效工资奖励条例征求意见",
    "工会介绍了条例修改稿的主要变化。",
    [
        _Said("班主任工作量折算偏低。", "折算系数由0.2提高到0.3。", OpinionOutcome.ADOPTED, "校长办公室", named=True),
        _Said("请写明病假期间的发放办法。", "已增写第十二条。", OpinionOutcome.ADOPTED, "校长办公室"),
        _Said(
            "一线教师的奖励比例应再提高。",
            "本年度总量已定，下年度编制时研究。",
            OpinionOutcome.DECLINED,
            "校长办公室",
        ),
    ],
    ["条例修改稿按会议意见修改后，提请教职工代表大会审议。"],
    [_Asked("按意见修改条例并附说明", "校长办公室", days=15, done_after=12)],
)

MEETINGS = (
    _Told(
        262,
        MeetingKind.FORUM,
        "三八节女教师代表座谈会",
        [CANTEEN],
        led_by=WOMEN,
        whom={"audience": AudienceKey.WOMEN},
        theme="女教师代表座谈会",
        leave="外出培训",
    ),
    _Told(
        190,
        MeetingKind.JOINT,
        "绩效工资奖励条例联席会议",
        [PAY],
        whom={"committee": CommitteeKind.UNION, "with_heads": True, "with_group_leaders": True},
        leave="带队参加教研活动",
    ),
    _Told(
        96,
        MeetingKind.ALL_STAFF,
        "新学期全体教职工会议",
        [
            _Topic("校长作教代会提案落实情况报告", "本年度立案提案全部答复，十项已落实，其余列入计划。"),
            _Topic("部署新学期工作", "", [], ["开学第一个月开展“减负增效”专题调研。"]),
        ],
        led_by=PRINCIPAL,
        at=time(16, 0),
        place="报告厅",
        whom={"audience": AudienceKey.STAFF},
    ),
    _Told(
        61,
        MeetingKind.COMMITTEE,
        "工会委员会议",
        [
            _Topic(
                "国庆、中秋慰问安排",
                "",
                [],
                ["按标准为每位会员发放节日慰问品，由各小组签领。"],
                [_Asked("统计各小组领取人数", days=5, done_after=3)],
            ),
            _Topic(
                "教职工秋季运动会",
                "",
                [],
                ["十月下旬举办，以工会小组为单位报名。"],
                [_Asked("拟订运动会方案和安全预案", days=10, done_after=9)],
            ),
        ],
        whom={"committee": CommitteeKind.UNION},
    ),
    _Told(
        33,
        MeetingKind.COMMITTEE,
        "工会委员会议",
        [_Topic("上次会议决定事项办理情况"), BUDGET],
        whom={"committee": CommitteeKind.UNION},
        leave="家长会",
    ),
    _Told(
        19,
        MeetingKind.ADMINISTRATIVE,
        "行政办公会",
        [
            _Topic(
                "研究下一年度学校预算",
                "总务处汇报预算草案，工会主席列席并转达教职工意见。",
                [],
                ["预算草案公示征求意见后提交教代会。"],
                [_Asked("预算草案公示并汇总意见", "总务处", days=14)],
            )
        ],
        led_by=PRINCIPAL,
        until=MeetingStatus.DRAFTED,
        whom={"with_school_leaders": True, "with_heads": True},
    ),
    _Told(
        6,
        MeetingKind.AUDIT,
        "经审委员会议",
        [
            _Topic(
                "审查第三季度工会经费收支",
                "抽查凭证十五份，手续齐全。",
                [],
                ["出具第三季度经费审查意见。"],
                [_Asked("起草审查意见", days=10)],
            )
        ],
        led_by=AUDITOR,
        until=MeetingStatus.HELD,
        whom={"committee": CommitteeKind.AUDIT},
    ),
    _Told(
        -4,
        MeetingKind.COMMITTEE,
        "工会委员会议",
        [_Topic("上次会议决定事项办理情况"), _Topic("年终慰问和困难职工帮扶名单"), _Topic("年度工会工作总结提纲")],
        until=MeetingStatus.ANNOUNCED,
        whom={"committee": CommitteeKind.UNION},
    ),
    _Told(
        -11,
        MeetingKind.FORUM,
        "新教师座谈会",
        [_Topic("入职以来的困难和建议")],
        until=MeetingStatus.PLANNED,
        whom={"audience": AudienceKey.NEW_TEACHERS},
        theme="新教师座谈会",
    ),
)


def hold_meetings(on: date) -> None:
    """Tell the year, the earliest first, so that numbers follow the days."""
    _record_former(on)
    for told in MEETINGS:
        _Telling(told, on).tell()


def _record_former(on: date) -> None:
    """What the office remembers of the year before: a month, and a number without names."""
    secretary = holder_of(Role.SECRETARY, on)
    for month, headcount in ((6, 42), (7, 38)):
        meeting = Meeting(
            kind=MeetingKind.FORUM,
            title="绩效工资奖励条例筹备会",
            held_on=date(on.year - 1, month, 1),
            precision=Precision.MONTH,
            headcount=headcount,
            qualifier=Qualifier.OVER,
            place="会议室",
        )
        record_past_meeting(meeting, by=secretary, on=on, topics=["绩效工资奖励条例"])


class _Telling:
    """One meeting of the year on its way."""

    def __init__(self, told: _Told, on: date) -> None:
        self.told, self.on = told, on
        self.day = on - timedelta(days=told.days_ago)
        self.secretary = holder_of(Role.SECRETARY, on)
        self.leader: Account = holder_of(told.led_by, on)

    def tell(self) -> None:
        """From the plan as far as it came."""
        eve = min(self.day - timedelta(days=5), self.on - timedelta(days=2))
        with as_of(eve):
            self.meeting = plan_meeting(self._meeting(), by=self.secretary)
            self.topics = [self._topic(topic) for topic in self.told.topics]
            if self.told.until == MeetingStatus.PLANNED:
                return
            announce_meeting(self.meeting, by=self.secretary, on=eve)
            if self.told.leave:
                self._ask_leave(eve)
        if self.told.until != MeetingStatus.ANNOUNCED:
            with as_of(self.day):
                self._hold()
            self._minute()

    def _meeting(self) -> Meeting:
        whom = dict(self.told.whom)
        if key := whom.get("audience"):
            whom["audience"] = Audience.objects.get(key=key)
        if kind := whom.get("committee"):
            whom["committee"] = Committee.objects.filter(kind=kind).first()
        return Meeting(
            kind=self.told.kind,
            theme=self.told.theme,
            title=self.told.title,
            held_on=self.day,
            starts_at=self.told.at,
            ends_at=time(self.told.at.hour + 1, self.told.at.minute),
            place=self.told.place,
            chair=self.leader.member,
            recorder=self.secretary.member,
            convener="江城市明德中学" if self.told.led_by == PRINCIPAL else "江城市明德中学工会委员会",
            **whom,
        )

    def _topic(self, told: _Topic) -> MeetingTopic:
        topic = MeetingTopic(meeting=self.meeting, title=told.title, outcome=told.outcome)
        return add_topic(topic, by=self.secretary)

    def _moment(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.day, self.told.at))

    def _ask_leave(self, day: date) -> None:
        own = Q(account=self.leader) | Q(account=self.secretary) | Q(account=None)
        member = self.meeting.people_due().exclude(own).last()
        if member is not None:
            account = Account.objects.get(member=member)
            ask_meeting_leave(self.meeting, member, reason=self.told.leave, by=account, on=day, at=self._moment())

    def _hold(self) -> None:
        """People sign in, speak and decide."""
        gathering = open_meeting_attendance(self.meeting, by=self.secretary, at=self._moment())
        due = list(self.meeting.people_due())
        away = set(self.meeting.leaves.values_list("member_id", flat=True))
        late = {member.pk for member in due[LATE - 1 :: LATE]}
        came = [member for member in due if member.pk not in away | late]
        mark_attendance(gathering, came, AttendanceState.PRESENT, by=self.secretary, at=self._moment())
        for told, topic in zip(self.told.topics, self.topics, strict=True):
            self._discuss(told, topic, came)
        close_gathering(gathering, by=self.secretary, at=self._moment())
        hold_meeting(self.meeting, by=self.secretary, on=self.day)

    def _discuss(self, told: _Topic, topic: MeetingTopic, came: Sequence[Member]) -> None:
        by, day = self.secretary, self.day
        for place, said in enumerate(told.opinions):
            member = came[(place * 3 + 1) % len(came)] if said.named else None
            opinion = MeetingOpinion(meeting=self.meeting, topic=topic, text=said.text, member=member)
            note_opinion(opinion, by=by, on=day)
            if said.answer:
                answer_opinion(
                    opinion, answer=said.answer, outcome=said.outcome, answered_by=said.answered_by, by=by, on=day
                )
        for text in told.decisions:
            note_decision(MeetingDecision(meeting=self.meeting, topic=topic, text=text), by=by, on=day)
        for asked in told.tasks:
            self._give(asked, topic)

    def _give(self, asked: _Asked, topic: MeetingTopic) -> None:
        department = Department.objects.filter(name=asked.department).first() if asked.department else None
        member = None if department else self.secretary.member
        task = MeetingTask(
            meeting=self.meeting,
            topic=topic,
            text=asked.text,
            department=department,
            member=member,
            due_on=self.day + timedelta(days=asked.days),
        )
        give_task(task, by=self.secretary, on=self.day)
        done_on = self.day + timedelta(days=asked.done_after) if asked.done_after is not None else None
        if done_on is not None and done_on <= self.on:
            finish_task(task, note="", done_on=done_on, by=self.secretary, on=done_on)

    def _minute(self) -> None:
        """The minutes, as far as they came."""
        if self.told.until == MeetingStatus.HELD:
            return
        day = self.day + timedelta(days=2)
        with as_of(day):
            lines = lines_of(self.meeting, user=self.secretary, told=True)
            text = composed_minutes(self.meeting, lines, list(carried_over(self.meeting)))
            write_minutes(self.meeting, minutes=text, sent_to="各工会小组", by=self.secretary)
            submit_minutes(self.meeting, by=self.secretary, on=day)
        if self.told.until == MeetingStatus.CONFIRMED:
            with as_of(day + timedelta(days=1)):
                confirm_minutes(
                    self.meeting, version=self.meeting.version, by=self.leader, on=day + timedelta(days=1)
                )
