"""The report of a survey: what was asked and what came out, as far as it may be told."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from affairs.models import QuestionTotal, Survey
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Heading, NumberedList, Paper, Paragraph, Table
from unionoffice.documents.tree import Block
from unionoffice.profiles import union
from unionoffice.sheets import Leaf, write_leaves

FACTS = (3, 6, 3, 6)
OPTIONS = (9, 2, 2)


def survey_paper(survey: Survey) -> Document:
    """The numbers, then each question with its totals; texts in no order."""
    return Document(
        title=_("%(title)s结果报告") % {"title": survey.title},
        subtitle=survey.public_number,
        organisation=union().name,
        blocks=[_facts(survey), *(block for total in survey.totals() for block in _blocks(total, survey))],
        paper=Paper.FORM,
    )


def _facts(survey: Survey) -> Table:
    days = _("%(first)s至%(last)s") % {
        "first": in_full(survey.opened_on or survey.drafted_on),
        "last": in_full(survey.closed_on or survey.drafted_on),
    }
    return Table(
        rows=[
            [_("调查时间"), days, _("调查范围"), str(survey.audience or "")],
            [_("发放份数"), str(survey.sent), _("回收份数"), f"{survey.answered}（{survey.rate}%）"],
            [
                _("满意度"),
                "" if survey.satisfaction is None else f"{survey.satisfaction}%",
                _("填写方式"),
                _("不记名"),
            ],
        ],
        widths=FACTS,
    )


def _blocks(total: QuestionTotal, survey: Survey) -> Iterator[Block]:
    summary = f"（{total.summary}）" if total.summary else ""
    yield Heading(3, f"{total.question.text}{summary}")
    if not total.enough:
        yield Paragraph(_("回答不足%(least)d份，不显示结果。") % {"least": survey.minimum})
    elif total.texts:
        yield NumberedList(total.texts)
    else:
        yield Table(
            head=[[_("选项"), _("人数"), _("占比")]],
            rows=[
                [
                    option.label,
                    Cell(str(option.count), align=Align.RIGHT),
                    Cell(f"{option.share}%", align=Align.RIGHT),
                ]
                for option in total.options
            ],
            foot=[[_("回答人数"), Cell(str(total.count), align=Align.RIGHT), ""]],
            widths=OPTIONS,
        )


def survey_workbook(survey: Survey) -> bytes:
    """A sheet with the totals, and one for each question that was answered in writing."""
    totals = survey.totals()
    leaves = [
        Leaf(
            _("合计"),
            [_("题号"), _("题目"), _("选项"), _("人数"), _("占比（%）")],
            [
                [total.question.position, total.question.text, option.label, option.count, float(option.share)]
                for total in totals
                for option in total.options
            ],
            survey.title,
        )
    ]
    leaves += [
        Leaf(
            _("第%(position)d题") % {"position": total.question.position},
            [total.question.text],
            [[text] for text in total.texts],
        )
        for total in totals
        if total.texts
    ]
    return write_leaves(leaves)
