"""The words and moves of regulations."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RegulationKind(TextChoices):
    """类别 of a regulation, in the order in which a collection prints them."""

    DEMOCRACY = "democracy", _("民主管理")
    UNION = "union", _("工会工作")
    PERSONNEL = "personnel", _("聘用与岗位")
    APPRAISAL = "appraisal", _("考核与奖惩")
    PAY = "pay", _("校内分配")
    WELFARE = "welfare", _("福利慰问")
    FINANCE = "finance", _("财务与采购")
    TEACHING = "teaching", _("教学科研")
    STUDENTS = "students", _("学生工作")
    LOGISTICS = "logistics", _("安全与后勤")
    OTHER = "other", _("其他")


CONGRESS_KINDS = frozenset(
    {RegulationKind.PERSONNEL, RegulationKind.APPRAISAL, RegulationKind.PAY, RegulationKind.WELFARE}
)
"""Kinds that the congress has to pass: 学校教职工代表大会规定（教育部令第32号）第七条, on 讨论通过."""


class VersionStatus(TextChoices):
    """Where a version stands on its way into force and out of it. Whether it holds on a day, its days say."""

    DRAFT = "draft", _("起草")
    CONSULTING = "consulting", _("征求意见")
    DELIBERATING = "deliberating", _("审议")
    IN_FORCE = "in_force", _("生效")
    ABOLISHED = "abolished", _("废止")
    REPLACED = "replaced", _("已改稿")
    DISCARDED = "discarded", _("已作废")


VERSION_MOVES: dict[VersionStatus, frozenset[VersionStatus]] = {
    VersionStatus.DRAFT: frozenset(
        {
            VersionStatus.CONSULTING,
            VersionStatus.DELIBERATING,
            VersionStatus.IN_FORCE,
            VersionStatus.DISCARDED,
        }
    ),
    VersionStatus.CONSULTING: frozenset(
        {VersionStatus.DRAFT, VersionStatus.DELIBERATING, VersionStatus.REPLACED},
    ),
    VersionStatus.DELIBERATING: frozenset(
        {VersionStatus.IN_FORCE, VersionStatus.REPLACED, VersionStatus.DISCARDED},
    ),
    VersionStatus.IN_FORCE: frozenset({VersionStatus.ABOLISHED}),
    VersionStatus.ABOLISHED: frozenset(),
    VersionStatus.REPLACED: frozenset(),
    VersionStatus.DISCARDED: frozenset(),
}
"""What was laid before somebody isn't changed under their hands: a text that has to change is a new version."""

UNDER_WAY = (VersionStatus.DRAFT, VersionStatus.CONSULTING, VersionStatus.DELIBERATING)
"""States before a version holds; a regulation has one such version at a time."""

ENACTED = (VersionStatus.IN_FORCE, VersionStatus.ABOLISHED)
"""States of what holds or held: everybody reads it, nobody changes it."""


class Standing(TextChoices):
    """How an enacted version stands on a day."""

    COMING = "coming", _("待生效")
    HOLDS = "holds", _("现行有效")
    REVISED = "revised", _("已被修订")
    ABOLISHED = "abolished", _("已废止")


class LifeEvent(TextChoices):
    """What befell a regulation in a period, as a summary counts it."""

    DRAFTED = "drafted", _("起草")
    ADOPTED = "adopted", _("新制定生效")
    AMENDED = "amended", _("修订生效")
    ABOLISHED = "abolished", _("废止")
