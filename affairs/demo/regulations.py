"""The demo school's regulations: some that hold since years, one revised, one abolished, some under way."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from affairs.enums import RegulationKind
from affairs.models import Regulation, RegulationVersion
from affairs.services import (
    abolish_version,
    begin_version,
    draft_regulation,
    enact_version,
    mend_version,
    submit_version,
)
from members.models import Account, Department
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.roles import Role

CONGRESS = "第九届教职工代表大会第{n}次会议"


@dataclass(frozen=True)
class Laid:
    """A regulation of the demo: how many days it holds, and who passed it; `revised` is its second version."""

    days: int
    title: str
    kind: RegulationKind
    department: str
    passed_by: str
    document_no: str
    text: str
    revised: str = ""
    note: str = ""
    revised_days: int = 0
    revised_by: str = ""
    abolished_days: int = 0


COMFORT = (
    "第一章 总则",
    "第一条 为做好教职工慰问工作，体现学校和工会的关心，制定本办法。",
    "第二条 本办法适用于全体在职教职工和退休教职工，不包括临时用工。",
    "第二章 慰问标准",
    "第三条 教职工结婚、生育的，慰问标准各为500元。",
    "第四条 教职工生病住院的，慰问标准为500元；做手术的，慰问标准为1000元。",
    "第五条 教职工退休的，由工会组织欢送，赠送纪念品，标准为500元。",
    "第三章 办理",
    "第六条 由工会小组长提出，工会生活委员核实，工会主席批准后办理。",
    "第七条 慰问情况每学期在公开栏公布一次。",
)
COMFORT_REVISED = (
    *COMFORT[:4],
    "第三条 教职工结婚、生育的，慰问标准各为1000元，以慰问品形式发放。",
    "第四条 教职工生病住院的，慰问标准为1000元；做手术的，慰问标准为2000元。同一病种一年慰问一次。",
    "第五条 教职工退休的，由工会组织欢送，赠送纪念品，标准为1000元。",
    "第六条 教职工去世或其父母、配偶、子女去世的，由工会派人吊唁。",
    "第三章 办理",
    "第七条 由工会小组长提出，工会生活委员核实，工会主席批准后办理；情况紧急的，可以先慰问后补办。",
    "第八条 慰问情况每学期在公开栏公布一次。",
)
PAY = (
    "第一条 绩效工资分为基础部分和奖励部分，奖励部分占30%。",
    "第二条 班主任津贴每月600元，教研组长津贴每月300元。",
    "第三条 周课时超过标准的，每课时补贴30元。",
    "第四条 年度考核优秀的，奖励部分上浮10%。",
    "第五条 本办法由校长办公室负责解释。",
)
PAY_DRAFT = (
    "第一条 绩效工资分为基础部分和奖励部分，奖励部分占40%。",
    "第二条 班主任津贴每月800元，教研组长津贴每月400元。",
    "第三条 周课时超过标准的，每课时补贴40元；代课的，每课时补贴50元。",
    "第四条 年度考核优秀的，奖励部分上浮10%。",
    "第五条 本办法由校长办公室负责解释。",
)
HELD: tuple[Laid, ...] = (
    Laid(
        980,
        "教职工慰问办法",
        RegulationKind.WELFARE,
        "总务处",
        CONGRESS.format(n="一"),
        "明德工〔{year}〕3号",
        "\n".join(COMFORT),
        "\n".join(COMFORT_REVISED),
        "提高标准，增加丧事吊唁和紧急慰问的补办。",
        260,
        CONGRESS.format(n="二"),
    ),
    Laid(
        900,
        "绩效工资分配办法",
        RegulationKind.PAY,
        "校长办公室",
        CONGRESS.format(n="一"),
        "明德中学〔{year}〕18号",
        "\n".join(PAY),
    ),
    Laid(
        860,
        "校务公开实施办法",
        RegulationKind.DEMOCRACY,
        "校长办公室",
        "校长办公会",
        "明德中学〔{year}〕21号",
        "第一条 学校重大事项、与教职工切身利益有关的事项都应当公开。\n"
        "第二条 公开目录每年核定一次，由各部门按目录公开。\n"
        "第三条 监督小组每学期检查两次，检查结果在教代会上报告。",
    ),
    Laid(
        700,
        "工会经费管理办法",
        RegulationKind.UNION,
        "",
        "工会委员会",
        "明德工〔{year}〕7号",
        "第一条 工会经费独立核算，实行预算管理。\n"
        "第二条 支出由工会主席审批；超过5000元的，由工会委员会集体研究。\n"
        "第三条 每季度公开一次收支，每年接受经费审查委员会审查。",
    ),
    Laid(
        640,
        "评优评先办法",
        RegulationKind.APPRAISAL,
        "校长办公室",
        CONGRESS.format(n="二"),
        "明德中学〔{year}〕30号",
        "第一条 评优评先由评审小组评比，评审小组中教职工代表不少于三分之一。\n"
        "第二条 拟推荐人选在公布栏公示，没有异议的，由学校发文确认。\n"
        "第三条 弄虚作假的，取消资格，两年内不得参评。",
    ),
    Laid(
        1400,
        "教职工考勤暂行办法",
        RegulationKind.PERSONNEL,
        "校长办公室",
        "第八届教职工代表大会第三次会议",
        "明德中学〔{year}〕9号",
        "第一条 教职工上下班签到。\n第二条 请假一天以内由部门负责人批准。",
        abolished_days=200,
    ),
)


def keep_regulations(on: date) -> None:
    """What holds, what held, what is deliberated and what is drafted."""
    secretary = holder_of(Role.SECRETARY, on)
    for told in HELD:
        _held(told, secretary, on)
    _under_way(secretary, on)


def _held(told: Laid, by: Account, on: date) -> None:
    version = _enacted(_drafted(told, by, on - timedelta(days=told.days + 30)), told, by, on)
    if told.revised:
        day = on - timedelta(days=told.revised_days + 20)
        with as_of(day):
            version = begin_version(version.regulation, note=told.note, by=by, on=day)
            mend_version(version, changes={"text": told.revised}, by=by)
            submit_version(version, by=by)
        _enacted(version, replace(told, days=told.revised_days, passed_by=told.revised_by), by, on)
    if told.abolished_days:
        day = on - timedelta(days=told.abolished_days)
        with as_of(day):
            abolish_version(version, abolished_on=day, reason="已由新的人事管理规定代替。", by=by)


def _drafted(told: Laid, by: Account, day: date) -> RegulationVersion:
    department = Department.objects.filter(name=told.department).first()
    regulation = Regulation(
        title=told.title,
        kind=told.kind,
        department=department,
        needs_congress="代表大会" in told.passed_by,
    )
    with as_of(day):
        return draft_regulation(regulation, text=told.text, by=by, on=day)


def _enacted(version: RegulationVersion, told: Laid, by: Account, on: date) -> RegulationVersion:
    day = on - timedelta(days=told.days)
    with as_of(day):
        return enact_version(
            version,
            from_on=day,
            adopted_by=told.passed_by,
            adopted_on=day - timedelta(days=5),
            document_no=told.document_no.format(year=day.year),
            by=by,
            on=day,
        )


def _under_way(by: Account, on: date) -> None:
    """One that waits for the congress, one that is only drafted."""
    day = on - timedelta(days=24)
    office = Department.objects.filter(name="校长办公室").first()
    with as_of(day):
        titles = Regulation(
            title="专业技术岗位聘任办法", kind=RegulationKind.PERSONNEL, department=office, needs_congress=True
        )
        text = "第一条 按岗聘任，公开竞聘。\n第二条 聘任小组由学校领导和教职工代表组成。\n第三条 聘期三年。"
        submit_version(draft_regulation(titles, text=text, by=by, on=day), by=by)
    with as_of(on - timedelta(days=3)):
        reading = Regulation(title="职工书屋借阅规则", kind=RegulationKind.UNION)
        text = "第一条 教职工凭工号借阅，每次不超过3本。\n第二条 借期一个月，可以续借一次。"
        draft_regulation(reading, text=text, by=by, on=on - timedelta(days=3))
