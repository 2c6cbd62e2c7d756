"""Supervision, agreements and inspections for tests, each by the service that an office uses."""

from datetime import date
from decimal import Decimal

from affairs import services
from affairs.enums import (
    AgreementKind,
    AgreementStatus,
    Capacity,
    Fulfilment,
    InspectionKind,
    InspectionLevel,
    SupervisionKind,
    TakingPart,
)
from affairs.models import (
    Agreement,
    AgreementCheck,
    Evidence,
    Inspection,
    InspectionScheme,
    NegotiationRound,
    Rectification,
    Supervision,
)
from affairs.selectors import ItemLine
from tests.conftest import TODAY
from tests.members.factories import AccountFactory
from unionoffice.sources import SourceRef

CLAUSES = ("每年组织一次体检。", "周工作时间不超过四十小时。")
ITEMS = (
    ItemLine("组织建设", "按期换届", Decimal(40), "材料齐全"),
    ItemLine("组织建设", "入会率", Decimal(20)),
    ItemLine("", "校务公开", Decimal(40)),
)


def supervision(by=None, people=(), on=TODAY, **fields):
    told = {"kind": SupervisionKind.PURCHASE, "title": "办公用品采购", "part": TakingPart.PRICES, "held_on": on}
    made = Supervision(**{**told, **fields})
    return services.record_supervision(made, people=people, by=by or AccountFactory(), on=TODAY)


def closed_supervision(by=None, **fields):
    by = by or AccountFactory()
    made = supervision(by, **fields)
    return services.close_supervision(made, finding="未发现问题", outcome="", reported_at="", by=by, on=TODAY)


def draft(by=None, clauses=CLAUSES, on=TODAY, **fields):
    told = {
        "kind": AgreementKind.COLLECTIVE,
        "title": "集体合同",
        "employer": "明德中学",
        "employer_side": "沈立、方国平、梁文",
        "union_side": "周敏、陈静、许晴",
    }
    return services.draft_agreement(
        Agreement(**{**told, **fields}), clauses=clauses, by=by or AccountFactory(), on=on
    )


def talks(day=date(2026, 10, 8)):
    return NegotiationRound(held_on=day, matters="体检", outcome="达成一致")


def signed(by=None, **fields):
    told = {
        "kind": AgreementKind.COLLECTIVE,
        "title": "集体合同",
        "employer": "明德中学",
        "employer_signer": "沈立",
        "union_signer": "周敏",
        "signed_on": date(2026, 3, 2),
        "from_on": date(2026, 3, 2),
        "to_on": date(2029, 3, 1),
    }
    return services.record_signed_agreement(
        Agreement(**{**told, **fields}), clauses=CLAUSES, by=by or AccountFactory(), on=TODAY
    )


def agreement_at(status, by=None):
    """An agreement that came as far as a state by the office's own steps."""
    by = by or AccountFactory()
    made = draft(by)
    if status == AgreementStatus.DRAFT:
        return made
    if status == AgreementStatus.DISCARDED:
        return services.discard_agreement(made, reason="不用", by=by)
    services.begin_talks(made, by=by)
    if status == AgreementStatus.NEGOTIATING:
        return made
    services.record_round(made, talks(), by=by, on=TODAY)
    services.pass_agreement(made, passed_on=date(2026, 10, 20), passed_at="第七届教代会", by=by, on=TODAY)
    return made if status == AgreementStatus.PASSED else _signed_at(made, status, by)


def _signed_at(made, status, by):
    services.sign_agreement(made, signing=signing(), by=by, on=TODAY)
    if status == AgreementStatus.FILED:
        services.file_agreement(made, filed_on=date(2026, 11, 5), filing_no="36号", by=by, on=TODAY)
    if status == AgreementStatus.ENDED:
        services.end_agreement(made, reason="协商一致", by=by, on=TODAY)
    if status == AgreementStatus.EXPIRED:
        services.expire_agreements(on=date(2030, 1, 1))
        made.refresh_from_db()
    return made


def signing(**changes):
    told = {
        "signed_on": date(2026, 11, 1),
        "employer_signer": "沈立",
        "union_signer": "周敏",
        "from_on": date(2026, 11, 1),
        "to_on": date(2029, 10, 31),
    }
    return {**told, **changes}


def check(agreement, by=None, fulfilment=Fulfilment.KEPT, note="", **fields):
    told = {"checked_on": TODAY, "people": "周敏、梁文"}
    found = {clause.pk: (str(fulfilment), note) for clause in agreement.clauses.all()}
    made = AgreementCheck(**{**told, **fields})
    return services.check_agreement(agreement, made, findings=found, by=by or AccountFactory(), on=TODAY)


def scheme(by=None, items=ITEMS, **fields):
    told = {"name": "建家评分", "issuer": "市教育工会", "valid_from": 2026, "full_mark": Decimal(100)}
    return services.save_scheme(InspectionScheme(**{**told, **fields}), items=items, by=by or AccountFactory())


def inspection(by=None, **fields):
    told = {
        "kind": InspectionKind.RECEIVED,
        "level": InspectionLevel.CITY,
        "title": "建家检查",
        "by_whom": "市教育工会",
        "held_on": date(2026, 5, 6),
    }
    return services.record_inspection(Inspection(**{**told, **fields}), by=by or AccountFactory(), on=TODAY)


def marks(inspection, **by_title):
    """Full marks for every item, but for those that are named."""
    return {
        score.item_id: by_title.get(score.item.title, services.Mark(score.item.full_mark))
        for score in inspection.scores.select_related("item")
    }


def demand(inspection, by=None, **fields):
    told = {"demand": "补齐档案", "responsible": "秘书", "due_on": date(2026, 12, 1)}
    return services.add_rectification(inspection, Rectification(**{**told, **fields}), by=by or AccountFactory())


def evidence(ref, by=None):
    """A record that shows something in an inspection."""
    by = by or AccountFactory()
    shows = inspection(by, scheme=scheme(by, name=f"评分{ref.key}")).scores.last()
    linked = Evidence(shows=shows)
    linked.source = ref
    linked.save()
    return linked


LINKS = {
    ("affairs.Evidence", "source_key"): lambda one: evidence(SourceRef.to(one)),
    ("affairs.SupervisionPerson", "member"): lambda one: supervision(people=[(one.pk, Capacity.MEMBER)]),
}
"""What of supervision and inspections points at a person."""
