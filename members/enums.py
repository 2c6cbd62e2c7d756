"""The words that member records are kept in."""

from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Gender(TextChoices):
    """As on the identity card."""

    MALE = "male", _("男")
    FEMALE = "female", _("女")


class PoliticalStatus(TextChoices):
    """政治面貌."""

    PARTY_MEMBER = "party_member", _("中共党员")
    PROBATIONARY = "probationary", _("中共预备党员")
    LEAGUE_MEMBER = "league_member", _("共青团员")
    REVOLUTIONARY_COMMITTEE = "minge", _("民革党员")
    DEMOCRATIC_LEAGUE = "minmeng", _("民盟盟员")
    CONSTRUCTION = "minjian", _("民建会员")
    PROMOTING_DEMOCRACY = "minjin", _("民进会员")
    PEASANTS_AND_WORKERS = "nonggong", _("农工党党员")
    ZHI_GONG = "zhigong", _("致公党党员")
    JIU_SAN = "jiusan", _("九三学社社员")
    TAIWAN_LEAGUE = "taimeng", _("台盟盟员")
    NON_PARTISAN = "non_partisan", _("无党派人士")
    MASSES = "masses", _("群众")


class PostCategory(TextChoices):
    """岗位类别."""

    TEACHER = "teacher", _("教师")
    MANAGEMENT = "management", _("管理")
    ASSISTANT = "assistant", _("教辅")
    WORKER = "worker", _("工勤")


class PostRank(TextChoices):
    """岗位层级."""

    SCHOOL = "school", _("校级")
    MIDDLE = "middle", _("中层")
    GENERAL = "general", _("一般")


class ContractKind(TextChoices):
    """用工形式. Temporary staff are left out of the membership rate."""

    ESTABLISHED = "established", _("编制内")
    CONTRACT = "contract", _("聘用")
    TEMPORARY = "temporary", _("临时")


class ServiceStatus(TextChoices):
    """在职状态."""

    IN_SERVICE = "in_service", _("在职")
    RETIRED = "retired", _("退休")
    RETIRED_CADRE = "retired_cadre", _("离休")
    LEFT = "left", _("调离")
    DEAD = "dead", _("去世")


HERE = (ServiceStatus.IN_SERVICE, ServiceStatus.RETIRED, ServiceStatus.RETIRED_CADRE)
"""Who still belongs to the school."""

GONE = (ServiceStatus.LEFT, ServiceStatus.DEAD)
"""Who doesn't any more: placed nowhere, leading nothing, counted in no department or group of today."""


class UnionStatus(TextChoices):
    """会籍状态. Who retires keeps a membership without dues and without a vote."""

    MEMBER = "member", _("会员")
    RETAINED = "retained", _("保留会籍")
    NON_MEMBER = "non_member", _("非会员")


class ChangeKind(TextChoices):
    """变动. REGISTERED is the state in which the office first heard of somebody; it counts as no change."""

    REGISTERED = "registered", _("建档")
    JOINED = "joined", _("入会")
    TRANSFERRED_IN = "transferred_in", _("转入")
    TRANSFERRED_OUT = "transferred_out", _("转出")
    RETIRED = "retired", _("退休")
    RETIRED_CADRE = "retired_cadre", _("离休")
    LEFT = "left", _("调离")
    RETURNED = "returned", _("复职")
    RESIGNED = "resigned", _("退会")
    DIED = "died", _("去世")


class DepartmentKind(TextChoices):
    """部门类型."""

    SUBJECT_GROUP = "subject_group", _("教研组")
    GRADE_GROUP = "grade_group", _("年级组")
    OFFICE = "office", _("处室")


class CommitteeKind(TextChoices):
    """委员会."""

    UNION = "union", _("工会委员会")
    AUDIT = "audit", _("经费审查委员会")
    WOMEN = "women", _("女职工委员会")
    MEDIATION = "mediation", _("劳动争议调解委员会")
    OTHER = "other", _("其他")


class CommitteePost(TextChoices):
    """任职."""

    CHAIR = "chair", _("主席")
    VICE_CHAIR = "vice_chair", _("副主席")
    DIRECTOR = "director", _("主任")
    VICE_DIRECTOR = "vice_director", _("副主任")
    MEMBER = "member", _("委员")


class HowChosen(TextChoices):
    """How somebody came to an office."""

    ELECTED = "elected", _("选举")
    ADDED = "added", _("增补")
    SUBSTITUTED = "substituted", _("替补")
    APPOINTED = "appointed", _("任命")


class OfficeEnd(TextChoices):
    """Why somebody holds an office no more."""

    TERM_OVER = "term_over", _("任期届满")
    RESIGNED = "resigned", _("辞去")
    REASSIGNED = "reassigned", _("职务调整")
    TRANSFERRED = "transferred", _("调离")
    RETIRED = "retired", _("退休")
    DIED = "died", _("去世")
    REMOVED = "removed", _("撤换")


class HandoverKind(TextChoices):
    """What a line of a handover is about."""

    MATTER = "matter", _("未办结事项")
    THING = "thing", _("移交物品和资料")


HEAD_POSTS = (CommitteePost.CHAIR, CommitteePost.DIRECTOR)
"""Who leads a committee: one at a time."""

ELECTED_BY_MEMBERS = (CommitteeKind.UNION, CommitteeKind.AUDIT, CommitteeKind.WOMEN)
"""Committees of the union itself, on which only its members sit; others have seats for the administration too."""


AFTER_CHANGE: dict[ChangeKind, tuple[ServiceStatus | None, UnionStatus | None]] = {
    ChangeKind.JOINED: (None, UnionStatus.MEMBER),
    ChangeKind.TRANSFERRED_IN: (ServiceStatus.IN_SERVICE, UnionStatus.MEMBER),
    ChangeKind.TRANSFERRED_OUT: (ServiceStatus.LEFT, UnionStatus.NON_MEMBER),
    ChangeKind.RETIRED: (ServiceStatus.RETIRED, UnionStatus.RETAINED),
    ChangeKind.RETIRED_CADRE: (ServiceStatus.RETIRED_CADRE, UnionStatus.RETAINED),
    ChangeKind.LEFT: (ServiceStatus.LEFT, UnionStatus.NON_MEMBER),
    ChangeKind.RETURNED: (ServiceStatus.IN_SERVICE, None),
    ChangeKind.RESIGNED: (None, UnionStatus.NON_MEMBER),
    ChangeKind.DIED: (ServiceStatus.DEAD, UnionStatus.NON_MEMBER),
}
"""Service and union status after a change; None leaves it as it was. Nobody retains a membership they hadn't."""

CHANGES_OPEN_TO: dict[ServiceStatus, frozenset[ChangeKind]] = {
    ServiceStatus.IN_SERVICE: frozenset(
        {
            ChangeKind.JOINED,
            ChangeKind.TRANSFERRED_IN,
            ChangeKind.TRANSFERRED_OUT,
            ChangeKind.RETIRED,
            ChangeKind.RETIRED_CADRE,
            ChangeKind.LEFT,
            ChangeKind.RESIGNED,
            ChangeKind.DIED,
        }
    ),
    ServiceStatus.RETIRED: frozenset({ChangeKind.RETURNED, ChangeKind.RESIGNED, ChangeKind.DIED}),
    ServiceStatus.RETIRED_CADRE: frozenset({ChangeKind.RESIGNED, ChangeKind.DIED}),
    ServiceStatus.LEFT: frozenset({ChangeKind.TRANSFERRED_IN, ChangeKind.RETURNED, ChangeKind.DIED}),
    ServiceStatus.DEAD: frozenset(),
}
"""Which changes are open to somebody in each service status."""

ALREADY_SO: dict[ChangeKind, UnionStatus] = {
    ChangeKind.JOINED: UnionStatus.MEMBER,
    ChangeKind.TRANSFERRED_IN: UnionStatus.MEMBER,
    ChangeKind.RESIGNED: UnionStatus.NON_MEMBER,
    ChangeKind.TRANSFERRED_OUT: UnionStatus.NON_MEMBER,
}
"""Changes that would change nothing of the membership of somebody who stands so: a letter of introduction, which
goes with a transfer, is for members."""

ENDS_WORK: frozenset[ChangeKind] = frozenset({ChangeKind.RETIRED, ChangeKind.RETIRED_CADRE})
"""Changes after which a membership may be kept, without dues and without a vote, or ends."""


class Standing(NamedTuple):
    """How somebody stands on a day."""

    service: str
    union: str

    def is_open_to(self, kind: str) -> bool:
        """Whether the change may follow."""
        return kind in CHANGES_OPEN_TO[ServiceStatus(self.service)] and ALREADY_SO.get(ChangeKind(kind)) != self.union

    def after(self, kind: str, *, keeps_membership: bool = True) -> "Standing":
        """How the person stands after a change."""
        service, union = AFTER_CHANGE[ChangeKind(kind)]
        if kind in ENDS_WORK and (self.union == UnionStatus.NON_MEMBER or not keeps_membership):
            union = UnionStatus.NON_MEMBER
        return Standing(service or self.service, union or self.union)


class ApplicationStatus(TextChoices):
    """入会申请."""

    FILED = "filed", _("待审批")
    APPROVED = "approved", _("已批准")
    REFUSED = "refused", _("未批准")
    WITHDRAWN = "withdrawn", _("已撤回")


APPLICATION_MOVES: dict[ApplicationStatus, frozenset[ApplicationStatus]] = {
    ApplicationStatus.FILED: frozenset(
        {ApplicationStatus.APPROVED, ApplicationStatus.REFUSED, ApplicationStatus.WITHDRAWN}
    ),
    ApplicationStatus.APPROVED: frozenset({ApplicationStatus.FILED}),
    ApplicationStatus.REFUSED: frozenset(),
    ApplicationStatus.WITHDRAWN: frozenset(),
}


class AudienceKey(TextChoices):
    """范围 that every office has from the start; the words are their names."""

    STAFF = "staff", _("全体在职教职工")
    UNION_MEMBERS = "union_members", _("全体会员")
    WOMEN = "women", _("女教职工")
    RETIRED = "retired", _("退休教职工")
    NEW_TEACHERS = "new_teachers", _("新教师")
    PARTY_MEMBERS = "party_members", _("全体党员")


class AttendanceState(TextChoices):
    """What became of somebody who was to come."""

    PRESENT = "present", _("出席")
    ON_LEAVE = "on_leave", _("请假")
    ABSENT = "absent", _("缺席")


class AttendanceWay(TextChoices):
    """How the office knows."""

    SCAN = "scan", _("扫码")
    HAND = "hand", _("手工")
    IMPORT = "import", _("导入")


class SignOffWay(TextChoices):
    """How somebody signed for goods."""

    SCREEN = "screen", _("本人在线")
    PAPER = "paper", _("本人纸质")
    PROXY = "proxy", _("代领")


class CorrectionStatus(TextChoices):
    """What became of somebody's request to correct their record."""

    OPEN = "open", _("待处理")
    CORRECTED = "corrected", _("已更正")
    DECLINED = "declined", _("不予更正")


CORRECTION_MOVES: dict[str, frozenset[str]] = {
    CorrectionStatus.OPEN: frozenset({CorrectionStatus.CORRECTED, CorrectionStatus.DECLINED}),
}


class MilestoneKind(TextChoices):
    """A day in somebody's life that the office marks, in the order in which one day's are told."""

    BIRTHDAY = "birthday", _("生日")
    LUNAR_BIRTHDAY = "lunar_birthday", _("农历生日")
    ROUND_BIRTHDAY = "round_birthday", _("整寿")
    SILVER_WEDDING = "silver_wedding", _("银婚")
    GOLDEN_WEDDING = "golden_wedding", _("金婚")
    DIAMOND_WEDDING = "diamond_wedding", _("钻石婚")
    SERVICE = "service", _("周年")
    RETIREMENT = "retirement", _("退休到龄")


BIRTHDAYS = (MilestoneKind.BIRTHDAY, MilestoneKind.LUNAR_BIRTHDAY, MilestoneKind.ROUND_BIRTHDAY)

WEDDING_YEARS: dict[MilestoneKind, int] = {
    MilestoneKind.SILVER_WEDDING: 25,
    MilestoneKind.GOLDEN_WEDDING: 50,
    MilestoneKind.DIAMOND_WEDDING: 60,
}
"""The names that custom gives to years of marriage."""


class MilestoneFamily(TextChoices):
    """Milestones that are prepared together: the tabs of their page."""

    BIRTHDAYS = "birthdays", _("生日")
    ROUND = "round", _("整寿")
    WEDDINGS = "weddings", _("结婚纪念")
    SERVICE = "service", _("周年")
    RETIREMENT = "retirement", _("退休到龄")


KINDS_OF: dict[MilestoneFamily, tuple[MilestoneKind, ...]] = {
    MilestoneFamily.BIRTHDAYS: BIRTHDAYS,
    MilestoneFamily.ROUND: (MilestoneKind.ROUND_BIRTHDAY,),
    MilestoneFamily.WEDDINGS: tuple(WEDDING_YEARS),
    MilestoneFamily.SERVICE: (MilestoneKind.SERVICE,),
    MilestoneFamily.RETIREMENT: (MilestoneKind.RETIREMENT,),
}
"""A round birthday is a birthday too."""


class RetirementCategory(TextChoices):
    """Who retires at the same age, in the words of the law."""

    MAN = "man", _("男职工")
    WOMAN_CADRE = "woman_cadre", _("原法定退休年龄为五十五周岁的女职工")
    WOMAN_WORKER = "woman_worker", _("原法定退休年龄为五十周岁的女职工")


class Circle(TextChoices):
    """Of whom a statistic tells."""

    STAFF = "staff", _("在职教职工")
    MEMBERS = "members", _("在职会员")
    RETIREES = "retirees", _("离退休人员")
