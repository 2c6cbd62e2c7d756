"""The steps of a public notice as tests take them: every state is reached through the services."""

from collections.abc import Iterable
from datetime import date

from affairs import services
from affairs.enums import NoticeObject, NoticeStatus, ReviewDuty, Sphere
from affairs.models import NoticeCandidate, NoticeReviewer, Objection, PublicNotice
from affairs.services import Outcome
from members.models import Member
from tests.conftest import TODAY, make_actor
from tests.members.factories import MemberFactory
from unionoffice.codes import new_slip
from unionoffice.roles import Role

MONDAY = date(2026, 11, 9)
"""Two weeks before TODAY: five working days later it is Monday the 16th."""

LAST_DAY = date(2026, 11, 16)
DAY_AFTER = date(2026, 11, 17)
CONTACT = {"contact": "工会办公室", "contact_phone": "027-88886666", "contact_place": "行政楼203室"}


def unsaved_notice(kind=NoticeObject.COMMENDATION, **fields):
    told = {
        "sphere": Sphere.SCHOOL,
        "title": "市级优秀教师推荐人选公示",
        "text": "<p>经评审小组评议，拟推荐下列同志。</p>",
        **CONTACT,
    }
    return PublicNotice(object=kind, **{**told, **fields})


def drafted(by, kind=NoticeObject.COMMENDATION, *, people: Iterable[Member] = (), on=MONDAY, **fields):
    """A draft that names these people, or one of its own making, with a review group that has a delegate."""
    notice = services.draft_notice(unsaved_notice(kind, **fields), by=by, on=on)
    named = list(people) or [MemberFactory(name="张静怡")]
    candidates = [NoticeCandidate(member=one, proposed="市级优秀教师") for one in named]
    services.name_candidates(notice, candidates, by=by, on=on)
    group = [
        NoticeReviewer(member=MemberFactory(name="李国强"), duty=ReviewDuty.HEAD),
        NoticeReviewer(member=MemberFactory(name="王芳"), is_delegate=True),
    ]
    services.name_reviewers(notice, group, by=by)
    return notice


def submitted(by, kind=NoticeObject.COMMENDATION, *, on=MONDAY, **fields):
    return services.submit_notice(drafted(by, kind, on=on, **fields), by=by, on=on)


def approved(notice, by, *, on=MONDAY, is_public=False):
    return services.approve_notice(notice, version=notice.version, is_public=is_public, by=by, on=on)


def posted(by, approver, kind=NoticeObject.COMMENDATION, *, on=MONDAY, is_public=False, **fields):
    return approved(submitted(by, kind, on=on, **fields), approver, on=on, is_public=is_public)


def objection_to(notice, *, candidate=None, text="材料中的课题不是本人主持的。", **fields):
    return Objection(notice=notice, candidate=candidate, text=text, **fields)


def filed(notice, by, *, on=MONDAY, **fields):
    return services.file_objection(objection_to(notice, **fields), by=by, on=on)


def anonymous(notice, *, on=MONDAY, **fields):
    services.object_anonymously(objection_to(notice, **fields), slip=new_slip(), on=on)
    return Objection.objects.get(notice=notice, is_anonymous=True)


def settled(objection, by, *, finding="untrue", text="已调阅课题立项书，本人为主持人。", reply="", on=MONDAY):
    return services.settle_objection(objection, finding=finding, text=text, reply=reply, by=by, on=on)


def outcomes_of(notice, *, result="passed", note=""):
    return {one.pk: Outcome(result, note) for one in notice.candidates.all()}


def concluded(notice, by, *, on=DAY_AFTER, conclusion="公示无异议。", **outcome):
    return services.conclude_notice(
        notice, outcomes=outcomes_of(notice, **outcome), conclusion=conclusion, by=by, on=on
    )


def notice_at(status, *, on=MONDAY, is_public=False, **fields):
    """A notice at this status, by a writer and an approver who do nothing else in the test."""
    answers = Role.CHAIR if fields.get("sphere") == Sphere.UNION else Role.PRINCIPAL
    writer, approver = make_actor(Role.SECRETARY, "起草人"), make_actor(answers, "批准人")
    if status in (NoticeStatus.DRAFT, NoticeStatus.WITHDRAWN):
        notice = drafted(writer, on=on, **fields)
        if status == NoticeStatus.WITHDRAWN:
            services.withdraw_notice(notice, reason="评选取消。", by=writer, on=on)
        return notice
    notice = submitted(writer, on=on, **fields)
    if status == NoticeStatus.RETURNED:
        return services.return_notice(notice, comment="请补充依据。", by=approver)
    if status == NoticeStatus.SUBMITTED:
        return notice
    approved(notice, approver, on=on, is_public=is_public)
    if status != NoticeStatus.POSTED:
        concluded(notice, writer, on=DAY_AFTER if on == MONDAY else TODAY)
    if status == NoticeStatus.DOCUMENTED:
        services.document_notice(notice, document_no="明中发〔2026〕18号", document_on=TODAY, by=writer)
    return notice


def _reviewed_by(one):
    notice = notice_at(NoticeStatus.DRAFT)
    return services.name_reviewers(notice, [NoticeReviewer(member=one)], by=notice.drafted_by)


LINKS = {
    ("affairs.NoticeCandidate", "member"): lambda one: notice_at(NoticeStatus.POSTED, people=[one]),
    ("affairs.NoticeReviewer", "member"): _reviewed_by,
}
"""What of a notice points at a person; what hangs goes along with them when two records become one."""
