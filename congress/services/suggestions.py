"""Every write to suggestions."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums.suggestions import (
    SUGGESTION_STEPS,
    TAKEN,
    Adoption,
    SuggestionDeed,
    SuggestionStatus,
)
from congress.models.proposals import Proposal
from congress.models.suggestions import Suggestion, SuggestionDrive
from congress.selectors.suggestions import suggestions_to_remind_of
from members.models import Account, Department, Member
from members.selectors import holders_of
from unionoffice import audit
from unionoffice.days import in_full
from unionoffice.inbox import notify
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused, stated
from unionoffice.roles import Role
from unionoffice.states import lock, moving
from unionoffice.titles import quoted

SUGGESTION_SERIES = "congress.suggestion"


@transaction.atomic
def hand_in_suggestion(suggestion: Suggestion, *, by: Any, on: date) -> Suggestion:
    """Somebody's suggestion gets its number, and the secretary is told.

    Refused into a drive that takes none that day.
    """
    if suggestion.drive is not None:
        drive = lock(suggestion.drive)
        if not SuggestionDrive.objects.taking_on(on).filter(pk=drive.pk).exists():
            raise Refused(_("%(drive)s现在不征集建议。可以不选活动，直接提出。") % {"drive": quoted(drive.title)})
    suggestion.author = by.member
    with audit.deed(SuggestionDeed.HAND_IN, by=by):
        _number(suggestion, on)
    _tell_secretary(suggestion, _("收到%(suggestion)s，请分办。"), on, SuggestionDeed.HAND_IN)
    return suggestion


@transaction.atomic
def suggestion_from_proposal(proposal: Proposal, *, by: Any, on: date) -> Suggestion:
    """A proposal goes on as a suggestion in its proposer's name, or in its drafter's where it has none yet.

    For 转意见建议 and for what comes after the call; whoever moves the proposal tells its people. Refused a second
    time. Only what the proposer shows is shown here; its answer is for all staff only where the author agrees.
    """
    if Suggestion.objects.filter(from_proposal=proposal).exists():
        raise Refused(_("这份提案已经转为意见建议。"))
    suggestion = Suggestion(
        from_proposal=proposal,
        author=proposal.proposer or proposal.originator,
        category=proposal.category,
        title=proposal.title,
        text=f"{proposal.reason}\n\n{proposal.measures}",
        show_name=proposal.show_name,
    )
    with audit.deed(SuggestionDeed.TAKE_OVER, by=by):
        _number(suggestion, on)
    _tell_secretary(suggestion, _("%(suggestion)s由提案转入，请分办。"), on, SuggestionDeed.TAKE_OVER, but=by)
    return suggestion


@transaction.atomic
def withdraw_suggestion(suggestion: Suggestion, *, by: Any) -> Suggestion:
    """The author takes it back before anybody has it; the number stays taken."""
    with suggesting(suggestion, SuggestionDeed.WITHDRAW, by=by):
        pass
    return suggestion


@transaction.atomic
def assign_suggestion(
    suggestion: Suggestion, department: Department, *, due_on: date, by: Any, on: date
) -> Suggestion:
    """分办, or 改派 while it is handled: a department answers by a day; its head and who asked are told.

    Refused to a department without a head, whom nobody could ask, and for a day that isn't ahead.
    """
    again = suggestion.status == SuggestionStatus.HANDLING
    deed = SuggestionDeed.REASSIGN if again else SuggestionDeed.ASSIGN
    note = _("%(department)s，%(day)s前答复") % {"department": department, "day": in_full(due_on)}
    with suggesting(suggestion, deed, by=by, note=note):
        if department.head_id is None:
            raise Refused(_("%(department)s还没有登记负责人，请先登记再分办。") % {"department": department})
        if due_on <= on:
            raise Refused(_("答复期限要晚于今天。"))
        suggestion.department, suggestion.due_on = department, due_on
    words = {"suggestion": named(suggestion), "department": department, "day": in_full(due_on)}
    sentence = _("%(suggestion)s由%(department)s办理，请在%(day)s前答复。") % words
    _tell({department.head}, sentence, about=suggestion, deed=deed, mark="head")
    sentence = _("您的%(suggestion)s已交%(department)s办理。") % words
    _tell(suggestion.parties() - {department.head}, sentence, about=suggestion, deed=deed)
    return suggestion


@transaction.atomic
def assign_suggestions(
    suggestions: Iterable[Suggestion], department: Department, *, due_on: date, by: Any, on: date
) -> list[Suggestion]:
    """Give several to one department at once: all or none."""
    return [assign_suggestion(one, department, due_on=due_on, by=by, on=on) for one in suggestions]


@transaction.atomic
def send_back_suggestion(suggestion: Suggestion, *, reason: str, by: Any, on: date) -> Suggestion:
    """The department isn't the right one; the secretary gives it to another."""
    department = suggestion.department
    with suggesting(suggestion, SuggestionDeed.SEND_BACK, by=by, note=reason):
        stated(reason, _("请写明退回的理由。"))
        suggestion.department = suggestion.due_on = None
    sentence = _("%(department)s退回了%(suggestion)s，请另行分办。")
    _tell_secretary(suggestion, sentence, on, SuggestionDeed.SEND_BACK, department=department)
    return suggestion


@transaction.atomic
def answer_suggestion(suggestion: Suggestion, *, adoption: str, text: str, by: Any, on: date) -> Suggestion:
    """The one answer, which says whether it is adopted: what is goes on to be carried out."""
    to = SuggestionStatus.FOLLOWED if adoption in TAKEN else SuggestionStatus.ANSWERED
    note = str(Adoption(adoption).label)
    with suggesting(suggestion, SuggestionDeed.ANSWER, to=to, by=by, note=note):
        suggestion.answer = stated(text, _("请填写答复内容。"))
        suggestion.adoption = adoption
        suggestion.answered_by, suggestion.answered_on = by, on
    sentence = _("您的%(suggestion)s已有答复，请查看。") % {"suggestion": named(suggestion)}
    _tell(suggestion.parties(), sentence, about=suggestion, deed=SuggestionDeed.ANSWER)
    return suggestion


@transaction.atomic
def adopt_suggestion(suggestion: Suggestion, *, adoption: str, reason: str, by: Any) -> Suggestion:
    """What wasn't adopted, or kept in mind, is adopted after all; why stands in its history. The answer stays."""
    with suggesting(suggestion, SuggestionDeed.ADOPT, by=by, note=reason):
        stated(reason, _("请写明改为采纳的理由。"))
        if adoption not in TAKEN:
            raise Refused(_("请选择采纳或者部分采纳。"))
        suggestion.adoption = adoption
    sentence = _("您的%(suggestion)s已改为采纳，请查看。") % {"suggestion": named(suggestion)}
    _tell(suggestion.parties(), sentence, about=suggestion, deed=SuggestionDeed.ADOPT)
    return suggestion


@transaction.atomic
def finish_suggestion(suggestion: Suggestion, *, fulfilment: str, by: Any, on: date) -> Suggestion:
    """What was adopted is done."""
    with suggesting(suggestion, SuggestionDeed.FINISH, by=by, note=fulfilment):
        suggestion.fulfilment = stated(fulfilment, _("请写明落实情况。"))
        suggestion.done_on = on
    sentence = _("您的%(suggestion)s已落实，请查看。") % {"suggestion": named(suggestion)}
    _tell(suggestion.parties(), sentence, about=suggestion, deed=SuggestionDeed.FINISH)
    return suggestion


def remind_of_suggestions(on: date) -> None:
    """Tell a department's head once of what is due within three days, and once of what is late."""
    for suggestion in suggestions_to_remind_of(on):
        is_late = suggestion.is_overdue(on)
        sentence = (
            _("%(suggestion)s已过答复期限，请尽快答复。") if is_late else _("%(suggestion)s请在%(day)s前答复。")
        )
        told = sentence % {"suggestion": named(suggestion), "day": in_full(suggestion.due_on or on)}
        head = suggestion.department.head if suggestion.department else None
        mark = f"{suggestion.due_on}.{'late' if is_late else 'soon'}"
        key = f"congress.suggestion.{suggestion.pk}.due.{mark}"
        accounts = Account.objects.filter(member=head, member__isnull=False, is_active=True)
        notify(accounts, told, url=suggestion.get_absolute_url(), key=key)


@contextmanager
def suggesting(
    suggestion: Suggestion, deed: SuggestionDeed, *, by: Any, to: SuggestionStatus | None = None, note: str = ""
) -> Iterator[None]:
    """`moving`, and refused in other states: several deeds lead to one state, each from its own."""
    starts, ends = SUGGESTION_STEPS[deed]
    with moving(suggestion, to=to or ends[0], by=by, verb=deed, note=note):
        if suggestion.status not in starts:
            sentence = _("现在是“%(status)s”状态，不能%(deed)s。请刷新页面查看最新情况。")
            raise Refused(sentence % {"status": suggestion.get_status_display(), "deed": deed})
        yield


def named(suggestion: Suggestion) -> str:
    """As notices name it: 意见建议 2026-003“延长阅览室开放时间”."""
    return f"{suggestion.public_number}{quoted(suggestion.title)}"


def _number(suggestion: Suggestion, on: date) -> None:
    suggestion.handed_in_on = on
    suggestion.number = f"{on.year}-{next_number(SUGGESTION_SERIES, on.year):03}"
    suggestion.save()


def _tell(
    people: Iterable[Member | None], sentence: str, *, about: Suggestion, deed: SuggestionDeed, mark: str = ""
) -> None:
    keys = {person.pk for person in people if person is not None}
    _send(Account.objects.filter(member__in=keys, is_active=True), sentence, about, deed, mark)


def _tell_secretary(
    about: Suggestion, sentence: str, on: date, deed: SuggestionDeed, *, but: Any = None, **words: Any
) -> None:
    told = sentence % {"suggestion": named(about), **words}
    _send((one for one in holders_of(Role.SECRETARY, on=on) if one != but), told, about, deed, "secretary")


def _send(accounts: Iterable[Account], sentence: str, about: Suggestion, deed: SuggestionDeed, mark: str) -> None:
    key = f"congress.suggestion.{about.pk}.{deed.name.lower()}.{about.version}.{mark}".rstrip(".")
    notify(accounts, sentence, url=about.get_absolute_url(), key=key)
