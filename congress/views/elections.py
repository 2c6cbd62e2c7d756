"""Pages of elections of delegates: begun, held round by round, concluded, checked."""

from typing import Any

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import Body, ElectionMethod, ElectionStatus, Occasion
from congress.filters import ElectionFilter
from congress.forms.elections import (
    CheckElectedForm,
    ConcludeElectionForm,
    ElectionForm,
    RecordBallotForm,
    RecordNamesForm,
    RetractRoundForm,
)
from congress.models import Candidacy, DelegateElection
from congress.selectors import candidates_of, composition, elected_in, next_stage, open_seats, voters_in_term
from congress.tables import ElectionTable, election_badge, told_shares
from congress.views.constituencies import PartOfTerm
from congress.views.delegates import delegates_crumbs
from congress.views.records import AREA
from congress.views.rounds import told_rounds
from congress.views.terms import term_crumbs
from members.models import Member
from unionoffice.pages import Action, Badge, Crumb, Fact, ListPage, RecordPage, Step, TransitionPage


class ElectionListView(ListPage):
    """All elections of delegates."""

    permission = permissions.is_staff
    area = AREA
    title = _("代表选举")
    model = DelegateElection
    table = ElectionTable
    filter_class = ElectionFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the delegates."""
        return delegates_crumbs()


class CreateElectionView(PartOfTerm):
    """A new election of a term."""

    title = button = _("开始选举")
    form_class = ElectionForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Of this term; of the constituency, and in place of the delegate, that the link named."""
        asked = self.request.GET
        key = asked.get("constituency", "")
        constituency = self.term.constituencies.filter(pk=key).first() if key.isdecimal() else None
        initial: dict[str, Any] = {"constituency": constituency}
        if "by" in asked:
            initial["occasion"] = Occasion.BY
        return {"instance": DelegateElection(term=self.term), "initial": initial}


class ElectionDetailView(RecordPage):
    """One election: each round with its names and counts, and in words what came of it."""

    permission = permissions.is_staff
    area = AREA
    model = DelegateElection
    select_related = ("term", "constituency", "replaces__member")
    steps = (
        Step(_("完成资格审查"), "congress:election-check", permissions.may_check_elected),
        Step(_("结束选举"), "congress:election-conclude", permissions.may_conclude_election, primary=False),
        Step(_("撤销最近一轮"), "congress:election-retract", permissions.may_record_round, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the term."""
        return term_crumbs(self.record.term)

    def get_badge(self) -> Badge:
        """How far it has come."""
        return election_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """Who elects how many, how, and in place of whom."""
        one = self.record
        facts = [
            Fact(_("选举单位"), one.constituency or _("全校")),
            Fact(_("选举方式"), one.get_method_display()),
            Fact(_("应选人数"), _("%(n)d名") % {"n": one.seats}),
            Fact(_("选举结束日期"), one.concluded_on),
            Fact(_("资格审查日期"), one.checked_on),
        ]
        if one.replaces is not None:
            facts.append(Fact(_("接替的代表"), one.replaces.member.name, one.replaces.get_absolute_url()))
        return facts

    def get_actions(self) -> list[Action]:
        """The next round first."""
        actions = super().get_actions()
        if not permissions.may_record_round.test(self.request.user, self.record) or not open_seats(self.record):
            return actions
        stage = next_stage(self.record)
        name = "congress:election-ballot" if stage == "ballot" else "congress:election-names"
        label = _t("登记%(stage)s") % {"stage": stage.label}
        return [Action.to(label, name, self.record.pk), *actions]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rounds in their order, and what the congress would be made up of with those elected here."""
        by_strokes = candidates_of(Candidacy.objects.all(), self.on)
        rounds = self.record.rounds.prefetch_related(Prefetch("names", by_strokes, to_attr="named"))
        return super().get_context_data(
            rounds=told_rounds(self.record, rounds),
            reads_notes=permissions.oversees.test(self.request.user),
            shares=self._with_those_elected(),
            **kwargs,
        )

    def _with_those_elected(self) -> Any:
        """As long as they aren't delegates, what difference they would make."""
        if self.record.status == ElectionStatus.DONE:
            return []
        chosen = list(elected_in(self.record).values_list("member", flat=True))
        if not chosen:
            return []
        seated = voters_in_term(self.record.term, self.on).values("pk")
        together = Member.objects.filter(Q(pk__in=seated) | Q(pk__in=chosen))
        return told_shares(composition(together, self.on, body=Body(self.record.term.body)))


class ElectionMove(TransitionPage):
    """The secretary goes on with an election."""

    permission = permissions.keeps_congress
    rule = permissions.may_record_round
    area = AREA
    model = DelegateElection

    def get_queryset(self) -> Any:
        """With term and constituency."""
        return super().get_queryset().select_related("term", "constituency")

    def get_crumbs(self) -> list[Crumb]:
        """To the election."""
        own = Crumb(str(self.record), self.record.get_absolute_url())
        return [*term_crumbs(self.record.term), own]


class RecordNamesView(ElectionMove):
    """The names of the next round."""

    title = button = _("登记名单")
    form_class = RecordNamesForm
    done = _("已登记。")

    def get_question(self) -> str:
        """Which round it is."""
        method = ElectionMethod(self.record.method).label
        sentence = _t("%(method)s，这一环节：%(stage)s。应选%(seats)d名。")
        return sentence % {"method": method, "stage": next_stage(self.record).label, "seats": self.record.seats}


class RecordBallotView(ElectionMove):
    """The count of a ballot."""

    title = button = _("登记投票结果")
    form_class = RecordBallotForm
    done = _("已登记。")

    def get_question(self) -> str:
        """How many are elected, and what it takes."""
        sentence = _t("到会三分之二以上，得票超过应到人数的半数为当选，本次选%(seats)d名。候选人以姓氏笔画为序。")
        return sentence % {"seats": open_seats(self.record)}


class RetractRoundView(ElectionMove):
    """Taking back the last round."""

    title = button = _("撤销最近一轮")
    form_class = RetractRoundForm
    question = _("登记错了的可以撤销最近一轮，再重新登记。经过里会留下撤销的记录。")
    done = _("已撤销。")


class ConcludeElectionView(ElectionMove):
    """Closing it."""

    rule = permissions.may_conclude_election
    title = button = _("结束选举")
    form_class = ConcludeElectionForm
    done = _("选举已结束。")

    def get_question(self) -> str:
        """What stays open."""
        vacant = open_seats(self.record)
        if vacant:
            return _t("还有%(n)d个名额没有选出，结束后空缺，可以补选。结束选举？") % {"n": vacant}
        return _t("结束后不能再登记投票结果，当选人等待资格审查。结束选举？")


class CheckElectedView(ElectionMove):
    """The check of who was elected."""

    rule = permissions.may_check_elected
    title = button = _("完成资格审查")
    form_class = CheckElectedForm
    question = _(
        "由资格审查组审查当选人是否与学校建立聘用关系、是否在职、是否依法享有权利。通过的登记为代表，不通过的名额空缺。"
    )
    done = _("资格审查已完成。")
