"""What people are told of meetings, and under which key: each happening reaches an account once."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from affairs.models import Meeting, MeetingTask
from affairs.selectors import accounts_due_at, accounts_responsible, keepers_of
from unionoffice.days import in_short
from unionoffice.inbox import notify


def named(meeting: Meeting) -> str:
    """“女教师代表座谈会” as a sentence names it; a title that has such marks of its own gets no others."""
    return meeting.title if "“" in meeting.title else f"“{meeting.title}”"


def moment(meeting: Meeting) -> str:
    """11月26日15:00."""
    return f"{in_short(meeting.held_on)}{meeting.starts_at:%H:%M}" if meeting.starts_at else in_short(meeting.held_on)


def announced(meeting: Meeting) -> None:
    """To everybody due who wasn't told yet."""
    sentence = _("会议通知：%(title)s定于%(when)s在%(place)s召开，请准时参加。")
    _tell(accounts_due_at(meeting), meeting, sentence % _words(meeting), "announced")


def changed(meeting: Meeting) -> None:
    """To everybody due: another time, place or name."""
    sentence = _("会议安排有变动：%(title)s改在%(when)s，%(place)s。")
    _tell(accounts_due_at(meeting), meeting, sentence % _words(meeting), f"changed-{meeting.version}")


def cancelled(meeting: Meeting) -> None:
    """To everybody due, with the reason."""
    words = {**_words(meeting), "reason": meeting.cancelled_because.rstrip("。")}
    _tell(accounts_due_at(meeting), meeting, _("%(title)s已取消：%(reason)s。") % words, "cancelled")


def leave_asked(meeting: Meeting, key: int) -> None:
    """To those who prepare it; who asked, and why, stands on its page."""
    _tell(keepers_of(meeting), meeting, _("%(title)s有人请假，请查看。") % _words(meeting), f"leave-{key}")


def minutes_waiting(meeting: Meeting, people: Iterable[Any]) -> None:
    """To whoever confirms them."""
    _tell(people, meeting, _("%(title)s的纪要等待确认。") % _words(meeting), f"minutes-{meeting.version}")


def minutes_returned(meeting: Meeting) -> None:
    """To those who write them."""
    _tell(keepers_of(meeting), meeting, _("%(title)s的纪要被退回修改。") % _words(meeting), f"back-{meeting.version}")


def minutes_confirmed(meeting: Meeting) -> None:
    """To everybody due, who can read them now."""
    _tell(accounts_due_at(meeting), meeting, _("%(title)s的纪要已确认，可以查看。") % _words(meeting), "confirmed")


def task_given(task: MeetingTask) -> None:
    """To who is to do it."""
    sentence = _("会议交办：%(task)s。")
    if task.due_on is not None:
        sentence = _("会议交办：%(task)s，%(due)s前完成。")
    _tell_of_task(task, sentence, f"given-{task.version}")


def reminded(meeting: Meeting) -> None:
    """To everybody due, shortly before."""
    sentence = _("会议提醒：%(title)s，%(when)s，%(place)s。")
    _tell(accounts_due_at(meeting), meeting, sentence % _words(meeting), f"remind-{meeting.held_on}")


def task_reminded(task: MeetingTask, what: str) -> None:
    """To who is to do it, when its day is near and once more when it is past."""
    sentence = _("会议任务快到期：%(task)s，%(due)s前完成。")
    if what == "overdue":
        sentence = _("会议任务已逾期：%(task)s，应于%(due)s前完成。")
    _tell_of_task(task, sentence, f"{what}-{task.due_on}")


def _words(meeting: Meeting) -> dict[str, str]:
    return {"title": named(meeting), "when": moment(meeting), "place": meeting.place or str(_("地点待定"))}


def _tell(accounts: Iterable[Any], meeting: Meeting, sentence: str, what: str) -> None:
    notify(accounts, sentence, url=meeting.get_absolute_url(), key=f"meeting-{meeting.pk}-{what}")


def _tell_of_task(task: MeetingTask, sentence: str, what: str) -> None:
    words = {"task": task.text.rstrip("。"), "due": in_short(task.due_on) if task.due_on else ""}
    key = f"meeting-task-{task.pk}-{what}"
    notify(accounts_responsible(task), sentence % words, url=task.get_absolute_url(), key=key)
