"""Rows of two records of one person that can't stand beside each other in democratic management."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from affairs.models import (
    CheckPerson,
    DocumentForward,
    MeetingLeave,
    MeetingParticipant,
    SupervisionPerson,
    SurveyPlace,
)
from members.models import Member
from unionoffice.areas import Foreseen
from unionoffice.merging import twins

Pairs = list[tuple[Any, Any]]
"""The kept record's row and the dropped one's."""


def shared_checks(kept: Member, dropped: Member) -> Pairs:
    """Checks of the supervision group that name both."""
    return twins(CheckPerson.objects.all(), kept, dropped, "check_held_id")


def double_forwards(kept: Member, dropped: Member) -> Pairs:
    """Documents that went to both."""
    return twins(DocumentForward.objects.all(), kept, dropped, "document_id")


def asked_by_name_twice(kept: Member, dropped: Member) -> Pairs:
    """Meetings to which both are asked by name."""
    return twins(MeetingParticipant.objects.select_related("meeting"), kept, dropped, "meeting_id")


def double_leaves(kept: Member, dropped: Member) -> Pairs:
    """Meetings from which both asked leave."""
    return twins(MeetingLeave.objects.select_related("meeting"), kept, dropped, "meeting_id")


def shared_supervision(kept: Member, dropped: Member) -> Pairs:
    """Supervision at which both are named."""
    return twins(SupervisionPerson.objects.select_related("supervision"), kept, dropped, "supervision_id")


def double_survey_places(kept: Member, dropped: Member) -> Pairs:
    """Surveys in which both are asked."""
    return twins(SurveyPlace.objects.select_related("survey"), kept, dropped, "survey_id")


def foresee_merge(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    """What is told to whoever decides. Only numbers: they may not know the records."""
    told = (
        (shared_checks, _("%(n)d次监督检查两份档案都在检查人员里，各留一条。")),
        (double_forwards, _("%(n)d件传阅文件两份档案都收到，各留一份，已阅的优先。")),
        (asked_by_name_twice, _("%(n)d次会议两份档案都被点名参加，只留一条。")),
        (double_leaves, _("%(n)d次会议两份档案都请了假，只留一条。")),
        (shared_supervision, _("%(n)d次民主监督的参加人员里两份档案都有，各留一条。")),
        (double_survey_places, _("%(n)d份问卷的名单里两份档案都有，合并后只留一处，已填写的答案都保留。")),
    )
    for pairs, sentence in told:
        if count := len(pairs(kept, dropped)):
            yield Foreseen(sentence % {"n": count})
