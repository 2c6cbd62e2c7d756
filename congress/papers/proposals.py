"""The papers of one proposal: 提案表, the letter with the answer, and the slip that hands it to a department."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from congress import permissions
from congress.enums import Grade, Result, SecondingStatus
from congress.models import Answer, Proposal
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Paper, Paragraph, Signature, Table
from unionoffice.profiles import school, union

FORM_WIDTHS = (2.6, 5.4, 2.6, 5.4)
SLIP_WIDTHS = (2.6, 5.4, 2.6, 5.4)
ROOM = "\n" * 3
"""Lines left free under what is printed, as on the form that is filled in by hand."""
TICKED, EMPTY = "☑", "□"


@dataclass(frozen=True)
class Told:
    """A proposal as far as one reader may know it: what is empty stays open on the paper."""

    proposal: Proposal
    proposer: str
    seconders: Sequence[str]
    review: str
    opinions: Sequence[str]
    answer: Answer | None

    @classmethod
    def to(cls, proposal: Proposal, user: Any) -> "Told":
        """By the same rules as the proposal's page."""
        answers = Answer.objects.visible_to(user).filter(proposal=proposal).signed()
        return cls(
            proposal=proposal,
            proposer=_proposer(proposal) if permissions.reads_names.test(user, proposal) else _("不公开姓名"),
            seconders=_seconders(proposal) if permissions.reads_seconders.test(user, proposal) else (),
            review=proposal.review if permissions.reads_review.test(user, proposal) else "",
            opinions=_opinions(proposal) if permissions.reads_opinions.test(user, proposal) else (),
            answer=answers.select_related("department", "signed_by").last(),
        )


def proposal_form(told: Told) -> Document:
    """提案表, the ruled form that offices photocopy, filled in as far as the proposal has come."""
    proposal = told.proposal
    rows: list[list[Cell | str]] = [
        [_label(_("案名")), Cell(proposal.title, colspan=3, bold=True)],
        [_label(_("提案人")), told.proposer, _label(_("类别")), str(proposal.get_category_display())],
        [_label(_("附议人")), Cell("、".join(told.seconders), colspan=3)],
        [_label(_("案由")), Cell(f"{proposal.reason}{ROOM}", colspan=3)],
        [_label(_("建议")), Cell(f"{proposal.measures}{ROOM}", colspan=3)],
        [_label(_("审理意见")), Cell(_reviewed(told), colspan=3)],
        [_label(_("主办部门")), str(proposal.lead or ""), _label(_("答复期限")), _day(proposal.due_on)],
        [_label(_("协办意见")), Cell("\n".join(told.opinions) or "\n", colspan=3)],
        [_label(_("承办意见")), Cell(_answered(told.answer), colspan=3)],
        [_label(_("校领导签批")), Cell(_signed(told.answer), colspan=3)],
        [_label(_("提案人满意度")), Cell(_graded(proposal.grade), colspan=3)],
    ]
    session = proposal.session.printed_name if proposal.session else ""
    head = [Cell(session), Cell(_("编号：%(number)s") % {"number": proposal.number}, align=Align.RIGHT)]
    day = [Cell(""), Cell(_("提交日期：%(day)s") % {"day": _day(proposal.filed_on)}, align=Align.RIGHT)]
    return Document(
        title=_("教职工代表大会提案表"),
        organisation=school().name,
        blocks=[
            Table(rows=[head, day], widths=(3, 2), ruled=False),
            Table(rows=rows, widths=FORM_WIDTHS),
        ],
        paper=Paper.FORM,
    )


def answer_letter(told: Told) -> Document:
    """答复函 to the proposer, as an official document. Needs a signed answer."""
    proposal, answer = told.proposal, told.answer
    if answer is None or answer.signed_on is None:
        raise ValueError(f"proposal {proposal.pk} has no signed answer")
    session = proposal.session.printed_name if proposal.session else _("教职工代表大会")
    words = {"session": session, "number": proposal.number, "title": proposal.title}
    received = _("您在%(session)s上提出的“%(title)s”（第%(number)s号）收悉。现答复如下：") % words
    kind = [Cell(_("答复类别：%(result)s") % {"result": answer.get_result_display()})]
    signer = [Cell(_("签发人：%(name)s") % {"name": answer.signed_by}, align=Align.RIGHT)]
    return Document(
        title=_("关于%(session)s\n第%(number)s号提案的答复") % words,
        organisation=school().name,
        blocks=[
            Table(rows=[[*kind, *signer]], ruled=False),
            Paragraph(_("%(name)s：") % {"name": _addressee(told)}, indent=False),
            Paragraph(received),
            *(Paragraph(line) for line in answer.text.splitlines() if line.strip()),
            *_until(answer),
            Paragraph(_("感谢您对学校工作的关心和支持。请在收到答复后对办理情况作出评价。")),
            Paragraph(_("承办部门：%(department)s") % {"department": answer.department}),
        ],
        signature=Signature(school().name, answer.signed_on),
    )


def assignment_slip(told: Told, on: date) -> Document:
    """交办单: the case and by when it is to be answered, to be signed for by the department."""
    proposal = told.proposal
    helpers = "、".join(str(one.department) for one in proposal.assistances.select_related("department"))
    asked = _(
        "请在答复期限前提出书面答复，报校领导签批。不属于本部门职责的，请在接收前写明理由退回。"
        "能解决的尽快解决；暂时不能解决的，说明原因和打算。"
    )
    rows: list[list[Cell | str]] = [
        [_label(_("提案编号")), proposal.number, _label(_("类别")), str(proposal.get_category_display())],
        [_label(_("案名")), Cell(proposal.title, colspan=3, bold=True)],
        [_label(_("提案人")), told.proposer, _label(_("答复期限")), Cell(_day(proposal.due_on), bold=True)],
        [_label(_("主办部门")), str(proposal.lead or ""), _label(_("协办部门")), helpers],
        [_label(_("案由")), Cell(f"{proposal.reason}\n", colspan=3)],
        [_label(_("建议")), Cell(f"{proposal.measures}\n", colspan=3)],
        [_label(_("办理要求")), Cell(asked, colspan=3)],
        [_label(_("签收人")), "\n", _label(_("签收日期")), "\n"],
    ]
    session = proposal.session.printed_name if proposal.session else ""
    return Document(
        title=_("提案交办单"),
        subtitle=session,
        organisation=union().name,
        blocks=[
            Table(rows=rows, widths=SLIP_WIDTHS),
            Paragraph(_("打印日期：%(day)s") % {"day": in_full(on)}, align=Align.RIGHT),
        ],
        paper=Paper.FORM,
    )


def _label(text: str) -> Cell:
    return Cell(text, align=Align.CENTER)


def _day(day: date | None) -> str:
    return in_full(day) if day else ""


def _proposer(proposal: Proposal) -> str:
    """林芳（第一代表团提出）, or with the drafter where that was somebody else."""
    name = proposal.proposer.name if proposal.proposer else ""
    if proposal.delegation is not None:
        return _("%(delegation)s（%(name)s）") % {"delegation": proposal.delegation, "name": name}
    if proposal.originator_id != proposal.proposer_id:
        return _("%(name)s（起草：%(drafter)s）") % {"name": name, "drafter": proposal.originator.name}
    return name


def _addressee(told: Told) -> str:
    """The people without their offices: 林芳代表; who isn't named is addressed as what they are."""
    proposal = told.proposal
    if proposal.proposer is None or told.proposer == _("不公开姓名"):
        return _("提案人")
    if proposal.delegation is not None:
        return str(proposal.delegation)
    return _("%(name)s代表") % {"name": proposal.proposer.name}


def _seconders(proposal: Proposal) -> list[str]:
    seconded = proposal.secondings.filter(status=SecondingStatus.SECONDED).select_related("member")
    return [one.member.name for one in seconded]


def _opinions(proposal: Proposal) -> list[str]:
    said = proposal.assistances.exclude(opinion="").select_related("department")
    return [_("%(department)s：%(opinion)s") % {"department": one.department, "opinion": one.opinion} for one in said]


def _reviewed(told: Told) -> str:
    proposal = told.proposal
    if proposal.reviewed_on is None:
        return "\n"
    lines = [str(proposal.get_outcome_display())]
    if proposal.merged_into is not None:
        lines.append(_("并入第%(number)s号提案") % {"number": proposal.merged_into.number})
    if told.review:
        lines.append(told.review)
    return f"{'。'.join(lines)}。\n{'　' * 18}{in_full(proposal.reviewed_on)}"


def _answered(answer: Answer | None) -> str:
    if answer is None:
        return ROOM
    kinds = "　".join(f"{TICKED if answer.result == kind else EMPTY}{kind.label}" for kind in Result)
    return f"{answer.text}{ROOM}{kinds}\n{'　' * 14}{answer.department}　{in_full(answer.written_on)}"


def _signed(answer: Answer | None) -> str:
    if answer is None or answer.signed_on is None:
        return "\n"
    return _("同意答复。　%(name)s　%(day)s") % {"name": answer.signed_by, "day": in_full(answer.signed_on)}


def _graded(grade: str) -> str:
    return "　　".join(f"{TICKED if grade == one else EMPTY}{one.label}" for one in Grade)


def _until(answer: Answer) -> list[Paragraph]:
    """By when what was promised is to be done."""
    if answer.expected_on is None:
        return []
    return [Paragraph(_("以上事项预计%(day)s前完成，办结后再向您反馈。") % {"day": in_full(answer.expected_on)})]
