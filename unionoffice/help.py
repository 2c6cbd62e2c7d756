"""The parts of the help, and for whom each is written; their texts are `templates/office/help/<name>.html`."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionoffice.roles import Role

READERS = (Role.CHAIR, Role.WELFARE_OFFICER, Role.WOMEN_OFFICER)
"""They see everybody's record, and don't keep it."""
KEEPERS = (Role.SECRETARY, Role.ORGANISATION_OFFICER)
BOARD_KEEPERS = (Role.SECRETARY, Role.PUBLICITY_OFFICER)
LEADERS = (Role.PRINCIPAL, Role.PARTY_SECRETARY, Role.VICE_PRINCIPAL)
OFFICERS = (
    Role.SECRETARY,
    Role.ORGANISATION_OFFICER,
    Role.PUBLICITY_OFFICER,
    Role.WELFARE_OFFICER,
    Role.SPORTS_OFFICER,
    Role.WOMEN_OFFICER,
)
"""工会委员, the chair left out."""
OBJECTION_HANDLERS = (Role.SECRETARY, Role.CHAIR, Role.PRINCIPAL, Role.PARTY_SECRETARY)
HALL_KEEPERS = (Role.SECRETARY, Role.CHAIR, *LEADERS)
"""Who leads a sitting of the congress as a rule; whoever presides else is told on the part for everybody."""
MEETING_CALLERS = (Role.CHAIR, Role.SECRETARY, *LEADERS, Role.AUDITOR, Role.WOMEN_OFFICER, Role.GROUP_LEADER)
MAILBOX_OWNERS = (
    Role.CHAIR,
    Role.SECRETARY,
    *LEADERS,
    Role.AUDITOR,
    Role.WELFARE_OFFICER,
    Role.WOMEN_OFFICER,
    Role.ORGANISATION_OFFICER,
)
"""Whose mailbox a mailbox can be."""


@dataclass(frozen=True)
class HelpPart:
    """One part, under its heading; where no roles are told it is for everybody."""

    name: str
    title: str | Promise
    roles: Collection[Role] = ()

    @property
    def template(self) -> str:
        """Where its text is."""
        return f"office/help/{self.name}.html"

    def is_for(self, held: Collection[Role]) -> bool:
        """Whether it concerns somebody who holds these roles."""
        return not self.roles or not set(held).isdisjoint(self.roles)


PARTS = (
    HelpPart("chair", _("批准和审批"), (Role.CHAIR,)),
    HelpPart("principal", _("校领导"), LEADERS),
    HelpPart("roster", _("导入花名册"), KEEPERS),
    HelpPart("people", _("会员资料"), KEEPERS),
    HelpPart("readers", _("查会员资料"), READERS),
    HelpPart("changes", _("入会和变动"), KEEPERS),
    HelpPart("organisation", _("组织机构和委员会"), KEEPERS),
    HelpPart("handover", _("工作交接"), (Role.SECRETARY, Role.CHAIR)),
    HelpPart("accounts", _("账号、角色和查重"), (Role.SECRETARY,)),
    HelpPart("milestones", _("纪念日和统计"), (*KEEPERS, *READERS)),
    HelpPart("secretary", _("慰问、设置和总结"), (Role.SECRETARY,)),
    HelpPart("treasurer", _("会计"), (Role.TREASURER,)),
    HelpPart("cashier", _("出纳"), (Role.CASHIER,)),
    HelpPart("auditor", _("经审委员"), (Role.AUDITOR,)),
    HelpPart("group_leader", _("工会小组"), (Role.GROUP_LEADER,)),
    HelpPart("visits", _("申请慰问"), (Role.WELFARE_OFFICER, Role.GROUP_LEADER)),
    HelpPart("organiser", _("组织活动"), (Role.SPORTS_OFFICER, Role.WOMEN_OFFICER)),
    HelpPart("terms", _("届次、选举和代表"), (Role.SECRETARY,)),
    HelpPart("sessions", _("筹备教代会"), (Role.SECRETARY,)),
    HelpPart("sittings", _("签到、法定人数和大屏"), HALL_KEEPERS),
    HelpPart("agenda", _("议程、表决和决议"), (Role.SECRETARY, Role.CHAIR)),
    HelpPart("proposals", _("审理、交办和公开提案"), (Role.SECRETARY,)),
    HelpPart("suggestions", _("意见建议和征集活动"), (Role.SECRETARY,)),
    HelpPart("department_head", _("答复提案和意见建议"), (Role.DEPARTMENT_HEAD,)),
    HelpPart("delegate", _("教代会代表"), (Role.DELEGATE,)),
    HelpPart("review", _("公开审批"), (Role.CHAIR, Role.PRINCIPAL)),
    HelpPart("disclosures", _("起草公开事项"), (*BOARD_KEEPERS, Role.DEPARTMENT_HEAD)),
    HelpPart("catalogue", _("公开目录、提醒和张贴"), BOARD_KEEPERS),
    HelpPart("checks", _("监督检查"), (*BOARD_KEEPERS, Role.CHAIR, Role.AUDITOR)),
    HelpPart("deputy", _("代理审批和会签"), (*OFFICERS, Role.PARTY_SECRETARY, Role.VICE_PRINCIPAL)),
    HelpPart("notices", _("起草公示"), (*BOARD_KEEPERS, Role.DEPARTMENT_HEAD)),
    HelpPart("objections", _("异议和公示结果"), OBJECTION_HANDLERS),
    HelpPart("regulations", _("制度和征求意见"), (Role.SECRETARY, Role.DEPARTMENT_HEAD)),
    HelpPart("documents", _("收发文"), (Role.SECRETARY,)),
    HelpPart("meetings", _("开会和纪要"), MEETING_CALLERS),
    HelpPart("mailbox", _("来信办理"), (*MAILBOX_OWNERS, Role.DEPARTMENT_HEAD)),
    HelpPart("mailbox_setup", _("开设信箱"), (Role.SECRETARY,)),
    HelpPart("oversight", _("民主监督和检查评估"), (Role.CHAIR, *OFFICERS, Role.AUDITOR)),
    HelpPart("agreements", _("集体合同"), (Role.CHAIR, Role.SECRETARY, Role.WOMEN_OFFICER)),
    HelpPart("surveys", _("问卷"), (Role.CHAIR, *OFFICERS)),
    HelpPart("board", _("公开栏、公示和制度")),
    HelpPart("voice", _("写信、提意见和开会")),
    HelpPart("congress", _("提案、意见建议和教代会")),
    HelpPart("staff", _("我的资料、登录和活动")),
)
"""In the order of the page."""
