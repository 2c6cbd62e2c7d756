"""The words and moves of supervision (监督)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SupervisionKind(TextChoices):
    """监督类别, in the order in which a summary tells them."""

    PURCHASE = "purchase", _("采购")
    TENDER = "tender", _("招标")
    BUILDING = "building", _("基建")
    CANTEEN = "canteen", _("食堂")
    SHOP = "shop", _("商店")
    FINANCE = "finance", _("学校财务审核")
    FEES = "fees", _("收费")
    ADMISSION = "admission", _("招生")
    TITLES = "titles", _("职称评聘")
    OTHER = "other", _("其他")


class TakingPart(TextChoices):
    """监督方式: what the union's people did there."""

    PRICES = "prices", _("参加询价")
    SITTING_IN = "sitting_in", _("列席评标")
    ACCEPTANCE = "acceptance", _("参加验收")
    REVIEW = "review", _("审核")
    CHECK = "check", _("检查")
    HEARING = "hearing", _("听取汇报")
    OTHER = "other", _("其他")


class Capacity(TextChoices):
    """以什么身份参加: in which office somebody was there."""

    COMMITTEE = "committee", _("工会委员")
    DELEGATE = "delegate", _("教代会代表")
    AUDITOR = "auditor", _("经审委员")
    GROUP = "group", _("监督小组成员")
    MEMBER = "member", _("会员")


class SupervisionStatus(TextChoices):
    """Where a supervision stands."""

    RECORDED = "recorded", _("已登记")
    FOLLOWED = "followed", _("整改中")
    CLOSED = "closed", _("已办结")


SUPERVISION_MOVES: dict[SupervisionStatus, frozenset[SupervisionStatus]] = {
    SupervisionStatus.RECORDED: frozenset({SupervisionStatus.FOLLOWED, SupervisionStatus.CLOSED}),
    SupervisionStatus.FOLLOWED: frozenset({SupervisionStatus.CLOSED}),
    SupervisionStatus.CLOSED: frozenset(),
}

OPEN_SUPERVISION = (SupervisionStatus.RECORDED, SupervisionStatus.FOLLOWED)
"""States in which it can still be set right and completed."""
