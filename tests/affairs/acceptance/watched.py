"""What the union's people watched, what was put up before it was settled, and who came to look."""

from datetime import date

from affairs import services
from affairs.enums import Capacity, NameShown, NoticeObject, Sphere, SupervisionKind, TakingPart
from tests.affairs.acceptance.disclosed import SCHOOLS
from tests.affairs.acceptance.facts import COUNT, RECORDS, Office, recorded
from tests.affairs.acceptance.laid_down import ADOPTED, IN_FORCE, enact
from tests.affairs.oversight import inspection, supervision
from tests.affairs.public_notices import concluded, posted
from tests.affairs.steps import approve, draft
from tests.conftest import TODAY
from tests.members.factories import MemberFactory
from unionoffice.precision import Precision
from unionoffice.sources import SourceRef

WATCHED = "affairs.supervision"
AFTER = date(2026, 3, 10)


def looked_at(office: Office, kind: SupervisionKind, title: str, part: TakingPart, *, who: Capacity) -> None:
    """Some time in the year: by a delegate or a member of the committee, once each."""
    supervision(
        office.secretary,
        on=date(2026, 5, 1),
        precision=Precision.YEAR,
        kind=kind,
        title=title,
        part=part,
        people=[(MemberFactory().pk, who)],
    )


@recorded(
    "b",
    "Union representatives sit in on larger purchases and building tenders",
    {
        f"{WATCHED}.kinds": COUNT,
        WATCHED: RECORDS,
        f"{WATCHED}.people": 2,
        f"{WATCHED}.kind.purchase": 1,
        f"{WATCHED}.kind.tender": 1,
    },
    words=("列席评标“采购”", "列席评标“基建招标”"),
)
def purchases_and_tenders(office, fact):
    purchase, tender = fact.others["objects"]
    sitting_in = TakingPart.SITTING_IN
    looked_at(office, SupervisionKind.PURCHASE, purchase, sitting_in, who=Capacity.DELEGATE)
    looked_at(office, SupervisionKind.TENDER, tender, sitting_in, who=Capacity.COMMITTEE)


@recorded(
    "c",
    "Committee members or delegates join price research for canteen and shop purchasing",
    {
        f"{WATCHED}.kinds": COUNT,
        WATCHED: RECORDS,
        f"{WATCHED}.people": 2,
        f"{WATCHED}.kind.canteen": 1,
        f"{WATCHED}.kind.shop": 1,
    },
    words=("参加询价“食堂采购”", "参加询价“商店采购”"),
)
def price_research(office, fact):
    canteen, shop = fact.others["objects"]
    prices = TakingPart.PRICES
    looked_at(office, SupervisionKind.CANTEEN, f"{canteen}采购", prices, who=Capacity.COMMITTEE)
    looked_at(office, SupervisionKind.SHOP, f"{shop}采购", prices, who=Capacity.DELEGATE)


@recorded(
    "c",
    "Previous year's school finances audited in full and reported to the assembly",
    {WATCHED: COUNT, f"{WATCHED}.kind.finance": COUNT, SCHOOLS: 1},
    beside={f"{WATCHED}.kinds": 1},
    words=("审核“上年度学校财务”",),
)
def finances_audited(office, fact):
    """Closed with where it was reported, and put on the board from the record itself."""
    assert fact.others["published"] is True
    audited = supervision(
        office.secretary,
        on=date(2026, 1, 12),
        kind=SupervisionKind.FINANCE,
        title="上年度学校财务",
        part=TakingPart.REVIEW,
    )
    services.close_supervision(
        audited, finding="全部审核，账目相符。", outcome="", reported_at="教职工大会", by=office.secretary, on=TODAY
    )
    told = draft(
        office.secretary,
        "财务审计结果",
        title=audited.as_disclosure().title,
        body=audited.as_disclosure().body,
        source=SourceRef.to(audited),
    )
    services.submit_disclosure(told, by=office.secretary, on=TODAY)
    approve(told, office.principal)


@recorded(
    "c",
    "Rule: honours and titles go through three steps - review group with staff delegates, notice board without "
    "objection, school document",
    {
        "affairs.notices": 1,
        "affairs.notices.people": 1,
        "affairs.notices.delegates": 1,
        "affairs.notices.documents": 1,
    },
    words=("“职称推荐人选公示”（校发〔2026〕3号）",),
)
def three_steps(office, fact):
    notice = posted(
        office.secretary,
        office.principal,
        NoticeObject.TITLES,
        on=date(2026, 3, 2),
        reviewed_on=date(2026, 2, 27),
        title="职称推荐人选公示",
    )
    concluded(notice, office.secretary, on=AFTER)
    services.document_notice(notice, document_no="校发〔2026〕3号", document_on=AFTER, by=office.secretary)
    steps = {
        "评审小组评比": (notice.reviewed_on, notice.reviewers.filter(is_delegate=True).count()),
        "公布栏公示无异议": (notice.span, notice.objections.count()),
        "学校文件下发": (notice.document_no, notice.document_on),
    }
    assert list(steps) == fact.others["steps"]
    assert len(steps) == fact.count == fact.records
    assert list(steps.values()) == [
        (date(2026, 2, 27), 1),
        ("2026年3月2日至3月9日", 0),
        ("校发〔2026〕3号", AFTER),
    ]


@recorded(
    "c",
    "Rule: aid given is publicised and overseen by congress",
    {
        "affairs.notices": 1,
        "affairs.notices.people": 3,
        "affairs.notices.people.hardship": 3,
        "affairs.notices.delegates": 1,
        ADOPTED: 1,
        IN_FORCE: 1,
    },
    words=("《帮扶救助公示制度》", "接受教职工监督"),
)
def aid_under_everybodys_eyes(office, fact):
    assert fact.others["object"] == "帮扶救助"
    enact(office, "帮扶救助公示制度", "welfare", "第一条 帮扶救助情况公示，并向教职工代表大会报告。")
    notice = posted(
        office.secretary,
        office.chair,
        NoticeObject.HARDSHIP,
        sphere=Sphere.UNION,
        people=[MemberFactory() for _three in range(3)],
        on=date(2026, 3, 2),
        title="帮扶名单公示",
    )
    assert notice.names_to_staff == NameShown.SURNAME
    concluded(notice, office.secretary, on=AFTER)


@recorded(
    "c",
    "City union inspection received",
    {"affairs.inspections.kind.received": COUNT},
    words=("2026年接受市教育工会“工会工作检查”",),
)
def inspected(office, fact):
    inspection(
        office.secretary,
        by_whom=fact.others["inspector"],
        title="工会工作检查",
        precision=Precision.YEAR,
    )
