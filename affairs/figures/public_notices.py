"""What can be counted of public notices and of the objections against them."""

from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from affairs.enums import CandidateResult, Finding, NoticeObject
from affairs.models import NoticeCandidate, Objection, PublicNotice
from affairs.selectors import honours_concluded_in, notices_posted_in
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, Notable
from unionoffice.periods import Period
from unionoffice.titles import quoted


def notice_figures(period: Period, scope: Scope) -> FigureSet:
    """What was put up in the period, by object, with the people named, what came of it, and every objection.

    A notice counts on the day on which it was put up, whatever became of it; its objections and its result count
    with it. The board is the whole school's: a group has none of its own.
    """
    if not scope.is_whole:
        return FigureSet()
    posted = notices_posted_in(period.start, period.end)
    objections = Objection.objects.filter(notice__in=posted)
    counted = (
        _notices("affairs.notices", _("公示"), posted.count(), period),
        _people("affairs.notices.people", _("公示对象"), posted.people(), period),
        *_by_object(posted, period),
        *_people_by_object(posted, period),
        _notices(
            "affairs.notices.delegates",
            _("有教职工代表参加评审的公示"),
            posted.reviewed_with_delegates().count(),
            period,
            delegates="true",
        ),
        _notices(
            "affairs.notices.documents",
            _("已发文的公示"),
            posted.exclude(document_no="").count(),
            period,
            documented="true",
        ),
        *_by_result(posted, period),
        _objections("affairs.objections", _("异议"), objections.count(), period),
        *_by_signature(objections, period),
        *_by_finding(objections, period),
    )
    return FigureSet(figures=counted, notables=_notables(period))


def _by_object(posted: QuerySet[PublicNotice], period: Period) -> list[Figure]:
    counted = dict(posted.order_by().values_list("object").annotate(Count("pk")))
    return [
        _notices(
            f"affairs.notices.object.{kind.value}", str(kind.label), counted.get(kind, 0), period, object=kind.value
        )
        for kind in NoticeObject
    ]


def _people_by_object(posted: QuerySet[PublicNotice], period: Period) -> list[Figure]:
    named = NoticeCandidate.objects.filter(notice__in=posted).order_by()
    counted = dict(named.values_list("notice__object").annotate(Count("pk")))
    return [
        _people(
            f"affairs.notices.people.{kind.value}", str(kind.label), counted.get(kind, 0), period, object=kind.value
        )
        for kind in NoticeObject
    ]


def _by_result(posted: QuerySet[PublicNotice], period: Period) -> list[Figure]:
    counted = dict(posted.order_by().values_list("result").annotate(Count("pk")))
    return [
        _notices(
            f"affairs.notices.result.{result.value}",
            str(result.label),
            counted.get(result, 0),
            period,
            result=result.value,
        )
        for result in CandidateResult
    ]


def _by_signature(objections: QuerySet[Objection], period: Period) -> list[Figure]:
    anonymous = objections.filter(is_anonymous=True).count()
    named = objections.filter(is_anonymous=False).count()
    return [
        _objections("affairs.objections.named", _("具名"), named, period, is_anonymous="false"),
        _objections("affairs.objections.anonymous", _("匿名"), anonymous, period, is_anonymous="true"),
    ]


def _by_finding(objections: QuerySet[Objection], period: Period) -> list[Figure]:
    counted = dict(objections.order_by().values_list("finding").annotate(Count("pk")))
    return [
        _objections(
            f"affairs.objections.finding.{finding.value}",
            str(finding.label),
            counted.get(finding, 0),
            period,
            finding=finding.value,
        )
        for finding in Finding
    ]


def _notables(period: Period) -> tuple[Notable, ...]:
    """Honours and titles that stood the notice."""
    return tuple(
        Notable("public_notice", _named(notice), notice.get_absolute_url())
        for notice in honours_concluded_in(period.start, period.end)
    )


def _named(notice: PublicNotice) -> str:
    """“市级优秀教师推荐人选公示”（明中发〔2026〕18号）."""
    return quoted(notice.title) + (f"（{notice.document_no}）" if notice.document_no else "")


def _notices(key: str, label: str, value: int, period: Period, **filters: Any) -> Figure:
    return Figure.listed("affairs:notice-list", key, label, value, _("次"), **_days(period), **filters)


def _people(key: str, label: str, value: int, period: Period, **filters: Any) -> Figure:
    return Figure.listed("affairs:notice-list", key, label, value, _("人次"), **_days(period), **filters)


def _objections(key: str, label: str, value: int, period: Period, **filters: Any) -> Figure:
    return Figure.listed("affairs:objection-list", key, label, value, _("条"), **_days(period), **filters)


def _days(period: Period) -> dict[str, Any]:
    return {"posted_from": period.start, "posted_to": period.end}
