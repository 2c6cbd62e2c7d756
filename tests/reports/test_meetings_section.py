"""会议 in a summary: of the union's own bodies, of the staff at large, and nothing."""

import pytest

from reports.sections.meetings import committee_meetings, staff_meetings
from tests.reports.material import figure, material
from unionoffice.documents import Document, plain_text
from unionoffice.figures import Notable

MEETINGS = "affairs.meetings"


def lines(blocks):
    return plain_text(Document(title="", blocks=blocks)).splitlines()


def figures(**values):
    units = {"decisions": "项", "tasks": "项", "done": "项", "rate": "%", "opinions": "条", "answered": "条"}
    return [
        figure(f"{MEETINGS}.{key.replace('__', '.')}", value, units.get(key.split("__")[-1], "次"))
        for key, value in values.items()
    ]


@pytest.mark.parametrize("section", [committee_meetings, staff_meetings])
def test_nothing_is_told_of_nothing(section):
    assert section(material()) == []
    assert section(material(*figures(committee=0, forum=0, tasks=0, decisions=0))) == []


def test_bodies_of_the_union_are_told_with_what_they_decided():
    told = figures(committee=6, audit=2, women=0, decisions=9, tasks=8, tasks__done=6, tasks__rate=75)
    assert lines(committee_meetings(material(*told))) == [
        "（一）会议制度",
        (
            "一年来，召开工会委员会议6次，召开经审委员会议2次。"
            "会议议定的事项逐项落实到人，共作出决定9项，交办任务8项，已办结6项，办结率75%。"
        ),
    ]


def test_staff_meetings_are_named_and_opinions_told_with_their_answers():
    told = figures(all_staff=2, forum=1, forum__opinions=5, forum__opinions__answered=4, all_staff__opinions=0)
    notes = [
        Notable("affairs.meeting.forum", "3月5日召开女教师代表座谈会", "/"),
        Notable("affairs.meeting.joint", "5月召开联席会议", "/"),
        Notable("activities.held", "不该说的", "/"),
    ]
    assert lines(staff_meetings(material(*told, notables=notes))) == [
        "（一）教职工会议与座谈",
        "一年来，召开全体教职工会议2次，召开座谈会1次。座谈会上，教职工提出意见5条，已答复4条。",
        "3月5日召开女教师代表座谈会；5月召开联席会议。",
    ]
