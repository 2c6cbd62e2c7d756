"""The demo school's agendas: a session with its results, opinions and resolutions, and the one that is prepared."""

from datetime import date, timedelta

from affairs.models import Regulation
from affairs.selectors import latest_version
from congress import services
from congress.enums import (
    Decider,
    ItemKind,
    ItemOutcome,
    Matter,
    OpinionAnswer,
    SessionStatus,
    VotingWay,
)
from congress.models import AgendaItem, InterimDecision, Session
from congress.papers.minutes import composed_minutes
from congress.selectors import items_of, opinions_of, people_due, resolutions_of, speakers_of
from members.models import Account, Department
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.roles import Role

FIELDS = ("文化建设", "师德师风建设", "教师队伍建设", "安全建设", "教育教学改革", "教师待遇")
REPORTS = (
    (Matter.PLAN, "三年发展规划的报告", "校长", ""),
    (Matter.WORK, "学校工作报告", "校长", "\n".join(FIELDS)),
    (Matter.FINANCE, "关于学校和工会财经工作报告", "总务处负责人", ""),
    (Matter.PROPOSALS, "提案解答报告", "校长", ""),
)
DRAFTS = (
    (ItemKind.PASS, Matter.APPRAISAL, "教职工年度考核办法（试行）", 0.72, 0.10),
    (ItemKind.DELIBERATE, Matter.OTHER, "校园停车管理办法", 0.80, 0.05),
    (ItemKind.PASS, Matter.WELFARE, "教职工食堂补贴调整方案", 0.44, 0.30),
)
"""Kind, matter, title, and the shares of all who were due that were for it and against it: the last fails."""

SAID = (
    (
        1,
        "安全建设一节请补充校门口接送的安排。",
        OpinionAnswer.ADOPTED,
        "已写入学校工作报告，总务处月底前公布。",
        "总务处",
    ),
    (4, "考核等次的比例请按学部分别计算。", OpinionAnswer.PARTLY, "两个学部先试行一年，再作统一规定。", "校长办公室"),
    (5, "停车收费建议免除。", OpinionAnswer.DECLINED, "收费用于设施维护，账目每学期公布。", "总务处"),
    (6, "补贴标准提高的部分请说明经费来源。", None, "", ""),
)
"""Which item, what was said, and the answer; the last waits."""


def hold_sessions(on: date) -> None:
    """The last session with all that it left, what was decided since, and the agenda of the next."""
    sessions = Session.objects.of_staff().select_related("term").order_by("-starts_on")
    last = sessions.filter(status=SessionStatus.HELD).first()
    coming = sessions.filter(status=SessionStatus.PLANNED).first()
    if last is None or coming is None:
        return
    by = holder_of(Role.SECRETARY, on)
    with as_of(last.starts_on):
        items = _set_up(last, by)
        _results(last, items, by)
    _said(items, by, on)
    _resolve(last, items, by, on)
    with as_of(last.starts_on + timedelta(days=6)):
        _minutes(last, by)
    _between(last, by)
    _prepare(coming, by, on)


def _set_up(session: Session, by: Account) -> list[AgendaItem]:
    told = [
        {"kind": ItemKind.HEAR, "matter": matter, "title": title, "presented_by": who, "covers": covers}
        for matter, title, who, covers in REPORTS
    ]
    told += [{"kind": kind, "matter": matter, "title": title} for kind, matter, title, _for, _against in DRAFTS]
    return [services.add_item(session, one, by=by) for one in told]


def _results(session: Session, items: list[AgendaItem], by: Account) -> None:
    day = session.starts_on
    for item in items[: len(REPORTS)]:
        services.decide_item(item, outcome=ItemOutcome.HEARD, decided_on=day, by=by, on=day)
    due = people_due(session, day)
    for item, (*_told, in_favour, against) in zip(items[len(REPORTS) :], DRAFTS, strict=True):
        counts = {"due": due, "present": due - due // 7, "in_favour": int(due * in_favour)}
        counts |= {"against": int(due * against), "abstained": due // 20}
        services.vote_item(item, way=VotingWay.SECRET, counts=counts, decided_on=day, by=by, on=day)


def _said(items: list[AgendaItem], by: Account, on: date) -> None:
    session = items[0].session
    speakers = list(speakers_of(session.term, session.starts_on)[: len(SAID)])
    for member, (place, text, outcome, answer, office) in zip(speakers, SAID, strict=True):
        day = session.starts_on
        with as_of(day):
            opinion = services.raise_opinion(items[place], text=text, member=member, by=by, on=day)
        if outcome is None:
            continue
        answered = min(day + timedelta(days=5), on)
        with as_of(answered):
            services.answer_item_opinion(opinion, outcome=outcome, answer=answer, office=office, by=by, on=answered)


def _resolve(session: Session, items: list[AgendaItem], by: Account, on: date) -> None:
    departments = list(Department.objects.open().exclude(head=None)[:2])
    day = session.starts_on
    for place, department, due in ((0, departments[0], 60), (4, departments[-1], 25)):
        told = {
            "title": f"关于{items[place].title}的决议",
            "text": f"<p>会议{'听取' if place == 0 else '讨论通过'}{items[place].quoted_title}，"
            "会议号召全体教职工齐心协力，把各项任务落到实处。</p>",
            "item": items[place],
            "adopted_on": day,
            "department": department,
            "due_on": day + timedelta(days=due),
        }
        with as_of(day):
            resolution = services.adopt_resolution(session, told, by=by, on=day)
        later = min(day + timedelta(days=20), on)
        with as_of(later):
            words = "已印发各部门，分解任务到人。" if place == 0 else "已制定考核细则并组织学习。"
            services.note_resolution_step(resolution, text=words, office=department.name, by=by, on=later)
            if place:
                services.finish_resolution(resolution, by=by, on=later)


def _minutes(session: Session, by: Account) -> None:
    told = list(items_of(session)), list(opinions_of(session, by)), list(resolutions_of(session))
    services.write_minutes(session, text=composed_minutes(session, *told), by=by)


def _between(session: Session, by: Account) -> None:
    """What the heads of the delegations decided since, which waits for the next session."""
    day = session.starts_on + timedelta(days=18)
    told = {
        "term": session.term,
        "decider": Decider.HEADS,
        "title": "确定食堂补贴方案的修改意见",
        "text": "同意总务处按代表意见修改方案，补充经费来源，提交下次会议表决。",
        "decided_on": day,
        "due_count": 5,
        "present_count": 5,
    }
    with as_of(day):
        services.save_decision(InterimDecision(), told, by=by, on=day)


def _prepare(session: Session, by: Account, on: date) -> None:
    """Two reports, the rules of pay that everybody was asked about, and those that nobody was."""
    with as_of(on - timedelta(days=3)):
        for matter, title, who, covers in REPORTS[1:3]:
            told = {"kind": ItemKind.HEAR, "matter": matter, "title": title, "presented_by": who, "covers": covers}
            services.add_item(session, told, by=by)
        for title, matter in (("绩效工资分配办法", Matter.PAY), ("专业技术岗位聘任办法", Matter.HIRING)):
            regulation = Regulation.objects.filter(title=title).first()
            version = latest_version(regulation) if regulation else None
            if version is None or version.from_on is not None:
                continue
            draft = {"kind": ItemKind.PASS, "matter": matter, "title": title, "regulation_version": version}
            services.add_item(session, draft, by=by)
