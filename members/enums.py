"""The words that member records are kept in."""

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


class CommitteePost(TextChoices):
    """任职."""

    CHAIR = "chair", _("主席")
    VICE_CHAIR = "vice_chair", _("副主席")
    DIRECTOR = "director", _("主任")
    VICE_DIRECTOR = "vice_director", _("副主任")
    MEMBER = "member", _("委员")


AFTER_CHANGE: dict[ChangeKind, tuple[ServiceStatus | None, UnionStatus | None]] = {
    ChangeKind.JOINED: (None, UnionStatus.MEMBER),
    ChangeKind.TRANSFERRED_IN: (ServiceStatus.IN_SERVICE, UnionStatus.MEMBER),
    ChangeKind.TRANSFERRED_OUT: (ServiceStatus.LEFT, UnionStatus.NON_MEMBER),
    ChangeKind.RETIRED: (ServiceStatus.RETIRED, UnionStatus.RETAINED),
    ChangeKind.LEFT: (ServiceStatus.LEFT, UnionStatus.NON_MEMBER),
    ChangeKind.RETURNED: (ServiceStatus.IN_SERVICE, None),
    ChangeKind.RESIGNED: (None, UnionStatus.NON_MEMBER),
    ChangeKind.DIED: (ServiceStatus.DEAD, UnionStatus.NON_MEMBER),
}
"""Service and union status after a change; None leaves it as it was."""

CHANGES_OPEN_TO: dict[ServiceStatus, frozenset[ChangeKind]] = {
    ServiceStatus.IN_SERVICE: frozenset(
        {
            ChangeKind.JOINED,
            ChangeKind.TRANSFERRED_OUT,
            ChangeKind.RETIRED,
            ChangeKind.LEFT,
            ChangeKind.RESIGNED,
            ChangeKind.DIED,
        }
    ),
    ServiceStatus.RETIRED: frozenset({ChangeKind.RETURNED, ChangeKind.DIED}),
    ServiceStatus.RETIRED_CADRE: frozenset({ChangeKind.DIED}),
    ServiceStatus.LEFT: frozenset({ChangeKind.TRANSFERRED_IN, ChangeKind.RETURNED, ChangeKind.DIED}),
    ServiceStatus.DEAD: frozenset(),
}
"""Which changes are open to somebody in each service status."""


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
