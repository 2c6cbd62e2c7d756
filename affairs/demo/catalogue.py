"""The demo school's catalogue: issued, kept for the most part, hanging at several places, and checked."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import cycle

from affairs.enums import Category, ChannelKind, CoverageStatus, Timing
from affairs.models import BoardCheck, CatalogueDuty, CatalogueItem, Channel, CheckIssue, Disclosure
from affairs.selectors import Obligation, obligations
from affairs.services import (
    finish_issue,
    issue_catalogue,
    put_up_copy,
    raise_issue,
    record_check,
    record_past_disclosures,
    renew_channel,
    save_channel,
    save_item,
    take_down_disclosure,
)
from members.models import Account, Department, Member
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.roles import Role

DEPARTMENTS = {
    "总务处": (Category.FINANCE, Category.BUILDING, Category.LOGISTICS, Category.WELFARE),
    "教务处": (Category.TEACHING, Category.TRAINING, Category.ADMISSION),
    "校长办公室": (Category.PLANNING, Category.TITLES, Category.COMMENDATION, Category.APPRAISAL, Category.CADRES),
}

IN_FORCE = timedelta(days=160)
"""How long the demo school has disclosed by its catalogue."""

CHANNELS: tuple[tuple[ChannelKind, str, str, str, Timing], ...] = (
    (ChannelKind.BOARD, "大厅公开栏", "办公大楼大厅", "各类校务，随时更换。", Timing.ANYTIME),
    (ChannelKind.BOARD, "会计室公开栏", "会计室门口", "经费收支、采购和食堂账目。", Timing.REGULAR),
    (ChannelKind.WALL, "工会之窗", "教学楼一楼", "工会活动、会员福利和经费审查结果。", Timing.REGULAR),
    (ChannelKind.CARD, "校领导联系卡", "校门口", "校领导分工、办公电话和接待日。", Timing.LONG),
    (ChannelKind.LETTER, "致家长的一封信", "", "收费标准、作息和重要安排，每学期一次。", Timing.REGULAR),
)
"""Kind, name, place, what is disclosed there, and how often it changes."""

DAYS_LATE = (-2, -5, -1, 6, -3, -2, None, -4, -1)
"""How late what was due was disclosed, one after the other; None for what still isn't."""

TEXTS = {
    Category.FINANCE: "本期收支已经核对，各项支出凭证齐全。明细表可到责任部门查阅。",
    Category.LOGISTICS: "本期账目已由膳食委员会和工会代表核对。原始凭证可到责任部门查阅。",
    Category.APPRAISAL: "本期出勤情况已汇总，病假、事假和公假按学校规定执行。对记录有疑问的，请在一周内核对。",
}
OTHERWISE = "本期情况已经整理，现予公开。详细材料可到责任部门查阅。"


def assign_departments(on: date) -> None:
    """Who answers for what, since long before the catalogue was issued."""
    secretary = holder_of(Role.SECRETARY, on)
    with as_of(on - IN_FORCE - timedelta(days=200)):
        for name, categories in DEPARTMENTS.items():
            department = Department.objects.get(name=name)
            for item in CatalogueItem.objects.filter(sphere="school", category__in=categories):
                item.department = department
                save_item(item, by=secretary, on=on - IN_FORCE - timedelta(days=200))


def keep_a_catalogue(on: date) -> None:
    """Issue it, disclose what was due, hang it up and have it checked."""
    secretary = holder_of(Role.SECRETARY, on)
    begun = on - IN_FORCE
    with as_of(begun):
        issue_catalogue(from_on=begun, note="经校务公开领导小组会议审定。", by=secretary, on=begun)
    record_past_disclosures(_kept(begun, on), by=secretary, on=on)
    channels = _channels(secretary, begun)
    _hang(channels, secretary, on)
    _check(channels, on)


def _kept(begun: date, on: date) -> list[Disclosure]:
    """What was due and isn't on the board by other ways: most of it in time, some late, some still missing."""
    due = obligations(CatalogueDuty.objects.all(), begun, on, on=on)
    open_ones = [one for one in due if one.status == CoverageStatus.OVERDUE]
    disclosures = []
    for days, one in zip(cycle(DAYS_LATE), open_ones):
        if days is not None and one.due_on + timedelta(days=days) <= on:
            disclosures.append(_written(one, one.due_on + timedelta(days=days)))
    return disclosures


def _written(one: Obligation, day: date) -> Disclosure:
    item = one.duty.item
    return Disclosure(
        item=item,
        title=f"{one.period.label}{item.content}",
        body=TEXTS.get(Category(item.category), OTHERWISE),
        period_code=one.period.code,
        approver="沈立" if item.sphere == "school" else "周敏",
        approved_on=day,
        published_on=day,
    )


def _channels(secretary: Account, begun: date) -> dict[str, Channel]:
    """Five places; the board in the hall is kept by the publicity officer, the one of the accounts by the cashier."""
    keepers = {
        "大厅公开栏": holder_of(Role.PUBLICITY_OFFICER, begun).member,
        "会计室公开栏": holder_of(Role.CASHIER, begun).member,
    }
    made = {}
    with as_of(begun):
        for kind, name, place, content, timing in CHANNELS:
            channel = Channel(
                kind=kind, name=name, place=place, content=content, timing=timing, keeper=keepers.get(name)
            )
            made[name] = save_channel(channel, by=secretary)
    return made


def _hang(channels: dict[str, Channel], secretary: Account, on: date) -> None:
    """The newest hang; one hangs on though it was taken down."""
    day = on - timedelta(days=12)
    posted = Disclosure.objects.posted_on(day).filter(published_on__lte=day).order_by("-published_on", "-pk")
    with as_of(day):
        renew_channel(channels["大厅公开栏"], down=[], up=posted[:5], day=day, by=secretary, on=day)
        accounts = posted.filter(category__in=(Category.FINANCE, Category.LOGISTICS))
        renew_channel(channels["会计室公开栏"], down=[], up=accounts[:3], day=day, by=secretary, on=day)
        for disclosure in posted.filter(sphere="union")[:2]:
            put_up_copy(disclosure, channels["工会之窗"], up_on=day, by=secretary, on=day)
    stale = accounts[0]
    with as_of(on - timedelta(days=3)):
        take_down_disclosure(
            stale, reason="有一笔支出归错了科目，核对后重新公开", by=secretary, on=on - timedelta(days=3)
        )


def _check(channels: dict[str, Channel], on: date) -> None:
    """Two checks of the supervision group: what the first asked for is done, what the last asked for isn't."""
    auditor = holder_of(Role.AUDITOR, on)
    group = Member.objects.filter(account__in=[auditor, holder_of(Role.WOMEN_OFFICER, on)])
    first = _checked(
        on - timedelta(days=95), "上学期定期公开的内容是否按时、完整。", "内容齐全，多数按时公开。", auditor, group
    )
    late = _issue(first, "食堂账目公开晚了几天", "每月5日前把账目交宣传委员", Role.PUBLICITY_OFFICER, 10)
    raise_issue(late, by=auditor)
    finish_issue(late, done_on=late.due_on, outcome="已与总务处约定每月交账的日子。", by=auditor, on=late.due_on)
    seen = [channels["大厅公开栏"], channels["会计室公开栏"]]
    day = on - timedelta(days=8)
    last = _checked(day, "大厅和会计室公开栏的张贴情况。", "两处公开栏整洁，照明良好。", auditor, group, seen)
    raise_issue(_issue(last, "会计室公开栏的采购结果字号太小", "放大打印后重新张贴", Role.CASHIER, 12), by=auditor)


def _checked(
    day: date,
    scope: str,
    finding: str,
    auditor: Account,
    people: Iterable[Member],
    channels: Iterable[Channel] = (),
) -> BoardCheck:
    with as_of(day):
        check = BoardCheck(checked_on=day, scope=scope, finding=finding)
        return record_check(check, people=people, channels=channels, by=auditor, on=day)


def _issue(check: BoardCheck, problem: str, demand: str, who: Role, days: int) -> CheckIssue:
    handler = holder_of(who, check.checked_on).member
    due_on = check.checked_on + timedelta(days=days)
    return CheckIssue(check_held=check, problem=problem, demand=demand, handler=handler, due_on=due_on)
