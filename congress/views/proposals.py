"""The list of proposals, the page of one, and the part of a member's page that tells of them."""

from dataclasses import replace
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import ProposalStatus, SecondingStatus
from congress.filters import ProposalFilter
from congress.models import Answer, Proposal
from congress.selectors import seconders_needed
from congress.tables import ProposalTable, proposal_badge
from members.models import Member
from unionoffice import audit
from unionoffice.pages import TRAIL_LENGTH, Action, Badge, Crumb, Fact, ListPage, Page, RecordPage, Step
from unionoffice.templatetags.office import day, until

AREA = "congress"


def proposals_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("提案"), reverse("congress:proposal-list"))


class ProposalListView(ListPage):
    """The proposals that the user may see; to those who follow them, the register."""

    permission = permissions.is_staff
    area = AREA
    title = _("提案")
    model = Proposal
    table = ProposalTable
    filter_class = ProposalFilter
    main_action = (_("起草提案"), "congress:proposal-draft", permissions.is_staff)
    other_actions = ((_("导入往年提案"), "congress:proposal-import", permissions.keeps_congress),)

    def filtered(self, rows: Any) -> Any:
        """With what is late, and the proposers' names that this viewer may know."""
        return super().filtered(rows).listed_for(self.request.user, self.on)

    def is_partial(self) -> bool:
        """Figures count what was filed, and all of that is seen by those who oversee proposals."""
        return "figure" in self.request.GET and not permissions.oversees.test(self.request.user)


class ProposalDetailView(RecordPage):
    """One proposal: its text, who stands behind it, how far it is, and what was answered."""

    permission = permissions.is_staff
    area = AREA
    model = Proposal
    select_related = ("session__term", "originator", "proposer", "lead", "merged_into")
    steps = (
        Step(_("征集附议"), "congress:proposal-seek", permissions.may_seek),
        Step(_("请代表领衔"), "congress:proposal-offer", permissions.may_offer),
        Step(_("领衔这份提案"), "congress:proposal-take-up", permissions.may_take_up),
        Step(_("附议"), "congress:proposal-second", permissions.may_second),
        Step(_("不附议"), "congress:proposal-decline", permissions.may_decline, primary=False),
        Step(_("邀请附议"), "congress:proposal-invite", permissions.may_invite),
        Step(_("提交提案"), "congress:proposal-file", permissions.may_file),
        Step(_("立案"), "congress:proposal-accept", permissions.may_review),
        Step(_("并案"), "congress:proposal-merge", permissions.may_review, primary=False),
        Step(_("转意见建议"), "congress:proposal-turn", permissions.may_review, primary=False),
        Step(_("不予立案"), "congress:proposal-refuse", permissions.may_review, primary=False),
        Step(_("交办"), "congress:proposal-assign", permissions.may_assign),
        Step(_("接收办理"), "congress:proposal-receive", permissions.may_receive),
        Step(_("退回交办"), "congress:proposal-send-back", permissions.may_receive, primary=False),
        Step(_("填写协办意见"), "congress:proposal-opine", permissions.may_opine),
        Step(_("答复"), "congress:proposal-answer", permissions.may_answer),
        Step(_("签批答复"), "congress:proposal-sign", permissions.may_sign),
        Step(_("退回答复"), "congress:proposal-return", permissions.may_sign, primary=False),
        Step(_("评价答复"), "congress:proposal-rate", permissions.may_rate),
        Step(_("办结"), "congress:proposal-finish", permissions.may_finish),
        Step(_("修改"), "congress:proposal-edit", permissions.may_edit, primary=False),
        Step(_("收回草稿"), "congress:proposal-retract", permissions.may_retract, primary=False),
        Step(_("撤案"), "congress:proposal-withdraw", permissions.may_withdraw, primary=False),
        Step(_("删除草稿"), "congress:proposal-delete", permissions.may_delete, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [proposals_crumb()]

    def get_badge(self) -> Badge:
        """Where the proposal stands."""
        return proposal_badge(self.record, late=self.record.is_overdue(self.on))

    def get_actions(self) -> list[Action]:
        """Filing is the next step once enough have seconded; until then asking for more is."""
        actions, proposal = super().get_actions(), self.record
        if proposal.status != ProposalStatus.SECONDING or self.missing():
            return actions
        invite = reverse("congress:proposal-invite", args=[proposal.pk])
        return [replace(action, primary=action.primary and action.url != invite) for action in actions]

    def missing(self) -> int:
        """How many seconders are still wanted."""
        seconded = self.record.secondings.filter(status=SecondingStatus.SECONDED).count()
        return max(0, seconders_needed(self.on) - seconded)

    def get_facts(self) -> list[Fact]:
        """What is known so far, and of that what the viewer may know; nothing empty."""
        proposal = self.record
        facts = [
            Fact(_("编号"), proposal.number),
            Fact(_("会议"), proposal.session, proposal.session.get_absolute_url() if proposal.session else ""),
            Fact(_("类别"), proposal.get_category_display()),
            *self.get_people(),
            Fact(_("提交日期"), proposal.filed_on),
            Fact(_("审理结果"), proposal.get_outcome_display() if proposal.outcome else ""),
            *self.get_review(),
            Fact(_("主办部门"), proposal.lead),
            Fact(_("协办部门"), "、".join(str(one.department) for one in self.assistances())),
            Fact(_("答复期限"), self.due()),
            Fact(_("答复结果"), proposal.get_result_display()),
            Fact(_("满意度"), proposal.get_grade_display()),
            Fact(_("落实情况"), proposal.fulfilment),
            Fact(_("办结日期"), proposal.closed_on),
        ]
        return [fact for fact in facts if fact.value not in (None, "")]

    def get_people(self) -> list[Fact]:
        """Proposer and, where that is somebody else, originator, to those who may know."""
        proposal, user = self.record, self.request.user
        if not permissions.reads_names.test(user, proposal):
            return [Fact(_("提案人"), _("未公开"))]
        people = [Fact(_("提案人"), proposal.proposer)]
        if proposal.originator_id != proposal.proposer_id:
            people.append(Fact(_("起草人"), proposal.originator))
        return people

    def get_review(self) -> list[Fact]:
        """Why, to those whom it concerns; and where it went."""
        proposal, user, found = self.record, self.request.user, []
        if permissions.reads_review.test(user, proposal):
            found.append(Fact(_("审理意见"), proposal.review))
        if main := proposal.merged_into:
            visible = Proposal.objects.visible_to(user).filter(pk=main.pk).exists()
            found.append(
                Fact(_("并入提案"), main, main.get_absolute_url())
                if visible
                else Fact(_("并入提案"), main.public_number)
            )
        return found

    def due(self) -> str:
        """The due date; while it runs, with how far off it is."""
        proposal = self.record
        if proposal.due_on is None:
            return ""
        if permissions.awaits_answer.test(self.request.user, proposal):
            return f"{day(proposal.due_on)}（{until(proposal.due_on, self.on)}）"
        return day(proposal.due_on)

    def assistances(self) -> list[Any]:
        """The assisting departments, read once."""
        if not hasattr(self, "_assistances"):
            self._assistances = list(self.record.assistances.select_related("department"))
        return self._assistances

    def get_trail(self) -> Any:
        """The lines that the viewer may read; seconders' too."""
        user, proposal = self.request.user, self.record
        entries = audit.trail_of(proposal, *proposal.secondings.all())[:TRAIL_LENGTH]
        reads: dict[str, bool] = {}
        for entry in entries:
            rule = permissions.READS_DEED.get(entry.verb, permissions.reads_review)
            reads.setdefault(entry.verb, rule.test(user, proposal))
        return [entry for entry in entries if reads[entry.verb]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Seconders, answers with their ratings, opinions, and what was merged into it."""
        proposal, user = self.record, self.request.user
        is_seeking = proposal.status == ProposalStatus.SECONDING
        secondings: Any = []
        if permissions.reads_seconders.test(user, proposal):
            secondings = proposal.secondings.select_related("member")
            if not permissions.is_author.test(user, proposal):
                secondings = secondings.filter(status=SecondingStatus.SECONDED)
        answers = Answer.objects.visible_to(user).filter(proposal=proposal)
        merged = list(Proposal.objects.visible_to(user).filter(merged_into=proposal).order_by("number"))
        return super().get_context_data(
            secondings=secondings,
            missing=self.missing() if is_seeking else 0,
            answers=answers.select_related("department", "signed_by").prefetch_related("ratings__member"),
            reads_ratings=permissions.reads_ratings.test(user, proposal),
            named=self.get_named([proposal, *merged]),
            opinions=self.get_opinions(),
            merged=merged,
            **kwargs,
        )

    def get_named(self, proposals: list[Proposal]) -> set[int | None]:
        """Those who asked whom the viewer may know as such: a rating names nobody else."""
        known = [one for one in proposals if permissions.reads_names.test(self.request.user, one)]
        return {self.request.user.member_id} | {key for one in known for key in (one.originator_id, one.proposer_id)}

    def get_opinions(self) -> list[Any]:
        """What assisting departments said, to departments and leaders."""
        said = [one for one in self.assistances() if one.opinion]
        return said if said and permissions.reads_opinions.test(self.request.user, self.record) else []


class MemberProposalsView(Page):
    """The panel on somebody's page: proposals in their name or drafted by them, as far as the viewer may know."""

    permission = permissions.is_staff

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The panel, or nothing: whoever doesn't show their name isn't found by it either."""
        user = request.user
        proposals = Proposal.objects.visible_to(user).made_by(pk)
        if not permissions.follows_proposals.test(user) and user.member_id != pk:
            proposals = proposals.filter(Q(show_name=True))
        visible = Member.objects.visible_to(user).filter(pk=pk).exists()
        rows = [(one, proposal_badge(one)) for one in proposals.order_by("-pk")] if visible else []
        return TemplateResponse(request, "congress/_member_proposals.html", {"rows": rows})
