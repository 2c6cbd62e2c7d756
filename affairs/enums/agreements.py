"""The words and moves of collective agreements (集体合同)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AgreementKind(TextChoices):
    """The collective agreement itself, and special ones on a part of it (集体合同规定, 劳动和社会保障部令第22号)."""

    COLLECTIVE = "collective", _("集体合同")
    WAGES = "wages", _("工资专项集体合同")
    WOMEN = "women", _("女职工权益保护专项集体合同")
    SAFETY = "safety", _("劳动安全卫生专项集体合同")
    OTHER = "other", _("其他专项协议")


class AgreementStatus(TextChoices):
    """Where an agreement stands between the first draft and its end."""

    DRAFT = "draft", _("起草中")
    NEGOTIATING = "negotiating", _("协商中")
    PASSED = "passed", _("已审议通过")
    SIGNED = "signed", _("已签订")
    FILED = "filed", _("已备案")
    EXPIRED = "expired", _("已到期")
    ENDED = "ended", _("已终止")
    DISCARDED = "discarded", _("已作废")


AGREEMENT_MOVES: dict[AgreementStatus, frozenset[AgreementStatus]] = {
    AgreementStatus.DRAFT: frozenset({AgreementStatus.NEGOTIATING, AgreementStatus.DISCARDED}),
    AgreementStatus.NEGOTIATING: frozenset(
        {AgreementStatus.DRAFT, AgreementStatus.PASSED, AgreementStatus.DISCARDED}
    ),
    AgreementStatus.PASSED: frozenset({AgreementStatus.NEGOTIATING, AgreementStatus.SIGNED}),
    AgreementStatus.SIGNED: frozenset({AgreementStatus.FILED, AgreementStatus.EXPIRED, AgreementStatus.ENDED}),
    AgreementStatus.FILED: frozenset({AgreementStatus.EXPIRED, AgreementStatus.ENDED}),
    AgreementStatus.EXPIRED: frozenset(),
    AgreementStatus.ENDED: frozenset(),
    AgreementStatus.DISCARDED: frozenset(),
}
"""What was passed and then not signed as it stood goes back to the table."""

UNSIGNED = (AgreementStatus.DRAFT, AgreementStatus.NEGOTIATING, AgreementStatus.PASSED)
"""States before both sides have signed."""

REWRITABLE_AGREEMENTS = (AgreementStatus.DRAFT, AgreementStatus.NEGOTIATING)
"""States in which the clauses can still be changed."""

BINDING = (AgreementStatus.SIGNED, AgreementStatus.FILED)
"""States in which an agreement binds both sides, within its term."""

SIGNED_ONCE = (*BINDING, AgreementStatus.EXPIRED, AgreementStatus.ENDED)
"""States that an agreement reaches only with two signatures: the ones that count, and that all staff may read."""


class Fulfilment(TextChoices):
    """履行情况 of one clause, as a check found it."""

    KEPT = "kept", _("已履行")
    PARTLY = "partly", _("部分履行")
    NOT_KEPT = "not_kept", _("未履行")
    NOT_DUE = "not_due", _("尚未到期")
