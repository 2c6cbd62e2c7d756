"""What other schools tell of meetings, notices, letters and surveys."""

from datetime import date
from decimal import Decimal

from affairs import services
from affairs.enums import (
    MailboxKind,
    MeetingKind,
    NoticeObject,
)
from affairs.models import Mailbox
from tests.affairs.acceptance.beyond import beyond
from tests.affairs.acceptance.facts import Office
from tests.affairs.acceptance.met import past
from tests.affairs.letters import closed, on_paper, open_mailbox
from tests.affairs.letters import published as reply_published
from tests.affairs.meetings import decision, opinion, seated, task
from tests.affairs.public_notices import concluded, filed, posted, settled
from tests.affairs.surveys import recorded as survey_recorded
from tests.conftest import TODAY
from tests.members.factories import MemberFactory


def met(office: Office, kind: MeetingKind, times: int, **fields: object) -> list[object]:
    """Held so often, each month once."""
    told = {"kind": kind, "title": "", **fields}
    return [past(office.secretary, held_on=date(2026, 1 + number, 9), **told) for number in range(times)]


@beyond(
    "召开工会委员会议8次，召开经审委员会议2次，召开女职工委员会议1次。",
    meetings=11,
    meetings__committee=8,
    meetings__audit=2,
    meetings__women=1,
)
def committees_met(office):
    for kind, times in ((MeetingKind.COMMITTEE, 8), (MeetingKind.AUDIT, 2), (MeetingKind.WOMEN, 1)):
        met(office, kind, times, committee=seated(kind="other", name=str(kind.label)))


@beyond(
    "召开座谈会5次，到会150人次。座谈会上，教职工提出意见36条，已答复36条，采纳31条。",
    meetings__forum=5,
    meetings__forum__attendance=150,
    meetings__forum__opinions=36,
    meetings__forum__opinions__answered=36,
    meetings__forum__opinions__adopted=31,
)
def forums_with_answers(office):
    forums = met(office, MeetingKind.FORUM, 5, headcount=30)
    for number in range(36):
        said = opinion(forums[number % 5], office.secretary, text=f"意见{number + 1}。")
        services.answer_opinion(
            said,
            answer="已办理。",
            outcome="adopted" if number < 31 else "explained",
            answered_by="总务处",
            by=office.secretary,
            on=TODAY,
        )


@beyond(
    "召开全体教职工会议2次，到会236人次，召开联席会议3次，召开党政工联席会4次，召开行政办公会1次。",
    meetings__all_staff=2,
    meetings__all_staff__attendance=236,
    meetings__joint=3,
    meetings__leadership=4,
    meetings__administrative=1,
)
def meetings_of_the_school(office):
    met(office, MeetingKind.ALL_STAFF, 2, headcount=118)
    met(office, MeetingKind.JOINT, 3)
    met(office, MeetingKind.LEADERSHIP, 4)
    met(office, MeetingKind.ADMINISTRATIVE, 1)


@beyond(
    "共作出决定12项，交办任务10项，已办结9项，办结率90.0%。",
    meetings__decisions=12,
    meetings__tasks=10,
    meetings__tasks__done=9,
    meetings__tasks__open=1,
)
def decisions_followed_up(office):
    (meeting,) = met(office, MeetingKind.JOINT, 1)
    for number in range(12):
        decision(meeting, office.secretary, text=f"决定{number + 1}。")
    given = [task(meeting, office.secretary, member=office.teacher.member) for _ten in range(10)]
    for one in given[:9]:
        services.finish_task(one, note="", done_on=TODAY, by=office.secretary, on=TODAY)


@beyond(
    "公示6次，涉及132人次。按公示对象分，评优评先4次，职称评聘1次，干部任用1次。评审小组有教职工代表参加的6次。"
    "公示期内收到异议1条，具名1条。经核查，不属实1条。",
    notices=6,
    notices__people=132,
    notices__object__commendation=4,
    notices__object__titles=1,
    notices__object__cadres=1,
    objections=1,
    objections__named=1,
    objections__finding__untrue=1,
)
def notices_with_an_objection(office):
    people = MemberFactory.create_batch(22)
    objects = [*[NoticeObject.COMMENDATION] * 4, NoticeObject.TITLES, NoticeObject.CADRES]
    notices = [
        posted(
            office.secretary,
            office.principal,
            kind,
            people=people,
            on=date(2026, 3, 2),
            title=f"公示{number}",
        )
        for number, kind in enumerate(objects, start=1)
    ]
    settled(filed(notices[0], office.teacher, on=date(2026, 3, 3)), office.secretary, on=date(2026, 3, 4))
    for notice in notices:
        concluded(notice, office.secretary, on=date(2026, 3, 10))


@beyond(
    "收到来信12封，匿名12封。按内容分，后勤12封。已答复12封",
    mailbox=1,
    letters=12,
    letters__anonymous=12,
    letters__replied=12,
)
def letters_answered(office):
    mailbox = open_mailbox()
    for _twelve in range(12):
        closed(on_paper(mailbox, office.secretary), office.principal)


@beyond(
    "公开答复2条。",
    letters=2,
    letters__published=2,
)
def replies_for_everybody(office):
    mailbox = open_mailbox()
    for _two in range(2):
        reply_published(closed(on_paper(mailbox, office.secretary), office.principal), office.principal)


@beyond("学校公布领导电话3个。", mailbox__phones=3)
def phones_alone(office):
    services.save_mailbox(
        Mailbox(
            name="监督电话",
            kind=MailboxKind.PHONE,
            role="principal",
            phones="88001\n88002\n88003",
            takes_letters_here=False,
            in_use_from=date(2026, 3, 1),
        ),
        by=office.secretary,
    )


@beyond(
    "开展问卷调查1次，发放问卷125份，回收120份，回收率96.0%，满意度98.0%。",
    surveys=1,
    surveys__sent=125,
    surveys__answered=120,
    surveys__rate=Decimal("96.0"),
    surveys__satisfaction=Decimal("98.0"),
)
def survey_of_satisfaction(office):
    survey_recorded(office.secretary, sent=125, answered=120, satisfaction=98)


@beyond("回收率95.0%，满意度97.0%。", surveys=2, surveys__satisfaction=Decimal("97.0"))
def two_surveys_of_which_one_asked_for_satisfaction(office):
    survey_recorded(office.secretary, title="食堂满意度", sent=100, answered=95, satisfaction=97)
    survey_recorded(office.secretary, title="值班意见", sent=100, answered=95, satisfaction=None)


@beyond(
    "开展问卷调查2次，发放问卷220份，回收209份，回收率95.0%，平均满意度97.0%。",
    surveys=2,
    surveys__rate=Decimal("95.0"),
    surveys__satisfaction=Decimal("97.0"),
)
def two_surveys(office):
    survey_recorded(office.secretary, title="食堂满意度", sent=100, answered=95, satisfaction=96)
    survey_recorded(office.secretary, title="管理满意度", sent=120, answered=114, satisfaction=98)
