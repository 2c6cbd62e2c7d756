"""The demo school's supervision, agreements and inspections, in every state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from affairs import services
from affairs.enums import (
    AgreementKind,
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
    Disclosure,
    Inspection,
    InspectionScheme,
    NegotiationRound,
    Rectification,
    Supervision,
)
from affairs.selectors import ItemLine
from affairs.services.supervision import Part
from members.models import Account, Member
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.roles import Role
from unionoffice.sources import SourceRef

NONE_FOUND = "程序公开，价格合理，未发现问题。"


@dataclass(frozen=True)
class _Looked:
    """One supervision: so many days ago, at what and how, what was found, and whether it is closed."""

    days: int
    kind: SupervisionKind
    title: str
    part: TakingPart
    amount: str = ""
    finding: str = NONE_FOUND
    demand: str = ""
    is_closed: bool = True
    by: Role = Role.SECRETARY


LOOKED: tuple[_Looked, ...] = (
    _Looked(301, SupervisionKind.PURCHASE, "春季办公用品采购", TakingPart.PRICES, "38600.00"),
    _Looked(262, SupervisionKind.TENDER, "教学楼防水维修招标", TakingPart.SITTING_IN, "426000.00"),
    _Looked(
        230,
        SupervisionKind.FINANCE,
        "上年度学校财务收支",
        TakingPart.REVIEW,
        finding="账目清楚，凭证齐全；建议差旅费报销附审批单。",
        by=Role.AUDITOR,
    ),
    _Looked(171, SupervisionKind.BUILDING, "教学楼防水维修验收", TakingPart.ACCEPTANCE, "418500.00"),
    _Looked(
        96,
        SupervisionKind.CANTEEN,
        "食堂大米和食用油询价",
        TakingPart.PRICES,
        "52000.00",
        finding="询价三家，其中一家的报价单没有盖章。",
        demand="补齐盖章的报价单，今后报价单当场核对。",
    ),
    _Looked(74, SupervisionKind.ADMISSION, "新生录取", TakingPart.CHECK),
    _Looked(
        20,
        SupervisionKind.SHOP,
        "校内商店商品价格",
        TakingPart.CHECK,
        finding="抽查30种商品，4种高于周边超市。",
        demand="商店调整四种商品的价格并张贴价目表。",
        is_closed=False,
    ),
    _Looked(3, SupervisionKind.PURCHASE, "教职工体检机构比选", TakingPart.PRICES, "186000.00", "", is_closed=False),
)

CLAUSES = (
    "学校依法与教职工订立聘用合同，续签或解除前听取工会意见。",
    "教职工每周工作时间不超过四十小时，因教学需要加班的安排调休。",
    "学校每年组织一次教职工体检，费用由学校承担。",
    "学校按规定足额缴纳社会保险和住房公积金，每年公布一次缴纳情况。",
    "涉及教职工切身利益的制度，提交教职工代表大会审议通过后施行。",
    "学校为女教职工安排每年一次妇科检查，孕期、哺乳期不安排夜间值班。",
)
WOMEN_CLAUSES = (
    "女教职工孕期不安排早晚自习值班。",
    "女教职工哺乳期每天有一小时哺乳时间，不影响考核。",
    "学校每年为女教职工安排一次妇科和乳腺检查。",
    "学校设立并维护好爱心母婴室。",
)

SCHEME: tuple[tuple[str, str, int, str], ...] = (
    ("组织建设", "工会组织健全，按期换届", 100, "换届请示、批复齐全得满分，缺一项扣20分。"),
    ("组织建设", "会员入会率", 80, "达到98%得满分，每低1个百分点扣10分。"),
    ("组织建设", "工会小组活动正常", 70, "每学期不少于两次，缺一次扣15分。"),
    ("民主管理", "教职工代表大会制度", 150, "每学年至少召开一次，提案有答复。"),
    ("民主管理", "校务公开", 120, "公开及时、内容真实、档案齐全。"),
    ("民主管理", "集体合同签订和履行", 80, "按期签订、备案、检查。"),
    ("维权服务", "慰问帮扶", 120, "送温暖有台账，困难职工有档案。"),
    ("维权服务", "女职工工作", 80, "特殊保护落实，活动有记录。"),
    ("活动阵地", "教工之家场地和设施", 100, "有固定场所，管理制度上墙。"),
    ("活动阵地", "文体活动", 100, "每年不少于四次，参加面达到80%。"),
)
LOST = {
    "工会小组活动正常": (15, "第三小组第一学期活动一次"),
    "校务公开": (26, "两项公开的档案缺照片"),
    "集体合同签订和履行": (20, "上一年度没有书面检查记录"),
    "教工之家场地和设施": (25, "借阅制度没有上墙"),
}


def oversee(on: date) -> None:
    """A year of looking on everybody's behalf, two agreements and three inspections."""
    demo = _Office(on)
    for told in LOOKED:
        demo.look(told)
    demo.agree()
    demo.inspect()


class _Office:
    """Those who do it, on the days on which they did."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.secretary, self.chair = holder_of(Role.SECRETARY, on), holder_of(Role.CHAIR, on)
        self.auditor, self.welfare = holder_of(Role.AUDITOR, on), holder_of(Role.WELFARE_OFFICER, on)
        self.teachers = list(Member.objects.as_of(on).order_by("employee_no").only("pk", "name")[30:40])

    def by(self, role: Role) -> Account:
        """Whoever holds it."""
        return self.auditor if role is Role.AUDITOR else self.secretary

    def people(self, told: _Looked) -> list[Part]:
        """A member of the committee and a delegate; where it is about the school's books, who audits."""
        if told.kind is SupervisionKind.FINANCE:
            return [(key, Capacity.AUDITOR) for key in _members(self.auditor)]
        delegate = self.teachers[told.days % len(self.teachers)]
        return [(_members(self.welfare)[0], Capacity.COMMITTEE), (delegate.pk, Capacity.DELEGATE)]

    def look(self, told: _Looked) -> None:
        """Record one supervision, and take it as far as it came."""
        day, by = self.on - timedelta(days=told.days), self.by(told.by)
        supervision = Supervision(
            kind=told.kind,
            title=told.title,
            part=told.part,
            held_on=day,
            amount=Decimal(told.amount) if told.amount else None,
            finding=told.finding,
        )
        with as_of(day):
            services.record_supervision(supervision, people=self.people(told), by=by, on=day)
        if told.demand:
            with as_of(day):
                services.follow_up_supervision(
                    supervision,
                    demand=told.demand,
                    responsible="总务处",
                    due_on=day + timedelta(days=22),
                    by=by,
                )
        if told.is_closed:
            closed = day + timedelta(days=10)
            with as_of(closed):
                services.close_supervision(
                    supervision,
                    finding=told.finding,
                    outcome="已按要求整改。" if told.demand else "",
                    reported_at="工会委员会会议",
                    by=by,
                    on=closed,
                )

    def agree(self) -> None:
        """One that is in force and checked, one on the table, one whose term ends soon."""
        self.keep_agreement(self.sign())
        self.negotiate()
        begun = self.on - timedelta(days=365 * 3 - 45)
        taken_in = begun + timedelta(days=6)
        safety = Agreement(
            kind=AgreementKind.SAFETY,
            title="劳动安全卫生专项集体合同",
            employer="江城市明德中学",
            employer_signer="方国平",
            union_signer=self.chair.name,
            signed_on=begun,
            from_on=begun,
            to_on=self.on + timedelta(days=44),
            filed_on=taken_in,
            filing_no="江人社集〔专〕207号",
        )
        clauses = ("实验室、食堂每月检查一次安全。", "高温天气调整户外工作时间，发放防暑用品。")
        with as_of(taken_in):
            services.record_signed_agreement(safety, clauses=clauses, by=self.secretary, on=taken_in)

    def sign(self) -> Agreement:
        """集体合同, from the draft to its filing."""
        day = self.on - timedelta(days=280)
        agreement = Agreement(
            kind=AgreementKind.COLLECTIVE,
            title="明德中学集体合同",
            employer="江城市明德中学",
            employer_side="沈立、方国平、梁文",
            union_side=f"{self.chair.name}、{self.secretary.name}、{self.welfare.name}",
        )
        with as_of(day):
            services.draft_agreement(agreement, clauses=CLAUSES, by=self.secretary, on=day)
            services.begin_talks(agreement, by=self.secretary)
        for number, outcome in enumerate(("第二、四、五条达成一致。", "六条全部达成一致，提交教代会。"), start=1):
            held = day + timedelta(days=9 * number)
            talks = NegotiationRound(held_on=held, place="小会议室", matters="双方就草案逐条协商。", outcome=outcome)
            with as_of(held):
                services.record_round(agreement, talks, by=self.secretary, on=held)
        passed, signed = day + timedelta(days=30), day + timedelta(days=34)
        with as_of(passed):
            services.pass_agreement(
                agreement, passed_on=passed, passed_at="教职工代表大会", by=self.secretary, on=passed
            )
        signing = {
            "signed_on": signed,
            "employer_signer": "沈立",
            "union_signer": self.chair.name,
            "from_on": signed,
            "to_on": signed + timedelta(days=365 * 3 - 1),
        }
        with as_of(signed):
            services.sign_agreement(agreement, signing=signing, by=self.secretary, on=signed)
        filed = signed + timedelta(days=7)
        with as_of(filed):
            services.file_agreement(
                agreement, filed_on=filed, filing_no=f"江人社集〔{filed.year}〕36号", by=self.secretary, on=filed
            )
        return agreement

    def keep_agreement(self, agreement: Agreement) -> None:
        """Checked once; one clause only partly kept."""
        day = self.on - timedelta(days=40)
        found = {clause.pk: (str(Fulfilment.KEPT), "") for clause in agreement.clauses.all()}
        fourth = agreement.clauses.get(position=4)
        found[fourth.pk] = (str(Fulfilment.PARTLY), "缴纳及时，上半年没有公布。")
        check = AgreementCheck(
            checked_on=day,
            people=f"{self.chair.name}、{self.secretary.name}、梁文",
            summary="逐条查看台账，座谈教师12人。",
            follow_up="公布本年度社会保险和住房公积金缴纳情况。",
            due_on=self.on + timedelta(days=12),
        )
        with as_of(day):
            services.check_agreement(agreement, check, findings=found, by=self.secretary, on=day)

    def negotiate(self) -> None:
        """女职工专项, after its first round."""
        day = self.on - timedelta(days=18)
        agreement = Agreement(
            kind=AgreementKind.WOMEN,
            title="女职工权益保护专项集体合同",
            employer="江城市明德中学",
            employer_side="沈立、方国平、梁文",
            union_side=f"{self.chair.name}、{self.secretary.name}、{self.welfare.name}",
        )
        talks = NegotiationRound(
            held_on=day + timedelta(days=6),
            place="小会议室",
            matters="学校方提出值班安排要与年级组协调。",
            outcome="第一、二、三条达成一致，第四条下一轮再议。",
        )
        with as_of(day):
            services.draft_agreement(agreement, clauses=WOMEN_CLAUSES, by=self.secretary, on=day)
            services.begin_talks(agreement, by=self.secretary)
        with as_of(talks.held_on):
            services.record_round(agreement, talks, by=self.secretary, on=talks.held_on)

    def inspect(self) -> None:
        """A self-assessment by items, the inspection from above that followed it, and one to come."""
        scheme = self.make_scheme()
        own = self.assess(scheme)
        came = self.on - timedelta(days=70)
        city = Inspection(
            kind=InspectionKind.RECEIVED,
            level=InspectionLevel.CITY,
            title="市模范教工之家检查",
            by_whom="江城市教育工会",
            held_on=came,
            score=Decimal(914),
            full_mark=Decimal(1000),
            result="市模范教工之家",
            comment="组织健全，活动经常。校务公开的档案要补齐。",
        )
        demand = Rectification(
            demand="补齐校务公开档案的照片和登记表。",
            responsible="工会秘书",
            due_on=self.on + timedelta(days=5),
        )
        with as_of(came):
            services.record_inspection(city, by=self.secretary, on=came)
            services.add_rectification(city, demand, by=self.secretary)
        coming = Inspection(
            kind=InspectionKind.RECEIVED,
            level=InspectionLevel.PROVINCE,
            title="省模范教工之家复查",
            by_whom="省教育工会",
            held_on=self.on + timedelta(days=26),
            scheme=scheme,
        )
        services.record_inspection(coming, by=self.secretary, on=self.on)
        with as_of(own.held_on + timedelta(days=14)):
            services.close_inspection(own, by=self.secretary, on=own.held_on + timedelta(days=14))

    def make_scheme(self) -> InspectionScheme:
        """1000 marks in four parts."""
        scheme = InspectionScheme(
            name="模范教工之家评分标准",
            issuer="江城市教育工会",
            valid_from=self.on.year,
            full_mark=Decimal(1000),
            note="江教工〔2026〕8号",
        )
        items = [ItemLine(first, title, Decimal(marks), standard) for first, title, marks, standard in SCHEME]
        with as_of(self.on - timedelta(days=130)):
            services.save_scheme(scheme, items=items, by=self.secretary)
        return scheme

    def assess(self, scheme: InspectionScheme) -> Inspection:
        """自评, with records of the office as evidence."""
        day = self.on - timedelta(days=110)
        inspection = Inspection(
            kind=InspectionKind.SELF,
            level=InspectionLevel.SCHOOL,
            title="教工之家建设自评",
            by_whom="校工会委员会",
            held_on=day,
            scheme=scheme,
        )
        with as_of(day):
            services.record_inspection(inspection, by=self.secretary, on=day)
            marks = {
                score.item_id: _mark(score.item.title, score.item.full_mark) for score in inspection.scores.all()
            }
            services.score_inspection(inspection, marks=marks, by=self.secretary)
            shown = inspection.scores.get(item__title="校务公开")
            for posted in Disclosure.objects.visible_to(self.secretary).order_by("pk")[:3]:
                services.link_evidence(shown, SourceRef.to(posted), note="", by=self.secretary)
            services.conclude_inspection(
                inspection, services.Result(result="优秀", comment="达到申报条件。"), by=self.secretary, on=day
            )
        return inspection


def _mark(title: str, full_mark: Decimal) -> services.Mark:
    lost, reason = LOST.get(title, (0, ""))
    return services.Mark(full_mark - lost, reason)


def _members(*accounts: Account) -> Sequence[int]:
    """The keys of the members whose accounts they are."""
    return [account.member_id for account in accounts if account.member_id is not None]
