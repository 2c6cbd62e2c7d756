"""The demo school's mailboxes: three on pages, one on a wall and a list of phones; letters at every step."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from affairs.enums import LetterCategory, LetterStatus, LetterWay, MailboxKind, Reach, ReplyWish, Satisfaction
from affairs.models import BoxOpening, Disclosure, Letter, Mailbox
from affairs.services import (
    answer_letter,
    ask_sender,
    close_letter,
    empty_box,
    extend_letter,
    forward_letter,
    publish_reply,
    rate_reply,
    record_letter,
    refuse_letter,
    save_mailbox,
    take_up_letter,
    write_again,
    write_anonymous_letter,
    write_letter,
)
from members.models import Account, Member
from members.selectors import holder_of
from unionoffice.codes import new_slip
from unionoffice.demo import as_of
from unionoffice.roles import Role

PRINCIPAL, UNION, WOMEN, WALL = "校长信箱", "工会意见箱", "女职工信箱", "校长意见箱"
ASKED, ANSWERED, CLOSED = LetterStatus.ASKED, LetterStatus.ANSWERED, LetterStatus.CLOSED
RECEIVED, HANDLING, REFUSED = LetterStatus.RECEIVED, LetterStatus.HANDLING, LetterStatus.REFUSED
AGO = 420
"""Days since the mailboxes were opened."""


@dataclass(frozen=True)
class _Told:
    """One letter of the demo: how many days ago it came, from whom, and how far it has come."""

    days: int
    box: str
    category: LetterCategory
    subject: str
    body: str
    until: LetterStatus
    answer: str = ""
    writer: str = ""
    hides: bool = False
    to_head: bool = False
    rating: str = ""
    publish: bool = False


LETTERS: tuple[_Told, ...] = (
    _Told(
        190,
        PRINCIPAL,
        LetterCategory.LOGISTICS,
        "教学楼三楼饮水机",
        "三楼东侧的饮水机坏了两个星期，老师和学生都要下楼打水。请尽快修理。",
        CLOSED,
        "饮水机已于次日更换滤芯和水泵。今后报修由总务处两天内到场，电话贴在每台机器上。",
        to_head=True,
        rating=Satisfaction.SATISFIED,
        publish=True,
    ),
    _Told(
        160,
        UNION,
        LetterCategory.UNION,
        "教工活动室开放时间",
        "活动室中午不开门，放学后又要赶着接孩子。能不能中午也开一个小时？",
        CLOSED,
        "从下周起，活动室中午12时10分至13时10分开放，由各工会小组轮流值班。",
        writer="1016",
        rating=Satisfaction.SATISFIED,
        publish=True,
    ),
    _Told(
        130,
        PRINCIPAL,
        LetterCategory.TREATMENT,
        "监考补贴的标准",
        "周末监考的补贴几年没有调整，希望说明标准的依据，并按新的办法执行。",
        CLOSED,
        "补贴按绩效工资分配方案第九条执行。新方案正在征求意见，周末监考拟提高，请通过工会小组提出意见。",
        writer="1021",
        hides=True,
        rating=Satisfaction.FAIRLY,
    ),
    _Told(
        96,
        WOMEN,
        LetterCategory.TREATMENT,
        "哺乳室的使用",
        "哺乳室被用来堆放教具，进去都转不开身。",
        CLOSED,
        "教具已清走，换了门锁，钥匙在校医室登记领用。谢谢提醒。",
        rating=Satisfaction.SATISFIED,
        publish=True,
    ),
    _Told(
        71,
        PRINCIPAL,
        LetterCategory.TEACHING,
        "晚自习的安排",
        "九年级晚自习连上三个晚上，有小孩的老师实在照顾不过来，建议轮换。",
        ANSWERED,
        "教务处已改为每周轮换，每位老师每周不超过两个晚上。新的安排下周一起执行。",
        to_head=True,
    ),
    _Told(
        44,
        PRINCIPAL,
        LetterCategory.OTHER,
        "推销课程",
        "低价出售网络课程，联系电话见附件，多买多送。",
        REFUSED,
    ),
    _Told(
        20,
        PRINCIPAL,
        LetterCategory.SAFETY,
        "校门口的车辆",
        "放学时南门外停满家长的车，学生在车缝里穿行，非常危险。建议请交警协助，分时段放学。",
        HANDLING,
        to_head=True,
    ),
    _Told(
        11,
        UNION,
        LetterCategory.TREATMENT,
        "体检项目",
        "今年体检能不能增加颈椎检查？",
        ASKED,
        "请问是希望所有人都增加，还是由本人在两个项目里选一项？",
        writer="1016",
    ),
    _Told(
        6,
        PRINCIPAL,
        LetterCategory.ETHICS,
        "课后辅导班",
        "听说有老师在校外办班，学生不去就不好意思。请学校了解。",
        HANDLING,
    ),
    _Told(
        2,
        PRINCIPAL,
        LetterCategory.LOGISTICS,
        "食堂晚餐",
        "值晚自习的老师六点以后去食堂，常常只剩一个菜。能不能留一份热饭？",
        RECEIVED,
    ),
    _Told(
        1,
        UNION,
        LetterCategory.UNION,
        "书屋的新书",
        "职工书屋想增加心理学和育儿方面的书，我可以帮忙列书单。",
        RECEIVED,
        writer="1023",
    ),
)


def keep_mailboxes(on: date) -> None:
    """A year of letters, by the people whose office it is."""
    crew = _Crew(on)
    crew.open_mailboxes()
    crew.empty_the_box()
    for told in LETTERS:
        crew.lead(told)
    crew.ask_about_the_board()


class _Crew:
    """Those who keep the mailboxes and answer."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.secretary = holder_of(Role.SECRETARY, on)
        self.head = holder_of(Role.DEPARTMENT_HEAD, on)
        self.owners = {
            PRINCIPAL: holder_of(Role.PRINCIPAL, on),
            UNION: holder_of(Role.CHAIR, on),
            WOMEN: holder_of(Role.WOMEN_OFFICER, on),
        }
        self.boxes: dict[str, Mailbox] = {}

    def open_mailboxes(self) -> None:
        """Those that the office came with are opened; the others are set up."""
        day = self.on - timedelta(days=AGO)
        phones = "校长 沈立 0571-88001001\n书记 0571-88001002\n分管校领导 0571-88001003"
        online = {"kind": MailboxKind.ONLINE}
        told: dict[str, dict[str, Any]] = {
            PRINCIPAL: {**online, "role": Role.PRINCIPAL, "writers": Reach.PUBLIC},
            UNION: {**online, "role": Role.CHAIR},
            WOMEN: {**online, "role": Role.WOMEN_OFFICER},
            WALL: {
                "kind": MailboxKind.HUNG,
                "role": Role.PRINCIPAL,
                "place": "教学楼一楼大厅",
                "opening_days": "每周五下午",
                "takes_letters_here": False,
            },
            "校领导电话": {
                "kind": MailboxKind.PHONE,
                "role": Role.PRINCIPAL,
                "place": "校门口公示栏",
                "phones": phones,
                "takes_letters_here": False,
                "writers": Reach.PUBLIC,
            },
        }
        for name, fields in told.items():
            mailbox = Mailbox.objects.filter(name=name).first() or Mailbox(name=name)
            for field, value in fields.items():
                setattr(mailbox, field, value)
            mailbox.in_use_from = day
            with as_of(day):
                self.boxes[name] = save_mailbox(mailbox, by=self.secretary)

    def empty_the_box(self) -> None:
        """Four Fridays; one letter on paper among them."""
        opener, witness = Member.objects.filter(account=self.secretary).get(), Member.objects.get(employee_no="1016")
        for weeks, found in ((9, 0), (6, 1), (3, 0), (1, 0)):
            day = self.on - timedelta(weeks=weeks)
            opening = BoxOpening(mailbox=self.boxes[WALL], opened_on=day, opener=opener, witness=witness, found=found)
            with as_of(day):
                empty_box(opening, by=self.secretary, on=day)
            if found:
                self.record_from(opening, day)

    def record_from(self, opening: BoxOpening, day: date) -> None:
        """What was in the box."""
        letter = Letter(
            mailbox=opening.mailbox,
            way=LetterWay.PAPER,
            received_on=day,
            category=LetterCategory.LOGISTICS,
            subject="操场夜灯",
            body="操场西侧的灯不亮，傍晚锻炼看不清路。",
        )
        with as_of(day):
            record_letter(letter, opening=opening, by=self.secretary, on=day)
        with as_of(day + timedelta(days=3)):
            owner, later = self.owners[PRINCIPAL], day + timedelta(days=3)
            take_up_letter(letter, by=owner, on=later)
            answer_letter(letter, text="灯已修好，并在校内公示栏答复。", by=owner, on=later)
            close_letter(letter, by=owner, on=later)

    def lead(self, told: _Told) -> None:
        """Take one from the box to where it stands."""
        day = self.on - timedelta(days=told.days)
        letter = Letter(
            mailbox=self.boxes[told.box],
            category=told.category,
            subject=told.subject,
            body=told.body,
            hides_name=told.hides,
            wish=ReplyWish.MAY_PUBLISH if told.publish else ReplyWish.PRIVATE,
        )
        with as_of(day):
            if told.writer:
                write_letter(letter, by=Account.objects.get(employee_no=told.writer), on=day)
            else:
                write_anonymous_letter(letter, slip=new_slip(), on=day)
        owner = self.owners[told.box]
        if told.until is REFUSED:
            with as_of(day + timedelta(days=1)):
                refuse_letter(letter, reason="广告，与学校工作无关。", by=owner)
        elif told.until is not RECEIVED:
            self.handle(letter, told, owner)

    def handle(self, letter: Letter, told: _Told, owner: Account) -> None:
        """Take it up, hand it over, answer it."""
        day = letter.received_on + timedelta(days=1)
        with as_of(day):
            take_up_letter(letter, by=owner, on=day)
        if told.to_head:
            with as_of(day):
                until = day + timedelta(days=9)
                forward_letter(
                    letter, handler=self.head, handle_by=until, note="请了解情况后答复。", by=owner, on=day
                )
        by = self.head if told.to_head else owner
        day += timedelta(days=4)
        with as_of(min(day, self.on)):
            if told.until is ASKED:
                ask_sender(letter, text=told.answer, by=by, on=day)
            elif told.until is HANDLING and told.to_head:
                reason = "要与交警部门商定后答复。"
                extend_letter(letter, due_on=self.on + timedelta(days=4), reason=reason, by=owner, on=day)
            elif told.answer:
                answer_letter(letter, text=told.answer, by=by, on=day)
        self.after(letter, told, owner, day)

    def after(self, letter: Letter, told: _Told, owner: Account, day: date) -> None:
        """What the sender says to it, and the board."""
        if told.rating:
            rate_reply(letter, told.rating, on=day + timedelta(days=1))
        if told.publish:
            later = day + timedelta(days=3)
            with as_of(later):
                publish_reply(letter, question=told.body, answer=told.answer, reach=Reach.STAFF, by=owner, on=later)
        if told.until is ANSWERED:
            write_again(letter, "谢谢。周五能不能不排？", after=1, on=self.on - timedelta(days=3))

    def ask_about_the_board(self) -> None:
        """A question under something that hangs there."""
        item = Disclosure.objects.posted_on(self.on).filter(title="本年度职称评聘方案").first()
        if item is None or item.published_on is None:
            return
        day = item.published_on + timedelta(days=2)
        question, answer = "评分办法里，支教一年加几分？", "支教满一年加2分，满两年加4分，以教育局的证明为准。"
        letter = Letter(
            disclosure=item,
            category=LetterCategory.OTHER,
            subject="支教加分",
            body=question,
            wish=ReplyWish.MAY_PUBLISH,
        )
        owner = self.owners[PRINCIPAL]
        with as_of(day):
            write_letter(letter, by=Account.objects.get(employee_no="1016"), on=day)
        later = day + timedelta(days=1)
        with as_of(later):
            take_up_letter(letter, by=owner, on=later)
            answer_letter(letter, text=answer, by=owner, on=later)
            publish_reply(letter, question=question, answer=answer, reach=Reach.STAFF, by=owner, on=later)
