"""Texts of the demo school that nobody has filed: one that is being typed, one that asks a delegate by name, and a
delegation's."""

from datetime import date, timedelta
from uuid import UUID

from congress import services
from congress.demo.crew import TEACHER
from congress.demo.delegates import DELEGATE
from congress.enums import Body, Category
from congress.models import Delegation, Proposal
from congress.selectors import running_term
from members.models import Account
from unionoffice.demo import as_of

TYPED = {
    "title": "关于在走廊增设饮水机的提案",
    "category": Category.LOGISTICS,
    "reason": "三楼和四楼没有饮水机，课间打水要到一楼排队，",
}
BY_NAME = {
    "title": "关于延长图书馆开放时间的提案",
    "category": Category.TEACHING,
    "reason": "图书馆下午五点闭馆，坐班教师下课后来不及借书。",
    "measures": "工作日延长到晚上七点，由教师志愿轮值。",
}
OF_DELEGATION = {
    "title": "关于统筹安排监考和阅卷任务的提案",
    "category": Category.MANAGEMENT,
    "reason": "期中期末监考和阅卷集中在少数年级，本团教师多次反映任务不均。",
    "measures": "每学期开学公布监考和阅卷安排，按课时折算，年级之间统筹。",
}


def write_ahead(on: date) -> None:
    """Two of the teacher's, and one that a delegation's head makes in its name."""
    teacher = Account.objects.get(employee_no=TEACHER)
    with as_of(on - timedelta(days=1)):
        typed = services.draft_proposal(Proposal(title=TYPED["title"]), by=teacher, key=UUID(int=1))
        services.keep_draft(typed, TYPED, by=teacher)
    asked = Account.objects.get(employee_no=DELEGATE).member
    with as_of(on):
        offered = services.draft_proposal(Proposal(**BY_NAME), by=teacher)
        services.offer_proposal(offered, by=teacher, on=on, asked=asked)
    _speak_for_delegation(on - timedelta(days=2))


def _speak_for_delegation(on: date) -> None:
    delegation = Delegation.objects.filter(term=running_term(Body.STAFF, on), head__isnull=False).last()
    if delegation is None or delegation.head is None:
        return
    head = delegation.head.account
    with as_of(on):
        proposal = services.draft_proposal(Proposal(**OF_DELEGATION), by=head)
        services.seek_seconders(proposal, by=head, on=on, for_delegation=True)
