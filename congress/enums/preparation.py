"""Words of the preparation of a session."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Evidence(TextChoices):
    """The record that says by itself that a matter of the preparation is done."""

    TOPICS = "topics", _("三方商定议题")
    CALL = "call", _("提案征集通知")
    NOTICE = "notice", _("召开通知")
    PRESIDIUM = "presidium", _("主席团名单")
    GROUPS = "groups", _("工作小组名单")
    PREPARATORY = "preparatory", _("预备会记录")
    DISCUSSION = "discussion", _("分组名单")


class ChecklistStatus(TextChoices):
    """How far somebody is with a matter of the preparation, as far as somebody noted it."""

    OPEN = "open", _("待办")
    DONE = "done", _("已完成")
    DROPPED = "dropped", _("不适用")


CHECKLIST_MOVES: dict[ChecklistStatus, frozenset[ChecklistStatus]] = {
    ChecklistStatus.OPEN: frozenset({ChecklistStatus.DONE, ChecklistStatus.DROPPED}),
    ChecklistStatus.DONE: frozenset({ChecklistStatus.OPEN}),
    ChecklistStatus.DROPPED: frozenset({ChecklistStatus.OPEN}),
}


class Side(TextChoices):
    """Who agrees on the topics of a session, and who put a topic forward."""

    PARTY = "party", _("党组织")
    ADMINISTRATION = "administration", _("行政")
    UNION = "union", _("工会")


class PresidiumRole(TextChoices):
    """What somebody is in the presidium. The secretary-general leads the secretariat and may chair no sitting."""

    CHAIR = "chair", _("执行主席")
    MEMBER = "member", _("成员")
    SECRETARY = "secretary", _("秘书长")


class GroupKind(TextChoices):
    """工作小组: what it is set up for."""

    PROPOSALS = "proposals", _("提案审理小组")
    QUALIFICATION = "qualification", _("代表资格审查小组")
    SECRETARIAT = "secretariat", _("秘书组")
    LOGISTICS = "logistics", _("会务组")
    APPRAISAL = "appraisal", _("民主评议小组")


class SessionNoticeKind(TextChoices):
    """What is made known before a session."""

    NOTICE = "notice", _("召开通知")
    CALL = "call", _("提案征集通知")


class SessionNoticeStatus(TextChoices):
    """Whether it went out."""

    DRAFT = "draft", _("草稿")
    ISSUED = "issued", _("已发出")


SESSION_NOTICE_MOVES: dict[SessionNoticeStatus, frozenset[SessionNoticeStatus]] = {
    SessionNoticeStatus.DRAFT: frozenset({SessionNoticeStatus.ISSUED}),
    SessionNoticeStatus.ISSUED: frozenset(),
}


class Asker(TextChoices):
    """Who asks for a session beside the ordinary ones (学校教职工代表大会规定, on calling it between times)."""

    DELEGATES = "delegates", _("代表联名")
    SCHOOL = "school", _("学校")
    UNION = "union", _("学校工会")


class RequestStatus(TextChoices):
    """What became of such a request."""

    WAITING = "waiting", _("待安排")
    CALLED = "called", _("已安排会议")
    WITHDRAWN = "withdrawn", _("已撤回")


REQUEST_MOVES: dict[RequestStatus, frozenset[RequestStatus]] = {
    RequestStatus.WAITING: frozenset({RequestStatus.CALLED, RequestStatus.WITHDRAWN}),
    RequestStatus.CALLED: frozenset(),
    RequestStatus.WITHDRAWN: frozenset(),
}


class Rhythm(TextChoices):
    """How often an ordinary session is held at the least."""

    YEAR = "year", _("每学年至少一次")
    TERM = "term", _("每学期至少一次")
