"""Pages of the topics of a session, its presidium, its working groups and its discussion groups."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import Assembly, Body, GroupKind, Side
from congress.forms.presidium import DiscussionForm, PresidiumForm, WorkingGroupForm
from congress.forms.topics import AgreeOnTopicsForm, ListTopicForm, RemoveTopicForm, TopicForm
from congress.models import GroupSeat, Session, Topic
from congress.selectors import teachers_among, teachers_are_most, topics_listed
from congress.views.about_sessions import AboutPrepared, AboutSession, AddToSession


def session_topics(request: HttpRequest, session: Session, on: date) -> dict[str, Any] | None:  # noqa: ARG001 -- as parts are asked
    """The part of a session's page with its topics and who agreed on them."""
    topics = list(Topic.objects.visible_to(request.user).filter(session=session))
    keeps = permissions.may_prepare.test(request.user, session)
    if not (topics or keeps):
        return None
    known = {agreement.side: agreement for agreement in session.agreements.all()}
    sides = [(side.label, known.get(side)) for side in Side]
    listed = topics_listed(session)
    lines = [(topic, topic.pk in listed) for topic in topics]
    return {"lines": lines, "sides": sides, "is_settled": len(known) == len(Side), "keeps": keeps}


def session_people(request: HttpRequest, session: Session, on: date) -> dict[str, Any] | None:  # noqa: ARG001 -- as parts are asked
    """The part with the presidium, the working groups and the discussion groups."""
    presidium = list(session.presidium.select_related("member"))
    keeps = permissions.may_prepare.test(request.user, session)
    groups = _groups(session)
    discussions = list(session.discussion_groups.select_related("delegation", "convener", "recorder"))
    if not (presidium or keeps or discussions or any(seats for _kind, _label, seats in groups)):
        return None
    teachers = teachers_among(seat.member for seat in presidium)
    of_staff = session.term.body == Body.STAFF
    return {
        "presidium": presidium,
        "teachers": teachers,
        "is_balanced": not (presidium and of_staff) or teachers_are_most(presidium),
        "of_staff": of_staff,
        "groups": groups,
        "unset": [(kind, label) for kind, label, seats in groups if not seats],
        "discussions": discussions,
        "has_delegations": session.term.assembly == Assembly.DELEGATES,
        "keeps": keeps,
        "keeps_groups": permissions.keeps_congress.test(request.user),
    }


def _groups(session: Session) -> list[tuple[str, str, list[GroupSeat]]]:
    """Each kind of working group with who sits in it; of one that has done its work, who sat there last.

    Proposals are made to the staff congress alone.
    """
    seats = list(GroupSeat.objects.filter(group__session=session).select_related("member", "group"))
    sitting = {kind: [one for one in seats if one.group.kind == kind and one.to_on is None] for kind in GroupKind}
    last = {kind: [one for one in seats if one.group.kind == kind] for kind in GroupKind}
    reviews = session.term.body == Body.STAFF
    kinds = [kind for kind in GroupKind if reviews or kind != GroupKind.PROPOSALS or last[kind]]
    return [(kind.value, str(kind.label), sitting[kind] or last[kind]) for kind in kinds]


class AddTopicView(AddToSession):
    """A topic that one of the three sides puts forward."""

    title = _("提出议题")
    adds = Topic
    form_class = TopicForm
    button = _("列入议题")


class UpdateTopicView(AboutPrepared):
    """Other words for a topic."""

    title = _("修改议题")
    model = Topic
    form_class = TopicForm


class RemoveTopicView(AboutPrepared):
    """A topic that isn't put forward after all."""

    title = _("删除议题")
    model = Topic
    template_name = "office/transition.html"
    form_class = RemoveTopicForm
    button = _("删除议题")
    question = _("删除后不再是这次会议的议题，三方意见要重新登记。")
    done = _("已删除。")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form is about the record."""
        return {"record": self.record}


class ListTopicView(AboutPrepared):
    """A topic goes onto the agenda."""

    title = _("议题列入议程")
    model = Topic
    form_class = ListTopicForm
    button = _("列入议程")
    done = _("已列入议程。")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form is about the record."""
        return {"record": self.record}


class AgreeOnTopicsView(AboutSession):
    """Who agreed to the topics, and when."""

    title = _("登记三方意见")
    form_class = AgreeOnTopicsForm


class NamePresidiumView(AboutSession):
    """Who leads the session."""

    title = _("主席团名单")
    form_class = PresidiumForm
    done = _("主席团名单已保存。")


class SetUpGroupView(AboutSession):
    """Who sits in a working group: it may change after the session too."""

    rule = permissions.keeps_congress
    title = _("工作小组")
    form_class = WorkingGroupForm
    done = _("小组名单已保存。")

    def prepare(self) -> None:
        """The group of the address has to be one of the kinds."""
        if self.kwargs["kind"] not in GroupKind.values:
            raise Http404
        self.kind = GroupKind(self.kwargs["kind"])
        super().prepare()

    def get_title(self) -> str:
        """Which group of which session."""
        return f"{self.kind.label}：{self.record}"

    def get_form_kwargs(self) -> dict[str, Any]:
        """And of which kind."""
        return {**super().get_form_kwargs(), "kind": self.kind}


class ArrangeDiscussionsView(AboutSession):
    """Where each delegation discusses, and who convenes it."""

    title = _("安排分组讨论")
    form_class = DiscussionForm
    done = _("分组安排已保存。")
