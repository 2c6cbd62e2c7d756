"""The demo school's activities over the year, one at each step between draft and settlement."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from activities import services
from activities.enums import ActivityKind, Occasion
from activities.models import Activity
from finance.demo import book_paid
from finance.enums import Fund
from finance.models import BankAccount
from members.enums import AttendanceState, AudienceKey
from members.models import Account, Audience, Member, UnionGroup
from members.selectors import audience_members, holder_of
from members.services import close_gathering, mark_attendance
from unionoffice.areas import DemoAccount
from unionoffice.demo import as_of
from unionoffice.roles import Role

NOTICE = timedelta(days=14)
"""How long before its day an activity is announced."""

SIGN_UP = timedelta(days=3)
"""How long before its day sign-up closes."""

AFTERNOON, EVENING = time(14), time(17)


@dataclass(frozen=True)
class _Told:
    """One activity that was held: month and day, who came, and what it cost.

    With `names` people signed up and checked in; with `headcount` somebody counted.
    """

    month: int
    day: int
    title: str
    kind: ActivityKind
    place: str
    occasion: str = ""
    audience: AudienceKey = AudienceKey.STAFF
    names: int = 0
    headcount: int | None = None
    fund: Fund = Fund.UNION
    cost: int = 0
    per_head: int | None = None
    payee: str = ""
    report: str = ""


CULTURE, OTHER = ActivityKind.CULTURE, ActivityKind.OTHER
HELD: tuple[_Told, ...] = (
    _Told(12, 30, "迎新年联欢会", CULTURE, "学校礼堂", Occasion.NEW_YEAR, headcount=118, fund=Fund.ADMINISTRATION,
          cost=3600, report="各组出节目十六个，退休教师代表同台演出。"),
    _Told(3, 8, "女教职工健步走", ActivityKind.FESTIVAL, "滨江绿道", Occasion.WOMENS_DAY, AudienceKey.WOMEN, names=34,
          report="全程六公里，全部安全返回。"),
    _Told(4, 18, "南湖湿地公园春游", ActivityKind.TRIP, "南湖湿地公园", names=36, cost=5400, per_head=150,
          payee="江城市畅行客运公司", report="当日往返，两车分组活动。"),
    _Told(5, 4, "青年教师读书分享会", OTHER, "图书馆二楼", Occasion.YOUTH_DAY, headcount=22),
    _Told(5, 20, "教职工趣味运动会", CULTURE, "田径场", headcount=96, cost=2860, payee="江城市体育用品公司",
          report="设拔河、跳绳、袋鼠跳等八个项目。"),
    _Told(9, 9, "庆祝教师节座谈会", ActivityKind.FESTIVAL, "会议室", Occasion.TEACHERS_DAY, headcount=60),
    _Told(10, 18, "重阳节离退休教职工茶话会", ActivityKind.RETIREES, "教工之家", Occasion.DOUBLE_NINTH,
          AudienceKey.RETIRED, headcount=12, fund=Fund.ADMINISTRATION, cost=720, report="校长介绍学校近况。"),
)  # fmt: skip
PLAN = "统一组织，专人负责安全；备急救包，恶劣天气改期。"


def build(on: date) -> list[DemoAccount]:
    """A year of activities, some still on their way; then everything that the year paid is booked."""
    if Activity.objects.exists():
        return []
    crew = _Crew(on)
    for told in sorted(HELD, key=lambda told: _last(told.month, told.day, on)):
        crew.hold(told, _last(told.month, told.day, on))
    crew.record_for_group()
    crew.call_off()
    crew.claim()
    crew.invite()
    crew.draft()
    book_paid(on)
    return []


def _last(month: int, day: int, on: date) -> date:
    """The latest such day that lies at least a week back."""
    this_year = date(on.year, month, day)
    return this_year if this_year <= on - timedelta(days=7) else date(on.year - 1, month, day)


class _Crew:
    """Those who plan, approve, hold and pay."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.officer: Account = holder_of(Role.SPORTS_OFFICER, on)
        self.chair: Account = holder_of(Role.CHAIR, on)
        self.cashier: Account = holder_of(Role.CASHIER, on)
        self.account = BankAccount.objects.earliest("pk")

    def plan(self, told: _Told, day: date, *, capacity: int | None = None) -> Activity:
        """The draft of one activity."""
        union = told.fund == Fund.UNION
        activity = Activity(
            title=told.title,
            kind=told.kind,
            occasion=told.occasion,
            audience=Audience.objects.get(key=told.audience),
            leader=self.officer.member,
            starts_on=day,
            ends_on=day,
            starts_at=AFTERNOON,
            ends_at=EVENING,
            place=told.place,
            capacity=capacity,
            sign_up_until=day - SIGN_UP if told.names else None,
            fund=told.fund,
            budget=Decimal(told.cost),
            cost_per_head=Decimal(told.per_head) if union and told.per_head else None,
            plan=PLAN if told.cost else "",
        )
        return services.draft_activity(activity, by=self.officer)

    def announce(self, told: _Told, day: date, *, announced: date, capacity: int | None = None) -> Activity:
        """Planned, approved where it costs the union money, and announced."""
        with as_of(announced):
            activity = self.plan(told, day, capacity=capacity)
            if activity.plans_union_money:
                services.submit_activity(activity, by=self.officer, on=announced)
                services.approve_activity(activity, by=self.chair, on=announced)
            services.announce_activity(activity, by=self.officer, on=announced)
        return activity

    def sign_up(self, activity: Activity, count: int, day: date) -> list[Member]:
        """Some people of the audience take places."""
        meant = audience_members(activity.audience, activity.starts_on).filter(account__grants=None)
        people = list(meant.exclude(account=None).order_by("id_digest")[:count])
        with as_of(day):
            for member in people:
                services.sign_up(activity, member, by=member.account, on=day)
        return people

    def hold(self, told: _Told, day: date) -> None:
        """From the plan to the settled cost."""
        activity = self.announce(told, day, announced=day - NOTICE)
        people = self.sign_up(activity, told.names, day - SIGN_UP) if told.names else []
        self.take_place(activity, people, told, day)
        after = day + timedelta(days=2)
        with as_of(after):
            self.tell(activity, told, after)
            if activity.costs_union_money:
                services.approve_cost(activity, by=self.chair, on=after)
                services.pay_activity(activity, account=self.account, by=self.cashier, on=after)
            else:
                services.settle_activity(activity, by=self.officer)

    def take_place(self, activity: Activity, people: Iterable[Member], told: _Told, day: date) -> None:
        """People check in, or somebody counts."""
        with as_of(day):
            if told.names:
                at = timezone.make_aware(datetime.combine(day, AFTERNOON))
                gathering = services.open_attendance(activity, by=self.officer, at=at)
                mark_attendance(gathering, people, AttendanceState.PRESENT, by=self.officer, at=at)
                close_gathering(gathering, by=self.officer, at=at)
            services.hold_activity(activity, headcount=told.headcount, report=told.report, by=self.officer, on=day)

    def tell(self, activity: Activity, told: _Told, day: date) -> None:
        """What it cost."""
        services.tell_outcome(
            activity,
            headcount=told.headcount,
            report=told.report,
            actual_cost=Decimal(told.cost),
            payee=told.payee,
            by=self.officer,
            on=day,
        )

    def record_for_group(self) -> None:
        """A group leader records what the group did."""
        group = UnionGroup.objects.exclude(leader=None).select_related("leader__account").earliest("pk")
        assert group.leader is not None  # noqa: S101 -- asked for above
        day = self.on - timedelta(days=26)
        activity = Activity(
            title="小组读书沙龙",
            kind=OTHER,
            audience=Audience.objects.get(key=AudienceKey.UNION_MEMBERS),
            group=group,
            leader=group.leader,
            starts_on=day,
            ends_on=day,
            place="教工之家",
            headcount=14,
            actual_cost=Decimal(0),
        )
        with as_of(day + timedelta(days=1)):
            services.record_activity(activity, by=group.leader.account, on=day + timedelta(days=1))
            services.settle_activity(activity, by=group.leader.account)

    def call_off(self) -> None:
        """Rain."""
        day = self.on - timedelta(days=20)
        told = _Told(0, 0, "秋季登山", CULTURE, "云台山", names=20)
        activity = self.announce(told, day, announced=day - NOTICE)
        self.sign_up(activity, told.names, day - SIGN_UP)
        with as_of(day - timedelta(days=1)):
            services.cancel_activity(activity, by=self.officer, reason="连日降雨，山路湿滑")

    def claim(self) -> None:
        """Held a few days ago, its cost waits for the chair."""
        day = self.on - timedelta(days=5)
        told = _Told(0, 0, "教职工羽毛球赛", CULTURE, "体育馆", names=24, cost=1200, payee="江城市体育用品公司")
        activity = self.announce(told, day, announced=day - NOTICE)
        self.take_place(activity, self.sign_up(activity, told.names, day - SIGN_UP), told, day)
        with as_of(day + timedelta(days=2)):
            self.tell(activity, told, day + timedelta(days=2))

    def invite(self) -> None:
        """To come: more people than places."""
        told = _Told(0, 0, "冬季健身课：八段锦", CULTURE, "舞蹈教室", names=1)
        day = self.on + timedelta(days=9)
        activity = self.announce(told, day, announced=self.on - timedelta(days=4), capacity=12)
        self.sign_up(activity, 15, self.on - timedelta(days=2))

    def draft(self) -> None:
        """Still being planned."""
        told = _Told(0, 0, "新春游园会", ActivityKind.FESTIVAL, "学校操场", Occasion.SPRING_FESTIVAL, cost=4000)
        with as_of(self.on - timedelta(days=1)):
            self.plan(told, self.on + timedelta(days=75))
