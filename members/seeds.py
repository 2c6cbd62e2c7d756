"""What every office needs from its first day: audiences, rules, ages of retirement. What the office changes stays."""

from datetime import date

from members.enums import (
    AudienceKey,
    Gender,
    PoliticalStatus,
    PostCategory,
    RetirementCategory,
    ServiceStatus,
    UnionStatus,
)
from members.models import Audience, AudienceRule, RetirementAge, Tag
from unionoffice.rules import RuleKind, seed_rule

IN_SERVICE = (ServiceStatus.IN_SERVICE,)

AUDIENCES: dict[AudienceKey, AudienceRule] = {
    AudienceKey.STAFF: AudienceRule(service=IN_SERVICE),
    AudienceKey.UNION_MEMBERS: AudienceRule(service=IN_SERVICE, union=(UnionStatus.MEMBER,)),
    AudienceKey.WOMEN: AudienceRule(service=IN_SERVICE, gender=(Gender.FEMALE,)),
    AudienceKey.RETIRED: AudienceRule(service=(ServiceStatus.RETIRED, ServiceStatus.RETIRED_CADRE)),
    AudienceKey.NEW_TEACHERS: AudienceRule(service=IN_SERVICE, posts=(PostCategory.TEACHER,), hired_within=12),
    AudienceKey.PARTY_MEMBERS: AudienceRule(
        service=IN_SERVICE, political=(PoliticalStatus.PARTY_MEMBER, PoliticalStatus.PROBATIONARY)
    ),
}

TAGS: dict[str, str] = {
    "班主任": "担任班主任的教师，每学年由教务处提供名单。",
    "骨干教师": "区县以上认定的骨干教师。",
    "学科带头人": "区县以上认定的学科带头人。",
    "外地": "家在外地，节假日留校的优先慰问。",
    "住校": "住在学校宿舍。",
    "双职工": "夫妻都在本校。",
    "劳模": "区县以上劳动模范、先进工作者。",
    "退役军人": "建军节慰问的对象。",
}
"""What most schools ask by; each office makes its own of it."""

RETIREMENT_FROM = date(2025, 1, 1)
RETIREMENT_AGES: dict[RetirementCategory, tuple[int, int, int]] = {
    RetirementCategory.MAN: (60 * 12, 63 * 12, 4),
    RetirementCategory.WOMAN_CADRE: (55 * 12, 58 * 12, 4),
    RetirementCategory.WOMAN_WORKER: (50 * 12, 55 * 12, 2),
}
"""Old age, new age, and in how many months of reaching the old age the other rises by one."""
RETIREMENT_SOURCE = (
    "《国务院关于渐进式延迟法定退休年龄的办法》第一条（2024年9月13日第十四届全国人民代表大会常务委员会第十一次会议批准，"
    "自2025年1月1日起施行）：男职工和原法定退休年龄为五十五周岁的女职工，法定退休年龄每四个月延迟一个月，"
    "分别逐步延迟至六十三周岁和五十八周岁；原法定退休年龄为五十周岁的女职工，法定退休年龄每二个月延迟一个月，"
    "逐步延迟至五十五周岁。"
)

CUSTOM = "各单位的做法不同，由学校工会决定。"


def seed() -> None:
    """Put everything in place; safe to repeat."""
    seed_audiences()
    seed_tags()
    seed_milestones()
    seed_committees()


def seed_audiences() -> None:
    """One that the office made itself under such a name becomes it."""
    for key, rule in AUDIENCES.items():
        if Audience.objects.filter(key=key).exists():
            continue
        name = str(key.label)
        audience = Audience.objects.filter(name=name).first() or Audience(name=name, rule=rule.stored())
        audience.key = key
        audience.save()


def seed_tags() -> None:
    """Only where there are none yet: one that the office took away or named otherwise doesn't come back."""
    if not Tag.objects.exists():
        for name, note in TAGS.items():
            Tag.objects.create(name=name, note=note)


def seed_milestones() -> None:
    """The law on retirement, and what offices decide for themselves."""
    for category, (old, new, step) in RETIREMENT_AGES.items():
        told = {"old_age": old, "new_age": new, "months_a_step": step, "source": RETIREMENT_SOURCE}
        RetirementAge.objects.get_or_create(category=category, valid_from=RETIREMENT_FROM, defaults=told)
    seed_rule(
        "members.milestones.age",
        label="整寿按什么年龄计算",
        value="full",
        kind=RuleKind.CHOICE,
        choices=(("full", "周岁"), ("nominal", "虚岁，生日那天为周岁加一")),
        source=CUSTOM,
    )
    seed_rule("members.milestones.round_from", label="从多少岁起祝整寿，逢十为整", value=60, unit="岁", source=CUSTOM)
    seed_rule(
        "members.milestones.weddings",
        label="列出哪些结婚纪念日",
        value="golden_diamond",
        kind=RuleKind.CHOICE,
        choices=(("golden", "金婚"), ("golden_diamond", "金婚、钻石婚"), ("all", "银婚、金婚、钻石婚")),
        source=CUSTOM,
    )
    seed_rule(
        "members.milestones.service_since",
        label="周年从什么时候算起",
        value="hired_on",
        kind=RuleKind.CHOICE,
        choices=(("hired_on", "来校时间"), ("first_job_on", "参加工作时间")),
        source=CUSTOM,
    )
    seed_rule(
        "members.milestones.service_years", label="每满多少年列为周年，0为不列", value=10, unit="年", source=CUSTOM
    )


COMMITTEE_SIZES = ((24, 3, 5), (200, 3, 7), (1000, 7, 15), (5000, 15, 21), (10000, 21, 29))
"""Up to how many members, how many sit at least and at most on the union's committee."""
SIZE_SOURCE = (
    "《工会基层组织选举工作条例》关于基层工会委员会委员名额的规定：会员不足25人设委员3至5人，也可以设主席或组织员1人；"
    "25人至200人设3至7人；201人至1000人设7至15人；1001人至5000人设15至21人；5001人至10000人设21至29人。"
)
TERM_SOURCE = "《中华人民共和国工会法》：基层工会委员会每届任期三年或者五年。"
WOMEN_SOURCE = "《工会女职工委员会工作条例》：有女会员10名以上的应建立女职工委员会，不足10名的可以设女职工委员。"
APART_SOURCE = "经费审查应与工会经费的管理分开。各地具体要求不同，此为常见做法，由学校工会决定。"
WARNING_SOURCE = "为换届的请示、推选和选举留出时间，由学校工会决定。"


def seed_committees() -> None:
    """How large a committee is, how long it serves, and who doesn't sit on it."""
    for band, least, most in COMMITTEE_SIZES:
        named = f"会员不超过{band}人的工会委员会委员"
        key = f"members.committee.size_{band}"
        seed_rule(f"{key}_min", label=f"{named}最少人数", value=least, unit="名", source=SIZE_SOURCE)
        seed_rule(f"{key}_max", label=f"{named}最多人数", value=most, unit="名", source=SIZE_SOURCE)
    seed_rule("members.committee.years_short", label="委员会任期（短）", value=3, unit="年", source=TERM_SOURCE)
    seed_rule("members.committee.years_long", label="委员会任期（长）", value=5, unit="年", source=TERM_SOURCE)
    seed_rule(
        "members.committee.women_from",
        label="应建立女职工委员会的女会员人数",
        value=10,
        unit="名",
        source=WOMEN_SOURCE,
    )
    seed_rule(
        "members.committee.audit_apart",
        label="工会主席、副主席、会计、出纳不兼任经审委员",
        value=True,
        source=APART_SOURCE,
    )
    seed_rule(
        "members.committee.warning",
        label="委员会任期届满前提醒换届",
        value=180,
        kind=RuleKind.DAYS,
        source=WARNING_SOURCE,
    )
