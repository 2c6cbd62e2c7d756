"""What other schools tell of supervision, inspections, rules, documents, agreements and the board."""

from datetime import date
from decimal import Decimal

from affairs import services
from affairs.enums import (
    AgreementKind,
    Capacity,
    ChannelKind,
    Direction,
    InspectionKind,
    InspectionLevel,
    NoticeObject,
    Reach,
    RegulationKind,
    Sphere,
    SupervisionKind,
    TakingPart,
    Timing,
)
from affairs.models import BoardCheck, Channel, CheckIssue, Disclosure, Regulation, RegulationVersion
from tests.affairs.acceptance.beyond import beyond
from tests.affairs.acceptance.facts import Office
from tests.affairs.acceptance.laid_down import enact
from tests.affairs.oversight import check as fulfilment_checked
from tests.affairs.oversight import demand, inspection, signed, supervision
from tests.affairs.public_notices import posted
from tests.affairs.regulations import asked, registered, say, staff_account
from tests.affairs.steps import corrected, published
from tests.conftest import TODAY
from tests.members.factories import MemberFactory


@beyond(
    "工会组织代表参与民主监督，共15次，参加人员3人，涉及金额368,000.00元。其中，采购15次。",
    supervision=15,
    supervision__kinds=1,
    supervision__people=3,
    supervision__money=Decimal("368000.00"),
    supervision__kind__purchase=15,
)
def purchases_with_their_money(office):
    people = [(member.pk, Capacity.COMMITTEE) for member in MemberFactory.create_batch(3)]
    amounts = [Decimal(24_000)] * 14 + [Decimal(32_000)]
    for number, amount in enumerate(amounts):
        supervision(
            office.secretary,
            people=people[: 1 + number % 3],
            on=date(2026, 1 + number % 10, 9),
            title=f"采购{number + 1}",
            amount=amount,
        )


@beyond(
    "共3次，涉及2类，涉及金额1,680,000.00元。其中，招标1次，基建2次。",
    supervision=3,
    supervision__kinds=2,
    supervision__money=Decimal("1680000.00"),
)
def tender_and_acceptance(office):
    for kind, part, amount in (
        (SupervisionKind.TENDER, TakingPart.SITTING_IN, 1_200_000),
        (SupervisionKind.BUILDING, TakingPart.ACCEPTANCE, 480_000),
        (SupervisionKind.BUILDING, TakingPart.CHECK, None),
    ):
        supervision(office.secretary, kind=kind, part=part, amount=amount)


@beyond(
    "对其中3次提出整改要求，已完成整改2次。",
    supervision=4,
    supervision__demands=3,
    supervision__demands__done=2,
)
def canteen_put_right(office):
    seen = [
        supervision(office.secretary, kind=SupervisionKind.CANTEEN, title=f"食堂{number}", finding="留样不足。")
        for number in range(4)
    ]
    for one in seen[:3]:
        services.follow_up_supervision(
            one, demand="补齐留样。", responsible="总务处", due_on=TODAY, by=office.secretary
        )
    for one in seen[:2]:
        services.close_supervision(
            one, finding="留样不足。", outcome="已补齐。", reported_at="", by=office.secretary, on=TODAY
        )


@beyond(
    "得914分（满分1000分），结果为“先进教工之家”。",
    inspections=1,
    inspections__scored=1,
    inspections__kind__received=1,
)
def inspected_with_914(office):
    inspection(office.secretary, title="建家检查", score=914, full_mark=1000, result="先进教工之家")


@beyond("3月9日开展“教工之家建设自评”，得914分（满分1000分）。", inspections__kind__self=1)
def the_school_looked_at_itself(office):
    day = date(2026, 3, 9)
    told = {"kind": InspectionKind.SELF, "level": InspectionLevel.SCHOOL, "by_whom": "本校工会", "held_on": day}
    inspection(office.secretary, title="教工之家建设自评", score=914, full_mark=1000, result="", **told)


@beyond("9月参加询价“办公用品采购”。", supervision=1)
def purchase_of_which_the_month_is_known(office):
    supervision(office.secretary, on=date(2026, 9, 9), precision="month")


@beyond(
    "接受上级检查3次，开展自评1次，完成整改4项。按级别分，校级1次，区县级2次，市级1次。",
    inspections=4,
    inspections__kind__received=3,
    inspections__kind__self=1,
    inspections__level__school=1,
    inspections__level__county=2,
    inspections__level__city=1,
    rectified=4,
)
def inspected_and_put_right(office):
    inspection(office.secretary, kind=InspectionKind.SELF, level=InspectionLevel.SCHOOL, by_whom="本校工会")
    inspection(office.secretary, level=InspectionLevel.COUNTY, title="校务公开检查")
    inspection(office.secretary, level=InspectionLevel.COUNTY, title="工会经费检查")
    made = inspection(office.secretary)
    for number in range(4):
        asked_for = demand(made, office.secretary, demand=f"补齐第{number + 1}卷")
        services.settle_rectification(asked_for, outcome="已补齐。", by=office.secretary, on=TODAY)


@beyond(
    "修订制度5项。",
    regulations__adopted=0,
    regulations__amended=5,
    regulations__in_force=5,
)
def regulations_revised(office):
    for number in range(1, 6):
        version = _long_in_force(office, f"制度{number}")
        later = services.begin_version(version.regulation, note="按新要求修订。", by=office.secretary, on=TODAY)
        services.mend_version(later, changes={"text": "第一条 新。"}, by=office.secretary)
        services.enact_version(later, from_on=TODAY, adopted_by="教代会", by=office.secretary, on=TODAY)


def _long_in_force(office: Office, title: str) -> RegulationVersion:
    regulation = Regulation(title=title, kind=RegulationKind.UNION)
    day = date(2024, 3, 1)
    version = services.draft_regulation(regulation, text="第一条 旧。", by=office.secretary, on=day)
    return services.enact_version(version, from_on=day, adopted_by="教代会", by=office.secretary, on=day)


@beyond(
    "新制定制度1项，废止制度2项。",
    regulations__adopted=1,
    regulations__abolished=2,
    regulations__in_force=1,
)
def regulations_abolished(office):
    enact(office, "考勤办法", RegulationKind.PERSONNEL, "第一条 按规定考勤。")
    for title in ("旧办法一", "旧办法二"):
        version = _long_in_force(office, title)
        services.abolish_version(version, abolished_on=TODAY, reason="已有新规定。", by=office.secretary)


@beyond(
    "征求意见2次，收到意见48条，归并为48条逐条答复。其中，采纳31条，未采纳17条，采纳率64.6%。",
    consultations=2,
    consultations__opinions=48,
    consultations__points=48,
    consultations__points__adopted=31,
    consultations__points__declined=17,
)
def two_rounds_of_consultation(office):
    people = [staff_account(f"教师{number}") for number in range(24)]
    left = 31
    for number in (1, 2):
        consultation = asked(office.secretary, on=date(2026, 3, number), title=f"第{number}轮征求意见")
        for one in people:
            say(consultation, one, "再细一些。", on=date(2026, 3, number))
        services.close_consultation(consultation, by=office.secretary, on=date(2026, 3, 20))
        services.gather_each(consultation, by=office.secretary)
        for point in consultation.points.all():
            decided = "adopted" if left > 0 else "declined"
            services.answer_point(point, decision=decided, reason="已研究。", by=office.secretary)
            left -= 1
        services.conclude_consultation(
            consultation, conclusion="已答复。", revised_text="", by=office.secretary, on=date(2026, 3, 21)
        )


@beyond(
    "文件管理方面，收文120件，发文35件，传阅8件。",
    documents__incoming=120,
    documents__outgoing=35,
    documents__forwarded=8,
)
def documents_in_and_out(office):
    came = [registered(office.secretary, title=f"来文{number}", document_no=f"{number}号") for number in range(120)]
    for number in range(35):
        registered(office.secretary, direction=Direction.OUTGOING, title=f"发文{number}")
    for document in came[:8]:
        services.forward_document(document, members=[office.teacher.member], by=office.secretary, on=TODAY)


@beyond("监督小组检查4次，提出整改6件，已完成5件。", checks=4, checks__issues=6, checks__done=5)
def supervision_group_checked(office):
    found = []
    for month in range(1, 5):
        check = BoardCheck(checked_on=date(2026, 3 * month - 2, 9), scope="公开栏", finding="已看过。")
        services.record_check(check, people=[office.teacher.member], by=office.secretary, on=TODAY)
        found.append(check)
    for number in range(6):
        issue = CheckIssue(
            check_held=found[number % 4],
            problem="字号太小",
            demand="重新张贴",
            handler=office.teacher.member,
            due_on=TODAY,
        )
        services.raise_issue(issue, by=office.secretary)
        if number:
            services.finish_issue(issue, done_on=TODAY, outcome="已重贴。", by=office.secretary, on=TODAY)


@beyond(
    "公开的渠道有公开栏2处，墙报1处，网页1处，电子屏1处。",
    channels=5,
    channels__board=2,
    channels__wall=1,
    channels__web=1,
    channels__screen=1,
)
def channels_of_many_kinds(office):
    for number, kind in enumerate([ChannelKind.BOARD, *list(ChannelKind)[:2], ChannelKind.WEB, ChannelKind.SCREEN]):
        channel = Channel(kind=kind, name=f"渠道{number}", place=f"{number}号楼", timing=Timing.REGULAR)
        services.save_channel(channel, by=office.publicity)


@beyond(
    "定期公开的事项中，每月公开的3项，每学期公开的2项，每年公开的1项。",
    disclosures=7,
    disclosures__timing__long=1,
    disclosures__timing__regular=6,
    disclosures__interval__month=3,
    disclosures__interval__term=2,
    disclosures__interval__year=1,
)
def by_month_by_term_and_for_long(office):
    matters = (
        *[("食堂管理与伙食账目", f"2026-0{month}") for month in (3, 4, 5)],
        *[("教师培训安排", code) for code in ("2025-2026-2", "2026-2027-1")],
        ("固定资产购置与处置", "2026"),
        ("学校发展规划", ""),
    )
    for number, (content, code) in enumerate(matters):
        _disclosed(office, content, title=f"公开{number}", period_code=code)


def _disclosed(office: Office, content: str, **fields: object) -> Disclosure:
    return published(office.publicity, office.principal, content, on=TODAY, **fields)


@beyond("面向社会公开3项。", disclosures=4, disclosures__reach__public=3, disclosures__reach__staff=1)
def for_everybody(office):
    for number in range(4):
        reach = Reach.PUBLIC if number else Reach.STAFF
        _disclosed(office, "学校发展规划", title=f"规划{number}", reach=reach)


@beyond(
    "校务公开1项，会务公开2项，涉及2类。",
    disclosures__sphere__school=1,
    disclosures__sphere__union=2,
    disclosures__category__party=1,
)
def of_party_school_and_union(office):
    _disclosed(office, "发展党员和民主评议", title="发展党员公开")
    for title in ("春节慰问", "夏送清凉"):
        published(office.publicity, office.chair, "会员福利与慰问", on=TODAY, title=title)


@beyond("对已公开的内容作出更正1项，原文予以保留。", disclosures=1, corrections=1)
def one_corrected(office):
    corrected(_disclosed(office, "财务审计结果"), office.publicity, office.principal, title="审计结果（更正）")


@beyond("纸质公开内容张贴2份。", postings=2)
def paper_copies(office):
    told = _disclosed(office, "财务审计结果")
    for name in ("一楼", "二楼"):
        channel = services.save_channel(Channel(kind=ChannelKind.BOARD, name=name, place=name), by=office.publicity)
        services.put_up_copy(told, channel, up_on=TODAY, by=office.publicity, on=TODAY)


@beyond("现行公开目录共60项，分16类。", catalogue__items=60, catalogue__categories=16)
def catalogue_issued(office):
    services.issue_catalogue(from_on=date(2026, 1, 1), by=office.secretary, on=date(2026, 1, 1))


@beyond(
    "签订集体合同2份，现行集体合同2份，开展履行检查2次。",
    agreements__signed=2,
    agreements__in_force=2,
    agreements__checks=2,
)
def agreements_signed_and_checked(office):
    fulfilment_checked(signed(office.secretary))
    womens = signed(office.secretary, kind=AgreementKind.WOMEN, title="女职工权益保护专项集体合同")
    fulfilment_checked(womens)


@beyond(
    "公示1次，涉及9人次。按公示对象分，候选人1次。",
    notices=1,
    notices__people=9,
    notices__object__candidates=1,
)
def candidates_of_the_committee(office):
    posted(
        office.secretary,
        office.chair,
        NoticeObject.CANDIDATES,
        sphere=Sphere.UNION,
        people=MemberFactory.create_batch(9),
        on=date(2026, 3, 2),
        title="工会委员会委员候选人公示",
    )
