"""The list of proposals, the page of one, and the part of a member's page that tells of them."""

from dataclasses import replace
from itertools import chain
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs.views.oversight import disclosure_action
from congress import permissions
from congress.enums import PUBLISHED, TAKES_OPINIONS, ProposalStatus, SecondingStatus
from congress.filters import DEPARTMENT, MINE, ONLY, TO_SECOND, ProposalFilter
from congress.models import Answer, Extension, Proposal, Suggestion
from congress.selectors import missing_seconders, open_call
from congress.tables import ProposalTable, proposal_badge
from congress.views.waiting import waits_for
from members.models import Member
from unionoffice import audit, formkeys
from unionoffice.pages import TRAIL_LENGTH, Action, Badge, Crumb, Fact, ListPage, Page, RecordPage, Step
from unionoffice.templatetags.office import day, until

AREA = "congress"
ENDED_OTHERWISE = (ProposalStatus.TURNED, ProposalStatus.WITHDRAWN)
"""Ends after which a proposal may go on as a suggestion."""

WAYS = (
    (MINE, permissions.is_staff),
    (TO_SECOND, permissions.is_delegate),
    (DEPARTMENT, permissions.heads_department),
)
"""What people open most often, and who has any such proposals."""

BUTTONS = 4
"""Buttons that stand over a filed proposal; what is done less often folds into a menu behind them."""

BESIDE = ("secondings", "extensions", "reminders", "follow_ups")
"""Rows of a proposal whose histories are read as one with its own; so are acknowledgements of those who are named."""


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
    other_actions = (
        (_("提案审理"), "congress:proposal-review", permissions.reviews),
        (_("待签批的答复"), "congress:proposal-sign-queue", permissions.signs),
        (_("提案落实情况"), "congress:proposal-follow-ups", permissions.follows_proposals),
        (_("登记表"), "congress:proposal-register", permissions.is_staff),
        (_("统计"), "congress:proposal-statistics", permissions.reads_proposal_statistics),
        (_("公开办理情况"), "congress:proposal-publicise", permissions.publicises_handling),
        (_("导入往年提案"), "congress:proposal-import", permissions.keeps_congress),
    )
    bulk_actions = ((_("评为优秀提案"), "congress:proposal-honour-together", permissions.keeps_congress),)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the ways in that people take on a phone."""
        address, chosen = reverse("congress:proposal-list"), self.request.GET.get("only", "")
        keys = [key for key, rule in WAYS if rule.test(self.request.user)]
        ways = [(label, f"{address}?only={key}", key == chosen) for key, label in ONLY if key in keys]
        return super().get_context_data(ways=[*ways, (_("全部提案"), address, not chosen)], **kwargs)

    def is_narrowed(self) -> bool:
        """By more than the way in, which is seen over the conditions."""
        return bool({*self.filter.form.changed_data} - {"only"})

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
    select_related = (
        "session__term",
        "originator",
        "proposer",
        "delegation",
        "asked",
        "lead",
        "merged_into",
        "supervisor",
    )
    steps = (
        Step(_("征集附议"), "congress:proposal-seek", permissions.may_seek),
        Step(_("请代表领衔"), "congress:proposal-offer", permissions.may_offer),
        Step(_("领衔这份提案"), "congress:proposal-take-up", permissions.may_take_up),
        Step(_("婉拒"), "congress:proposal-beg-off", permissions.may_beg_off, primary=False),
        Step(_("邀请附议"), "congress:proposal-invite", permissions.may_invite),
        Step(_("提交提案"), "congress:proposal-file", permissions.may_file),
        Step(_("立案"), "congress:proposal-accept", permissions.may_review),
        Step(_("并案"), "congress:proposal-merge", permissions.may_review, primary=False),
        Step(_("转意见建议"), "congress:proposal-turn", permissions.may_review, primary=False),
        Step(_("不予立案"), "congress:proposal-refuse", permissions.may_review, primary=False),
        Step(_("交办"), "congress:proposal-assign", permissions.may_assign),
        Step(_("改派"), "congress:proposal-reassign", permissions.may_reassign, primary=False),
        Step(_("审批延期"), "congress:proposal-extension", permissions.may_decide_extension),
        Step(_("接收办理"), "congress:proposal-receive", permissions.may_receive),
        Step(_("退回交办"), "congress:proposal-send-back", permissions.may_receive, primary=False),
        Step(_("填写协办意见"), "congress:proposal-opine", permissions.may_opine),
        Step(_("答复"), "congress:proposal-answer", permissions.may_answer),
        Step(_("申请延期"), "congress:proposal-extend", permissions.may_ask_for_time, primary=False),
        Step(_("签批答复"), "congress:proposal-sign", permissions.may_sign),
        Step(_("评价答复"), "congress:proposal-rate", permissions.may_rate),
        Step(_("登记落实进展"), "congress:proposal-follow-up", permissions.may_follow_up),
        Step(_("办结"), "congress:proposal-finish", permissions.may_finish, primary=False),
        Step(_("反馈落实情况"), "congress:proposal-acknowledge", permissions.may_acknowledge),
        Step(_("恢复跟踪落实"), "congress:proposal-reopen", permissions.may_reopen, primary=False),
        Step(_("列为重点提案"), "congress:proposal-prioritise", permissions.may_prioritise, primary=False),
        Step(_("取消重点提案"), "congress:proposal-drop-priority", permissions.may_drop_priority, primary=False),
        Step(_("评为优秀提案"), "congress:proposal-honour", permissions.may_honour, primary=False),
        Step(_("取消优秀提案"), "congress:proposal-drop-honour", permissions.may_drop_honour, primary=False),
        Step(_("修改"), "congress:proposal-edit", permissions.may_edit, primary=False),
        Step(_("转为意见建议"), "congress:proposal-hand-over", permissions.may_hand_over, primary=False),
        Step(_("撤回附议"), "congress:proposal-take-back", permissions.may_take_back, primary=False),
        Step(_("收回草稿"), "congress:proposal-retract", permissions.may_retract, primary=False),
        Step(_("撤案"), "congress:proposal-withdraw", permissions.may_withdraw, primary=False),
        Step(_("提案表"), "congress:proposal-form-paper", permissions.may_print_form, primary=False, download=True),
        Step(_("交办单"), "congress:proposal-slip", permissions.may_print_slip, primary=False, download=True),
        Step(_("答复函"), "congress:proposal-letter", permissions.may_print_letter, primary=False, download=True),
        Step(_("删除草稿"), "congress:proposal-delete", permissions.may_delete, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [proposals_crumb()]

    def get_badge(self) -> Badge:
        """Where the proposal stands."""
        return proposal_badge(self.record, late=self.record.is_overdue(self.on))

    def get_actions(self) -> list[Action]:
        """Filing is the next step once enough have seconded; until then it can't be taken, and asking for more is the
        next one. What can be filed now isn't handed in as a suggestion.
        """
        actions, proposal = [*super().get_actions(), *self.get_way_to_board()], self.record
        hand_over = reverse("congress:proposal-hand-over", args=[proposal.pk])
        if any(action.url == hand_over for action in actions) and open_call(self.on) is not None:
            actions = [action for action in actions if action.url != hand_over]
        if proposal.status == ProposalStatus.DRAFT and proposal.missing_parts():
            return self.to_be_completed(actions)
        if proposal.status != ProposalStatus.SECONDING:
            return actions
        if self.missing():
            file = reverse("congress:proposal-file", args=[proposal.pk])
            return [action for action in actions if action.url != file]
        invite = reverse("congress:proposal-invite", args=[proposal.pk])
        return [replace(action, primary=action.primary and action.url != invite) for action in actions]

    def get_way_to_board(self) -> list[Action]:
        """Drafting the disclosure of a case, for who writes for the board."""
        return disclosure_action(self.record, self.request.user) if self.record.status in PUBLISHED else []

    def to_be_completed(self, actions: list[Action]) -> list[Action]:
        """Of a draft with parts missing nothing is next but writing on."""
        edit = reverse("congress:proposal-edit", args=[self.record.pk])
        left = [action for action in actions if not action.primary]
        return [replace(action, primary=action.url == edit) for action in left]

    def missing(self) -> int:
        """How many seconders are still wanted."""
        return missing_seconders(self.record, self.on)

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
            Fact(_("预计完成日期"), proposal.expected_on if proposal.closed_on is None else None),
            Fact(_("落实情况"), proposal.fulfilment),
            Fact(_("办结日期"), proposal.closed_on),
            *self.get_honours(),
        ]
        return [fact for fact in facts if fact.value not in (None, "")]

    def get_people(self) -> list[Fact]:
        """Proposer and, where that is somebody else, originator, to those who may know."""
        proposal, user = self.record, self.request.user
        if not permissions.reads_names.test(user, proposal):
            return [Fact(_("提案人"), _("未公开"))]
        people = [Fact(_("提案人"), proposal.proposer), Fact(_("提案代表团"), proposal.delegation)]
        if proposal.originator_id != proposal.proposer_id:
            people.append(Fact(_("起草人"), proposal.originator))
        if proposal.asked is not None:
            people.append(Fact(_("请谁领衔"), proposal.asked))
        return people

    def get_review(self) -> list[Fact]:
        """Why, to those whom it concerns; and where it went."""
        proposal, user, found = self.record, self.request.user, []
        if permissions.reads_review.test(user, proposal):
            found.append(Fact(_("审理意见"), proposal.review))
        if proposal.status in ENDED_OTHERWISE:
            turned = Suggestion.objects.visible_to(user).filter(from_proposal=proposal).first()
            found.append(Fact(_("意见建议"), turned, turned.get_absolute_url() if turned else ""))
        if main := proposal.merged_into:
            visible = Proposal.objects.visible_to(user).filter(pk=main.pk).exists()
            found.append(
                Fact(_("并入提案"), main, main.get_absolute_url())
                if visible
                else Fact(_("并入提案"), main.public_number)
            )
        return found

    def get_honours(self) -> list[Fact]:
        """For what it was chosen, and by whom."""
        proposal, found = self.record, []
        if proposal.supervisor is not None:
            found.append(Fact(_("重点提案"), _t("%(name)s督办") % {"name": proposal.supervisor}))
        return [*found, Fact(_("优秀提案"), proposal.outstanding_by)]

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
        """The lines that the viewer may read; those of what stands beside the proposal too."""
        user, proposal = self.request.user, self.record
        beside = chain.from_iterable(getattr(proposal, name).all() for name in BESIDE)
        known = proposal.acknowledgements.filter(member__in=self.named)
        entries = audit.trail_of(proposal, *beside, *known)[:TRAIL_LENGTH]
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
            if not is_seeking or not permissions.is_author.test(user, proposal):
                secondings = secondings.filter(status=SecondingStatus.SECONDED)
        answers = Answer.objects.visible_to(user).filter(proposal=proposal)
        context = super().get_context_data(
            secondings=secondings,
            missing=self.missing() if is_seeking else 0,
            unwritten="、".join(proposal.missing_parts()) if proposal.status == ProposalStatus.DRAFT else "",
            refusals=self.get_refusals(),
            may_second=permissions.may_second.test(user, proposal),
            is_invited=permissions.may_decline.test(user, proposal),
            form_key=formkeys.new_key(),
            answers=answers.select_related("department", "signed_by").prefetch_related("ratings__member"),
            reads_ratings=permissions.reads_ratings.test(user, proposal),
            named=self.named,
            **self.get_opinions(),
            extensions=Extension.objects.visible_to(user).filter(proposal=proposal).select_related("decided_by"),
            follow_ups=proposal.follow_ups.all(),
            acknowledgements=proposal.acknowledgements.select_related("member"),
            merged=self.merged,
            **kwargs,
        )
        is_asked = context["may_second"] or any(action.primary for action in context["actions"])
        return context | self.folded(context["actions"]) | {"waits": "" if is_asked else waits_for(proposal, self.on)}

    def folded(self, actions: list[Action]) -> dict[str, list[Action]]:
        """The first few buttons, and the rest in the menu; before filing all of them matter."""
        shown = BUTTONS if self.record.number else len(actions)
        return {"actions": actions[:shown], "more_actions": actions[shown:]}

    @cached_property
    def merged(self) -> list[Proposal]:
        """What was merged into it, as far as the viewer sees it."""
        return list(Proposal.objects.visible_to(self.request.user).filter(merged_into=self.record).order_by("number"))

    @cached_property
    def named(self) -> set[int | None]:
        """Those who asked whom the viewer may know as such: a rating names nobody else."""
        asked = [self.record, *self.merged]
        known = [one for one in asked if permissions.reads_names.test(self.request.user, one)]
        return {self.request.user.member_id} | {key for one in known for key in (one.originator_id, one.proposer_id)}

    def get_refusals(self) -> Any:
        """Who didn't take the draft up, with the word that only its originator reads."""
        proposal = self.record
        is_own = permissions.is_originator.test(self.request.user, proposal)
        return proposal.refusals.select_related("member") if is_own else ()

    def get_opinions(self) -> dict[str, list[Any]]:
        """What assisting departments said or owe, to departments and leaders."""
        asked = self.assistances()
        if not asked or not permissions.reads_opinions.test(self.request.user, self.record):
            return {"said": [], "owed": []}
        waiting = self.record.status in TAKES_OPINIONS
        return {
            "said": [one for one in asked if one.opinion],
            "owed": [one for one in asked if waiting and not one.opinion],
        }


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
