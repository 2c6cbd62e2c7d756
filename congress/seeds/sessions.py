"""The rules of sessions, and what belongs to the preparation of every session; each with its source."""

from dataclasses import dataclass
from typing import Any

from congress.enums import Assembly, Body, Evidence, Rhythm
from congress.models import StandardMatter
from congress.seeds.sources import STAFF_LAW, UNION_LAW
from unionoffice.roles import Role
from unionoffice.rules import RuleKind, seed_rule

LOCAL = "国家规定未定天数，各地教代会实施办法不同，多为会前15天。由学校教代会决定。"
HABIT = "学校教代会筹备的通行做法。"


@dataclass(frozen=True)
class _Matter:
    """A matter of the standard: from how many days before the session until how many, and on whom it is incumbent."""

    key: str
    title: str
    days_from: int
    days_until: int
    office: Role
    source: str = HABIT
    evidence: str = ""
    body: str = ""
    assembly: str = ""


LISTENED = f"{STAFF_LAW}：教代会在学校党组织领导下开展工作。"

STANDARD = (
    _Matter("party", "教代会工作列入党组织议事日程", 60, 45, Role.PARTY_SECRETARY, LISTENED, body=Body.STAFF),
    _Matter("topics", "党组织、行政、工会商定议题", 45, 30, Role.CHAIR, evidence=Evidence.TOPICS),
    _Matter("call", "发出提案征集通知", 35, 15, Role.SECRETARY, LOCAL, evidence=Evidence.CALL, body=Body.STAFF),
    _Matter("drafts", "拟审议的方案草案发全体教职工征求意见", 30, 15, Role.SECRETARY),
    _Matter(
        "delegates",
        "代表资格审查，补选缺额代表",
        30,
        20,
        Role.ORGANISATION_OFFICER,
        f"{STAFF_LAW}：代表由教职工直接选举产生。",
        body=Body.STAFF,
        assembly=Assembly.DELEGATES,
    ),
    _Matter(
        "discussion",
        "划分代表团，安排分组讨论",
        25,
        10,
        Role.ORGANISATION_OFFICER,
        evidence=Evidence.DISCUSSION,
        assembly=Assembly.DELEGATES,
    ),
    _Matter("budget", "会议经费列入预算", 30, 20, Role.TREASURER),
    _Matter("notice", "发出召开通知", 20, 15, Role.SECRETARY, LOCAL, evidence=Evidence.NOTICE),
    _Matter("groups", "成立提案审理等工作小组", 20, 14, Role.CHAIR, evidence=Evidence.GROUPS, body=Body.STAFF),
    _Matter(
        "presidium",
        "提出主席团和执行主席建议名单",
        20,
        7,
        Role.CHAIR,
        f"{STAFF_LAW}：主席团由学校各方面人员组成，教师代表应占多数。",
        evidence=Evidence.PRESIDIUM,
        body=Body.STAFF,
    ),
    _Matter("review", "审理提案，答复人做好准备", 14, 5, Role.SECRETARY, body=Body.STAFF),
    _Matter("documents", "会议文件发给代表", 15, 7, Role.SECRETARY, "通行做法：会前7天把文件发给代表。"),
    _Matter("preparatory", "召开预备会，通过议程和主席团名单", 7, 1, Role.CHAIR, evidence=Evidence.PREPARATORY),
    _Matter("publicity", "公开栏预告，安排宣传报道", 10, 3, Role.PUBLICITY_OFFICER),
    _Matter("ballots", "印制表决票、选票和签到表", 5, 2, Role.SECRETARY),
    _Matter("cards", "制作代表证，编排座次", 5, 2, Role.ORGANISATION_OFFICER, assembly=Assembly.DELEGATES),
    _Matter("venue", "布置会场，检查音响和投影", 3, 1, Role.SPORTS_OFFICER),
    _Matter(
        "members_asked",
        "向同级党组织和上级工会书面报告",
        60,
        45,
        Role.CHAIR,
        f"{UNION_LAW}：每届第一次会议前，代表构成、主要议程等向同级党组织和上一级工会书面报告。",
        body=Body.UNION,
    ),
    _Matter(
        "members_reports",
        "起草工会工作、经费收支和经费审查报告",
        40,
        15,
        Role.CHAIR,
        f"{UNION_LAW}：听取和审议工会委员会、经费审查委员会的工作报告和经费收支情况报告。",
        body=Body.UNION,
    ),
    _Matter(
        "members_delegates",
        "会员代表资格审查，补选缺额代表",
        30,
        20,
        Role.ORGANISATION_OFFICER,
        f"{UNION_LAW}：会员代表由会员民主选举产生。",
        body=Body.UNION,
        assembly=Assembly.DELEGATES,
    ),
    _Matter(
        "members_presidium",
        "提出大会主席团建议名单",
        20,
        7,
        Role.CHAIR,
        evidence=Evidence.PRESIDIUM,
        body=Body.UNION,
    ),
)


def seed_session_rules() -> None:
    """Put the defaults in place; safe to repeat, and what the school has changed stays."""
    seed_rule("congress.notice_days", label="召开通知至少提前", value=15, kind=RuleKind.DAYS, source=LOCAL)
    seed_rule("congress.call_days", label="提案征集通知至少提前", value=15, kind=RuleKind.DAYS, source=LOCAL)
    seed_rule(
        "congress.rhythm",
        label="教代会例会",
        value=Rhythm.YEAR.value,
        kind=RuleKind.CHOICE,
        choices=_choices(Rhythm.choices),
        source=f"{STAFF_LAW}：教职工代表大会每学年至少召开一次。学校可以规定每学期一次。",
    )
    seed_rule(
        "congress.rhythm_warning",
        label="学年或学期结束前多少天提醒安排例会",
        value=90,
        kind=RuleKind.DAYS,
        source=HABIT,
    )
    seed_rule("congress.checklist_ahead", label="筹备事项到期前多少天提醒", value=3, kind=RuleKind.DAYS, source=HABIT)
    for matter in STANDARD:
        _seed_matter(matter)


def _choices(choices: list[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(value, str(label)) for value, label in choices]


def _seed_matter(matter: _Matter) -> None:
    told = {name: value for name, value in vars(matter).items() if name != "key"}
    StandardMatter.objects.get_or_create(key=matter.key, defaults=told)
