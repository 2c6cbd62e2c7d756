"""How the demo school prepares its next session, and what it has on record of the one before."""

from datetime import date, timedelta

from congress import services
from congress.enums import Asker, GroupKind, PresidiumRole, SessionKind, SessionNoticeKind, Side
from congress.models import PreparatoryMeeting, Session, SessionNotice, SessionRequest, Topic
from congress.selectors import may_sit_in_presidium
from members.enums import PostCategory
from members.models import Account, Member
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.precision import Precision
from unionoffice.roles import Role

TOPICS = (
    (Side.ADMINISTRATION, "听取校长工作报告"),
    (Side.ADMINISTRATION, "听取学校财务工作报告"),
    (Side.ADMINISTRATION, "审议《绩效工资奖励条例（修订草案）》"),
    (Side.UNION, "听取工会工作和提案办理情况报告"),
    (Side.PARTY, "民主评议学校领导干部"),
)
AGREED = {Side.PARTY: (14, "校党委会"), Side.ADMINISTRATION: (13, "校长办公会"), Side.UNION: (13, "工会委员会")}
DONE = (
    ("party", 30, "校党委会第9次会议议题"),
    ("budget", 9, "列入工会年度预算"),
    ("drafts", 4, "已发各教研组，收集意见27条"),
)
"""What is noted as done, how many days ago, and how."""

PREPARATORY = ((165, Precision.MONTH, 24, 22), (130, Precision.MONTH, 24, 24))
"""How many days ago each meeting on the pay rules was, how exactly that is known, and how many were due and came."""

PAY = "绩效工资奖励条例"
SETTLED = "奖励项目由九项并为六项\n班主任津贴单列\n修订草案发各教研组征求意见"


def prepare_sessions(on: date) -> None:
    """Two meetings before the session on the pay rules, a request that was met, and a checklist halfway done."""
    secretary = holder_of(Role.SECRETARY, on)
    sessions = Session.objects.of_staff().select_related("term").order_by("starts_on")
    coming = sessions.filter(starts_on__gt=on).first()
    asked = sessions.filter(kind=SessionKind.EXTRAORDINARY).first()
    if coming is None or asked is None:
        return
    _set_place(coming, secretary, on)
    _agree(coming, secretary, on)
    _people(coming, secretary, on)
    _notes(coming, secretary, on)
    _talk_over(coming, secretary, on)
    _request(asked, secretary)


def _set_place(session: Session, by: Account, on: date) -> None:
    day = on - timedelta(days=40)
    with as_of(day):
        told = {"theme": "凝聚共识，办好学校", "place": "学校礼堂"}
        services.plan_session(session, {**told, "starts_on": session.starts_on}, by=by, on=day)


def _agree(session: Session, by: Account, on: date) -> None:
    day = on - timedelta(days=12)
    with as_of(day):
        for side, title in TOPICS:
            services.save_topic(Topic(session=session), {"title": title, "proposed_by": side}, by=by)
        agreed = {side: (on - timedelta(days=ago), where) for side, (ago, where) in AGREED.items()}
        services.agree_on_topics(session, agreed, by=by, on=day)


def _people(session: Session, by: Account, on: date) -> None:
    """A presidium of nine with teachers as its majority, and the group that reviews proposals."""
    day = on - timedelta(days=3)
    able = may_sit_in_presidium(session)
    teachers = list(able.filter(post_category=PostCategory.TEACHER)[:6])
    others = list(able.exclude(pk__in=[member.pk for member in teachers])[:3])
    chairs = {member.pk: PresidiumRole.CHAIR for member in teachers[:2]}
    members = {member.pk: PresidiumRole.MEMBER for member in (*teachers[2:], *others)}
    with as_of(day):
        services.name_presidium(session, members | chairs, by=by, on=day)
        reviewers: list[Member] = teachers[3:] + others
        head, *rest = reviewers
        services.set_up_group(
            session, GroupKind.PROPOSALS, head=head, members=[one.pk for one in rest], from_on=day, by=by
        )


def _notes(session: Session, by: Account, on: date) -> None:
    """The call went out when it began; what was done by hand is noted."""
    call = SessionNotice(session=session, kind=SessionNoticeKind.CALL)
    day = session.call_from or on
    with as_of(day):
        services.draft_session_notice(call, "", by=by)
        services.issue_session_notice(call, late_reason="", by=by, on=day)
    for key, ago, note in DONE:
        done_on = on - timedelta(days=ago)
        with as_of(done_on):
            item = session.checklist.get(key=key)
            services.finish_checklist_item(item, done_on=done_on, note=note, by=by, on=done_on)


def _talk_over(session: Session, by: Account, on: date) -> None:
    for ago, precision, due, present in PREPARATORY:
        day = on - timedelta(days=ago)
        told = {
            "topic": PAY,
            "held_on": day,
            "precision": precision,
            "place": "工会活动室",
            "due_count": due,
            "present_count": present,
            "settled": SETTLED,
        }
        with as_of(day):
            services.record_preparatory_meeting(PreparatoryMeeting(session=session), told, by=by, on=day)


def _request(session: Session, by: Account) -> None:
    """The extraordinary session was asked for by the school, which the books say without more."""
    asked_on = session.starts_on - timedelta(days=12)
    request = SessionRequest(
        term=session.term, asked_by=Asker.SCHOOL, asked_on=asked_on, reason="中层岗位聘任方案需在开学前审议"
    )
    with as_of(asked_on):
        services.record_session_request(request, by=by, on=asked_on)
        services.link_requested_session(request, session, by=by)
