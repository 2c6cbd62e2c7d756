"""Joining the union: the application, and what the office decides."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.filters import JoinApplicationFilter
from members.forms import ApplyToJoinForm, ApproveApplicationForm, RefuseApplicationForm, WithdrawApplicationForm
from members.models import JoinApplication, Member
from members.papers import application_form
from members.permissions import (
    has_own_record,
    is_own_paper,
    keeps_roster,
    may_apply_to_join,
    may_decide_application,
    may_withdraw_application,
    opens_member,
    reads_change_files,
)
from members.tables import JoinApplicationTable, application_badge
from members.views.people import member_crumbs
from unionoffice.documents import Document
from unionoffice.pages import (
    Badge,
    Crumb,
    Fact,
    ListPage,
    Page,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
    paper_response,
)


class JoinApplicationListView(ListPage):
    """Who asked to join, and what came of it."""

    permission = keeps_roster
    area = "members"
    title = _("入会申请")
    model = JoinApplication
    table = JoinApplicationTable
    filter_class = JoinApplicationFilter
    other_actions = ((_("打印空白申请书"), "members:join-blank", keeps_roster),)

    def get_crumbs(self) -> list[Crumb]:
        """To the members."""
        return member_crumbs()


class BlankApplicationView(Page):
    """入会申请书 for who writes by hand."""

    permission = has_own_record

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Print it empty."""
        return paper_response(application_form(None), "pdf")


class ApplyToJoinView(TransitionPage):
    """Asking to join, from one's own page."""

    permission = has_own_record
    area = "members"
    title = _("申请入会")
    model = Member
    rule = may_apply_to_join
    form_class = ApplyToJoinForm
    template_name = "office/form.html"
    button = _("提交申请")
    done = _("申请已提交，工会审批后会通知您。")

    def get_title(self) -> str:
        """Without the own name."""
        return str(self.title)

    def get_crumbs(self) -> list[Crumb]:
        """To the own page."""
        return [Crumb(str(_("我的")), self.record.get_absolute_url())]


class JoinApplicationDetailView(RecordPage):
    """One application."""

    permission = opens_member
    area = "members"
    model = JoinApplication
    select_related = ("member", "decided_by", "change")
    steps = (
        Step(_("批准入会"), "members:join-approve", may_decide_application),
        Step(_("不批准"), "members:join-refuse", may_decide_application, primary=False),
        Step(_("打印申请书"), "members:join-paper", reads_change_files, primary=False, download=True),
        Step(_("撤回申请"), "members:join-withdraw", may_withdraw_application, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list, or to the own page."""
        if keeps_roster.test(self.request.user):
            return [*member_crumbs(), Crumb(str(_("入会申请")), reverse("members:join-list"))]
        return [Crumb(str(_("我的")), self.record.member.get_absolute_url())]

    def get_badge(self) -> Badge:
        """What came of it."""
        return application_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """What was asked and what was answered."""
        application = self.record
        facts = [
            Fact(_("申请人"), application.member.name, application.member.get_absolute_url()),
            Fact(_("申请日期"), application.applied_on),
            Fact(_("本人申请"), application.statement),
        ]
        if application.decided_on:
            facts += [
                Fact(_("工会小组意见"), application.opinion),
                Fact(_("工会委员会意见"), application.decision),
                Fact(_("审批人"), application.decided_by),
                Fact(_("审批日期"), application.decided_on),
            ]
        if application.change:
            facts.append(Fact(_("入会日期"), application.change.on, application.change.get_absolute_url()))
        return facts


class ApplicationMove(TransitionPage):
    """Something done with one application."""

    area = "members"
    model = JoinApplication
    template_name = "office/form.html"

    def get_crumbs(self) -> list[Crumb]:
        """To the application."""
        return [Crumb(str(self.record), self.record.get_absolute_url())]


class ApproveApplicationView(ApplicationMove):
    """Welcome."""

    permission = keeps_roster
    rule = may_decide_application
    title, button = _("批准入会"), _("批准入会")
    done = _("已批准入会，并通知了本人。")
    form_class = ApproveApplicationForm


class RefuseApplicationView(ApplicationMove):
    """Not now, and why."""

    permission = keeps_roster
    rule = may_decide_application
    title, button = _("不批准入会"), _("不批准")
    done = _("已答复本人。")
    form_class = RefuseApplicationForm


class WithdrawApplicationView(ApplicationMove):
    """A change of mind."""

    permission = has_own_record
    rule = may_withdraw_application
    template_name = "office/transition.html"
    title, button = _("撤回申请"), _("撤回申请")
    question = _("撤回后工会不再审批，以后可以重新申请。撤回申请？")
    done = _("申请已撤回。")
    form_class = WithdrawApplicationForm


class ApplicationPaperView(PaperPage):
    """入会申请书, filled in."""

    permission = opens_member
    model = JoinApplication
    select_related = ("member",)
    rule = reads_change_files

    def get_document(self) -> Document:
        """As the record and the decision tell."""
        is_own = is_own_paper.test(self.request.user, self.record)
        return application_form(self.record.member, self.record, is_own=is_own)
