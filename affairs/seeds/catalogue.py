"""The catalogue that a school usually discloses by, and when what is regular is due. Each school makes it its own.

The matters are those that the ministry's rules on disclosing a school's affairs and the union's on its own name in
general terms, told in words that fit a school of any province and of any size.
"""

from dataclasses import dataclass

from affairs.enums import Category, ChannelKind, Interval, Reach, Sphere, Stage, Timing
from affairs.models import CatalogueDuty, CatalogueItem
from unionoffice.rules import RuleKind, seed_rule

MONTH, QUARTER, HALF, TERM, YEAR = Interval.MONTH, Interval.QUARTER, Interval.HALF, Interval.TERM, Interval.YEAR
LONG, ANYTIME = Timing.LONG, Timing.ANYTIME
BEFORE, DURING, AFTER = Stage.BEFORE, Stage.DURING, Stage.AFTER
STAFF, PUBLIC = Reach.STAFF, Reach.PUBLIC

BOARD = (ChannelKind.BOARD,)
MEETING = (ChannelKind.BOARD, ChannelKind.MEETING)
OPENLY = (ChannelKind.BOARD, ChannelKind.WEB)
PAPER = (ChannelKind.BOARD, ChannelKind.DOCUMENT)
PARENTS = (ChannelKind.BOARD, ChannelKind.WEB, ChannelKind.LETTER)


@dataclass(frozen=True)
class Matter:
    """One line of the catalogue; `often` is a timing, or the interval of what is regular."""

    content: str
    often: Timing | Interval
    stage: Stage
    reach: Reach = STAFF
    ways: tuple[ChannelKind, ...] = BOARD


SCHOOL: dict[Category, tuple[Matter, ...]] = {
    Category.PARTY: (
        Matter("党组织工作计划与总结", YEAR, AFTER, ways=MEETING),
        Matter("党费收缴与使用", YEAR, AFTER),
        Matter("发展党员和民主评议", ANYTIME, DURING),
    ),
    Category.PLANNING: (
        Matter("学校章程和管理制度", LONG, AFTER, PUBLIC, OPENLY),
        Matter("学校发展规划", LONG, BEFORE, PUBLIC, OPENLY),
        Matter("学校机构设置和职责分工", LONG, AFTER, PUBLIC, OPENLY),
        Matter("年度工作计划", YEAR, BEFORE, ways=MEETING),
        Matter("年度工作总结", YEAR, AFTER, ways=MEETING),
        Matter("教职工代表大会提案办理情况", YEAR, AFTER, ways=MEETING),
    ),
    Category.EVENTS: (
        Matter("重大活动安排", ANYTIME, BEFORE, PUBLIC, OPENLY),
        Matter("突发事件的处置情况", ANYTIME, AFTER),
    ),
    Category.FINANCE: (
        Matter("年度预算与决算", YEAR, AFTER, ways=MEETING),
        Matter("学校经费使用情况", QUARTER, AFTER),
        Matter("社会捐赠和资助资金使用情况", YEAR, AFTER, PUBLIC, OPENLY),
        Matter("财务审计结果", ANYTIME, AFTER),
    ),
    Category.BUILDING: (
        Matter("基建与维修项目", ANYTIME, DURING),
        Matter("大宗物资采购与招标", ANYTIME, DURING, PUBLIC, OPENLY),
        Matter("固定资产购置与处置", YEAR, AFTER),
    ),
    Category.TITLES: (
        Matter("职称评聘方案与结果", YEAR, DURING, ways=PAPER),
        Matter("岗位设置与晋级", ANYTIME, DURING, ways=PAPER),
        Matter("教职工招聘与调动", ANYTIME, DURING),
    ),
    Category.COMMENDATION: (
        Matter("评优评先推荐与结果", ANYTIME, DURING, ways=PAPER),
        Matter("学生评优和推荐", ANYTIME, DURING, PUBLIC, OPENLY),
    ),
    Category.APPRAISAL: (
        Matter("教职工年度考核结果", YEAR, AFTER, ways=PAPER),
        Matter("绩效工资分配方案", YEAR, BEFORE, ways=MEETING),
        Matter("教职工考勤和请假情况", MONTH, AFTER),
        Matter("师德考核与违规处理", ANYTIME, AFTER, ways=PAPER),
    ),
    Category.WELFARE: (
        Matter("教职工福利发放", ANYTIME, AFTER),
        Matter("社会保险和住房公积金缴存", YEAR, AFTER),
    ),
    Category.ADMISSION: (
        Matter("招生政策与录取结果", YEAR, DURING, PUBLIC, PARENTS),
        Matter("收费项目与标准", TERM, BEFORE, PUBLIC, PARENTS),
        Matter("学生资助政策与结果", TERM, DURING, PUBLIC, OPENLY),
    ),
    Category.TEACHING: (
        Matter("课程设置与作息安排", TERM, BEFORE, PUBLIC, PARENTS),
        Matter("教辅资料和校服选用", ANYTIME, BEFORE, PUBLIC, PARENTS),
        Matter("教学检查和质量分析", TERM, AFTER, ways=MEETING),
        Matter("课题申报与教学成果奖励", ANYTIME, DURING),
    ),
    Category.TRAINING: (
        Matter("教师培训安排", TERM, BEFORE),
        Matter("外出学习和考察情况", TERM, AFTER),
    ),
    Category.LOGISTICS: (
        Matter("食堂管理与伙食账目", MONTH, AFTER, PUBLIC, OPENLY),
        Matter("校园安全管理", TERM, AFTER, PUBLIC, OPENLY),
        Matter("校舍和场地出租出借", ANYTIME, BEFORE),
        Matter("公务接待与公务用车", QUARTER, AFTER),
    ),
    Category.CADRES: (
        Matter("干部选拔任用", ANYTIME, DURING, ways=PAPER),
        Matter("领导干部述职和民主评议", YEAR, AFTER, ways=MEETING),
        Matter("校领导联系方式和接待日", LONG, AFTER, PUBLIC, (ChannelKind.CARD, ChannelKind.WEB)),
    ),
    Category.OTHER: (Matter("其他应当公开的校务", ANYTIME, AFTER),),
}

UNION: dict[Category, tuple[Matter, ...]] = {
    Category.PLANNING: (
        Matter("工会工作计划与总结", YEAR, AFTER, ways=MEETING),
        Matter("工会重要会议和决定", ANYTIME, AFTER, ways=MEETING),
    ),
    Category.EVENTS: (Matter("工会活动安排", ANYTIME, BEFORE),),
    Category.FINANCE: (
        Matter("工会经费收支情况", QUARTER, AFTER),
        Matter("工会经费预算与决算", YEAR, AFTER, ways=MEETING),
        Matter("工会经费审查结果", YEAR, AFTER, ways=MEETING),
        Matter("会费收缴情况", HALF, AFTER),
    ),
    Category.COMMENDATION: (Matter("工会评先推荐", ANYTIME, DURING),),
    Category.WELFARE: (
        Matter("会员福利与慰问", ANYTIME, AFTER),
        Matter("困难职工帮扶", ANYTIME, DURING),
        Matter("互助保障参保和理赔", YEAR, AFTER),
    ),
    Category.ORGANISATION: (
        Matter("工会组织机构和委员分工", LONG, AFTER),
        Matter("工会换届与会员发展", ANYTIME, AFTER),
    ),
    Category.OTHER: (Matter("其他应当公开的会务", ANYTIME, AFTER),),
}

STEP = 10
"""Between two places in the order, so that a school can put something between them."""

DEADLINE_SOURCE = (
    "校务公开的有关规定要求定期公开的内容按期公布，没有统一规定天数。这是预设的值，由学校按本地要求和实际情况设定。"
)


def seed_catalogue() -> None:
    """The rules always; the matters once: a school that has a catalogue of its own gets nothing added."""
    _seed_rules()
    if CatalogueItem.objects.exists():
        return
    items = [
        _item(sphere, category, matter, position=STEP * place)
        for sphere, matters in ((Sphere.SCHOOL, SCHOOL), (Sphere.UNION, UNION))
        for category, listed in matters.items()
        for place, matter in enumerate(listed, start=1)
    ]
    CatalogueItem.objects.bulk_create(items)
    CatalogueDuty.objects.bulk_create(CatalogueDuty.of(item) for item in items)


def _item(sphere: Sphere, category: Category, matter: Matter, *, position: int) -> CatalogueItem:
    regular = isinstance(matter.often, Interval)
    return CatalogueItem(
        sphere=sphere,
        category=category,
        content=matter.content,
        position=position,
        ways=list(matter.ways),
        timing=Timing.REGULAR if regular else matter.often,
        interval=matter.often if regular else "",
        stage=matter.stage,
        reach=matter.reach,
    )


def _seed_rules() -> None:
    seed_rule(
        "affairs.coverage.days_after",
        label="定期公开：每期结束后多少天内公开",
        kind=RuleKind.DAYS,
        value=10,
        source=DEADLINE_SOURCE,
    )
    seed_rule(
        "affairs.coverage.days_into",
        label="定期公开：事前公开的，每期开始后多少天内公开",
        kind=RuleKind.DAYS,
        value=15,
        source=DEADLINE_SOURCE,
    )
    seed_rule(
        "affairs.coverage.remind_ahead",
        label="定期公开：到期前多少天提醒",
        kind=RuleKind.DAYS,
        value=5,
        source=DEADLINE_SOURCE,
    )
