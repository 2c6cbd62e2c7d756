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
    "学校经费使用情况": (
        "公用经费主要用于水电、教学用品和设备维修，各项支出未超预算。"
        "支出明细表张贴在会计室公开栏，凭证可到总务处查阅。"
    ),
    "社会捐赠和资助资金使用情况": (
        "收到的捐赠全部进入学校账户，按捐赠人的意愿用于图书和奖学金，明细可到总务处查阅。"
    ),
    "年度预算与决算": (
        "预算执行情况经教职工代表大会听取和讨论。超出预算的项目已逐项说明原因，决算报表可到总务处查阅。"
    ),
    "教职工考勤和请假情况": (
        "各部门考勤已汇总，病假、事假和公假按考勤办法执行。对本人记录有疑问的，请在一周内到校长办公室核对。"
    ),
    "食堂管理与伙食账目": (
        "账目由膳食委员会和工会代表逐笔核对，略有结余，"
        "转入下月用于改善菜品。食材进价每周公布，进货凭证可到总务处查阅。"
    ),
    "校园安全管理": (
        "组织消防、防震演练各一次，检查用电线路和实验室药品两次，查出的隐患已全部整改。门卫登记和监控由专人值守。"
    ),
    "公务接待与公务用车": "接待一律在学校食堂安排工作餐，不上烟酒。公务用车按里程登记，没有节假日用车。",
    "课程设置与作息安排": (
        "各年级开足国家规定的课程，每天体育活动不少于一小时。早读不早于7时50分，晚自习由学生自愿参加。"
    ),
    "教学检查和质量分析": (
        "教案、作业和听课记录抽查两次，结果已反馈各教研组。质量分析只比较进步幅度，不给班级和教师排名。"
    ),
    "教师培训安排": (
        "安排校本研修六次，外派市级培训八人次，人选由教研组推荐、教务处审核。学时登记结果可在教务处核对。"
    ),
    "外出学习和考察情况": "外出学习十二人次，均有通知和审批手续，差旅费按标准报销，返校后在教研组作了汇报。",
    "收费项目与标准": (
        "只收取作业本费、课后服务费和住宿费，标准以物价部门核定的为准，没有其他收费。家庭困难的学生可以申请减免。"
    ),
    "学生资助政策与结果": (
        "资助名单经班级评议、年级审核和学校公示后确定，资助款全部打入学生本人的卡中。为保护学生，不公布姓名。"
    ),
    "招生政策与录取结果": "按教育局划定的范围招生，没有笔试和面试，录取结果由纪检委员和工会代表监督核对。",
    "工会经费收支情况": (
        "收入为会费、行政拨缴和上级补助，支出主要用于会员活动、慰问和培训，经费审查委员会已审核凭证。"
    ),
    "会费收缴情况": "会费按月从工资中代收，缴纳标准没有变化，没有欠缴。新入会的会员从入会次月起缴纳。",
    "互助保障参保和理赔": "会员全部参加互助保障，理赔材料由工会小组代办，赔付款直接打入本人卡中。",
}
"""What is disclosed, by the catalogue's words."""
OTHERWISE = "材料由责任部门整理，经集体研究后公开。需要了解详情的，请到责任部门查阅，或者在下面提问。"


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
        body=TEXTS.get(item.content, OTHERWISE),
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
