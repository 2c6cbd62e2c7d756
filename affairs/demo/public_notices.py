"""The demo school's public notices: a year of them, at every step between draft and document."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from affairs.enums import Finding, NoticeObject, NoticeStatus, ObjectionWay, ReviewDuty, Sphere
from affairs.models import NoticeCandidate, NoticeReviewer, Objection, PublicNotice
from affairs.services import (
    Outcome,
    approve_notice,
    conclude_notice,
    document_notice,
    draft_notice,
    extend_notice,
    file_objection,
    name_candidates,
    name_reviewers,
    object_anonymously,
    record_objection,
    return_notice,
    settle_objection,
    submit_notice,
    withdraw_notice,
)
from members.models import Account, Department, Member
from members.selectors import holder_of
from unionoffice.codes import new_slip
from unionoffice.demo import as_of
from unionoffice.inbox.services import read_all_notices
from unionoffice.roles import Role
from unionoffice.workdays import ONE_DAY, is_workday

DRAFT, SUBMITTED, RETURNED = NoticeStatus.DRAFT, NoticeStatus.SUBMITTED, NoticeStatus.RETURNED
POSTED, CONCLUDED, DOCUMENTED = NoticeStatus.POSTED, NoticeStatus.CONCLUDED, NoticeStatus.DOCUMENTED
WITHDRAWN = NoticeStatus.WITHDRAWN

REVIEWED = "经本人申报、部门推荐，评审小组按评选办法逐一评议并投票，拟推荐下列同志，现予公示。"
CONTACTS = {
    Sphere.SCHOOL: ("校长办公室", "027-85550102", "行政楼201室"),
    Sphere.UNION: ("工会办公室", "027-85550119", "行政楼110室"),
}


@dataclass(frozen=True)
class _Told:
    """One notice of the demo: how many days ago it was drafted, how far it has come, and who objected how."""

    days: int
    kind: NoticeObject
    title: str
    proposed: tuple[str, ...]
    text: str = REVIEWED
    basis: str = ""
    until: NoticeStatus = DOCUMENTED
    amounts: tuple[int, ...] = ()
    sphere: Sphere = Sphere.SCHOOL
    document: str = ""
    findings: tuple[Finding | None, ...] = ()
    """One objection each; None is one that still waits."""
    extended: int = 0
    is_public: bool = False


YEAR: tuple[_Told, ...] = (
    _Told(
        318,
        NoticeObject.APPRAISAL,
        "教职工年度考核优秀等次公示",
        ("优秀",) * 6,
        text="年度考核经个人述职、民主测评、考核小组评定，拟定下列同志为优秀等次，现予公示。",
        basis="学校教职工年度考核实施办法",
        document="明中发〔{year}〕3号",
    ),
    _Told(
        246,
        NoticeObject.TITLES,
        "中小学教师职称评审推荐人选公示",
        ("高级教师", "高级教师", "一级教师", "一级教师", "一级教师"),
        basis="市教育局年度职称评审工作通知",
        document="明中发〔{year}〕9号",
        findings=(Finding.UNTRUE, Finding.PARTLY),
        extended=3,
    ),
    _Told(
        171,
        NoticeObject.COMMENDATION,
        "“五一”先进个人推荐人选公示",
        ("市级先进工作者", "区级先进工作者", "区级先进工作者"),
        basis="区总工会推荐评选先进的通知",
        sphere=Sphere.UNION,
        document="明工发〔{year}〕4号",
        is_public=True,
    ),
    _Told(
        128,
        NoticeObject.HARDSHIP,
        "困难教职工帮扶名单公示",
        ("大病救助", "助学帮扶", "大病救助", "临时救助"),
        amounts=(5000, 2000, 3000, 1000),
        text="经本人申请、小组核实、工会委员会评议，拟对下列同志给予帮扶。帮扶情况向教职工代表大会报告，接受监督。",
        basis="工会困难职工帮扶办法",
        sphere=Sphere.UNION,
        document="明工发〔{year}〕6号",
    ),
    _Told(
        74,
        NoticeObject.COMMENDATION,
        "教师节表彰推荐人选公示",
        ("市级优秀教师", "区级优秀教师", "区级优秀班主任", "区级优秀班主任"),
        basis="关于评选教师节先进的通知",
        document="明中发〔{year}〕22号",
        findings=(Finding.TRUE,),
    ),
    _Told(
        52,
        NoticeObject.CADRES,
        "中层干部拟任人选公示",
        ("拟任教务处副主任",),
        text="经民主推荐、组织考察、党组织会议研究，拟任用下列同志，现予公示。",
        until=WITHDRAWN,
    ),
    _Told(
        24,
        NoticeObject.CANDIDATES,
        "工会委员会补选委员候选人公示",
        ("委员候选人", "委员候选人", "委员候选人"),
        text="经各工会小组推荐、工会委员会讨论，拟定下列同志为补选委员候选人，提交会员（代表）大会选举。",
        sphere=Sphere.UNION,
        until=CONCLUDED,
    ),
    _Told(
        13,
        NoticeObject.POSTS,
        "专业技术岗位晋级人选公示",
        ("专业技术七级", "专业技术七级", "专业技术十级"),
        basis="学校岗位设置实施方案",
        until=POSTED,
        findings=(Finding.UNTRUE,),
    ),
    _Told(
        4,
        NoticeObject.COMMENDATION,
        "市级骨干教师推荐人选公示",
        ("市级骨干教师", "市级骨干教师", "市级学科带头人", "市级学科带头人"),
        basis="市教育局关于选拔骨干教师的通知",
        until=POSTED,
        findings=(None, None),
    ),
    _Told(
        3,
        NoticeObject.HARDSHIP,
        "冬季困难帮扶名单公示",
        ("大病救助", "临时救助", "助学帮扶"),
        amounts=(3000, 1000, 2000),
        text="经本人申请、小组核实、工会委员会评议，拟对下列同志给予帮扶，现予公示。",
        sphere=Sphere.UNION,
        until=POSTED,
    ),
    _Told(
        2,
        NoticeObject.COMMENDATION,
        "师德标兵推荐人选公示",
        ("校级师德标兵", "校级师德标兵"),
        until=SUBMITTED,
    ),
    _Told(6, NoticeObject.APPRAISAL, "学期教学质量奖名单公示", ("一等奖", "二等奖", "二等奖"), until=RETURNED),
    _Told(1, NoticeObject.TITLES, "首席教师聘任人选公示", ("首席教师",), until=DRAFT),
)

OBJECTIONS = (
    "公示的材料里，区级公开课一节是同组老师上的，不是本人，请核对听课记录。",
    "评审时没有按办法先看近三年的教学质量评价，请说明评分依据。",
)
FOUND = {
    Finding.TRUE: "调阅听课记录，该节公开课的执教人确为另一位老师，材料有误。",
    Finding.PARTLY: "三年的教学质量评价已列入评分，但评分表没有附在材料后面，已补充。",
    Finding.UNTRUE: "调阅听课记录和证书原件，材料属实。",
}
SINGLE = 2


def post_notices(on: date) -> None:
    """A year of notices by the people whose office it is."""
    board = _Notices(on)
    for told in YEAR:
        board.take(told)


class _Notices:
    """Who writes, approves and objects, and the notices one after the other."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.secretary = holder_of(Role.SECRETARY, on)
        self.writer = holder_of(Role.PUBLICITY_OFFICER, on)
        self.approvers = {
            Sphere.SCHOOL: holder_of(Role.PRINCIPAL, on),
            Sphere.UNION: holder_of(Role.CHAIR, on),
        }
        keepers = (self.secretary, self.writer, *self.approvers.values())
        people = Member.objects.in_service().exclude(account__in=keepers).order_by("employee_no")
        self.people = list(people[20:80])
        self.group = list(people[:5])
        self.objectors = list(Account.objects.filter(member__in=people, grants=None).order_by("pk")[:3])
        self.department = Department.objects.filter(name="校长办公室").first()
        self.turn = 0

    def take(self, told: _Told) -> None:
        """One notice, as far as it has come."""
        day = self.workday(self.on - timedelta(days=told.days))
        notice = self.draft(told, day)
        if told.until is DRAFT:
            return
        with as_of(day):
            submit_notice(notice, by=notice.drafted_by, on=day)
        approver = self.approvers[told.sphere]
        if told.until is RETURNED:
            with as_of(day):
                return_notice(notice, comment="请补充各等次的评定办法，再提交。", by=approver)
        elif told.until is not SUBMITTED:
            with as_of(day):
                approve_notice(notice, version=notice.version, is_public=told.is_public, by=approver, on=day)
            self.hang(notice, told)
            self.close(notice, told)
            for reader in (approver, notice.drafted_by):
                read_all_notices(reader)

    def draft(self, told: _Told, day: date) -> PublicNotice:
        """With its people and its review group."""
        who, phone, place = CONTACTS[told.sphere]
        notice = PublicNotice(
            object=told.kind,
            sphere=told.sphere,
            title=told.title,
            text=told.text,
            basis=told.basis,
            department=self.department if told.sphere is Sphere.SCHOOL else None,
            reviewed_on=day - timedelta(days=2),
            contact=who,
            contact_phone=phone,
            contact_place=place,
        )
        by = self.writer if told.sphere is Sphere.SCHOOL else self.secretary
        with as_of(day):
            draft_notice(notice, by=by, on=day)
            name_candidates(notice, self.candidates(told), by=by, on=day)
            name_reviewers(notice, self.reviewers(), by=by)
        return notice

    def candidates(self, told: _Told) -> list[NoticeCandidate]:
        """The next people in turn."""
        rows = []
        for place, proposed in enumerate(told.proposed):
            member = self.people[self.turn % len(self.people)]
            self.turn += 1
            amount = Decimal(told.amounts[place]) if told.amounts else None
            rows.append(NoticeCandidate(member=member, proposed=proposed, amount=amount))
        return rows

    def reviewers(self) -> list[NoticeReviewer]:
        """One at the head, two for the staff."""
        head, *others = self.group
        return [
            NoticeReviewer(member=head, duty=ReviewDuty.HEAD),
            *(NoticeReviewer(member=one, is_delegate=place < SINGLE) for place, one in enumerate(others)),
        ]

    def hang(self, notice: PublicNotice, told: _Told) -> None:
        """What befell it while it hung."""
        day = min(notice.hung[0] + ONE_DAY, self.on)
        people = list(notice.candidates.all())
        ways: tuple[Callable[[Objection, date], None], ...] = (self.by_name, self.without_name, self.on_paper)
        for place, finding in enumerate(told.findings):
            about = people[place] if len(told.findings) < SINGLE or place else None
            objection = Objection(notice=notice, candidate=about, text=OBJECTIONS[place])
            with as_of(day):
                ways[place if finding is None else -1](objection, day)
            if finding is not None:
                with as_of(day):
                    text = FOUND[finding]
                    settle_objection(objection, finding=finding, text=text, reply=text, by=self.secretary, on=day)
        if told.extended:
            with as_of(day):
                reason = "补充评分材料，需要更多时间查阅。"
                extend_notice(notice, days=told.extended, reason=reason, by=self.secretary, on=day)

    def by_name(self, objection: Objection, day: date) -> None:
        """A colleague on the telephone."""
        objection.contact = "课间到语文组办公室"
        file_objection(objection, by=self.objectors[0], on=day)

    def without_name(self, objection: Objection, day: date) -> None:
        """Somebody."""
        object_anonymously(objection, slip=new_slip(), on=day)

    def on_paper(self, objection: Objection, day: date) -> None:
        """A letter to the office."""
        objection.way, objection.received_on = ObjectionWay.WRITTEN, day
        objection.is_anonymous, objection.name = False, self.group[-1].name
        record_objection(objection, by=self.secretary, on=day)

    def close(self, notice: PublicNotice, told: _Told) -> None:
        """The result, and what followed from it."""
        first, last = notice.hung
        day = last + ONE_DAY
        if told.until is WITHDRAWN:
            with as_of(first + ONE_DAY):
                reason = "任职条件中的年限计算有误，更正后重新公示。"
                withdraw_notice(notice, reason=reason, by=self.approvers[told.sphere], on=first + ONE_DAY)
        elif told.until in (CONCLUDED, DOCUMENTED):
            with as_of(day):
                conclude_notice(
                    notice, outcomes=self.outcomes(notice), conclusion=_conclusion(told), by=self.secretary, on=day
                )
        if told.until is DOCUMENTED:
            issued = day + timedelta(days=3)
            with as_of(issued):
                number = told.document.format(year=issued.year)
                document_notice(notice, document_no=number, document_on=issued, by=self.secretary)

    def outcomes(self, notice: PublicNotice) -> dict[int, Outcome]:
        """All pass but those against whom something was found true."""
        found = {one.candidate_id: one.finding for one in notice.objections.upheld()}
        return {
            one.pk: Outcome("failed", "公开课材料有误，取消推荐。")
            if found.get(one.pk) == Finding.TRUE
            else Outcome("passed", "评分材料已补充，评审小组复核后维持推荐。" if one.pk in found else "")
            for one in notice.candidates.all()
        }

    def workday(self, day: date) -> date:
        """That day, or the last working day before it."""
        while not is_workday(day):
            day -= ONE_DAY
        return day


def _conclusion(told: _Told) -> str:
    if not told.findings:
        return "公示期内没有收到异议。"
    return f"公示期内收到异议{len(told.findings)}条，均已核查认定，处理情况已答复提出人。"
