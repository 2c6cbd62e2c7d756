"""The demo school's visits over the year, at every step between request and payment."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from finance.enums import Fund
from finance.models import BankAccount
from members.enums import ChangeKind, ServiceStatus
from members.models import Account, Member
from members.selectors import holder_of
from unionoffice.areas import DemoAccount
from unionoffice.demo import as_of
from unionoffice.roles import Role
from welfare.enums import Condition, Occasion, Relation, VisitForm, VisitStatus
from welfare.models import Visit
from welfare.services import approve_visit, check_visit, close_visit, pay_visit, record_visit, request_visit


@dataclass(frozen=True)
class _Told:
    """One visit of the demo: how many days ago, for what, how much, and how far it has come."""

    days: int
    occasion: Occasion
    cash: int = 0
    goods: str = ""
    value: int = 0
    relation: Relation = Relation.SELF
    condition: Condition = Condition.NONE
    form: VisitForm = VisitForm.HOME
    fund: Fund = Fund.UNION
    place: str = ""
    until: VisitStatus = VisitStatus.PAID
    retired: bool = False


HOSPITAL, HERE = VisitForm.HOSPITAL, VisitForm.SCHOOL
SCHOOL, AT_HOME = Fund.ADMINISTRATION, "退休教师家中"
DONE = VisitStatus.CLOSED

YEAR: tuple[_Told, ...] = (
    _Told(315, Occasion.ILLNESS, 800, form=HOSPITAL, place="市第一人民医院"),
    _Told(
        301,
        Occasion.FESTIVAL,
        goods="米、油",
        value=300,
        fund=Fund.ADMINISTRATION,
        place="退休教师家中",
        until=DONE,
        retired=True,
    ),
    _Told(
        300,
        Occasion.FESTIVAL,
        goods="米、油",
        value=300,
        fund=Fund.ADMINISTRATION,
        place="老教师家中",
        until=DONE,
        retired=True,
    ),
    _Told(280, Occasion.BEREAVEMENT, 1000, relation=Relation.PARENT, form=VisitForm.FUNERAL),
    _Told(266, Occasion.WEDDING, goods="床上用品", value=800),
    _Told(250, Occasion.CHILDBIRTH, goods="母婴用品", value=900),
    _Told(236, Occasion.ILLNESS, 2000, condition=Condition.SURGERY, form=HOSPITAL, place="市中医院"),
    _Told(221, Occasion.ILLNESS, 600, form=HOSPITAL, place="市第一人民医院", retired=True),
    _Told(205, Occasion.INJURY, 500),
    _Told(190, Occasion.WEDDING, goods="床上用品", value=800),
    _Told(171, Occasion.BEREAVEMENT, 1000, relation=Relation.PARENT, form=VisitForm.FUNERAL),
    _Told(160, Occasion.ILLNESS, 800, form=HOSPITAL, place="江城医学院附属医院"),
    _Told(
        135,
        Occasion.SUMMER,
        goods="防暑用品",
        value=1200,
        fund=Fund.UPPER,
        place="食堂和保安室",
        form=VisitForm.SCHOOL,
        until=DONE,
    ),
    _Told(120, Occasion.RETIREMENT, goods="纪念品", value=900),
    _Told(88, Occasion.NEW_TEACHER, form=VisitForm.SCHOOL, place="教工之家", until=DONE),
    _Told(80, Occasion.RETIREMENT, goods="纪念品", value=900),
    _Told(72, Occasion.CHILDBIRTH, goods="母婴用品", value=900),
    _Told(60, Occasion.MISFORTUNE, 1000, fund=Fund.DONATION, until=DONE),
    _Told(48, Occasion.ILLNESS, 1000, form=HOSPITAL, place="市第一人民医院"),
    _Told(33, Occasion.BEREAVEMENT, 1000, relation=Relation.SPOUSE, form=VisitForm.FUNERAL, retired=True),
    _Told(20, Occasion.ILLNESS, 700, form=HOSPITAL, place="市中医院"),
    _Told(12, Occasion.WEDDING, goods="床上用品", value=800, until=VisitStatus.VISITED),
    _Told(6, Occasion.ILLNESS, 900, form=HOSPITAL, place="市第一人民医院", until=VisitStatus.APPROVED),
    _Told(3, Occasion.ILLNESS, 2600, condition=Condition.SURGERY, form=HOSPITAL, until=VisitStatus.CHECKED),
    _Told(1, Occasion.CHILDBIRTH, goods="母婴用品", value=900, until=VisitStatus.REQUESTED),
)


def build(on: date) -> list[DemoAccount]:
    """A year of visits to different people, by the people whose office it is."""
    if Visit.objects.exists():
        return []
    crew = _Crew(on)
    serving, retired, leavers = crew.serving(), crew.retired(), crew.leavers()
    for told in YEAR:
        leaving = told.occasion is Occasion.RETIREMENT
        crew.lead(told, (leavers if leaving else retired if told.retired else serving).pop())
    return []


class _Crew:
    """Those who ask, check, approve, go and pay."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.officer: Account = holder_of(Role.WELFARE_OFFICER, on)
        self.secretary: Account = holder_of(Role.SECRETARY, on)
        self.chair: Account = holder_of(Role.CHAIR, on)
        self.cashier: Account = holder_of(Role.CASHIER, on)
        self.account = BankAccount.objects.earliest("pk")

    def serving(self) -> list[Member]:
        """Staff to be visited, none of whom holds an office."""
        return list(Member.objects.in_service().filter(account__grants=None).order_by("id_digest"))

    def retired(self) -> list[Member]:
        """Those who retired before the office knew them."""
        return list(Member.objects.filter(service_status=ServiceStatus.RETIRED, account=None).order_by("id_digest"))

    def leavers(self) -> list[Member]:
        """Those who retired within the last year."""
        return list(Member.objects.filter(status_changes__kind=ChangeKind.RETIRED))

    def lead(self, told: _Told, member: Member) -> None:
        """Take one visit from the request to where it stands."""
        day = self.on - timedelta(days=told.days)
        visit = Visit(
            member=member,
            occasion=told.occasion,
            relation=told.relation,
            condition=told.condition,
            happened_on=day,
            cash=Decimal(told.cash),
            goods=told.goods,
            goods_value=Decimal(told.value),
            fund=told.fund,
            form=told.form,
            place=told.place,
        )
        with as_of(day):
            request_visit(visit, by=self.officer, on=day)
            if told.until is VisitStatus.REQUESTED:
                return
            check_visit(visit, by=self.secretary)
            if told.until is VisitStatus.CHECKED:
                return
            approve_visit(visit, by=self.chair, on=day)
            if told.until is VisitStatus.APPROVED:
                return
        self.go(visit, day + timedelta(days=1), told.until)

    def go(self, visit: Visit, day: date, until: VisitStatus) -> None:
        """Make the visit, and pay or close it the day after."""
        with as_of(day):
            record_visit(visit, visited_on=day, visitors="周敏、蒋文博", by=self.officer, on=day)
        after = day + timedelta(days=1)
        with as_of(after):
            if until is VisitStatus.PAID:
                pay_visit(visit, account=self.account, by=self.cashier, on=after)
            elif until is VisitStatus.CLOSED:
                close_visit(visit, by=self.officer)
