"""Pages of the agenda: the list of all items, the page of one, and what is done with it."""

import re
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs.models import Consultation, RegulationVersion
from affairs.permissions import enacts_regulations
from congress import permissions
from congress.enums import ITEM_VOTED, ItemKind, SessionStatus
from congress.filters import AgendaItemFilter
from congress.forms.agenda import (
    AgendaItemForm,
    CallItemForm,
    DecideItemForm,
    EnactItemForm,
    MoveItemForm,
    RemoveItemForm,
    ReopenItemForm,
)
from congress.models import AgendaItem, Session, Topic
from congress.selectors import (
    item_kind_of,
    item_matter_of,
    lacking_consultation,
    may_speak,
    next_item,
    session_to_come,
)
from congress.tables import AgendaItemTable, agenda_badge
from congress.views.records import AREA, session_crumbs, sessions_crumb
from members.models import Member
from unionoffice.documents import Document, render_html
from unionoffice.pages import (
    Action,
    Badge,
    Crumb,
    EditPage,
    Fact,
    FormPage,
    ListPage,
    RecordPage,
    Step,
    TransitionPage,
)
from unionoffice.richtext import blocks_of

SOURCE = re.compile(
    r"(affairs\.RegulationVersion|affairs\.Consultation|congress\.AgendaItem|congress\.Topic):([0-9]{1,18})"
)
DECIDE = "congress:agenda-decide"


class AgendaItemListView(ListPage):
    """The items of all sessions."""

    permission = permissions.opens_agenda
    area = AREA
    title = _("会议议程")
    model = AgendaItem
    table = AgendaItemTable
    filter_class = AgendaItemFilter
    other_actions = (
        (_("决议"), "congress:resolution-list", permissions.opens_agenda),
        (_("代表意见"), "congress:item-opinion-list", permissions.reads_opinions_on_items),
        (_("闭会期间决定"), "congress:interim-list", permissions.opens_agenda),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


class AgendaItemView(RecordPage):
    """One item: who reports, the draft to read, what delegates said, and what became of it."""

    permission = permissions.opens_agenda
    area = AREA
    model = AgendaItem
    select_related = (
        "session__term",
        "session__minutes",
        "sitting",
        "presenter",
        "regulation_version__regulation",
        "consultation__audience",
        "again_of__session__term",
    )
    steps = (
        Step(_("登记结果"), DECIDE, permissions.may_decide_item),
        Step(_("发布施行"), "congress:agenda-enact", permissions.may_enact_item),
        Step(_("进行这项"), "congress:agenda-call", permissions.may_call_item, primary=False),
        Step(_("修改议程"), "congress:agenda-update", permissions.may_mend_item, primary=False),
        Step(_("撤下议程"), "congress:agenda-remove", permissions.may_mend_item, primary=False),
        Step(_("撤回结果"), "congress:agenda-reopen", permissions.may_reopen_item, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.record.session)

    def get_badge(self) -> Badge:
        """What became of it."""
        return agenda_badge(self.record)

    def get_actions(self) -> list[Action]:
        """What the session's state allows: nothing is decided before it, nothing called after it."""
        item: AgendaItem = self.record
        hidden = set()
        if item.session.status == SessionStatus.PLANNED:
            hidden.add(DECIDE)
        if item.session.status != SessionStatus.OPENED or item.is_current:
            hidden.add("congress:agenda-call")
        if item.regulation_version is not None and item.regulation_version.from_on is not None:
            hidden.add("congress:agenda-enact")
        urls = {reverse(name, args=[item.pk]) for name in hidden}
        actions = [action for action in super().get_actions() if action.url not in urls]
        if item.is_current and item.outcome:
            actions = [*self._next(item), *actions]
        coming = session_to_come(item.session) if permissions.may_bring_again.test(self.request.user, item) else None
        if coming is not None and not AgendaItem.objects.filter(again_of=item).exists():
            url = reverse("congress:agenda-create", args=[coming.pk])
            actions.append(
                Action(_t("再次列入议程"), f"{url}?source={AgendaItem._meta.label}:{item.pk}", primary=False)
            )
        if self.may_say():
            keeps = permissions.keeps_agenda.test(self.request.user)
            label = _t("记代表意见") if keeps else _t("提意见")
            actions.append(Action.to(label, "congress:item-opinion-create", item.pk, primary=not keeps))
        return actions

    def _next(self, item: AgendaItem) -> list[Action]:
        """On to the item after the one that was decided, within the same sitting, for who leads it."""
        upcoming = next_item(item.session) if item.session.status == SessionStatus.OPENED else None
        if upcoming is None or upcoming.sitting_id not in (None, item.sitting_id):
            return []
        if not permissions.may_call_item.test(self.request.user, upcoming):
            return []
        return [Action.to(_t("进行下一项"), "congress:agenda-call", upcoming.pk)]

    def may_say(self) -> bool:
        """Whether the reader may say something to it, or write down what others say."""
        user, session = self.request.user, self.record.session
        if permissions.is_closed.test(user, session):
            return False
        return permissions.keeps_agenda.test(user) or may_speak(session.term, user.member_id, self.on)

    def get_facts(self) -> list[Fact]:
        """Kind, matter, who reports, and what it stands on."""
        item: AgendaItem = self.record
        facts = [
            Fact(_("会议"), item.session.printed_name, item.session.get_absolute_url()),
            Fact(_("方式"), item.get_kind_display()),
            Fact(_("事项"), item.get_matter_display()),
            Fact(_("报告人"), item.reporter),
        ]
        if item.sitting is not None:
            facts.append(Fact(_("单元"), item.sitting, item.sitting.get_absolute_url()))
        if item.fields_covered:
            covered = "、".join(item.fields_covered)
            facts.append(Fact(_("报告的方面"), f"{len(item.fields_covered)}项：{covered}"))
        if item.again_of is not None:
            earlier = _t("%(session)s：%(outcome)s") % {
                "session": item.again_of.session.printed_name,
                "outcome": item.again_of.get_outcome_display(),
            }
            facts.append(Fact(_("再次提交"), earlier, item.again_of.get_absolute_url()))
        if item.tally is not None:
            facts.append(Fact(_("表决"), f"{item.get_way_display()}，{item.tally.words}"))
        return facts

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the draft as everybody here reads it, the opinions that the reader knows of, and what came after."""
        item: AgendaItem = self.record
        user = self.request.user
        version = item.regulation_version
        text = render_html(Document(title="", blocks=blocks_of(version.text))) if version is not None else ""
        opinions = item.opinions.visible_to(user).select_related("member", "delegation")
        return super().get_context_data(
            version=version,
            version_text=text,
            opens_version=version is not None
            and RegulationVersion.objects.visible_to(user).filter(pk=version.pk).exists(),
            consultation=item.consultation,
            lack=lacking_consultation([item], item.session).get(item.pk, ""),
            opinions=list(opinions.defer(*Member.secrets_of("member")).order_by("pk")),
            may_answer=permissions.answers_opinions.test(user),
            later=AgendaItem.objects.filter(again_of=item).select_related("session__term").first(),
            resolutions=list(item.resolutions.select_related("session__term").defer("text").order_by("number")),
            **kwargs,
        )

    def get_template_names(self) -> list[str]:
        """With the others of its family."""
        return ["congress/agenda/item.html"]


class CreateItemView(FormPage):
    """Something more on the agenda; `?source=` begins with a draft, a consultation, a topic or what comes again."""

    permission = permissions.keeps_agenda
    area = AREA
    title = _("列入议程")
    form_class = AgendaItemForm
    button = _("列入议程")
    done = _("已列入议程。")

    def prepare(self) -> None:
        """Find the session."""
        sessions = Session.objects.visible_to(self.request.user).select_related("term", "minutes")
        self.session = sessions.filter(pk=self.kwargs["pk"]).first()
        if self.session is None:
            raise Http404
        if not permissions.may_plan_agenda.test(self.request.user, self.session):
            raise PermissionDenied

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.session)

    def get_form_kwargs(self) -> dict[str, Any]:
        """An item of this session, with what its source tells."""
        source = sourced(self.request)
        return {"instance": AgendaItem(session=self.session, **source), "session": self.session}

    def get_success_url(self, record: AgendaItem) -> str:
        """Back to the agenda."""
        return agenda_url(record.session)


def agenda_url(session: Session) -> str:
    """The agenda on the page of its session."""
    return f"{session.get_absolute_url()}#agenda"


def sourced(request: HttpRequest) -> dict[str, Any]:
    """The first words of an item from what `?source=` names, if the user may see it."""
    found = SOURCE.fullmatch(request.GET.get("source", ""))
    if found is None:
        return {}
    model: Any = {
        "affairs.RegulationVersion": RegulationVersion,
        "affairs.Consultation": Consultation,
        "congress.AgendaItem": AgendaItem,
        "congress.Topic": Topic,
    }[found[1]]
    record = model.objects.visible_to(request.user).filter(pk=int(found[2])).first()
    if record is None:
        raise Http404
    if isinstance(record, RegulationVersion):
        kind, matter = item_kind_of(record), item_matter_of(record)
        return {"title": record.title, "regulation_version": record, "kind": kind, "matter": matter}
    if isinstance(record, Consultation):
        version = record.resulting_version or record.regulation_version
        told: dict[str, Any] = {"title": record.title, "consultation": record, "kind": ItemKind.DELIBERATE}
        if version is not None:
            kind, matter = item_kind_of(version), item_matter_of(version)
            told |= {"title": version.title, "regulation_version": version, "kind": kind, "matter": matter}
        return told
    if isinstance(record, AgendaItem):
        return {"title": record.title, "kind": record.kind, "matter": record.matter, "again_of": record}
    return {"title": record.title[:100]}


class ItemMove(TransitionPage):
    """Something done with one item."""

    permission = permissions.opens_agenda
    area = AREA
    model = AgendaItem
    done = _("已保存。")

    def get_queryset(self) -> Any:
        """With its session, which says whether anything may still be done."""
        rows = super().get_queryset()
        return rows.select_related("session__term", "session__minutes", "regulation_version__regulation")

    def get_crumbs(self) -> list[Crumb]:
        """To the item."""
        return [*session_crumbs(self.record.session), Crumb(str(self.record), self.record.get_absolute_url())]


class UpdateItemView(ItemMove, EditPage):
    """Correcting an item before anything became of it."""

    permission = permissions.keeps_agenda
    rule = permissions.may_mend_item
    title = _("修改议程")
    form_class = AgendaItemForm
    template_name = "office/form.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form is over the record's own fields."""
        return {"instance": self.record}


class RemoveItemView(ItemMove):
    """It won't come up."""

    permission = permissions.keeps_agenda
    rule = permissions.may_mend_item
    title, button = _("撤下议程"), _("撤下议程")
    question = _("撤下后，这项议程不再出现在会议议程上。")
    form_class = RemoveItemForm
    done = _("已撤下。")

    def get_success_url(self, record: Session) -> str:
        """Back to the agenda."""
        return agenda_url(record)


class MoveItemView(ItemMove):
    """One place up, or with `?down` one place down."""

    permission = permissions.keeps_agenda
    rule = permissions.may_mend_item
    title, button = _("调整顺序"), _("移动")
    form_class = MoveItemForm
    done = ""

    def get_form(self, data: Any = None, files: Any = None) -> Any:
        """The direction stands in the address."""
        form = super().get_form(data, files)
        form.fields["up"].initial = "down" not in self.request.GET
        return form

    def get_question(self) -> str:
        """Which way."""
        return _t("把这项议程向后移一位。") if "down" in self.request.GET else _t("把这项议程向前移一位。")

    def get_success_url(self, record: AgendaItem) -> str:
        """Back to the agenda."""
        return agenda_url(record.session)


class CallItemView(ItemMove):
    """The session comes to it."""

    rule = permissions.may_call_item
    title, button = _("进行这项议程"), _("进行这项")
    question = _("会场大屏幕将显示这项议程。")
    form_class = CallItemForm
    done = _("正在进行这项议程。")


class DecideItemView(ItemMove):
    """What became of it."""

    permission = permissions.presides
    rule = permissions.may_decide_item
    title, button = _("登记结果"), _("登记结果")
    form_class = DecideItemForm
    done = _("结果已登记。")

    def get_question(self) -> str:
        """By which rule the votes decide."""
        if self.record.kind in ITEM_VOTED:
            return _t("填写票数后自动判定是否通过：赞成票须超过应到人数的半数，没有到会和没有投票的不算赞成。")
        return _t("登记后议程不能再修改；登记错了可以撤回结果。")


class ReopenItemView(ItemMove):
    """What was noted by mistake is taken back."""

    permission = permissions.keeps_agenda
    rule = permissions.may_reopen_item
    title, button = _("撤回结果"), _("撤回结果")
    question = _("撤回后议程回到“待议”，原来的结果留在经过里。")
    form_class = ReopenItemForm
    done = _("结果已撤回。")


class EnactItemView(ItemMove):
    """What was passed comes into force."""

    permission = enacts_regulations
    rule = permissions.may_enact_item
    title, button = _("制度发布施行"), _("发布施行")
    form_class = EnactItemForm
    done = _("已发布。")

    def get_question(self) -> str:
        """By which session, and that the text stays."""
        return _t("%(title)s由%(session)s通过。施行后正文不能修改，全体教职工可以查看。") % {
            "title": f"《{self.record.regulation_version.title}》",
            "session": self.record.adopted_by,
        }
