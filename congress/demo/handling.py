"""What happened beside the way of the demo school's proposals: more time, promises followed up, and those chosen."""

from datetime import date, timedelta

from congress import services
from congress.enums import ProposalStatus
from congress.models import Proposal
from members.models import Account, Member
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.roles import Role
from unionoffice.workdays import add_workdays

PROGRESS = (
    (21, "修订小组已开会两次，征求了各教研组的意见。"),
    (6, "修订稿第二稿已形成，本月底前征求全体教职工意见。"),
)
"""How many days ago what was noted of a promise."""

WAITING, GRANTED = "需与交警大队和社区会商方案，预计两周后才能定。", "厂家检修报告还没有出具。"
"""Why two departments ask for more time."""

DECISION = "第九届第四次教代会主席团第二次会议"


def follow_proposals(on: date) -> None:
    """Of the year's proposals one is followed up, one is a leader's, one asks for more time, one is outstanding."""
    secretary, principal = holder_of(Role.SECRETARY, on), holder_of(Role.PRINCIPAL, on)
    promised = Proposal.objects.get(title__contains="职称评聘", status=ProposalStatus.FOLLOWED)
    for ago, text in PROGRESS:
        day = on - timedelta(days=ago)
        with as_of(day):
            services.follow_up_proposal(promised, text=text, by=_head(promised), on=day)
    supervised = Proposal.objects.get(title__contains="更换教学楼老旧空调")
    day = on - timedelta(days=12)
    with as_of(day):
        services.prioritise_proposal(supervised, Member.objects.get(account=principal), by=secretary, on=day)
    _ask(Proposal.objects.get(title__contains="校门口交通"), on, WAITING)
    _ask(supervised, on, GRANTED)
    day = on - timedelta(days=1)
    with as_of(day):
        services.grant_extension(supervised, by=secretary, on=day, remark="同意，请抓紧办理。")
    honoured = Proposal.objects.get(title__contains="教工食堂早餐", status=ProposalStatus.CLOSED)
    day = on - timedelta(days=4)
    with as_of(day):
        services.honour_proposals([honoured], decision=DECISION, by=secretary, on=day)


def _ask(proposal: Proposal, on: date, reason: str) -> None:
    day = on - timedelta(days=2)
    assert proposal.due_on is not None  # noqa: S101 -- it is handled
    with as_of(day):
        until = add_workdays(proposal.due_on, 10)
        services.ask_for_time(proposal, until=until, reason=reason, by=_head(proposal), on=day)


def _head(proposal: Proposal) -> Account:
    assert proposal.lead_head is not None  # noqa: S101 -- the crew has seen to it
    return proposal.lead_head.account
