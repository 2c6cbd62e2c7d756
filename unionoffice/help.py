"""The parts of the help, and for whom each is written; their texts are `templates/office/help/<name>.html`."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionoffice.roles import Role

READERS = (Role.CHAIR, Role.WELFARE_OFFICER, Role.WOMEN_OFFICER)
"""They see everybody's record, and don't keep it."""
KEEPERS = (Role.SECRETARY, Role.ORGANISATION_OFFICER)


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
    HelpPart("roster", _("导入花名册"), KEEPERS),
    HelpPart("people", _("会员资料"), KEEPERS),
    HelpPart("readers", _("查会员资料"), READERS),
    HelpPart("changes", _("入会和变动"), KEEPERS),
    HelpPart("organisation", _("组织机构和委员会"), KEEPERS),
    HelpPart("handover", _("工作交接"), (Role.SECRETARY, Role.CHAIR)),
    HelpPart("accounts", _("账号、角色和查重"), (Role.SECRETARY,)),
    HelpPart("milestones", _("纪念日和统计"), (*KEEPERS, *READERS)),
    HelpPart("secretary", _("慰问、提案、公开和总结"), (Role.SECRETARY,)),
    HelpPart("treasurer", _("会计"), (Role.TREASURER,)),
    HelpPart("cashier", _("出纳"), (Role.CASHIER,)),
    HelpPart("auditor", _("经审委员"), (Role.AUDITOR,)),
    HelpPart("group_leader", _("工会小组"), (Role.GROUP_LEADER,)),
    HelpPart("visits", _("申请慰问"), (Role.WELFARE_OFFICER, Role.GROUP_LEADER)),
    HelpPart("organiser", _("组织活动"), (Role.SPORTS_OFFICER, Role.WOMEN_OFFICER)),
    HelpPart("publicity_officer", _("宣传委员"), (Role.PUBLICITY_OFFICER,)),
    HelpPart("principal", _("校长和分管校领导"), (Role.PRINCIPAL, Role.VICE_PRINCIPAL)),
    HelpPart("department_head", _("部门负责人"), (Role.DEPARTMENT_HEAD,)),
    HelpPart("delegate", _("教代会代表"), (Role.DELEGATE,)),
    HelpPart("staff", _("教职工")),
)
"""In the order of the page."""
