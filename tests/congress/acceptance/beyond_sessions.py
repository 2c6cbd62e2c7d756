"""What other schools tell of their congresses' sessions, agendas and votes."""

from datetime import date

from congress import services
from congress.enums import Asker, Assembly, Body, Decider, ItemKind, ItemOutcome, SessionKind
from congress.models import InterimDecision, PreparatoryMeeting, Session, SessionRequest
from tests.congress.acceptance.beyond import OCTOBER, Office, beyond
from tests.congress.factories import DelegateFactory
from unionoffice.precision import Precision

TODAY = date(2026, 11, 22)
VOTES = {"due": 93, "present": 87, "in_favour": 81, "against": 4, "abstained": 2}


@beyond(
    "10月20日召开第九届第二次教职工代表大会，应到代表93名，实到87名，列席12名，特邀6名。",
    sessions=1,
    sessions__due=93,
    sessions__present=87,
    sessions__attending=12,
    sessions__invited=6,
)
def session_with_its_guests(office):
    office.session(due_count=93, present_count=87, attending_count=12, invited_count=6)


@beyond(
    "共召开教职工大会1次。",
    "10月20日召开第三届第一次教职工大会，应到教职工62名，实到58名。",
    "教职工大会与提案",
    sessions=1,
    sessions__everybody=1,
)
def all_of_a_small_school(office):
    term = office.term(3, assembly=Assembly.EVERYBODY)
    office.session(1, term=term, due_count=62, present_count=58)


@beyond(
    "共召开教职工代表大会、教职工大会2次。",
    sessions=2,
    sessions__everybody=1,
)
def small_school_that_grew(office):
    days = {"from_on": date(2023, 1, 1), "to_on": date(2026, 6, 30)}
    office.session(3, date(2026, 3, 2), term=office.term(3, assembly=Assembly.EVERYBODY, **days))
    office.session(1, term=office.term(4, from_on=date(2026, 7, 1)))


@beyond(
    "2026年9月召开第九届第二次教职工代表大会，应到代表80名，实到54名。",
    sessions=1,
)
def session_of_which_the_month_is_known(office):
    office.session(day=date(2026, 9, 9), precision=Precision.MONTH, due_count=80, present_count=54)


@beyond(
    "应31名代表联名提议，10月20日召开第九届第二次教职工代表大会（临时会议），应到代表93名，实到90名。",
    sessions__extraordinary=1,
)
def asked_for_by_a_third(office):
    term = office.term()
    DelegateFactory.create_batch(93, term=term)
    request = SessionRequest(
        term=term, asked_by=Asker.DELEGATES, asked_on=date(2026, 9, 28), reason="绩效方案急需审议", count=31
    )
    services.record_session_request(request, by=office.secretary, on=TODAY)
    session = office.extraordinary(2, due_count=93, present_count=90)
    services.link_requested_session(request, session, by=office.secretary)


@beyond("应学校提议，10月20日召开第九届第二次教职工代表大会（临时会议）。", sessions__extraordinary=1)
def asked_for_by_the_school(office):
    told = {"asked_by": Asker.SCHOOL, "asked_on": date(2026, 10, 8), "reason": "岗位聘任方案需审议"}
    request = SessionRequest(term=office.term(), **told)
    services.record_session_request(request, by=office.secretary, on=TODAY)
    services.link_requested_session(request, office.extraordinary(2), by=office.secretary)


@beyond(
    "教代会听取报告4项，审议通过文件1项。",
    "听取的报告：校长作《学校工作报告》；工会主席作《工会工作报告》；总务主任作《财务工作报告》；"
    "提案委员会作《提案办理情况报告》。",
    "审议通过的文件：《绩效工资分配方案》（应到93人，实到87人，赞成81票，反对4票，弃权2票）。",
    agenda__heard=4,
    agenda__adopted=1,
)
def reports_heard_and_a_scheme_voted_on(office):
    session = office.session(due_count=93, present_count=87)
    reports = (("校长", "学校工作报告"), ("工会主席", "工会工作报告"))
    more = (("总务主任", "财务工作报告"), ("提案委员会", "提案办理情况报告"))
    office.heard(session, (*reports, *more))
    office.voted(office.item(session, "绩效工资分配方案"), **VOTES)


@beyond(
    "表决未通过1项。",
    "10月20日表决《职称评聘办法》（应到80人，实到54人，赞成40票，反对10票，弃权4票），未通过。",
    agenda__failed=1,
)
def scheme_that_did_not_pass(office):
    session = office.session(due_count=80, present_count=54)
    item = office.item(session, "职称评聘办法")
    office.voted(item, due=80, present=54, in_favour=40, against=10, abstained=4)


@beyond(
    "未通过，修改后再次提交表决。",
    "《职称评聘办法（修改稿）》（应到80人，实到70人，赞成66票，反对3票，弃权1票）。",
    agenda__failed=1,
    agenda__adopted=1,
)
def scheme_that_passed_the_second_time(office):
    first = office.session(1, date(2026, 3, 9), due_count=80, present_count=60)
    item = office.item(first, "职称评聘办法")
    office.voted(item, due=80, present=60, in_favour=40, against=15, abstained=5)
    later = office.session(2, due_count=80, present_count=70)
    again = office.item(later, "职称评聘办法（修改稿）", again_of=item)
    office.voted(again, due=80, present=70, in_favour=66, against=3, abstained=1)


@beyond("审议通过文件2项，评议1项，选举1项。", agenda__adopted=2, agenda__appraise=1, agenda__elect=1)
def agenda_of_all_kinds(office):
    session = office.session(due_count=93, present_count=87)
    office.settled(office.item(session, "三年发展规划", ItemKind.DELIBERATE), ItemOutcome.AGREED)
    office.voted(office.item(session, "考勤办法", ItemKind.DELIBERATE), **VOTES)
    office.settled(office.item(session, "中层以上干部民主评议", ItemKind.APPRAISE), ItemOutcome.APPRAISED)
    office.settled(office.item(session, "专门委员会", ItemKind.ELECT), ItemOutcome.ELECTED)


def _of_members(office: Office, **fields: object) -> Session:
    """A session of the union's members, who elect, hear and rate."""
    session = office.session(1, term=office.term(5, body=Body.UNION, **fields), due_count=42, present_count=40)
    reports = (("主席", "工会工作报告"), ("主席", "经费收支情况报告"), ("经审主任", "经费审查工作报告"))
    office.heard(session, reports)
    office.settled(office.item(session, "会员评家", ItemKind.APPRAISE), ItemOutcome.APPRAISED)
    for title in ("工会委员会", "经费审查委员会"):
        office.settled(office.item(session, title, ItemKind.ELECT), ItemOutcome.ELECTED)
    return session


@beyond(
    "召开工会会员代表大会1次。",
    "10月20日召开第五届第一次工会会员代表大会，应到代表42名，实到40名。",
    "工会会员代表大会听取报告3项，评议1项，选举2项。",
    "工会会员代表大会听取的报告：主席作《工会工作报告》；主席作《经费收支情况报告》；经审主任作《经费审查工作报告》。",
    members_sessions=1,
    members_agenda__heard=3,
    members_agenda__elect=2,
    agenda__heard=0,
)
def members_congress_of_five_years(office):
    _of_members(office)


@beyond("召开工会会员大会1次。", "工会会员大会听取报告3项，评议1项，选举2项。", members_sessions__everybody=1)
def members_meet_all_of_them(office):
    _of_members(office, assembly=Assembly.EVERYBODY)


@beyond(
    "与工会会员代表大会合并召开1次，召开工会会员代表大会1次。",
    "10月20日召开第九届第二次教职工代表大会暨第五届第二次工会会员代表大会",
    sessions__joint=1,
)
def two_congresses_as_one(office):
    day = {"starts_on": OCTOBER, "ends_on": OCTOBER, "number": 2}
    staff, union = (
        services.save_session(Session(), {"term": term, **day}, by=office.secretary)
        for term in (office.term(), office.term(5, body=Body.UNION))
    )
    services.join_sessions(staff, union, by=office.secretary)
    for one in (staff, union):
        one.refresh_from_db()
        services.hold_session(one, by=office.secretary, on=TODAY)


@beyond("召开教代会预备会2次。", "就“绩效工资奖励条例”召开预备会2次。", preparatory=2)
def two_meetings_before(office):
    session = office.session()
    for month in (6, 7):
        told = {"topic": "绩效工资奖励条例", "held_on": date(2026, month, 3), "precision": Precision.MONTH}
        meeting = PreparatoryMeeting(session=session)
        services.record_preparatory_meeting(meeting, told, by=office.secretary, on=TODAY)


@beyond("闭会期间作出决定2项。", decisions=2)
def decided_between_sessions(office):
    for title in ("调整食堂补贴", "追加体检项目"):
        told = {"decider": Decider.HEADS, "title": title, "text": "同意。", "decided_on": date(2026, 9, 10)}
        counts = {"due_count": 9, "present_count": 8}
        decision = InterimDecision(term=office.term())
        services.save_decision(decision, {**told, **counts}, by=office.secretary, on=TODAY)


@beyond("共召开教职工代表大会3次，其中例会2次、临时会议1次。", sessions=3, sessions__ordinary=2)
def three_sessions_in_a_year(office):
    office.session(1, date(2026, 3, 2))
    office.session(2, date(2026, 9, 2))
    office.session(3, kind=SessionKind.EXTRAORDINARY)
