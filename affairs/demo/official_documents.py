"""The demo school's register: what came in and went out this year, what goes round, and what is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from affairs.enums import Direction, Secrecy, Urgency
from affairs.models import OfficialDocument
from affairs.services import finish_document, forward_document, read_document, register_document, void_document
from members.models import Account, Department, Member
from members.selectors import colleagues, holder_of
from unionoffice.demo import as_of
from unionoffice.roles import Role

IN, OUT = Direction.INCOMING, Direction.OUTGOING
READERS = 9
"""How many get each that goes round."""


@dataclass(frozen=True)
class _Entry:
    """One document: how many days ago, and what it wants by when (days from then)."""

    days: int
    direction: Direction
    party: str
    document_no: str
    title: str
    asks_for: str = ""
    due: int = 0
    outcome: str = ""
    urgency: Urgency = Urgency.PLAIN
    secrecy: Secrecy = Secrecy.NONE
    goes_round: bool = False
    void: str = ""


ENTRIES: tuple[_Entry, ...] = (
    _Entry(250, IN, "市教育工会", "市教工〔{year}〕4号", "关于开展师德主题教育活动的通知", goes_round=True),
    _Entry(
        231,
        IN,
        "市总工会",
        "市总工发〔{year}〕12号",
        "关于做好基层工会会员会籍管理工作的通知",
        "3月底前完成会员信息核对并报送汇总表",
        30,
        "已核对并报送会员信息汇总表。",
    ),
    _Entry(210, OUT, "市教育工会", "明德工〔{year}〕2号", "关于报送工会年度工作计划的报告"),
    _Entry(188, OUT, "各工会小组", "明德工〔{year}〕4号", "关于举办教职工春季运动会的通知", goes_round=True),
    _Entry(150, OUT, "各工会小组", "", "关于暑期疗休养的通知", void="重复登记。"),
    _Entry(
        118,
        IN,
        "市教育局",
        "市教办〔{year}〕31号",
        "关于规范学校收费行为的通知",
        goes_round=True,
    ),
    _Entry(
        96,
        IN,
        "市教育工会",
        "市教工〔{year}〕19号",
        "关于推荐模范职工之家的通知",
        "报送推荐材料",
        20,
        "已报送推荐材料。",
        Urgency.URGENT,
    ),
    _Entry(60, OUT, "校党总支", "明德工〔{year}〕9号", "关于召开第九届教代会第三次会议的请示"),
    _Entry(
        55, IN, "校党总支", "", "关于同意召开第九届教代会第三次会议的批复", secrecy=Secrecy.INTERNAL, goes_round=True
    ),
    _Entry(
        21,
        IN,
        "市教育工会",
        "市教工〔{year}〕27号",
        "关于报送年度工会工作总结的通知",
        "报送年度工作总结和统计年报表",
        35,
        goes_round=True,
    ),
    _Entry(
        9,
        IN,
        "市总工会",
        "市总办〔{year}〕52号",
        "关于开展冬季送温暖摸底工作的通知",
        "摸底困难教职工，上报名单",
        7,
        urgency=Urgency.URGENT,
    ),
    _Entry(2, IN, "市教育工会", "市教工〔{year}〕31号", "关于组织教职工书画摄影展的通知", goes_round=True),
)


def keep_register(on: date) -> None:
    """Everything by the secretary; the older ones were read by nearly everybody."""
    secretary = holder_of(Role.SECRETARY, on)
    people = list(colleagues()[:READERS])
    for entry in ENTRIES:
        day = on - timedelta(days=entry.days)
        with as_of(day):
            document = _registered(entry, secretary, day)
            if entry.goes_round:
                _goes_round(document, people, secretary, day)
        with as_of(min(day + timedelta(days=3), on)):
            _dealt_with(entry, document, secretary, min(day + timedelta(days=3), on))


def _registered(entry: _Entry, by: Account, day: date) -> OfficialDocument:
    office = Department.objects.filter(name="校长办公室").first()
    document = OfficialDocument(
        direction=entry.direction,
        party=entry.party,
        document_no=entry.document_no.format(year=day.year),
        title=entry.title,
        handled_on=day,
        dated_on=day - timedelta(days=2),
        asks_for=entry.asks_for,
        department=office if entry.asks_for else None,
        due_on=day + timedelta(days=entry.due) if entry.due else None,
        urgency=entry.urgency,
        secrecy=entry.secrecy,
    )
    return register_document(document, by=by, on=day)


def _goes_round(document: OfficialDocument, people: list[Member], by: Account, day: date) -> None:
    forward_document(document, members=people, due_on=day + timedelta(days=7), by=by, on=day)


def _dealt_with(entry: _Entry, document: OfficialDocument, by: Account, day: date) -> None:
    readers = document.forwards.select_related("member__account").order_by("pk")
    for forward in readers[: 3 if entry.days < READERS else READERS - 1]:
        if account := getattr(forward.member, "account", None):
            read_document(forward, by=account, on=day)
    if entry.outcome:
        finish_document(document, outcome=entry.outcome, by=by, on=day)
    if entry.void:
        void_document(document, reason=entry.void, by=by)
