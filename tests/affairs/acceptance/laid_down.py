"""Rules, documents, and what staff said to drafts."""

from datetime import date

from affairs import services
from affairs.enums import Direction, RegulationKind, Voice
from affairs.models import Regulation
from members.enums import CommitteeKind
from members.models import Committee, CommitteeTerm
from members.services import open_term, save_committee
from tests.affairs.acceptance.facts import COUNT, Fact, Office, recorded
from tests.affairs.regulations import CONGRESS, concluded, registered, say, staff_account
from tests.affairs.regulations import asked as asked_of_staff

ADOPTED, IN_FORCE = "affairs.regulations.adopted", "affairs.regulations.in_force"
IN_MARCH = date(2026, 3, 2)


def enact(office: Office, title: str, kind: RegulationKind, text: str) -> None:
    regulation = Regulation(title=title, kind=kind, needs_congress=kind in {"welfare", "appraisal"})
    version = services.draft_regulation(regulation, text=text, by=office.secretary, on=IN_MARCH)
    services.enact_version(version, from_on=IN_MARCH, adopted_by=CONGRESS, by=office.secretary, on=IN_MARCH)


def rule(year: str, what: str, title: str, kind: RegulationKind, text: str) -> None:
    """A rule that is a regulation of one text."""

    def make(office: Office, _fact: Fact) -> None:
        enact(office, title, kind, text)

    recorded(year, what, {ADOPTED: 1, IN_FORCE: 1}, words=(f"《{title}》",))(make)


rule(
    "a",
    "Rule: congress once each semester",
    "教职工代表大会制度",
    RegulationKind.DEMOCRACY,
    "第一条 教职工代表大会每学期召开一次。",
)
rule(
    "a",
    "Rule: extra sessions (临时教代会) when needed",
    "临时教职工代表大会办法",
    RegulationKind.DEMOCRACY,
    "第一条 遇有重大事项，可以召开临时教代会。",
)
rule(
    "a",
    "Rule: sick or injured staff are visited",
    "教职工慰问制度",
    RegulationKind.WELFARE,
    "第一条 教职工生病、受伤的，工会派人慰问。",
)
rule(
    "a",
    "Rule: each newly married staff member receives a wedding souvenir",
    "教职工新婚祝贺办法",
    RegulationKind.WELFARE,
    "第一条 新婚教职工每人赠送新婚纪念品一份。",
)
rule(
    "c",
    "Rule: an adopted budget binds each item and its spending",
    "预算执行办法",
    RegulationKind.FINANCE,
    "第一条 通过的预算逐项执行，支出不得超过预算。",
)
rule(
    "c",
    "Rule: every filed proposal gets a disposition and an answer; solved where possible, otherwise explained",
    "提案办理办法",
    RegulationKind.DEMOCRACY,
    "第一条 立案的提案件件有处理、有答复。\n第二条 能解决的解决，不能解决的作出说明。",
)
rule(
    "c",
    "Rule: hospitalised staff (incl. retired) are visited with administrators",
    "住院教职工探望办法",
    RegulationKind.WELFARE,
    "第一条 在职和离退休教职工住院的，工会会同行政探望。",
)
rule(
    "c",
    "Rule: retirees get the same non-production benefits as staff in post; retired teachers' association (退教协) "
    "supported",
    "离退休教职工待遇办法",
    RegulationKind.WELFARE,
    "第一条 离退休教职工享受与在职教职工相同的非生产性福利。\n第二条 学校支持退教协开展工作。",
)
rule(
    "c",
    "Staff-home building (建家) pattern: Party lead, administration support, union run, staff join",
    "教职工之家建设办法",
    RegulationKind.UNION,
    "第一条 建家工作由党组织领导、行政支持、工会运作、教职工参与。",
)
rule(
    "c",
    "Membership registration (会籍) managed and member files complete",
    "工会会籍管理制度",
    RegulationKind.UNION,
    "第一条 会员登记造册，会籍随人事关系转接。",
)


@recorded(
    "c",
    "Budget and final-account system with accounting rules",
    {ADOPTED: COUNT, IN_FORCE: COUNT},
    words=("《财务预算制度》", "《财务决算制度》"),
)
def budget_and_final_account(office, fact):
    for document in fact.others["documents"]:
        enact(office, f"财务{document}制度", RegulationKind.FINANCE, f"第一条 {document}逐项编制，按会计制度执行。")


@recorded("c", "Documents accumulated complete and in good order", {"affairs.documents.incoming": 3})
def documents_in_order(office, _fact):
    for number in range(1, 4):
        registered(office.secretary, on=IN_MARCH, document_no=f"市教工〔2026〕{number}号")


@recorded(
    "c",
    "Election file: preparation, procedure, and result reported upward",
    {"affairs.documents.outgoing": COUNT},
)
def election_file(office, fact):
    titles = ("换届选举筹备工作方案", "换届选举办法", "换届选举结果的报告")
    assert len(titles) == len(fact.others["stages"])
    for title in titles:
        registered(office.secretary, direction=Direction.OUTGOING, on=IN_MARCH, title=title)


@recorded(
    "c",
    "9th union committee election meeting, approved beforehand by the education union",
    {},
    words=("3月16日第九届工会委员会开始履职（市教工〔2026〕2号）",),
)
def ninth_committee(office, fact):
    """Asked for, approved, elected and reported: one term with its file."""
    committee = save_committee(Committee(), kind=CommitteeKind.UNION, name="工会委员会", by=office.secretary)
    term = CommitteeTerm(
        committee=committee,
        number=fact.others["term"],
        from_on=date(2026, 3, 16),
        to_on=date(2031, 3, 15),
        request_no="明中工〔2026〕1号",
        requested_on=date(2026, 2, 20),
        approval_no="市教工〔2026〕2号",
        approved_on=date(2026, 3, 2),
        elected_on=date(2026, 3, 16),
        report_no="明中工〔2026〕2号",
        reported_on=date(2026, 3, 18),
    )
    open_term(term, by=office.secretary)


def asked(office: Office, title: str, text: str, said: int) -> None:
    """All staff were asked; the opinions were gathered and answered."""
    consultation = asked_of_staff(office.secretary, on=IN_MARCH, title=title, text=text)
    for number in range(said):
        say(
            consultation,
            staff_account(f"教师{number + 1}"),
            f"意见{number + 1}。",
            voice=Voice.NAMED,
            on=IN_MARCH,
        )
    concluded(consultation, office.secretary, on=date(2026, 3, 20))
