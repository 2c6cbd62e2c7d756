"""The printed summary of a collective agreement: how it came about, what it says, how it is kept."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from affairs.models import Agreement, AgreementCheck
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Heading, NumberedList, Paper, Table
from unionoffice.documents.tree import Block
from unionoffice.profiles import union

FACTS = (3, 7, 3, 7)


def agreement_paper(agreement: Agreement, *, with_checks: bool) -> Document:
    """On A4; the checks only for who may read what they found."""
    return Document(
        title=agreement.title,
        subtitle=agreement.public_number,
        organisation=union().name,
        blocks=[
            *_facts(agreement),
            *_clauses(agreement),
            *_rounds(agreement),
            *(_checks(agreement) if with_checks else ()),
        ],
        paper=Paper.FORM,
    )


def _facts(agreement: Agreement) -> Iterator[Block]:
    yield Table(
        rows=[
            [_("类型"), str(agreement.get_kind_display()), _("期限"), agreement.term],
            [_("用人单位"), agreement.employer, _("工会"), union().name],
            [_("学校方协商代表"), agreement.employer_side, _("职工方协商代表"), agreement.union_side],
            [_("学校方签字人"), agreement.employer_signer, _("职工方签字人"), agreement.union_signer],
            [
                _("审议通过"),
                _on(agreement.passed_on, agreement.passed_at),
                _("签订日期"),
                in_full(agreement.signed_on) if agreement.signed_on else "",
            ],
            [
                _("备案"),
                _on(agreement.filed_on, agreement.filing_no),
                _("续签自"),
                agreement.renews.public_number if agreement.renews else "",
            ],
        ],
        widths=FACTS,
    )


def _on(day: object, words: str) -> str:
    """2026年3月8日，第七届教代会第二次会议."""
    return "，".join(part for part in (in_full(day) if day else "", words) if part)  # type: ignore[arg-type]


def _clauses(agreement: Agreement) -> Iterator[Block]:
    clauses = [clause.text for clause in agreement.clauses.all()]
    if clauses:
        yield Heading(1, _("主要条款"))
        yield NumberedList(clauses)


def _rounds(agreement: Agreement) -> Iterator[Block]:
    rounds = list(agreement.rounds.all())
    if rounds:
        yield Heading(1, _("协商经过"))
        yield Table(
            head=[[_("轮次"), _("日期"), _("协商内容"), _("协商结果")]],
            rows=[
                [Cell(str(one.number), align=Align.CENTER), one.held_on.isoformat(), one.matters, one.outcome]
                for one in rounds
            ],
            widths=(1.2, 2.4, 6, 6),
        )


def _checks(agreement: Agreement) -> Iterator[Block]:
    checks = list(agreement.checks.prefetch_related("findings__clause"))
    if checks:
        yield Heading(1, _("履行检查"))
    for check in checks:
        yield _check_table(check)


def _check_table(check: AgreementCheck) -> Table:
    told = {"day": in_full(check.checked_on), "people": check.people}
    return Table(
        caption=_("%(day)s检查（%(people)s）") % told,
        head=[[_("条款"), _("履行情况"), _("说明")]],
        rows=[
            [
                _("第%(position)d条") % {"position": finding.clause.position},
                str(finding.get_fulfilment_display()),
                finding.note,
            ]
            for finding in check.findings.all()
        ],
        foot=[[_("整改要求"), Cell(check.follow_up, colspan=2)]] if check.follow_up else (),
        widths=(2, 2, 9),
    )
