"""The demo school's board: a year of disclosures of both spheres, at every step between draft and archive."""

from dataclasses import dataclass
from datetime import date, timedelta

from affairs.demo.board import add_files
from affairs.enums import DisclosureStatus, Reach
from affairs.models import CatalogueItem, Disclosure
from affairs.selectors import passages_of
from affairs.services import (
    approve_disclosure,
    archive_disclosure,
    comment_on_passage,
    correct_disclosure,
    draft_disclosure,
    mend_disclosure,
    return_disclosure,
    submit_disclosure,
    take_down_disclosure,
)
from members.models import Account
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.inbox.services import read_all_notices
from unionoffice.periods import Period, calendar_year, month, quarter
from unionoffice.roles import Role

DRAFT, SUBMITTED, RETURNED = DisclosureStatus.DRAFT, DisclosureStatus.SUBMITTED, DisclosureStatus.RETURNED
APPROVED, TAKEN_DOWN, ARCHIVED = DisclosureStatus.APPROVED, DisclosureStatus.TAKEN_DOWN, DisclosureStatus.ARCHIVED
PUBLISHED, CORRECTED = DisclosureStatus.PUBLISHED, DisclosureStatus.CORRECTED
PUBLICITY, SECRETARY, HEAD = Role.PUBLICITY_OFFICER, Role.SECRETARY, Role.DEPARTMENT_HEAD


@dataclass(frozen=True)
class _Told:
    """One disclosure of the demo: how many days ago it was drafted, and how far it has come.

    {year}, {quarter} and {month} stand for the ones before that day; `period` says which of them it reports on.
    """

    days: int
    item: str
    title: str
    body: str
    period: str = ""
    writer: Role = PUBLICITY
    until: DisclosureStatus = PUBLISHED
    posted: int = 0
    reach: Reach | None = None


YEAR: tuple[_Told, ...] = (
    _Told(
        340,
        "学校发展规划",
        "学校三年发展规划",
        "学校三年发展规划经教职工代表大会讨论通过，现予公开。规划提出三项任务：\n"
        "1. 建设一支结构合理的教师队伍，三年内新增高级教师12名。\n"
        "2. 改造实验楼和图书馆，增加学生活动场地。\n"
        "3. 健全教职工代表大会和校务公开制度，重大事项先公开、后决定。",
    ),
    _Told(
        322,
        "年度工作计划",
        "新学期学校工作计划",
        "本学期学校重点做好课堂教学改进、校园安全、青年教师培养三项工作。各处室的工作安排见附件，每月底检查进度。",
        period="year",
        writer=SECRETARY,
    ),
    _Told(
        318,
        "工会工作计划与总结",
        "{year}工会工作总结",
        "工会围绕教职工关心的事开展工作：走访慰问、文体活动、提案办理和经费管理情况已向会员（代表）大会报告，现予公开。",
        period="year",
        writer=SECRETARY,
    ),
    _Told(
        310,
        "工会经费收支情况",
        "{quarter}工会经费收支情况",
        "本季度收入49,080.00元，其中会费10,480.00元，拨缴经费38,600.00元；支出11,770.00元。账目可到工会办公室查阅。",
        period="quarter",
        writer=SECRETARY,
    ),
    _Told(
        296,
        "教职工年度考核结果",
        "教职工年度考核优秀等次名单",
        "年度考核经个人述职、群众评议、考核小组评定，拟定优秀等次18人。名单公开期间如有意见，请向校长办公室反映。",
        period="year",
        until=ARCHIVED,
        posted=30,
    ),
    _Told(
        281,
        "收费项目与标准",
        "本学期收费项目与标准",
        "本学期只收取以下费用，均按物价部门核定的标准执行：\n"
        "1. 教辅材料按实际用量结算。\n"
        "2. 课后服务费每生每月100元，自愿参加。\n"
        "3. 住宿费每生每学期350元。\n收费监督电话张贴在校门口。",
        writer=HEAD,
    ),
    _Told(
        268,
        "大宗物资采购与招标",
        "实验室设备采购结果",
        "理化生实验室设备采购经公开招标，三家单位参加，评标小组由总务处、教师代表和工会代表组成，中标价386,000.00元，比预算节省24,000.00元。",
    ),
    _Told(
        255,
        "学校经费使用情况",
        "{quarter}学校经费使用情况",
        "本季度公用经费支出412,600.00元，其中教学业务186,300.00元，维修92,400.00元，水电68,900.00元，其他65,000.00元。",
        period="quarter",
        until=CORRECTED,
    ),
    _Told(
        241,
        "会员福利与慰问",
        "上半年会员福利发放情况",
        "上半年按标准发放节日慰问品，全体会员每人一份，领取情况由各工会小组签字确认。",
        writer=SECRETARY,
    ),
    _Told(
        226,
        "教师培训安排",
        "暑期教师培训安排",
        "暑期培训分三段进行，请各教研组按时参加：\n"
        "1. 七月上旬，学科培训，由市教师发展中心组织。\n"
        "2. 八月中旬，信息技术培训，在校内进行。\n"
        "3. 八月下旬，新教师岗前培训。\n参加情况记入继续教育学分。",
        writer=HEAD,
    ),
    _Told(
        214,
        "工会经费收支情况",
        "{quarter}工会经费收支情况",
        "本季度收入38,600.00元，全部为拨缴经费；支出15,330.00元，主要用于职工书屋购书和排球赛。账目可到工会办公室查阅。",
        period="quarter",
        writer=SECRETARY,
    ),
    _Told(
        198,
        "食堂管理与伙食账目",
        "{month}食堂伙食账目",
        "本月伙食收入268,400.00元，食材支出201,300.00元，人工及水电62,800.00元，结余4,300.00元转入下月，用于改善菜品。",
        period="month",
    ),
    _Told(
        183,
        "岗位设置与晋级",
        "专业技术岗位晋级结果",
        "本次岗位晋级共有9人申报，经评审小组评议，7人晋级。评议办法和得分情况可到校长办公室查询。",
        until=TAKEN_DOWN,
    ),
    _Told(
        171,
        "评优评先推荐与结果",
        "市级优秀教师推荐人选",
        "经教研组推荐、全体教师投票、学校行政会议研究，推荐语文组一名教师为市级优秀教师人选。",
    ),
    _Told(
        158,
        "招生政策与录取结果",
        "新生录取与分班办法",
        "新生按市教育局划定的服务区录取，不举行任何形式的选拔考试。分班由电脑随机进行，家长代表和工会代表到场监督。",
        writer=HEAD,
    ),
    _Told(
        140,
        "基建与维修项目",
        "实验楼维修工程进展",
        "实验楼屋面防水和外墙维修已完成七成，预计开学前竣工。工程款按进度支付，已支付合同价的百分之六十。",
    ),
    _Told(
        124,
        "工会经费审查结果",
        "上半年工会经费审查结果",
        "经费审查委员会审查了上半年全部凭证，收支符合规定，建议活动类支出在通知中写明预算。工会已按建议改进。",
        writer=SECRETARY,
    ),
    _Told(
        101,
        "课程设置与作息安排",
        "新学期课程与作息时间",
        "新学期起上午第一节课为8时10分，下午放学为17时20分。各年级课程表张贴在教学楼一楼。",
        writer=HEAD,
    ),
    _Told(
        88,
        "困难职工帮扶",
        "互助金帮扶情况",
        "本学期帮扶因病致困教职工3人，共发放互助金6,000.00元。为保护个人隐私，不公布姓名。",
        writer=SECRETARY,
    ),
    _Told(
        72,
        "学校经费使用情况",
        "{quarter}学校经费使用情况",
        "本季度公用经费支出538,200.00元，其中教学业务214,700.00元，实验楼维修205,000.00元，水电61,500.00元，其他57,000.00元。",
        period="quarter",
    ),
    _Told(
        54,
        "食堂管理与伙食账目",
        "{month}食堂伙食账目",
        "本月伙食收入274,900.00元，食材支出206,100.00元，人工及水电63,200.00元，结余5,600.00元。膳食委员会每周抽查一次留样。",
        period="month",
    ),
    _Told(
        37,
        "职称评聘方案与结果",
        "本年度职称评聘方案",
        "本年度可聘高级岗位2个、一级岗位4个。申报条件和评分办法已经教职工代表大会通过，申报截止到本月底。",
        posted=90,
    ),
    _Told(
        20,
        "工会经费收支情况",
        "{quarter}工会经费收支情况",
        "本季度收入49,720.00元，其中会费10,520.00元，拨缴经费39,200.00元；支出6,000.00元。账目可到工会办公室查阅。",
        period="quarter",
        writer=SECRETARY,
    ),
    _Told(
        9,
        "重大活动安排",
        "校园开放日安排",
        "开放日当天，家长和社区居民可以进校听课、参观实验楼和食堂。请从南门登记入校，车辆停放在校外。",
        until=APPROVED,
    ),
    _Told(
        6,
        "绩效工资分配方案",
        "绩效工资分配方案（讨论稿）",
        "方案把班主任工作、课时和教学研究分别计分。请各工会小组讨论，意见交教职工代表。",
        until=RETURNED,
    ),
    _Told(
        3,
        "学校经费使用情况",
        "办公用品采购情况",
        "本月集中采购办公用品一批，共18,640.00元，由总务处和工会代表共同验收。",
        until=SUBMITTED,
    ),
    _Told(
        2,
        "工会活动安排",
        "教职工冬季长跑安排",
        "长跑在田径场进行，分男子组和女子组，自愿报名。请各工会小组长汇总名单。",
        writer=SECRETARY,
        until=SUBMITTED,
    ),
    _Told(
        1, "教师培训安排", "寒假教师培训安排", "培训内容和时间正在与市教师发展中心商定。", writer=HEAD, until=DRAFT
    ),
)


def keep_a_board(on: date) -> None:
    """A year of the board, by the people whose office it is."""
    crew = _Crew(on)
    for told in YEAR:
        crew.lead(told)


class _Crew:
    """Those who write, approve and keep the board."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.writers: dict[Role, Account] = {role: holder_of(role, on) for role in (PUBLICITY, SECRETARY, HEAD)}
        self.approvers = {"school": holder_of(Role.PRINCIPAL, on), "union": holder_of(Role.CHAIR, on)}
        self.items = {item.content: item for item in CatalogueItem.objects.all()}

    def lead(self, told: _Told) -> None:
        """Take one from the draft to where it stands."""
        day = self.on - timedelta(days=told.days)
        period = _before(day)[told.period] if told.period else None
        names = {key: value.label for key, value in _before(day).items()}
        disclosure = Disclosure(
            item=self.items[told.item],
            title=told.title.format(**names),
            body=told.body,
            reach=told.reach or "",
            period_code=period.code if period else "",
            publish_on=self.on + timedelta(days=5) if told.until is APPROVED else None,
            posted_until=day + timedelta(days=told.posted) if told.posted else None,
        )
        with as_of(day):
            draft_disclosure(disclosure, by=self.writers[told.writer], on=day)
            add_files(disclosure, day=day)
        if told.until is not DRAFT:
            self.hand_in(disclosure, day)
        if told.until is RETURNED:
            self.give_back(disclosure, day + timedelta(days=1))
        elif told.until not in (DRAFT, SUBMITTED):
            self.put_up(disclosure, day + timedelta(days=1))
            self.after(disclosure, told)

    def hand_in(self, disclosure: Disclosure, day: date) -> None:
        """Submit it."""
        with as_of(day):
            submit_disclosure(disclosure, by=disclosure.drafted_by, on=day)

    def give_back(self, disclosure: Disclosure, day: date) -> None:
        """Have it returned, with a comment on its last passage."""
        approver = self.approvers[disclosure.sphere]
        with as_of(day):
            place = len(passages_of(disclosure.body))
            text = "请附上各项的满分和评分办法，再征求意见。"
            comment_on_passage(
                disclosure, version=disclosure.version, place=place, quote="", text=text, by=approver, on=day
            )
            return_disclosure(disclosure, comment="请写明各项的分值，再公开讨论。", by=approver, on=day)

    def put_up(self, disclosure: Disclosure, day: date) -> None:
        """Have it approved."""
        with as_of(day):
            approver = self.approvers[disclosure.sphere]
            approve_disclosure(disclosure, version=disclosure.version, by=approver, on=day)
        for reader in (approver, disclosure.drafted_by):
            read_all_notices(reader)

    def after(self, disclosure: Disclosure, told: _Told) -> None:
        """Correct it, take it down, file it."""
        keeper = self.writers[SECRETARY]
        day = self.on - timedelta(days=told.days - 12)
        if told.until is CORRECTED:
            with as_of(day):
                note = "更正水电和其他两项的金额，合计不变。"
                correction = correct_disclosure(disclosure, note=note, by=disclosure.drafted_by, on=day)
                body = told.body.replace("68,900.00", "66,800.00").replace("65,000.00", "67,100.00")
                mend_disclosure(correction, changes={"body": body}, by=disclosure.drafted_by, on=day)
            self.hand_in(correction, day)
            self.put_up(correction, day + timedelta(days=1))
        if told.until in (TAKEN_DOWN, ARCHIVED):
            gone = day if not told.posted else day - timedelta(days=12 - told.posted - 1)
            with as_of(gone):
                reason = "公开期限已到" if told.posted else "结果已发文，公开结束"
                take_down_disclosure(disclosure, reason=reason, by=keeper, on=gone)
        if told.until is ARCHIVED:
            with as_of(day + timedelta(days=60)):
                archive_disclosure(disclosure, by=keeper)


def _before(day: date) -> dict[str, Period]:
    """The year, quarter and month that were over on a day."""
    last = (day.month - 1) // 3
    return {
        "year": calendar_year(day.year - 1),
        "quarter": quarter(day.year, last) if last else quarter(day.year - 1, 4),
        "month": month(day.year, day.month - 1) if day.month > 1 else month(day.year - 1, 12),
    }
