"""Meetings: who met about what, and what was said."""

from datetime import date, time

from affairs import services
from affairs.enums import MeetingKind, Qualifier, Stage
from affairs.models import MeetingTopic
from congress.models import Session, Term
from congress.services import hold_session, save_session, save_term
from members.enums import AudienceKey
from members.models import Audience
from tests.affairs.acceptance.disclosed import REGULARLY, SCHOOLS
from tests.affairs.acceptance.facts import COUNT, Office, recorded
from tests.affairs.acceptance.laid_down import asked
from tests.affairs.meetings import decision, opinion, past, planned, seated, signed
from tests.affairs.steps import published
from tests.conftest import TODAY
from tests.members.factories import (
    DepartmentFactory,
    DepartmentHeadFactory,
    GroupLeaderFactory,
    MemberFactory,
)
from unionoffice.precision import Precision

MEETINGS = "affairs.meetings"


@recorded(
    "a",
    "Topics fixed by Party, administration and union together; draft schemes shown to every staff member beforehand",
    {f"{MEETINGS}.leadership": 1, "affairs.consultations": 1, "affairs.consultations.opinions": 2},
)
def topics_fixed_together(office, _fact):
    past(
        office.secretary,
        kind=MeetingKind.LEADERSHIP,
        title="党政工联席会",
        held_on=date(2026, 2, 27),
        topics=["确定教代会议题"],
    )
    asked(office, "绩效工资方案征求意见", "第一条 绩效工资按岗位和实绩发放。", said=2)


@recorded(
    "a",
    "Congress work put on the Party organisation's agenda each year",
    {f"{MEETINGS}.leadership": COUNT},
)
def on_the_partys_agenda(office, _fact):
    past(
        office.secretary,
        kind=MeetingKind.LEADERSHIP,
        title="党组织会议",
        held_on=date(2026, 3, 1),
        precision=Precision.YEAR,
        topics=["教代会工作列入党组织议事日程"],
    )


@recorded(
    "a",
    "Professional-ethics code studied in meetings and one-to-one talks",
    {f"{MEETINGS}.other": 1},
    words=("5月12日召开师德学习会",),
)
def ethics_code(office, fact):
    """The talks are confidential and belong elsewhere."""
    assert "会议" in fact.others["forms"]
    past(
        office.secretary,
        kind=MeetingKind.OTHER,
        title="师德学习会",
        held_on=date(2026, 5, 12),
        topics=["学习《中小学教师职业道德规范》"],
    )


@recorded(
    "b",
    "Two preparatory meetings on the performance-pay rules",
    {f"{MEETINGS}.other": COUNT},
    words=("6月召开绩效工资奖励条例筹备会", "7月召开绩效工资奖励条例筹备会"),
)
def preparatory_meetings(office, fact):
    """六月和七月: of each only the month is known."""
    for month in (6, 7):
        past(
            office.secretary,
            kind=MeetingKind.OTHER,
            title=f"{fact.others['topic']}筹备会",
            held_on=date(2026, month, 15),
            precision=Precision.MONTH,
            topics=[fact.others["topic"]],
        )


@recorded(
    "b",
    "Forum of women teacher representatives",
    {f"{MEETINGS}.forum": COUNT, f"{MEETINGS}.forum.opinions": 2, f"{MEETINGS}.forum.opinions.answered": 1},
    words=("3月8日召开女教师代表座谈会",),
)
def forum_of_women(office, _fact):
    forum = past(
        office.secretary,
        theme="女教师代表座谈会",
        title="",
        audience=Audience.objects.get(key=AudienceKey.WOMEN),
        headcount=26,
    )
    said = [opinion(forum, office.secretary, text=text) for text in ("增设哺乳室。", "错开午休。")]
    services.answer_opinion(
        said[0],
        answer="已列入维修计划。",
        outcome="adopted",
        answered_by="总务处",
        by=office.secretary,
        on=TODAY,
    )


@recorded(
    "c",
    "Committee meetings and congress sessions held in time",
    {f"{MEETINGS}.committee": 3, "congress.sessions": 1},
)
def committee_and_congress(office, _fact):
    """Each two months the committee, each with a majority; and the session of the year."""
    seats = MemberFactory.create_batch(3)
    committee = seated(*seats, name="上届工会委员会", kind="audit")
    for month in (1, 3, 5):
        meeting = planned(
            office.secretary,
            kind=MeetingKind.COMMITTEE,
            title="",
            committee=committee,
            held_on=date(2026, month, 20),
        )
        signed(meeting, office.secretary, *seats[:2])
        services.hold_meeting(meeting, by=office.secretary, on=TODAY)
    days = {"number": 8, "from_on": date(2025, 1, 1), "to_on": date(2029, 12, 31)}
    term = save_term(Term(), days, by=office.secretary)
    day = date(2026, 10, 20)
    session = save_session(
        Session(), {"term": term, "number": 1, "starts_on": day, "ends_on": day}, by=office.secretary
    )
    hold_session(session, by=office.secretary, on=day)


@recorded(
    "c",
    "Joint meeting (联席会议) of committee, subject heads and group leaders decides weighty matters",
    {f"{MEETINGS}.joint": 1, f"{MEETINGS}.decisions": 1},
    words=("召开联席会议",),
)
def joint_meeting(office, fact):
    """Who is due follows from the offices that people held on the day."""
    assert fact.others["members"] == ["工会委员", "教研组长", "工会小组长"]
    seats = MemberFactory.create_batch(2)
    head = DepartmentHeadFactory(unit=DepartmentFactory(name="语文组")).member
    leader = GroupLeaderFactory().member
    meeting = planned(
        office.secretary,
        kind=MeetingKind.JOINT,
        title="联席会议",
        committee=seated(*seats, name="工会委员", kind="audit"),
        with_heads=True,
        with_group_leaders=True,
    )
    assert set(meeting.people_due()) >= {*seats, head, leader}
    signed(meeting, office.secretary, *seats, head, leader)
    decision(meeting, office.secretary, text="绩效工资方案提请教职工代表大会审议。")
    services.hold_meeting(meeting, by=office.secretary, on=TODAY)


@recorded(
    "c",
    "Next year's budget discussed at a special meeting and publicised to all staff for opinions",
    {
        f"{MEETINGS}.administrative": COUNT,
        SCHOOLS: 1,
        "affairs.consultations": 1,
        "affairs.consultations.opinions": 3,
    },
    beside={REGULARLY: 1, "affairs.disclosures.stage.before": 1},
)
def budget_before_it_is_adopted(office, fact):
    assert fact.others["stages"] == ["行政会议", "公示", "征求意见"]
    past(
        office.secretary,
        kind=MeetingKind.ADMINISTRATIVE,
        title="下年度预算专题行政会议",
        held_on=date(2026, 2, 26),
        topics=["下年度预算"],
    )
    published(
        office.publicity,
        office.principal,
        "年度预算与决算",
        on=date(2026, 3, 2),
        title="下年度预算草案",
        stage=Stage.BEFORE,
        period_code="2026",
    )
    asked(office, "下年度预算征求意见", "一、收入22万元。\n二、支出20万元。", said=3)


def told_to_all_staff(office: Office, topic: str, *, on: date) -> None:
    """The principal reports at a meeting of all staff."""
    meeting = planned(
        office.secretary,
        kind=MeetingKind.ALL_STAFF,
        title="教职工大会",
        held_on=on,
        starts_at=time(16),
        chair=office.principal.member,
    )
    services.add_topic(
        MeetingTopic(meeting=meeting, title=topic, presenter=office.principal.member), by=office.secretary
    )
    services.hold_meeting(meeting, by=office.secretary, on=TODAY)


@recorded(
    "c",
    "Year-end final account given with the district finance centre; head reports execution to all staff",
    {f"{MEETINGS}.all_staff": COUNT},
    words=("1月15日召开教职工大会",),
)
def budget_execution(office, fact):
    assert fact.others["reporter"] == "校长"
    told_to_all_staff(office, "校长作预算执行情况的报告", on=date(2026, 1, 15))


@recorded(
    "c",
    "Head's later report on proposal implementation to the staff assembly",
    {f"{MEETINGS}.all_staff": COUNT},
    words=("10月12日召开教职工大会",),
)
def report_on_proposals(office, fact):
    told_to_all_staff(office, f"校长作{fact.others['document']}", on=date(2026, 10, 12))


@recorded(
    "c",
    "Proposals collected at the staff assembly",
    {f"{MEETINGS}.all_staff": 1, f"{MEETINGS}.all_staff.opinions": COUNT},
    words=("召开教工大会",),
)
def proposals_collected(office, fact):
    """As the minutes of that day have them; how each went on is told of proposals."""
    meeting = past(
        office.secretary,
        kind=MeetingKind.ALL_STAFF,
        title=fact.others["meeting"],
        held_on=date(2026, 4, 8),
        headcount=120,
        qualifier=Qualifier.OVER,
    )
    for number in range(fact.count):
        opinion(meeting, office.secretary, text=f"第{number + 1}件提案")
