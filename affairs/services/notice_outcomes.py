"""What comes of a public notice once its time is over: a result for everybody named, and the document after it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from affairs.enums import CandidateResult, NoticeStatus
from affairs.models import NoticeCandidate, PublicNotice
from affairs.selectors import handlers_of, notices_over, upheld_against
from affairs.services.public_notices import event_of, shown_until, writers_of
from unionoffice.days import in_full
from unionoffice.inbox import notify
from unionoffice.refusal import Refused, stated
from unionoffice.states import moving


@dataclass(frozen=True)
class Outcome:
    """What came out for one of the people named; a note wherever that isn't plainly 通过."""

    result: str
    note: str = ""


def conclude_notice(
    notice: PublicNotice, *, outcomes: Mapping[int, Outcome], conclusion: str, by: Any, on: date
) -> PublicNotice:
    """Close it with a result for each of the people named, by their keys.

    Refused before its last day has ended, while an objection waits for its finding, without a result for somebody,
    and where somebody passes against whom an objection was found true without a word on why.
    """
    with moving(notice, to=NoticeStatus.CONCLUDED, by=by, verb="结束公示", note=conclusion):
        _check_over(notice, on)
        upheld = upheld_against(notice)
        notice.conclusion = conclusion.strip()
        if None in upheld and not notice.conclusion:
            raise Refused(_("有针对整份公示的异议认定属实，请在结论里写明如何处理。"))
        candidates = list(notice.candidates.all())
        for one in candidates:
            _settle(one, outcomes.get(one.pk), is_upheld=one.pk in upheld)
        notice.result = _together({one.result for one in candidates})
        notice.concluded_on, notice.shown_until = on, shown_until(on)
        _save_results(notice, candidates)
        notify(
            [person for person in writers_of(notice) if person.pk != by.pk],
            _("公示已结束：%(title)s") % {"title": notice.title},
            url=notice.get_absolute_url(),
            key=event_of(notice, "concluded"),
        )
    return notice


def document_notice(notice: PublicNotice, *, document_no: str, document_on: date, by: Any) -> PublicNotice:
    """Note the document that was issued on the result; its file is attached to the notice."""
    with moving(notice, to=NoticeStatus.DOCUMENTED, by=by, verb="登记文件", note=document_no):
        notice.document_no = stated(document_no, _("请填写文号。"))
        if notice.concluded_on is not None and document_on < notice.concluded_on:
            raise Refused(_("发文日期不能早于公示结束的日期。"))
        notice.document_on = document_on
    return notice


def remind_of_notices(*, on: date) -> None:
    """Every morning: tell those who look into objections what waits for them. Each thing is told once.

    An anonymous objection is first told of here, on a morning, so that the hour at which it came is nowhere.
    """
    for notice in PublicNotice.objects.posted():
        waiting = notice.objections.waiting().count()
        if waiting:
            received = notice.objections.count()
            notify(
                handlers_of(notice, on),
                _("“%(title)s”有%(count)d条异议待认定。") % {"title": notice.title, "count": waiting},
                url=notice.get_absolute_url(),
                key=f"public-notice-{notice.pk}-objections-{received}",
            )
    for notice in notices_over(on):
        if not notice.has_open:
            notify(
                handlers_of(notice, on),
                _("“%(title)s”公示期已满，请填写结果。") % {"title": notice.title},
                url=notice.get_absolute_url(),
                key=f"public-notice-{notice.pk}-over-{notice.ends_on}",
            )


def _check_over(notice: PublicNotice, on: date) -> None:
    if notice.ends_on is None or on <= notice.ends_on:
        day = in_full(notice.ends_on) if notice.ends_on else ""
        sentence = _("公示期到%(day)s24时才满，之后才能结束公示。确需提前停止的，请终止公示并写明原因。")
        raise Refused(sentence % {"day": day})
    if waiting := notice.objections.waiting().count():
        raise Refused(_("还有%(count)d条异议没有认定。请先逐条认定，再结束公示。") % {"count": waiting})


def _settle(one: NoticeCandidate, outcome: Outcome | None, *, is_upheld: bool) -> None:
    if outcome is None or outcome.result not in CandidateResult.values:
        raise Refused(_("%(name)s还没有结果。请给名单上的每个人选一个结果。") % {"name": one.name})
    if outcome.result != CandidateResult.PASSED and not outcome.note.strip():
        raise Refused(_("%(name)s没有全部通过，请写明原因。") % {"name": one.name})
    if is_upheld and not outcome.note.strip():
        raise Refused(_("针对%(name)s的异议认定属实，仍然通过的请写明理由。") % {"name": one.name})
    one.result, one.result_note = outcome.result, outcome.note.strip()


def _together(results: set[str]) -> CandidateResult:
    """The result of the whole: what all have in common, else in part."""
    return CandidateResult(results.pop()) if len(results) == 1 else CandidateResult.PARTLY


def _save_results(notice: PublicNotice, candidates: list[NoticeCandidate]) -> None:
    for one in candidates:
        one.notice = notice
        one.save(update_fields=["result", "result_note"])
