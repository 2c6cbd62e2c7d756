"""The demo school's consultations: one over with its answers, one being answered, one open to be tried."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import uuid4

from affairs.demo.regulations import PAY_DRAFT
from affairs.enums import Decision, Voice
from affairs.models import Consultation, Regulation
from affairs.services import (
    Said,
    answer_point,
    begin_version,
    close_consultation,
    conclude_consultation,
    draft_consultation,
    gather_each,
    gather_opinions,
    give_opinion,
    mend_version,
    open_consultation,
)
from members.enums import AudienceKey
from members.models import Account, Audience, UnionGroup
from members.selectors import audience_members, holder_of
from unionoffice.demo import as_of
from unionoffice.roles import Role

Told = tuple[Voice, int | None, str]

ON_PAY: tuple[Told, ...] = (
    (Voice.OPEN, 1, "奖励部分占40%太高，刚工作的老师基础部分会减少，建议35%。"),
    (Voice.NAMED, 1, "奖励部分比例提高得太快，建议分两年到位。"),
    (Voice.ANONYMOUS, 3, "代课补贴应当和超课时补贴一致，避免争着代课。"),
    (Voice.GROUP, 2, "我们组讨论认为，班主任津贴应当按班额分档。"),
    (Voice.NAMED, None, "总的来说比原来合理，赞成。"),
)
PAY_FINAL = (
    "第一条 绩效工资分为基础部分和奖励部分，奖励部分占35%。",
    *PAY_DRAFT[1:2],
    "第三条 周课时超过标准和代课的，每课时补贴40元。",
    *PAY_DRAFT[3:],
)
BUDGET = (
    "一、收入：会费42,000元，拨缴经费154,000元，行政补助30,000元，合计226,000元。\n"
    "二、支出：职工活动支出118,000元，维权支出62,000元，业务支出18,000元，其他支出8,000元，合计206,000元。\n"
    "三、结余20,000元，用于职工之家设备更新。"
)
ON_BUDGET: tuple[Told, ...] = (
    (Voice.NAMED, 2, "建议增加青年教师活动的预算。"),
    (Voice.ANONYMOUS, 3, "职工之家的跑步机该换了。"),
    (Voice.NAMED, 2, "希望文体活动向退休教师多安排一些。"),
)
HOME = (
    "第一条 职工之家每天中午和下午放学后开放，周末由值班教师管理。\n"
    "第二条 教职工可以带家属使用，未成年人须有人陪同。\n"
    "第三条 健身器材使用后归位，损坏的照价赔偿。\n"
    "第四条 会议室和活动室须提前一天预约。"
)
ON_HOME: tuple[Told, ...] = (
    (Voice.OPEN, 1, "晚自习结束后能不能也开放一个小时？"),
    (Voice.ANONYMOUS, 3, "正常磨损不应当让个人赔偿。"),
)


def keep_consultations_of_demo(on: date) -> None:
    """From the oldest to the one that everybody may try."""
    secretary = holder_of(Role.SECRETARY, on)
    _concluded(secretary, on)
    _answering(secretary, on)
    _open(secretary, on)


def _concluded(by: Account, on: date) -> None:
    """On the new rules of pay: two opinions taken up, and a version that waits for the congress."""
    day = on - timedelta(days=50)
    with as_of(day):
        version = begin_version(
            Regulation.objects.get(title="绩效工资分配办法"), note="提高班主任津贴和超课时补贴。", by=by, on=day
        )
        mend_version(version, changes={"text": "\n".join(PAY_DRAFT)}, by=by)
        consultation = Consultation(
            title="绩效工资分配办法（修订）征求意见",
            lead="修订稿已经行政会议讨论，现向全体教职工征求意见，再提交教代会讨论通过。",
            questions="班主任津贴按班额分档，您赞成吗？",
            regulation_version=version,
        )
        _begin(consultation, by, day, days=14)
    _say(consultation, ON_PAY, day)
    with as_of(on - timedelta(days=35)):
        close_consultation(consultation, by=None, on=on - timedelta(days=35))
        _answer_pay(consultation, by)
    with as_of(on - timedelta(days=28)):
        conclude_consultation(
            consultation,
            conclusion="共收到意见5条，集中在奖励部分的比例和代课补贴。采纳3项，部分采纳1项，修改后提交教代会讨论。",
            revised_text="\n".join(PAY_FINAL),
            by=by,
            on=on - timedelta(days=28),
        )


def _answer_pay(consultation: Consultation, by: Account) -> None:
    share = consultation.opinions.filter(passage=1)
    gather_opinions(consultation, share, text="奖励部分占40%偏高，建议降低或者分步到位。", by=by)
    gather_each(consultation, by=by)
    answers = {
        1: (Decision.ADOPTED, "改为35%，两年后再评估。", "奖励部分占35%。"),
        3: (Decision.ADOPTED, "代课和超课时补贴统一。", "周课时超过标准和代课的，每课时补贴40元。"),
        2: (Decision.PARTLY, "今年先统一提高，按班额分档的办法由教务处另行测算。", ""),
        None: (Decision.ADOPTED, "赞成的意见，按修订稿提交讨论。", ""),
    }
    for one in consultation.points.all():
        decision, reason, wording = answers[one.passage]
        answer_point(one, decision=decision, reason=reason, new_wording=wording, by=by)


def _answering(by: Account, on: date) -> None:
    """On next year's budget: closed, and waiting for the answers."""
    day = on - timedelta(days=16)
    with as_of(day):
        consultation = Consultation(
            title=f"{on.year + 1}年度工会经费预算征求意见",
            lead="预算草案经工会委员会讨论并公示，现征求意见。",
            text=BUDGET,
        )
        _begin(consultation, by, day, days=12)
    _say(consultation, ON_BUDGET, day)
    with as_of(on - timedelta(days=2)):
        close_consultation(consultation, by=None, on=on - timedelta(days=2))


def _open(by: Account, on: date) -> None:
    """On the rules of the staff home: still open."""
    day = on - timedelta(days=4)
    with as_of(day):
        consultation = Consultation(
            title="职工之家使用规则征求意见",
            lead="职工之家重新布置后，拟定了使用规则，请大家看看是否方便、合理。",
            text=HOME,
            questions="您希望职工之家晚上开放到几点？\n最想添置什么？",
        )
        _begin(consultation, by, day, days=10)
    _say(consultation, ON_HOME, day)


def _begin(consultation: Consultation, by: Account, day: date, *, days: int) -> None:
    consultation.audience = Audience.objects.get(key=AudienceKey.STAFF)
    consultation.closes_on = day + timedelta(days=days)
    draft_consultation(consultation, by=by, on=day)
    open_consultation(consultation, by=by, on=day)


def _say(consultation: Consultation, told: Sequence[Told], day: date) -> None:
    """Each by another colleague; a group's by its leader."""
    asked = audience_members(consultation.audience, day)
    leader_of = dict(UnionGroup.objects.filter(leader__account__isnull=False).values_list("leader", "pk"))
    speakers = iter(Account.objects.filter(member__in=asked.values("pk")).exclude(member__in=leader_of)[: len(told)])
    for voice, passage, text in told:
        said = Said(text=text, voice=voice, once=uuid4(), passage=passage)
        by = next(speakers)
        if voice == Voice.GROUP:
            member, group = next(iter(leader_of.items()))
            by = Account.objects.get(member=member)
            group_of = UnionGroup.objects.get(pk=group)
            said = Said(text=text, voice=voice, once=uuid4(), passage=passage, group=group_of, headcount=14)
        give_opinion(consultation, said, by=by, on=day)
