"""Every write to consultations but the opinions themselves."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import ConsultationStatus, VersionStatus
from affairs.models import Consultation, RegulationVersion
from affairs.selectors import due_to_be_reminded, due_to_close, people_asked
from affairs.services.regulations import copy_version
from unionoffice import audit
from unionoffice.days import in_short
from unionoffice.inbox import notify
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused, stated
from unionoffice.rules import rule
from unionoffice.states import lock, moving

CONSULTATION_SERIES = "affairs.consultation"
LEAST_DAYS = "affairs.consultation.days"
REMIND_BEFORE = "affairs.consultation.remind"
REWRITABLE_CONSULTATION = frozenset({"title", "lead", "text", "questions", "audience", "closes_on"})


@transaction.atomic
def draft_consultation(consultation: Consultation, *, by: Any, on: date) -> Consultation:
    """Prepare a consultation; one on a version lays that version's text before those asked.

    Refused for a version that isn't a draft, and for one on which people are asked already.
    """
    version = consultation.regulation_version
    if version is not None:
        _check_version(version, consultation)
        consultation.text = version.text
    consultation.drafted_by, consultation.drafted_on = by, on
    with audit.deed("起草征求意见", by=by):
        consultation.save()
    return consultation


@transaction.atomic
def mend_consultation(consultation: Consultation, *, changes: Mapping[str, Any], by: Any) -> Consultation:
    """Change what isn't laid before anybody yet; the text of a version is changed there."""
    lock(consultation)
    if consultation.status != ConsultationStatus.DRAFT:
        raise Refused(_("已经开始征求意见，内容不能再改。有误的，请撤回后重新征求。"))
    for name in REWRITABLE_CONSULTATION & changes.keys():
        setattr(consultation, name, changes[name])
    if consultation.regulation_version is not None:
        consultation.text = consultation.regulation_version.text
    with audit.deed("修改", by=by):
        consultation.save()
    return consultation


def days_to_answer(consultation: Consultation, on: date) -> int:
    """How many days those asked have, from today to the last day, both included."""
    return (consultation.closes_on - on).days + 1


def is_too_short(consultation: Consultation, on: date) -> bool:
    """Whether they have fewer days than the local rule of that day wants: it warns, and forbids nothing."""
    least: int = rule(LEAST_DAYS, on=on)
    return days_to_answer(consultation, on) < least


def open_consultation(consultation: Consultation, *, by: Any, on: date) -> Consultation:
    """Lay the text before everybody who is asked, and tell them; its version can't be changed meanwhile.

    Refused where the last day is over, where nobody belongs to the audience, and where the version moved on.
    """
    with moving(consultation, to=ConsultationStatus.OPEN, by=by, verb="开始征求意见"):
        if consultation.closes_on < on:
            raise Refused(_("截止日期已经过了，请先修改截止日期。"))
        people = people_asked(consultation, on)
        if not people:
            raise Refused(_("“%(audience)s”现在没有人有账号，请另选征求范围。") % {"audience": consultation.audience})
        version = consultation.regulation_version
        if version is not None:
            _check_version(version, consultation)
            with moving(version, to=VersionStatus.CONSULTING, by=by, verb="征求意见"):
                consultation.text = version.text
        consultation.opened_on, consultation.year = on, on.year
        consultation.number = next_number(CONSULTATION_SERIES, on.year)
        _tell(consultation, people, what="opened", sentence=_("请您提意见：%(title)s，%(day)s截止"))
    return consultation


@transaction.atomic
def extend_consultation(consultation: Consultation, *, closes_on: date, by: Any, on: date) -> Consultation:
    """Give those asked more time, and tell them."""
    lock(consultation)
    if consultation.status != ConsultationStatus.OPEN:
        raise Refused(_("只有征求意见期间可以延期。"))
    if closes_on <= consultation.closes_on:
        raise Refused(_("新的截止日期要晚于%(day)s。") % {"day": in_short(consultation.closes_on)})
    consultation.closes_on = closes_on
    with audit.deed("延期", by=by, note=_("延至%(day)s") % {"day": in_short(closes_on)}):
        consultation.save()
    people = people_asked(consultation, on)
    _tell(consultation, people, what=f"extended-{closes_on}", sentence=_("征求意见延期：%(title)s，延至%(day)s"))
    return consultation


def close_consultation(consultation: Consultation, *, by: Any, on: date) -> Consultation:
    """Take no more opinions; from now on they are read, gathered and answered. `by` is None in the daily run."""
    with moving(consultation, to=ConsultationStatus.ANSWERING, by=by, verb="截止征求意见"):
        consultation.closed_on = on
        notify(
            [consultation.drafted_by],
            _("征求意见已截止，请整理答复：%(title)s") % {"title": consultation.title},
            url=consultation.get_absolute_url(),
            key=f"consultation-{consultation.pk}-closed",
        )
    return consultation


def conclude_consultation(
    consultation: Consultation, *, conclusion: str, revised_text: str = "", by: Any, on: date
) -> Consultation:
    """Publish the answers to those who were asked, with the text that came of it.

    Refused while an opinion is in no point or a point has no answer. A consultation on a version concludes into a new
    version with the revised text, or sends the version on as it was; either is then deliberated.
    """
    with moving(consultation, to=ConsultationStatus.CONCLUDED, by=by, verb="公布采纳情况"):
        _check_all_answered(consultation)
        consultation.conclusion = stated(conclusion, _("请写明采纳情况说明。"))
        consultation.concluded_on = on
        consultation.revised_text = revised_text
        version = consultation.regulation_version
        if version is not None:
            consultation.resulting_version = _carry_on(version, consultation, by=by, on=on)
        people = people_asked(consultation, on)
        _tell(
            consultation,
            people,
            what="concluded",
            sentence=_("征求意见的采纳情况已公布：%(title)s"),
            url=consultation.get_absolute_url(),
        )
    return consultation


def withdraw_consultation(consultation: Consultation, *, reason: str, by: Any) -> Consultation:
    """Call it off; what was handed in is kept and counts nowhere. Its version is a draft again."""
    with moving(consultation, to=ConsultationStatus.WITHDRAWN, by=by, verb="撤回", note=reason):
        consultation.withdrawn_reason = stated(reason, _("请写明撤回的原因。"))
        version = consultation.regulation_version
        if version is not None and version.status == VersionStatus.CONSULTING:
            with moving(version, to=VersionStatus.DRAFT, by=by, verb="撤回征求意见"):
                pass
    return consultation


def keep_consultations(*, on: date) -> int:
    """The daily round: closes what is over, and reminds before the end. Returns how many were closed; safe to repeat.

    Everybody is reminded alike, whoever has handed in: to leave out those who signed would say of the others that
    they hadn't, or had done so anonymously.
    """
    for consultation in due_to_be_reminded(on + timedelta(days=rule(REMIND_BEFORE, on=on)), on):
        sentence = _("征求意见即将截止：%(title)s，%(day)s前都可以提")
        _tell(consultation, people_asked(consultation, on), what=f"ends-{consultation.closes_on}", sentence=sentence)
    closed = 0
    for consultation in due_to_close(on):
        close_consultation(consultation, by=None, on=on)
        closed += 1
    return closed


def _carry_on(version: RegulationVersion, consultation: Consultation, *, by: Any, on: date) -> RegulationVersion:
    """The version that is deliberated next: a new one where the text changed."""
    if not consultation.changed_text:
        with moving(version, to=VersionStatus.DELIBERATING, by=by, verb="提交审议"):
            pass
        return version
    lock(version.regulation)
    with moving(version, to=VersionStatus.REPLACED, by=by, verb="改稿"):
        pass
    note = _("按征求意见%(number)s的采纳情况修改") % {"number": consultation.short_number}
    text = consultation.revised_text
    return copy_version(version, text=text, note=note, by=by, on=on, status=VersionStatus.DELIBERATING)


def _check_version(version: RegulationVersion, consultation: Consultation) -> None:
    if version.status != VersionStatus.DRAFT:
        raise Refused(
            _("“%(version)s”现在是“%(status)s”，只有起草中的版本可以征求意见。")
            % {"version": version, "status": version.get_status_display()}
        )
    others = version.consultations.exclude(status=ConsultationStatus.WITHDRAWN).exclude(pk=consultation.pk)
    if others.exists():
        raise Refused(_("“%(version)s”已经有一次征求意见，不用再起草。") % {"version": version})


def _check_all_answered(consultation: Consultation) -> None:
    left = consultation.opinions.ungathered().count()
    if left:
        raise Refused(_("还有%(n)d条意见没有归入要点，请全部归并后再公布。") % {"n": left})
    open_points = consultation.points.unanswered().count()
    if open_points:
        raise Refused(_("还有%(n)d个要点没有答复，请逐条答复后再公布。") % {"n": open_points})


def _tell(consultation: Consultation, people: Any, *, what: str, sentence: str, url: str = "") -> None:
    notify(
        people,
        sentence % {"title": consultation.title, "day": in_short(consultation.closes_on)},
        url=url or consultation.get_opinion_url(),
        key=f"consultation-{consultation.pk}-{what}",
    )
