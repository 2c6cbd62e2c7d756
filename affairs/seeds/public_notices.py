"""The rules of public notices, object by object, each with its source; a school changes them in the settings."""

from affairs.enums import NameShown, NoticeObject
from unionoffice.rules import RuleKind, seed_rule

LOCAL = "国家未作统一规定，各校做法不同。此为常见做法，由学校决定。"
TITLES = "《职称评审管理暂行规定》（人力资源社会保障部令第40号）：用人单位公示期不少于5个工作日。"
CADRES = "《党政领导干部选拔任用工作条例》关于任职前公示的规定：公示期不少于5个工作日。"
APPRAISAL = "《事业单位工作人员考核规定》：优秀档次人选在本单位公示，公示期一般不少于5个工作日。"
COMMENDATION = "评比达标表彰的通行要求：在本单位公示，一般不少于5个工作日；评选通知另有规定的从其规定。"
PRIVACY = "《中华人民共和国个人信息保护法》：处理个人信息应当限于实现处理目的的最小范围。如何公布由学校决定。"

DAYS: dict[NoticeObject, tuple[int, str]] = {
    NoticeObject.COMMENDATION: (5, COMMENDATION),
    NoticeObject.TITLES: (5, TITLES),
    NoticeObject.POSTS: (5, LOCAL),
    NoticeObject.APPRAISAL: (5, APPRAISAL),
    NoticeObject.HARDSHIP: (5, LOCAL),
    NoticeObject.CANDIDATES: (5, LOCAL),
    NoticeObject.CADRES: (5, CADRES),
    NoticeObject.OTHER: (5, LOCAL),
}
"""Working days, at the least."""

DELEGATES = {
    NoticeObject.COMMENDATION: 1,
    NoticeObject.TITLES: 1,
    NoticeObject.POSTS: 1,
    NoticeObject.HARDSHIP: 1,
}
"""Staff delegates in the review group, at the least; nobody where nothing is said."""

WAYS = [(value, str(label)) for value, label in NameShown.choices]

MASKED = {NoticeObject.HARDSHIP: NameShown.SURNAME}
"""How the staff are shown names that aren't told in full."""


def seed_notice_rules() -> None:
    """Put the defaults in place; safe to repeat."""
    for kind in NoticeObject:
        _seed_of(kind)
    seed_rule(
        "affairs.notice_names_outside",
        label="向社会公示时显示的姓名",
        value=NameShown.SURNAME,
        kind=RuleKind.CHOICE,
        choices=[choice for choice in WAYS if choice[0] != NameShown.FULL],
        source=PRIVACY,
    )
    seed_rule(
        "affairs.notice_shown_days",
        label="公示结束后结果继续公布的时间",
        value=30,
        kind=RuleKind.DAYS,
        source=LOCAL,
    )
    seed_rule(
        "affairs.notice_objections_a_day",
        label="一份公示一天最多接收的匿名异议",
        value=20,
        unit="条",
        source="防止有人大量提交。匿名异议不留身份，只能按天限制总数；由学校决定。",
    )


def _seed_of(kind: NoticeObject) -> None:
    """How long, reviewed by whom, and how the staff are shown the names."""
    days, source = DAYS[kind]
    seed_rule(
        f"affairs.notice_days.{kind}",
        label=f"公示期：{kind.label}",
        value=days,
        kind=RuleKind.DAYS,
        unit="个工作日",
        source=source,
    )
    seed_rule(
        f"affairs.notice_delegates.{kind}",
        label=f"评审小组中教职工代表的最少人数：{kind.label}",
        value=DELEGATES.get(kind, 0),
        unit="名",
        source=LOCAL,
    )
    seed_rule(
        f"affairs.notice_names.{kind}",
        label=f"公示时教职工看到的姓名：{kind.label}",
        value=MASKED.get(kind, NameShown.FULL),
        kind=RuleKind.CHOICE,
        choices=WAYS,
        source=PRIVACY,
    )
