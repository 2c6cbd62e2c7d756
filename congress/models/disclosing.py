"""What the board may tell of proposals: their texts and answers, and their makers' names only as these chose."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from affairs.enums import Category as Matter
from affairs.models import DisclosureDraft
from congress.enums import PUBLISHED, Outcome, ProposalStatus
from unionoffice.days import in_full

NAMELESS = "不公开姓名"


def disclosed_proposal(proposal: Any) -> DisclosureDraft:
    """提案办理情况 of one proposal: text, department, signed answer, and how far it was carried out."""
    answer = proposal.answers.signed().select_related("department").last()
    parts = [
        (_("提案编号"), proposal.number),
        (_("提案人"), public_proposer(proposal)),
        (_("案由"), proposal.reason),
        (_("建议"), proposal.measures),
        (_("主办部门"), str(proposal.lead or "")),
        (_("办理状态"), str(proposal.get_status_display())),
        (_("答复结果"), str(proposal.get_result_display())),
        (_("答复内容"), answer.text if answer else ""),
        (_("答复日期"), in_full(proposal.answered_on) if proposal.answered_on else ""),
        (_("满意度"), str(proposal.get_grade_display())),
        (_("落实情况"), proposal.fulfilment),
    ]
    body = format_html_join("", "<p><strong>{}：</strong>{}</p>", ((label, text) for label, text in parts if text))
    return DisclosureDraft(_("“%(title)s”办理情况") % {"title": proposal.title}, body, Matter.PLANNING)


def disclosed_handling(name: str, proposals: Iterable[Any]) -> DisclosureDraft:
    """提案办理情况 of a whole session, told by its `name`: the numbers, and a table of what all staff may read."""
    filed = [one for one in proposals if one.number and one.status != ProposalStatus.WITHDRAWN]
    shown = [one for one in filed if one.status in PUBLISHED]
    opening = f"{_('%(name)s共收到提案%(n)d件') % {'name': name, 'n': len(filed)}}{_told(filed)}。"
    head = (_("编号"), _("案名"), _("提案人"), _("主办部门"), _("办理状态"), _("答复结果"), _("满意度"))
    rows = (_line(one) for one in shown)
    cells = format_html_join(
        "", "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", rows
    )
    heads = format_html_join("", "<th>{}</th>", ((label,) for label in head))
    table = format_html("<table><tbody><tr>{}</tr>{}</tbody></table>", heads, cells) if shown else ""
    title = _("%(name)s提案办理情况") % {"name": name}
    return DisclosureDraft(title, format_html("<p>{}</p>{}", opening, table), Matter.PLANNING)


def public_proposer(proposal: Any) -> str:
    """The name as everybody may know it: the delegation's, the proposer's, or that it isn't shown."""
    if proposal.delegation is not None:
        return str(proposal.delegation)
    if not proposal.show_name or proposal.proposer is None:
        return NAMELESS
    return str(proposal.proposer.name)


def _told(filed: list[Any]) -> str:
    """What became of them; of what there is none, nothing is said."""
    cases = [one for one in filed if one.outcome == Outcome.ACCEPTED]
    outcomes = [one.outcome for one in filed]
    parts = [
        (_("，立案%(n)d件"), len(cases)),
        (_("，并案%(n)d件"), outcomes.count(Outcome.MERGED)),
        (_("，转意见建议%(n)d件"), outcomes.count(Outcome.TURNED)),
        (_("，不予立案%(n)d件"), outcomes.count(Outcome.REFUSED)),
        (_("。立案的提案中，已答复%(n)d件"), sum(one.answered_on is not None for one in cases)),
        (_("，已办结%(n)d件"), sum(one.status == ProposalStatus.CLOSED for one in cases)),
    ]
    return "".join(words % {"n": n} for words, n in parts if n)


def _line(proposal: Any) -> tuple[str, ...]:
    return (
        proposal.number,
        proposal.title,
        public_proposer(proposal),
        str(proposal.lead or ""),
        str(proposal.get_status_display()),
        str(proposal.get_result_display()),
        str(proposal.get_grade_display()),
    )
