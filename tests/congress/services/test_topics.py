"""Topics of a session, and the three sides that agree on them."""

from datetime import date

import pytest

from congress import services
from congress.enums import SessionStatus, Side
from congress.models import Topic, TopicAgreement
from congress.selectors import read_topic, topics_listed
from tests.conftest import TODAY
from tests.congress.factories import SessionFactory
from tests.congress.preparation import make_topic
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

ALL = {side: (date(2026, 11, 20), "党委会") for side in Side}


def test_topics_stand_in_the_order_in_which_they_were_put_forward(secretary):
    session = SessionFactory()
    for title, side in (("校长工作报告", "administration"), ("财务报告", "administration"), ("工会报告", "union")):
        services.save_topic(Topic(session=session), {"title": title, "proposed_by": side}, by=secretary)
    assert list(session.topics.values_list("place", "title")) == [
        (1, "校长工作报告"),
        (2, "财务报告"),
        (3, "工会报告"),
    ]


def test_second_topic_of_a_title_is_refused(secretary):
    topic = make_topic()
    with pytest.raises(Refused, match=r"^这次会议已经有议题“审议学校工作报告”。$"):
        services.save_topic(
            Topic(session=topic.session), {"title": topic.title, "proposed_by": "union"}, by=secretary
        )


def test_three_sides_agree_on_their_days(secretary):
    session = make_topic().session
    services.agree_on_topics(session, ALL, by=secretary, on=TODAY)
    assert set(session.agreements.values_list("side", "agreed_on", "note")) == {
        (side.value, date(2026, 11, 20), "党委会") for side in Side
    }
    assert trail_of(session.agreements.first())[0].verb == "商定议题"


def test_one_that_no_longer_agrees_is_taken_back(secretary):
    session = make_topic().session
    services.agree_on_topics(session, ALL, by=secretary, on=TODAY)
    services.agree_on_topics(session, {Side.PARTY: (None, "")}, by=secretary, on=TODAY)
    assert set(session.agreements.values_list("side", flat=True)) == {"administration", "union"}


@pytest.mark.parametrize("change", ["add", "edit", "remove"])
def test_another_list_is_agreed_on_anew(secretary, change):
    topic = make_topic()
    services.agree_on_topics(topic.session, ALL, by=secretary, on=TODAY)
    if change == "add":
        services.save_topic(Topic(session=topic.session), {"title": "评议", "proposed_by": "union"}, by=secretary)
    elif change == "edit":
        services.save_topic(topic, {"title": "审议财务报告"}, by=secretary)
    else:
        services.remove_topic(topic, by=secretary)
    assert TopicAgreement.objects.count() == 0


def test_nobody_agrees_on_an_empty_list_or_tomorrow(secretary):
    session = SessionFactory()
    with pytest.raises(Refused, match="还没有议题"):
        services.agree_on_topics(session, ALL, by=secretary, on=TODAY)
    make_topic(session)
    with pytest.raises(Refused, match=r"^同意日期不能晚于今天。$"):
        services.agree_on_topics(session, {Side.UNION: (date(2026, 11, 23), "")}, by=secretary, on=TODAY)


def test_topics_of_a_session_that_was_held_stay(secretary):
    topic = make_topic(SessionFactory(status=SessionStatus.HELD))
    for move in (
        lambda: services.save_topic(topic, {"title": "别的"}, by=secretary),
        lambda: services.remove_topic(topic, by=secretary),
        lambda: services.agree_on_topics(topic.session, ALL, by=secretary, on=TODAY),
    ):
        with pytest.raises(Refused, match=r"^会议已经召开，议题不能再改。$"):
            move()


def test_staff_read_topics_once_all_three_agreed(secretary, teacher):
    topic = make_topic()
    two = {Side.PARTY: ALL[Side.PARTY], Side.UNION: ALL[Side.UNION]}
    services.agree_on_topics(topic.session, two, by=secretary, on=TODAY)
    assert (list(Topic.objects.visible_to(teacher)), list(Topic.objects.visible_to(secretary))) == ([], [topic])
    services.agree_on_topics(topic.session, ALL, by=secretary, on=TODAY)
    assert list(Topic.objects.visible_to(teacher)) == [topic]


@pytest.mark.parametrize(
    ("title", "kind", "words"),
    [
        ("听取校长工作报告", "hear", "校长工作报告"),
        ("讨论通过《绩效方案》", "pass", "《绩效方案》"),
        ("审议", "deliberate", "审议"),
        ("民主评议学校领导", "deliberate", "民主评议学校领导"),
    ],
)
def test_words_of_a_topic_say_what_is_done_with_it(title, kind, words):
    assert read_topic(title) == (kind, words)


def test_topic_goes_onto_the_agenda_once(secretary):
    topic = make_topic(title="听取校长工作报告", note="年度报告")
    told = {"kind": "hear", "title": "校长工作报告", "matter": "work"}
    services.list_topic(topic, told, by=secretary)
    item = topic.session.agenda.get()
    assert (item.kind, item.title, item.matter, item.text) == ("hear", "校长工作报告", "work", "年度报告")
    assert topics_listed(topic.session) == {topic.pk}
    with pytest.raises(Refused, match=r"^议题“听取校长工作报告”已经列入议程。$"):
        services.list_topic(topic, told, by=secretary)
